"""The picture of the board says of each card what is true, and works it out once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace
from textual.geometry import Size
from textual.widget import Widget

from store import spans
from store.interview import Interview
from store.rules.board import board
from tests.making import BERLIN, POLICY
from tests.tui.board_app import NOW, interviews
from tui.keymap import Keymap
from tui.picture import board_picture
from tui.picture.board_picture import Picture, Seen
from tui.picture.card_column import Cell
from tui.picture.cursor import Cursor
from tui.signs import UNICODE
from tui.widgets.inks import WidgetLooks

SIZE = Size(120, 30)
SEEN = Seen(NOW, BERLIN)
LATER = NOW + timedelta(hours=3)


@pytest.fixture(autouse=True)
def clock_as_before() -> Iterator[None]:
    face = spans.clock_face()
    yield
    spans.use_clock(face)


def shown_on(cursor: Cursor, cards: list[Interview]) -> None:
    cursor.show(board(cards, POLICY, NOW, BERLIN))


def cursor_on(cards: list[Interview]) -> Cursor:
    cursor = Cursor()
    shown_on(cursor, cards)
    return cursor


def picture_of(cursor: Cursor) -> Picture:
    return Picture(cursor, Keymap(), UNICODE, WidgetLooks(Widget()))


def cells(picture: Picture, seen: Seen, size: Size) -> list[tuple[Cell, ...]]:
    """All that stands in the columns."""
    picture.show(seen, size, active=True)
    return [column._cells for column in picture._columns.values()]


def test_while_the_cursor_moves_cards_go_on_saying_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    cursor = cursor_on(interviews())
    picture = picture_of(cursor)
    before = cells(picture, SEEN, SIZE)
    monkeypatch.setattr(board_picture, "card_lines", None)
    cursor.go(0, 1)
    cursor.go(1, 0)
    after = cells(picture, SEEN, SIZE)
    assert after != before
    assert [[cell.lines for cell in column] for column in after] == [
        [cell.lines for cell in column] for column in before
    ]


@pytest.mark.parametrize(
    ("seen", "size", "face"),
    [
        (replace(SEEN, now=LATER), SIZE, "24h"),
        (replace(SEEN, zone=ZoneInfo("Asia/Tokyo")), SIZE, "24h"),
        (replace(SEEN, heard={"northwind": "Ada wrote at 11:52"}), SIZE, "24h"),
        (replace(SEEN, moved=frozenset({"northwind"}), marked=frozenset({"stark"})), SIZE, "24h"),
        (SEEN, Size(100, 30), "24h"),
        (SEEN, SIZE, "12h"),
    ],
)
def test_whatever_it_depends_on_is_said_at_once(seen: Seen, size: Size, face: spans.ClockFace) -> None:
    cursor = cursor_on(interviews())
    picture = picture_of(cursor)
    before = cells(picture, SEEN, SIZE)
    spans.use_clock(face)
    after = cells(picture, seen, size)
    assert after != before
    assert after == cells(picture_of(cursor), seen, size)
    spans.use_clock("24h")
    assert cells(picture, SEEN, SIZE) == before


def test_a_card_that_has_changed_says_so() -> None:
    cursor = cursor_on(interviews())
    picture = picture_of(cursor)
    before = cells(picture, SEEN, SIZE)
    renamed = [replace(one, company=f"{one.company} & Sons") for one in interviews()]
    shown_on(cursor, renamed)
    assert cells(picture, SEEN, SIZE) != before
    assert cells(picture, SEEN, SIZE) == cells(picture_of(cursor), SEEN, SIZE)
