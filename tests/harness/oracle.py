"""Scripts with the reference implementation's output: tests/oracle/{lang,tables}.

tests/oracle/compare.py judges a case. tests/oracle/pending.txt names the cases that are known not to
pass; the list only ever gets shorter, since a case on it that passes is a failure, too.
"""
import argparse
import importlib.util
import os

from . import core

FOLDER = core.TESTS / "oracle"
PENDING = FOLDER / "pending.txt"
COMMAND = ["run", "--format", "annotated-csv"]


def _load_compare():
    spec = importlib.util.spec_from_file_location("compare", FOLDER / "compare.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


compare = _load_compare()


def name_of(script):
    return f"{script.parent.name}/{script.stem}"


def scripts():
    return list(compare.find_cases([FOLDER / folder for folder in compare.DEFAULT]))


def pending_names():
    lines = PENDING.read_text(encoding="utf-8").splitlines() if PENDING.exists() else []
    return {line for line in lines if line and not line.startswith("#")}


def cases(context):
    pending = pending_names()
    known = set()
    for script in scripts():
        name = name_of(script)
        known.add(name)
        yield core.Case(name, lambda script=script, late=name in pending: run(context, script, late))
    for name in sorted(pending - known):
        yield core.Case(name, lambda: core.judged(["pending.txt names a case that does not exist"]))


def verdict_on(context, script):
    return compare.check(script, str(context.fluxi), context.seconds, COMMAND, any_failure=False)


def run(context, script, pending):
    verdict = verdict_on(context, script)
    if verdict.outcome in ("pass", "pass-err"):
        return core.judged(["passes: take it from the list (tests/oracle/run --update-pending)"] if pending else [])
    if pending and verdict.outcome != "died":
        return core.Outcome(pending=1)
    return core.judged([verdict.outcome, *verdict.notes])


def main():
    """tests/oracle/run: a table of outcomes for people who work on what is pending."""
    options = argparse.ArgumentParser(description="Run the cases of tests/oracle and show how they fare.")
    options.add_argument("--preset", default="release", help="the build in build/PRESET (default release)")
    options.add_argument("-k", "--only", default="", metavar="REGEXP", help="only cases whose name matches")
    options.add_argument("-v", "--verbose", action="store_true", help="show what differs")
    options.add_argument("-j", "--jobs", type=int, default=os.cpu_count() or 1)
    options.add_argument(
        "--update-pending", action="store_true", help="take the cases that pass now from pending.txt; it never adds one"
    )
    given = options.parse_args()
    context = core.Context(core.TOP / "build" / given.preset)
    os.environ.update(context.environment(os.environ.get("HOME", "/")))
    chosen = [script for script in scripts() if compare.re.search(given.only, name_of(script))]
    with compare.futures.ThreadPoolExecutor(max_workers=given.jobs) as pool:
        verdicts = list(pool.map(lambda script: verdict_on(context, script), chosen))
    pending = pending_names()
    unexpected = 0
    for verdict in verdicts:
        name, good = name_of(verdict.case), verdict.outcome in compare.GOOD
        if good:
            continue
        if name not in pending or verdict.outcome == "died":
            unexpected += 1
        print(f"{verdict.outcome}: {name}{' (pending)' if name in pending else ''}")
        if given.verbose:
            print("".join(f"    {note}\n" for note in verdict.notes), end="")
    print("\n".join(compare.summary(verdicts)))
    passing = {name_of(verdict.case) for verdict in verdicts if verdict.outcome in ("pass", "pass-err")}
    if given.update_pending:
        rewrite(pending - passing)
        print(f"pending.txt: {len(pending & passing)} taken off, {len(pending - passing)} left")
    elif pending & passing:
        print(f"{len(pending & passing)} cases of pending.txt pass: run with --update-pending")
        unexpected += 1
    return 1 if unexpected else 0


def rewrite(names):
    head = "# Cases of this folder that are known not to pass yet. Lines are only ever taken off, by run --update-pending.\n"
    PENDING.write_text(head + "".join(f"{name}\n" for name in sorted(names)), encoding="utf-8")
