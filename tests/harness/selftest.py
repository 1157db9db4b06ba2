"""The harness tested with programs whose behaviour is known: it has to notice what is wrong."""
import contextlib

from . import core, golden, lang, match, reference, sessions


@contextlib.contextmanager
def stand_in(body):
    """A context whose fluxi is a shell script with this body."""
    with core.Scratch() as folder:
        program = folder / "fluxi"
        program.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        program.chmod(0o755)
        yield core.Context(folder), folder


def lines_are_matched():
    for want, got, fits in (
        ("a b", "a b", True),
        ("a b", "a b c", False),
        ("a ... z", "a z", True),
        ("a ... m ... z", "a x m y z", True),
        ("a ... m ... z", "a x n y z", False),
        ("... m n ...", "m m n", True),
        ("x[..]", "xyz", True),
        ("x[..]z", "xyy", False),
        ("", "a", False),
        ("...", "", True),
    ):
        if match.lines_match(want.split(), got.split()) != fits:
            yield f"{want!r} against {got!r} should {'fit' if fits else 'not fit'}"


def scripts_are_judged():
    for body, script, good in (
        ("echo 2", "1 + 1  // expect: 2", True),
        ("echo 3", "1 + 1  // expect: 2", False),
        ("echo 2; echo 3", "// expect: 2", False),
        ("true", "1 + 1", False),
        ("echo 2; exit 1", "// expect: 2", False),
        ("echo a.flux:1:5: error: no x >&2; exit 3", "1 + x  // expect error: no x", True),
        ("echo a.flux:7:5: error: no x >&2; exit 3", "1 + x  // expect error: no x", False),
        ("echo error: no x >&2", "// expect error: no x", False),
        ("echo error: no y >&2; exit 3", "// expect error: no x", False),
        ("exit 4", "// expect status: 4", True),
        ("kill -SEGV $$", "// expect error: x", False),
        ("echo oops >&2; exit 199", "// expect error: oops", False),
        ('echo "$@"', "// args: --strict\n// expect: run --strict a.flux", True),
    ):
        with stand_in(body) as (context, folder):
            (folder / "a.flux").write_text(script + "\n", encoding="utf-8")
            if bool(lang.run(context, folder / "a.flux").passed) != good:
                yield f"{script!r} with a program that does {body!r} should {'pass' if good else 'fail'}"


def sessions_are_judged():
    for session, good in (
        ("$ fluxi\nhello\n! note\n? 3", True),
        ("$ fluxi\nhello\n! note", False),
        ("$ fluxi\nhello\n? 3", False),
        ("$ fluxi\nhel[..]\n! ...\n? 3", True),
        ("$ fluxi 2>/dev/null || echo $?\nhello\n3", True),
        ("$ cat <<E\n> x\n> E\nx", True),
        ("$ echo x > file\n$ cat file\nx", True),
        ("", False),
    ):
        with stand_in("echo hello; echo note >&2; exit 3") as (context, _):
            if bool(sessions.run(context, sessions.parse(session)).passed) != good:
                yield f"{session!r} should {'pass' if good else 'fail'}"


def golden_output_is_compared():
    for text, good in (("exit status 1\nout\nerr\n", True), ("exit status 0\nout\nerr\n", False), (None, False)):
        with stand_in("echo out; echo err >&2; exit 1") as (context, folder):
            script = folder / "a.flux"
            if text is not None:
                script.with_suffix(".txt").write_text(text, encoding="utf-8")
            if bool(golden.run(context, script, "fluxi run {file}").passed) != good:
                yield f"golden text {text!r} should {'pass' if good else 'fail'}"


def examples_of_the_library_are_run():
    for comment, good in (
        ("```flux\n// f()\n// ```\n//\n// ```text\n// out\n// ```", True),
        ("```flux\n// f()\n// ```\n//\n// ```text\n// other\n// ```", False),
        ("```flux\n// f()\n// ```", False),
        ("```flux --dry-run\n// f()\n// ```\n//\n// ```text\n// out\n// err\n// ```", True),
        ("```flux check\n// f()\n// ```", True),
        ("```flux\n// f()\n// ```\n//\n// ```text\n// ...\n// o[..]\n// ```", True),
        ("```flux --broken @fails\n// f()\n// ```\n//\n// ```text\n// out\n// wrong\n// ```", True),
        ("```flux --broken\n// f()\n// ```\n//\n// ```text\n// out\n// wrong\n// ```", False),
        ("```flux @fails\n// f()\n// ```\n//\n// ```text\n// out\n// ```", False),
        ("```flux @unknown\n// f()\n// ```\n//\n// ```text\n// out\n// ```", False),
        ("```flux @service none\n// f()\n// ```\n//\n// ```text\n// out\n// ```", False),
        ("```flux\n// testcase a {\n// ```\n//\n// ```text\n// test example_test.flux\n// ```", True),
    ):
        with stand_in(
            'case "$*" in run*) echo out;; *) echo "$@";; esac\n'
            'case "$*" in *--http*) echo err >&2;; *--broken*) echo wrong >&2; exit 1;; esac'
        ) as (context, folder):
            file = folder / "a.flux"
            file.write_text(f"// f does.\n//\n// {comment}\nbuiltin f : () => int\n", encoding="utf-8")
            outcome = reference.run(context, file)
            if (outcome.passed, outcome.failed) != (good, not good):
                yield f"{comment!r} should {'pass' if good else 'fail'}"


def a_hang_ends():
    with stand_in("exec sleep 30") as (context, folder):
        context.seconds = 0.2
        if not context.run([context.fluxi], folder).died():
            yield "a program that does not end was not stopped"


CHECKS = (
    lines_are_matched,
    scripts_are_judged,
    sessions_are_judged,
    golden_output_is_compared,
    examples_of_the_library_are_run,
    a_hang_ends,
)


def cases(_context):
    for check in CHECKS:
        yield core.Case(check.__name__, lambda check=check: core.judged(list(check())))
