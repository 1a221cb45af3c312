"""What a terminal sends is cut into typed text, sequences and pastes, wherever its chunks end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.terminal.splitter import ESC, PASTE_END, PASTE_START, SILENCE, Pasted, Piece, Sequence, Splitter

KEYS = ["a", "ä", "д", "\r", "\x7f", "[", "]", "O", "P", "\x03"]
SEQUENCES = [
    "\x1b[A", "\x1bOP", "\x1b[15~", "\x1b[1;5C", "\x1b[<0;12;7M", "\x1b[<35;1;1m", "\x1b[I", "\x1b[O",
    "\x1b[[A",    "\x1b[?2026;2$y", "\x1b[?2048;1$y", "\x1b[48;24;80;480;800t", "\x1b[3;1R", "\x1b[97;5u",
    "\x1b[1074::100;;1074u",    "\x1b[3$", "\x1b[?62;22c", "\x1b[?1u", "\x1b[M a\x80", "\x1b\x7f", "\x1bO5P",
]  # fmt: skip
STRINGS = [
    "\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\", "\x1b]11;rgb:ffff/ffff/ffff\a", "\x1bP>|tmux 3.3a\x1b\\",
    "\x1bP1$r0;1m\x1b\\",
    "\x1bP1+r436f=323536\x1b\\", "\x1b_Gi=31;OK\x1b\\", "\x1b^private\x1b\\", "\x1bXstring\x1b\\",
    "\x1b]lqD\x1b\\",
    "\x9d4;1;rgb:00/00/00\x9c", "\x90>|xterm(380)\x9c", "\x1b]52;c;cUQ=\a",
]  # fmt: skip
BODY = st.text("xyz\x1b[201\n", max_size=6).filter(lambda text: PASTE_END not in text + PASTE_END[:-1])
PIECES: st.SearchStrategy[tuple[str, list[Piece]]] = st.one_of(
    st.sampled_from(KEYS).map(lambda key: (key, [key])),
    st.sampled_from(SEQUENCES).map(lambda text: (text, [Sequence(text)])),
    st.sampled_from(STRINGS).map(lambda text: (text, [])),
    BODY.map(lambda text: (PASTE_START + text + PASTE_END, [Pasted(text, 0)])),
)


def splitter(limit: int = 1000) -> Splitter:
    return Splitter(0.1, limit)


def joined(pieces: list[Piece]) -> list[Piece]:
    """Typed text that stands together in one piece."""
    found: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and found and isinstance(found[-1], str):
            found[-1] += piece
        else:
            found.append(piece)
    return found


@given(st.lists(PIECES, max_size=6), st.lists(st.integers(0, 80), max_size=10))
def test_where_a_chunk_ends_does_not_matter(parts: list[tuple[str, list[Piece]]], cuts: list[int]) -> None:
    stream = "".join(text for text, _ in parts)
    places = sorted({0, len(stream), *(cut for cut in cuts if cut < len(stream))})
    cutter = splitter()
    pieces = [piece for a, b in pairwise(places) for piece in cutter.feed(stream[a:b], a / 1000)]
    assert joined(pieces) == joined([piece for _, wanted in parts for piece in wanted])
    assert cutter.deadline is None


@pytest.mark.parametrize("key", [*"adqDx1 ,.äд?", "\r"])
def test_esc_and_a_key_in_one_read_are_esc_and_that_key(key: str) -> None:
    assert [*splitter().feed(ESC + key, 0)] == [Sequence(ESC), key]
    cutter = splitter()
    assert [*cutter.feed(ESC, 0), *cutter.feed(key, 0.02)] == [Sequence(ESC), key]
    assert [*splitter().feed(f"ab{ESC}{key}", 0)] == ["ab", Sequence(ESC), key]


@pytest.mark.parametrize("key", "[]OPX^_")
def test_so_are_keys_that_may_begin_a_sequence_once_nothing_follows(key: str) -> None:
    cutter = splitter()
    assert [*cutter.feed(ESC + key, 0)] == []
    assert [*cutter.expire(0.09)] == []
    assert [*cutter.expire(0.1)] == [Sequence(ESC), key]
    assert cutter.deadline is None


def test_closing_brackets_are_no_string() -> None:
    assert joined([*splitter().feed(f"{ESC}]]]", 0)]) == [Sequence(ESC), "]]]"]


def test_esc_alone_is_a_key_after_a_moment_and_again_at_once() -> None:
    cutter = splitter()
    assert [*cutter.feed(ESC, 5), *cutter.expire(5.05)] == []
    assert cutter.deadline == pytest.approx(5.1)
    assert [*cutter.expire(5.1)] == [Sequence(ESC)]
    assert [*cutter.feed(ESC + ESC + "[A", 6)] == [Sequence(ESC), Sequence("\x1b[A")]


@pytest.mark.parametrize("begun", ["\x1b]11;rgb:", "\x1bP>|x", "\x1b_G", "\x1b[?2", "\x1b[12;", "\x9d11;"])
def test_what_never_ends_is_dropped_after_two_seconds(begun: str) -> None:
    cutter = splitter()
    assert [*cutter.feed(begun, 0), *cutter.feed("1", 1.5), *cutter.expire(1.9)] == []
    assert [*cutter.expire(SILENCE)] == []
    assert [*cutter.feed("k", 2.1)] == ["k"]
    assert cutter.deadline is None


def test_a_sequence_ends_a_string_that_has_no_end() -> None:
    assert [*splitter().feed("\x1b]0;title\x1b[Ak", 0)] == [Sequence("\x1b[A"), "k"]


@pytest.mark.parametrize("first", [ESC, ESC + "]", ESC + "P"])
@pytest.mark.parametrize("string", STRINGS[:4])
def test_a_reply_that_comes_late_after_its_first_character_types_nothing(first: str, string: str) -> None:
    if not string.startswith(first):
        return
    cutter = splitter()
    early = [*cutter.feed(first, 0), *cutter.expire(0.1)]
    assert [*cutter.feed(string[len(first) :], 0.3)] == []
    assert early[0] == Sequence(ESC)


def test_letters_beyond_ascii_are_no_controls() -> None:
    letters = "äöüßéÀÐÝÞß€„“”’дЯπ漢🙂"
    assert [*splitter().feed(letters, 0)] == [letters]


def test_a_long_paste_is_cut_and_counted() -> None:
    cutter = splitter(limit=4)
    chunks = [PASTE_START + "abc", "def\0", "g" + PASTE_END + "k"]
    assert [piece for chunk in chunks for piece in cutter.feed(chunk, 0)] == [Pasted("abcd", 3), "k"]


def test_a_paste_without_end() -> None:
    cutter = splitter()
    assert [*cutter.feed(PASTE_START + "abc\x1b[20", 0)] == []
    assert cutter.in_paste
    assert [*cutter.feed("x", 1.5), *cutter.expire(2.5)] == []
    assert [*cutter.expire(3.5)] == [Pasted("abc\x1b[20x", 0)]
    assert not cutter.in_paste
    assert [*cutter.feed("k", 4)] == ["k"]


@pytest.mark.parametrize("early", range(1, len(PASTE_START)))
def test_a_start_that_comes_slowly_is_still_a_paste(early: int) -> None:
    cutter = splitter()
    assert [*cutter.feed(PASTE_START[:early], 0)] == []
    before = [*cutter.expire(0.1)]
    assert [*cutter.feed(PASTE_START[early:] + "abc" + PASTE_END, 0.3)] == [Pasted("abc", 0)]
    assert before in ([], [Sequence(ESC)], [Sequence(ESC), "["])
