"""A dictionary for the one kind of slip that rules cannot find: a word that does not exist.

It speaks up only where a single changed letter gives a word that does exist, so that what a dictionary has
never heard of (Kubernetes, a surname) is left alone.
"""

import gzip
import pkgutil
import re
import threading
from collections.abc import Callable, Collection
from contextlib import suppress
from typing import ClassVar, Self

from store.people.letters import without_marks
from templates.proof.words import KNOWN, read_list, wordset

BLUNDERS = dict(line.split(" ", 1) for line in read_list("slips").splitlines())
"""The slips that need no dictionary, with what was meant."""

_DICTIONARY = "spellchecker", "resources/en.json.gz"
"""Where the package has its English words. Reading them by itself it takes three times as long, most of it
in one piece, for which every key waits."""
LETTERS = "abcdefghijklmnopqrstuvwxyz'àáâäåçèéêëíïñóôöûü"
"""All that its words are written with."""
_SEEN_OFTEN = 400
_SEEN_VERY_OFTEN = 20_000
_PREFIXES = wordset("re un pre non micro multi over sub de co inter cross post mis semi")
_SUFFIXES = wordset("ness able less ised ized ising izing isation ization wise ship like proof")
_PAIRS = [line.split() for line in read_list("american").splitlines()]
_AMERICAN_ROOTS = sorted(
    ((british, american) for british, american in _PAIRS), key=lambda pair: -len(pair[0])
)
_DOUBLING = wordset("travell modell labell fuell signall tunnell counsell channell levell")
# Words that are right on both sides, or whose twin means something else.
_EITHER_SIDE = wordset("program check tire math practice license gray judgment judgement meter model")
_BRITISH_ENDINGS = wordset("s ed ing er ers d e es al ally able ful ite ites ment ist less")
_ISE = re.compile(r"(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations|able|ational)$)")


def american_of(word: str) -> tuple[str, ...]:
    """The American forms that a British spelling may stand for, the likelier first."""
    forms = []
    for british, american in _AMERICAN_ROOTS:
        if word.startswith(british) and (
            british not in _DOUBLING or word[len(british) :] in ("ed", "ing", "er", "ers")
        ):
            forms.append(american + word[len(british) :])
    if _ISE.search(word):
        forms.append(_ISE.sub("iz", word))
    return tuple(forms)


def british_of(word: str) -> str | None:
    """The British form of an American spelling; -ize is British too and has none."""
    for british, american in _AMERICAN_ROOTS:
        rest = word[len(american) :]
        if not word.startswith(american) or word.startswith(british):
            continue
        if american in _EITHER_SIDE and american not in ("model",):
            continue
        if british in _DOUBLING and rest not in ("ed", "ing", "er", "ers"):
            continue
        if american in ("fulfill", "enroll") and rest in ("ed", "ing"):
            continue
        if not rest or rest in _BRITISH_ENDINGS:
            return british + rest
    return None


class Speller:
    """Words and how often they are met. Make one with `load`; one serves any number of threads."""

    _loaded: ClassVar["Speller | None"] = None
    _loading: ClassVar[threading.Lock] = threading.Lock()

    def __init__(self, frequency: dict[str, int], neighbours: Callable[[str], Collection[str]]) -> None:
        """`neighbours` gives the dictionary's words that are one slip away from a word."""
        self._frequency = frequency
        self._neighbours = neighbours
        self._told: dict[str, str | None] = {}

    @classmethod
    def load(cls) -> Self | None:
        """The English speller, read from disk on the first call (0.1 s: use a thread), then at hand.

        None where the package pyspellchecker is not installed, or has no words: spelling is then checked for
        known slips only.
        """
        with Speller._loading:
            if Speller._loaded is None:
                Speller._loaded = cls._read()
            loaded = Speller._loaded
        return loaded if isinstance(loaded, cls) else None

    @classmethod
    def _read(cls) -> Self | None:
        for read in (cls._from_file, cls._from_package):
            # Another version of the package may keep its words elsewhere, in any form, or have none.
            with suppress(Exception):
                return read()
        return None

    @classmethod
    def _from_file(cls) -> Self:
        from msgspec.json import decode
        from spellchecker import SpellChecker

        packed = pkgutil.get_data(*_DICTIONARY) or b""
        frequency = decode(gzip.decompress(packed), type=dict[str, int])
        checker = SpellChecker(language=None, distance=1)
        checker.word_frequency.load_words([LETTERS])
        return cls(frequency, lambda word: frequency.keys() & checker.edit_distance_1(word))

    @classmethod
    def _from_package(cls) -> Self:
        from spellchecker import SpellChecker

        checker = SpellChecker(distance=1)
        return cls(
            dict(checker.word_frequency.dictionary),
            lambda word: checker.known(checker.edit_distance_1(word)),
        )

    def meant(self, word: str, *, certain: bool = False) -> str | None:
        """What a word in small letters was meant to be, or None if it is right or beyond telling.

        With `certain`, only a very common word counts as meant: for words whose capital may make them a name.
        """
        if word not in self._told:
            self._told[word] = None if self.knows(word) else self._suggestion(word)
        meant = self._told[word]
        return None if meant and certain and self._frequency.get(meant, 0) < _SEEN_VERY_OFTEN else meant

    def knows(self, word: str) -> bool:
        """Whether a word exists: in either spelling, as a word of the trade, or made of words that exist."""
        plain = without_marks(word)
        if plain in self._frequency or plain in KNOWN or word in self._frequency:
            return True
        return any(form in self._frequency for form in american_of(plain)) or self._is_made_up_of_known(plain)

    def is_americanism(self, american: str, british: str) -> bool:
        """Whether the American form exists and is the usual one (exercise has no form in -ize)."""
        return self._frequency.get(american, 0) > self._frequency.get(british, 0)

    def _is_made_up_of_known(self, word: str) -> bool:
        for prefix in _PREFIXES:
            if word.startswith(prefix) and self._often(word[len(prefix) :]):
                return True
        for suffix in _SUFFIXES:
            if word.endswith(suffix) and (
                self._often(word[: -len(suffix)]) or self._often(word[: -len(suffix)] + "e")
            ):
                return True
        return any(self._often(word[:i]) and self._often(word[i:]) for i in range(4, len(word) - 3))

    def _often(self, part: str) -> bool:
        return len(part) > 3 and self._frequency.get(part, 0) >= 2_000

    def _suggestion(self, word: str) -> str | None:
        near = self._neighbours(word)
        best = max(near, key=lambda other: (self._frequency.get(other, 0), other), default=None)
        return best if best and self._frequency.get(best, 0) >= _SEEN_OFTEN else None
