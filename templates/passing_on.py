"""What stands above a text that somebody else is asked to pass on. Pure."""

from __future__ import annotations

from store.languages import ENGLISH, language_or_english
from store.people.names import AnyName
from store.people.salutation import greeting


def passing_on(carrier: AnyName, name: str, me: str, language: str = "en") -> str:
    """The lines to `carrier` above a text for `name`, signed by `me`; `language` has two letters.

    In English where the language has no words for it, or none for a reader without a name.
    """
    words = language_or_english(language)
    if not words.please_pass_on or not (name or words.unnamed_reader):
        words = language_or_english(ENGLISH.code)
    request = words.please_pass_on.format(name=name or words.unnamed_reader)
    close = "\n".join(filter(None, (words.thanks_for_it, me)))
    return "\n\n".join(filter(None, (greeting(carrier, words), request, close, "—" * 3)))
