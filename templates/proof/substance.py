"""What a thank-you should hold: thanks, interest, something that was talked about, and the loose ends."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from store.people.letters import fold
from templates.proof.draft import DraftText
from templates.proof.findings import Objection
from templates.proof.phrases import phrase_list
from templates.proof.stems import stem
from templates.proof.words import WORD, wordset

_THANKS = phrase_list("thanks")
_INTEREST = phrase_list("interest")
_EMPTY = wordset(
    """
    a about an and any are as at be been but by can could did do does for from get had has have he her his
    how i if in into is it its me more my of on or our out she so some that the their them then they this to
    up us was we were what when where which who why will with would you your not no than over after before
    new old one two also just very said meant forgot forget mention mentioned ask asked say tell told send
    sent promised promise explain correct clarify answer question talk talked discussed discuss should must
    need still add name named gave give given vague vaguely wrong wrongly bad badly weak weakly poor poorly
    better unclear brief briefly too
    """
)
_WEAK = frozenset(
    map(
        stem,
        wordset(
            """
            team work project process role company plan job time people thing way day week year interview
            meeting part good great experience use question idea product number office first next long make
            made take call
            """
        ),
    )
)
_SAID_AND_MEANT = (
    re.compile(
        r"\bsaid (?P<said>.+?)[,;]? (?:but |and |when i )?(?:meant|should have said)\b:? (?P<meant>.+)", re.I
    ),
    re.compile(r"\bsaid (?P<said>.+?),? instead of (?P<meant>.+)", re.I),
    re.compile(r"\bmeant (?P<meant>.+?),? (?:but |and |not )?said\b (?P<said>.+)", re.I),
    re.compile(r"\b(?P<said>.+?) (?:should (?:have been|be)|was meant to be) (?P<meant>.+)", re.I),
    re.compile(r"\bmeant (?P<meant>.+?),? not (?P<said>.+)", re.I),
)
_LONG_NOTE = 300
_COMMON_STEM = 6
"""Letters that two words must begin with alike to count as forms of one."""


def no_thanks(draft: DraftText) -> Iterator[Objection]:
    """`no_thanks`: nothing thanks them; "Thanks," above the signature does not count."""
    ending = draft.ending
    for found, _ in draft.spotted(_THANKS[draft.language]):
        if not ending.start <= found.start() < ending.end or _is_a_sentence(draft, found):
            return
    yield Objection("Nothing here says thank you: thank them for one thing you valued.")


def _is_a_sentence(draft: DraftText, found: re.Match[str]) -> bool:
    """Whether thanks at the end say for what: "Thank you for your time." above the name alone."""
    line = draft.prose[found.start() :].split("\n", 1)[0]
    return line.rstrip()[-1:] in (".", "!") and len(line.split()) > 3


def no_interest(draft: DraftText) -> Iterator[Objection]:
    """`no_interest`: nothing says that the work is wanted; silent once it is given or refused."""
    if draft.case.result is None and next(draft.spotted(_INTEREST[draft.language]), None) is None:
        yield Objection("Nothing says that you want the job: add a sentence on what draws you to it.")


def no_topic(draft: DraftText) -> Iterator[Objection]:
    """`no_topic`: none of the debrief's topics is touched; silent where the card has none."""
    topics = [topic for topic in draft.case.topics if _tellings(topic)]
    there = SaidWords(draft.folds)
    if topics and not any(map(there.touches, topics)):
        why = f"Nothing you talked about appears: “{topics[0]}”, say, would show that you listened."
        yield Objection(why)


def loose_end(draft: DraftText) -> Iterator[Objection]:
    """`loose_end`: one finding for each open loose end that the text does not take up."""
    there = SaidWords(draft.folds)
    for end in draft.case.loose_ends:
        if not there.settles(end):
            yield Objection(f"“{end}” is still open: take it up here, or mark it as dropped.")


def takes_up(text: str, end: str) -> bool:
    """Whether a text takes a loose end up: it has half of the words that tell, or all where none does.

    Of "said X, meant Y" it must have Y. The check of an English draft goes by the same.
    """
    return bool(_tellings(end)) and SaidWords(fold(word) for word in WORD.findall(text)).settles(end)


class SaidWords:
    """The words of a text, in all their forms."""

    def __init__(self, folds: Iterable[str]) -> None:
        folds = frozenset(folds)
        self._stems = frozenset(map(stem, folds))
        self._beginnings = frozenset(word[:_COMMON_STEM] for word in folds if len(word) >= _COMMON_STEM)

    def touches(self, topic: str) -> bool:
        """Whether a topic is spoken of; one of which no word tells anything is as good as that."""
        return not _tellings(topic) or self._have(_tellings(topic), share=0.0)

    def settles(self, end: str) -> bool:
        """Whether a loose end is taken up; likewise."""
        meant = _meant(end)
        words = _tellings(end if meant is None else meant) or _tellings(end)
        return not _tellings(end) or self._have(words, share=0.5)

    def _have(self, words: frozenset[str], share: float) -> bool:
        """Whether enough of some words stand there; of those that tell little all must."""
        met = {word for word in words if self._has(word)}
        telling = {word for word in words if stem(word) not in _WEAK}
        if not telling:
            return met == words
        return bool(met & telling) and len(met & telling) >= share * len(telling)

    def _has(self, word: str) -> bool:
        return stem(word) in self._stems or (
            len(word) >= _COMMON_STEM and word[:_COMMON_STEM] in self._beginnings
        )


@lru_cache(maxsize=512)
def _meant(end: str) -> str | None:
    """Y of "said X, meant Y"; None where a note says no such thing."""
    for pattern in _SAID_AND_MEANT:
        found = pattern.search(end[:_LONG_NOTE])
        if found is not None and (words := _tellings(found["meant"]) - _tellings(found["said"])):
            return " ".join(words)
    return None


@lru_cache(maxsize=512)
def _tellings(text: str) -> frozenset[str]:
    """The folded words of a note that are not empty."""
    words = [word for word in WORD.findall(text) if len(word) > 2 or word.isupper() or word[0].isdigit()]
    return frozenset(fold(word) for word in words if fold(word) not in _EMPTY)
