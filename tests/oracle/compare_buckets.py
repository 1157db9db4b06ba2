#!/usr/bin/env python3
"""compare_buckets.py --bin PATH [DIR ...]: run the cases about buckets and compare with what is on record.

A folder of cases has a manifest.json: `stores` says how a store of buckets is made (create a bucket,
import a file of line protocol), `cases` which store a case starts from and, where it is more than
one script, its steps. NAME.flux (or NAME.STEP.flux) has NAME.csv, the annotated CSV that it must
print, or NAME.err, the message of the reference (then it must fail; the text is not compared).
A step with "fails" must fail too.

Steps are run as
  PATH bucket create --data FILE NAME
  PATH import --data FILE --bucket NAME --precision P LINES.lp
  PATH run --data FILE --format annotated-csv SCRIPT.flux
  PATH delete --data FILE --bucket NAME --start T --stop T [--predicate P]
where FILE is a path in a fresh folder; --no-pushdown is handed on to `run`. Cases without steps share
a store per job and only read; every other case gets a store of its own.

Outcomes are those of compare.py: pass, pass-err, columns, order, differ, error, died,
should-have-failed; and `setup`: the store could not be made. The exit status is 0 when every case is
pass or pass-err. Comments in scripts: `// columns: any`, `// order: any`, `// tolerance: 1e-6` as
there, and `// ignore: LABEL ...` for columns whose values are not compared.
"""
import argparse
import concurrent.futures as futures
import dataclasses
import importlib.util
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
SIDE_EFFECT = re.compile(r"(wide-)?to\d+")


