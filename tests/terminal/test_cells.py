"""By the cells that differ the terminal shows what it would show if everything were sent."""

from __future__ import annotations

import re
from io import StringIO
from pathlib import Path
from typing import Any

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.app import App
from textual.geometry import Region
from textual.strip import Strip

from tests.tui.board_app import at_the_board
from tui.terminal.cells import ShownCells, Update

WIDTH, HEIGHT = 12, 3
STYLES = (
    None, Style(bold=True), Style(color="red"), Style(bgcolor="#203040", reverse=True),
    Style(color="#ffffff", bgcolor="#203040", bold=True, underline=True),
    Style(color="bright_red", italic=True), Style(color="color(200)", bgcolor="red", dim=True, bold=True),
    Style(link="https://a.example", strike=True), Style(underline2=True, overline=True),
)  # fmt: skip
LETTERS = "ab .─é字あ✎☎"


class Screens:
    """Two terminals: one is sent everything, one what differs."""

    def __init__(self, width: int, height: int) -> None:
        # One number of colours in one process: the framework keeps how a style is written.
        self.console = Console(file=StringIO(), color_system="truecolor", force_terminal=True)
        self.shown = ShownCells()
        self.plain: Any = pyte.Screen(width, height)
        self.sparse: Any = pyte.Screen(width, height)
        self.all = self.sent = 0

    def show(self, update: Update) -> str:
        """Send it to both; what the second got."""
        everything = update.render_segments(self.console)
        differing = self.shown.sequence(update, self.console)
        pyte.Stream(self.plain).feed(without_links(everything))
        pyte.Stream(self.sparse).feed(without_links(differing))
        self.all, self.sent = self.all + len(everything), self.sent + len(differing)
        return differing

    def assert_equal(self) -> None:
        """Cell by cell the same, in text and in look."""
        for row in range(self.plain.lines):
            plain, sparse = ([screen.buffer[row][column] for column in range(screen.columns)]
                             for screen in (self.plain, self.sparse))  # fmt: skip
            assert plain == sparse, row


def without_links(text: str) -> str:
    """pyte prints what it does not know."""
    return re.sub(r"\x1b\]8;[^\x1b]*\x1b\\", "", text)


def frame(*rows: str, style: Style | None = None, y: int = 0) -> LayoutUpdate:
    strips = [[Strip([Segment(row, style)])] for row in rows]
    return LayoutUpdate(strips, Region(0, y, WIDTH, len(rows)))  # type: ignore[arg-type]


@st.composite
def frames(draw: st.DrawFn) -> LayoutUpdate:
    """A whole screen of pieces of many looks, as a layout sends it."""
    rows = []
    for _ in range(HEIGHT):
        pieces, left = [], WIDTH
        while left > 0:
            text = draw(st.text(LETTERS, min_size=1, max_size=left))
            strip = Strip([Segment(text, draw(st.sampled_from(STYLES)))])
            pieces.append(strip.adjust_cell_length(min(strip.cell_length, left)))
            left -= pieces[-1].cell_length
        rows.append(pieces)
    return LayoutUpdate(rows, Region(0, 0, WIDTH, HEIGHT))  # type: ignore[arg-type]


def test_a_long_frame_is_shown_when_all_of_it_has_come() -> None:
    screens = Screens(WIDTH, HEIGHT)
    few, many = frame("one         "), frame(*["one         "] * 100)
    for update, marked in ((few, False), (many, True)):
        sent = screens.shown.differing(update, synchronised=True)
        assert isinstance(sent, CompositorUpdate)
        assert sent.render_segments(screens.console).startswith("\x1b[?2026h") is marked


@given(st.lists(frames(), min_size=1, max_size=4))
def test_any_frame_after_any_other_is_shown_alike(updates: list[LayoutUpdate]) -> None:
    screens = Screens(WIDTH, HEIGHT)
    for update in updates:
        screens.show(update)
        screens.assert_equal()


def test_what_is_shown_already_costs_nothing() -> None:
    screens = Screens(WIDTH, HEIGHT)
    assert screens.show(frame("one         ", "two         ", "three       "))
    assert screens.show(frame("one         ", "two         ", "three       ")) == ""


def test_a_letter_costs_its_cell() -> None:
    screens = Screens(WIDTH, HEIGHT)
    screens.show(frame("Dear Ada    "))
    assert screens.show(frame("Dear Ada,   ")) == "\x1b[1;9H,"


