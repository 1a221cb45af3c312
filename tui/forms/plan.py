"""A form as rows of text: where each field stands, what is said of it, and where its text is typed. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rich.cells import cell_len

from store.languages import counted
from store.text import show
from tui.forms.entries import Entries, Entry
from tui.forms.fields import Line, Lines, Sheet
from tui.signs import Signs
from tui.words.lines import Piece, cut, fit, flow

SIDE = 1
"""Cells that stay free at both sides."""
_LABEL = 16
"""Cells of the labels, with the space behind them."""
_WIDEST = 100
_NARROW = 60
"""Cells below which a label stands above its field."""
_SHORT = 18
"""Rows of the window below which nothing but the fields and what is wrong is shown."""
MOST_ROWS = 8
"""Rows that a text of several lines takes at most."""
_MOST_HINT, _MOST_NOTICE = 4, 8


class Notice(NamedTuple):
    """What is said of the whole form, and in which tone."""

    words: str = ""
    tone: str = "alert"


class Spot(NamedTuple):
    """Where a field stands among the fields' rows, and where in it is answered."""

    entry: Entry
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
    spots: list[Spot] = field(default_factory=list)
    fold: int | None = None
    """The fields' row that speaks of the rest of the fields."""

    def spot(self, name: str) -> Spot | None:
        """Where the field of that name stands."""
        return next((one for one in self.spots if one.entry.name == name), None)

    def field_row(self, y: int) -> int | None:
        """Which of the fields' rows that row of the form is."""
        return y - self.first + self.top if self.first <= y < self.first + self.room else None

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
    tallest: int = 0
    """Rows that the form has taken already: it does not shrink while it is filled in."""


