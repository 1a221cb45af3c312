"""A form as rows of text: where each field stands, what is said of it, and where its text is typed. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from rich.cells import cell_len

from store.languages import counted
from store.text import show
from tui.forms.entries import Entries
from tui.forms.entry import FormEntry
from tui.forms.fields import Line, Lines, Sheet
from tui.signs import Signs
from tui.words.lines import MARGIN, Piece, cut, fit, flow

SIDE = MARGIN
"""Cells that stay free at both sides."""
PADDING = 1
"""Cells of a field before what stands in it: options and what is said of it begin there, too."""
_LABEL = 16
"""Cells of the labels, with the space behind them."""
_WIDEST = 100
_NARROW = 60
"""Cells below which a label stands above its field."""
_SHORT = 18
"""Rows of the window below which nothing but the fields and what is wrong is shown."""
MOST_ROWS = 8
"""Rows that a text of several lines takes at most."""
_LOWEST = 8
"""Rows of the window below which there is no room for hints."""
_MOST_HINT = 4


class Notice(NamedTuple):
    """What is said of the whole form, and in which tone."""

    words: str = ""
    tone: str = "alert"


class FieldSpot(NamedTuple):
    """Where a field stands among the fields' rows, and where in it is answered."""

    entry: FormEntry
    y: int
    height: int
    row: int
    """The first row of its place to answer."""
    rows: int


@dataclass(frozen=True)
class Plan:
    """The rows of a form and of what is on it."""

    rows: list[list[Piece]]
    x: int
    """Where all places to answer begin."""
    width: int
    """Cells of each."""
    top: int
    """The first of the fields' rows that is in sight."""
    first: int
    """In which row of the form that stands."""
    room: int
    """How many of them are in sight."""
    spots: list[FieldSpot] = field(default_factory=list)
    fold: int | None = None
    """The fields' row that speaks of the rest of the fields."""
    dense: bool = False
    """Whether there is no space between the fields."""

    def spot(self, name: str) -> FieldSpot | None:
        """Where the field of that name stands."""
        return next((one for one in self.spots if one.entry.name == name), None)

    def field_row(self, y: int) -> int | None:
        """Which of the fields' rows that row of the form is."""
        return y - self.first + self.top if self.first <= y < self.first + self.room else None

    def spot_at(self, y: int) -> FieldSpot | None:
        """What stands in that row of the fields."""
        return next((one for one in self.spots if one.y <= y < one.y + one.height), None)

    def editor(self, name: str) -> tuple[int, int, int, int] | None:
        """Where the text of that field is typed: x, y, width and height; None where that is out of sight."""
        spot = self.spot(name)
        if spot is None or spot.entry.picking is not None:
            return None
        y = spot.row - self.top
        rows = min(spot.rows, self.room - max(0, y))
        return (self.x, self.first + y, self.width, rows) if 0 <= y < self.room and rows > 0 else None


class Asking(NamedTuple):
    """What of a form changes while it is filled in, beside the answers."""

    current: str
    """The name of the field with the cursor."""
    notice: Notice
    more: str
    """The key that shows the rest of the fields."""
    top: int = 0
    """The fields' row that was the first in sight."""
    heights: dict[str, int] | None = None
    """Rows that the texts take that are on the screen, by the fields' names."""
    dense: bool = False
    """Whether there was no space between the fields: that does not change with every key."""
    tallest: int = 0
    """Rows that the form has taken already: it does not shrink while it is filled in."""


def planned(
    sheet: Sheet[Any], entries: Entries, asking: Asking, width: int, height: int, signs: Signs
) -> Plan:
    """The form in a window of that size."""
    inner = max(1, min(width - 2 * SIDE, _WIDEST))
    narrow, short = width < _NARROW, height < _SHORT
    x = SIDE if narrow else SIDE + _LABEL
    at = max(1, inner - (0 if narrow else _LABEL))
    above = [] if short or not sheet.intro else _told(sheet.intro, "dim", inner)[:3]
    below = _below(entries, asking, inner, height)
    around = 2 + len(above) + len(below)  # with the title and the keys
    dense = asking.dense or short
    fields = _fields(entries, asking, x, at, signs, spaced=not dense)
    if not dense and len(fields.rows) + around + 1 > height:
        dense = True
        fields = _fields(entries, asking, x, at, signs, spaced=False)
    if dense and above:
        above, around = [*above, []], around + 1
    around += 1 if not short and len(fields.rows) + around < height else 0
    total = max(1, min(max(len(fields.rows) + around, asking.tallest), height))
    room = max(1 if total > 1 else 0, total - around)
    top = _scrolled(asking, fields, room, at)
    rows = [_rule(sheet, width, top, len(fields.rows) - top - room, signs), *above]
    first = len(rows)
    rows += fields.rows[top : top + room]
    rows += [[] for _ in range(total - 1 - len(below) - len(rows))]
    rows = [*[*rows, *below][: total - 1], []]
    return Plan(rows, x, at, top, first, room, fields.spots, fields.fold, dense)


def _told(words: str, tone: str, width: int) -> list[list[Piece]]:
    return [[(" " * SIDE + row, tone)] for row in flow(show(words, lines=True), width)] if words else []


def _below(entries: Entries, asking: Asking, width: int, height: int) -> list[list[Piece]]:
    """What may be typed in the field with the cursor, and what is said of the whole form."""
    notice = _told(asking.notice.words, asking.notice.tone, width)
    hint = _hint(entries.get(asking.current), width, _hint_rows(entries, width, height))
    return [*(hint if height >= _LOWEST else []), *notice[: max(1, height - 4)]]


class _Fields(NamedTuple):
    rows: list[list[Piece]]
    spots: list[FieldSpot]
    fold: int | None


