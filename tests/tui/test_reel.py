"""A moving picture shows at each instant the rows of the frame whose turn it is, and no others."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from screenshots.reel import CELL, ROW, Frame, reel

SIZE = (4, 3)
WORDS = st.sampled_from(["", "ab", "cd"])


def frame(words: list[str], seconds: float) -> Frame:
    """A picture as the screen exports it, with a word in each row."""
    rows = "".join(
        f'<rect fill="#111" x="0" y="{at * ROW + 1.5}" width="48.8" height="24.65" shape-rendering="a"/>'
        f'<text class="x-r1" x="0" y="{at * ROW + 20}" textLength="{4 * CELL}" a="b">{word:\xa0<4}</text>'
        for at, word in enumerate(words)
    )
    return Frame(f".x-r1 {{ fill: #fff }}{rows}", "told", seconds)


def shown_at(svg: str, part: float) -> set[tuple[int, str]]:
    """The rows that are to be seen once so much of the whole has passed, from 0 to 1: number and word."""
    hidden = set()
    for name, steps in re.findall(r"@keyframes (\w+)\{(.*)\}\n", svg):
        turns = [(float(at) / 100, word) for at, word in re.findall(r"([\d.]+)%\{visibility:(\w+)\}", steps)]
        if [word for at, word in turns if at <= part][-1] == "hidden":
            hidden.add(name)
    found = set()
    for name, markup in re.findall(r'<g(?: class="(\w+)")?>(<text class="s\d.*?)</g>', svg):
        if name not in hidden:
            (y, word) = re.findall(r'y="([\d.]+)".*>(\w+)</text>', markup)[0]
            found.add((round((float(y) - 20) / ROW), word))
    return found


@given(
    st.lists(st.tuples(st.lists(WORDS, min_size=3, max_size=3), st.integers(1, 4)), min_size=1, max_size=6)
)
def test_each_frame_has_its_turn(story: list[tuple[list[str], int]]) -> None:
    svg = reel([frame(words, seconds) for words, seconds in story], SIZE)
    whole, before = sum(seconds for _, seconds in story), 0
    for words, seconds in story:
        expected = {(at, word) for at, word in enumerate(words) if word}
        assert shown_at(svg, (before + seconds / 2) / whole) == expected
        before += seconds


def test_a_row_that_stays_is_drawn_once() -> None:
    svg = reel([frame(["ab", "cd", ""], 1), frame(["ab", "", "cd"], 1)], SIZE)
    assert (svg.count(">ab<"), svg.count(">cd<")) == (1, 2)
    assert "&#160;" not in svg and "\xa0" not in svg
