"""Where sentences begin and end."""

import re
from collections.abc import Iterator

from templates.proof.words import wordset

_STOP = re.compile(r"[.!?…]+[\"”’'»)\]]{0,3}(?=\s|$)|\n[ \t]*\n|\n(?=[ \t]*(?:[-*•–]|\d{1,2}[.)]) )|\n(?=>)")
_LAST_WORD = re.compile(r"[\w.]+$")
_ABBREVIATIONS = wordset(
    """
    mr mrs ms mx dr prof st sr sra jr mme mlle fr hr e.g i.e etc vs cf inc ltd co corp no nr approx ca fig
    vol dept z.b d.h u.a p.ex ph.d bzw usw str u.s u.k
    """
)
_DATED = re.compile(r"\s+[^\W\d_]")


def sentences(prose: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences between two offsets, each from its first to its last character, in order.

    An abbreviation or an initial ends none, nor does the stop of a date as in "18. November"; the end of a
    paragraph and of a line above a list does.
    """
    begun = start
    for found in _STOP.finditer(prose, start, end):
        if found[0].startswith(".") and len(found[0]) == 1 and _goes_on(prose, begun, found):
            continue
        yield from _trimmed(prose, begun, found.end())
        begun = found.end()
    yield from _trimmed(prose, begun, end)


def _goes_on(prose: str, begun: int, stop: re.Match[str]) -> bool:
    before = _LAST_WORD.search(prose, max(begun, stop.start() - 12), stop.start())
    if before is None:
        return False
    word = before[0].lower()
    after = prose[stop.end() : stop.end() + 3].lstrip()[:1]
    if word in _ABBREVIATIONS or after.islower():
        return True
    initial = len(word) == 1 and word.isalpha() and word != "i"
    return initial or (word.isdigit() and len(word) <= 2 and _DATED.match(prose, stop.end()) is not None)


def _trimmed(prose: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    sentence = prose[start:end]
    if sentence.strip():
        yield start + len(sentence) - len(sentence.lstrip()), start + len(sentence.rstrip())