def _fields(entries: Entries, asking: Asking, x: int, width: int, signs: Signs, *, spaced: bool) -> _Fields:
    """All fields that are shown, one below the other, and a line that speaks of the others."""
    between: list[list[Piece]] = [[]] if spaced else []
    rows = [*between]
    spots: list[FieldSpot] = []
    for one in entries.shown:
        begins, label = len(rows), _label(one, one.name == asking.current)
        rows += [[(" " * SIDE, "plain"), label]] if x == SIDE else []
        row, place = len(rows), _answer(one, asking, width, signs, spaced=spaced)
        beside = [(" " * SIDE, "plain"), (fit(label[0], x - SIDE), label[1])]
        for number, pieces in enumerate(place):
            rows.append([*(beside if x > SIDE and number == 0 else [(" " * x, "plain")]), *pieces])
        if one.said:
            said = flow(show(one.said, lines=True), width - PADDING)
            rows += [[(" " * (x + PADDING), "plain"), (line, one.reading)] for line in said]
        spots.append(FieldSpot(one, begins, len(rows) - begins, row, len(place)))
        rows += between
    fold = len(rows) if entries.folded else None
    if fold is not None:
        rows += [_folded(entries.folded, asking.more, x + width - SIDE, signs), *between]
    return _Fields(rows[:-1] if spaced else rows, spots, fold)


def _label(one: FormEntry, current: bool) -> Piece:
    needed = " *" if isinstance(one.field, Line) and one.field.needed else ""
    return f"{show(one.field.label)}{needed}", "title" if current else "dim"


def _answer(one: FormEntry, asking: Asking, width: int, signs: Signs, *, spaced: bool) -> list[list[Piece]]:
    """The rows of a field's place to answer; without space between, only the current has a ground."""
    current = one.name == asking.current
    if one.picking is not None:
        return one.picking.rows(width, current=current)
    room = max(1, width - PADDING)
    if isinstance(one.field, Lines):
        # No more of a long text is looked at than there is room for.
        lines = flow(show((one.text or "")[: width * (MOST_ROWS + 1)], lines=True), room)
        wanted = max(one.field.rows if spaced else 1, (asking.heights or {}).get(one.name, len(lines)))
        lines = [*lines, *[""] * wanted][: min(wanted, MOST_ROWS)]
    else:
        lines = [show(one.text or "")]
    tone = "field" if spaced or current else "plain"
    return [[(fit(" " * PADDING + fit(line, room, signs.more), width), tone)] for line in lines]


def _folded(rest: Sequence[FormEntry], key: str, width: int, signs: Signs) -> list[Piece]:
    """`ctrl+o  13 more: Ends 60 min · Time zone Europe/Berlin · Role, Round …`."""
    filled = [one for one in rest if (one.text or "").strip()]
    blank = [one for one in rest if one not in filled and one.picking is None]
    said = [f"{one.field.label} {' '.join(show(one.text or '').split())}" for one in filled]
    words = f" {signs.dot} ".join([*said, ", ".join(one.field.label for one in blank)])
    start = f"{counted(len(rest), 'more field')}: "
    return [
        (" " * SIDE, "plain"), (key, "key"), (f" {start}", "dim"),
        (cut(words, max(0, width - cell_len(key) - 1 - cell_len(start)), signs.more), "dim"),
    ]  # fmt: skip


def _hint_rows(entries: Entries, width: int, height: int) -> int:
    """As many as the longest hint takes, so that nothing moves from field to field."""
    most = max(1, min(_MOST_HINT, height // 10))
    return min(most, max(len(flow(one.field.hint, width)) if one.field.hint else 0 for one in entries))


def _hint(one: FormEntry | None, width: int, rows: int) -> list[list[Piece]]:
    words = one.field.hint if one is not None else ""
    lines = flow(words, width) if words else []
    if len(lines) > rows > 0:
        lines = [*lines[: rows - 1], cut(" ".join(lines[rows - 1 :]), width)]
    return [[(" " * SIDE + line, "dim")] for line in [*lines, *[""] * rows][:rows]]


def _rule(sheet: Sheet[Any], width: int, above: int, below: int, signs: Signs) -> list[Piece]:
    """The line on top, with the title, and how much is out of sight."""
    left = [f"{above} above"] if above > 0 else []
    left += [f"{below} more below"] if below > 0 else []
    right = f" {signs.more} {', '.join(left)} " if left else ""
    start = signs.rule * (SIDE - 1)
    title = f" {cut(show(sheet.title), max(0, width - 2 * SIDE - cell_len(right)), signs.more)} "
    line = signs.rule * max(0, width - len(start) - cell_len(title) - cell_len(right) - bool(right))
    end = signs.rule if right else ""
    return [(start, "rule"), (title, "title"), (line, "rule"), (right, "dim"), (end, "rule")]


def _scrolled(asking: Asking, fields: _Fields, room: int, width: int) -> int:
    """The first of the fields' rows in sight, so that the field with the cursor is."""
    most = max(0, len(fields.rows) - room)
    spot = next((one for one in fields.spots if one.entry.name == asking.current), None)
    top = asking.top
    if spot is not None:
        begins, ends = spot.y, spot.y + spot.height
        if ends - begins > room:
            begins, ends = spot.row, spot.row + spot.rows
        if ends - begins > room and spot.entry.picking is not None:
            first, last = spot.entry.picking.in_sight(width, room)
            begins, ends = spot.row + first, spot.row + last + 1
        # The row above the first and below the last say that there is no more.
        top = min(max(top, ends - room), begins)
        top = 0 if spot.y <= 1 and ends <= room else top
    return max(0, min(top, most))
