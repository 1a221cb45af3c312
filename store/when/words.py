"""The words the grammar knows."""

from __future__ import annotations

from typing import TypeAlias

from dateutil.relativedelta import FR, MO, SA, SU, TH, TU, WE, weekday

from store.languages import ENGLISH

Weekday: TypeAlias = weekday
"""A day of the week, from Monday (0): as `relativedelta(weekday=…)` takes it, with a count or without."""

WEEKDAY_NAMES = tuple(map(str.lower, ENGLISH.weekdays))
MONTH_NAMES = tuple(map(str.lower, ENGLISH.months))

WEEKDAYS = dict(zip(WEEKDAY_NAMES, (MO, TU, WE, TH, FR, SA, SU), strict=True))
WEEKDAYS |= {name[:3]: weekday for name, weekday in WEEKDAYS.items()}
WEEKDAYS |= {"tues": TU, "weds": WE, "thur": TH, "thurs": TH}

MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, 1)}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()}
MONTHS |= {"sept": 9}

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
NUMBERS = {name: number for number, name in enumerate(_SMALL) if number}
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
TENS = dict(zip(_TENS, range(20, 100, 10), strict=True))

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
ORDINALS = {name: number for number, name in enumerate(_ORDINALS, 1)}

UNITS = {
    **dict.fromkeys(("second", "seconds", "sec", "secs", "s"), "second"),
    **dict.fromkeys(("minute", "minutes", "min", "mins"), "minute"),
    **dict.fromkeys(("hour", "hours", "hr", "hrs", "h"), "hour"),
    **dict.fromkeys(("day", "days", "d"), "day"),
    **dict.fromkeys(("week", "weeks", "wk", "wks", "w"), "week"),
    **dict.fromkeys(("fortnight", "fortnights"), "fortnight"),
    **dict.fromkeys(("month", "months", "mo", "mos", "mth", "mths"), "month"),
    **dict.fromkeys(("year", "years", "yr", "yrs", "y"), "year"),
    **dict.fromkeys(("workday", "workdays", "wd", "bd"), "working day"),
}

PARTS_OF_DAY = ("morning", "afternoon", "evening", "night")

# Words people use that leave the time open, with what to say of them.
VAGUE = {
    **dict.fromkeys(
        (*PARTS_OF_DAY, "tonight", "lunchtime", "lunch", "overnight"), "leaves the time of day open"
    ),
    **dict.fromkeys(("few", "several", "some", "many"), "leaves the number open"),
    **dict.fromkeys(
        ("around", "about", "approximately", "approx", "roughly", "circa", "ish"), "is not exact"
    ),
    **dict.fromkeys(
        ("early", "late", "mid", "middle", "midweek", "later", "soon", "shortly"), "is not exact"
    ),
    **dict.fromkeys(("asap", "sometime", "eventually"), "is not exact"),
    **dict.fromkeys(("after", "since", "from"), "has a beginning but no end"),
}

# What the grammar knows beside days, numbers and units; other languages have some of these as well.
_SMALL_WORDS = frozenset(
    (
        *("a", "ago", "am", "an", "and", "at", "between", "by", "due", "early", "end", "for", "from", "in"),
        *("late", "mid", "noon", "of", "on", "or", "pm", "start", "the", "this", "to", "until"),
    )
)


def is_english(word: str) -> bool:
    """Whether the grammar knows that word by itself."""
    known = (WEEKDAYS, MONTHS, NUMBERS, TENS, ORDINALS, UNITS, _SMALL_WORDS, ("m",), PARTS_OF_DAY)
    return any(word in words for words in known)


# What a mistyped word is compared with.
KNOWN_WORDS = (
    *WEEKDAY_NAMES,
    *MONTH_NAMES,
    *(name for name in NUMBERS if len(name) > 3),
    *(name for name in UNITS if len(name) > 4),
    *("today", "tomorrow", "yesterday", "tonight", "midnight", "working", "business", "within", "couple"),
    *("quarter", "fortnight", "latest", "before", "until", "first", "thing", "close", "morning"),
    *("afternoon", "evening", "next", "last", "this", "noon", "week", "hour", "days", "past", "half"),
    *("coming", "weekend"),
)
