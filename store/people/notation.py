"""People as they are typed in one line: `Ada Okafor <ada@globex.example> +49 30 1234567`. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from store.interview import Interview, Person
from store.text import clean

_PHONE = re.compile(r"\+?[\d(][\d ()./\-]*\d")
_TRAILING_PHONE = re.compile(rf"(?:^|\s)({_PHONE.pattern})\s*$")
_LEAST_DIGITS, _MOST_DIGITS = 3, 20


class NotAPerson(ValueError):
    """The line, or a part of it, cannot be taken; the text is one sentence that says why."""


class Typed(NamedTuple):
    """What a line says of someone."""

    name: str
    email: str | None
    phone: str | None


def read_person(line: str) -> Typed:
    """Name, `<address>` and number, each of which may be missing, but not all. Raises NotAPerson."""
    rest = clean(line).strip()
    email = phone = None
    if found := re.search(r"<([^<>]*)>", rest):
        email = read_email(found[1])
        rest = f"{rest[: found.start()]} {rest[found.end() :]}".strip()
    if (found := _TRAILING_PHONE.search(rest)) and _meant_as_number(found[1]):
        phone = read_phone(found[1])
        rest = rest[: found.start()].strip()
    if "@" in rest and not email and " " not in rest:
        email, rest = read_email(rest), ""
    if set(rest) & set("<>@"):
        raise NotAPerson(
            f"{line[:80]!r} is not read as a person: "
            'write "Name <address> +number", of which any two may be missing.'
        )
    if not (rest or email or phone):
        raise NotAPerson("A person needs a name, an <address> or a +number.")
    return Typed(" ".join(rest.split()) or email or phone or "", email, phone)


def _meant_as_number(text: str) -> bool:
    """`Louis 14` is a name."""
    return text.startswith("+") or sum(letter.isdigit() for letter in text) > 4


def read_email(text: str) -> str:
    """A bare address, checked by the rules of mail headers. Raises NotAPerson."""
    # Imported on use: the mail package is slow to load, and most commands have no address to check.
    from email.errors import MessageError
    from email.headerregistry import Address

    address = text.strip()
    try:
        read = Address(addr_spec=address)
    except (MessageError, ValueError, IndexError, AttributeError):
        read = None
    domain = read.domain if read is not None else ""
    if not domain or domain.startswith(".") or domain.endswith(".") or re.search(r"\s", address):
        raise NotAPerson(f"{address[:80]!r} is not an e-mail address; one looks like ada@globex.example.")
    return address


def read_phone(text: str) -> str:
    """A telephone number as it is written, spaces made single. Raises NotAPerson."""
    number = " ".join(text.split())
    digits = sum(letter.isdigit() for letter in number)
    if not _PHONE.fullmatch(number) or not _LEAST_DIGITS <= digits <= _MOST_DIGITS:
        raise NotAPerson(f"{number[:80]!r} is not a telephone number; one looks like +49 30 1234567.")
    return number


def with_ids(people: Iterable[Typed], interview: Interview | None = None) -> tuple[Person, ...]:
    """Records for people new to an interview, with ids that are free there: p1, p2, …

    An id that an event names, of someone since removed, is not given again.
    """
    taken: set[str | None] = set()
    if interview is not None:
        taken |= {one.id for one in interview.people}
        taken |= {getattr(event, "to", None) for event in interview.events}
        taken |= {name for draft in interview.drafts for name in draft.lines}
    made: list[Person] = []
    number = 1
    for one in people:
        while f"p{number}" in taken:
            number += 1
        taken.add(f"p{number}")
        made.append(Person(id=f"p{number}", name=one.name, email=one.email, phone=one.phone))
    return tuple(made)
