"""Who reads the text: greeted by their own name, not spoken of as somebody else, and as many as it says."""

import re
from collections.abc import Iterator

from store.languages import languages
from store.people.letters import fold
from store.people.name_words import PARTICLES, honorifics
from templates.proof.draft import DraftText, Word
from templates.proof.findings import Objection
from templates.proof.phrases import phrase_list
from templates.proof.roster import core_of, parts_of
from templates.proof.words import CALENDAR, WORD, is_common, spelt_out, wordset

_HEAD = re.compile(r"\s{0,20}([^\n,:!;–—]{1,60}?)(?:[,:!;–—\n]| - |$)")
_THANKED = re.compile(
    r"\s{0,20}((?:many |so many )?(?:thanks|thank you|danke|merci|gracias), [^\n,:!;.–—]{1,40})[,:!;.–—\n]",
    re.I,
)
_TO = ("to", "for", "attn")
_THANKING = re.compile(r"(?:many |so many )?thanks|thank you|danke|merci|gracias", re.IGNORECASE)
_BEFORE_AN_ADDRESS = wordset(
    "again thank thanks you dear hi hello hey yours liebe lieber danke merci gracias hola bonjour"
)
_SET_OFF = frozenset(',.!?;:–—-()\n"“”')
_CROWDS = phrase_list("crowd")
_ALL = "all"


def wrong_reader(draft: DraftText) -> Iterator[Objection]:
    """`wrong_reader`: the greeting names somebody of this card, and not the one who reads it."""
    case = draft.case
    if not case.addressed:
        return
    own = _names_of(draft, case.addressed)
    theirs = _names_of(draft, case.elsewhere) - own
    greeted = _greeted(draft, theirs)
    if any(word.fold in own for word in greeted):
        return
    for word in greeted:
        if word.fold in theirs and word.capital:
            readers = " and ".join(case.addressed)
            why = f"This greets {word.text} but goes to {readers}: greet the person reading it."
            yield Objection(why, word.start, word.end)
            return


def _names_of(draft: DraftText, people: tuple[str, ...]) -> frozenset[str]:
    names = (name for person in people for name in draft.case.greeted_as(person))
    words = [word for name in names for word in parts_of(name)]
    folded = {fold(word) for word in words} | {fold(spelt_out(word)) for word in words}
    return frozenset(folded - PARTICLES)


def _greeted(draft: DraftText, theirs: frozenset[str]) -> tuple[Word, ...]:
    """The words of the greeting, known as one or not: "Marta, thank you …" greets, in whatever language."""
    start, end = draft.greeting
    if end > start:
        return draft.words_in(start, end)
    found = _THANKED.match(draft.plain) or _HEAD.match(draft.plain)
    if found is None:
        return ()
    words = draft.words_in(*found.span(1))
    if found[0].endswith(":") and words and words[0].fold in _TO:
        words = words[1:]
    if not words or len(words) > 4 or words[-1].fold not in theirs:
        return ()
    joining = {fold(one.conjunction) for one in languages().values()}
    before = [word for word in words if word.fold not in theirs | honorifics() | joining]
    thanks = _THANKING.fullmatch(draft.plain[words[0].start : words[-1].start].strip(" ,"))
    return words if thanks or not any(is_common(word.fold) for word in before) else ()


def third(draft: DraftText) -> Iterator[Objection]:
    """`third`: the only reader's first name, or title and surname, within the text as if somebody else's."""
    case = draft.case
    if len(case.addressed) != 1 or case.readers > 1:
        return
    first, *rest = parts_of(case.addressed[0]) or [""]
    taken = _names_of(draft, case.elsewhere) | {fold(word) for word in WORD.findall(case.me)} | CALENDAR
    said = (*core_of(case.company), *case.topics, case.role)
    taken |= {fold(word) for text in said for word in WORD.findall(text)}
    firsts = {fold(first), fold(spelt_out(first))} - taken if len(first) > 1 else set()
    surnames = {fold(form) for part in rest for form in (part, spelt_out(part))} - taken - PARTICLES
    for word in draft.body_words:
        titled = word.fold in surnames | firsts and _is_titled(draft, word)
        if not (word.capital and (titled or word.fold in firsts)) or draft.in_link(word.start):
            continue
        if _is_spoken_of(draft, word, surnames, titled=titled):
            why = f"{word.text} is the one reading this: write “you”, or set the name off with a comma."
            yield Objection(why, word.start, word.end)


def _is_titled(draft: DraftText, word: Word) -> bool:
    """As in "Ms. Reyes"."""
    index = draft.index_at(word.start)
    before = draft.words[index - 1] if index else None
    return (
        before is not None
        and before.fold in honorifics()
        and draft.text[before.end : word.start] in (" ", ". ")
    )


def _is_spoken_of(draft: DraftText, word: Word, surname: set[str], *, titled: bool) -> bool:
    """Whether a name is part of the sentence rather than set off from it as an address."""
    index = draft.index_at(word.start)
    if not titled and is_common(word.fold) and draft.opens_sentence(index):
        return False
    after = draft.words[index + 1] if index + 1 < len(draft.words) else None
    end = word.end
    if after is not None and draft.text[word.end : after.start] == " ":
        if after.fold in surname:
            end = after.end
        elif after.capital and after.fold != "i":
            return False
    begun = draft.words[index - 1].start if titled else word.start
    before = draft.words[index - 1 - titled].fold if index > titled else ""
    ahead = draft.prose[end : end + 40].lstrip(" ")[:1]
    behind = draft.prose[max(0, begun - 40) : begun].rstrip(" ")[-1:]
    set_off_behind = not behind or behind in _SET_OFF or before in _BEFORE_AN_ADDRESS
    return not (set_off_behind and (not ahead or ahead in _SET_OFF))


def crowd(draft: DraftText) -> Iterator[Objection]:
    """`crowd`: "you all" or "you both" to another number of people than read it, or than were there."""
    readers = max(draft.case.readers, 1)
    met = draft.case.met or len(draft.case.people) or 1
    for found, each in draft.spotted(_CROWDS.get(draft.language, ())):
        right = max(readers, met) > 1 if each.why == _ALL else int(each.why) in (readers, met)
        if not right:
            few = "One person reads this" if readers == 1 else f"{readers} people read this"
            more = f", and {met} were there" if met > 1 and met != readers else ""
            yield Objection(f"“{found[0]}”? {few}{more}: check which is right.", *found.span())
