"""What the lines above and below the board say. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from store import spans
from store.rules.board import Board, Card
from store.rules.next_deeds import Task, tally, tally_on
from tui.keymap import Keymap
from tui.signs import UNICODE, Signs
from tui.words.cards import upcoming
from tui.words.deeds import deed_words
from tui.words.lines import MARGIN, Piece, first_fit, row_width

_NOW, _COMING = "Now     ", "Coming  "
"""What both lines begin with: what they say begins at one place."""
_NARROW = 50
"""Cells below which counts are told in signs, and there is no line of what comes."""
_AROUND = 2 * MARGIN + 1
"""Cells of the line that are neither side's: its margins, and the gap between the sides."""


def clock(now: datetime, zone: ZoneInfo) -> str:
    """`Thu 19 Nov 18:04 CET`."""
    here = now.astimezone(zone)
    return f"{here:%a} {here.day} {here:%b} {spans.clock_time(here)} {here:%Z}"


def headline(
    board: Board, zone: ZoneInfo, keys: Keymap, *, wanted: str, marked: int, looking: bool, width: int,
    passing: Collection[str] | None = None, demo: bool = False, visit: bool = False, trouble: str = "",
    away: date | None = None, signs: Signs = UNICODE,
) -> tuple[list[Piece], list[Piece]]:  # fmt: skip
    """The top line: what is to be done on the left, the time on the right.

    `wanted` are the words of the filter, `passing` the ids of the cards that fit them: these are counted,
    with how many there are of all. `visit`: a demo with the user's own board behind it. `trouble` is what
    concerns everything that is done, such as `read-only`; `away`: up to which day the user is away, where
    they are.
    """
    back = keys.say("board.back")
    when = clock(board.at, zone)
    if width < 60:
        when = f"{board.at.astimezone(zone):%a} {spans.clock_time(board.at, zone)}"
    right: list[Piece] = [(when, "dim")]
    if looking:
        right = [("looking at ", "warn"), (when, "current"), (f", {back} for now", "warn")]
    full, brief, least = _counts(board, passing, signs)
    own = f"{keys.say('app.demo')} for yours"
    left: dict[str, list[Piece]] = {
        "name": [("ringback", "strong"), ("   ", "plain")] if width >= 60 else [],
        "demo": [(f"demo, {own if visit else 'nothing is kept'}   ", "warn")] if demo else [],
        "trouble": [(f"{trouble}   ", "warn")] if trouble else [],
        "away": [(f"away until {_day(away, board.at, zone)}   ", "warn")] if away else [],
        "counts": [(least if least and width < _NARROW else full or "nothing to do now", "plain")],
        "marked": [(f"   {marked} marked", "key")] if marked else [],
        "filter": [(f"   only “{wanted}”, {back} for all", "warn")] if wanted else [],
    }
    shorter: list[tuple[str, list[Piece]]] = [
        ("name", []),
        *([("counts", [(brief, "plain")])] if brief and width >= _NARROW else []),
        *([("demo", [("demo   ", "warn")])] if demo else []),
        *([("counts", [(least, "plain")])] if least else []),
        ("demo", []),
        *([("counts", [])] if wanted or looking else []),
    ]
    return _fitted(left, shorter, width - _AROUND - row_width(right)), right


def _day(day: date, now: datetime, zone: ZoneInfo) -> str:
    return "tonight" if day == now.astimezone(zone).date() else f"{day:%a} {day.day} {day:%b}"


def _counts(board: Board, passing: Collection[str] | None, signs: Signs) -> tuple[str, str, str]:
    """What can be done now, in full, briefly, and in signs; blank where nothing can."""
    whole = board.once(tally_on)
    up = {card.id for card in board.columns["closed"] if card.comes_up is not None}
    if passing is None:
        in_signs = signs.counts(whole.thank, whole.ask + whole.pressing)
        return _with_coming_up(whole.words(), len(up)), whole.brief(), in_signs
    shown = tally(card for card in board.cards() if card.id in passing)
    return _with_coming_up(shown.words(whole), len(up & {*passing})), shown.brief(whole), ""


