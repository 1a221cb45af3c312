"""The line that greets somebody at the beginning of a message, in their language. Pure."""

from __future__ import annotations

from store.languages import ENGLISH, Language
from store.people.name_parts import parse_name
from store.people.names import AnyName, called, chosen, full_name


def greeting(who: AnyName, language: Language = ENGLISH) -> str:
    """The whole line: `Dear Ada,`, `Sehr geehrte Frau Dr. Okafor,`; `Hello,` where nobody is named.

    Whether someone is Ms or Mr is never guessed: only a title in their name, or the user, says it.
    """
    own = called(who)
    if not own:
        return language.neutral_greeting
    titles = parse_name(own).honorific.split()
    if not (titles or language.by_first_name or chosen(who)):
        return language.greeting_by_name.format(name=full_name(who))
    keys = [title.casefold().rstrip(".") for title in titles]
    line = next((language.greeting_by_title[key] for key in keys if key in language.greeting_by_title), "")
    spoken = [language.spoken_titles.get(key, title) for key, title in zip(keys, titles, strict=True)]
    name = " ".join((*spoken, *own.split()[len(titles) :]))
    return (line or language.greeting_by_name).format(name=name)
