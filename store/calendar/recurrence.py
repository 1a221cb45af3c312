"""The dates of a rule of repetition (RRULE), by dateutil, in bounded time whatever the rule. Pure.

dateutil looks for the next date until the year 9999, which takes long where there is none: in a year of 353
days' wait, or on 30 February. So a rule is worked out where that end is near: in the years of the last
century before it that have the same days of the week and the same leap years as those that are meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import MAXYEAR, UTC, date, datetime, time

LONGEST_RULE = 500
_FIRST, _LAST = 1901, 2099
"""Between these every fourth year is a leap year, as in the last century that there is."""
_STEPS = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_PLAIN = frozenset(("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"))
_BY = frozenset(
    ("BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS", "BYHOUR", "BYMINUTE", "BYSECOND")
)
_MOST_TIMES = 24
"""Times of one day a rule may name."""
_NUMBER = re.compile(r"[1-9]\d{0,4}")
_UNTIL = re.compile(r"(\d{8})(?:T(\d{6})(Z)?)?")


class BadRule(ValueError):
    """The rule is none, or one that no meeting follows."""


def rule_parts(rule: str) -> dict[str, str]:
    """The parts of a rule by their names. Raises BadRule."""
    if len(rule) > LONGEST_RULE:
        raise BadRule("too long")
    pairs = [part.strip().upper().partition("=")[::2] for part in rule.split(";") if part.strip()]
    parts = {name.strip(): value.strip() for name, value in pairs}
    if len(parts) != len(pairs) or parts.get("FREQ") not in _STEPS or not parts.keys() <= _PLAIN | _BY:
        raise BadRule(rule)
    if not all(_NUMBER.fullmatch(parts.get(name, "1")) for name in ("INTERVAL", "COUNT")):
        raise BadRule(rule)
    times = 1
    for name in ("BYHOUR", "BYMINUTE", "BYSECOND"):
        times *= parts.get(name, "").count(",") + 1
    if times > _MOST_TIMES:
        raise BadRule(rule)
    return parts


def rule_dates(
    parts: dict[str, str], start: datetime, last: datetime, wall: Callable[[datetime], datetime]
) -> Iterator[datetime]:
    """The dates of a rule from `start` on, in order, not after `last`; naive, by the clock on the wall there.

    `wall` gives the wall's time of an instant in UTC, which is what a rule's end may be given in. Raises
    BadRule.
    """
    end = rule_end(parts, wall)
    last = last if end is None else min(end, last)
    if last < start:
        return
    by = _shift(start, last)
    text = ";".join(f"{name}={value}" for name, value in parts.items() if name != "UNTIL")
    for one in _worked_out(text, start.replace(year=start.year + by)):
        found = one.replace(year=one.year - by)
        if found > last:
            return
        yield found


def _worked_out(rule: str, start: datetime) -> Iterator[datetime]:
    from dateutil.rrule import rrulestr

    try:
        dates = iter(rrulestr(rule, dtstart=start))
    except Exception as fault:  # the library promises no particular ones
        raise BadRule(rule) from fault
    while True:
        try:
            found = next(dates)
        except Exception:  # there is no more, or it runs over the end of the calendar
            return
        yield found


def rule_end(parts: dict[str, str], wall: Callable[[datetime], datetime]) -> datetime | None:
    """The last moment that a rule may name, by the clock on the wall; None where it gives none.

    Raises BadRule.
    """
    if "UNTIL" not in parts:
        return None
    found = _UNTIL.fullmatch(parts["UNTIL"])
    try:
        if found is None:
            raise ValueError(parts["UNTIL"])
        day = date.fromisoformat(found[1])
        if found[2] is None:
            return datetime.combine(day, time.max.replace(microsecond=0))
        hour, minute, second = (int(found[2][at : at + 2]) for at in (0, 2, 4))
        at = datetime.combine(day, time(hour, minute, min(second, 59)))
        return wall(at.replace(tzinfo=UTC)) if found[3] else at
    except (ValueError, OverflowError) as fault:
        raise BadRule(parts["UNTIL"]) from fault


def _shift(start: datetime, last: datetime) -> int:
    """Years from `start` to the last year that is like it and leaves room for `last`."""
    if start.year < _FIRST or last.year > _LAST:
        raise BadRule(f"{start.year} to {last.year}")
    room = last.year - start.year + 1
    for year in range(MAXYEAR - room, MAXYEAR - 99, -1):
        same_leap = year % 4 == start.year % 4
        if same_leap and date(year, 1, 1).weekday() == date(start.year, 1, 1).weekday():
            return year - start.year
    raise BadRule(f"{start.year} to {last.year}")
