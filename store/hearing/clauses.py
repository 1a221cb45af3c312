"""A sentence as its clauses, each with the times that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from store.hearing.days import NamedTime
from store.hearing.wording.answers.answer_words import TIME, AnswerWords

_MOST_CLAUSES = 40
_FEW_WORDS = 2
_MOST_LOOSE = 2
"""Words that are no clause of their own, whatever they are."""


_DAY_LAST = re.compile(rf"{TIME}\W*$")


class Clause(NamedTuple):
    """What one verb says. `text` has `TIME` for each of its `times`.

    `aside`: it is a condition, a reason or a question, and nothing is said by it.
    """

    text: str
    times: tuple[NamedTime, ...] = ()
    aside: bool = False

    @property
    def places(self) -> list[int]:
        """Where its times stand in the text."""
        return [at for at, letter in enumerate(self.text) if letter == TIME]


def clauses(sentence: str, times: Sequence[NamedTime], words: AnswerWords) -> list[Clause]:
    """The clauses of a sentence, in their order; `times` are all that it names, in theirs."""
    text = _with_signs(sentence, times)
    text = words.preamble.sub("", text, count=1) if text.count(TIME) == len(times) else text
    left = iter(times)
    found: list[Clause] = []
    for piece in _joined([*_pieces(text, words)], words):
        own = tuple(islice(left, piece.count(TIME)))
        # `Friday, when we call everybody`: what follows is said of that day.
        of_day = bool(found) and words.on_which.match(piece) is not None and _DAY_LAST.search(found[-1].text)
        found.append(Clause(piece, own, words.aside.match(piece) is not None and not of_day))
    return found


def whole(sentence: str, times: Sequence[NamedTime]) -> Clause:
    """A sentence as if it were one clause."""
    return Clause(_with_signs(sentence, times), tuple(times))


def _with_signs(sentence: str, times: Sequence[NamedTime]) -> str:
    parts, at = [], 0
    for one in times:
        parts += [sentence[at : one.start].replace(TIME, " "), TIME]
        at = one.end
    return "".join((*parts, sentence[at:].replace(TIME, " ")))


def _pieces(text: str, words: AnswerWords) -> Iterator[str]:
    begin = 0
    for found in islice(words.breaks.finditer(text), _MOST_CLAUSES):
        yield from _aside_and_main(text[begin : found.start()], words)
        begin = found.end() if found["joins"] is None else found.start()
    yield from _aside_and_main(text[begin:], words)


def _aside_and_main(piece: str, words: AnswerWords) -> Iterator[str]:
    main = words.main.search(piece) if words.aside.match(piece) else None
    yield from (piece,) if main is None else (piece[: main.start()], piece[main.start() :])


def _joined(pieces: Sequence[str], words: AnswerWords) -> list[str]:
    """What is no clause of its own is added to the one before; a time behind an aside, to the next."""
    found: list[str] = []
    loose = ""
    for piece in (piece.strip() for piece in pieces):
        if not piece:
            continue
        short = _is_short(piece, words)
        behind_aside = TIME in piece and (not found or words.aside.match(found[-1]) is not None)
        if _stands_alone(piece, words, first=not found) or (behind_aside and not short):
            found.append(f"{loose}, {piece}" if loose else piece)
            loose = ""
        elif short and behind_aside and not words.negated.search(piece):
            loose = f"{loose}, {piece}" if loose else piece
        elif found:
            found[-1] = f"{found[-1]}, {piece}"
        else:
            found.append(piece)
    if loose:
        at = next((at for at, one in enumerate(found) if not words.aside.match(one)), None)
        found = [*found, loose] if at is None else [*found[:at], f"{found[at]}, {loose}", *found[at + 1 :]]
    return found


def _is_short(piece: str, words: AnswerWords) -> bool:
    """Whether it is hardly more than a time: `no later than Friday`."""
    before, _, after = piece.partition(TIME)
    few = len(before.split()) + len(after.split()) <= _FEW_WORDS
    return few or (words.limit.search(before) is not None and len(after.split()) <= _FEW_WORDS)


def _stands_alone(piece: str, words: AnswerWords, *, first: bool) -> bool:
    return words.aside.match(piece) is not None or (
        words.finite.search(piece) is not None and (first or len(piece.split()) > _MOST_LOOSE)
    )
