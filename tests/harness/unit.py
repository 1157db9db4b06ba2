"""The doctest binary, counted by its own summary."""
import re

from . import core

SUMMARY = re.compile(r"^\[doctest\] test cases: +(\d+) \| +(\d+) passed \| +(\d+) failed", re.MULTILINE)


def cases(context):
    yield core.Case("fluxi_tests", lambda: run(context))


def run(context):
    ran = context.run([context.unit_tests, "--no-colors=true"], core.TOP, seconds=60 * context.seconds)
    found = SUMMARY.search(ran.out)
    passed, failed = (int(found[2]), int(found[3])) if found else (0, 0)
    if ran.status == 0 and found and failed == 0:
        return core.Outcome(passed=passed)
    report = [line for line in (ran.out + ran.err).splitlines() if line.strip()]
    why = ran.died() or f"exit status {ran.status}"
    return core.Outcome(passed, max(failed, 1), notes=[why, *report[-200:]])
