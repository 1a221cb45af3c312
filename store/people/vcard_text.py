"""People as address books and phones take them: vCard 3.0, and the shorter MECARD for small codes. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from store.people.header_text import one_line
from store.people.name_parts import Name, parse_name
from store.people.names import called, guess_of
from store.people.numbers import number
from store.people.written_numbers import BadNumber

_LINE = 75
"""Bytes of a line at most (RFC 2426); a longer one goes on in the next, behind a blank."""


class AddressEntry(NamedTuple):
    """What an address book is to have of somebody; what is not known is blank."""

    name: str
    """As it is stored: the surname last, perhaps with titles."""
    called: str = ""
    title: str = ""
    company: str = ""
    email: str = ""
    phone: str = ""
    """As it is stored; one without a country code is taken to be of the user's country."""
    mobile: bool = False
    """Whether it is known to be a mobile telephone's."""

    @property
    def shown(self) -> str:
        """What they are listed under: the name, else the address, the number, or the company."""
        known = map(one_line, (guess_of(self.name).name, self.email, self.phone, self.company))
        return next(filter(None, known), "")


def vcard(entry: AddressEntry, country: str | None = None) -> str:
    """The entry as one vCard, its lines ending in CRLF; `country`: where a number without a + is at home."""
    return "".join(_folded(line) for line in _vcard_lines(entry, country))


def mecard(entry: AddressEntry, country: str | None = None) -> str:
    """The least that a phone makes an entry of: name, number and address, in a third of the letters."""
    name = _parts(entry)
    written = ",".join(_escaped(part, ",:;\\") for part in (name.surname, _given(name)) if part)
    fields = [
        ("N", written or _escaped(entry.shown, ",:;\\")),
        ("TEL", _escaped(_dialled(entry.phone, country), ",:;\\")),
        ("EMAIL", _escaped(one_line(entry.email), ",:;\\")),
    ]
    return "MECARD:" + "".join(f"{field}:{value};" for field, value in fields if value) + ";"


def _vcard_lines(entry: AddressEntry, country: str | None) -> Iterator[str]:
    name = _parts(entry)
    family = name.surname if _given(name) else ""
    given = _given(name) or name.surname or entry.shown
    parts = (family, given, "", name.honorific, name.generation)
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield "N:" + ";".join(_escaped(part) for part in parts)
    yield f"FN:{_escaped(entry.shown)}"
    number_type = ";TYPE=CELL" if entry.mobile else ""
    for field, value in (
        ("NICKNAME", entry.called),
        ("ORG", entry.company),
        ("TITLE", entry.title),
        (f"TEL{number_type}", _dialled(entry.phone, country)),
        ("EMAIL", entry.email),
    ):
        if text := one_line(value):
            yield f"{field}:{_escaped(text)}"
    yield "END:VCARD"


def _parts(entry: AddressEntry) -> Name:
    """The name taken to pieces; none of an office, nor where it is an address or a number."""
    return parse_name(one_line(guess_of(entry.name).name)) if called(entry.name) else Name("", ())


def _given(name: Name) -> str:
    """What stands before the surname; blank for a single word."""
    return name.full.removesuffix(name.surname).rstrip(", ") if name.surname != name.full else ""


def _dialled(phone: str, country: str | None) -> str:
    """The number with its country code where that is known, with the extension as people write it."""
    if not phone:
        return ""
    try:
        found = number(phone, country)
    except BadNumber:
        return one_line(phone)
    return found.international if "ext=" in found.tel else found.e164


def _escaped(text: str, special: str = ",;\\") -> str:
    return "".join(f"\\{letter}" if letter in special else letter for letter in text)


def _folded(line: str) -> str:
    rows, row, size = [], "", 0
    for letter in line:
        takes = len(letter.encode("utf-8"))
        if size + takes > _LINE:
            rows.append(row)
            row, size = " ", 1
        row += letter
        size += takes
    return "\r\n".join([*rows, row]) + "\r\n"
