"""Who is invited: everyone the event names, what keeps some of them from taking part, and who the user is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from urllib.parse import unquote

import msgspec

from store.calendar.answers import NeedsAnswer, OpenQuestion
from store.calendar.lines import MeetingLines, PropertyLine
from store.languages import either, listed
from store.people.addresses import BadAddress, domain_of, typed_address
from store.people.senders import house_of, is_machine, mailbox_of
from store.text import MAX_TEXT, clean
from store.ways_out import OTHER_USER

# Google gives its rooms and shared calendars addresses here, with or without a CUTYPE.
GOOGLE_THINGS = "calendar.google.com"
_KINDS = {"ROOM": "a room", "RESOURCE": "a resource", "GROUP": "a group"}
_CALENDAR = "a calendar"
THINGS = (*_KINDS.values(), _CALENDAR)
"""What is invited and is nobody."""


class Guest(msgspec.Struct, frozen=True):
    """Someone the invitation names. `email` is "" where the file gives none that could be written to."""

    name: str
    email: str
    phone: str | None = None


class Attendee(msgspec.Struct, frozen=True):
    """Someone, or something, that is invited. `absent` says why they take no part, blank where they do."""

    guest: Guest
    kind: str = ""
    """What it is where it is nobody: "a room", "a resource", "a group"."""
    absent: str = ""


class Party(msgspec.Struct, frozen=True):
    """The organiser, if the file names one who is a person, and everyone invited, each once.

    The organiser is among those invited only where the file says so.
    """

    organiser: Guest | None
    attendees: tuple[Attendee, ...]

    def everyone(self) -> tuple[Attendee, ...]:
        """The organiser first, then the others."""
        found = {key_of(one.guest): one for one in self.attendees}
        if self.organiser is None:
            return tuple(found.values())
        key = key_of(self.organiser)
        own = found.pop(key, Attendee(self.organiser))
        return (msgspec.structs.replace(own, guest=_better(self.organiser, own.guest)), *found.values())


def key_of(guest: Guest) -> str:
    """What makes two entries the same person: the address, or where there is none the name."""
    return mailbox_of(guest.email) if guest.email else guest.name.casefold()


def party(event: MeetingLines) -> Party:
    """Everyone the event names."""
    organiser = next((_guest(line) for line in event.all("ORGANIZER")), None)
    if organiser and _kind_of(organiser, ""):
        organiser = None
    lines = [(line, guest) for line in event.all("ATTENDEE") if (guest := _guest(line)) is not None]
    names = {mailbox_of(guest.email): guest.name for _, guest in lines if guest.email}
    found: dict[str, Attendee] = {}
    for line, guest in lines:
        kind = _kind_of(guest, line.params.get("CUTYPE", "").upper())
        found.setdefault(key_of(guest), Attendee(guest, kind, kind or _absence(line, names)))
        for delegate in _delegates(line):
            # Whoever was sent instead takes part, also where the file forgets to invite them.
            if mailbox_of(delegate) not in names:
                found.setdefault(mailbox_of(delegate), Attendee(Guest(delegate, delegate)))
    return Party(organiser, tuple(found.values()))


class User(msgspec.Struct, frozen=True):
    """Which of those invited the user is: keys as of `key_of`; and what has to be said of it."""

    keys: frozenset[str]
    said: tuple[str, ...] = ()


def the_user(people: Party, me: Iterable[str]) -> User:
    """Who of those invited the user is: whoever has one of the addresses `me`.

    Without any it is the one attendee from outside the organiser's domain, which is said. Where nobody is
    invited but the organiser, there is nobody to be confused with, and nothing is asked.

    Raises:
        NeedsAnswer: no address is given, and there is not exactly one such attendee.
    """
    mine = {mailbox_of(one): one.strip() for one in me if one.strip()}
    everyone = {key_of(one.guest) for one in people.everyone()}
    if mine:
        found = everyone & mine.keys()
        return User(frozenset(found), () if found or not everyone else (_nobody(mine.values()),))
    organiser = people.organiser
    own = key_of(organiser) if organiser else ""
    others = [one for one in people.attendees if key_of(one.guest) != own]
    asked = [one.guest.email for one in others if one.guest.email and not one.kind]
    if not others:
        return User(frozenset())
    house = house_of(organiser.email) if organiser else ""
    outside = [one for one in asked if house and house_of(one) != house]
    persons = [one for one in outside if not is_machine(one)] or outside
    if len(persons) == 1:
        guess = (
            f"The one guest from outside is taken to be you: {persons[0]}; "
            f"if that is somebody else, {OTHER_USER.command}."
        )
        return User(frozenset({mailbox_of(persons[0])}), (guess,))
    words = "It is not clear which of those invited is you"
    raise NeedsAnswer([OpenQuestion("me", words, _likeliest_first(persons or asked))])


def _likeliest_first(addresses: list[str]) -> tuple[str, ...]:
    """Those without a colleague at the table first: a panel is of one house, and the user is not."""
    houses = Counter(map(house_of, addresses))
    return tuple(sorted(addresses, key=lambda one: (is_machine(one), houses[house_of(one)])))


def _nobody(mine: Iterable[str]) -> str:
    addresses = list(mine)
    if len(addresses) == 1:
        return f"{addresses[0]} is not among those invited, so nobody was left out as you."
    named = either(addresses[:5])
    return f"None of your addresses, {named}, is among those invited, so nobody was left out as you."


def _guest(line: PropertyLine) -> Guest | None:
    """The person of a line; the address stands in for a name that is not given.

    EMAIL goes before the value, which may be a relay's address that means nothing to people (RFC 7986, 6.2).
    """
    email = next(filter(None, map(_address, (line.params.get("EMAIL", ""), _written(line.value)))), "")
    name = clean(line.params.get("CN", "")).replace("\\,", ",").strip().strip("'\"").strip()[:MAX_TEXT]
    if not name or name.casefold().removeprefix("mailto:") == email.casefold():
        name = email
    return Guest(name, email) if name else None


def _written(value: str) -> str:
    """What stands where an address should."""
    scheme, _, rest = value.strip().rpartition(":")
    return unquote(rest.partition("?")[0]) if scheme.casefold().endswith("mailto") or not scheme else ""


def _address(text: str) -> str:
    try:
        address = typed_address(clean(text).strip().strip("<>'\""))
    except BadAddress:
        return ""
    return address if "." in domain_of(address) else ""


def _kind_of(guest: Guest, written: str) -> str:
    if f".{domain_of(guest.email)}".endswith(f".{GOOGLE_THINGS}"):
        return _KINDS.get(written) or _CALENDAR
    return _KINDS.get(written, "")


def _absence(line: PropertyLine, names: dict[str, str]) -> str:
    """Why someone takes no part; blank where they do."""
    if delegates := _delegates(line):
        return f"delegated to {listed([names.get(mailbox_of(one), one) for one in delegates])}"
    match line.params.get("PARTSTAT", "").upper(), line.params.get("ROLE", "").upper():
        case "DECLINED", _:
            return "declined"
        case "DELEGATED", _:
            return "delegated"
        case _, "NON-PARTICIPANT":
            return "no participant"
        case _:
            return ""


def _delegates(line: PropertyLine) -> list[str]:
    written = line.params.get("DELEGATED-TO", "").split(",")[:5]
    return [address for one in written if (address := _address(_written(one.strip().strip('"'))))]


def _better(one: Guest, other: Guest) -> Guest:
    """The entry with a real name, of two for the same person."""
    return one if one.name != one.email else other
