"""docs/compatibility.md: what of the reference's library there is, works and is tested, made from the sources.

A member works if the package declares it and it is not on tests/unit/pending_builtins.txt. It is tested if a test
or an example that is run uses it.
"""
import json
import re

from . import core, signatures

PAGE = core.TOP / "docs" / "compatibility.md"
IMPORT = re.compile(r'import\s+(?:([A-Za-z_]\w*)\s+)?\\?"([^"\\]+)\\?"')
USE = re.compile(r"\b([A-Za-z_]\w*)\.([A-Za-z_]\w*)")
NAME = re.compile(r"\b[A-Za-z_]\w*\b")
TESTS = (
    "tests/lang/**/*.flux",
    "tests/oracle/lang/*.flux",
    "tests/oracle/tables/*.flux",
    "tests/oracle/buckets/*.flux",
    "tests/types/*.flux",
    "tests/errors/*.flux",
    "tests/cli/**/*.test",
    "tests/unit/*.cpp",
    "stdlib/**/*_test.flux",
    "examples/*.flux",
    "docs/*.md",
)
HEAD = """# Compatibility

The packages of Flux as the reference implementation has them, and how much of each is here. This page is made by
`FLUXI_UPDATE=1 scripts/test docs -k compatibility`, and a test checks that it does not claim too much. A member *works*
if it is built in, and is *tested* if a test or example that is run uses it; what it does is held against the reference
by `tests/oracle` and written down in [differences.md](differences.md) where it differs on purpose.

"""
# What the numbers do not tell.
NOTES = {
    "experimental/bigtable": "there is no client: a call says so",
    "experimental/iox": "`from` and `sql` exist inside InfluxDB 3 only: a call says so",
    "experimental/mqtt": "over libmosquitto; `tcp` and `tls`, no WebSockets",
    "kafka": "over librdkafka",
    "sql": "SQLite, PostgreSQL and MySQL; a call with another driver says so",
    "socket": "`tcp` and `unix`",
    "internal/debug": "`feature` gives the reference's defaults; no switch changes anything",
}


def pending():
    text = (core.TESTS / "unit" / "pending_builtins.txt").read_text(encoding="utf-8")
    return {line for line in text.splitlines() if line and not line.startswith("#")}


def used():
    """(path, member) of what tests use; the path of the prelude is `universe`."""
    found = set()
    for pattern in TESTS:
        for file in core.TOP.glob(pattern):
            if file == PAGE:
                continue
            text = file.read_text(encoding="utf-8", errors="replace")
            imports = {}
            for alias, path in IMPORT.findall(text):
                imports.setdefault(alias or path.split("/")[-1], set()).add(path)
            for alias, member in USE.findall(text):
                found |= {(path, member) for path in imports.get(alias, ())}
            if file.suffix == ".flux":
                found |= {("universe", name) for name in NAME.findall(text)}
    return found


def names(members):
    return ", ".join(f"`{name}`" for name in members)


def row(path, members, declared, missing, tested):
    working = [name for name in members if name in declared and f"{path}.{name}" not in missing]
    without = [name for name in members if name not in working]
    untested = [name for name in working if (path, name) not in tested]
    notes = [NOTES[path]] if path in NOTES else []
    if without:
        notes.append(f"not built in: {names(without)}")
    if untested:
        shown = names(untested) if len(untested) <= 8 else f"{len(untested)} members"
        notes.append(f"not tested: {shown}")
    count = len(working) - len(untested)
    return (len(members), len(working), count), f"| `{path}` | {len(members)} | {len(working)} | {count} | {'; '.join(notes)} |"


def page():
    wanted = json.loads(signatures.SIGNATURES.read_text(encoding="utf-8"))
    texts = signatures.package_texts()
    missing, tested = pending(), used()
    rows, totals = [], (0, 0, 0)
    for path in sorted(wanted):
        members = sorted(name for name in wanted[path] if not name.startswith("_"))
        if not members:
            continue
        numbers, line = row(path, members, signatures.members_of(texts.get(path, "")), missing, tested)
        totals = tuple(a + b for a, b in zip(totals, numbers))
        rows.append(line)
    total = f"| all {len(rows)} packages | {' | '.join(map(str, totals))} | |"
    return HEAD + "\n".join(["| package | members | working | tested | notes |", "|---|---|---|---|---|", *rows, total]) + "\n"


def claims(text):
    """Package -> members, working, tested, and the notes that do not tell what lacks a test."""
    found = {}
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 5 and cells[1].isdigit():
            notes = [note for note in cells[4].split("; ") if note and not note.startswith("not tested")]
            found[cells[0]] = (int(cells[1]), int(cells[2]), int(cells[3]), notes)
    return found


def problems(page_text, text):
    """A new test does not make the page wrong: it may say less about tests than there is, never more."""
    old, new = claims(page_text), claims(text)
    for package in sorted(old.keys() | new.keys()):
        was, now = old.get(package), new.get(package)
        if not was or not now or was[:2] + was[3:] != now[:2] + now[3:] or was[2] > now[2]:
            yield f"{package}: the page has {was}, there is {now}"


def run(context):
    text = page()
    if context.update:
        PAGE.write_text(text, encoding="utf-8")
    found = list(problems(PAGE.read_text(encoding="utf-8") if PAGE.exists() else "", text))
    return core.judged(found and ["FLUXI_UPDATE=1 scripts/test docs -k compatibility makes the page anew", *found])
