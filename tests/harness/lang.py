"""Scripts that state in comments what they do: tests/lang/**/*.flux.

    // expect: TEXT             the next line of standard output; all lines together are all of it
    // expect error: TEXT       the script fails, and standard error has TEXT
    // expect warning: TEXT     standard error has TEXT
    // expect status: N         the exit status (otherwise 0, or 1 or 3 where an error is expected)
    // args: ARGUMENT...        arguments for fluxi run, such as --format plain-csv or --strict

An error or warning behind code on the same line must be reported for that line. `[..]` in TEXT
stands for any text.
"""
import re
import shlex

from . import core, match

FOLDER = core.TESTS / "lang"
DIRECTIVE = re.compile(r"^(?P<code>.*?)// (?:expect(?P<kind> error| warning| status)?|(?P<args>args)):(?: (?P<text>.*))?$")


class Expected:
    """What the comments of one script ask for."""

    def __init__(self, script):
        self.args, self.out, self.errors, self.warnings, self.status = [], [], [], [], None
        for number, line in enumerate(script.splitlines(), start=1):
            found = DIRECTIVE.match(line)
            if not found:
                continue
            text = (found["text"] or "").rstrip()
            place = number if found["code"].strip() else None
            if found["args"]:
                self.args += shlex.split(text)
            elif found["kind"] == " error":
                self.errors.append((place, text))
            elif found["kind"] == " warning":
                self.warnings.append((place, text))
            elif found["kind"] == " status":
                self.status = int(text)
            else:
                self.out.append(text)

    def empty(self):
        return not (self.out or self.errors or self.warnings or self.status)


def cases(context):
    for script in sorted(FOLDER.rglob("*.flux")):
        yield core.Case(str(script.relative_to(FOLDER).with_suffix("")), lambda script=script: run(context, script))


def run(context, script):
    expected = Expected(script.read_text(encoding="utf-8"))
    if expected.empty():
        return core.judged(["the script states no expectation"])
    ran = context.run([context.fluxi, "run", *expected.args, script.name], script.parent)
    return core.judged(list(problems(expected, ran)))


def problems(expected, ran):
    if ran.died():
        yield from [ran.died(), *ran.err.splitlines()]
        return
    allowed = [expected.status] if expected.status is not None else [1, 3] if expected.errors else [0]
    if ran.status not in allowed:
        yield f"exit status {ran.status}, expected {' or '.join(map(str, allowed))}"
        yield from ran.err.splitlines()
    yield from match.differences("standard output", expected.out, [line.rstrip() for line in ran.out.splitlines()])
    for kind, wanted in (("error", expected.errors), ("warning", expected.warnings)):
        for place, text in wanted:
            yield from missing(kind, place, text, ran.err)


def missing(kind, place, text, err):
    """Problems if standard error does not report `text`, where `place` is given, for that line."""
    lines = err.splitlines()
    at = [i for i, line in enumerate(lines) if match.line_matches(f"[..]{text}[..]", line)]
    if not at:
        yield f"standard error does not have the {kind}: {text}"
        yield from ("  " + line for line in lines)
    elif place is not None:
        # The position stands on the message's line or on one of the next lines, as FILE:LINE:COLUMN.
        if not any(re.search(rf":{place}:\d+", line) for i in at for line in lines[max(i - 1, 0) : i + 3]):
            yield f"the {kind} is not reported for line {place}: {text}"
            yield from ("  " + line for line in lines)
