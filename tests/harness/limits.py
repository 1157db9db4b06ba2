"""Scripts that are given less memory or time than they would take: tests/limits/operators.txt.

`keeps`: the operator keeps what grows with its input. Under --memory-limit 16M the run ends in the error that
names the limit, at a place in the script. `streams`: it does not, and the run succeeds. Either way the process
never takes much more memory than the limit. `long`: a loop that makes many rows from few. With --timeout 0.2 the run
ends with that error, soon.
"""
import json
import re
import subprocess
import sys
import types

from . import core

FOLDER = core.TESTS / "limits"
LIMIT = "16M"
# The program itself takes about 20 MB; the rest is what a batch takes on its way, and what the allocator holds back.
MOST_MEMORY = 16 + 48
# A run that goes astray ends here.
HOPELESS = ["--cpu=60"]
ADDRESSES = [f"--as={4 << 30}"]
# Runs a command and writes what it used into a file. A process starts with the peak of the one that it was forked from, so
# a small one has to stand between it and this one.
USED = """
import json, os, sys
pid = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, used = os.wait4(pid, 0)
with open(sys.argv[1], "w") as file:
    json.dump({"ru_maxrss": used.ru_maxrss, "ru_utime": used.ru_utime, "ru_stime": used.ru_stime}, file)
sys.exit(os.waitstatus_to_exitcode(status) & 255)
"""
# Of the processor's time: how busy the machine is does not matter.
MOST_SECONDS = 1.0
# Every so many cases make the sample of a build with sanitizers, whose own use of memory hides that of the program.
SAMPLE = 4


def cases(context):
    every = list(all_cases(context))
    return every if context.full else every[::SAMPLE]


def all_cases(context):
    head = (FOLDER / "head.flux").read_text(encoding="utf-8")
    section = None
    for line in (FOLDER / "operators.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            section = line.strip("[]")
            continue
        name, script = line.split(": ", 1)
        run = {"keeps": keeps, "streams": streams, "long": is_long}[section]
        yield core.Case(
            f"{section}/{name}",
            lambda run=run, script=script: core.judged(run(context, head + script + "\n")),
        )


def keeps(context, script):
    status, errors, used = measured(context, script, ["--memory-limit", LIMIT])
    wanted = r"script\.flux:\d+:\d+: error\[E0401\]: the memory limit of 16 MiB is reached"
    return [*ended(status, errors, 1, wanted), *memory(context, used)]


def streams(context, script):
    status, errors, used = measured(context, script, ["--memory-limit", LIMIT])
    return [*ended(status, errors, 0, ""), *memory(context, used)]


def is_long(context, script):
    status, errors, used = measured(context, script, ["--timeout", "0.2"])
    problems = ended(status, errors, 1, r"error\[E0401\]: the time limit of the run is over")
    seconds = used.ru_utime + used.ru_stime
    if seconds > MOST_SECONDS * core.SLOWER.get(context.build.name, 1):
        problems.append(f"took {seconds:.2f} s of the processor's time")
    return problems


def ended(status, errors, wanted_status, wanted):
    first = errors.splitlines()[0] if errors else ""
    if status == wanted_status and re.search(wanted, first):
        return []
    return [f"exit status {status}: {first or 'no message'}"]


def memory(context, used):
    taken = used.ru_maxrss / 1024
    # Sanitizers take memory of their own.
    if context.build.name != "release" or taken <= MOST_MEMORY:
        return []
    return [f"took {taken:.0f} MiB of memory with a limit of {LIMIT}"]


def measured(context, script, options):
    """Runs a script; gives its exit status, its messages and what it used."""
    with core.Scratch() as folder:
        (folder / "script.flux").write_text(script, encoding="utf-8")
        run = [context.fluxi, "run", "--quiet", "--threads", "1", *options, "script.flux"]
        space = ADDRESSES if "--memory-limit" in options else []
        argv = ["prlimit", *HOPELESS, *space, *run] if context.build.name == "release" else run
        done = subprocess.run(
            [sys.executable, "-S", "-c", USED, "used.json", *(str(word) for word in argv)],
            cwd=folder,
            env=context.environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=False,
        )
        used = types.SimpleNamespace(**json.loads((folder / "used.json").read_text(encoding="utf-8")))
        return done.returncode, done.stderr.decode("utf-8", "replace"), used