def load_compare():
    if "compare" in sys.modules:
        return sys.modules["compare"]
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location("compare", HERE / "compare.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["compare"] = module
    spec.loader.exec_module(module)
    return module


compare = load_compare()


@dataclasses.dataclass
class Case:
    name: str
    folder: pathlib.Path
    store: str
    steps: list
    reads_only: bool


@dataclasses.dataclass
class Verdict:
    case: pathlib.Path
    outcome: str
    notes: list


class Trouble(Exception):
    """A step went wrong; carries the outcome and lines that explain it."""

    def __init__(self, outcome, notes):
        super().__init__(outcome)
        self.outcome, self.notes = outcome, notes


class Runner:
    """Calls the program; `options` are handed on to `run`."""

    def __init__(self, binary, timeout, options=()):
        self.binary, self.timeout, self.options = binary, timeout, list(options)

    def call(self, *words):
        try:
            done = subprocess.run(
                [self.binary, *map(str, words)], capture_output=True, timeout=self.timeout, stdin=subprocess.DEVNULL
            )
        except subprocess.TimeoutExpired:
            raise Trouble("died", [f"no answer within {self.timeout} s: {' '.join(map(str, words))}"]) from None
        except OSError as problem:
            raise Trouble("error", [str(problem)]) from None
        err = done.stderr.decode("utf-8", "replace").strip()
        if done.returncode < 0 or done.returncode >= 128:
            raise Trouble("died", [f"status {done.returncode}: {' '.join(map(str, words))}", *err.splitlines()])
        return done.returncode, done.stdout.decode("utf-8", "replace"), err

    def change(self, folder, data, step):
        """Runs a step that is no script. Returns (status, what it said)."""
        if "create" in step:
            words = ["bucket", "create", "--data", data, step["create"]]
        elif "delete" in step:
            words = ["delete", "--data", data, "--bucket", step["delete"], "--start", step["start"], "--stop", step["stop"]]
            if step["predicate"]:
                words += ["--predicate", step["predicate"]]
        else:
            if "import" in step:
                lines = folder / step["import"]
            else:
                lines = data.parent / "step.lp"
                lines.write_bytes(step["lines"].encode("utf-8"))
            words = ["import", "--data", data, "--bucket", step["bucket"], "--precision", step["precision"], lines]
        status, out, err = self.call(*words)
        return status, err or out.strip()

    def build(self, folder, steps, place):
        data = pathlib.Path(place) / "store"
        for step in steps:
            try:
                status, said = self.change(folder, data, step)
            except Trouble as trouble:
                raise Trouble("setup", trouble.notes) from None
            if status:
                raise Trouble("setup", [f"{json.dumps(step, ensure_ascii=False)}: status {status}", *said.splitlines()])
        return data

    def step(self, folder, data, step):
        """Runs one step of a case; returns its outcome and notes."""
        if "run" in step:
            return self.script(folder / step["run"], data)
        status, said = self.change(folder, data, step)
        what = json.dumps({k: v for k, v in step.items() if k not in ("fails", "status")}, ensure_ascii=False)
        if "fails" in step:
            return ("pass-err", []) if status else ("should-have-failed", [what, "expected: " + step["fails"]])
        return ("pass", []) if not status else ("error", [f"{what}: status {status}", *said.splitlines()])

    def script(self, script, data):
        status, out, err = self.call("run", *self.options, "--data", data, "--format", "annotated-csv", script)
        label = script.name
        try:
            got = compare.parse(out)
        except compare.Malformed as problem:
            return "error", [f"{label}: output: {problem}", *err.splitlines()]
        failed = status != 0 or got.error is not None
        if script.with_suffix(".err").exists():
            if failed:
                return "pass-err", []
            wanted = script.with_suffix(".err").read_text(encoding="utf-8").strip()
            return "should-have-failed", [f"{label}: expected: {line}" for line in wanted.splitlines()]
        if failed:
            return "error", [f"{label}: " + line for line in (got.error or err or f"status {status}").splitlines()]
        text = script.read_text(encoding="utf-8")
        want = compare.parse(script.with_suffix(".csv").read_bytes().decode("utf-8"))
        align_names(got, want)
        ignored = re.search(r"^// ignore: *(.+)$", text, re.MULTILINE)
        if ignored:
            for output in (got, want):
                blank(output, set(ignored.group(1).split()))
        tolerance = float(compare.directive(text, "tolerance") or 1e-12)
        any_order, any_columns = (compare.directive(text, name) == "any" for name in ("order", "columns"))
        outcome, notes = compare.judge(got, want, tolerance, any_order, any_columns)
        return outcome, [f"{label}:", *notes] if notes else notes


def align_names(got, want):
    """A statement that ends in to() gives a result that the reference names after its place in the plan;
    any one name stands for it."""
    missing = [n for n in want.results if n not in got.results and SIDE_EFFECT.fullmatch(n)]
    extra = [n for n in got.results if n not in want.results]
    if len(missing) == len(extra) == 1:
        want.results = {extra[0] if n == missing[0] else n: t for n, t in want.results.items()}


def blank(output, labels):
    for tables in output.results.values():
        for table in tables:
            for column, label in enumerate(table.labels):
                if label in labels:
                    table.defaults[column] = ""
                    for row in table.rows:
                        row[column] = ""


def worst(outcomes):
    order = ("died", "error", "should-have-failed", "differ", "order", "columns", "pass-err", "pass")
    return next(o for o in order if o in outcomes)


class Pool:
    """Keeps one store per thread and kind for the cases that only read."""

    def __init__(self, stores):
        self.stores, self.local, self.made = stores, threading.local(), []

    def shared(self, runner, folder, name):
        kept = self.local.__dict__.setdefault("kept", {})
        if (folder, name) not in kept:
            place = tempfile.TemporaryDirectory(prefix="buckets-")
            self.made.append(place)
            try:
                kept[folder, name] = runner.build(folder, self.stores[folder][name], place.name)
            except Trouble as trouble:
                kept[folder, name] = trouble
        if isinstance(kept[folder, name], Trouble):
            raise kept[folder, name]
        return kept[folder, name]

    def check(self, runner, case):
        try:
            if case.reads_only:
                return self.verdict(runner, case, self.shared(runner, case.folder, case.store))
            with tempfile.TemporaryDirectory(prefix="buckets-") as place:
                return self.verdict(runner, case, runner.build(case.folder, self.stores[case.folder][case.store], place))
        except Trouble as trouble:
            return Verdict(case.folder / f"{case.name}.flux", trouble.outcome, trouble.notes)

    def verdict(self, runner, case, data):
        outcomes, notes = [], []
        for step in case.steps:
            outcome, more = runner.step(case.folder, data, step)
            outcomes.append(outcome)
            notes += more
            if outcome not in compare.GOOD:
                break
        return Verdict(case.folder / f"{case.name}.flux", worst(outcomes), notes)

    def close(self):
        for place in self.made:
            place.cleanup()


def read_folder(folder):
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    cases = []
    for name, entry in manifest["cases"].items():
        steps = entry.get("steps")
        cases.append(Case(name, folder, entry["store"], steps or [{"run": name + ".flux"}], steps is None))
    return manifest["stores"], cases


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bin", required=True, help="the program to test")
    options.add_argument("dirs", nargs="*", metavar="DIR", help="folders with a manifest.json (default: buckets beside this program)")
    options.add_argument("-v", "--verbose", action="store_true", help="show what differs")
    options.add_argument("-k", "--only", metavar="REGEXP", help="only cases whose name matches")
    options.add_argument("-j", "--jobs", type=int, default=os.cpu_count() or 1, help="programs at a time")
    options.add_argument("--timeout", type=float, default=30.0, metavar="S", help="seconds per step (default 30)")
    options.add_argument("--no-pushdown", action="store_true", help="run the scripts with --no-pushdown")
    given = options.parse_args()
    stores, cases = {}, []
    for folder in map(pathlib.Path, given.dirs or [HERE / "buckets"]):
        stores[folder], more = read_folder(folder)
        cases += [c for c in more if not given.only or re.search(given.only, c.name)]
    if not cases:
        options.error("no cases found")
    started = time.monotonic()
    binary = str(pathlib.Path(given.bin).resolve()) if os.sep in given.bin else given.bin
    runner = Runner(binary, given.timeout, ["--no-pushdown"] if given.no_pushdown else [])
    pool = Pool(stores)
    try:
        with futures.ThreadPoolExecutor(max_workers=max(1, given.jobs)) as workers:
            verdicts = list(workers.map(lambda case: pool.check(runner, case), cases))
    finally:
        pool.close()
    for verdict in verdicts:
        if verdict.outcome not in compare.GOOD:
            print(f"{verdict.outcome}: {verdict.case}")
            if given.verbose:
                print("".join(f"    {note}\n" for note in verdict.notes), end="")
    compare.OUTCOMES = (*compare.OUTCOMES, "setup")
    print("\n".join(compare.summary(verdicts)))
    print(f"{time.monotonic() - started:.1f} s")
    return 0 if all(v.outcome in compare.GOOD for v in verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
