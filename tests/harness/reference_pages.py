"""The documentation of the standard library as `fluxi doc` gives it: docs/reference/ has a page for each package, each
parameter of a function is described, and each member has an example."""
import json
import pathlib
import tempfile

from . import core

FOLDER = core.TOP / "docs" / "reference"


def asked(context, *names):
    ran = context.run([context.fluxi, "doc", "--json", *names], core.TOP)
    if ran.status != 0:
        raise RuntimeError(f"fluxi doc {' '.join(names)}: {ran.died() or ran.err}")
    return json.loads(ran.out)


def pages(context):
    """File below docs/reference -> its text."""
    with tempfile.TemporaryDirectory() as folder:
        ran = context.run([context.fluxi, "doc", "--markdown", "-o", folder], core.TOP)
        if ran.status != 0:
            raise RuntimeError(f"fluxi doc --markdown: {ran.died() or ran.err}")
        root = pathlib.Path(folder)
        return {str(file.relative_to(root)): file.read_text(encoding="utf-8") for file in root.rglob("*.md")}


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
        if not one["package"].startswith("internal/") and not one["examples"]:
            yield f"{one['package']}.{one['name']} has no example"
        if one["kind"] != "function":
            continue
        described = [parameter["name"] for parameter in one["parameters"]]
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
