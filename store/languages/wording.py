"""Days, lists and counts in words: of a language, or English as in ringback's own sentences. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from store.languages.language import Language
from store.languages.packaged import ENGLISH

_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def spellings(word: str) -> set[str]:
    """A word as it is and as it may be typed without umlauts: `Köln`, `Koeln`."""
    return {word, word.translate(_SPELT_OUT)}


def weekday(day: date, language: Language = ENGLISH) -> str:
    """`Wednesday`."""
    return language.weekdays[day.weekday()]


def day_and_month(day: date, language: Language = ENGLISH) -> str:
    """`18 November`, without the year."""
    return language.day_and_month.format(day=day.day, month=language.months[day.month - 1])


def weekday_and_date(day: date, language: Language = ENGLISH) -> str:
    """`Wednesday 18 November`; `Mittwoch, den 18. November`."""
    return language.weekday_and_date.format(weekday=weekday(day, language), date=day_and_month(day, language))


def listed(words: Sequence[str], language: Language = ENGLISH) -> str:
    """`Marta, Deniz and Joan`."""
    joins = _conjunction(words[-1], language) if len(words) > 1 else ""
    return f"{', '.join(words[:-1])} {joins} {words[-1]}" if joins else ", ".join(words)


def either(words: Sequence[str]) -> str:
    """`Marta, Deniz or Joan`."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


def some_of(words: Sequence[str], most: int) -> str:
    """`Marta, Deniz and 3 more`: all of them, as long as there are not more than `most`."""
    more = [f"{len(words) - most} more"] if len(words) > most else []
    return listed([*words[:most], *more])


def counted(number: int, noun: str) -> str:
    """`1 word`, `2 words`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _conjunction(word: str, language: Language) -> str:
    """What joins a word to those before it."""
    begins = word.casefold().startswith
    is_other = begins(language.before_other) and not begins(language.not_before_other)
    return language.other_conjunction if is_other else language.conjunction
