"""Names: those of other cards, and those of this one that are nearly, but not quite, written right."""

from collections.abc import Iterator
from itertools import pairwise

from store.people.letters import fold, without_marks
from store.people.name_words import PARTICLES, honorifics
from templates.proof.draft import DraftText, Word
from templates.proof.findings import Objection, Severity
from templates.proof.roster import Foreign, FullName, Own, Roster, core_of
from templates.proof.words import (
    CALENDAR,
    KNOWN,
    PLACES,
    WORD,
    is_common,
    spelt_out,
    within,
    wordset,
)
from templates.proof.workplaces import other_workplaces

_SPEAKING_OF_PEOPLE = wordset(
    """
    with to and from by thank thanks dear hi hello hey for tell told ask asked as that or both like meeting
    met
    """
)
_MEETING = wordset("with thank thanks dear hi hello hey tell told ask asked meeting met")
_SPEAKING_OF_COMPANIES = wordset("at with for join joining from of to within by about and or")


def strangers(draft: DraftText) -> Iterator[Objection]:
    """`foreign_name`: each company or person of another card that the text names, as whole words.

    That one would like to work somewhere of which no card knows is only a remark.
    """
    for start, end in other_workplaces(draft):
        why = f"“{draft.text[start:end]}”? This card is about {draft.case.company}."
        yield Objection(why, start, end, "warn")
    names = draft.names
    skip_to = 0
    for index, word in enumerate(draft.words):
        if index < skip_to:
            continue
        candidates = names.full_names.get(word.fold)
        if candidates and (name := _full_name_at(draft, index, candidates)):
            skip_to = index + len(name.folds)
            yield _of_another_card(draft, name.foreign, word.start, draft.words[skip_to - 1].end)
        elif (foreign := names.singles.get(word.fold)) and _stands_for(draft, index, foreign):
            yield _of_another_card(draft, foreign, word.start, word.end)


def _of_another_card(draft: DraftText, foreign: Foreign, start: int, end: int) -> Objection:
    passage = draft.text[start:end]
    same = passage.casefold() == foreign.whole.casefold()
    whose = "" if same else f" ({foreign.whole})"
    kind = "is a person" if foreign.person else "is a company"
    why = f"“{passage}”{whose} {kind} of another card: put the right name, or dismiss this if it is meant."
    return Objection(why, start, end)


def _full_name_at(draft: DraftText, index: int, names: list[FullName]) -> FullName | None:
    for name in sorted(names, key=lambda p: -len(p.folds)):
        words = draft.words[index : index + len(name.folds)]
        if tuple(word.fold for word in words) != name.folds or not _side_by_side(draft, words):
            continue
        telling = [f for f in name.folds if not is_common(f) and f not in draft.names.familiar]
        if telling or all(w.capital or p[0].islower() for w, p in zip(words, name.parts, strict=True)):
            return name
    return None


def _side_by_side(draft: DraftText, words: tuple[Word, ...]) -> bool:
    gaps = (draft.text[one.end : two.start] for one, two in pairwise(words))
    return all(len(gap) <= 3 and "\n\n" not in gap and not set(gap) & set(",;:!?()") for gap in gaps)


def _stands_for(draft: DraftText, index: int, foreign: Foreign) -> bool:
    """Whether a single word means the person or company, not something else that is spelt alike."""
    word = draft.words[index]
    if draft.in_link(word.start) or (draft.in_signature(word.start) and foreign.person):
        return False
    before = draft.words[index - 1].fold if index else ""
    if foreign.person and (draft.in_greeting(word) or _after_a_title(draft, index)):
        return word.fold not in honorifics() and (word.capital or not foreign.ordinary)
    if len(without_marks(word.text)) <= 4 and foreign.whole.isupper():
        return word.text.isupper()
    if len(word.text) < 3:
        return False
    context = _SPEAKING_OF_PEOPLE if foreign.person else _SPEAKING_OF_COMPANIES
    if not foreign.ordinary:
        return word.capital or before in context
    return word.capital and _ordinary_word_as_name(draft, index, foreign, before in context)


def _after_a_title(draft: DraftText, index: int) -> bool:
    """As in "Ms Young" and "Dr. Wise", but not in "what they miss. Early …"."""
    if index == 0:
        return False
    title, word = draft.words[index - 1], draft.words[index]
    small = title.fold in ("ms", "mr", "mrs", "dr")
    between = draft.text[title.end : word.start]
    return title.fold in honorifics() and (title.capital or small) and between in (" ", ". ", ".", "\u00a0")


def _ordinary_word_as_name(draft: DraftText, index: int, foreign: Foreign, introduced: bool) -> bool:
    """An everyday word with a capital is a name inside a sentence, if alone or owning something."""
    word = draft.words[index]
    if word.fold in PLACES and draft.words[index - 1].fold not in _MEETING:
        return False
    if word.fold in CALENDAR or (word.text.isupper() and len(word.text) > 1):
        return False
    if draft.opens_sentence(index):
        return False
    owns = draft.plain[word.end : word.end + 2] == "'s"
    after = draft.words[index + 1] if index + 1 < len(draft.words) else None
    before = draft.words[index - 1]
    joined = draft.text[word.end : after.start].strip(" ") == "" and after.capital if after else False
    led = before.capital and before.fold != "i" and draft.text[before.end : word.start] == " "
    led = led and not draft.opens_sentence(index - 1)
    if joined or (led and not draft.in_greeting(before)):
        return False
    return introduced or owns or not (foreign.person or _in_title_case(draft, word))