def _with_coming_up(words: str, count: int) -> str:
    """The words with how many closed cards the user wanted to come back to by now."""
    return " · ".join(filter(None, (words, f"{count} to get back to" if count else "")))


def _fitted(
    parts: Mapping[str, list[Piece]], shorter: Sequence[tuple[str, list[Piece]]], room: int
) -> list[Piece]:
    """The parts in a row; as long as they do not fit, the next of `shorter` takes its part's place."""
    left = dict(parts)
    for name, pieces in shorter:
        if row_width(_in_a_row(left)) <= room:
            break
        left[name] = pieces
    return _in_a_row(left)


def _in_a_row(parts: Mapping[str, list[Piece]]) -> list[Piece]:
    pieces = [piece for part in parts.values() for piece in part]
    return [(text.lstrip() if place == 0 else text, tone) for place, (text, tone) in enumerate(pieces)]


def now_line(
    first: Task | None, more: int, then: datetime | None, now: datetime, zone: ZoneInfo, keys: Keymap, *,
    current: bool, width: int = 80, empty: bool = False,
) -> tuple[list[Piece], list[Piece]]:  # fmt: skip
    """The best deed of this minute, and how many more there are; where there is none, until when.

    `current`: the cursor is on it; `empty`: there is no card at all.
    """
    label = _NOW if width >= _NARROW else "Now  "
    room = width - _AROUND - len(label)
    if first is None:
        return [(label, "dim"), (_nothing(then, now, zone, keys, room, empty=empty), "dim")], []
    deed = deed_words(first, now, width=room)
    left: list[Piece] = [(label, "strong"), (deed, "current" if current else "strong")]
    if current:
        left += [("   ", "plain"), (keys.say("card.open"), "key"), (" does it", "dim")]
    right: list[Piece] = [(f"and {more} more", "dim")] if more else []
    return left, right if row_width(left) + row_width(right) + _AROUND <= width else []


def ways_on(keys: Keymap, width: int) -> list[list[Piece]]:
    """How to begin with an empty board, line by line."""
    ways = (
        ("card.add", ("add an interview, past or coming", "add an interview")),
        ("board.take_in", ("paste an invitation, or its file", "paste an invitation")),
        ("app.demo", ("look at an invented search first", "look at an example")),
    )
    lines: list[list[Piece]] = [[("Three ways to begin", "strong")]]
    for key, wordings in ways:
        before = f"  {keys.say(key)}"
        room = width - 2 * MARGIN - len(before) - 2
        lines.append([(before, "key"), (f"  {first_fit(room, *wordings)}", "plain")])
    return lines


def _nothing(
    then: datetime | None, now: datetime, zone: ZoneInfo, keys: Keymap, room: int, *, empty: bool
) -> str:
    if empty:
        add, take = keys.say("card.add"), keys.say("board.take_in")
        adds = f"{add} adds an interview"
        both = f"{adds}; {take} takes in an invitation"
        return first_fit(room, f"{both}; {keys.say('app.demo')} shows a demo", both, adds)
    return f"nothing to do{f' until {spans.moment(then, now, zone)}' if then is not None else ''}"


def coming_line(
    cards: Sequence[Card], now: datetime, zone: ZoneInfo, keys: Keymap, current: int | None, *,
    hidden: int = 0,
) -> list[Piece]:  # fmt: skip
    """The line of interviews to come; from the current one on where the cursor is in it.

    `hidden`: how many more there are that do not pass the filter.
    """
    if not cards and hidden:
        return [(_COMING, "dim"), ("none passes the filter", "dim")]
    if not cards:
        return [(_COMING, "dim"), (f"no interview ahead; {keys.say('card.add')} adds one", "dim")]
    first = max(0, (current or 0) - 1)
    pieces: list[Piece] = [(_COMING, "strong")]
    if hidden:
        pieces.append((f"{len(cards)} of {len(cards) + hidden}: ", "dim"))
    if first:
        pieces.append(("… · ", "dim"))
    for place, card in enumerate(cards[first:], first):
        if place > first:
            pieces.append((" · ", "dim"))
        pieces.append((upcoming(card, now, zone), "current" if place == current else "plain"))
    return pieces
