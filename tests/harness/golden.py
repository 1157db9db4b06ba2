"""Scripts with all that a command prints about them beside it: NAME.flux and NAME.txt.

NAME.txt has the exit status, then standard output, then standard error. Run with FLUXI_UPDATE=1 to
write it anew, and read the difference before it is committed.
"""
import shlex

from . import core, match

# Folder below tests/ -> the command that is run in it for each script.
COMMANDS = {"errors": "fluxi run {file}"}


def cases(context):
    for folder, command in COMMANDS.items():
        for script in sorted((core.TESTS / folder).glob("*.flux")):
            yield core.Case(
                f"{folder}/{script.stem}", lambda script=script, command=command: run(context, script, command)
            )


def run(context, script, command):
    argv = [word.replace("{file}", script.name) for word in shlex.split(command)]
    ran = context.run([context.build / argv[0], *argv[1:]], script.parent)
    if ran.died():
        return core.judged([ran.died(), *ran.err.splitlines()])
    got = f"exit status {ran.status}\n{ran.out}{ran.err}"
    golden = script.with_suffix(".txt")
    if context.update:
        golden.write_text(got, encoding="utf-8")
    if not golden.exists():
        return core.judged([f"{golden.name} is missing; write it with FLUXI_UPDATE=1"])
    return core.judged(match.differences("output", golden.read_text(encoding="utf-8").splitlines(), got.splitlines()))
