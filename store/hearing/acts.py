"""What a clause says of answering: that they tell the user, that they decide, or that the user is to act."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from store.hearing.clauses import Clause
from store.hearing.wording.answers.answer_words import AnswerWords, Way

ActKind: TypeAlias = Literal["tells", "decides", "asks", "void"]
"""`void`: it speaks of an answer, and announces none: it is past, denied or merely possible."""


_TAG = re.compile(
    r"\W(?:ok|okay|right|yeah|yes|alright|all right|deal|agreed|isn['’]t it|ja|oder|gell|gelt"
    r"|d['’]accord|hein|non|vale|dale|eh|sí|no)\s*\?+\s*$",
    re.IGNORECASE,
)
"""Ends what is no question."""


class Act(NamedTuple):
    """What one clause says, and where in it the words for that begin."""

    kind: ActKind
    start: int
    plain: bool = False
    """Of `asks`: that it holds without a day as well."""


def act_of(clause: Clause, words: AnswerWords, before: str = "") -> Act | None:
    """What a clause says of answering; None where it speaks of something else. `before` is the one before."""
    text = clause.text
    told, decided = _found(words.tells, text), _found(words.decides, text)
    if not words.patience.search(text) and (told is None or words.begs.search(text)):
        request = _request(clause, words)
        if request is not None:
            return request
    start = told if told is not None else decided
    if start is None:
        return None
    void = _denied(text, words) or (words.hangs.search(text) is not None and _denied(before, words))
    if void or clause.aside or is_question(text):
        return Act("void", start)
    return Act("tells" if told is not None else "decides", start)


def _request(clause: Clause, words: AnswerWords) -> Act | None:
    text = words.no_ask.sub(" ", clause.text)
    asked, plain = _found(words.asks, text), _found(words.asks_plainly, text)
    due = words.due.search(text)
    if asked is None and plain is None and due is None:
        return None
    free = plain is None or (not clause.times and words.is_free.search(text) is not None)
    return Act("asks", asked or plain or 0, plain=not free)


def _denied(text: str, words: AnswerWords) -> bool:
    return any(one.search(text) for one in (words.negated, words.past, words.perhaps))


def is_question(text: str) -> bool:
    """Whether it asks: `we talk on Friday, ok?` does not."""
    return text.rstrip().endswith("?") and _TAG.search(text) is None


def concerns(sentence: str, words: AnswerWords) -> bool:
    """Whether a sentence may be about an answer or a request, so that its times are worth reading."""
    return (
        speaks_of_answers(sentence, words)
        or any(_found(ways, sentence) is not None for ways in (words.asks, words.asks_plainly))
        or any(one.search(sentence) for one in (words.due, words.unheard, words.patience))
    )


def speaks_of_answers(sentence: str, words: AnswerWords) -> bool:
    """Whether it has the words for answering, whatever it says with them."""
    return words.topic.search(sentence) is not None or any(
        _found(ways, sentence) is not None for ways in (words.tells, words.decides)
    )


def _found(ways: Sequence[Way], text: str) -> int | None:
    """Where the words for it begin, of the first way in which a clause says it."""
    for patterns in ways:
        found = [one.search(text) for one in patterns]
        if all(found):
            return min(one.start() for one in found if one is not None)
    return None
