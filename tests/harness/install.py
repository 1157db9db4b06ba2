"""What `cmake --install` gives can be used: the program, the library by CMake and by pkg-config, manual pages and
completions. What is built with the library is examples/embed, which has to print what main.out there has, and
tests/install/scarce_memory.cpp; each header is compiled by itself under the warnings that a strict project turns on."""
import os
import shlex
import shutil

from . import core, match

EXAMPLE = core.TOP / "examples" / "embed"


def cases(context):
    # A sanitized library asks its users for the same sanitizers; only the release build is installed.
    if context.build.name == "release":
        for way in (by_cmake, by_pkg_config, by_compilers, with_scarce_memory, by_shells):
            yield core.Case(way.__name__, lambda way=way: run(context, way))


def run(context, way):
    with core.Scratch() as folder:
        prefix = folder / "prefix"
        problems = done(context, folder, ["cmake", "--install", context.build, "--prefix", prefix])
        if not problems and not (prefix / "bin" / "fluxi").exists():
            problems = ["bin/fluxi is not installed"]
        return core.judged(problems or way(context, folder, prefix))


def done(context, folder, argv, **variables):
    """Problems if a command fails."""
    ran = context.run(argv, folder, env=variables, seconds=120)
    return [] if ran.status == 0 else [shlex.join(map(str, argv)), *(ran.out + ran.err).splitlines()[-20:]]


def answer(context, folder, program):
    ran = context.run([program], folder)
    wanted = (EXAMPLE / "main.out").read_text(encoding="utf-8").splitlines()
    return match.differences("output", wanted, ran.out.splitlines()) + ran.err.splitlines()


def by_cmake(context, folder, prefix):
    build = folder / "build"
    return (
        done(context, folder, ["cmake", "-S", EXAMPLE, "-B", build, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}"])
        or done(context, folder, ["cmake", "--build", build])
        or answer(context, folder, build / "embed")
    )


def compiled(context, folder, prefix, source, program):
    """Problems of compiling a program with what pkg-config says."""
    places = [str(path.parent) for path in prefix.rglob("fluxi.pc")]
    flags = context.run(
        ["pkg-config", "--cflags", "--libs", "fluxi"], folder, env={"PKG_CONFIG_PATH": os.pathsep.join(places)}
    )
    if flags.status != 0:
        return ["pkg-config fails", *flags.err.splitlines()]
    return done(context, folder, ["g++", "-std=c++20", source, "-o", program, *shlex.split(flags.out)])


def by_pkg_config(context, folder, prefix):
    program = folder / "embed"
    return compiled(context, folder, prefix, EXAMPLE / "main.cpp", program) or answer(context, folder, program)


STRICT = "-std=c++20 -fsyntax-only -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Werror".split()


def by_compilers(context, folder, prefix):
    problems = []
    sources = [EXAMPLE / "main.cpp"]
    for header in sorted((prefix / "include" / "fluxi").iterdir()):
        sources.append(folder / f"{header.stem}.cpp")
        # Twice, so that it has to guard itself.
        sources[-1].write_text(f"#include <fluxi/{header.name}>\n" * 2, encoding="utf-8")
    for compiler in filter(shutil.which, ("g++", "clang++")):
        for source in sources:
            problems += done(context, folder, [compiler, *STRICT, f"-I{prefix / 'include'}", source])
    return problems


def with_scarce_memory(context, folder, prefix):
    program = folder / "scarce_memory"
    problems = compiled(context, folder, prefix, core.TESTS / "install" / "scarce_memory.cpp", program)
    return problems or done(context, folder, [program])


# What completing each of these lines in a folder with a.flux and b.csv offers in bash.
LINES = {
    "fluxi che": ["check"],
    "fluxi run --deny": ["--deny-net", "--deny-private-net"],
    "fluxi run --error-format=j": ["json"],
    "fluxi run ": ["a.flux"],
}
COMPLETE = """source {script}
line=$1; COMP_WORDS=(${{line//=/ = }}); [[ $line == *' ' ]] && COMP_WORDS+=(''); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
_fluxi; printf '%s\\n' "${{COMPREPLY[@]}}"
"""


def by_shells(context, folder, prefix):
    pages = prefix / "share" / "man" / "man1"
    completions = {
        "bash": prefix / "share/bash-completion/completions/fluxi",
        "zsh": prefix / "share/zsh/site-functions/_fluxi",
        "fish": prefix / "share/fish/vendor_completions.d/fluxi.fish",
    }
    wanted = [*completions.values(), pages / "fluxi.1", pages / "fluxi-run.1"]
    problems = [f"{file} is not installed" for file in wanted if not file.exists()]
    if problems:
        return problems
    if shutil.which("mandoc"):
        for page in sorted(pages.iterdir()):
            ran = context.run(["mandoc", "-Tlint", "-W", "warning", page], folder)
            problems += [line for line in ran.out.splitlines() if "missing date" not in line]
    for shell, script in completions.items():
        if shutil.which(shell):
            problems += done(context, folder, [shell, "-n", script])
    work = folder / "work"
    work.mkdir()
    for name in ("a.flux", "b.csv"):
        (work / name).touch()
    path = os.pathsep.join([str(prefix / "bin"), os.environ["PATH"]])
    for line, words in LINES.items():
        argv = ["bash", "-c", COMPLETE.format(script=completions["bash"]), "bash", line]
        ran = context.run(argv, work, env={"PATH": path})
        if ran.out.split() != words:
            problems.append(f"{line!r} is completed by {ran.out.split()}, expected {words}; {ran.err}")
    return problems
