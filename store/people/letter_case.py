"""Capitals and small letters of names that were typed without the other of them. Pure."""

from __future__ import annotations

from typing import NamedTuple

from store.patterns import pattern
from store.people.name_words import DOUBTFUL_PARTICLES, PARTICLES

_WORD_PARTS = pattern(r"([-'’.])")
_MAC = frozenset((
    "macarthur", "macaulay", "macbeth", "maccallum", "macdonald", "macdougall", "macfarlane", "macgregor",
    "macintosh", "macintyre", "mackay", "mackenzie", "mackinnon", "maclean", "macleod", "macmillan",
    "macneil", "macpherson",
))  # fmt: skip
_NUMERALS = frozenset(("II", "III", "IV"))
_TURKISH = set("şğıİŞĞ")
_VOWELS = set("aeiouyäöüåøæáéíóúàèìòùâêîôûıãõ")


class Cased(NamedTuple):
    """A name in the usual letters; `doubt` says what could not be known, and is blank mostly."""

    text: str
    doubt: str


def set_right(name: str) -> Cased:
    """The name with the letters names have, where it is all in capitals, all in small ones, or a word is.

    A name in mixed letters stays as it is but for words in capitals beside others: `Ada OKAFOR`.
    """
    words = name.split()
    turkish = bool(_TURKISH & set(name))
    if name.isupper():
        capitals = any(len(_letters(word)) > 1 and "." not in word[:-1] for word in words)
        changed = [_from_capitals(word, place, turkish) for place, word in enumerate(words)]
        return _cased(words, changed) if capitals else Cased(" ".join(words), "")
    if name.islower():
        changed = [_capital(word, place, turkish) for place, word in enumerate(words)]
        return _cased(words, changed)
    changed = [_capital(word, 1, turkish) if _shouts(word) else word for word in words]
    return _cased(words, changed)


def _cased(before: list[str], after: list[str]) -> Cased:
    doubts = [new for old, new in zip(before, after, strict=True) if old != new and _doubtful(new)]
    return Cased(" ".join(after), f"the capitals of “{doubts[0]}” are a guess" if doubts else "")


def _doubtful(word: str) -> bool:
    low = word.casefold()
    unknown_mac = low.startswith("mac") and len(low) > 5 and low not in _MAC
    return low in DOUBTFUL_PARTICLES or unknown_mac or (low.startswith("mc") and len(low) > 3)


def _letters(word: str) -> str:
    return "".join(letter for letter in word if letter.isalpha())


def _shouts(word: str) -> bool:
    """A word in capitals beside others that are not; `JR` and `M.B.A.` are no such words, nor is `III`."""
    return word.isupper() and len(_letters(word)) > 2 and "." not in word[:-1] and word not in _NUMERALS


def _from_capitals(word: str, place: int, turkish: bool) -> str:
    letters = _letters(word)
    bare = word.rstrip(".")
    if bare in _NUMERALS or "." in word[:-1] or len(letters) < 2:
        return word
    low = letters.casefold()
    initials = len(letters) < 4 and not _VOWELS & set(low) and letters.isascii()
    if initials and (low not in _SHORT or (place == 0 and low in _BEHIND)):
        return word
    return _capital(word, place, turkish)


_SHORT = frozenset(("ng", "dr", "mr", "mrs", "ms", "mx", "hr", "fr", "jr", "sr", "st", "vd", "mgr", "phd"))
_BEHIND = ("jr", "sr")


def _capital(word: str, place: int, turkish: bool) -> str:
    low = _small(word, turkish)
    key = low.rstrip(".")
    if key in PARTICLES and place and key not in ("st", "el", "al", "la", "le"):
        return low
    if place == 0 and key in _OPENERS:
        # All that is known is a surname: `van der Berg`.
        return low if word.islower() else _first(low, turkish)
    pieces = _WORD_PARTS.split(low)
    return "".join(
        _piece(piece, "" if at == 0 else pieces[at - 1], turkish) for at, piece in enumerate(pieces)
    )


_OPENERS = PARTICLES - {"al", "ben", "el", "la", "le", "st", "des", "das", "do", "e", "y", "abu", "te", "op"}


def _piece(piece: str, before: str, turkish: bool) -> str:
    if before in ("'", "’") and len(piece) < 2:
        return piece
    if piece.startswith("mc") and len(piece) > 3:
        return "Mc" + _first(piece[2:], turkish)
    if piece in _MAC:
        return "Mac" + _first(piece[3:], turkish)
    if piece.startswith("ij") and len(piece) > 3:
        return "IJ" + piece[2:]
    return _first(piece, turkish)


def _first(word: str, turkish: bool) -> str:
    if turkish and word[:1] == "i":
        return "İ" + word[1:]
    return word[:1].title() + word[1:] if len(word[:1].title()) == 1 else word


def _small(word: str, turkish: bool) -> str:
    return (word.replace("I", "ı") if turkish else word).replace("İ", "i").lower()
