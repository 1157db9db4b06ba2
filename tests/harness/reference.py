"""The examples in the documentation of the standard library: stdlib/**/*.flux.

Under `## Examples` of a comment, a ```flux block is a whole script and the ```text block that follows is what
`fluxi run` prints for it. Words after ```flux are arguments of the run, such as `--secret KEY=VALUE`; `--dry-run` shows
requests, and standard error with them. Words from the first on that begins with `@` are for the test alone:

    @fails           the run fails, and the ```text block has what it says on standard error
    @answer FILE...  a server on loopback answers requests with these files of tests/reference, in turn
    @service NAME    one of harness/services.py runs; every connection of the script leads to it

A script with a testcase is run by `fluxi test`. ```flux check is only checked, because it needs what no test can give.
The folder of a run has the files of tests/reference, for NAME.sql the database NAME.sqlite, and the repository's
`examples`. In a ```text block `[..]` and a line `...` stand for any text. FLUXI_UPDATE=1 writes anew the blocks that are
not right. Further cases look whether docs/reference is up to date, and whether each member has an example and each
parameter a description.
"""
import contextlib
import dataclasses
import re
import shlex
import shutil
import sqlite3

from . import core, match, reference_pages, services, sessions

FOLDER = core.TOP / "stdlib"
FILES = core.TESTS / "reference"
MEMBER = re.compile(r"(?:builtin|option)?\s*(\w+)\s*[:=]|package (\w+)")
OPEN = re.compile(r"```flux\b ?(.*)")


@dataclasses.dataclass
class Example:
    """One script: `text` are the places of its output in the lines of the file, None without such a block."""

    name: str
    arguments: list
    wants: dict
    script: str
    after: int
    text: range = None


def comment(line):
    """The text of a line of a comment, None for another line."""
    return line[3:] if line.startswith("// ") else "" if line == "//" else None


def block(lines, start):
    """The place of the line that closes the block whose first line stands at `start`."""
    end = start
    while comment(lines[end]) != "```":
        end += 1
        if comment(lines[end]) is None:
            raise ValueError(f"line {start}: the block is not closed")
    return end


def owner(lines, at):
    """What a comment documents: the name in the first line after it."""
    while comment(lines[at]) is not None:
        at += 1
    found = MEMBER.match(lines[at])
    return found[1] or found[2] if found else lines[at]


def split(words):
    """The arguments of the run, and what the test has to do: the word after `@` -> the words that follow it."""
    arguments, wants = [], {}
    for word in shlex.split(words):
        if word.startswith("@"):
            last = wants[word[1:]] = []
        elif wants:
            last.append(word)
        else:
            arguments.append(word)
    return arguments, wants


def examples(lines):
    at = 0
    while at < len(lines):
        opened = OPEN.fullmatch(comment(lines[at]) or "")
        if not opened:
            at += 1
            continue
        end = block(lines, at + 1)
        found = Example(owner(lines, at), *split(opened[1]), "", end + 1)
        found.script = "".join(f"{comment(line)}\n" for line in lines[at + 1 : end])
        at = end + 1
        if [comment(line) for line in lines[at : at + 2]] == ["", "```text"]:
            end = block(lines, at + 2)
            found.text = range(at + 2, end)
            at = end + 1
        yield found


def cases(context):
    yield core.Case("pages", lambda: reference_pages.run(context))
    yield core.Case("complete", lambda: core.judged(list(reference_pages.undescribed(context))))
    for file in sorted(FOLDER.rglob("*.flux")):
        if not file.name.endswith("_test.flux") and "// ```flux" in file.read_text(encoding="utf-8"):
            name = str(file.relative_to(FOLDER).parent)
            yield core.Case(name, lambda file=file: run(context, file))


