"""Taking the terminal over before the framework is there, with the first picture of the board on it.

Without the framework. Its driver goes on from here: with what is shown, and with the same writer.
"""

from __future__ import annotations

import os
import signal
import sys
import termios
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from tui.terminal import restore
from tui.terminal.output import OutputWriter
from tui.terminal.pen import Pen, look_of

INPUT, OUTPUT = 0, 2
"""The board is drawn on standard error."""
ALTERNATE_SCREEN = "\x1b[?1049h"
HIDE_CURSOR = "\x1b[?25l"
MARK_PASTES = "\x1b[?2004h"
SIZE = (80, 24)
"""Cells across and down of a terminal that does not say how large it is."""

DrawnRow: TypeAlias = Sequence[tuple[str, str]]
"""The texts of a row, each with the sequence before it; together as wide as the terminal."""


def terminal_size() -> tuple[int, int]:
    """Cells across and down of the terminal drawn on; COLUMNS and LINES, where exported, do not follow it."""
    try:
        width, height = os.get_terminal_size(OUTPUT)
    except OSError:
        width, height = 0, 0
    return width or SIZE[0], height or SIZE[1]


def drawn_encoding() -> str:
    """That of standard error, on which the board is drawn."""
    return getattr(sys.__stderr__, "encoding", None) or "utf-8"


class TakenOver:
    """A terminal that shows the first picture; whatever is typed waits for who reads it."""

    def __init__(self, rows: Sequence[DrawnRow], size: tuple[int, int]) -> None:
        """Draw it. The terminal's state must have been noted, and `restore_now` puts it back from now on."""
        self.rows = rows
        self.size = size
        self._disturbed = False
        self.given_back = False
        """Whether the terminal is as it was before, to be taken over anew."""
        # Replaced by the framework's driver.
        for number in (signal.SIGWINCH, signal.SIGCONT):
            signal.signal(number, self.disturb)
        signal.signal(signal.SIGTSTP, self._stop)
        self.writer = OutputWriter(OUTPUT, drawn_encoding(), lambda: None)
        restore.undo_with(self.give_back)
        _take_keys_as_they_come()
        self.writer.write("".join([ALTERNATE_SCREEN, HIDE_CURSOR, MARK_PASTES, *_drawn(rows)]))

    def holds(self) -> bool:
        """Whether the terminal still shows the picture: it has the size it had, and nobody stopped it."""
        return not self._disturbed and terminal_size() == self.size

    def disturb(self, *_: object) -> None:
        """The terminal may show anything: it was resized, or the program stopped. Handles signals."""
        self._disturbed = True

    def give_back(self) -> None:
        """Put the terminal back."""
        self.given_back = True
        self.writer.abandon()
        restore.put_back(None, restore.LEAVE_PICTURE, INPUT, OUTPUT)

    def _stop(self, *_: object) -> None:
        restore.restore_now()
        os.kill(os.getpid(), signal.SIGSTOP)


def take_over(rows: Sequence[DrawnRow], size: tuple[int, int]) -> TakenOver | None:
    """Show these rows, if the terminal is ours: not where others have it, and not where it cannot be set."""
    try:
        ours = os.tcgetpgrp(INPUT) == os.getpgrp()
    except OSError:
        ours = False
    if not ours or restore.before() is None:
        return None
    return TakenOver(rows, size)


def _take_keys_as_they_come() -> None:
    """As the framework will: keys are neither shown nor translated, and none of them ends the program.

    What has been typed before stays, and waits.
    """
    state = restore.attributes(INPUT)
    if state is None:
        return
    state[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    signals = 0 if os.environ.get("TEXTUAL_ALLOW_SIGNALS") else termios.ISIG
    state[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | signals)
    state[6][termios.VMIN] = 1
    termios.tcsetattr(INPUT, termios.TCSANOW, state)


def _drawn(rows: Sequence[DrawnRow]) -> Iterator[str]:
    """The sequences that draw the rows on a terminal whose pen is at rest."""
    pen = Pen()
    for number, row in enumerate(rows):
        yield pen.move(number, 0)
        for text, begins in row:
            yield pen.take(look_of(begins)) + text
        pen.lift()
