"""People as they stand in a line: `Ada Okafor <ada@globex.example> +49 30 1234567 (whatsapp), CTO`. Pure.

Written so that `store.people.reading` reads it again; and from what it read, the records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from store.interview import Ask, Interview, Person, people_named
from store.people.shown_numbers import shown_number
from store.text import clean

WHATSAPP = "(whatsapp)"
ASK_WORDS: Mapping[Ask, str] = {
    "phone": "ask by phone", "email": "ask by e-mail", "never": "never ask",
}  # fmt: skip
"""How it stands in a line how somebody wants to be asked where things stand."""


class PersonLine(NamedTuple):
    """What a text says of someone; `line` is the one line in which that was written, if it was one."""

    name: str
    email: str | None = None
    phone: str | None = None
    whatsapp: bool = False
    title: str = ""
    line: str = ""
    called: str = ""
    ask: Ask | None = None
    notes: str = ""
    """What is to be noted of them besides."""


@lru_cache(maxsize=2048)
def person_line(person: Person) -> str:
    """How someone stands in a line; `store.people.reading.read_people` reads it again as it is.

    A name or a title that would be read otherwise is said to be one: `(title: "Lead (interim)")`.
    """
    # Reading names takes longer to load than a command may take that reads none; and it reads these lines.
    from store.people.reading import read_people

    for exact_name, exact_title in ((False, False), (False, True), (True, False)):
        line = _line(person, exact_name, exact_title)
        read = read_people(line)
        if not (read.left or read.contacts) and [one._replace(line="") for one in read.people] == [
            _said(person)
        ]:
            return line
    return _line(person, True, True)


def _line(person: Person, exact_name: bool, exact_title: bool) -> str:
    name = "" if person.name in (person.email, person.phone) else person.name
    parts = [f"(name: {_quoted(name)})" if name and exact_name else name]
    parts += [f"<{person.email}>" if person.email else "", shown_number(person.phone or "")]
    parts += [WHATSAPP] if person.whatsapp else []
    parts += [f"(called {person.called})"] if _is_written(person.called) else []
    parts += [f"({ASK_WORDS[person.ask]})"] if person.ask is not None else []
    parts += [f"(title: {_quoted(person.title)})"] if person.title and exact_title else []
    head = " ".join(filter(None, parts))
    return f"{head}, {person.title}" if person.title and not exact_title else head


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _said(person: Person) -> PersonLine:
    """What the line of a person is to say."""
    called = person.called if _is_written(person.called) else ""
    return PersonLine(
        person.name, person.email, person.phone, person.whatsapp, person.title, "", called, person.ask
    )


def _is_written(called: str) -> bool:
    """Whether that name can stand in a line, and is read again as it is."""
    return bool(called) and not set(called) & set("()") and " ".join(clean(called).split()) == called


def people_lines(people: Iterable[Person]) -> str:
    """One person a line."""
    return "\n".join(person_line(one) for one in people)


def with_ids(
    people: Iterable[PersonLine], interview: Interview | None = None, *, beside: Iterable[Person] = ()
) -> tuple[Person, ...]:
    """Records for people new to an interview, with ids that are free there and `beside` others: p1, p2, …

    An id that an event names, of someone since removed, is not given again.
    """
    taken: set[str | None] = {one.id for one in beside}
    if interview is not None:
        taken |= {one.id for one in interview.people}
        taken |= {one for event in interview.events for _, one in people_named(event)}
        taken |= {name for draft in interview.drafts for name in draft.lines}
    made: list[Person] = []
    number = 1
    for one in people:
        while f"p{number}" in taken:
            number += 1
        taken.add(f"p{number}")
        made.append(entered(one, Person(id=f"p{number}")))
    return tuple(made)


def as_people(
    lines: Iterable[PersonLine], before: Sequence[Person], new_id: Callable[[], str]
) -> tuple[Person, ...]:
    """Records for the lines. Whoever was there `before`, by the same line, address or name, keeps their id
    and notes; of two lines that fit one person, the better fit has them, and the other is someone new."""
    lines = tuple(lines)
    kept: dict[int, Person] = {}
    for fits in (_same_line, _same_email, _same_name):
        for place, line in enumerate(lines):
            known = next((one for one in before if one not in kept.values() and fits(line, one)), None)
            if place not in kept and known is not None:
                kept[place] = known
    return tuple(
        kept[place]
        if place in kept and _same_line(line, kept[place])
        else entered(line, kept.get(place) or Person(id=new_id()))
        for place, line in enumerate(lines)
    )


def entered(line: PersonLine, known: Person) -> Person:
    """The record of a line about somebody `known`, or about a person of that id only."""
    person: Person = replace(
        known,
        email=line.email,
        phone=line.phone,
        whatsapp=line.whatsapp,
        title=line.title,
        called=line.called or ("" if _is_written(known.called) else known.called),
        ask=line.ask,
        notes="\n".join(dict.fromkeys(filter(None, (known.notes, line.notes)))),
    )
    return renamed(person, line.name)


def renamed(person: Person, name: str) -> Person:
    """The person with another name, which is set right; what stood beside it goes to the title and the notes.

    A name that stays is left as it is, whatever it looks like.
    """
    if name == person.name:
        return person
    from store.people.name_guess import guess
    from store.people.name_words import are_pronouns

    read = guess(name)
    asides = [aside for aside in read.asides if aside != person.email]
    pronouns = [aside for aside in asides if are_pronouns(aside)]
    title = ", ".join(filter(None, (person.title, *(aside for aside in asides if aside not in pronouns))))
    notes = "\n".join(filter(None, (person.notes, *(one for one in pronouns if one not in person.notes))))
    new: Person = replace(person, name=read.name, title=title, notes=notes)
    return new


def _same_line(line: PersonLine, person: Person) -> bool:
    return line.line == clean(person_line(person)).strip()


def _same_email(line: PersonLine, person: Person) -> bool:
    return line.email is not None and line.email.casefold() == (person.email or "").casefold()


def _same_name(line: PersonLine, person: Person) -> bool:
    from store.people.name_guess import guess

    return person.name.casefold() in (line.name.casefold(), guess(line.name).name.casefold())
