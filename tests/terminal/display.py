"""What a terminal shows and remembers of what a program writes, and what it answers."""

import re
from collections.abc import Callable
from typing import Any

import pyte

MODES = {1: "application keys", 1000: "mouse", 1002: "mouse drag", 1003: "mouse motion", 1006: "mouse SGR"}
MODES |= {1004: "focus", 1015: "mouse urxvt", 1016: "mouse pixels", 1049: "alternate screen"}
MODES |= {2004: "bracketed paste", 2026: "synchronised output", 2048: "in-band size"}
SEQUENCE = re.compile(
    rb"\x1b\[(?P<mark>[<=>?]?)(?P<numbers>[\d;:]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    rb"|\x1b\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    rb"|\x1b[PX^_](?P<string>.*?)\x1b\\"
    rb"|\x1b[ -/]*[0-Z\\^-~]",
    re.DOTALL,
)
UNFINISHED = re.compile(rb"\x1b(\[[0-?]*[ -/]*|[\]PX^_][^\x07\x1b]*\x1b?|[ -/]*)?\Z")


class Display:
    """A screen (pyte's), the modes that are on, the title and the bells; `answer` takes replies to queries.

    pyte knows neither private modes nor the Kitty keyboard and prints parts of what it does not know, so
    it is given only what it understands.
    """

    def __init__(self, cols: int, rows: int, answer: Callable[[bytes], object], *, in_band: bool) -> None:
        self.screen: Any = pyte.Screen(cols, rows)
        self.title = ""
        self.bells = 0
        self.modes: dict[int, bool] = {}
        self.keyboards = 0
        self._stream: Any = pyte.ByteStream(self.screen)
        self._answer = answer
        self._in_band = in_band
        self._unfinished = b""

    def left_on(self) -> list[str]:
        """What has been switched on and not off again."""
        found = [name for mode, name in MODES.items() if self.modes.get(mode)]
        if not self.modes.get(25, True):
            found.append("hidden cursor")
        if not self.modes.get(7, True):
            found.append("no line wrap")
        if self.screen.cursor.attrs != self.screen.default_char:
            found.append("colours")
        if self.keyboards:
            found.append("keyboard protocol")
        return found

    def feed(self, data: bytes) -> None:
        """Take what the program has written, cut anywhere."""
        data = self._unfinished + data
        cut = UNFINISHED.search(data)
        self._unfinished = data[cut.start() :] if cut else b""
        self._show(data[: cut.start()] if cut else data)

    def _show(self, data: bytes) -> None:
        done = 0
        for match in SEQUENCE.finditer(data):
            self._plain(data[done : match.start()])
            done = match.end()
            if match["osc"] is not None:
                if match["osc"][:2] in (b"0;", b"2;"):
                    self.title = match["osc"][2:].decode(errors="replace")
            elif match["final"]:
                self._control(match)
            elif match["string"] is None:
                self._stream.feed(match[0])
        self._plain(data[done:])

    def _plain(self, data: bytes) -> None:
        self.bells += data.count(b"\a")
        self._stream.feed(data)

    def _control(self, match: "re.Match[bytes]") -> None:
        mark, numbers, between, final = match["mark"], match["numbers"], match["between"], match["final"]
        if (mark, between, final) == (b"?", b"$", b"p"):
            self._answer_mode(int(numbers))
        elif mark == b"?" and final in b"hl" and not between:
            for number in map(int, numbers.split(b";")):
                self.modes[number] = final == b"h"
                if number == 1049:
                    self._stream.feed(b"\x1b[0m\x1b[2J\x1b[H" if final == b"h" else b"\x1b[2J\x1b[H")
        elif final == b"u" and mark in (b">", b"<"):
            self.keyboards += 1 if mark == b">" else -1
        elif final == b"c" and not mark:
            self._answer(b"\x1b[?62;22c")
        elif final == b"n" and numbers == b"6":
            cursor = self.screen.cursor
            self._answer(b"\x1b[%d;%dR" % (cursor.y + 1, cursor.x + 1))
        elif not mark and not between and final not in b"ntpu" and b":" not in numbers:
            self._stream.feed(match[0])

    def _answer_mode(self, mode: int) -> None:
        known = mode in (25, 7) or (mode in MODES and (mode != 2048 or self._in_band))
        self._answer(b"\x1b[?%d;%d$y" % (mode, (1 if self.modes.get(mode) else 2) if known else 0))
