"""Who of those invited is met, who is only a contact, and who takes no part: each is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from store.calendar.companies import Employer
from store.calendar.people import THINGS, Attendee, Guest, Party, key_of
from store.languages import some_of
from store.people.letters import fold
from store.people.name_guess import guess
from store.people.name_words import OFFICES
from store.people.senders import house_of, is_agency, is_automat, is_machine, is_service

_MOST_NAMED = 8
_RECORDS = re.compile(r"(?i)\bnote ?taker\b|\bmeeting (?:bot|recorder|assistant)\b|\brecorder\b")
_OFFICE_WORDS = frozenset(("talent", "people", "recruiting", "careers", "jobs", "hiring", "hr", "scheduling"))
"""With these a name begins that is an office's, though the first word could be somebody's name."""


class Cast(msgspec.Struct, frozen=True):
    """Those who are owed thanks, those who may only be asked, and what has to be said of the others."""

    interviewers: tuple[Guest, ...]
    contacts: tuple[Guest, ...]
    said: tuple[str, ...]


def cast(people: Party, user: frozenset[str], company: Employer) -> Cast:
    """Everyone but the user by the part they take, the organiser first."""
    everyone = [one for one in people.everyone() if key_of(one.guest) not in user]
    organiser = key_of(people.organiser) if people.organiser else ""
    interviewers: list[Guest] = []
    contacts: list[Guest] = []
    said: list[str] = []
    left: list[tuple[Guest, str]] = []
    machines: list[Guest] = []
    elsewhere: list[Guest] = []
    for one in everyone:
        guest, organises = one.guest, key_of(one.guest) == organiser
        if one.absent and not organises:
            left.append((guest, one.absent))
        elif _is_automat(guest):
            machines.append(guest)
        elif is_machine(guest.email) or _is_office(guest.name):
            contacts.append(guest)
        elif one.absent or _is_elsewhere(guest, company, organises=organises):
            elsewhere.append(guest)
            contacts.append(guest)
        else:
            interviewers.append(guest)
    offices = [one for one in contacts if one not in elsewhere]
    said += _left_words(left)
    if machines:
        addresses = [one.email or one.name for one in machines]
        said.append(f"Not taken, as nobody reads what is sent there: {some_of(addresses, _MOST_NAMED)}.")
    if offices:
        names = [_shown(one) for one in offices]
        said.append(
            f"Nobody in particular, so a contact only, who is owed no thanks: {some_of(names, _MOST_NAMED)}."
        )
    said += [_elsewhere_words(one, everyone, company) for one in elsewhere[:_MOST_NAMED]]
    return Cast(tuple(interviewers), tuple(contacts), tuple(said))


def _left_words(left: Sequence[tuple[Guest, str]]) -> list[str]:
    if not left:
        return []
    named = [f"{guest.name if why in THINGS else _shown(guest)} ({why})" for guest, why in left]
    return [f"Not taken, and owed no thanks: {some_of(named, _MOST_NAMED)}."]


def _shown(guest: Guest) -> str:
    return guess(guest.name).name if "@" not in guest.name else guest.name


def _is_automat(guest: Guest) -> bool:
    if is_automat(guest.email) or _RECORDS.search(guest.name):
        return True
    # Applicant systems write in the name of a person as well as in that of an office.
    return (
        bool(guest.email)
        and is_service(guest.email)
        and (_is_office(guest.name) or guest.name == guest.email)
    )


def _is_office(name: str) -> bool:
    """Whether a name is nobody's, as in "Globex Recruiting"; an address that stands in for one is not."""
    if "@" in name:
        return False
    read = guess(name)
    office = read.sure or (not read.other and any(fold(word) in OFFICES for word in name.split()))
    return (not read.called and office) or name.casefold().partition(" ")[0] in _OFFICE_WORDS


def _is_elsewhere(guest: Guest, company: Employer, *, organises: bool) -> bool:
    """Whether somebody is from another house than the company: an agency's, who brings them together."""
    house = house_of(guest.email)
    if not house or house in company.houses:
        return False
    return is_agency(house) or (organises and bool(company.houses))


def _elsewhere_words(guest: Guest, everyone: Iterable[Attendee], company: Employer) -> str:
    why = next((one.absent for one in everyone if one.guest == guest and one.absent), "")
    why = why or f"writes from {house_of(guest.email)} and not from {company.name}"
    return f"Taken as a contact, who is owed no thanks: {_shown(guest)} ({why})."
