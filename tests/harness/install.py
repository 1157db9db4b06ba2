"""What `cmake --install` gives can be used: the program, and the library by CMake and by pkg-config."""
import os
import shlex

from . import core

CONSUMER = core.TESTS / "install"


def cases(context):
    # A sanitized library asks its users for the same sanitizers; only the release build is installed.
    if context.build.name == "release":
        for way in (by_cmake, by_pkg_config):
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
    return [] if ran.out == "42\n" else [f"prints {ran.out!r}, expected 42", *ran.err.splitlines()]


def by_cmake(context, folder, prefix):
    build = folder / "build"
    return (
        done(context, folder, ["cmake", "-S", CONSUMER, "-B", build, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}"])
        or done(context, folder, ["cmake", "--build", build])
        or answer(context, folder, build / "consumer")
    )


def by_pkg_config(context, folder, prefix):
    places = [str(path.parent) for path in prefix.rglob("fluxi.pc")]
    flags = context.run(
        ["pkg-config", "--cflags", "--libs", "fluxi"], folder, env={"PKG_CONFIG_PATH": os.pathsep.join(places)}
    )
    if flags.status != 0:
        return ["pkg-config fails", *flags.err.splitlines()]
    argv = ["g++", "-std=c++20", CONSUMER / "consumer.cpp", "-o", folder / "consumer", *shlex.split(flags.out)]
    return done(context, folder, argv) or answer(context, folder, folder / "consumer")
