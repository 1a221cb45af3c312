"""`spelling`: words that do not exist, slips everyone knows, and the other side's spelling."""

from collections.abc import Iterator

from templates.proof.draft import DraftText, Word, phrase
from templates.proof.findings import Fault
from templates.proof.speller import BLUNDERS, Speller, american_of, british_of
from templates.proof.words import COMMON, KNOWN

_CONFUSED = (
    phrase("of", "(?:should|could|would|must|might) of(?! course)", "have"),
    phrase("your", "your welcome(?=[.,!]|$)", "you're welcome"),
    phrase(
        "forward",
        "(?:look|looking) forward to (?:hear|meet|see|work|speak|talk|discuss|receive|join)",
        "…ing",
    ),
    phrase("loose", "(?:to|not|n't|will|would|may|can) loose", "lose"),
    phrase("advise", "(?:your|the|for|some|good|any) advise", "advice"),
    phrase("then", "(?:more|better|rather|less|other|earlier|sooner|faster) then", "than"),
    phrase("its", "its (?:been|a pleasure|an honou?r|great to|nice to|good to)", "it's"),
    phrase("thank", "thank you you|thanks you", "thank you"),
    phrase("affect", "(?:an|the|no|big|great) affect", "effect"),
    phrase("it", "it's (?:own|users|customers|team|products|culture|values)", "its"),
)
_CODE = frozenset("'’ʼ_/\\@#&=<>{}[]`")


def spelling(draft: DraftText) -> Iterator[Fault]:
    """`spelling`: words that do not exist, and slips everyone knows.

    Without a speller only what needs no dictionary is found. Names, links and numbers are left alone.
    """
    if not draft.english:
        return
    either = draft.case.spelling == "both"
    for index, word in enumerate(draft.words):
        if (not either or word.fold not in COMMON) and _is_prose(draft, word):
            meant = _meant(draft, index)
            if meant:
                why = f"“{word.text}” may be misspelt: did you mean “{meant}”?"
                yield Fault(why, word.start, word.end)
    for found, each in draft.spotted(_CONFUSED):
        passage = " ".join(found[0].split())
        why = f"“{passage}” may be a slip: did you mean “{each.why}”?"
        yield Fault(why, *found.span())


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
    return not known and word.start < draft.close


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
