"""People one per line, as a form shows them: `Ada Okafor <ada@globex.example> +49 30 1234567, CTO`. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from store.interview import Person
from store.people.notation import read_person
from store.text import clean

WHATSAPP = "(whatsapp)"
_WHATSAPP = re.compile(r"\(\s*whats\s*app\s*\)", re.IGNORECASE)


class PersonLine(NamedTuple):
    """What a line says of someone; `line` is how it was written."""

    line: str
    name: str
    email: str | None
    phone: str | None
    whatsapp: bool
    title: str


def parse_person(text: str) -> PersonLine:
    """Name, `<address>`, number, `(whatsapp)` and, after a comma, the title. Raises NotAPerson.

    The comma is looked for after the address where there is one, so that a name may have its own.
    """
    line = clean(text).strip()
    rest, marks = _WHATSAPP.subn(" ", line)
    head, _, title = rest[rest.find(">") + 1 :].partition(",")
    name, email, phone = read_person(rest[: rest.find(">") + 1] + head)
    return PersonLine(line, name, email, phone, bool(marks), " ".join(title.split()))


def person_line(person: Person) -> str:
    """How someone stands in a line; `parse_person` reads it again."""
    name = "" if person.name in (person.email, person.phone) else person.name
    parts = (name, f"<{person.email}>" if person.email else "", person.phone or "")
    head = " ".join(part for part in (*parts, WHATSAPP if person.whatsapp else "") if part)
    return f"{head}, {person.title}" if person.title else head


def people_lines(people: Iterable[Person]) -> str:
    """One person a line."""
    return "\n".join(person_line(one) for one in people)


def parse_people(text: str) -> tuple[PersonLine, ...]:
    """One person a line; blank lines do not count. Raises NotAPerson."""
    return tuple(parse_person(line) for line in text.splitlines() if line.strip())


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
    return tuple(_person(line, kept.get(place), new_id) for place, line in enumerate(lines))


def _person(line: PersonLine, known: Person | None, new_id: Callable[[], str]) -> Person:
    if known is not None and line.line == clean(person_line(known)).strip():
        return known
    return replace(
        known or Person(id=new_id()),
        name=line.name,
        email=line.email,
        phone=line.phone,
        whatsapp=line.whatsapp,
        title=line.title,
    )


def _same_line(line: PersonLine, person: Person) -> bool:
    return line.line == clean(person_line(person)).strip()


def _same_email(line: PersonLine, person: Person) -> bool:
    return line.email is not None and line.email.casefold() == (person.email or "").casefold()


def _same_name(line: PersonLine, person: Person) -> bool:
    return line.name.casefold() == person.name.casefold()
