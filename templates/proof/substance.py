"""What a thank-you should hold: thanks, interest, something that was talked about, and the loose ends."""

import re
from collections.abc import Iterator
from functools import lru_cache

from store.people.letters import fold
from templates.proof.draft import DraftText
from templates.proof.findings import Objection
from templates.proof.words import WORD, wordset

_THANKS = re.compile(
    r"\bthx\b|\btysm\b|(?<!no )\bthank(?:s|ed|ing|ful|fully)?\b|\bgrateful|\bgratitude|"
    r"\bappreciat|\bobliged\b|\bindebted\b|"
    r"\b(?:very |so |most )?(?:kind|generous|good) of you\b",
    re.IGNORECASE,
)
_INTEREST = re.compile(
    r"\binterest(?:ed|s me)\b|\b(?:my|an?|real|great|strong) interest\b|\bkeen(?:er)?\b|"
    r"\benthusias|\bexcit(?:ed|es|ement|ing)\b|"
    r"\bforward to\b|\blook forward\b|\beager|\bthrilled\b|\bmotivat|\bappeal(?:s|ed|ing)?\b|\battract|"
    r"\b(?:would|i'd|'d) (?:very much |really |truly |still |so |absolutely |gladly |most |dearly |much )?"
    r"(?:love|enjoy|relish|welcome|jump|value|like(?! to (?:thank|say|express|apolog|add|"
    r"correct|mention|ask|know|clarify|point)))\b|"
    r"\b(?:would|i'd|'d) be (?:very |so |truly |really )?(?:glad|happy|proud|delighted|"
    r"thrilled|honou?red|pleased|excited|"
    r"keen|an? (?:great )?(?:pleasure|joy|privilege|honou?r))\b|"
    r"\bhop(?:e|ing) (?:to|we|that we|i can|i may|it will|for)\b|\bdr(?:awn|aws|"
    r"ew) (?:me )?to\b|\bdraws me\b|"
    r"\bwant(?:s|ed)? (?:to (?:join|work|be|help|build|contribute|do|learn|take)|th(?:is|"
    r"e) (?:job|role|position|work))|"
    r"\bi want (?:this|that|in)\b|\bwanna (?:join|work)\b|\b(?:can|could) (?:well |already |easily |"
    r"clearly )?(?:see|picture|imagine) myself\b|"
    r"\bnext (?:step|round|stage)|\b(?:to|could|can|would) contribute\b|\bcontributing\b|"
    r"\bjoin(?:ing)?\b[^.!?]{0,30}\b(?:you|team|company|group)\b|\bpart of (?:your|such|"
    r"what)\b|\bbe(?:ing|come|coming)? part of\b|"
    r"\b(?:good|great|strong|right|perfect|natural) (?:fit|match)\b|\b(?:right|perfect) place\b|"
    r"\b(?:confirmed|strengthened|deepened|reinforced) (?:my|that|how|what|for me|"
    r"everything)\b|\bmore (?:convinced|certain|sure)\b|"
    r"\b(?:what|exactly what|work) i(?:'m| am| was|'ve been| have been|"
    r" had been)? (?:looking|hop|want|search)|"
    r"\bi(?:'d| would) say yes\b|\bgladly\b|\b(?:happy|glad) to (?:join|take|come|start|"
    r"work|help|go|continue|be part)\b|"
    r"\bmy (?:first|top) choice\b|\binspired\b|\bcurious (?:about|to)\b|"
    r"\bwork(?:ing)? with (?:you|your)\b|\bstay(?:ed|s)? with me\b|"
    r"\b(?:kind|sort) of (?:work|place|team|problem|job|company)s? (?:that )?(?:i|which)\b",
    re.IGNORECASE,
)
_EMPTY = wordset(
    """
    a about an and any are as at be been but by can could did do does for from get had has have he her his
    how i if in into is it its me more my of on or our out she so some that the their them then they this to
    up us was we were what when where which who why will with would you your not no than over after before
    new old one two also just very said meant forgot forget mention mentioned ask asked say tell told send
    sent promised promise explain correct clarify answer question talk talked discussed discuss should must
    need still add name named
    """
)
_WEAK = frozenset(
    fold(word)
    for word in [
        "team",
        "work",
        "project",
        "process",
        "role",
        "company",
        "plan",
        "job",
        "time",
        "people",
        "thing",
        "way",
        "day",
        "week",
        "year",
        "interview",
        "meeting",
        "part",
        "good",
        "great",
        "experience",
        "use",
        "question",
        "idea",
        "product",
        "number",
        "office",
        "first",
        "next",
        "long",
        "use",
        "make",
        "made",
        "take",
        "call",
    ]
)


