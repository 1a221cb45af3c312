"""Days as the grammar hands them on, and the counting of days, weeks and months."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from .clocks import Clock
from .context import Choice, Context, in_range

FRIDAY = 4
_PAST_STILL_MEANT = 92

# Every date a phrase may mean, given the time of day said with it.
Pick = Callable[[Context, Choice | None], Sequence[date]]


@dataclass(frozen=True)
class Day:
    """A day: `pick` gives its readings, `implied` the time it stands for where an instant is needed.

    `part` is the part of the day named with it (`tonight`); `whole` marks a day that `before` may or may not
    include.
    """

    pick: Pick
    implied: Clock | None = None
    part: str | None = None
    whole: bool = True


def fixed(day: date) -> Pick:
    return lambda context, choice: [day]


def relative(days: int) -> Pick:
    return lambda context, choice: [context.today + timedelta(days=days)]


def monday_of(day: date, weeks: int = 0) -> date:
    """The Monday of the ISO week that lies `weeks` after the one of `day`."""
    return day + timedelta(days=7 * weeks - day.weekday())


def add_months(day: date, months: int) -> date:
    """The same day `months` later, or the month's last where it is shorter."""
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(months=months)


def last_of_month(day: date) -> date:
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(day=31)


def add_working_days(context: Context, day: date, count: int) -> date:
    """The `count`-th working day after `day` (before it, if negative); `day` itself for 0."""
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        day = in_range(context, day + step)
        left -= context.works(day)
    return day


def coming(context: Context, choice: Choice | None, days: Iterator[date]) -> list[date]:
    """The first of `days` (in order) that is still ahead."""
    for day in days:
        if context.ahead(day, choice):
            return [day]
    return []


def coming_year(make: Callable[[int], date | None]) -> Pick:
    """A date without its year: the coming one, and also the last if that was no more than three months ago.

    Someone who notes what happened last week also leaves out the year.
    """

    def pick(context: Context, choice: Choice | None) -> list[date]:
        this = context.today.year
        days = [day for year in (this - 1, this, this + 1) if (day := make(year)) is not None]
        past = [day for day in days if not context.ahead(day, choice)]
        recent = [day for day in past[-1:] if (context.today - day).days <= _PAST_STILL_MEANT]
        return recent + [day for day in days if day not in past][:1]

    return pick


def later_end(first: Pick, last: Pick) -> Pick:
    """From one day to another: a deadline is the later; where an instant is needed both are offered.

    An end that may be several days is not settled by taking the latest of them.
    """

    def pick(context: Context, choice: Choice | None) -> list[date]:
        firsts, lasts = first(context, choice), last(context, choice)
        if context.dates and len(firsts) == len(lasts) == 1:
            return [max(firsts[0], lasts[0])]
        return [*firsts, *lasts]

    return pick


def valid_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
