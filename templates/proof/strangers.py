"""Names from other cards: the message was meant for someone else, or began as a copy."""

from collections.abc import Iterator
from itertools import pairwise

from store.people.names import HONORIFICS
from templates.proof.common import is_common
from templates.proof.draft import Draft, Word
from templates.proof.findings import Finding
from templates.proof.folding import WORD, without_marks, wordset
from templates.proof.roster import Foreign, Phrase
from templates.proof.vocabulary import CALENDAR, PLACES

_SPEAKING_OF_PEOPLE = wordset(
    """
    with to and from by thank thanks dear hi hello hey for tell told ask asked as that or both like meeting
    met
    """
)
_MEETING = wordset("with thank thanks dear hi hello hey tell told ask asked meeting met")
_SPEAKING_OF_COMPANIES = wordset("at with for join joining from of to within by about and or")


def strangers(draft: Draft) -> Iterator[Finding]:
    """`foreign_name`: each company or person of another card that the text names, as whole words."""
    names = draft.names
    if not names.phrases and not names.singles:
        return
    skip_to = 0
    for index, word in enumerate(draft.words):
        if index < skip_to:
            continue
        candidates = names.phrases.get(word.fold)
        if candidates and (phrase := _phrase_at(draft, index, candidates)):
            skip_to = index + len(phrase.folds)
            yield _finding(draft, phrase.foreign, word.start, draft.words[skip_to - 1].end)
        elif (foreign := names.singles.get(word.fold)) and _stands_for(draft, index, foreign):
            yield _finding(draft, foreign, word.start, word.end)


def _finding(draft: Draft, foreign: Foreign, start: int, end: int) -> Finding:
    passage = draft.text[start:end]
    same = passage.casefold() == foreign.whole.casefold()
    whose = "" if same else f" ({foreign.whole})"
    kind = "is a person" if foreign.person else "is a company"
    why = f"“{passage}”{whose} {kind} of another card: put the right name, or dismiss this if it is meant."
    return draft.finding("foreign_name", why, start, end)


def _phrase_at(draft: Draft, index: int, phrases: list[Phrase]) -> Phrase | None:
    for phrase in sorted(phrases, key=lambda p: -len(p.folds)):
        words = draft.words[index : index + len(phrase.folds)]
        if tuple(word.fold for word in words) != phrase.folds or not _side_by_side(draft, words):
            continue
        telling = [f for f in phrase.folds if not is_common(f) and f not in draft.names.familiar]
        if telling or all(w.capital or p[0].islower() for w, p in zip(words, phrase.parts, strict=True)):
            return phrase
    return None


def _side_by_side(draft: Draft, words: tuple[Word, ...]) -> bool:
    gaps = (draft.text[one.end : two.start] for one, two in pairwise(words))
    return all(len(gap) <= 3 and "\n\n" not in gap and not set(gap) & set(",;:!?()") for gap in gaps)


def _stands_for(draft: Draft, index: int, foreign: Foreign) -> bool:
    """Whether a single word means the person or company, not something else that is spelt alike."""
    word = draft.words[index]
    if draft.in_link(word.start) or (word.start >= draft.close and foreign.person):
        return False
    before = draft.words[index - 1].fold if index else ""
    if foreign.person and (draft.in_greeting(word) or _after_a_title(draft, index)):
        return word.fold not in HONORIFICS and (word.capital or not foreign.ordinary)
    if len(without_marks(word.text)) <= 4 and foreign.whole.isupper():
        return word.text.isupper()
    if len(word.text) < 3:
        return False
    context = _SPEAKING_OF_PEOPLE if foreign.person else _SPEAKING_OF_COMPANIES
    if not foreign.ordinary:
        return word.capital or before in context
    return word.capital and _ordinary_word_as_name(draft, index, foreign, before in context)


def _after_a_title(draft: Draft, index: int) -> bool:
    """As in "Ms Young" and "Dr. Wise", but not in "what they miss. Early …"."""
    if index == 0:
        return False
    title, word = draft.words[index - 1], draft.words[index]
    small = title.fold in ("ms", "mr", "mrs", "dr")
    between = draft.text[title.end : word.start]
    return title.fold in HONORIFICS and (title.capital or small) and between in (" ", ". ", ".", "\u00a0")


def _ordinary_word_as_name(draft: Draft, index: int, foreign: Foreign, introduced: bool) -> bool:
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


def _in_title_case(draft: Draft, word: Word) -> bool:
    """Whether the word's line is a heading in which every word of weight has a capital."""
    start = draft.text.rfind("\n", 0, word.start) + 1
    stop = draft.text.find("\n", word.end)
    line = WORD.findall(draft.text[start : stop if stop >= 0 else None])
    weighty = [each for each in line if len(each) > 3]
    return len(weighty) > 2 and sum(each[0].isupper() for each in weighty) > 0.7 * len(weighty)
