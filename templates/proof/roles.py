"""The position that a text speaks of, beside the one that the card is about."""

from collections.abc import Iterator
from itertools import takewhile

from store.people.letters import fold
from templates.proof.draft import DraftText, Word
from templates.proof.findings import Objection
from templates.proof.stems import stem
from templates.proof.words import WORD, read_list, wordset

_POSTS = wordset("position role job post vacancy opening opportunity")
_OF_A_POST = wordset("of as")
_LEADING = wordset("the this that your our a an")
_JOBS = frozenset(map(stem, read_list("jobs").split()))
_FIELDS = frozenset(map(stem, read_list("fields").split()))
_ROOT = 5
"""Letters that words of one root begin with."""
_FARTHEST = 4
"""Words before "position" that may name it."""
_SAYS_NOTHING = wordset(
    """
    new open current advertised vacant full part time permanent temporary remote hybrid exciting great right
    same said above first second next old other whole entire key central main big small senior junior mid
    level entry day night shift team group lead leading demanding interesting unique such of and s in at for
    """
)


def role(draft: DraftText) -> Iterator[Objection]:
    """`role`: "the … position" names a job that is not the one of the card."""
    wanted = draft.case.role
    known = [fold(word) for word in WORD.findall(wanted)]
    if not known:
        return
    right = _right_words(draft, known)
    for index, word in enumerate(draft.words):
        if word.fold in _POSTS:
            named = _named_before(draft, index)
            if named and _is_another(named, right):
                yield _other(draft, named[0].start, word.end)
            named = _named_after(draft, index)
            if named and _is_another(named, right):
                yield _other(draft, word.start, named[-1].end)


def _other(draft: DraftText, start: int, end: int) -> Objection:
    passage = " ".join(draft.text[start:end].split())
    return Objection(f"“{passage}”: the card says “{draft.case.role}”; check which is right.", start, end)


def _right_words(draft: DraftText, known: list[str]) -> frozenset[str]:
    """Stems of what may stand there: the role, its initials, the company, what the topics speak of."""
    texts = (draft.case.company, *draft.case.topics)
    others = [fold(word) for text in texts for word in WORD.findall(text)]
    initials = "".join(word[0] for word in known)
    return frozenset(map(stem, (*known, *others))) | {initials}


def _named_before(draft: DraftText, index: int) -> tuple[Word, ...]:
    """The words between an article and "position"; none where no article leads them, or a mark parts them."""
    for at in range(index - 1, max(-1, index - _FARTHEST - 2), -1):
        word = draft.words[at]
        between = draft.text[word.end : draft.words[at + 1].start]
        if between.strip(" \n-/&") or between.count("\n") > 1:
            return ()
        if word.fold in _LEADING:
            return draft.words[at + 1 : index]
    return ()


def _named_after(draft: DraftText, index: int) -> tuple[Word, ...]:
    """The title in "the post of Office Manager", which has capitals."""
    if index == 0 or draft.words[index - 1].fold not in _LEADING:
        return ()
    words = draft.words[index + 1 : index + 2 + _FARTHEST]
    if not words or words[0].fold not in _OF_A_POST:
        return ()
    capitals = takewhile(lambda word: word.capital or word.fold in ("a", "an"), words[1:])
    return tuple(word for word in capitals if word.fold not in ("a", "an"))


def _is_another(named: tuple[Word, ...], right: frozenset[str]) -> bool:
    """Whether these words name a job, and words among them are foreign to the right one.

    What only says more ("the platform data role") is none but where it has the capitals of a title.
    """
    said = [word for word in named if word.fold not in _SAYS_NOTHING]
    foreign = [word for word in said if not any(_of_one_root(stem(word.fold), other) for other in right)]
    jobs = [word for word in said if stem(word.fold) in _JOBS or stem(word.fold) in _FIELDS]
    return any(word in jobs or (word.capital and jobs) for word in foreign)


def _of_one_root(one: str, other: str) -> bool:
    """Whether two stems are of one word: engine(er) and engineer(ing), account(ing) and accountant."""
    root = min(len(one), len(other), _ROOT)
    return one == other or (root > 3 and one[:root] == other[:root])
