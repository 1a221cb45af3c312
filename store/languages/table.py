"""The languages that are known: the packaged ones, and those of the user's own once they are read."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol, TypeVar

from store.languages.language import Language
from store.languages.packaged import ENGLISH, PACKAGED


class _Kept(Protocol):
    def cache_clear(self) -> None: ...


_AnyKept = TypeVar("_AnyKept", bound=_Kept)
_kept: list[_Kept] = []
_known = PACKAGED


def languages() -> Mapping[str, Language]:
    """Every language by its two letters."""
    return _known


def language_or_english(code: str) -> Language:
    """The language of these two letters; English where it is not known."""
    return _known.get(code) or _known[ENGLISH.code]


def language_name(code: str) -> str:
    """What English calls the language of these two letters; the letters where it is not known."""
    known = _known.get(code)
    return known.name if known is not None else code.upper()


def use_languages(own: Mapping[str, Language]) -> None:
    """From now on know the packaged languages and these, which take the place of packaged ones."""
    global _known
    _known = MappingProxyType({**PACKAGED, **own})
    for kept in _kept:
        kept.cache_clear()


def follows_languages(kept: _AnyKept) -> _AnyKept:
    """Keep what a function with a cache makes of the table only until another is used."""
    _kept.append(kept)
    return kept
