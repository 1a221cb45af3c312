"""Days as the grammar hands them on, and the counting of working days and of years that are not said."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from msgspec import Struct

from .clock import TimeOfDay
from .context import Context, WallTime, in_range

END_OF_MONTH = relativedelta(day=31)
"""Added to a day: the last of its month, however long that is."""
_RECENT = timedelta(days=30)
"""So long ago a date without its year was only just, and is not meant of the next."""

# Every date a phrase may mean, given the time of day said with it.
Pick = Callable[[Context, WallTime | None], Sequence[date]]


class Day(Struct, frozen=True):
    """A day: `pick` gives its readings, `implied` the time it stands for where an instant is needed.

    `part` is the part of the day named with it (`tonight`); `whole` marks a day that `before` may or may not
    include.
    """

    pick: Pick
    implied: TimeOfDay | None = None
    part: str | None = None
    whole: bool = True


def fixed(day: date) -> Pick:
    """This day, whenever it is said."""
    return lambda context, choice: [day]


def from_today(distance: timedelta | relativedelta) -> Pick:
    """The day at that distance from today."""
    return lambda context, choice: [context.today + distance]


def fork(*picks: Pick) -> Pick:
    """What may be meant in each of these ways."""
    return lambda context, choice: [day for pick in picks for day in pick(context, choice)]


def add_working_days(context: Context, day: date, count: int) -> date:
    """The `count`-th working day after `day` (before it, if negative); `day` itself for 0."""
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        day = in_range(context, day + step)
        left -= context.works(day)
    return day


def coming_year(make: Callable[[int], date | None]) -> Pick:
    """A date without its year: the nearest, if that is ahead or was in the last thirty days.

    Someone who notes what happened last week also leaves out the year; of what lies longer ago, and yet
    nearer than the coming one, either may be meant.
    """

    def pick(context: Context, choice: WallTime | None) -> list[date]:
        this = context.today.year
        days = [day for year in (this - 1, this, this + 1) if (day := make(year)) is not None]
        past = [day for day in days if not context.ahead(day, choice)][-1:]
        coming = [day for day in days if context.ahead(day, choice)][:1]
        if not past or not coming:
            return past + coming
        since, until = context.today - past[0], coming[0] - context.today
        if since <= _RECENT:
            return past
        return past + coming if since < until else coming

    return pick


def later_end(first: Pick, last: Pick) -> Pick:
    """From one day to another: a deadline is the later; where an instant is needed both are offered.

    An end that may be several days is not settled by taking the latest of them.
    """

    def pick(context: Context, choice: WallTime | None) -> list[date]:
        firsts, lasts = first(context, choice), last(context, choice)
        if context.dates and len(firsts) == len(lasts) == 1:
            return [min(firsts[0], lasts[0]) if context.early else max(firsts[0], lasts[0])]
        return [*firsts, *lasts]

    return pick


def valid_date(year: int, month: int, day: int) -> date | None:
    """The date of the calendar, if there is one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