def planned(
    sheet: Sheet[object], entries: Entries, asking: Asking, width: int, height: int, signs: Signs
) -> Plan:
    """The form in a window of that size."""
    inner = max(1, min(width - 2 * SIDE, _WIDEST))
    narrow, short = width < _NARROW, height < _SHORT
    x = SIDE if narrow else SIDE + _LABEL
    at = max(1, inner - (0 if narrow else _LABEL))
    intro = [] if short or not sheet.intro else flow(show(sheet.intro), inner)[:3]
    hints = 0 if height < 8 else _hint_rows(entries, inner, height)
    notice = flow(show(asking.notice.words, lines=True), inner) if asking.notice.words else []
    notice = notice[: max(1, min(_MOST_NOTICE + height // 4, height - 4))]
    around = 2 + bool(intro) + len(intro) + hints + len(notice)
    airy = not short
    fields = _fields(entries, asking, x, at, signs, spaced=airy)
    if airy and len(fields.rows) + around + 1 > height:
        fields = _fields(entries, asking, x, at, signs, spaced=False)
    around += 1 if airy and len(fields.rows) + around < height else 0
    wanted = max(len(fields.rows) + around, asking.tallest)
    total = max(1, min(wanted, height))
    room = max(1 if total > 1 else 0, total - around)
    top = _scrolled(asking, fields, room, at)
    above = [[(" " * SIDE + row, "dim")] for row in intro] + ([[]] if intro else [])
    rows: list[list[Piece]] = [_rule(sheet, width, top, len(fields.rows) - top - room, signs), *above]
    first = len(rows)
    inside = fields.rows[top : top + room]
    rows += inside + [[] for _ in range(room - len(inside))]
    below = total - len(rows) - hints - len(notice) - 1
    rows += [[] for _ in range(max(0, below))]
    rows += _hint(entries.get(asking.current), inner, hints)
    rows += [[(" " * SIDE + row, asking.notice.tone)] for row in notice]
    rows = [*rows[: total - 1], []]
    return Plan(rows, x, at, top, first, room, fields.spots, fields.fold)


class _Fields(NamedTuple):
    rows: list[list[Piece]]
    spots: list[Spot]
    fold: int | None


def _fields(entries: Entries, asking: Asking, x: int, width: int, signs: Signs, *, spaced: bool) -> _Fields:
    """All fields that are shown, one below the other, and a line that speaks of the others."""
    rows: list[list[Piece]] = [[]] if spaced else []
    spots: list[Spot] = []
    for one in entries.shown:
        begins, current = len(rows), one.name == asking.current
        label = _label(one, current)
        if x == SIDE:
            rows.append([(" " * SIDE, "plain"), label])
        place = _answer(one, current, (asking.heights or {}).get(one.name), width, signs)
        row = len(rows)
        for number, pieces in enumerate(place):
            before = [(" " * SIDE, "plain"), (fit(label[0], x - SIDE), label[1])]
            rows.append([*(before if x > SIDE and number == 0 else [(" " * x, "plain")]), *pieces])
        if one.said:
            rows += [
                [(" " * x, "plain"), (said, one.reading)] for said in flow(show(one.said, lines=True), width)
            ]
        spots.append(Spot(one, begins, len(rows) - begins, row, len(place)))
        rows += [[]] if spaced else []
    fold = None
    if entries.folded:
        fold = len(rows)
        rows.append(_folded(entries.folded, asking.more, x + width - SIDE, signs))
        rows += [[]] if spaced else []
    return _Fields(rows[:-1] if spaced else rows, spots, fold)


def _label(one: Entry, current: bool) -> Piece:
    needed = " *" if isinstance(one.field, Line) and one.field.needed else ""
    return f"{show(one.field.label)}{needed}", "title" if current else "dim"


def _answer(one: Entry, current: bool, height: int | None, width: int, signs: Signs) -> list[list[Piece]]:
    """The rows of a field's place to answer."""
    if one.picking is not None:
        return one.picking.rows(width, current=current)
    text = show(one.text or "", lines=isinstance(one.field, Lines))
    if not isinstance(one.field, Lines):
        return [[(fit(text, width, signs.more), "field")]]
    lines = flow(text, width)
    rows = max(one.field.rows, min(height if height is not None else len(lines), MOST_ROWS))
    lines = lines[:rows] + [""] * (rows - len(lines))
    return [[(fit(line, width, signs.more), "field")] for line in lines]


def _folded(rest: Sequence[Entry], key: str, width: int, signs: Signs) -> list[Piece]:
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
    most = max(1, min(_MOST_HINT, height // 5))
    return min(most, max(len(flow(one.field.hint, width)) if one.field.hint else 0 for one in entries))


def _hint(one: Entry | None, width: int, rows: int) -> list[list[Piece]]:
    words = one.field.hint if one is not None else ""
    lines = flow(words, width) if words else []
    if len(lines) > rows > 0:
        lines = [*lines[: rows - 1], cut(" ".join(lines[rows - 1 :]), width)]
    return [[(" " * SIDE + line, "dim")] for line in [*lines, *[""] * rows][:rows]]


def _rule(sheet: Sheet[object], width: int, above: int, below: int, signs: Signs) -> list[Piece]:
    """The line on top, with the title, and how much is out of sight."""
    left = [f"{above} above"] if above > 0 else []
    left += [f"{below} more below"] if below > 0 else []
    right = f" {signs.more} {', '.join(left)} " if left else ""
    title = f" {cut(show(sheet.title), max(0, width - 4 - cell_len(right)), signs.more)} "
    line = signs.rule * max(0, width - 2 - cell_len(title) - cell_len(right) - 2 * bool(right))
    end = signs.rule * 2 if right else ""
    return [(signs.rule * 2, "rule"), (title, "title"), (line, "rule"), (right, "dim"), (end, "rule")]


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
            at = spot.entry.picking.spots(width)[spot.entry.picking.cursor].y
            begins = min(spot.row + at, ends - 1)
            ends = begins + 1
        # The row above the first and below the last say that there is no more.
        top = min(max(top, ends - room), begins)
        top = 0 if spot.y <= 1 and ends <= room else top
    return max(0, min(top, most))
