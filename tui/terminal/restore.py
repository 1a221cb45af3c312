"""Putting the terminal back as it was, whoever has drawn on it and however the program ends."""

import contextlib
import os
import select
import termios
from collections.abc import Callable, Iterator
from typing import Any

LEAVE = (
    "\x1b\\"  # ends a sequence that was cut short
    "\x1b[?2026l\x1b[?2004l\x1b[?2048l\x1b[?7h"  # synchronised output, paste, in-band size; line wrap
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[?1004l"  # mouse, focus
    "\x1b[<u\x1b[0m\x1b[?1049l\x1b[?25h"  # Kitty's keyboard, colours, alternate screen, cursor
)
"""What undoes everything that the board switches on."""
LEAVE_PICTURE = "\x1b\\\x1b[?2004l\x1b[0m\x1b[?1049l\x1b[?25h"
"""What undoes a first picture: of the keyboard's protocols only the shell's own may be there to be undone."""

Attributes = list[Any]
"""The state of a terminal as `termios.tcgetattr` gives it."""

_before: Attributes | None = None
_undo: Callable[[], None] | None = None


def remember() -> None:
    """Note the terminal's state; called before anything changes it. Only the first call counts."""
    global _before
    if _before is None:
        _before = attributes(0)


def before() -> Attributes | None:
    """The state noted by `remember`, or None when there was no terminal."""
    return _before


def attributes(fd: int) -> Attributes | None:
    """The present state of the terminal at `fd`, or None when there is none."""
    try:
        return termios.tcgetattr(fd)
    except termios.error:
        return None


def undo_with(undo: Callable[[], None] | None) -> None:
    """Say how the terminal is put back from now on, or with None that it has been."""
    global _undo
    _undo = undo


def restore_now() -> None:
    """Put the terminal back if something has been drawn; never waits, never raises; from any thread."""
    global _undo
    undo, _undo = _undo, None
    if undo is not None:
        with contextlib.suppress(Exception):
            undo()


@contextlib.contextmanager
def at_worst() -> Iterator[None]:
    """Put the terminal back if something goes wrong in here."""
    try:
        yield
    except BaseException:
        restore_now()
        raise


def put_back(state: Attributes | None, leave: str, fd_in: int, fd_out: int) -> None:
    """Write the sequences `leave` and set the terminal's state (the one remembered where it is None).

    Output the terminal has not taken is discarded: it may have stopped reading for good, and half a
    frame in front of the shell's prompt helps nobody.
    """
    state = _before if state is None else state
    if state is not None:
        with contextlib.suppress(termios.error):
            termios.tcsetattr(fd_in, termios.TCSANOW, state)
    with contextlib.suppress(termios.error):
        termios.tcflush(fd_out, termios.TCOFLUSH)
    with contextlib.suppress(OSError):
        own = open_apart(fd_out)
        try:
            if select.select([], [own], [], 0)[1]:
                os.write(own, leave.encode())
        finally:
            os.close(own)


def open_apart(fd: int) -> int:
    """Open the terminal at `fd` a second time, so that writing to it never blocks.

    Non-blocking mode on `fd` itself would be shared with the shell and everything else in the terminal.
    Where it cannot be opened (it belongs to another user, or has no name here) a duplicate has to do.

    Raises:
        OSError: `fd` is not open.
    """
    try:
        return os.open(os.ttyname(fd), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return os.dup(fd)
