"""Names of this card that are nearly, but not quite, written right."""

from collections.abc import Iterator

from store.people.names import HONORIFICS, PARTICLES
from templates.proof.common import is_common
from templates.proof.distance import within
from templates.proof.draft import Draft, Word
from templates.proof.findings import Finding
from templates.proof.folding import fold, spelt_out, without_marks, wordset
from templates.proof.roster import Own, Roster
from templates.proof.vocabulary import KNOWN

_SHORT_FORMS = wordset(
    """
    alex ann ben chris dan dani fred gabi joe jo kat kate max nic nick pat phil rob sam steph tim tom
    """
)
_BEFORE_A_NAME = wordset("with thank thanks to and as by from dear hi hello hey") | HONORIFICS
_DERIVING = frozenset(["r", "er", "rs", "ers", "n", "ns", "ian", "ians", "es"])
_BEFORE_A_COMPANY = wordset("at joining join with for from within of")


def namesakes(draft: Draft) -> Iterator[Finding]:
    """`misspelt_name`: near misses of the names of this card's people and of its company.

    Plain letters for marked ones (Aydin for Aydın, Mueller for Müller) are right. One slip is a near miss,
    two are from eight letters on; a wrong capital is a miss unless the whole word is in capitals.
    """
    names = draft.names
    if not names.own:
        return
    right = frozenset(folded for own in names.own for folded in own.folds)
    for index, word in enumerate(draft.words):
        if draft.in_link(word.start):
            continue
        end = word.end
        if word.fold in right:
            meant = _wrong_capital(draft, index, names)
        elif not (meant := _near(draft, index, names)) and (meant := _torn_apart(draft, index, names)):
            end = draft.words[index + 1].end
        if meant:
            whose = "the name" if meant.person else "the company"
            written = draft.text[word.start : end]
            why = f"“{written}” looks like {whose} “{meant.display}”: write it exactly so."
            yield draft.finding("misspelt_name", why, word.start, end)


def _wrong_capital(draft: Draft, index: int, names: Roster) -> Own | None:
    word = draft.words[index]
    owns = [own for own in names.own if word.fold in own.folds]
    if any(_same_case(word, own, draft.opens_sentence(index)) for own in owns):
        return None
    met = draft.in_greeting(word)
    if word.text.islower() and not met and (is_common(word.fold) or word.fold in KNOWN):
        return None
    if word.fold in {fold(part) for text in (*draft.case.topics, draft.case.role) for part in text.split()}:
        return None
    return owns[0]


def _same_case(word: Word, own: Own, opens: bool) -> bool:
    written, wanted = without_marks(word.text), without_marks(own.display)
    if written in (wanted, without_marks(spelt_out(own.display))) or own.display.islower():
        return True
    if (word.text.isupper() and len(word.text) > 1) or (own.display.isupper() and len(own.display) > 5):
        return not word.text[0].islower()
    return opens and written == wanted[:1].upper() + wanted[1:]


def _near(draft: Draft, index: int, names: Roster) -> Own | None:
    word = draft.words[index]
    if (
        not word.capital
        and not draft.in_greeting(word)
        and draft.words[index - 1].fold not in _BEFORE_A_COMPANY
    ):
        return None
    if word.fold in names.familiar or word.fold in names.singles or word.fold in HONORIFICS:
        return None
    if len(word.fold) < 3 or word.fold in PARTICLES or not word.fold.isalpha():
        return None
    if is_common(word.fold) or word.fold in KNOWN or (word.text.isupper() and len(word.text) < 5):
        return None
    if word.start >= draft.close and not draft.case.me:
        return None
    return next((own for own in names.own if _is_slip(draft, index, own)), None)


def _is_slip(draft: Draft, index: int, own: Own) -> bool:
    word = draft.words[index]
    met = draft.in_greeting(word)
    before = draft.words[index - 1].fold if index else ""
    shortest = min(map(len, own.folds))
    if shortest < 3 or (shortest <= 4 and not (met or _beside_its_name(draft, index, own, before))):
        return False
    if not own.person and (shortest < 4 or (is_common(fold(own.display)) and shortest < 5)):
        return False
    if not word.capital and not (met or (not own.person and before in _BEFORE_A_COMPANY and shortest >= 5)):
        return False
    if word.fold in _SHORT_FORMS and own.person and fold(own.display).startswith(word.fold[:2]):
        return False
    if any(_derived(word.fold, right) for right in own.folds):
        return False
    limit = 2 if shortest >= 8 or (met and shortest >= 5 and word.fold[0] == fold(own.display)[0]) else 1
    return any(within(word.fold, right, limit) for right in own.folds)


def _beside_its_name(draft: Draft, index: int, own: Own, before: str) -> bool:
    """Short names are near too many words: only where a person is spoken of is a near miss one."""
    longer = min(map(len, own.folds)) > 3 or before in HONORIFICS
    return own.person and longer and before in _BEFORE_A_NAME and not draft.opens_sentence(index)


def _derived(written: str, name: str) -> bool:
    """Googler, Googlers, Berliner: made from the name on purpose."""
    return written.startswith(name) and written[len(name) :] in _DERIVING


def _torn_apart(draft: Draft, index: int, names: Roster) -> Own | None:
    """A name of one long word that stands here as two: "North Wind" for Northwind."""
    if index + 1 >= len(draft.words) or not draft.words[index].capital:
        return None
    one, two = draft.words[index], draft.words[index + 1]
    if draft.text[one.end : two.start] not in (" ", "-"):
        return None
    whole = one.fold + two.fold
    return next((own for own in names.own if len(whole) > 6 and whole in own.folds), None)
