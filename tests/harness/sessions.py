"""Shell sessions with what they print: tests/cli/**/*.test, and the ```console blocks of the documentation.

    # A comment.
    $ fluxi -e '1 + 1'
    2
    $ fluxi run missing.flux
    ! error: [..]missing.flux[..]
    ? 2

A command follows `$ ` (lines that continue it follow `> `); then come the lines of standard output, the
lines of standard error, each after `! `, and, where it is not 0, the exit status after `? `. `[..]` stands
for any text, a line `...` (or `! ...`) for any number of lines. All commands of a file run in one fresh
folder, where `examples` is the repository's. In documentation both streams are
shown as one, and not the exit status.

A line `@server ARGUMENT...` before the first command starts fluxi_test_server (tests/support) on loopback for
the session: $PORT is its port, requests.jsonl has a line for each request that it got. A line `@service NAME`
starts one of harness/services.py; where the machine does not have it, the session is skipped.
"""
import contextlib
import dataclasses
import re
import shlex
import subprocess
import time

from . import core, match, services

FOLDER = core.TESTS / "cli"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclasses.dataclass
class Step:
    """One command and what it must do."""

    line: int
    command: str
    out: list = dataclasses.field(default_factory=list)
    err: list = dataclasses.field(default_factory=list)
    status: int = 0


@dataclasses.dataclass
class Session:
    """The steps of a file and the arguments of the server that it asks for, if it does."""

    steps: list = dataclasses.field(default_factory=list)
    server: list = None
    services: list = dataclasses.field(default_factory=list)


def parse(text, first_line=1):
    """Reads a session; raises ValueError on a line before the first command that is no comment."""
    session = Session()
    steps = session.steps
    for number, line in enumerate(text.splitlines(), start=first_line):
        if line.startswith("$ "):
            steps.append(Step(number, line[2:]))
        elif not steps and (line == "@server" or line.startswith("@server ")):
            session.server = shlex.split(line)[1:]
        elif not steps and line.startswith("@service "):
            session.services.append(line.split()[1])
        elif not steps:
            if line and not line.startswith("#"):
                raise ValueError(f"line {number}: output before the first command")
        elif line.startswith("> ") and not steps[-1].out and not steps[-1].err:
            steps[-1].command += "\n" + line[2:]
        elif line == "!" or line.startswith("! "):
            steps[-1].err.append(line[2:])
        elif re.fullmatch(r"\? \d+", line):
            steps[-1].status = int(line[2:])
        elif line.startswith("# ") or line == "#":
            pass
        else:
            steps[-1].out.append(line)
    for step in steps:
        while step.out and not step.out[-1]:
            step.out.pop()  # An empty line before the next command only separates.
    return session


@contextlib.contextmanager
def server_for(context, session, folder):
    """Runs the server that the session asks for; gives the variables that its commands see."""
    if session.server is None:
        yield {}
        return
    port_file = folder / "port"
    argv = [context.server, port_file, folder / "requests.jsonl", *session.server]
    server = subprocess.Popen([str(word) for word in argv], env=context.environment(folder))
    try:
        deadline = time.monotonic() + context.seconds
        while not port_file.exists():
            if server.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"fluxi_test_server {shlex.join(session.server)} does not start")
            time.sleep(0.01)
        yield {"PORT": port_file.read_text(encoding="ascii").strip()}
    finally:
        server.terminate()
        server.wait()


def cases(context):
    for file in sorted(FOLDER.rglob("*.test")):
        name = str(file.relative_to(FOLDER).with_suffix(""))
        yield core.Case(name, lambda file=file: run(context, parse(file.read_text(encoding="utf-8"))))
    for page in [core.TOP / "README.md", *sorted((core.TOP / "docs").glob("*.md")), core.TOP / "examples" / "README.md"]:
        text = page.read_text(encoding="utf-8") if page.exists() else ""
        for block in BLOCK.finditer(text):
            line = text.count("\n", 0, block.start(1)) + 1
            yield core.Case(
                f"{page.relative_to(core.TOP)}:{line}",
                lambda block=block, line=line: run(context, parse(block[1], line), merged=True),
            )


def run(context, session, merged=False):
    if not session.steps:
        return core.judged(["no command"])
    problems = []
    with core.Scratch() as folder, contextlib.ExitStack() as stack:
        (folder / "examples").symlink_to(core.TOP / "examples")
        variables = {}
        try:
            for name in session.services:
                if name == "kafka" and context.build.name == "tsan":
                    # It starts threads by thrd_create, which ThreadSanitizer does not see: it dies in them.
                    raise services.Unavailable("librdkafka does not run under ThreadSanitizer")
                variables |= stack.enter_context(services.SERVICES[name](folder))
        except services.Unavailable as reason:
            return core.Outcome(skipped=str(reason))
        variables |= stack.enter_context(server_for(context, session, folder))
        for step in session.steps:
            found = check(context, folder, step, merged, variables)
            if found:
                problems += [f"line {step.line}: $ {step.command}", *("  " + line for line in found)]
    return core.judged(problems)


def check(context, folder, step, merged, variables):
    command = f"exec 2>&1\n{step.command}" if merged else step.command
    ran = context.run(["/bin/bash", "-c", command], folder, env=variables)
    problems = [ran.died()] if ran.died() else []
    if ran.status is not None and ran.status != step.status and not merged:
        problems.append(f"exit status {ran.status}, expected {step.status}")
    out = ran.out.splitlines()
    while out and not out[-1] and step.out[-1:] != [match.ANY_LINES]:
        out.pop()
    problems += match.differences("standard output", step.out, out)
    if not merged:
        problems += match.differences("standard error", step.err, ran.err.splitlines())
    return problems
