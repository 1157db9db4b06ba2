"""docs/errors.md against the program: every code has its section, the script that stands first in a section gives its
message, the second one does not."""
import re
import shlex

from . import core

PAGE = core.TOP / "docs" / "errors.md"
CODE = re.compile(r'^FLUXI_CODE\(\w+, "(\w+)", "(.*)"\)$', re.MULTILINE)
SECTION = re.compile(r"^## (\w+) ([^\n]*)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"^```(text|flux)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ARGUMENTS = re.compile(r"^// args: (.*)$", re.MULTILINE)


def cases(context):
    known = CODE.findall((core.TOP / "src" / "base" / "codes.def").read_text(encoding="utf-8"))
    sections = SECTION.findall(PAGE.read_text(encoding="utf-8"))
    yield core.Case("sections", lambda: core.judged([] if [s[:2] for s in sections] == known else [
        "docs/errors.md must have a section `## CODE TITLE` for each line of src/base/codes.def, in its order:",
        *sorted({" ".join(c) for c in known} ^ {" ".join(s[:2]) for s in sections})]))
    for code, _, text in sections:
        for kind, script in BLOCK.findall(text):
            yield core.Case(f"{code} {kind}", lambda code=code, kind=kind, script=script: run(context, code, kind, script))
        yield core.Case(f"{code} is printed", lambda code=code, text=text: printed(context, code, text))


def messages(context, script):
    given = ARGUMENTS.search(script)
    arguments = shlex.split(given[1]) if given else []
    with core.Scratch() as folder:
        (folder / "script.flux").write_text(script, encoding="utf-8")
        checked = context.run([context.fluxi, "check", "script.flux"], folder)
        ran = context.run([context.fluxi, "run", *arguments, "script.flux"], folder)
    return checked.err + ran.err, checked.died() or ran.died()


def run(context, code, kind, script):
    seen, died = messages(context, script)
    if died:
        return core.judged([died])
    if kind == "text":
        return core.judged([] if f"[{code}]" in seen else [f"gives no {code}:", *seen.splitlines()])
    return core.judged(["gives a message:", *seen.splitlines()] if "[E" in seen or "[W" in seen else [])


def printed(context, code, text):
    ran = context.run([context.fluxi, "explain", code.lower()], core.TOP)
    missing = [line for line in text.splitlines() if line and not line.startswith("```") and line not in ran.out]
    return core.judged([ran.err, "fluxi explain does not print:", *missing] if missing or ran.status else [])
