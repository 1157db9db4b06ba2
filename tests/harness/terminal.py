"""fluxi under a real terminal, the REPL unless told otherwise: tests/terminal/*.tty.

    send "x = 1\\r"        keys, as a Python string
    expect "x = 1"        waits for this text among what comes after the last one that was expected
    absent "nope"         this text has not come since
    screen ["> x", ""]    waits until these rows are to be seen, from the top, without blanks and rows at their ends
    cursor 2 0            waits until the cursor stands in this column and row
    size 40 10            columns and rows of the terminal; the screen is empty then
    restart               ends the program and starts it again in the same folder
    start ["doc", "sum"]  ends the program and starts fluxi with these arguments

The editor of the user is one that makes `two` of `one`. Escape sequences are taken out before texts are looked for. The program ends by itself or is ended.
"""
import ast
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time

from . import core
from .screen import Screen

ESCAPES = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z~]|[()][A-Z0-9]|[=>])|\r")


class Terminal:
    """A program on a pseudo-terminal."""

    def __init__(self, command, folder, environment, size):
        self.main, child = pty.openpty()
        self.resize(*size)
        self.program = subprocess.Popen(
            [str(word) for word in command], cwd=folder, env=environment, stdin=child, stdout=child, stderr=child,
            start_new_session=True, preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
        os.close(child)
        self.raw = b""
        self.seen = 0

    def resize(self, columns, rows):
        self.size = (columns, rows)
        self.screen = Screen(columns, rows)
        fcntl.ioctl(self.main, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def send(self, keys):
        os.write(self.main, keys.encode())

    def take(self, seconds):
        """Reads what comes within a time; false when nothing came."""
        if not select.select([self.main], [], [], seconds)[0]:
            return False
        try:
            block = os.read(self.main, 65536)
        except OSError:  # the other side is closed
            return False
        self.raw += block
        self.screen.feed(block)
        return bool(block)

    def text(self):
        return ESCAPES.sub("", self.raw.decode(errors="replace"))[self.seen :]

    def expect(self, wanted, seconds):
        deadline = time.monotonic() + seconds
        while wanted not in self.text():
            left = deadline - time.monotonic()
            if left <= 0 or (not self.take(min(left, 0.2)) and self.program.poll() is not None and not self.take(0)):
                return wanted in self.text()
        self.seen += self.text().index(wanted) + len(wanted)
        return True

    def until(self, fulfilled, seconds):
        """Reads until a condition holds; false when time is up."""
        deadline = time.monotonic() + seconds
        while not fulfilled():
            left = deadline - time.monotonic()
            if left <= 0:
                return False
            self.take(min(left, 0.2))
        return True

    def close(self):
        if self.program.poll() is None:
            os.killpg(self.program.pid, signal.SIGKILL)
        self.program.wait()
        os.close(self.main)


def cases(context):
    for file in sorted((core.TESTS / "terminal").glob("*.tty")):
        yield core.Case(file.stem, lambda file=file: run(context, file))


def play(context, file, folder, environment):
    def start(arguments=("repl",), size=(80, 24)):
        return Terminal([context.fluxi, *arguments], folder, environment, size)

    terminal = start()
    try:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            word, _, rest = line.partition(" ")
            if not word or word.startswith("#"):
                continue
            if word == "send":
                terminal.send(ast.literal_eval(rest))
            elif word == "expect":
                wanted = ast.literal_eval(rest)
                if not terminal.expect(wanted, context.seconds):
                    return [f"line {number}: {wanted!r} did not come; what came:", *terminal.text().splitlines()]
            elif word == "absent":
                if ast.literal_eval(rest) in terminal.text():
                    return [f"line {number}: {rest} came:", *terminal.text().splitlines()]
            elif word == "screen":
                wanted = ast.literal_eval(rest)
                if not terminal.until(lambda: terminal.screen.rows() == wanted, context.seconds):
                    return [f"line {number}: not these rows, but:", *terminal.screen.rows()]
            elif word == "cursor":
                wanted = tuple(map(int, rest.split()))
                if not terminal.until(lambda: terminal.screen.cursor() == wanted, context.seconds):
                    return [f"line {number}: the cursor is at {terminal.screen.cursor()} of", *terminal.screen.rows()]
            elif word == "size":
                terminal.resize(*map(int, rest.split()))
            elif word == "restart":
                terminal.close()
                terminal = start()
            elif word == "start":
                size = terminal.size
                terminal.close()
                terminal = start(ast.literal_eval(rest), size)
            else:
                return [f"line {number}: there is no {word!r}"]
    finally:
        terminal.close()
    return []


def run(context, file):
    with core.Scratch() as folder:
        environment = dict(os.environ, HOME=str(folder), TERM="xterm", FLUXI_HISTORY=str(folder / "history"),
                           EDITOR="sed -i s/one/two/")
        environment.pop("VISUAL", None)
        environment.pop("NO_COLOR", None)
        return core.judged(play(context, file, folder, environment))
