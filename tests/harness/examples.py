"""Every script of examples/ runs and prints what the .out file beside it has.

All are run the same way: requests are shown, not sent, and `now()` is fixed. FLUXI_UPDATE=1 writes
the .out files anew.
"""
from . import core, match

FOLDER = core.TOP / "examples"
ARGUMENTS = ["run", "--http=dry-run", "--now", "2024-01-01T00:00:00Z"]


def cases(context):
    for script in sorted([*FOLDER.glob("*.flux"), *FOLDER.glob("buckets/*.flux")]):
        name = str(script.relative_to(FOLDER).with_suffix(""))
        yield core.Case(name, lambda script=script: run(context, script))


def run(context, script):
    ran = context.run([context.fluxi, *ARGUMENTS, script.name], script.parent)
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
