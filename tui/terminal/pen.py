"""What a terminal writes with and where it writes next: the shortest sequences from one to another.

A look goes on until another is asked for, from one frame to the next: colours are the most of what a changed
letter costs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

RESET = "\x1b[m"
NO_LINK = "\x1b]8;;\x1b\\"
LONGEST_BACK = 3
"""Steps back that are shorter one by one."""
_SETS = re.compile(r"\x1b\[([\d;]*)m")
_ENDS = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "6": "25", "7": "27", "8": "28", "9": "29"}
"""What ends each way of writing. Another, as a line above, ends with everything."""
_NO_FRONT, _NO_GROUND = "39", "49"


class PenLook(NamedTuple):
    """How text is written: in the codes of the terminal's sequences."""

    ways: frozenset[str] = frozenset()
    """Bold, underlined and so on."""
    front: str = _NO_FRONT
    ground: str = _NO_GROUND
    link: str = ""
    """The sequence that opens it."""


PLAIN = PenLook()


@lru_cache(1024)
def look_of(begins: str) -> PenLook:
    """The look that these sequences begin where none is."""
    sets = _SETS.search(begins)
    ways, front, ground = set(), _NO_FRONT, _NO_GROUND
    for code in _codes(sets[1]) if sets else ():
        number = int(code.partition(";")[0] or 0)
        if number == 38 or 30 <= number <= 37 or 90 <= number <= 97:
            front = code
        elif number == 48 or 40 <= number <= 47 or 100 <= number <= 107:
            ground = code
        else:
            ways.add(code)
    return PenLook(frozenset(ways), front, ground, begins[: sets.start()] if sets else begins)


def _codes(numbers: str) -> Iterator[str]:
    """One by one, a colour's numbers together."""
    rest = numbers.split(";")
    while rest:
        length = {"5": 3, "2": 5}[rest[1]] if rest[0] in ("38", "48") else 1
        yield ";".join(rest[:length])
        rest = rest[length:]


class Pen:
    """What is known of the terminal's pen, by what was written with it. Rows and columns count from 0."""

    def __init__(self) -> None:
        self._look: PenLook | None = None
        self._place: tuple[int, int] | None = None

    def forget(self) -> None:
        """Somebody else has written with it."""
        self._look = self._place = None

    def lift(self) -> None:
        """Somebody else may move it from now on, but writes nothing."""
        self._place = None

    def move(self, row: int, column: int) -> str:
        """To this cell."""
        old, self._place = self._place, (row, column)
        if old == self._place:
            return ""
        straight = f"\x1b[{row + 1};{column + 1}H" if column else f"\x1b[{row + 1}H"
        return straight if old is None else min(straight, _steps(row - old[0], column - old[1]), key=len)

    def take(self, look: PenLook) -> str:
        """Write with this look."""
        old, self._look = self._look, look
        if old is None:
            return RESET + _switch(PLAIN, look)
        return "" if old == look else _switch(old, look)

    def wrote(self, cells: int) -> None:
        """It has written so many cells in its row."""
        if self._place is not None:
            row, column = self._place
            self._place = row, column + cells

    def close_link(self) -> str:
        """Write with the look it has, but without its link."""
        return self.take(self._look._replace(link="")) if self._look and self._look.link else ""


def _steps(down: int, right: int) -> str:
    aside = "\b" * -right if -LONGEST_BACK <= right < 0 else _by(right, "C", "D")
    return _by(down, "B", "A") + aside


def _by(count: int, forth: str, back: str) -> str:
    if not count:
        return ""
    return f"\x1b[{abs(count) if abs(count) > 1 else ''}{forth if count > 0 else back}"


@lru_cache(1024)
def _switch(old: PenLook, new: PenLook) -> str:
    """From one look to another: by what differs, or anew, as is shorter."""
    link = ""
    if old.link != new.link:
        link = new.link or NO_LINK
    return link + min(_by_difference(old, new), _anew(new), key=len)


def _anew(new: PenLook) -> str:
    codes = [
        *sorted(new.ways),
        *(one for one in (new.front, new.ground) if one not in (_NO_FRONT, _NO_GROUND)),
    ]
    return f"\x1b[0;{';'.join(codes)}m" if codes else RESET


def _by_difference(old: PenLook, new: PenLook) -> str:
    gone, come = old.ways - new.ways, new.ways - old.ways
    if not all(way in _ENDS for way in gone):
        return _anew(new)
    ends = {_ENDS[way] for way in gone}
    again = {way for way in new.ways & old.ways if _ENDS.get(way) in ends}
    codes = [*sorted(ends), *sorted(come | again)]
    codes += [new.front] if new.front != old.front else []
    codes += [new.ground] if new.ground != old.ground else []
    return f"\x1b[{';'.join(codes)}m" if codes else ""
