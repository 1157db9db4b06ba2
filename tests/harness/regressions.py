"""Inputs that a fuzzer once found: tests/fuzz/regressions/TARGET/*, run through build/.../TARGET_replay."""
from . import core

FOLDER = core.TESTS / "fuzz" / "regressions"


def cases(context):
    for file in sorted(path for path in FOLDER.rglob("*") if path.is_file()):
        yield core.Case(str(file.relative_to(FOLDER)), lambda file=file: run(context, file))


def run(context, file):
    target = file.relative_to(FOLDER).parts[0]
    ran = context.run([context.build / "tests" / "fuzz" / f"{target}_replay", file], core.TOP)
    if ran.died() or ran.status != 0:
        return core.judged([ran.died() or f"exit status {ran.status}", *ran.err.splitlines()])
    return core.PASS
