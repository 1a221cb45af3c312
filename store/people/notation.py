"""People as they stand in a line: `Ada Okafor <ada@globex.example> +49 30 1234567 (whatsapp), CTO`. Pure.

Read so in forms and on the command line, and written so that it is read again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from store.interview import Ask, Interview, Person, people_named
from store.people.addresses import BadAddress, typed_address
from store.people.numbers import BadNumber, number_at_end
from store.text import clean

WHATSAPP = "(whatsapp)"
_WHATSAPP = re.compile(r"\(\s*whats\s*app\s*\)", re.IGNORECASE)
_CALLED = re.compile(r"\(\s*called\s([^()]*)\)", re.IGNORECASE)
_ASKED = re.compile(
    r"\(\s*(?:(?:ask\s+)?by\s+(?P<way>phone|e-?mail)|(?P<never>never\s+ask|do\s+not\s+ask))\s*\)",
    re.IGNORECASE,
)
ASK_WORDS: Mapping[Ask, str] = {
    "phone": "ask by phone", "email": "ask by e-mail", "never": "never ask",
}  # fmt: skip
"""How it stands in a line how somebody wants to be asked where things stand."""
_ADDRESS = re.compile(r"<([^<>]*)>")


class NotAPerson(ValueError):
    """The line, or a part of it, cannot be taken; the text is one sentence that says why."""


class PersonLine(NamedTuple):
    """What a line says of someone; `line` is how it was written."""

    name: str
    email: str | None = None
    phone: str | None = None
    whatsapp: bool = False
    title: str = ""
    line: str = ""
    called: str = ""
    ask: Ask | None = None


def read_person(text: str) -> PersonLine:
    """Name, `<address>`, number, `(whatsapp)` and, after a comma, the title. Raises NotAPerson.

    Each of the first three may be missing, but not all. Anywhere may stand `(called Jo)`, how the user greets
    them, and `(ask by phone)`, `(ask by e-mail)` or `(never ask)`: how they want to be asked. The comma is
    looked for after the address where there is one, so that a name may have its own; and one as in
    `Okafor, Ada` is the name's without that, but for `Okafor,, Ada`.
    """
    line = clean(text).strip()
    rest, marks = _WHATSAPP.subn(" ", line)
    greeted, asked = _CALLED.search(rest), _ASKED.search(rest)
    rest = _ASKED.sub(" ", _CALLED.sub(" ", rest))
    behind = rest.find(">") + 1
    head, _, title = rest[behind:].partition(",")
    if not behind and title and _has_own_comma(head, title.partition(",")[0]):
        first, _, title = title.partition(",")
        head = f"{head},{first}"
    try:
        name, email, phone = _head(rest[:behind] + head)
    except (BadAddress, BadNumber) as why:
        raise NotAPerson(str(why)) from None
    called = " ".join(greeted[1].split()) if greeted else ""
    return PersonLine(name, email, phone, bool(marks), _title(title), line, called, _asked(asked))


def _title(written: str) -> str:
    return " ".join(written.removeprefix(",").split())


def _has_own_comma(one: str, two: str) -> bool:
    # Reading names takes longer to load than a command may take that reads none; so below.
    from store.people.written_name import has_own_comma

    return has_own_comma(one, two)


def _asked(found: re.Match[str] | None) -> Ask | None:
    if found is None:
        return None
    if found["never"]:
        return "never"
    return "phone" if found["way"].lower() == "phone" else "email"


def _head(text: str) -> tuple[str, str | None, str | None]:
    """Name, address and number. Raises NotAPerson, BadAddress, BadNumber."""
    rest, email = text.strip(), None
    if found := _ADDRESS.search(rest):
        email = typed_address(found[1])
        rest = f"{rest[: found.start()]} {rest[found.end() :]}".strip()
    rest, phone = number_at_end(rest)
    if "@" in rest and not email and " " not in rest:
        rest, email = "", typed_address(rest)
    if set(rest) & set("<>@"):
        raise NotAPerson(
            f"{text[:80]!r} is not read as a person: "
            'write "Name <address> +number", of which any two may be missing.'
        )
    name = " ".join(rest.split()) or email or phone
    if not name:
        raise NotAPerson("A person needs a name, an <address> or a +number.")
    return name, email, phone


def read_people(text: str) -> tuple[PersonLine, ...]:
    """One person a line; blank lines do not count. Raises NotAPerson."""
    return tuple(read_person(line) for line in text.splitlines() if line.strip())


def person_line(person: Person) -> str:
    """How someone stands in a line; `read_person` reads it again."""
    name = "" if person.name in (person.email, person.phone) else person.name
    parts = (name, f"<{person.email}>" if person.email else "", person.phone or "")
    marks = [WHATSAPP] if person.whatsapp else []
    marks += [f"(called {person.called})"] if _is_written(person.called) else []
    marks += [f"({ASK_WORDS[person.ask]})"] if person.ask is not None else []
    head = " ".join(part for part in (*parts, *marks) if part)
    if not person.title:
        return head
    taken = not person.email and _has_own_comma(head, person.title.partition(",")[0])
    return f"{head},, {person.title}" if taken else f"{head}, {person.title}"


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
