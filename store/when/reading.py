"""Reading a phrase: one answer, or a refusal that says which there would be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from .context import OFFICE, Context, DateOrder, Hours, Reading
from .iso import iso_readings
from .phrases import meanings
from .resolve import distinct, readings
from .tokens import Tokens, clean, tokenise
from .unclear import Unclear
from .words import VAGUE, VOCABULARY

_COUNTS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}
_MOST_OFFERED = 6


def read(
    text: str,
    *,
    now: datetime,
    zone: ZoneInfo,
    dates: bool,
    hours: Hours = OFFICE,
    date_order: DateOrder | None = None,
) -> date | datetime:
    """The date or instant that `text` stands for when it is said at `now` (aware), in `zone`.

    ISO 8601 is read first, by itself. A weekday or a bare time is the coming one, today included while it
    is still ahead (a day without a time is ahead until its office closes); `next friday` is the one in the
    next ISO week, `last friday` the most recent before today. A date without its year is the coming one,
    unless it was so recent that it may be meant too. Weeks end on Friday. The end of a day or of a longer
    period, and days counted from now, are a date where `dates` are taken, else an instant (office closing;
    the present time of day). Of a range a deadline is the later end; where an instant is needed both are
    offered. Hours are elapsed time, days wall time.

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


def read_instant(
    text: str,
    *,
    now: datetime,
    zone: ZoneInfo,
    hours: Hours = OFFICE,
    date_order: DateOrder | None = None,
) -> datetime:
    """As `read` where a date alone is no answer: always an instant, aware and in `zone`."""
    answer = read(text, now=now, zone=zone, dates=False, hours=hours, date_order=date_order)
    assert isinstance(answer, datetime)
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
    plain = clean(context.text)
    iso = iso_readings(plain, context)
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
            return context.refusal(f"has “{token.text}”, which {VAGUE[token.text]}")
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
        close = get_close_matches(token.text, VOCABULARY, n=1, cutoff=0.75) if len(token.text) > 3 else []
        words.append(close[0] if close else token.text)
    better = "".join(
        word if token.glued else f" {word}" for word, token in zip(words, tokens, strict=True)
    ).strip()
    if words != [token.text for token in tokens] and any(meanings(tokenise(better))):
        yield better
