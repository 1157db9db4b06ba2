"""What all suites share: where things are, how a program is run, what a case and its outcome are."""
import dataclasses
import os
import pathlib
import shutil
import subprocess
import tempfile
import typing

TOP = pathlib.Path(__file__).resolve().parents[2]
TESTS = TOP / "tests"

# A sanitizer's report must not look like a script that failed (exit status 1) and not be missed.
SANITIZER_STATUS = 199
# Sanitized programs are several times slower.
SLOWER = {"release": 1, "dev": 6, "tsan": 10, "coverage": 4}


@dataclasses.dataclass
class Outcome:
    """What running a case gave. `pending` counts what is known not to work yet, `skipped` says why it could not run."""

    passed: int = 0
    failed: int = 0
    pending: int = 0
    skipped: str = ""
    notes: list = dataclasses.field(default_factory=list)


PASS = Outcome(passed=1)


def judged(problems):
    """A case of one check: passed without problems, else failed with them."""
    return Outcome(failed=1, notes=list(problems)) if problems else PASS


@dataclasses.dataclass
class Case:
    """One thing to run; `name` is unique within its suite."""

    name: str
    run: typing.Callable[[], Outcome]


@dataclasses.dataclass
class Ran:
    """A finished program; `status` is None if it had to be killed at its time limit."""

    status: int
    out: str
    err: str

    def died(self):
        """Why this was no orderly end, or an empty text."""
        if self.status is None:
            return "no answer within the time limit"
        if self.status < 0 or self.status >= 128 and self.status != 130:
            return f"died with status {self.status}"
        return ""


class Context:
    """The build under test and the limits that hold for it."""

    def __init__(self, build, update=False, all=False):
        self.build = pathlib.Path(build).resolve()
        self.fluxi = self.build / "fluxi"
        self.unit_tests = self.build / "tests" / "fluxi_tests"
        self.server = self.build / "tests" / "fluxi_test_server"
        self.seconds = 10 * SLOWER.get(self.build.name, 1)
        self.update = update
        self.all = all
        # What the release build runs in full, slower builds run a share of.
        self.full = all or self.build.name == "release"

    def environment(self, home):
        """A small fixed environment, so that a user's settings change no outcome."""
        kept = {name: os.environ[name] for name in ("LD_LIBRARY_PATH", "LLVM_PROFILE_FILE") if name in os.environ}
        return {
            **kept,
            "PATH": os.pathsep.join(map(str, [self.build, self.build / "tests", TESTS / "cli" / "bin", "/usr/bin", "/bin"])),
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "COLUMNS": "100",
            "ASAN_OPTIONS": f"exitcode={SANITIZER_STATUS}",
            "UBSAN_OPTIONS": f"exitcode={SANITIZER_STATUS}:print_stacktrace=1",
            "TSAN_OPTIONS": f"exitcode={SANITIZER_STATUS}",
        }

    def run(self, argv, cwd, stdin=b"", env=(), seconds=None):
        """Runs a program to its end or its time limit."""
        try:
            done = subprocess.run(
                [str(word) for word in argv],
                cwd=cwd,
                env={**self.environment(cwd), **dict(env)},
                input=stdin,
                capture_output=True,
                timeout=seconds or self.seconds,
            )
        except subprocess.TimeoutExpired as late:
            return Ran(None, _text(late.stdout), _text(late.stderr))
        return Ran(done.returncode, _text(done.stdout), _text(done.stderr))


def _text(data):
    return (data or b"").decode("utf-8", "replace")


class Scratch:
    """A temporary folder for one case: `with Scratch() as folder`."""

    def __enter__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="fluxi-test-"))
        return self.path

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)
