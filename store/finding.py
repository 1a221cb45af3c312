"""Which card, person or event a user means by a few words. Pure.

A card is named by its id, by how that begins, or by its company, with words of role or round where that has
several; a person by id, name or address; an event by id or by what it says. An exact id always wins, and what
fits several is never guessed. Accents and case do not count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias, TypeVar
from zoneinfo import ZoneInfo

from store import spans
from store.book import Book
from store.changes.moves import Refused
from store.interview import Interview, Owes, Person
from store.patterns import pattern
from store.people.letters import fold, fold_words, nearest
from store.rules.words import title_of

LONGEST_NAME = 200
"""Characters of what is typed that are looked at; no id or name that people type is longer."""
_MOST_WORDS = 20
"""Words that are told apart: a company's, and those of role and round."""
_MOST_CHOICES = 12
"""Cards or people named in one refusal."""
_MOST_NEAR = 3
"""Cards offered where none fits."""
_WORD = pattern(r"\w+")
_One = TypeVar("_One")
_Words: TypeAlias = tuple[str, ...]


class SeveralFit(Refused):
    """What was typed fits more than one card; `choices` has a line for each of them."""

    def __init__(self, sentence: str, choices: Sequence[str]) -> None:
        super().__init__(sentence)
        self.choices = tuple(choices)


def found_in(book: Book, interview_id: str) -> Interview:
    """The record of exactly that id. Raises Refused with near ids offered."""
    interview = book.interviews.get(interview_id)
    if interview is None:
        raise _no_interview(interview_id, nearest(interview_id, book.interviews, most=3, cutoff=0.5))
    return interview


def named_in(book: Book, typed: str, zone: ZoneInfo) -> Interview:
    """The interview that is meant by an id, its beginning, or a company and words of role or round.

    Raises Refused where none is, and where several are SeveralFit with the choices: when they begin, by the
    clock in `zone`.
    """
    if typed in book.interviews:
        return book.interviews[typed]
    every = [*book.interviews.values()]
    wanted = fold_words(typed[:LONGEST_NAME])
    if not wanted:
        raise Refused("Which interview? Give an id or a company; `ringback list` shows what there is.")
    found = _by_id(every, wanted)
    whole = [one for one in every if fold_words(one.company[: LONGEST_NAME + 1]) == wanted]
    if whole:
        # A company that is named in full is not passed over for an id that happens to begin like it.
        found = list({one.id: one for one in (*found, *whole)}.values()) if found else whole
    found = found or _by_company(every, _words(wanted))
    if not found:
        raise _no_interview(typed, _near(every, typed[:LONGEST_NAME]))
    if len(found) > 1:
        raise _several(typed, found, zone)
    return found[0]


def _by_id(every: Iterable[Interview], wanted: str) -> list[Interview]:
    """Those whose ids begin so; alone those whose ids are that but for their case."""
    beginning = [one for one in every if fold(one.id).startswith(wanted)]
    return [one for one in beginning if fold(one.id) == wanted] or beginning


def _by_company(every: Sequence[Interview], typed: _Words) -> list[Interview]:
    """Those that the words fit best: the company in full, else the beginnings of its words."""
    if len(typed) > _MOST_WORDS:
        return []
    for fits in (_is, _begins):
        if found := [one for one in every if _fits(one, typed, fits)]:
            return found
    return []


def _fits(one: Interview, typed: _Words, fits: Callable[[_Words, _Words], bool]) -> bool:
    company, others = _named(one.company), (*_named(one.role), *_named(one.round))
    return any(
        fits(company, typed[:count])
        and all(any(other.startswith(word) for other in others) for word in typed[count:])
        for count in range(1, len(typed) + 1)
    )


def _is(name: _Words, typed: _Words) -> bool:
    return name == typed


def _begins(name: _Words, typed: _Words) -> bool:
    """Whether the typed words begin words of the name that stand one behind the other."""
    return any(
        all(word.startswith(start) for word, start in zip(name[at:], typed, strict=False))
        for at in range(len(name) - len(typed) + 1)
    )


def name_begins(name: str, typed: str) -> bool:
    """Whether the words of `typed` begin words of a name that stand one behind the other."""
    words = _words(fold_words(typed[:LONGEST_NAME]))
    return 0 < len(words) <= _MOST_WORDS and _begins(_named(name), words)


def _words(folded: str) -> _Words:
    """The words of a text; a name of signs alone is one word."""
    return tuple(_WORD.findall(folded)) or ((folded.strip(),) if folded.strip() else ())


def _named(text: str) -> _Words:
    """The words of a name as they are compared; of one that is far too long, those at its beginning."""
    return _words(fold(text[:LONGEST_NAME]))


