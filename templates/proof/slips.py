"""Slips: doubled words, a small "i", words misspelt or taken for others."""

import re
from collections.abc import Iterator
from itertools import pairwise

from templates.proof.draft import DraftText, Word
from templates.proof.findings import Objection
from templates.proof.phrases import phrase
from templates.proof.speller import BLUNDERS, Speller, american_of, british_of
from templates.proof.words import COMMON, KNOWN, wordset

_MAY_DOUBLE = wordset("had that ha no bye so very well there now wagga tut hear")
_DOUBLE_ELSEWHERE = wordset("nous vous die der das den dem sie des ihr non muy")
"""Words that other languages say twice with good reason: "vous vous", "die die"."""
_SMALL_I = re.compile(r"(?<![\w.'/&-])i(?=$|[\s,;!?]|'(?:m|ve|d|ll)\b|\.(?:\s|$))")


def doubled_word(draft: DraftText) -> Iterator[Objection]:
    """`doubled_word`: the same word twice in a row, also across a line's end."""
    for one, two in pairwise(draft.words):
        if one.fold == two.fold and _may_not_double(draft, one) and _one_after_the_other(draft, one, two):
            why = f"“{one.text}” stands twice: take one out."
            yield Objection(why, one.start, two.end)


def _may_not_double(draft: DraftText, word: Word) -> bool:
    if (
        word.fold in _MAY_DOUBLE
        or not word.text.isalpha()
        or (draft.language != "en" and word.fold in _DOUBLE_ELSEWHERE)
        or (word.capital and word.fold in draft.names.familiar)
    ):
        return False
    return len(word.text) > 1 or word.fold in ("a", "i")


def _one_after_the_other(draft: DraftText, one: Word, two: Word) -> bool:
    between = draft.text[one.end : two.start]
    if not between or between.strip() or between.count("\n") > 1:
        return False
    return not two.capital or (one.capital and "\n" not in between)


def lowercase_i(draft: DraftText) -> Iterator[Objection]:
    """`lowercase_i`: "i" for "I"; list marks, "i.e." and "i/o" are left alone."""
    for found in _SMALL_I.finditer(draft.plain):
        line = draft.plain.rfind("\n", 0, found.start()) + 1
        if draft.plain[line : found.start()].strip() == "" and draft.plain[found.end() : found.end() + 1] in (
            ")",
            ".",
        ):
            continue
        yield Objection("“i” is written “I” in a message to an employer.", *found.span())


_CONFUSED = (
    phrase("of", "(?:should|could|would|must|might) of(?! course)", "have"),
    phrase("your", "your welcome(?=[.,!]|$)", "you're welcome"),
    phrase(
        "forward",
        "(?:look|looking) forward to (?:hear|meet|see|work|speak|talk|discuss|join)",
        "{}ing",
    ),
    phrase("forward", "forward to receive", "forward to receiving"),
    phrase("loose", "(?:to|not|n't|will|would|may|can) loose", "lose"),
    phrase("advise", "(?:your|the|for|some|good|any) advise", "advice"),
    phrase("then", "(?:more|better|rather|less|other|earlier|sooner|faster) then", "than"),
    phrase("its", "its (?:been|a pleasure|an honou?r|great to|nice to|good to)", "it's"),
    phrase("thank", "thank you you|thanks you", "thank you"),
    phrase("affect", "(?:an|the|no|big|great) affect", "effect"),
    phrase("it", "it's (?:own|users|customers|team|products|culture|values)", "its"),
)
_CODE = frozenset("'’ʼ_/\\@#&=<>{}[]`")


def spelling(draft: DraftText) -> Iterator[Objection]:
    """`spelling`: words that do not exist, and slips everyone knows.

    Without a speller only what needs no dictionary is found. Names, links and numbers are left alone.
    """
    either = draft.case.spelling == "both"
    for index, word in enumerate(draft.words):
        if (not either or word.fold not in COMMON) and _is_prose(draft, word):
            meant = _meant(draft, index)
            if meant:
                why = f"“{word.text}” may be misspelt: did you mean “{meant}”?"
                yield Objection(why, word.start, word.end)
    for found, each in draft.spotted(_CONFUSED):
        passage = " ".join(found[0].split())
        why = f"“{passage}” may be a slip: did you mean “{each.why.format(passage)}”?"
        yield Objection(why, *found.span())


def _is_prose(draft: DraftText, word: Word) -> bool:
    """Whether a word is one that a dictionary could know: no number, code or name, no contraction."""
    text = word.text
    if len(text) < 2 or not text.isalpha() or draft.in_link(word.start) or text[1:] != text[1:].lower():
        return False
    around = draft.text[word.start - 1 : word.start] + draft.text[word.end : word.end + 1]
    if not _CODE.isdisjoint(around) or draft.in_greeting(word):
        return False
    case = draft.case
    known = word.fold in draft.names.familiar or word.fold in case.known_words or text in case.known_words
    return not known and not draft.in_signature(word.start)


def _meant(draft: DraftText, index: int) -> str | None:
    word = draft.words[index]
    opens = draft.opens_sentence(index)
    if word.capital and not opens:
        return None
    small = word.text.lower()
    blunder = BLUNDERS.get(small)
    if blunder and not (small == "im" and word.text == "IM"):
        return blunder
    return _other_side(draft, small) or _unknown(word, small, draft.speller)


def _unknown(word: Word, small: str, speller: Speller | None) -> str | None:
    if speller is None or len(small) < 4 or small in KNOWN:
        return None
    return speller.meant(small, certain=word.capital)


def _other_side(draft: DraftText, small: str) -> str | None:
    """The spelling of the other side of the ocean, where the user has settled for one."""
    if draft.case.spelling == "british":
        return british_of(small)
    if draft.case.spelling == "american" and draft.speller:
        return next((form for form in american_of(small) if draft.speller.is_americanism(form, small)), None)
    return None
