"""The documentation of the standard library as `fluxi doc --json` gives it: docs/reference/ has a page made of it for each
package, each parameter of a function is described, and each member has an example."""
import json
import re
import textwrap

from . import core

FOLDER = core.TOP / "docs" / "reference"
OPEN = re.compile(r"```flux (.+)")
HEADING = re.compile(r"#+ ")
INDEX = """# The standard library

Each package has a page with its members, their types, parameters and examples with what they print. The pages are
made from the sources in `stdlib` by `FLUXI_UPDATE=1 tests/run reference -k pages`; `fluxi doc NAME` shows the same.

"""
WIDTH = 118


def asked(context, *names):
    ran = context.run([context.fluxi, "doc", "--json", *names], core.TOP)
    if ran.status != 0:
        raise RuntimeError(f"fluxi doc {' '.join(names)}: {ran.died() or ran.err}")
    return json.loads(ran.out)


def laid_out(context, members):
    """The types of members, by name, in lines as `fluxi fmt` breaks them."""
    script = "package p\n\n" + "\n\n".join(f"builtin {one['name']} : {one['type']}" for one in members) + "\n"
    ran = context.run([context.fluxi, "fmt", "-"], core.TOP, stdin=script.encode())
    if ran.status != 0:
        raise RuntimeError(f"fluxi fmt: {ran.died() or ran.err}")
    declared = re.split(r"^builtin (\w+) : ", ran.out, flags=re.MULTILINE)[1:]
    return dict(zip(declared[::2], (text.rstrip() for text in declared[1::2])))


def section(doc, level):
    """The text of a comment with its headings at a level; arguments of an example stand before it."""
    inside = False
    for line in doc.splitlines():
        opened = OPEN.fullmatch(line)
        if opened and opened[1] != "check":
            yield f"With `fluxi run {opened[1].replace('--dry-run', '--http=dry-run')}`:"
            yield ""
        if line.startswith("```"):
            inside = not inside
        yield "```flux" if opened else "#" * level + line if HEADING.match(line) and not inside else line


def wrapped(text, indent=""):
    return textwrap.wrap(text, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def entry(path, headline):
    """The lines about a package in the list of all."""
    return wrapped(f"- [`{path}`]({path}.md) " + re.sub(r"^Package \w+ ", "", headline), "  ")


def package_page(context, path, members):
    types = laid_out(context, members)
    links = ", ".join(f"[`{one['name']}`](#{one['name'].lower()})" for one in members)
    lines = [f"# {path}", "", *section(asked(context, path)["doc"], 1), "", *wrapped(f"Members: {links}")]
    for one in members:
        kind = {"function": "", "value": "", "option": "option "}[one["kind"]]
        lines += ["", f"## {one['name']}", "", "```", f"{kind}{one['name']} : {types[one['name']]}", "```", ""]
        lines += section(one["doc"], 1)
    return "\n".join(lines) + "\n"


def pages(context):
    """File below docs/reference -> its text."""
    packages = {}
    for one in asked(context):
        if not one["package"].startswith("internal/"):
            packages.setdefault(one["package"], []).append(one)
    texts = {f"{path}.md": package_page(context, path, packages[path]) for path in sorted(packages)}
    entries = [entry(path, asked(context, path)["headline"]) for path in sorted(packages)]
    return {"README.md": INDEX + "".join(f"{line}\n" for lines in entries for line in lines), **texts}


def parameters(type_):
    """The names of the parameters of a function of this type."""
    names, depth, name = [], 0, ""
    for char in type_:
        depth += (char in "([{") - (char in ")]}")
        if depth == 0:
            break
        if depth == 1 and char == ",":
            names.append(name)
            name = ""
        elif depth == 1:
            name += char
    names.append(name)
    return [name.strip("( ").split(":")[0].lstrip("?").removeprefix("<-") for name in names if ":" in name]


def undescribed(context):
    """Members without an example, and functions whose documentation does not list just the parameters that there are."""
    for one in asked(context):
        if not one["package"].startswith("internal/") and "\n## Examples\n" not in one["doc"]:
            yield f"{one['package']}.{one['name']} has no example"
        if one["kind"] != "function":
            continue
        part = re.search(r"^## Parameters\n(.*?)(?=^## |\Z)", one["doc"], re.MULTILINE | re.DOTALL)
        described = re.findall(r"^- (\w+):", part[1] if part else "", re.MULTILINE)
        if sorted(described) != sorted(parameters(one["type"])):
            yield f"{one['package']}.{one['name']} {one['type']}: described are {', '.join(described) or 'none'}"


def run(context):
    wanted = pages(context)
    there = {str(file.relative_to(FOLDER)): file for file in FOLDER.rglob("*.md")}
    if context.update:
        for name in there.keys() - wanted.keys():
            there[name].unlink()
        for name, text in wanted.items():
            (FOLDER / name).parent.mkdir(parents=True, exist_ok=True)
            (FOLDER / name).write_text(text, encoding="utf-8")
        return core.PASS
    stale = [name for name, text in wanted.items() if name not in there or there[name].read_text(encoding="utf-8") != text]
    stale += sorted(there.keys() - wanted.keys())
    return core.judged(stale and ["FLUXI_UPDATE=1 tests/run reference -k pages makes docs/reference anew", *stale])
