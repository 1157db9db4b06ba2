"""Every script of examples/ runs and prints what the .out file beside it has; README.md there lists all of them.

All are run the same way: requests are shown, not sent, and `now()` is fixed. Those that need a server or write files
have no .out file: tests/cli/examples.test runs them. A file *_test.flux is run by `fluxi test`. FLUXI_UPDATE=1 writes
the .out files anew.
"""
from . import core, match

FOLDER = core.TOP / "examples"
ARGUMENTS = ["--http=dry-run", "--now", "2024-01-01T00:00:00Z"]
SESSION = core.TESTS / "cli" / "examples.test"


def cases(context):
    yield core.Case("list", listed)
    for script in sorted([*FOLDER.glob("*.flux"), *FOLDER.glob("buckets/*.flux")]):
        name = script.relative_to(FOLDER).with_suffix("")
        if script.with_suffix(".out").exists() or not in_session(script):
            yield core.Case(str(name), lambda script=script: run(context, script))


def in_session(script):
    return f"examples/{script.relative_to(FOLDER)}" in SESSION.read_text(encoding="utf-8")


def listed():
    """Every script has its line in the list, and is run by somebody."""
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    problems = []
    for script in sorted([*FOLDER.glob("*.flux"), *FOLDER.glob("*/*.flux")]):
        name = script.relative_to(FOLDER)
        if f"({name})" not in page:
            problems.append(f"examples/README.md does not list {name}")
        if not script.with_suffix(".out").exists() and not in_session(script) and name.parent.name != "units":
            problems.append(f"{name} has neither an .out file nor a place in {SESSION.relative_to(core.TOP)}")
    return core.judged(problems)


def run(context, script):
    command = "test" if script.stem.endswith("_test") else "run"
    ran = context.run([context.fluxi, command, *(ARGUMENTS if command == "run" else []), script.name], script.parent)
    if ran.died() or ran.status != 0:
        return core.judged([ran.died() or f"exit status {ran.status}", *ran.err.splitlines()])
    wanted = script.with_suffix(".out")
    if context.update:
        wanted.write_text(ran.out, encoding="utf-8")
    if not wanted.exists():
        return core.judged([f"{wanted.name} is missing; write it with FLUXI_UPDATE=1"])
    if not ran.out:
        return core.judged(["prints nothing"])
    return core.judged(match.differences("output", wanted.read_text(encoding="utf-8").splitlines(), ran.out.splitlines()))
