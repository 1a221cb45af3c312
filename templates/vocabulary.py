"""The words a message template may ask for: their names, their meanings and what may stand for them."""

import unicodedata
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

Value: TypeAlias = str | int | date | tuple[str, ...] | tuple[Mapping[str, str], ...]

VOCABULARY: Mapping[str, str] = MappingProxyType(
    {
        "interviewer": "how the person written to is addressed: Deniz, or Ms Aydın",
        "interviewer_full": "the full name of the person written to",
        "interviewer_title": "the title of the person written to: Head of Data",
        "others": "the other interviewers' names in one phrase: Marta and Joan",
        "panel": "list: the names of everyone who held the interview",
        "company": "the company",
        "role": "the position, as it follows 'the': Data engineer",
        "round": "the round's name: Panel",
        "day": "the weekday of the interview: Wednesday",
        "date": "the date of the interview in words: 18 November",
        "mode": "onsite, video, phone or other",
        "topic": "the first subject talked about, as it follows 'about': the move to event streams",
        "topics": "list: every subject talked about",
        "loose_end": "the first thing left to put right or to answer, as it follows a colon",
        "loose_ends": "list: everything left to put right or to answer",
        "strength": "something of mine that fits the job, as it follows 'with': six years of pipelines",
        "worth": "something useful to the reader that only I can add: an answer, a link, an idea",
        "my_name": "my name",
        "my_phone": "my telephone number",
        "my_email": "my e-mail address",
        "promise": "the promised answer in their own words: by the end of next week",
        "promised_day": "the day of the promised answer: Friday 27 November",
        "last_contact_day": "the day of the last call, mail or word from them: Monday 30 November",
        "message_day": "the day I last left them a message, still without an answer: Tuesday 24 November",
        "mail_day": "the day I last asked them by mail, still without an answer: Wednesday 25 November",
        "tries": "how many calls in a row nobody answered: 2",
        "recruiter": "how the contact who is no interviewer is addressed: Sam",
        "number": "the telephone number to call",
        "spelling": "british or american, for the filter 'spelt'; british where nothing is said",
    }
)

LISTS = frozenset({"panel", "topics", "loose_ends"})
ALWAYS_KNOWN: Mapping[str, Value] = MappingProxyType({"spelling": "british"})


def placeholder(name: str) -> str:
    """How a word that has no value stays visible in a text."""
    return f"{{{{ {name} }}}}"


def checked_values(values: Mapping[str, Value]) -> dict[str, Value]:
    """Copies of the values that are there, made of exact built-in types only.

    Blank texts and empty lists are left out: they are as good as missing. White space within a text becomes
    single spaces, since every value stands inside a sentence, and control characters are dropped.
    Raises TypeError for anything that is not plain (a subclass may carry code), ValueError for a name
    that is not in the vocabulary.
    """
    copies: dict[str, Value] = dict(ALWAYS_KNOWN)
    for name, value in values.items():
        if name not in VOCABULARY:
            raise ValueError(f"{name!r} is not a word that templates know")
        if (type(value) is tuple) != (name in LISTS):
            raise TypeError(f"{name!r} must {'' if name in LISTS else 'not '}be a tuple")
        copy = _plain(name, value)
        if copy not in ("", ()):
            copies[name] = copy
    return copies


def missing(values: Mapping[str, Value]) -> tuple[str, ...]:
    """The names of the vocabulary that have no value."""
    return tuple(name for name in VOCABULARY if name not in values)


def as_json(values: Mapping[str, Value]) -> dict[str, object]:
    """The same values in a form JSON can carry; `from_json` undoes it."""
    return {
        name: {"date": value.isoformat()} if isinstance(value, date) else value
        for name, value in values.items()
    }


def from_json(values: Mapping[str, object]) -> dict[str, Value]:
    """The values that `as_json` wrote down."""
    read: dict[str, Value] = {}
    for name, value in values.items():
        if isinstance(value, dict):
            read[name] = date.fromisoformat(value["date"])
        elif isinstance(value, list):
            read[name] = tuple(value)
        elif isinstance(value, str | int):
            read[name] = value
    return read


def _plain(name: str, value: object) -> Value:
    if type(value) is str:
        return _words(value)
    if type(value) is int or type(value) is date:
        return value
    if type(value) is tuple:
        if all(type(item) is str for item in value):
            return tuple(words for words in map(_words, value) if words)
        return tuple(_mapping(name, item) for item in value)
    raise TypeError(f"{name!r} must be text, a whole number, a date or a tuple, not {type(value).__name__}")


def _mapping(name: str, item: object) -> dict[str, str]:
    if not isinstance(item, Mapping):
        raise TypeError(f"{name!r} holds a {type(item).__name__}, not text or a mapping")
    if not all(type(part) is str for pair in item.items() for part in pair):
        raise TypeError(f"{name!r} holds a mapping that is not of text to text")
    return {str(key): _words(text) for key, text in item.items()}


def _words(text: str) -> str:
    spaced = " ".join(text.split())
    return "".join(letter for letter in spaced if unicodedata.category(letter) not in ("Cc", "Cs"))
