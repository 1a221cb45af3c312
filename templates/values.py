"""What may stand for the words of a template: plain values, made harmless, and sent to a child process."""

import re
from collections.abc import Mapping
from datetime import date

from templates.gaps import GAP
from templates.vocabulary import ALWAYS_KNOWN, LISTS, PERSONAL, VOCABULARY, Value

_BRACES = re.compile(r"[{}]")
UNWRITABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters and halves of characters, which no message can carry."""
_MAY_ASK = frozenset({"topic", "topics"})
"""Words that a gap may stand for, where what was jotted down fits in no sentence."""


def checked_values(values: Mapping[str, Value]) -> dict[str, Value]:
    """Copies of the values that are there, made of exact built-in types only.

    Blank texts and empty lists are left out: they are as good as missing. White space within a text becomes
    single spaces, since every value stands inside a sentence. Control characters and braces are dropped, so
    that no note becomes a gap; but a topic may be one, and the others may be left to each reader.
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
        return _words(value, name)
    if type(value) is int or type(value) is date:
        return value
    if type(value) is tuple:
        if all(type(item) is str for item in value):
            return tuple(words for item in value if (words := _words(item, name)))
        return tuple(_mapping(name, item) for item in value)
    raise TypeError(f"{name!r} must be text, a whole number, a date or a tuple, not {type(value).__name__}")


def _mapping(name: str, item: object) -> dict[str, str]:
    if not isinstance(item, Mapping):
        raise TypeError(f"{name!r} holds a {type(item).__name__}, not text or a mapping")
    if not all(type(part) is str for pair in item.items() for part in pair):
        raise TypeError(f"{name!r} holds a mapping that is not of text to text")
    return {str(key): _words(text, name) for key, text in item.items()}


def _words(text: str, name: str) -> str:
    spaced = " ".join(text.split())
    kept = UNWRITABLE.sub("", spaced)
    if (name == "others" and kept in PERSONAL) or (name in _MAY_ASK and GAP.fullmatch(kept)):
        return kept
    return " ".join(_BRACES.sub("", kept).split())
