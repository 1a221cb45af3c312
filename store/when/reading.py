"""Reading a phrase: one answer, or a refusal that says which there would be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from store.zones import zone_names

from .context import OFFICE, Context, DateOrder, Reading, Unclear, WallTime, WorkingHours, in_range
from .phrases import meanings
from .resolve import day_reading, distinct, instant_readings, readings
from .tokens import Tokens, plain_characters, tokenise
from .words import KNOWN_WORDS, VAGUE
from .zones import parse_offset
from .zones import zone as zone_of

_COUNTS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}
_MOST_OFFERED = 6

# ISO 8601, which is read by itself and before anything else.
_ISO = re.compile(
    r"""
    (?P<date>\d{4}-\d\d-\d\d | \d{8} | \d{4}-?W\d\d-?[1-7])
    (?: (?:T|[ ]) (?P<hour>\d\d)
        (?: :?(?P<minute>\d\d) (?: :?(?P<second>\d\d) (?:[.,](?P<part>\d{1,9}))? )? )?
        [ ]? (?: (?P<utc>Z) | (?P<sign>[+-]) (?P<oh>\d\d) (?: :?(?P<om>\d\d) (?: :(?P<os>\d\d) )? )? )?
        (?: \[ (?P<zone>[A-Za-z][\w/+-]*) \] )?
    )?
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)


def read_when(
    text: str,
    *,
    now: datetime,
    zone: ZoneInfo,
    dates: bool,
    hours: WorkingHours = OFFICE,
    date_order: DateOrder | None = None,
) -> date | datetime:
    """The date or instant that `text` stands for when it is said at `now` (aware), in `zone`.

    ISO 8601 is read first, by itself. A weekday or a bare time is the coming one, today included while it
    is still ahead (a day without a time is ahead until its office closes); `next friday` is the one in the
    next ISO week, `last friday` the most recent before today. A date without its year is the coming one,
    unless it was so recent that it may be meant too. Weeks end on Friday. The end of a day or of a longer
    period, and days counted from now, are a date where `dates` are taken, else an instant (office closing;
    the present time of day). Of a range a deadline is the later end; where an instant is needed both are
    offered. Hours are elapsed time, days wall time; working days are those of `hours`.

    An instant comes back aware and in `zone`, whichever zone the text names; a date stays a date. Raises
    `Unclear` for what cannot be read, or can be read in more than one way, and nothing else for any text.
    """
    if now.tzinfo is None:
        raise ValueError("now must be aware")
    context = Context(text, now.astimezone(zone), zone, dates, hours, date_order)
    answer = _only(_all_readings(context), context)
    if isinstance(answer, datetime):
        return answer.astimezone(zone)
    if not dates:
        raise Unclear(text, "names a day but no time of day; add one, as in “tomorrow 15:00”")
    return answer


def _only(found: list[Reading], context: Context) -> date | datetime:
    if len(found) > 1:
        offered = tuple(dict.fromkeys(reading.words for reading in found))[:_MOST_OFFERED]
        ways = f"{_COUNTS[len(found)]} ways" if len(found) in _COUNTS else "many ways"
        reason = ", since the clocks change then" if any(reading.shifted for reading in found) else ""
        raise context.refusal(f"can be read {ways}{reason}", *offered)
    return found[0].value


def _all_readings(context: Context) -> list[Reading]:
    """Every distinct reading, at least one; what does not resolve is left out if something else does."""
    plain = plain_characters(context.text)
    iso = _iso_readings(plain, context)
    if iso is not None:
        return distinct(iso)
    tokens = tokenise(plain)
    found: list[Reading] = []
    refusals: list[Unclear] = []
    for meaning in meanings(tokens):
        try:
            found += readings(meaning, context)
        except Unclear as refusal:
            refusals.append(refusal)
    if found:
        return distinct(found)
    raise refusals[0] if refusals else _not_understood(context, tokens)


def _not_understood(context: Context, tokens: Tokens) -> Unclear:
    for token in tokens:
        if token.text in VAGUE:
            alone = len(tokens) == 1
            return context.refusal(
                VAGUE[token.text] if alone else f"has “{token.text}”, which {VAGUE[token.text]}"
            )
    for offer in _corrected(context, tokens):
        return Unclear(context.text, "is not understood", (offer,), lead="did you mean")
    return context.refusal(
        "is not understood as a date or time; write one such as “fri 14:00” or 2026-11-27 14:00"
    )


def _corrected(context: Context, tokens: Tokens) -> Iterator[str]:
    """The phrase with its mistyped words put right, if that makes it one that means something."""
    from difflib import get_close_matches

    words = []
    for token in tokens:
        close = get_close_matches(token.text, KNOWN_WORDS, n=1, cutoff=0.75) if len(token.text) > 3 else []
        words.append(close[0] if close else token.text)
    better = "".join(
        word if token.glued else f" {word}" for word, token in zip(words, tokens, strict=True)
    ).strip()
    if words != [token.text for token in tokens] and any(meanings(tokenise(better))):
        yield better


def _iso_readings(plain: str, context: Context) -> list[Reading] | None:
    """The readings of an ISO 8601 date or time, with or without offset; none if it is not written so."""
    match = _ISO.fullmatch(plain)
    if match is None or (match["hour"] and " " in plain and not match["minute"]):
        return None
    day = _iso_date(match["date"], context)
    if match["hour"] is None:
        return [day_reading(day)]
    choice = _iso_time(match, context)
    there = _iso_zone(match, context)
    said = context.said_in(there) if there else context
    found = said.instants(day, choice)
    offset = _iso_offset(match, context)
    if offset is not None:
        exact = datetime.combine(day + timedelta(days=choice.shift), choice.time, tzinfo=offset)
        if match["zone"] and exact.astimezone(UTC) not in {instant.astimezone(UTC) for instant in found}:
            raise context.refusal("names an offset that its zone does not have then")
        found = [exact]
    return instant_readings(said, found)


def _iso_date(text: str, context: Context) -> date:
    try:
        return in_range(context, date.fromisoformat(text.upper()))
    except ValueError:
        raise context.refusal("is not a date of the calendar") from None


def _iso_time(match: re.Match[str], context: Context) -> WallTime:
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    microsecond = int((match["part"] or "0").ljust(6, "0")[:6])
    if (hour, minute, second, microsecond) == (24, 0, 0, 0):
        return WallTime(time(0), 1)
    try:
        return WallTime(time(hour, minute, second, microsecond))
    except ValueError:
        raise context.refusal("is not a time of day") from None


def _iso_offset(match: re.Match[str], context: Context) -> tzinfo | None:
    if match["utc"]:
        return UTC
    if match["sign"] is None:
        return None
    offset = parse_offset(match["sign"], match["oh"], match["om"] or "", match["os"] or "")
    if offset is None:
        raise context.refusal("has an offset that no zone has")
    return offset


def _iso_zone(match: re.Match[str], context: Context) -> tzinfo | None:
    if match["zone"] is None:
        return None
    if (key := zone_names().get(match["zone"].lower())) is None:
        raise context.refusal("names a zone that is not known")
    return zone_of(key)
