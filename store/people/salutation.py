"""The line that greets somebody at the beginning of a message, in their language. Pure."""

from __future__ import annotations

from store.languages import ENGLISH, Language
from store.people.name_parts import parse_name
from store.people.names import AnyName, called, chosen, full_name


def greeting(who: AnyName, language: Language = ENGLISH) -> str:
    """How a letter greets: `Dear Ada,`, `Sehr geehrte Frau Dr. Okafor,`; `Hello,` where nobody is named.

    Whether someone is Ms or Mr is never guessed: only a title in their name, or the user, says it.
    """
    keys = [title.casefold().rstrip(".") for title in _titles(who)]
    line = next((language.greeting_by_title[key] for key in keys if key in language.greeting_by_title), "")
    return _line(line or language.greeting_by_name, who, language)


def spoken_greeting(who: AnyName, language: Language = ENGLISH) -> str:
    """As one greets on the telephone and in a text message: `Hello Ada,`, `Guten Tag Frau Dr. Okafor,`."""
    return _line(language.spoken_greeting or language.greeting_by_name, who, language)


def _titles(who: AnyName) -> list[str]:
    return parse_name(called(who)).honorific.split()


def _line(line: str, who: AnyName, language: Language) -> str:
    """A line that greets by `{name}`, with the name as this language has it behind a greeting."""
    own, titles = called(who), _titles(who)
    if not own:
        return language.neutral_greeting
    if not (titles or language.by_first_name or chosen(who)):
        return line.format(name=full_name(who))
    spoken = (language.spoken_titles.get(title.casefold().rstrip("."), title) for title in titles)
    return line.format(name=" ".join((*spoken, *own.split()[len(titles) :])))
