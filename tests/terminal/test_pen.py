"""The shortest way from one look to another ends in that look."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.terminal.pen import NO_LINK, PLAIN, Pen, PenLook, look_of

ENDED_BY = {"22": "12", "23": "3", "24": "4", "25": "56", "27": "7", "28": "8", "29": "9"}
COLOURS = ("1", "7", "8;5;200", "8;2;1;2;3")
LINKS = ("", "\x1b]8;id=1;https://a.example\x1b\\")

looks = st.builds(
    PenLook,
    st.frozensets(st.sampled_from(["1", "2", "3", "4", "7", "9", "21", "53"])),
    st.sampled_from(["39", "91", *(f"3{one}" for one in COLOURS)]),
    st.sampled_from(["49", "101", *(f"4{one}" for one in COLOURS)]),
    st.sampled_from(LINKS),
)


class Obeying:
    """A terminal's pen, which does one code after another."""

    def __init__(self) -> None:
        self.look = PLAIN

    def feed(self, sequences: str) -> None:
        for link, codes in re.findall(r"(\x1b\]8;[^\x1b]*\x1b\\)|\x1b\[([\d;]*)m", sequences):
            if link:
                self.look = self.look._replace(link="" if link == NO_LINK else link)
            for code in re.findall(r"[34]8;5;\d+|[34]8;2;\d+;\d+;\d+|\d+", codes) or ([] if link else ["0"]):
                self._obey(code)

    def _obey(self, code: str) -> None:
        first = code.partition(";")[0]
        if code == "0":
            self.look = PLAIN._replace(link=self.look.link)
        elif code in ENDED_BY:
            self.look = self.look._replace(ways=self.look.ways - {*ENDED_BY[code]})
        elif len(first) > 1 and first[:-1] in ("3", "9"):
            self.look = self.look._replace(front=code)
        elif len(first) > 1 and first[:-1] in ("4", "10"):
            self.look = self.look._replace(ground=code)
        else:
            self.look = self.look._replace(ways=self.look.ways | {code})


@given(st.lists(looks))
def test_what_is_asked_for_is_what_is_written_with(asked: list[PenLook]) -> None:
    pen, terminal = Pen(), Obeying()
    terminal.feed("\x1b[1;7;35;45m")  # whoever wrote before
    for look in asked:
        terminal.feed(pen.take(look))
        assert terminal.look == look
        assert pen.take(look) == ""
    terminal.feed(pen.close_link())
    assert not asked or terminal.look == asked[-1]._replace(link="")


@pytest.mark.parametrize(
    ("old", "new", "sent"),
    [
        ("\x1b[4;37;40m", "\x1b[37;40m", "\x1b[24m"),
        ("\x1b[37;40m", "\x1b[7;37;40m", "\x1b[7m"),
        ("\x1b[38;2;1;2;3;48;2;4;5;6m", "\x1b[38;2;7;8;9;48;2;4;5;6m", "\x1b[38;2;7;8;9m"),
        ("\x1b[1;2;31m", "\x1b[2;31m", "\x1b[22;2m"),
        ("\x1b[1;4;31;42m", "", "\x1b[m"),
        ("\x1b[1;38;5;20m", "\x1b[31m", "\x1b[0;31m"),
        ("\x1b[53;31m", "\x1b[31m", "\x1b[0;31m"),
    ],
)
def test_only_what_differs_is_said(old: str, new: str, sent: str) -> None:
    pen = Pen()
    pen.take(look_of(old))
    assert pen.take(look_of(new)) == sent


@pytest.mark.parametrize(
    ("to", "sent"),
    [
        ((4, 10), ""),
        ((4, 11), "\x1b[C"),
        ((4, 19), "\x1b[9C"),
        ((4, 8), "\b\b"),
        ((4, 2), "\x1b[8D"),
        ((4, 0), "\x1b[5H"),
        ((5, 10), "\x1b[B"),
        ((2, 9), "\x1b[2A\b"),
        ((9, 99), "\x1b[10;100H"),
    ],
)
def test_the_cursor_goes_the_shorter_way(to: tuple[int, int], sent: str) -> None:
    pen = Pen()
    assert pen.move(4, 7) == "\x1b[5;8H"
    pen.wrote(3)
    assert pen.move(*to) == sent
    pen.lift()
    assert pen.move(4, 7) == "\x1b[5;8H"
