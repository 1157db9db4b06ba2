"""A `map` that calls a pure function of columns must not allocate for each row.

Counts the allocations of a run over few rows and of one over many, for each of the calls that
tests/bench/gen_natives.py lists. What a batch or a block of the input costs is allowed for.
"""
import functools
import importlib.util
import pathlib
import tempfile

from . import core

FEW, MANY = 2_000, 22_000
# Allocations per row that batches may come to: they hold thousands of rows.
ALLOWED = 0.1
# Calls that have to: each row has an object of its own.
PER_ROW = {
    "regexp.compile": "compiles an expression for each row",
    "regexp.replaceAllString (column)": "takes a template apart for each row",
    **dict.fromkeys(("hash.md5", "hash.sha1", "hash.sha256", "hash.hmac", "hash.hmac (long key)"),
                    "OpenSSL allocates when a checksum begins"),
}


@functools.cache
def natives():
    place = core.TESTS / "bench" / "gen_natives.py"
    spec = importlib.util.spec_from_file_location("gen_natives", place)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Data:
    """The rows, made when they are first asked for and deleted with the object."""

    def __init__(self):
        self.folder = None

    def file(self, rows):
        if self.folder is None:
            self.folder = tempfile.TemporaryDirectory(prefix="fluxi-allocations-")
            for count in (FEW, MANY):
                natives().rows(pathlib.Path(self.folder.name) / f"{count}.csv", count)
        return pathlib.Path(self.folder.name) / f"{rows}.csv"


def cases(context):
    library = context.build / "tests" / "libfluxi_count_allocations.so"
    if not library.exists():
        return
    data = Data()
    data.file(FEW)
    for name, call in natives().functions():
        yield core.Case(name, lambda name=name, call=call: judge(context, library, data, name, call))


def judge(context, library, data, name, call):
    per_row = (count(context, library, data.file(MANY), call) - count(context, library, data.file(FEW), call)) / (MANY - FEW)
    if name in PER_ROW:
        return core.judged([] if per_row > ALLOWED else [f"allocates no more: take it off the list ({PER_ROW[name]})"])
    return core.judged([f"{per_row:.2f} allocations per row: {call}"] if per_row > ALLOWED else [])


def count(context, library, data, call):
    """The allocations of a run that maps all rows of the file."""
    with core.Scratch() as folder:
        script = folder / "native.flux"
        script.write_text(natives().script(call).replace("@DATA@/natives.csv", str(data)))
        env = {"LD_PRELOAD": str(library), "FLUXI_ALLOCATIONS": str(folder / "count")}
        ran = context.run([context.fluxi, "run", "--threads", "1", script], folder, env=env)
        if ran.status != 0:
            raise RuntimeError(f"{call}: {ran.died() or ran.err.strip()}")
        return int((folder / "count").read_text())