def _in_title_case(draft: DraftText, word: Word) -> bool:
    """Whether the word's line is a heading in which every word of weight has a capital."""
    start = draft.text.rfind("\n", 0, word.start) + 1
    stop = draft.text.find("\n", word.end)
    line = WORD.findall(draft.text[start : stop if stop >= 0 else None])
    weighty = [each for each in line if len(each) > 3]
    return len(weighty) > 2 and sum(each[0].isupper() for each in weighty) > 0.7 * len(weighty)


_SHORT_FORMS = wordset(
    """
    alex ann ben chris dan dani fred gabi joe jo kat kate max nic nick pat phil rob sam steph tim tom
    """
)
_BEFORE_A_NAME = wordset("with thank thanks to and as by from dear hi hello hey")
_DERIVING = frozenset(["r", "er", "rs", "ers", "n", "ns", "ian", "ians", "es"])
_BEFORE_A_COMPANY = wordset("at joining join with for from within of")


def namesakes(draft: DraftText) -> Iterator[Objection]:
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
        level: Severity = "block"
        if word.fold in right:
            meant = _wrong_capital(draft, index, names)
            level = "block" if meant and _is_certain(draft, index, meant) else "warn"
        elif not (meant := _near(draft, index, names)) and (meant := _torn_apart(draft, index, names)):
            end = draft.words[index + 1].end
        if meant:
            whose = "the name" if meant.person else "the company"
            written = draft.text[word.start : end]
            why = f"“{written}” looks like {whose} “{meant.display}”: write it exactly so."
            yield Objection(why, word.start, end, level)


def _wrong_capital(draft: DraftText, index: int, names: Roster) -> Own | None:
    word = draft.words[index]
    owns = [own for own in names.own if word.fold in own.folds]
    if any(_same_case(word, own, draft.opens_sentence(index)) for own in owns):
        return None
    met = draft.in_greeting(word)
    if word.text.islower() and not met and _may_be_a_word(draft, word):
        return None
    if word.fold in {fold(part) for text in (*draft.case.topics, draft.case.role) for part in text.split()}:
        return None
    return owns[0]


def _may_be_a_word(draft: DraftText, word: Word) -> bool:
    """Whether a word in small letters may be just that, and no name: in a language whose words are not known
    here, any may."""
    return is_common(word.fold) or word.fold in KNOWN or draft.language != "en"


def _is_certain(draft: DraftText, index: int, own: Own) -> bool:
    """Whether a name with a wrong capital can be nothing else.

    In a sentence that of a person may be a word that is spelt alike ("olive oil", to somebody called Olive),
    and so may a single word of a company's name.
    """
    if draft.in_greeting(draft.words[index]):
        return True
    company = {fold(part) for part in core_of(draft.case.company)}
    around = (*draft.words[max(0, index - 1) : index], *draft.words[index + 1 : index + 2])
    return not own.person and (len(company) < 2 or any(word.fold in company for word in around))


def _same_case(word: Word, own: Own, opens: bool) -> bool:
    written, wanted = without_marks(word.text), without_marks(own.display)
    if written in (wanted, without_marks(spelt_out(own.display))) or own.display.islower():
        return True
    if (word.text.isupper() and len(word.text) > 1) or (own.display.isupper() and len(own.display) > 5):
        return not word.text[0].islower()
    return opens and written == wanted[:1].upper() + wanted[1:]


def _near(draft: DraftText, index: int, names: Roster) -> Own | None:
    word = draft.words[index]
    if (
        not word.capital
        and not draft.in_greeting(word)
        and draft.words[index - 1].fold not in _BEFORE_A_COMPANY
    ):
        return None
    if word.fold in names.familiar or word.fold in names.singles or word.fold in honorifics():
        return None
    if len(word.fold) < 3 or word.fold in PARTICLES or not word.fold.isalpha():
        return None
    if is_common(word.fold) or word.fold in KNOWN or (word.text.isupper() and len(word.text) < 5):
        return None
    if draft.in_signature(word.start) and not draft.case.me:
        return None
    return next((own for own in names.own if _is_slip(draft, index, own)), None)


def _is_slip(draft: DraftText, index: int, own: Own) -> bool:
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


def _beside_its_name(draft: DraftText, index: int, own: Own, before: str) -> bool:
    """Short names are near too many words: only where a person is spoken of is a near miss one."""
    longer = min(map(len, own.folds)) > 3 or before in honorifics()
    return (
        own.person
        and longer
        and (before in _BEFORE_A_NAME or before in honorifics())
        and not draft.opens_sentence(index)
    )


def _derived(written: str, name: str) -> bool:
    """Googler, Googlers, Berliner: made from the name on purpose."""
    return written.startswith(name) and written[len(name) :] in _DERIVING


def _torn_apart(draft: DraftText, index: int, names: Roster) -> Own | None:
    """A name of one long word that stands here as two: "North Wind" for Northwind."""
    if index + 1 >= len(draft.words) or not draft.words[index].capital:
        return None
    one, two = draft.words[index], draft.words[index + 1]
    if draft.text[one.end : two.start] not in (" ", "-"):
        return None
    whole = one.fold + two.fold
    return next((own for own in names.own if len(whole) > 6 and whole in own.folds), None)
