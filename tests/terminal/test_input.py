"""What the reader makes of what a terminal sends: keys, answers, bursts, and nothing of the rest."""

from __future__ import annotations

import os
from collections.abc import Sequence

import pytest
from textual import events
from textual.message import Message

from tui.terminal.burst import Burst
from tui.terminal.input import BURST_PAUSE, LONG_BURST, Bursts, InputReader
from tui.terminal.waker import Waker


def read(*chunks: str) -> list[Message]:
    """All that comes of these chunks, each in a read of its own, and of a moment's wait behind them."""
    found: list[Message] = []
    ends = os.openpty()
    waker = Waker()
    reader = InputReader(ends[1], waker, found.append)
    for chunk in chunks:
        reader._post(reader._splitter.feed(chunk, 0.0))
    reader._post(reader._splitter.expire(1.0))
    for end in ends:
        os.close(end)
    waker.close()
    return found


def keys(*chunks: str) -> list[str]:
    return [
        message.key if isinstance(message, events.Key) else type(message).__name__
        for message in read(*chunks)
    ]


def written(*chunks: str) -> str:
    """What a field would write of it."""
    found = ""
    for message in read(*chunks):
        if isinstance(message, Burst):
            found += message.text
        elif isinstance(message, events.Key) and message.is_printable:
            found += message.character or ""
    return found


@pytest.mark.parametrize(
    ("sent", "wanted"),
    [
        ("\x1bd", ["escape", "d"]), ("\x1bb", ["escape", "b"]), ("\x1b5", ["escape", "5"]),
        ("\x1b\r", ["escape", "enter"]), ("\x1b\x7f", ["ctrl+w"]), ("\x1b\x1b[A", ["escape", "up"]),
        ("\x1b[1;5C", ["ctrl+right"]), ("\x1bOP", ["f1"]), ("\x1b[[B", ["f2"]), ("\x1b[15~", ["f5"]),
        ("\x1b[3$", ["shift+delete"]), ("\x1b[I", ["AppFocus"]), ("\x1b[O", ["AppBlur"]),
        ("\x1b[?2026;2$y", ["TerminalSupportsSynchronizedOutput"]), ("\x1b[48;24;80;480;800t", ["Resize"]),
        ("\x1b[7;9R", ["CursorPosition"]), ("\x1b[<0;3;4M", ["MouseDown"]), ("\x1b[27u", ["escape"]),
        ("\x1b[97;3u", ["alt+a"]), ("\x1b[27;5;100~", ["ctrl+d"]), ("\x1b[100;5u", ["ctrl+d"]),
    ],
)  # fmt: skip
def test_what_means_something_still_comes_through(sent: str, wanted: list[str]) -> None:
    assert keys(sent) == wanted
    assert keys(*sent) == wanted


@pytest.mark.parametrize(
    "sent",
    [
        "\x1b[?62;22c", "\x1b[?1u", "\x1b[>0;95;0c", "\x1b[8;24;80t", "\x1b[?997;1n", "\x1b[0n",
        "\x1b[1;2;3;4;5;6z",
        "\x1b[?62;1;2;4;6;9;15;16;17;18;21;22;28;29c", "\x1b[99999999999;1u", "\x1b[48;99999;99999;1;1t",
        "\x1b[Mabc", "\x1b[32;10;10M", "\x1bO5P", "\x1b[201~", "\x1b]11;rgb:1/2/3\x1b\\", "\x1bP>|x 1\x1b\\",
    ],
)  # fmt: skip
def test_what_nobody_asked_for_is_neither_a_key_nor_text(sent: str) -> None:
    assert keys(sent) == []
    assert keys(*sent) == []
    assert keys(f"a{sent}b") == ["a", "b"]


@pytest.mark.parametrize(
    "sent", ["\x1b[97;3u", "\x1b[97;3;97u", "\x1b[27;3;97~", "\x1b[97;4;65u", "\x1b[65;4;65u"]
)
def test_alt_and_a_letter_write_nothing(sent: str) -> None:
    assert written(sent) == ""


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        ("\x1b[97;;97u", "a"), ("\x1b[97:65;2;65u", "A"), ("\x1b[27;2;65~", "A"), ("\x1b[65;2u", "A"),
        ("\x1b[97;3;229u", "å"), ("\x1b[0;;28450:23383u", "漢字"),
        ("\x1b[0;;" + ":".join(["28450"] * 12) + "u", "漢" * 12), ("\x1b[1074::100;;1074u", "в"),
    ],
)  # fmt: skip
def test_what_a_key_writes_is_written(sent: str, text: str) -> None:
    assert written(sent) == text


def test_where_the_terminal_says_it_the_key_in_that_place_counts() -> None:
    found = read(
        "\x1b[1074::100;;1074u", "\x1b[1044:1042:100;2;1042u", "\x1b[1074::100;5u", "\x1b[252::91;;252u"
    )
    pressed = [(one.key, one.character) for one in found if isinstance(one, events.Key)]
    assert pressed == [("d", "в"), ("D", "В"), ("ctrl+d", None), ("ü", "ü")]


# Bursts


def found(bursts: Bursts, text: str, now: float = 0.0) -> Sequence[object]:
    return [(one.text, one.pasted) if isinstance(one, Burst) else one for one in bursts.find(text, now)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("hjkl", ["hjkl"]),
        ("j" * 40, [("j" * 40, False)]),
        ("Globex", [("Globex", True)]),
        ("two\rlines", [("two\rlines", True)]),
        ("text\x7fab", ["text", "\x7f", "ab"]),
        ("more text\x13q", [("more text", True), "\x13", "q"]),
    ],
)
def test_many_letters_at_once_are_one_burst(text: str, wanted: list[object]) -> None:
    assert found(Bursts(), text) == wanted


def test_a_long_burst_goes_on_in_the_next_read_but_not_for_long() -> None:
    long = "word " * (LONG_BURST // 5)
    bursts = Bursts()
    assert found(bursts, long) == [(long, True)]
    assert found(bursts, "ab\r", BURST_PAUSE / 2) == [("ab\r", True)]
    assert found(bursts, "c", BURST_PAUSE) == [("c", True)]
    assert found(bursts, "d", BURST_PAUSE * 3) == ["d"]


def test_esc_ends_a_burst() -> None:
    messages = read("written text\x1bq")
    assert [type(message) for message in messages] == [Burst, events.Key, events.Key]
    assert [message.key for message in messages if isinstance(message, events.Key)] == ["escape", "q"]
