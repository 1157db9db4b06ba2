"""How a script is run must not change what it prints: rows per batch, threads, bound or walked lambdas,
memory.

Runs scripts of tests/oracle/tables in several ways; each must give the bytes and the exit status of the
plain run. A sample of the scripts by default, all of them with `tests/run --all independence`.
"""
import tempfile

from . import core, match

FOLDER = core.TESTS / "oracle" / "tables"
COMMAND = ["run", "--format", "annotated-csv", "--now", "2024-01-01T00:00:00Z"]
WAYS = {
    "one row": ["--batch-rows", "1"],
    "seven rows": ["--batch-rows", "7"],
    "one thread": ["--threads", "1"],
    "eight threads": ["--threads", "8", "--batch-rows", "7"],
    "walked": ["--walk-lambdas"],
    "spilled": ["--memory-limit", "64K", "--spill-dir", tempfile.gettempdir()],
}
# Every so many scripts make the sample.
SAMPLE = 12


def cases(context):
    scripts = sorted(FOLDER.glob("*.flux"))
    for script in scripts if context.all else scripts[::SAMPLE]:
        yield core.Case(script.stem, lambda script=script: run(context, script))


def run(context, script):
    wanted = output(context, script, [])
    problems = []
    for way, arguments in WAYS.items():
        got = output(context, script, arguments)
        if got != wanted:
            problems.append(f"{way} ({' '.join(arguments)}):")
            problems.extend(match.differences("output", wanted, got) or ["differs"])
    return core.judged(problems)


def output(context, script, arguments):
    ran = context.run([context.fluxi, *COMMAND, *arguments, script.name], FOLDER)
    return [f"exit status {ran.status}", ran.died(), *ran.out.splitlines(), *ran.err.splitlines()]
