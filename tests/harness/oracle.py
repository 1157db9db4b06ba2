"""Scripts with the reference implementation's output, tests/oracle/{lang,tables}, by `fluxi conformance scripts`.

The program runs all of them in one process and says how each fared; if it does not come to its end, each script is
run by itself, so that the one at fault is named. tests/conformance/scripts.toml has what is known to differ. The
negative control runs them once more: what fluxi compares with is altered, and it has to notice.
"""
import functools
import json
import os
import threading

from . import core

FOLDER = core.TESTS / "oracle"
FOLDERS = [FOLDER / name for name in ("lang", "tables")]
DEVIATIONS = core.TESTS / "conformance" / "scripts.toml"
# All scripts together may take as long as so many cases of other suites.
PATIENCE = 30
LOCK = threading.Lock()


def scripts():
    for folder in FOLDERS:
        for script in sorted(folder.rglob("*.flux")):
            if script.with_suffix(".csv").exists() or script.with_suffix(".err").exists():
                yield script


def name_of(script):
    return f"{script.parent.name}/{script.stem}"


def ask(context, paths, *options):
    """The report of a run: name -> case; or the notes that say why there is none."""
    argv = [context.fluxi, "conformance", "scripts", "--report", "json", "--timeout", str(context.seconds)]
    argv += ["--jobs", str(os.cpu_count() or 1), *options, *paths]
    ran = context.run(argv, core.TOP, seconds=PATIENCE * context.seconds)
    try:
        return {case["name"]: case for case in json.loads(ran.out)["cases"]}, []
    except ValueError:
        return None, [ran.died() or f"exit status {ran.status}", *ran.err.splitlines()]


@functools.cache
def whole_report(context, *options):
    return ask(context, FOLDERS, *options)[0]


def run(context, script, *options):
    with LOCK:
        report = whole_report(context, *options)
    notes = []
    if report is None:
        report, notes = ask(context, [script], *options)
    case = (report or {}).get(name_of(script))
    if case is None:
        return core.judged(notes or ["the program did not report this script"])
    return judged(case)


def judged(case):
    if case["status"] in ("passed", "known"):
        return core.PASS
    if case["status"] == "surprising":
        return core.judged([f"passes: take it from {DEVIATIONS.relative_to(core.TOP)}"])
    return core.judged([case["verdict"] or case["status"], *case["message"].splitlines()])


def negative_control(context):
    """Every altered expectation was noticed, and there were some to alter."""
    report, notes = ask(context, FOLDERS, "--negative-control")
    if report is None:
        return core.judged(notes)
    unnoticed = [name for name, case in report.items() if case["status"] == "failed"]
    altered = sum(case["status"] == "passed" for case in report.values())
    if 10 * altered < 9 * len(report):
        unnoticed.append(f"only {altered} of {len(report)} scripts had anything to alter")
    return core.judged(unnoticed)


def cases(context):
    for script in scripts():
        listed = ("--deviations", str(DEVIATIONS))
        yield core.Case(name_of(script), lambda script=script: run(context, script, *listed))
    yield core.Case("negative control", lambda: negative_control(context))
