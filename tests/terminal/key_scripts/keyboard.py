"""A keyboard that is taken away after so many keys, whatever is being done."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from functools import partial

from tests.terminal.key_scripts.memory import Typed
from tests.terminal.terminal import Terminal
from tests.waiting import PATIENCE

AT_ONCE = (1, 1, 1, 2, 4, 40)
"""How many letters come in one read: from one finger, or over a slow line."""

LONE = 0.15
"""Seconds after which `esc` is known to be no sequence's beginning."""


class HungUp(Exception):
    """The last key has been pressed, and the program has read it."""


class Keyboard:
    """Presses keys, each when the program has nothing more to do about the one before; but for the last.

    That one has only been read when the keyboard is taken away. A `hurried` user waits for none of them to be
    more than read.
    """

    def __init__(self, terminal: Terminal, dice: random.Random, left: int, *, hurried: bool) -> None:
        self.terminal = terminal
        self.dice = dice
        self.left = left
        self.hurried = hurried

    def press(self, *keys: str) -> None:
        """Press keys by name. Raises HungUp."""
        for key in keys:
            self.terminal.press(key)
            self._read(lambda: None, esc=key == "escape")

    def write(self, text: str, typed: Typed | None = None) -> None:
        """Write letters into a text, some at once. Raises HungUp."""
        typed = Typed() if typed is None else typed
        while text:
            piece = text[: self.dice.choice(AT_ONCE)]
            text = text[len(piece) :]
            self.terminal.send(piece)
            self._read(partial(typed.add, piece))

    def _read(self, then: Callable[[], None], *, esc: bool = False) -> None:
        self._until(lambda: not self.terminal.unread())
        then()
        self.left -= 1
        if self.left <= 0:
            raise HungUp
        if not self.hurried:
            self._until(self.terminal.asleep)
        if esc:
            self.terminal.settle(LONE)

    def _until(self, holds: Callable[[], bool]) -> None:
        """Wait for what comes soon, if it comes."""
        end = time.monotonic() + PATIENCE
        while not holds():
            self.terminal.settle(0.001)
            assert time.monotonic() < end, f"waited in vain; the screen:\n{self.terminal.text}"