def _no_interview(typed: str, near: Sequence[str]) -> Refused:
    hint = f"did you mean {' or '.join(near)}?" if near else "`ringback list` shows what there is."
    return Refused(f"There is no interview {typed[:LONGEST_NAME]!r}; {hint}")


def _near(every: Sequence[Interview], typed: str) -> list[str]:
    """What may have been meant, as it can be typed: ids, with their company where that is what is near."""
    wanted = fold(typed).strip()
    inside = [
        one for one in every if any(wanted in fold(text[:LONGEST_NAME]) for text in (one.id, *_texts(one)))
    ]
    if len(wanted) > 1 and 0 < len(inside) <= _MOST_NEAR:
        return [_with_company(one) for one in inside]
    if ids := nearest(typed, (one.id for one in every), most=_MOST_NEAR):
        return ids
    names = nearest(typed, (word for one in every for word in _name_and_words(one)))
    named = dict.fromkeys(
        _with_company(one) for name in names for one in every if name in _name_and_words(one)
    )
    return [*named][:_MOST_NEAR]


def _name_and_words(one: Interview) -> tuple[str, ...]:
    company = one.company[:LONGEST_NAME]
    return company, *company.split()


def _texts(one: Interview) -> tuple[str, ...]:
    return one.company, one.role, one.round


def _with_company(one: Interview) -> str:
    return f"{one.id} ({one.company[:LONGEST_NAME]})"


def _several(typed: str, found: Sequence[Interview], zone: ZoneInfo) -> SeveralFit:
    rows = sorted(found, key=lambda one: (one.starts_at, one.id))
    choices = [
        f"{one.id}  {title_of(one)}, {spans.from_to(one.starts_at, None, zone)}"
        for one in rows[:_MOST_CHOICES]
    ]
    more = len(rows) - _MOST_CHOICES
    choices += [f"and {more} more: `ringback list` shows them all"] if more > 0 else []
    return SeveralFit(
        f"{len(rows)} interviews fit {typed[:LONGEST_NAME]!r}; give the id of one, "
        "or a word of its role or round behind the company:",
        choices,
    )


# People and events of a card


def person_named(people: Sequence[Person], typed: str, *, of: Interview, what: str = "person") -> Person:
    """The one of these people that is meant by an id, a name or its beginning, or an address.

    Raises Refused, naming the people, where none or several are.
    """
    wanted = fold_words(typed[:LONGEST_NAME])
    looks: tuple[Callable[[Person], bool], ...] = (
        lambda one: one.id == typed,
        lambda one: fold(one.id) == wanted,
        lambda one: wanted in map(fold_words, (one.name, one.called, one.email or "")),
        lambda one: any(_begins(_named(name), _words(wanted)) for name in (one.name, one.called)),
    )
    found = _first(people, looks) if wanted else []
    if len(found) == 1:
        return found[0]
    short, listed = typed[:LONGEST_NAME], _people(found or people)
    if found:
        raise Refused(f"{short!r} may be several people of {of.id}: {listed}; say which by the id.")
    raise Refused(f"{of.id} has no {what} {short}; it has {listed or 'nobody'}.")


def _people(people: Iterable[Person]) -> str:
    return _listed(f"{one.id} ({one.name or one.email or 'no name'})" for one in people)


def _listed(choices: Iterable[str]) -> str:
    # Imported on use: whoever is found is not listed.
    from store.languages import some_of

    return some_of([*choices], _MOST_CHOICES)


def owed_named(events: Iterable[Owes], typed: str, *, of: Interview) -> Owes:
    """The one of these promises of the user's that is meant by its id, that id's beginning, or its words.

    Raises Refused, naming what is owed, where none or several are.
    """
    owed = [*events]
    wanted = fold_words(typed[:LONGEST_NAME])
    looks: tuple[Callable[[Owes], bool], ...] = (
        lambda one: one.id == typed,
        lambda one: fold(one.id).startswith(wanted),
        lambda one: _begins(_named(one.what), _words(wanted)),
    )
    found = _first(owed, looks) if wanted else []
    if len(found) == 1:
        return found[0]
    listed = _listed(f"{one.id} ({one.what})" for one in (found or owed))
    raise Refused(
        f"It is not clear what {typed[:LONGEST_NAME]!r} means: you owe {of.company} {listed or 'nothing'}."
    )


def _first(known: Iterable[_One], looks: Iterable[Callable[[_One], bool]]) -> list[_One]:
    """What the first of the looks finds that finds anything."""
    known = [*known]
    return next(filter(None, ([one for one in known if look(one)] for look in looks)), [])
