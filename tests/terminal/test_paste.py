"""Pastes are taken out of the stream wherever the terminal's output is cut."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.terminal.input import PASTE_END, PASTE_START, Pasted, PasteSplitter

KEYS = st.text("ab\x1b[O~", max_size=4).filter(lambda text: PASTE_START not in text and PASTE_END not in text)
BODY = st.text("xyz\x1b[201\n", max_size=6).filter(lambda text: PASTE_END not in text)


def split(chunks: list[str], splitter: PasteSplitter) -> tuple[str, list[Pasted]]:
    """The keys, without the empty pastes that complete the parser's half of a PASTE_START, and the pastes."""
    pieces = [piece for chunk in chunks for piece in splitter.feed(chunk)]
    keys = "".join(piece for piece in pieces if isinstance(piece, str))
    return keys.replace(PASTE_START + PASTE_END, ""), [piece for piece in pieces if isinstance(piece, Pasted)]


@given(st.lists(st.tuples(KEYS, BODY), max_size=3), KEYS, st.lists(st.integers(0, 60), max_size=8))
def test_chunks_do_not_matter(parts: list[tuple[str, str]], last: str, cuts: list[int]) -> None:
    stream = "".join(keys + PASTE_START + body + PASTE_END for keys, body in parts) + last
    places = sorted({0, len(stream), *(cut for cut in cuts if cut < len(stream))})
    chunks = [stream[a:b] for a, b in pairwise(places)]
    whole = split([stream], PasteSplitter())
    assert split(chunks, PasteSplitter()) == whole
    if all(PASTE_END not in body + PASTE_END[:-1] for _, body in parts):
        assert whole == ("".join(keys for keys, _ in parts) + last, [Pasted(body, 0) for _, body in parts])


def test_a_long_paste_is_cut_and_counted() -> None:
    _, pasted = split([PASTE_START + "abc", "def\0", "g" + PASTE_END + "k"], PasteSplitter(limit=4))
    assert pasted == [Pasted("abcd", 3)]


def test_an_end_that_never_comes() -> None:
    splitter = PasteSplitter()
    assert list(splitter.feed(PASTE_START + "abc\x1b[20")) == []
    assert splitter.is_open
    assert splitter.end() == Pasted("abc\x1b[20", 0)
    assert not splitter.is_open
    assert list(splitter.feed("k")) == ["k"]


def test_a_start_that_comes_slowly_is_still_a_paste() -> None:
    splitter = PasteSplitter()
    assert list(splitter.feed("\x1b[2")) == ["\x1b[2"]
    splitter.parser_timed_out()
    assert list(splitter.feed("00~abc" + PASTE_END)) == [Pasted("abc", 0)]
