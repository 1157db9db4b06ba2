"""How a script is run must not change what it prints: rows per batch, threads, bound or walked lambdas,
memory.

Runs scripts of tests/oracle/tables in several ways; each must give the bytes and the exit status of the
plain run. A sample of the scripts by default, all of them with `tests/run --all independence`. And each operator, by
tests/independence/operators.txt: with 1, 2 and 8 threads and batches of 1, 7 and 4096 rows, and those that keep their
input with a memory limit that they have to spill under.
"""
import hashlib
import itertools
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

OPERATORS = core.TESTS / "independence"
THREADS = [1, 2, 8]
BATCHES = [1, 7, 4096]
# For a build with sanitizers.
FEW_WAYS = [(1, 1), (8, 7)]
FEW_ROWS = 3000
MANY_ROWS = 150000
SPILLING = ["--memory-limit", "16M", "--spill-dir", tempfile.gettempdir()]


def cases(context):
    scripts = sorted(FOLDER.glob("*.flux"))
    for script in scripts if context.all else scripts[::SAMPLE]:
        yield core.Case(script.stem, lambda script=script: run(context, script))
    yield from operators(context)


def operators(context):
    head = (OPERATORS / "head.flux").read_text(encoding="utf-8")
    spills = False
    for line in (OPERATORS / "operators.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            spills = line == "[spills]"
        elif line and not line.startswith("#"):
            name, script = line.split(": ", 1)
            text = head + script + "\n"
            yield core.Case(f"operators/{name}", lambda text=text: operator(context, text))
            if spills:
                yield core.Case(f"spilled/{name}", lambda text=text: spilled(context, text))


def operator(context, text):
    """All ways of the machine: the same bytes, and no error."""
    with core.Scratch() as folder:
        script = folder / "script.flux"
        script.write_text(text.replace("COUNT", str(FEW_ROWS)), encoding="utf-8")
        wanted = digest(context, script, [])
        problems = [f"plain: {wanted[1]}"] if wanted[0] != 0 else []
        for threads, batch in itertools.product(THREADS, BATCHES) if context.full else FEW_WAYS:
            way = ["--threads", str(threads), "--batch-rows", str(batch)]
            if digest(context, script, way) != wanted:
                problems.append(f"{' '.join(way)}: differs")
    return core.judged(problems)


def spilled(context, text):
    """With room for the program only and with all the room there is: the same bytes, and no error."""
    with core.Scratch() as folder:
        script = folder / "script.flux"
        script.write_text(text.replace("COUNT", str(MANY_ROWS)), encoding="utf-8")
        wanted = digest(context, script, [])
        got = digest(context, script, SPILLING)
    good = got == wanted and got[0] == 0
    return core.judged([] if good else [f"{' '.join(SPILLING)}: {got[1] or wanted[1] or 'differs'}"])


def digest(context, script, arguments):
    """The exit status, the first line of the messages, and the output in short."""
    argv = [context.fluxi, *COMMAND, *arguments, script.name]
    ran = context.run(argv, script.parent, seconds=6 * context.seconds)
    errors = ran.died() or (ran.err.splitlines() or [""])[0]
    return ran.status, errors, hashlib.sha256(ran.out.encode("utf-8")).hexdigest()


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
