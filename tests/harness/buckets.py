"""Cases about buckets with InfluxDB's output: tests/oracle/buckets, each with pushdown on and off."""
import atexit
import importlib.util

from . import core

FOLDER = core.TESTS / "oracle" / "buckets"


def _load():
    spec = importlib.util.spec_from_file_location("compare_buckets", core.TESTS / "oracle" / "compare_buckets.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


compare_buckets = _load()


def cases(context):
    stores, found = compare_buckets.read_folder(FOLDER)
    pool = compare_buckets.Pool({FOLDER: stores})
    atexit.register(pool.close)
    for suffix, options in (("", []), (" without pushdown", ["--no-pushdown"])):
        runner = compare_buckets.Runner(str(context.fluxi), 3 * context.seconds, options)
        for case in found:
            yield core.Case(case.name + suffix, lambda case=case, runner=runner: run(pool, runner, case))


def run(pool, runner, case):
    verdict = pool.check(runner, case)
    if verdict.outcome in compare_buckets.compare.GOOD:
        return core.PASS
    return core.judged([verdict.outcome, *verdict.notes])
