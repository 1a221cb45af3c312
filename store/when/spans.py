"""From one day and time to another, and a time with a length behind it: `fri 10am for 45 minutes`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from msgspec.structs import replace

from .context import Context, Reading, in_range
from .durations import Duration, durations
from .phrases import Meaning, meanings
from .resolve import readings
from .tokens import Tokens, match_words, text_at
from .wording import span_words

_JOINS = ("-", "to", "until", "/")
_MOST_JOINS = 8
"""In a phrase with more of them none is looked at: a date has at most two."""
LONGEST = timedelta(days=14)
"""From a start to its end."""


def two_sided(tokens: Tokens, context: Context) -> Iterator[Reading]:
    """Every reading of the whole phrase as a start with its end or length, both said in full."""
    for meaning, length in _with_length(tokens):
        for start in readings(meaning, context):
            if isinstance(start.value, datetime) and start.until is None:
                yield _lasting(context, start, length)
    for first, last in _both_said(tokens):
        for start in readings(first, context):
            if isinstance(start.value, datetime) and start.until is None:
                yield from _until(context, start, last)


def _with_length(tokens: Tokens) -> Iterator[tuple[Meaning, Duration]]:
    for at in range(1, len(tokens)):
        for start in match_words(tokens, at, ",? for?"):
            for length, end in durations(tokens, start, led=True):
                if end == len(tokens) and length.elapsed and not tokens[start].glued:
                    yield from ((one, length) for one in meanings(tokens[:at]) if _fixed(one))


def _both_said(tokens: Tokens) -> Iterator[tuple[Meaning, Meaning]]:
    joins = [at for at in range(1, len(tokens)) if text_at(tokens, at) in _JOINS]
    for at in joins if len(joins) <= _MOST_JOINS else ():
        lasts = [one for one in meanings(tokens[at + 1 :]) if one.day and _fixed(one)]
        if lasts:
            firsts = [one for one in meanings(tokens[:at]) if one.day and _fixed(one)]
            yield from ((first, last) for first in firsts for last in lasts)


def _fixed(meaning: Meaning) -> bool:
    """Whether a time of day is said, and only one."""
    return meaning.clock is not None and not meaning.clock.ranged


def _lasting(context: Context, start: Reading, length: Duration) -> Reading:
    assert isinstance(start.value, datetime)
    seconds = sum(
        (term.high * _SECONDS[term.unit] for term in length.terms if term.unit in _SECONDS), Fraction()
    )
    if any(term.low != term.high or term.unit not in _SECONDS for term in length.terms):
        raise context.refusal("says how long it takes in a way that leaves it open; give the end")
    return _ended(context, start, start.value.astimezone(UTC) + timedelta(seconds=float(min(seconds, _MOST))))


_SECONDS = {"hour": 3600, "minute": 60, "second": 1}
_MOST = Fraction(LONGEST.total_seconds()) + 1


def _until(context: Context, start: Reading, last: Meaning) -> Iterator[Reading]:
    assert isinstance(start.value, datetime)
    for end in readings(last, replace(context, now=day_begins(start.value.astimezone(context.zone)))):
        if isinstance(end.value, datetime):
            if end.value.astimezone(UTC) <= start.value.astimezone(UTC):
                raise context.refusal("ends before it begins")
            yield _ended(context, start, end.value.astimezone(UTC))


def day_begins(start: datetime) -> datetime:
    """The first instant of its day: `fri 9:00` as the end of what begins on Friday at 10 is no week later."""
    return start.replace(hour=0, minute=0, second=0, microsecond=0)


def _ended(context: Context, start: Reading, end: datetime) -> Reading:
    assert isinstance(start.value, datetime)
    if end - start.value.astimezone(UTC) > LONGEST:
        raise context.refusal(f"lasts longer than {LONGEST.days} days")
    until = in_range(context, end.astimezone(start.value.tzinfo))
    return replace(start, until=until, words=span_words(start.value, until, name_zone=context.zone_said))
