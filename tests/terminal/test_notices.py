"""Notices by the terminal's own sequences: each ends where it should, whatever is in it."""

from __future__ import annotations

import pytest

from tests.hostile import TEXTS
from tui.terminal.notices import LONGEST, notice

NO_TMUX: dict[str, str] = {}


@pytest.mark.parametrize(
    ("kind", "sequence"),
    [
        ("9", "\x1b]9;ringback: 4;1 call\x1b\\"),
        ("777", "\x1b]777;notify;ringback;4,1 call\x1b\\"),
        ("99", "\x1b]99;;ringback: 4;1 call\x1b\\"),
        ("", ""),
        ("52", ""),
    ],
)
def test_each_has_its_sequence(kind: str, sequence: str) -> None:
    assert notice(kind, "4;1 call", NO_TMUX) == sequence


def test_tmux_hands_it_through() -> None:
    assert notice("9", "Call", {"TMUX": "/tmp/x"}) == "\x1bPtmux;\x1b\x1b]9;ringback: Call\x1b\x1b\\\x1b\\"


@pytest.mark.parametrize("kind", ["9", "777", "99"])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_no_text_ends_it_or_begins_another(kind: str, text: str) -> None:
    sequence = notice(kind, text, NO_TMUX)
    inside = sequence.removeprefix("\x1b]").removesuffix("\x1b\\")
    assert inside.isprintable()
    assert len(inside) <= LONGEST + 30
    if kind == "777":
        assert inside.count(";") == 3


def test_several_lines_are_one() -> None:
    assert "Call Ada Call Ben" in notice("9", "Call Ada\nCall Ben", NO_TMUX)
