"""The languages of the user's own, from `languages.toml`: each word is looked at by itself.

A field at fault has its default, and all the others count; a language without the words that it must have is
left out. All that is taken is literal: nothing in it is a pattern.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from store.interview import LANGUAGE
from store.languages import PACKAGED, Language
from store.settings.toml import Name
from store.settings.toml_file import BadSettings, Remark, SettingsFault, faults_in, read_text, values_in
from store.settings.values import called, meant, shown
from store.text import forbidden

MOST_LANGUAGES = 100
MOST_WORDS = 200
"""Words a list may have."""
LONGEST_WORDS = 80
"""Characters that one of them may have, or a greeting."""
LONGEST_SENTENCE = 300
"""Characters a sentence may have."""
_WHAT = "The languages"
_BRACED = re.compile(r"\{(\w*)\}")
_MARKS = " ,.:;!¡–—-"


@dataclass(frozen=True)
class _Text:
    """A text in which each of these words in braces stands once, and no other brace."""

    holds: tuple[str, ...] = ()
    longest: int = LONGEST_WORDS
    may_be_blank: bool = False

    def expected(self) -> str:
        held = " and ".join(f"{{{word}}}" for word in self.holds)
        return f"text in quotes with {held} once in it" if held else "text in quotes without braces"

    def read(self, value: Any) -> str:
        """The text as it is kept. Raises ValueError, with a sentence where there is more to say."""
        if not isinstance(value, str) or not (value.strip() or self.may_be_blank):
            raise ValueError
        if len(value) > self.longest:
            raise ValueError(f"has {len(value):,} characters, and {self.longest} is the most")
        if fault := forbidden(value, lines=False):
            raise ValueError(f"has {fault}, which is not allowed")
        if sorted(_BRACED.findall(value)) != sorted(self.holds) or re.search("[{}]", _BRACED.sub("", value)):
            raise ValueError
        return unicodedata.normalize("NFC", " ".join(value.split()))


@dataclass(frozen=True)
class _Words:
    """A list of texts, with so many of them where it says."""

    count: int | None = None

    def expected(self) -> str:
        return (
            f"a list of {self.count} different words"
            if self.count
            else "a list of words in quotes, without braces"
        )

    def read(self, value: Any) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise ValueError
        if len(value) > MOST_WORDS:
            raise ValueError(f"has {len(value):,} words, and {MOST_WORDS} is the most")
        words = tuple(dict.fromkeys(map(_Text().read, value)))
        if self.count is not None and not len({*map(str.casefold, words)}) == len(value) == self.count:
            raise ValueError
        return words


@dataclass(frozen=True)
class _Pairs:
    """A table of texts by words: by titles, or by `words` that are kept as they are written."""

    holds: tuple[str, ...] = ()
    words: str = ""

    def expected(self) -> str:
        if self.words:
            return f"a table from words to texts such as {{ {self.words} }}"
        line = "Sayın {name}," if self.holds else "Doktor"
        return f'a table from titles to texts such as {{ dr = "{line}" }}'

    def read(self, value: Any) -> dict[str, str]:
        if not isinstance(value, dict):
            raise ValueError
        if len(value) > MOST_WORDS:
            kind = "words" if self.words else "titles"
            raise ValueError(f"has {len(value):,} {kind}, and {MOST_WORDS} is the most")
        keys = [_Text().read(key) for key in value]
        kept = keys if self.words else map(_as_title, keys)
        return {key: _Text(self.holds).read(one) for key, one in zip(kept, value.values(), strict=True)}


@dataclass(frozen=True)
class _Flag:
    def expected(self) -> str:
        return "true or false"

    def read(self, value: Any) -> bool:
        if not isinstance(value, bool):
            raise ValueError
        return value


FIELDS: Mapping[str, _Text | _Words | _Pairs | _Flag] = {
    "name": _Text(longest=40),
    "weekdays": _Words(7),
    "months": _Words(12),
    "times": _Pairs(words='morgen = "tomorrow"'),
    "conjunction": _Text(),
    "other_conjunction": _Text(may_be_blank=True),
    "before_other": _Words(),
    "not_before_other": _Words(),
    "neutral_greeting": _Text(),
    "greeting_by_name": _Text(("name",)),
    "spoken_greeting": _Text(("name",)),
    "by_first_name": _Flag(),
    "greeting_by_title": _Pairs(("name",)),
    "spoken_titles": _Pairs(),
    "greetings": _Words(),
    "closes": _Words(),
    "honorifics": _Words(),
    "roles": _Words(),
    "day_and_month": _Text(("day", "month")),
    "weekday_and_date": _Text(("weekday", "date")),
    "clock_time": _Text(("time",)),
    "position": _Text(("role",)),
    "unnamed_position": _Text(),
    "posts": _Pairs(words='Praktikum = "das"'),
    "please_pass_on": _Text(("name",), LONGEST_SENTENCE),
    "unnamed_reader": _Text(),
    "thanks_for_it": _Text(),
}
"""What may be said of a language: all that `Language` has but its code."""
REQUIRED = ("name", "weekdays", "months")
_ADDED = ("greetings", "closes", "honorifics", "roles")
"""What is added to the words of a packaged language rather than put in their place."""


def load_languages(path: Path) -> tuple[Mapping[str, Language], tuple[SettingsFault, ...]]:
    """The languages in a file by their two letters, and what is not right in it.

    Raises BadSettings and FileNotFoundError.
    """
    return read_languages(read_text(path, _WHAT), source=str(path))


def read_languages(
    text: str, *, source: str = "languages.toml"
) -> tuple[Mapping[str, Language], tuple[SettingsFault, ...]]:
    """The languages in a TOML text, packaged ones with what is added to them, and all that is not right.

    Raises BadSettings where the text is not TOML.
    """
    remarks: list[Remark] = []
    found: dict[str, Language] = {}
    plain = values_in(text, _WHAT, source)
    if len(plain) > MOST_LANGUAGES:
        raise BadSettings(
            f"{_WHAT} {source} are not read: they are {len(plain):,}, and {MOST_LANGUAGES} is the most."
        )
    for code, table in plain.items():
        if not LANGUAGE.fullmatch(code):
            what = f"{called((code,))}: expected two small letters such as tr, in a line [tr] of its own"
            remarks.append(Remark(((code,),), what))
        elif not isinstance(table, dict):
            remarks.append(Remark(((code,),), f"{code}: expected [{code}] in a line of its own"))
        elif len(table) > MOST_WORDS:
            what = f"{code}: is left out, for it says {len(table):,} things, and there are {len(FIELDS)}"
            remarks.append(Remark(((code,),), what))
        elif (language := _language(code, table, remarks.append)) is not None:
            found[code] = language
    return found, faults_in(text, remarks)


def _language(code: str, table: dict[str, Any], say: Callable[[Remark], None]) -> Language | None:
    """The language that a table gives; None where it lacks what it must have."""
    base = PACKAGED.get(code)
    given: dict[str, Any] = {}
    for field, value in table.items():
        name = (code, field)
        try:
            given[field] = _value(name, value)
        except ValueError as why:
            say(Remark((name,), f"{called(name)}: {why}"))
    lacking = [field for field in REQUIRED if field not in given]
    if base is None and lacking:
        say(Remark(((code,),), f"{code}: is left out, for want of {' and '.join(lacking)}"))
        return None
    given = {field: _in_small_letters(field, value) for field, value in given.items()}
    for field, others in (("greetings", _leads(given)), ("honorifics", _titles(given))):
        given[field] = tuple(dict.fromkeys((*given.get(field, ()), *others)))
    return Language(code=code, **given) if base is None else base._replace(**_added(base, given))


def _value(name: Name, value: Any) -> Any:
    """What a field is kept as. Raises ValueError with the rest of a sentence."""
    field = FIELDS.get(name[1])
    if field is None:
        near = meant(name[1], FIELDS) or f"; there are {', '.join(FIELDS)}"
        raise ValueError(f"there is no such word of a language{near}")
    try:
        return field.read(value)
    except ValueError as why:
        raise ValueError(str(why) or f"expected {field.expected()}, not {shown(value)}") from None


def _in_small_letters(field: str, value: Any) -> Any:
    """Words that are compared, as they are kept to be compared."""
    if field in ("greetings", "before_other", "not_before_other"):
        return tuple(map(_small, value))
    return tuple(filter(None, map(_as_title, value))) if field in ("honorifics", "roles") else value


def _small(words: str) -> str:
    # In small letters the capital that has a dot would be two characters, and in no text.
    return words.replace("İ", "i").lower()


def _as_title(words: str) -> str:
    return words.casefold().rstrip(".")


def _leads(given: Mapping[str, Any]) -> Iterator[str]:
    """How the lines begin that greet: what greets is a greeting."""
    by_title: Iterable[str] = given.get("greeting_by_title", {}).values()
    lines = (given.get(field, "") for field in ("neutral_greeting", "greeting_by_name", "spoken_greeting"))
    for line in (*lines, *by_title):
        lead = _small(line.partition("{name}")[0]).strip(_MARKS)
        if any(map(str.isalpha, lead)):
            yield lead


def _titles(given: Mapping[str, Any]) -> Iterator[str]:
    """Titles that ask for a line or a word of their own; a single letter may as well be an initial."""
    for field in ("greeting_by_title", "spoken_titles"):
        yield from (title for title in given.get(field, {}) if len(title) > 1)


def _added(base: Language, given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a packaged language that change: lists and tables grow, all else is as it is given."""
    changed: dict[str, Any] = {}
    for field, value in given.items():
        before = getattr(base, field)
        if field in _ADDED:
            changed[field] = tuple(dict.fromkeys((*before, *value)))
        else:
            changed[field] = {**before, **value} if isinstance(value, dict) else value
    return changed