def test_a_gap_is_gone_over_where_that_is_shorter() -> None:
    screens = Screens(WIDTH, HEIGHT)
    screens.show(frame("abcdefghijkl"))
    assert screens.show(frame("XbXdefghijkX")) == "\x1b[1HXbX\x1b[8CX"


def test_a_gap_is_counted_from_behind_a_wide_character() -> None:
    screens = Screens(WIDTH, HEIGHT)
    for row in ("字bcdefghijk", "あbcdefghijX"):
        screens.show(frame(row))
        screens.assert_equal()


def test_a_look_goes_on_from_frame_to_frame() -> None:
    screens = Screens(WIDTH, HEIGHT)
    red = Style(color="red", bgcolor="#203040")
    screens.show(frame("Dear Ada    ", style=red))
    assert screens.show(frame("Dear Ann    ", style=red)) == "\x1b[1;7Hnn"
    strip = Strip([Segment("Dear Ann", red), Segment(",", red + Style(reverse=True)), Segment("   ", red)])
    assert screens.show(LayoutUpdate([[strip]], Region(0, 0, WIDTH, 1))) == "\x1b[1;9H\x1b[7m,"


def test_the_next_line_is_gone_to_from_here() -> None:
    screens = Screens(WIDTH, HEIGHT)
    screens.show(frame("call 19     ", "call 19     ", "call 19     "))
    assert screens.show(frame("call 23     ", "call 23     ", "call 29     ")) == (
        "\x1b[1;6H23\x1b[B\b\b23\x1b[B\b\b2"
    )


def test_a_look_that_changes_is_a_change() -> None:
    screens = Screens(WIDTH, HEIGHT)
    screens.show(frame("Dear Ada    "))
    assert screens.show(frame("Dear Ada    ", style=Style(bold=True))) == "\x1b[1H\x1b[1mDear Ada    "


def test_a_row_of_doubtful_width_is_sent_as_one() -> None:
    screens = Screens(WIDTH, HEIGHT)
    screens.show(frame("☎ call Ada  "))
    assert screens.show(frame("☎ call Ann  ")) == "\x1b[1H☎ call Ann  "
    assert screens.show(frame("x call Ann  ")) == "\x1b[1Hx call Ann  "
    assert screens.show(frame("x call Ada  ")) == "\x1b[1;9Hda"


def test_after_forgetting_everything_is_sent() -> None:
    screens = Screens(WIDTH, HEIGHT)
    screens.show(frame("one         "))
    pyte.Stream(screens.sparse).feed("\x1b[2;5H\x1b[1;31;7mfrom elsewhere")
    screens.shown.forget()
    assert screens.show(frame("one         ", "", "")) == "\x1b[1H\x1b[mone         "


def test_a_link_is_closed_before_the_next_look() -> None:
    screens = Screens(WIDTH, HEIGHT)
    linked = Strip([Segment("here", Style(link="https://a.example")), Segment(" and on  ")])
    sent = screens.show(LayoutUpdate([[linked]], Region(0, 0, WIDTH, 1)))
    assert sent.index("a.example") < sent.index("here") < sent.index("\x1b]8;;\x1b\\") < sent.index("and on")


def test_a_part_of_a_row_changes_that_part() -> None:
    screens = Screens(WIDTH, HEIGHT)
    screens.show(frame("abcdefghijkl", "mnopqrstuvwx"))
    chops: list[dict[int, Strip | None]] = [
        {0: None, 4: Strip([Segment("EFgh")]), 8: None},
        {0: None, 4: None, 8: None},
    ]
    screens.show(ChopsUpdate(chops, [(0, 4, 8)], [[4, 8, 12], [4, 8, 12]]))
    screens.assert_equal()
    assert screens.sparse.display[0] == "abcdEFghijkl"


async def test_a_tour_of_all_screens_is_shown_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    screens = Screens(120, 36)

    def display(app: App[Any], _: object, renderable: object) -> None:
        if isinstance(renderable, Update) and not app._batch_count:
            screens.show(renderable)

    monkeypatch.setattr(App, "_display", display)
    async with at_the_board(tmp_path, size=(120, 36)) as user:
        for keys in (["j", "l", "j", "2"], ["d", *"Dear", "left", "x", "escape"], ["enter", "j", "escape"]):
            for key in keys:
                await user.key(key)
                screens.assert_equal()
        for key in ("question_mark", "j", "escape", "a", "A", "tab", "escape", "A", "escape", "slash", "n"):
            await user.key(key)
            screens.assert_equal()
    assert screens.sent * 2 < screens.all
