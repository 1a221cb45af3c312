"""Notes that were jotted down for oneself, and now stand as they are in a sentence that leaves the house."""

from collections.abc import Iterator
from functools import lru_cache

from store.people.letters import fold
from templates.proof.draft import DraftText
from templates.proof.findings import Objection
from templates.proof.words import WORD, wordset

_JOTTED = wordset(
    """
    said forgot did didn asked meant mentioned told promised answered claimed was wasn were couldn left got
    gave named called confused mixed stumbled explained wrote thought knew used omitted skipped missed
    misspoke misstated overstated understated never no not should shouldn could went talked blanked failed
    couldn't still need needs
    """
)
_OF_THEM = wordset("they their them theirs he she his her hers him")
_SUBJECTS = wordset("i we you who he she they it that which ve had have also")


def raw_note(draft: DraftText) -> Iterator[Objection]:
    """`raw_note`: a loose end, or a topic that says they, he or she, stands as it was jotted."""
    folds = [word.fold for word in draft.words]
    for end in draft.case.loose_ends:
        words = _folded(end)
        if len(words) > 1 and words[0] in _JOTTED:
            for at in _places(folds, words):
                if not _has_a_subject(draft, at):
                    yield _raw(draft, at, len(words))
    for topic in draft.case.topics:
        words = _folded(topic)
        if len(words) > 1 and not _OF_THEM.isdisjoint(words):
            for at in _places(folds, words):
                yield _raw(draft, at, len(words))


@lru_cache(maxsize=256)
def _folded(note: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in WORD.findall(note))


def _places(folds: list[str], words: tuple[str, ...]) -> Iterator[int]:
    """Where these words stand one after the other."""
    at = -1
    while True:
        try:
            at = folds.index(words[0], at + 1)
        except ValueError:
            return
        if tuple(folds[at : at + len(words)]) == words:
            yield at


def _has_a_subject(draft: DraftText, at: int) -> bool:
    """Whether the note has become part of a sentence: "I said Kafka, meant Flink"."""
    before = draft.words[max(0, at - 3) : at]
    if not before or draft.prose[before[-1].end : draft.words[at].start].strip(" \n"):
        return False
    return any(word.fold in _SUBJECTS for word in before)


def _raw(draft: DraftText, at: int, length: int) -> Objection:
    start, end = draft.words[at].start, draft.words[at + length - 1].end
    passage = " ".join(draft.text[start:end].split())
    return Objection(f"“{passage}” is your note, word for word: say it to them in a sentence.", start, end)
