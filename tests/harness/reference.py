"""The examples in the documentation of the standard library: stdlib/**/*.flux.

Under `## Examples` of a comment, a ```flux block is a whole script and the ```text block that follows is what
`fluxi run` prints for it. Words after ```flux are arguments of the run, such as `--secret KEY=VALUE`; `--dry-run` shows
requests, and standard error with them. ```flux check is only checked, because it needs a bucket, a broker or a file.
FLUXI_UPDATE=1 writes the ```text blocks anew. Further cases look whether docs/reference is up to date, and whether each
member has an example and each parameter a description.
"""
import dataclasses
import re
import shlex

from . import core, match, reference_pages

FOLDER = core.TOP / "stdlib"
MEMBER = re.compile(r"(?:builtin|option)?\s*(\w+)\s*[:=]|package (\w+)")
OPEN = re.compile(r"```flux\b ?(.*)")


@dataclasses.dataclass
class Example:
    """One script: `text` are the places of its output in the lines of the file, None without such a block."""

    name: str
    arguments: list
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


def examples(lines):
    at = 0
    while at < len(lines):
        opened = OPEN.fullmatch(comment(lines[at]) or "")
        if not opened:
            at += 1
            continue
        end = block(lines, at + 1)
        found = Example(owner(lines, at), shlex.split(opened[1]), "", end + 1)
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


def output(context, example):
    """(lines, problems) of a run; the lines of a script that is only checked are None."""
    only_checked = example.arguments == ["check"]
    dry = "--dry-run" in example.arguments
    arguments = [word for word in example.arguments if word != "--dry-run"] + ["--http=dry-run"] * dry
    command = ["check"] if only_checked else ["run", *arguments]
    words = shlex.join([str(context.fluxi), *command, "example.flux"])
    with core.Scratch() as folder:
        (folder / "example.flux").write_text(example.script, encoding="utf-8")
        ran = context.run(["/bin/sh", "-c", f"exec {words}{' 2>&1' if dry else ''}"], folder)
    if ran.status != 0:
        return None, [ran.died() or f"exit status {ran.status}", *(ran.err or ran.out).splitlines()]
    if only_checked:
        return None, []
    return [line.rstrip() for line in ran.out.rstrip().splitlines()], ran.err.splitlines()


def judge(context, example, lines):
    """What is wrong with an example, and its output if that is to be written anew."""
    got, problems = output(context, example)
    if problems or got is None:
        return problems, None
    if context.update:
        return [], got
    if example.text is None:
        return ["it has no ```text block; FLUXI_UPDATE=1 writes one"], None
    return match.differences("output", [comment(lines[i]) for i in example.text], got), None


def run(context, file):
    lines = file.read_text(encoding="utf-8").splitlines()
    found = list(examples(lines))
    outcome = core.Outcome()
    renewed = []
    for example in found:
        problems, got = judge(context, example, lines)
        outcome.passed += not problems
        outcome.failed += bool(problems)
        outcome.notes += problems and [f"line {example.after}: an example of {example.name}", *problems]
        if got is not None:
            renewed.append((example, [f"// {line}".rstrip() for line in got]))
    for example, text in reversed(renewed):
        if example.text is None:
            lines[example.after : example.after] = ["//", "// ```text", *text, "// ```"]
        else:
            lines[example.text.start : example.text.stop] = text
    if renewed:
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return outcome
