"""The documentation against the program: every ```flux block parses, every link to a file leads somewhere, and the
table of what there is (compatibility.py) is up to date."""
import re

from . import compatibility, core

BLOCK = re.compile(r"^( *)```flux\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def pages():
    yield from sorted(core.TOP.glob("*.md"))
    for folder in ("docs", "tests", "stdlib", "examples"):
        for page in sorted((core.TOP / folder).rglob("*.md")):
            # The examples in pages made of the library are run where they stand there.
            if page.parent.parts[-1] == "docs" or "reference" not in page.parts:
                yield page


def cases(context):
    yield core.Case("compatibility", lambda: compatibility.run(context))
    for page in pages():
        name = str(page.relative_to(core.TOP))
        text = page.read_text(encoding="utf-8")
        yield core.Case(f"{name} links", lambda page=page, text=text: core.judged(list(broken_links(page, text))))
        for block in BLOCK.finditer(text):
            line = text.count("\n", 0, block.start(2)) + 1
            yield core.Case(f"{name}:{line}", lambda block=block: parses(context, block[2]))


def broken_links(page, text):
    for target in LINK.findall(text):
        if "://" not in target and not (page.parent / target).exists():
            yield f"no such file: {target}"


def parses(context, script):
    with core.Scratch() as folder:
        (folder / "block.flux").write_text(script, encoding="utf-8")
        ran = context.run([context.fluxi, "ast", "block.flux"], folder)
    return core.judged([] if ran.status == 0 else [ran.died() or f"exit status {ran.status}", *ran.err.splitlines()])
