"""The documentation against the program: every ```flux block runs, every link to a file leads somewhere, the table of
what there is (compatibility.py) and the picture (scripts/picture) are up to date.

A block is a script of its own: it is run by `fluxi run`, or by `fluxi test` if it has testcases; requests are shown, not
sent, and `now()` is fixed. A ```text block that follows at once is what it prints. ```flux check is only checked, because
it needs what is not there, and ```flux fragment is a part of a script that only has to parse, as has a testcase that
extends another.
"""
import re

from . import compatibility, core, match

BLOCK = re.compile(r"^( *)```flux(?: (\w+))?\n(.*?)^\1```$(?:\n+\1```text\n(.*?)^\1```$)?", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
TESTCASE = re.compile(r"^testcase \w+( extends)?", re.MULTILINE)
RUN = ["run", "--http=dry-run", "--now", "2024-01-01T00:00:00Z"]


def pages():
    yield from sorted(core.TOP.glob("*.md"))
    for folder in ("docs", "tests", "stdlib", "examples"):
        for page in sorted((core.TOP / folder).rglob("*.md")):
            # The examples in pages made of the library are run where they stand there.
            if page.parent.parts[-1] == "docs" or "reference" not in page.parts:
                yield page


def cases(context):
    yield core.Case("compatibility", lambda: compatibility.run(context))
    yield core.Case("picture", lambda: picture(context))
    for page in pages():
        name = str(page.relative_to(core.TOP))
        text = page.read_text(encoding="utf-8")
        yield core.Case(f"{name} links", lambda page=page, text=text: core.judged(list(broken_links(page, text))))
        for block in BLOCK.finditer(text):
            line = text.count("\n", 0, block.start(3)) + 1
            yield core.Case(f"{name}:{line}", lambda block=block: core.judged(run(context, *block.groups())))


def picture(context):
    ran = context.run([core.TOP / "scripts" / "picture", *([] if context.update else ["--check"]), context.fluxi], core.TOP)
    return core.judged([] if ran.status == 0 else ran.err.splitlines())


def broken_links(page, text):
    for target in LINK.findall(text):
        if "://" not in target and not (page.parent / target).exists():
            yield f"no such file: {target}"


def command_for(kind, script):
    """How a block is looked at: the arguments of fluxi and the name of its file."""
    testcase = TESTCASE.search(script)
    if kind == "fragment" or testcase and testcase[1]:
        return ["ast"], "block.flux"
    if kind == "check":
        return ["check"], "block.flux"
    return (["test"], "block_test.flux") if testcase else (RUN, "block.flux")


def run(context, indent, kind, script, wanted):
    """What is wrong with a block."""
    if kind not in (None, "check", "fragment"):
        return [f"a flux block is run, or is one to check or a fragment, not {kind!r}"]
    if indent:
        script = re.sub(rf"^{indent}", "", script, flags=re.MULTILINE)
        wanted = wanted and re.sub(rf"^{indent}", "", wanted, flags=re.MULTILINE)
    arguments, name = command_for(kind, script)
    with core.Scratch() as folder:
        (folder / "examples").symlink_to(core.TOP / "examples")
        (folder / name).write_text(script, encoding="utf-8")
        ran = context.run([context.fluxi, *arguments, name], folder)
    if ran.status != 0:
        return [ran.died() or f"exit status {ran.status}", *ran.err.splitlines()]
    if wanted is None:
        return []
    if arguments != RUN:
        return ["only the output of a block that is run can be compared"]
    return match.differences("output", wanted.splitlines(), ran.out.splitlines())
