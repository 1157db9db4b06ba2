"""Tests in Flux beside the packages they test: stdlib/**/*_test.flux, run by `fluxi test`."""
import json

from . import core

FOLDER = core.TOP / "stdlib"


def cases(context):
    for file in sorted(FOLDER.rglob("*_test.flux")):
        yield core.Case(str(file.relative_to(FOLDER)), lambda file=file: run(context, file))


def run(context, file):
    ran = context.run([context.fluxi, "test", "--report", "json", file], core.TOP)
    try:
        report = json.loads(ran.out)
    except ValueError:
        return core.judged([ran.died() or f"exit status {ran.status}", *ran.err.splitlines()])
    notes = []
    for test in report["tests"]:
        # A test that compares nothing cannot fail.
        if test["status"] != "passed" or test["message"]:
            notes += [f"{test['name']}: {test['status']}", *test["message"].splitlines()]
    good = sum(test["status"] == "passed" and not test["message"] for test in report["tests"])
    bad = len(report["tests"]) - good
    return core.Outcome(passed=good, failed=bad or int(good == 0), notes=notes or ["no testcase"])
