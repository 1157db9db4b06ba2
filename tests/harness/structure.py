"""Rules about the source tree that no compiler checks."""
import re
import shutil
import subprocess

from . import core

# Each folder includes only from itself and from folders before it; docs/architecture.md describes them.
ORDER = (
    "base host grammar syntax types value table program eval vec flow io net store source sql native stdlib engine cli"
).split()
SOURCES = ("src", "grammar", "stdlib")
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")


def sources(*endings):
    for place in SOURCES:
        for file in sorted((core.TOP / place).rglob("*")):
            if file.suffix in endings:
                yield file


def shown(file):
    return str(file.relative_to(core.TOP))


def room_of(file):
    """The folder of ORDER that a source file belongs to."""
    parts = file.relative_to(core.TOP).parts
    return parts[1] if parts[0] == "src" else parts[0]


def included_room(file, include):
    """The folder of ORDER that an include names, or None if it names a file beside this one."""
    first = include.split("/")[0]
    if first in ORDER and not (file.parent / include).exists():
        return first
    for place in SOURCES:
        target = core.TOP / place / include
        if target.exists():
            return room_of(target)
    return None


def includes_point_up():
    for file in sources(".cpp", ".hpp"):
        room = room_of(file)
        if room not in ORDER:
            yield f"{shown(file)}: folder {room} is not in the list of docs/architecture.md"
            continue
        for include in INCLUDE.findall(file.read_text(encoding="utf-8")):
            other = included_room(file, include)
            if room == "grammar" and other not in (None, "grammar"):
                yield f"{shown(file)}: the grammar includes {include}"
            elif other and ORDER.index(other) > ORDER.index(room):
                yield f"{shown(file)}: {room} is above {other} and must not include {include}"


def headers_say_what_they_are():
    for file in sources(".hpp"):
        text = file.read_text(encoding="utf-8").lstrip()
        if not text.startswith(("//", "/*")) and not re.match(r"#pragma once\s+(//|/\*)", text):
            yield f"{shown(file)}: does not begin with a paragraph that says what it is"
        elif "#pragma once" not in text:
            yield f"{shown(file)}: no #pragma once"


def nothing_is_marked_unfinished():
    for file in sources(".cpp", ".hpp", ".flux", ".def"):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            if UNFINISHED.search(line):
                yield f"{shown(file)}:{number}: {line.strip()}"


def expectations_belong_to_a_script():
    for folder, ending in (("examples", ".out"), ("tests/errors", ".txt"), ("tests/oracle/lang", ".csv")):
        for file in sorted((core.TOP / folder).glob(f"*{ending}")):
            if not file.with_suffix(".flux").exists():
                yield f"{shown(file)}: there is no script of this name"


def sources_have_the_one_layout():
    formatter = shutil.which("clang-format-14") or shutil.which("clang-format")
    if formatter is None:
        return  # .clang-format is obeyed where the tool is; building does not need it
    files = [*sources(".cpp", ".hpp"), *sorted(core.TESTS.rglob("*.[ch]pp"))]
    done = subprocess.run([formatter, "--dry-run", *files], capture_output=True, text=True, cwd=core.TOP)
    yield from sorted({line.split(":")[0] + ": clang-format would change it" for line in done.stderr.splitlines()
                       if "code should be clang-formatted" in line})


def library_has_the_one_layout(context):
    """The packages in Flux, and their tests, are as `fluxi fmt` writes them."""
    ran = context.run([context.fluxi, "fmt", "--check", "stdlib"], core.TOP, seconds=6 * context.seconds)
    yield from [ran.died()] if ran.died() else (f"{line}: fluxi fmt would change it" for line in ran.out.splitlines())


RULES = (
    includes_point_up,
    headers_say_what_they_are,
    nothing_is_marked_unfinished,
    expectations_belong_to_a_script,
    sources_have_the_one_layout,
)


def cases(context):
    for rule in RULES:
        yield core.Case(rule.__name__, lambda rule=rule: core.judged(list(rule())))
    name = library_has_the_one_layout.__name__
    yield core.Case(name, lambda: core.judged(list(library_has_the_one_layout(context))))
