"""A terminal in which a program under test runs: a pseudo-terminal, a screen to look at, answers to queries.

    with Terminal([sys.executable, "-m", "tui"], cols=100, rows=30, env={"HOME": str(home)}) as terminal:
        terminal.wait_for("Thank-you")           # text, a compiled pattern, or a function without arguments
        terminal.press("down", "down", "enter")  # keys by name; `send` takes text or bytes as they are
        terminal.resize(40, 10)
        terminal.settle()                        # no output for a moment
        assert "Acme" in terminal.text
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit() == 143       # a negative number: killed by that signal
        assert terminal.left_on() == []          # alternate screen, mouse, cursor, echo, ...

Everything happens in the test's own thread. The program's output is read only inside `wait_for`, `settle`,
`press`, `send` and `wait_exit`: a test that calls none of them is a terminal that has stalled;
`stall_until` and `wait_exit(reading=False)` wait without reading. Leaving the `with` block
ends what still runs.
"""

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.terminal.display import Display
from tests.waiting import PATIENCE

ROOT = Path(__file__).parents[2]
NAMED = {
    "enter": "\r",
    "tab": "\t",
    "space": " ",
    "escape": "\x1b",
    "backspace": "\x7f",
    "shift+tab": "\x1b[Z",
}
NAMED |= {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
}
NAMED |= {"pageup": "\x1b[5~", "pagedown": "\x1b[6~", "delete": "\x1b[3~", "f1": "\x1bOP", "f5": "\x1b[15~"}
NAMED |= {"f6": "\x1b[17~", "f7": "\x1b[18~", "ctrl+end": "\x1b[1;5F"}
# Makes the pseudo-terminal the controlling one, as a terminal program does, and becomes the program.
LAUNCH = """
import fcntl, os, signal, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
signal.signal(signal.SIGPIPE, signal.SIG_DFL)
signal.signal(signal.SIGHUP, signal.SIG_IGN if sys.argv[1] == "nohup" else signal.SIG_DFL)
# Ignored where the tests themselves are run in the background; a user's shell starts it otherwise.
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execvp(sys.argv[2], sys.argv[2:])
"""


