"""The words by which answers, refusals, offers and requests are known, language by language. Pure."""

from collections.abc import Mapping
from types import MappingProxyType

from store.hearing.wording.english import ENGLISH
from store.hearing.wording.french import FRENCH
from store.hearing.wording.german import GERMAN
from store.hearing.wording.spanish import SPANISH
from store.hearing.wording.wording import Wording

WORDINGS: Mapping[str, Wording] = MappingProxyType(
    {one.code: one for one in (ENGLISH, GERMAN, FRENCH, SPANISH)}
)
"""By the two letters of the language."""

__all__ = ["WORDINGS", "Wording"]