def furnish(folder):
    """Gives the folder of a run what its script may read."""
    (folder / "examples").symlink_to(core.TOP / "examples")
    for file in FILES.iterdir():
        if file.suffix == ".sql":
            with contextlib.closing(sqlite3.connect(folder / f"{file.stem}.sqlite")) as database:
                database.executescript(file.read_text(encoding="utf-8"))
        else:
            shutil.copy(file, folder)


def as_answer(file):
    """An answer of fluxi_test_server."""
    text = (FILES / file).read_text(encoding="utf-8")
    return "body=" + text.replace("\\", "\\\\").replace("\n", "\\n").replace(",", "\\,")


@contextlib.contextmanager
def surroundings(context, example, folder):
    """Starts what the example needs; gives the arguments of the run that lead to it."""
    with contextlib.ExitStack() as stack:
        variables = {}
        for name in example.wants.get("service", []):
            variables |= stack.enter_context(services.SERVICES[name](folder))
        if answers := example.wants.get("answer"):
            words = [word for file in answers for word in ("--answer", as_answer(file))]
            variables |= stack.enter_context(sessions.server_for(context, sessions.Session(server=words), folder))
        yield [word for port in variables.values() for word in ("--connect-to", f"::127.0.0.1:{port}") if port.isdigit()]


def output(context, example):
    """(lines, problems) of a run; the lines of a script that is only checked are None."""
    only_checked = example.arguments == ["check"]
    dry = "--dry-run" in example.arguments
    fails = "fails" in example.wants
    tests = re.search(r"^testcase ", example.script, re.MULTILINE)
    name = "example_test.flux" if tests else "example.flux"
    arguments = [word for word in example.arguments if word != "--dry-run"] + ["--http=dry-run"] * dry
    with core.Scratch() as folder:
        furnish(folder)
        (folder / name).write_text(example.script, encoding="utf-8")
        with surroundings(context, example, folder) as more:
            command = ["check"] if only_checked else ["test" if tests else "run", *arguments, *more]
            words = shlex.join([str(context.fluxi), *command, name])
            merged = " 2>&1" if dry or fails else ""
            ran = context.run(["/bin/sh", "-c", f"exec {words}{merged}"], folder)
    if ran.died() or ran.status != int(fails):
        return None, [ran.died() or f"exit status {ran.status}", *(ran.err or ran.out).splitlines()]
    if only_checked:
        return None, []
    return [line.rstrip() for line in ran.out.rstrip().splitlines()], ran.err.splitlines()


def judge(context, example, lines):
    """What is wrong with an example, and its output if that is to be written anew."""
    wrong = [f"@{word}" for word in example.wants if word not in ("fails", "answer", "service")]
    wrong += [f"@service {name}" for name in example.wants.get("service", []) if name not in services.SERVICES]
    if wrong:
        return [f"a test knows no {wrong[0]}"], None
    got, problems = output(context, example)
    if problems or got is None:
        return problems, None
    if example.text is None:
        return ([], got) if context.update else (["it has no ```text block; FLUXI_UPDATE=1 writes one"], None)
    problems = match.differences("output", [comment(lines[i]) for i in example.text], got)
    return ([], got) if problems and context.update else (problems, None)


def run(context, file):
    lines = file.read_text(encoding="utf-8").splitlines()
    found = list(examples(lines))
    outcome = core.Outcome()
    renewed = []
    missing = set()
    for example in found:
        try:
            problems, got = judge(context, example, lines)
        except services.Unavailable as reason:
            missing.add(str(reason))
            continue
        outcome.passed += not problems
        outcome.failed += bool(problems)
        outcome.notes += problems and [f"line {example.after}: an example of {example.name}", *problems]
        if got is not None:
            renewed.append((example, [f"// {line}".rstrip() for line in got]))
    outcome.skipped = "; ".join(sorted(missing))
    for example, text in reversed(renewed):
        if example.text is None:
            lines[example.after : example.after] = ["//", "// ```text", *text, "// ```"]
        else:
            lines[example.text.start : example.text.stop] = text
    if renewed:
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return outcome