class Terminal:
    """A program in a terminal of its own; see the module's docstring."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        cols: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        nohup: bool = False,
        in_band: bool = False,
    ) -> None:
        """Start `command`. `env` adds to a clean environment; with `nohup` SIGHUP is ignored from the start;
        with `in_band` the terminal reports its size in its input (mode 2048)."""
        self.raw = bytearray()
        """All bytes the program has written."""
        self.on_read: Callable[[], object] = lambda: None
        """Called when something was read, before the screen shows it."""
        self._display = Display(cols, rows, self._answer, in_band=in_band)
        self._master, self._slave = os.openpty()
        os.set_blocking(self._master, False)
        self._set_size(cols, rows)
        self._attributes = termios.tcgetattr(self._slave)
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", LAUNCH, "nohup" if nohup else "", *command],
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            start_new_session=True,
            env=_environment() | dict(env or {}),
            cwd=cwd,
        )
        self.pid = self._process.pid
        self._end = os.pidfd_open(self.pid)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait(5)
        self.close_master()
        os.close(self._end)

    # What is seen

    @property
    def text(self) -> str:
        """The screen's lines, without the blanks at their ends."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    @property
    def screen(self) -> Any:
        """The `pyte.Screen`: colours (`buffer[y][x]`), cursor, size."""
        return self._display.screen

    @property
    def title(self) -> str:
        """The window's title."""
        return self._display.title

    @property
    def bells(self) -> int:
        """How often the bell has rung."""
        return self._display.bells

    @property
    def attributes(self) -> list[Any]:
        """What the terminal does with keys and lines, as `termios` has it."""
        return termios.tcgetattr(self._slave)

    def left_on(self) -> list[str]:
        """What the program has switched on in the terminal and not off again."""
        found = self._display.left_on()
        if self._attributes[:4] != self.attributes[:4]:
            found.append("terminal attributes")
        return found

    # What is done to the program

    def send(self, data: str | bytes) -> None:
        """Send text or bytes as they are, reading what comes meanwhile."""
        rest = memoryview(data.encode() if isinstance(data, str) else data)
        while rest and self._process.poll() is None:
            try:
                rest = rest[os.write(self._master, rest[:4096]) :]
            except BlockingIOError:
                self._read(0.01)
        self._read(0)

    def press(self, *keys: str) -> None:
        """Press keys by name: as in `NAMED`, `ctrl+x`, or the character itself."""
        for key in keys:
            if key.startswith("ctrl+") and len(key) == 6:
                self.send(bytes([ord(key[-1].upper()) & 0x1F]))
            else:
                self.send(NAMED.get(key, key))

    def unread(self) -> bool:
        """Whether there is something of what was sent that the program has not read yet."""
        # Asked in this way, the system first brings all that was sent to where the program reads it.
        return bool(select.select([self._slave], [], [], 0)[0])

    def resize(self, cols: int, rows: int) -> None:
        """Change the terminal's size."""
        self.screen.resize(rows, cols)
        self._set_size(cols, rows)
        if self._display.modes.get(2048):
            self.send(f"\x1b[48;{rows};{cols};{rows * 20};{cols * 10}t")

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self._process.send_signal(number)

    def close_master(self) -> None:
        """Close the terminal's window."""
        for fd in (self._master, self._slave):
            if fd >= 0:
                os.close(fd)
        self._master = self._slave = -1

    # Waiting

    def wait_for(
        self, what: "str | re.Pattern[str] | Callable[[], object]", timeout: float = PATIENCE
    ) -> None:
        """Read until the screen shows `what` or it is true; otherwise fail and say what was there."""
        end = time.monotonic() + timeout
        while not self._holds(what):
            left = end - time.monotonic()
            ended = self._process.poll() is not None
            if not self._read(0 if ended else min(left, 0.1)) and (left <= 0 or ended):
                state = f"ended with {self._process.returncode}" if ended else "still running"
                raise AssertionError(f"waited in vain for {what!r} ({state}); the screen:\n{self.text}")

    def settle(self, quiet: float = 0.1, timeout: float = PATIENCE) -> None:
        """Read until nothing has come for `quiet` seconds."""
        end = time.monotonic() + timeout
        while self._read(quiet):
            assert time.monotonic() < end, "the program never stops writing"

    def stall_until(self, holds: Callable[[], object], timeout: float = PATIENCE) -> None:
        """Wait until `holds` says yes and take nothing from the program meanwhile."""
        end = time.monotonic() + timeout
        while not holds():
            assert time.monotonic() < end, "waited in vain"
            time.sleep(0.01)

    def wait_exit(self, timeout: float = PATIENCE, *, reading: bool = True) -> int:
        """Wait for the program's end and return its exit code (-n: killed by signal n)."""
        end = time.monotonic() + timeout
        if not reading or self._master < 0:
            return self._process.wait(timeout)
        while self._process.poll() is None:
            assert time.monotonic() < end, f"still running; the screen:\n{self.text}"
            self._read(0.1)
        while self._read(0):
            pass
        return self._process.returncode

    # What the program costs

    def switches(self) -> int:
        """How often the program's threads have gone to sleep so far (voluntary context switches)."""
        found = 0
        for status in Path(f"/proc/{self.pid}/task").glob("*/status"):
            if match := re.search(r"^voluntary_ctxt_switches:\s+(\d+)", status.read_text(), re.MULTILINE):
                found += int(match[1])
        return found

    def asleep(self) -> bool:
        """Whether the program has nothing to do: it has read all that was sent, and no thread is at work."""
        if self.unread():
            return False
        tasks = Path(f"/proc/{self.pid}/task").glob("*/stat")
        return all(task.read_text().rpartition(")")[2].split()[0] in "SZ" for task in tasks)

    def stopped(self) -> bool:
        """Whether the program has been stopped, as by SIGTSTP, and not continued."""
        return Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()[0] == "T"

    def cpu(self) -> float:
        """Seconds of processor time the program has used so far, while it runs."""
        return time.clock_gettime((~self.pid << 3) | 2)  # its own clock; see `clock_getcpuclockid`

    # The terminal's side

    def _holds(self, what: "str | re.Pattern[str] | Callable[[], object]") -> bool:
        if isinstance(what, str):
            return what in self.text
        if isinstance(what, re.Pattern):
            return what.search(self.text) is not None
        return bool(what())

    def _set_size(self, cols: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, cols * 10, rows * 20))

    def _read(self, timeout: float) -> bool:
        """Take what the program has written, waiting for it, or for the program's end, at most so long."""
        if self._master < 0:
            time.sleep(max(timeout, 0))
            return False
        if self._master not in select.select([self._master, self._end], [], [], max(timeout, 0))[0]:
            return False
        data = os.read(self._master, 65536)
        self.raw += data
        self.on_read()
        self._display.feed(data)
        return True

    def _answer(self, data: bytes) -> None:
        os.write(self._master, data)


def _environment() -> dict[str, str]:
    """The environment of a usual terminal, with the modules of this project to be found."""
    unwanted = re.compile(r"TEXTUAL|PYTHON|SSH_|TMUX|NO_COLOR|TERM|COLUMNS|LINES|LC_|FORCE_COLOR")
    clean = {name: value for name, value in os.environ.items() if not unwanted.match(name)}
    return clean | {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
    }
