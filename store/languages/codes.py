"""The two letters by which a language is kept, as they are typed. Pure."""

from __future__ import annotations

from store.languages.table import languages
from store.patterns import pattern
from store.people.letters import fold, nearest

_CODE = pattern(r"[a-z]{2}")


class UnknownLanguage(ValueError):
    """What was typed is no language's two letters; the text says in one sentence what to write."""


def read_language(text: str) -> str | None:
    """The two letters typed, in small ones; None where nothing is. Raises UnknownLanguage."""
    typed = text.strip()
    if not typed or _CODE.fullmatch(typed.lower()):
        return typed.lower() or None
    by_name = {fold(one.name): one for one in languages().values()}
    meant = [by_name[name] for name in nearest(typed, by_name, most=1, cutoff=0.75)]
    known = meant or [*languages().values()]
    offered = " or ".join(f"{one.code} for {one.name}" for one in known)
    raise UnknownLanguage(f"The language cannot be {typed[:20]!r}; write it in two letters: {offered}.")