def no_thanks(draft: DraftText) -> Iterator[Objection]:
    """`no_thanks`: nothing thanks them; "Thanks," above the signature does not count."""
    if draft.english and not _THANKS.search(draft.plain, 0, draft.close):
        yield Objection("Nothing here says thank you: thank them for one thing they gave you.")


def no_interest(draft: DraftText) -> Iterator[Objection]:
    """`no_interest`: nothing says that the work is wanted."""
    if draft.english and not _INTEREST.search(" ".join(draft.plain.split())):
        yield Objection("Nothing says that you want the job: add a sentence on what draws you to it.")


def no_topic(draft: DraftText) -> Iterator[Objection]:
    """`no_topic`: none of the debrief's topics is touched; silent where the card has none."""
    topics = [topic for topic in draft.case.topics if _stems_of(topic)]
    if topics and draft.english and not any(_touched(draft, topic, share=0.0) for topic in topics):
        why = f"Nothing you talked about appears: “{topics[0]}”, say, would show that you listened."
        yield Objection(why)


def loose_end(draft: DraftText) -> Iterator[Objection]:
    """`loose_end`: one finding for each open loose end of which the text takes up less than half."""
    for end in draft.case.loose_ends:
        if _stems_of(end) and draft.english and not _touched(draft, end, share=0.5):
            why = f"“{end}” is still open: take it up here, or mark it as dropped."
            yield Objection(why)


def takes_up(text: str, end: str) -> bool:
    """Whether a text takes a loose end up: it has half of the words that tell, or all where none does.

    The check of an English draft goes by the same.
    """
    there = frozenset(stem(fold(word)) for word in WORD.findall(text))
    return bool(_stems_of(end)) and _met(end, there, share=0.5)


def _touched(draft: DraftText, text: str, share: float) -> bool:
    return _met(text, _stems_in(draft), share)


def _met(text: str, there: frozenset[str], share: float) -> bool:
    stems = _stems_of(text)
    met = stems & there
    telling = stems - _WEAK
    if not telling:
        return met == stems
    return bool(met & telling) and len(met & telling) >= share * len(telling)


def _stems_in(draft: DraftText) -> frozenset[str]:
    return frozenset(map(stem, draft.folds))


@lru_cache(maxsize=512)
def _stems_of(text: str) -> frozenset[str]:
    words = [word for word in WORD.findall(text) if len(word) > 2 or word.isupper() or word[0].isdigit()]
    return frozenset(stem(fold(word)) for word in words if fold(word) not in _EMPTY)


@lru_cache(maxsize=8192)
def stem(folded: str) -> str:
    """What the forms of an English word share: migrate, migrating, migration → migrat."""
    for ending in (
        "isations",
        "izations",
        "isation",
        "ization",
        "ations",
        "ation",
        "ments",
        "ment",
        "ings",
        "ing",
        "ions",
        "ion",
    ):
        if folded.endswith(ending) and len(folded) - len(ending) >= 4:
            return _short(folded[: -len(ending)] + ("at" if ending.startswith("ation") else ""))
    for ending in ("ies", "ed", "es", "ers", "er", "ly", "s", "e", "y"):
        if folded.endswith(ending) and len(folded) - len(ending) >= 3:
            return _short(folded[: -len(ending)])
    return folded


def _short(base: str) -> str:
    if base.endswith(("is", "iz")) and len(base) > 5:
        base = base[:-2]
    if len(base) > 3 and base[-1] == base[-2]:
        base = base[:-1]
    return base[:-1] if base[-1] in "ey" and len(base) > 4 else base
