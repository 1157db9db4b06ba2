"""docs/compatibility.md: what of the reference's library there is, works and is tested, made from the sources.

A member works if the package declares it and it is neither on tests/unit/pending_builtins.txt nor in REFUSING. It is tested if a test
or an example that is run uses it.
"""
import json
import re

from . import core, signatures

PAGE = core.TOP / "docs" / "compatibility.md"
# What scripts/conformance recorded with checkouts of the documentation and of the reference.
RESULTS = core.TESTS / "conformance" / "results.json"
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
if it is built in and does more than raise an error, and is *tested* if a test or example that is run uses it; what it
does is held against the reference by `tests/oracle` and written down in [differences.md](differences.md) where it
differs on purpose.

"""
RECORD = """
## Documentation and testcases

How fluxi fares on the official documentation (influxdata/docs-v2 at `{docs}`) and on the testcases of the reference
implementation (influxdata/flux at `{suite}`); [conformance.md](conformance.md) says how they are compared.
`scripts/conformance` records the numbers with checkouts of both. An example is *compared* if its page tells what it
gives and it can run here; *ran* are those of which the page does not tell it. Why the others of those compared and of
the testcases do not pass is written in `tests/conformance/docs.toml` and `suite.toml`.

| package | examples compared | passed | ran | signatures | equal | testcases | passed |
|---|---|---|---|---|---|---|---|
"""
# Members that only raise an error, so they are there and do not work. A test calls each of them.
REFUSING = {
    "date/boundaries": {"friday", "monday", "month", "saturday", "sunday", "thursday", "tuesday", "wednesday", "week",
                        "yesterday"},
    "experimental/bigtable": {"from"},
    "experimental/iox": {"from", "sql"},
}
# What the numbers do not tell.
NOTES = {
    "date/boundaries": "moved to `experimental/date/boundaries`: a call says so, as in the reference",
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
    there = [name for name in members if name in declared and f"{path}.{name}" not in missing]
    without = [name for name in members if name not in there]
    working = [name for name in there if name not in REFUSING.get(path, ())]
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
    table = "\n".join(["| package | members | working | tested | notes |", "|---|---|---|---|---|", *rows, total]) + "\n"
    return HEAD + table + record()


def compared(counts):
    """How many were compared and how many of them passed."""
    passed = counts.get("passed", 0)
    return passed + sum(counts.get(status, 0) for status in ("failed", "known", "surprising")), passed


def record():
    """The part of the page that scripts/conformance has the numbers for."""
    if not RESULTS.exists():
        return ""
    results = json.loads(RESULTS.read_text(encoding="utf-8"))
    packages = {}
    for group, counts in results["docs"]["groups"]["example"].items():
        packages.setdefault(package_of(group), {})["example"] = counts
    for group, counts in results["docs"]["groups"].get("signature", {}).items():
        packages.setdefault(package_of(group), {})["signature"] = counts
    for group, counts in results["suite"]["groups"]["testcase"].items():
        packages.setdefault(f"`{group}`", {})["testcase"] = counts
    lines = [line_of(name, packages[name]) for name in sorted(packages, key=lambda name: name.strip("`"))]
    everything = {**results["docs"]["summary"], **results["suite"]["summary"]}
    lines.append(line_of("all", everything))
    commits = {name: results[name]["commit"][:9] for name in ("docs", "suite")}
    return RECORD.format(**commits) + "\n".join(lines) + "\n"


def package_of(group):
    """The package that a folder of the documentation is about; guides are told apart from packages."""
    if group.startswith("stdlib/"):
        return f"`{group[len('stdlib/'):]}`"
    return "pages at the top" if group == "." else f"pages in {group}"


def line_of(name, kinds):
    examples, right = compared(kinds.get("example", {}))
    numbers = [examples, right, kinds.get("example", {}).get("ran", 0)]
    for kind in ("signature", "testcase"):
        numbers += compared(kinds.get(kind, {}))
    return f"| {name} | {' | '.join(str(number or '') for number in numbers)} |"


def claims(text):
    """Package -> members, working, tested, and the notes that do not tell what lacks a test."""
    found = {}
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 5 and cells[1].isdigit():  # the first table
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
    on_page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    found = list(problems(on_page, text))
    if not on_page.endswith(record()):
        found.append("the page does not have the numbers of tests/conformance/results.json")
    return core.judged(found and ["FLUXI_UPDATE=1 scripts/test docs -k compatibility makes the page anew", *found])
