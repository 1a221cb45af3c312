"""What stands on a card: four short lines, in words and not by colour alone. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import assert_never
from zoneinfo import ZoneInfo

from rich.cells import cell_len

from store import spans
from store.rules.board import Card
from store.rules.standing import Column
from store.rules.words import RESULT_WORDS
from store.text import show
from tui.keymap import Keymap
from tui.signs import UNICODE, Signs
from tui.words.card_answers import awaiting, call_now
from tui.words.card_drafts import with_draft
from tui.words.card_line import CardLine, missed_words
from tui.words.card_thanks import to_thank
from tui.words.lines import cut, first_fit, shortened

HEIGHT = 4
"""Lines of a card, without the blank one below."""


def empty_column(column: Column, keys: Keymap) -> str:
    """What a column without a card says: how one gets there."""
    match column:
        case "upcoming":
            return f"No interview ahead. {keys.say('card.add')} adds one."
        case "to_thank":
            return "An interview comes here the moment it ends, until everyone is thanked."
        case "awaiting_callback":
            return "Once everyone is thanked, a card waits here for the answer."
        case "call_now":
            return "When a promised answer does not come, the card comes here by itself."
        case "closed":
            return f"What has ended is kept here: {keys.say('card.outcome')} says how it ended."
        case never:
            assert_never(never)


def older_words(count: int, keys: Keymap, *, shown: bool) -> str:
    """What stands below the closed cards of so many that closed long ago: `+ 12 older, F shows`."""
    key = keys.say("board.fold")
    return f"{key} folds {count} older" if shown else f"+ {count} older, {key} shows"


def card_lines(
    card: Card, now: datetime, zone: ZoneInfo, keys: Keymap, signs: Signs = UNICODE, width: int = 80
) -> Sequence[CardLine]:
    """The four lines of a card at `now`, worded to fit `width` cells where they can be.

    Times are in the user's `zone`, the other side's follow in brackets.
    """
    one = card.interview
    head = (CardLine(show(one.company), "title"), CardLine(_what(one.role, one.round, signs, width), "plain"))
    match card.column:
        case "to_thank":
            rest = to_thank(card, now, zone, signs, width)
        case "awaiting_callback":
            rest = awaiting(card, now, zone, width)
        case "call_now":
            rest = call_now(card, now, zone, signs, width)
        case "closed":
            rest = (CardLine(_closed(card, now, zone, width), "dim"), CardLine(_missed(card), "dim"))
        case "upcoming":
            rest = (CardLine(spans.moment(one.starts_at, now, zone), "plain"), CardLine("", "plain"))
        case never:
            assert_never(never)
    if card.kept_in_touch:
        rest = (rest[0], _kept_in_touch(card, now, zone, width))
    elif card.column in ("call_now", "closed"):
        rest = (rest[0], rest[1]._replace(text=with_draft(card, rest[1].text, signs, width)))
    if card.owes and card.column != "closed":
        head, rest = _with_owed(card, head, rest, now, zone, signs, width)
    if one.conflicts:
        rest = (rest[0], CardLine(f"! changed in two places: {keys.say('card.open')}", "warn"))
    return (*head, *rest)


def _kept_in_touch(card: Card, now: datetime, zone: ZoneInfo, width: int) -> CardLine:
    """What the user means to do though it is over, and when: `keep in touch, 3 Mar`."""
    come = card.comes_up
    one = come or card.kept_in_touch[0]
    assert one.due is not None
    what, day = show(one.what), spans.day(one.due, now, zone)
    if come is None:
        return CardLine(first_fit(width, f"{what}, {day}", day), "dim")
    since = day if day == "today" else f"since {day}"
    return CardLine(first_fit(width, f"! {what}, {since}", f"! {what}"), "warn")


def with_heard(lines: Sequence[CardLine], words: str, keys: Keymap, width: int) -> tuple[CardLine, ...]:
    """The lines with what was heard and waits, on the last: `Ada wrote at 11:52: enter looks`."""
    said, opens = show(words), keys.say("card.open")
    text = first_fit(width, f"{said}: {opens} looks", f"{said}: {opens}", said, f"heard: {opens} looks")
    return (*lines[: HEIGHT - 1], CardLine(text, "good"))


def _with_owed(
    card: Card, head: tuple[CardLine, CardLine], rest: tuple[CardLine, CardLine], now: datetime,
    zone: ZoneInfo, signs: Signs, width: int,
) -> tuple[tuple[CardLine, CardLine], tuple[CardLine, CardLine]]:  # fmt: skip
    """The lines with what the user owes them: on the last, else where there is room for a word of it."""
    last = _owing(card, rest[1], now, zone, signs, width)
    if last != rest[1]:
        return head, (rest[0], last)
    word = f" {signs.dot} you owe"
    if cell_len(rest[0].text) + cell_len(word) <= width:
        return head, (rest[0]._replace(text=rest[0].text + word), rest[1])
    room = width - cell_len(word)
    return (head[0]._replace(text=cut(head[0].text, room, signs.more) + word), head[1]), rest


def _owing(card: Card, line: CardLine, now: datetime, zone: ZoneInfo, signs: Signs, width: int) -> CardLine:
    """The last line with what the user owes them: alone where that presses, as it was without room."""
    first = min(card.owes, key=lambda one: (not one.pressing, one.due is None, one.due))
    what = show(first.what)
    if first.pressing and first.due is not None:
        by = spans.moment(first.due, now, zone)
        wordings = (f"! you owe {what}, by {by}", f"! you owe {what}", "! you owe them something")
        return CardLine(first_fit(width, *wordings), "warn")
    if not line.text:
        return CardLine(first_fit(width, f"you owe {what}", "you owe them something"), "dim")
    longer = (f"{line.text} {signs.dot} you owe {what}", f"{line.text} {signs.dot} you owe", line.text)
    return line._replace(text=first_fit(width, *longer))


def _what(role: str, round_: str, signs: Signs, width: int) -> str:
    """Role and round; where both do not fit the role gives way, as the round tells cards apart."""
    role, round_ = show(role), show(round_)
    if not role or not round_:
        return role or round_
    role = shortened(role, width - cell_len(round_) - 3, signs.more)
    return f"{role} {signs.dot} {round_}" if role else round_


def _closed(card: Card, now: datetime, zone: ZoneInfo, width: int) -> str:
    closed = card.course.closed
    if closed is None and card.standing.level == "advanced":
        later = card.course.elsewhere.later
        if later is None:
            return first_fit(width, card.why, "waits for your answer")
        verb = "goes" if now < later.starts_at else "went"
        return first_fit(width, card.why, f"{verb} on {spans.day(later.starts_at, now, zone)}")
    if closed is None:
        return "went quiet"
    return (
        f"{RESULT_WORDS[closed.result]}, {closed.at.astimezone(zone):%a} {spans.date(closed.at, now, zone)}"
    )


def _missed(card: Card) -> str:
    if card.course.closed is None and card.standing.level == "advanced":
        return ""
    worth = card.course.closed is None or card.course.closed.result in ("offer", "advanced")
    return missed_words(card) if card.thanks_missed and worth else ""


def upcoming(card: Card, now: datetime, zone: ZoneInfo) -> str:
    """An interview to come, in one phrase: `Hooli, first round, tomorrow 20:00`."""
    one = card.interview
    if one.starts_at <= now:
        when = f"under way until {spans.clock_time(one.ends_at, zone)}"
    else:
        when = spans.moment(one.starts_at, now, zone)
    return show(", ".join(part for part in (one.company, one.round.lower(), when) if part))
