"""Who is invited, which of them the user is, and whose company it is."""

from urllib.parse import unquote

import msgspec

from store.calendar.answers import NeedsAnswer, Question
from store.calendar.lines import MeetingLines, PropertyLine
from store.people.addresses import BadAddress, domain_of, is_public_provider, typed_address
from store.text import MAX_TEXT, clean

# Google gives its rooms and shared calendars addresses here, with or without a CUTYPE.
GOOGLE_THINGS = "calendar.google.com"
THINGS = ("ROOM", "RESOURCE")


class Guest(msgspec.Struct, frozen=True):
    """Someone the invitation names. `email` is "" where the file gives none that could be written to."""

    name: str
    email: str
    phone: str | None = None


class Attendee(msgspec.Struct, frozen=True):
    """A person or a group that is invited; a group is never the user."""

    guest: Guest
    group: bool = False


class Party(msgspec.Struct, frozen=True):
    """The organiser, if the file names one, and the attendees, each once, without rooms and resources."""

    organiser: Guest | None
    attendees: tuple[Attendee, ...]

    def without(self, address: str | None) -> tuple[Guest, ...]:
        """Everyone but the user, organiser first."""
        everyone = {key_of(one.guest): one.guest for one in self.attendees}
        if self.organiser:
            everyone = {key_of(self.organiser): self.organiser} | everyone
            everyone[key_of(self.organiser)] = _better(self.organiser, everyone[key_of(self.organiser)])
        return tuple(guest for key, guest in everyone.items() if key != (address or "").casefold())


def key_of(guest: Guest) -> str:
    """What makes two entries the same person: the address, or where there is none the name."""
    return (guest.email or guest.name).casefold()


def party(event: MeetingLines) -> Party:
    """Everyone the event names who can be met."""
    organiser = next((_guest(line) for line in event.all("ORGANIZER")), None)
    if organiser and _is_thing(organiser, ""):
        organiser = None
    found: dict[str, Attendee] = {}
    for line in event.all("ATTENDEE"):
        kind = line.params.get("CUTYPE", "").upper()
        guest = _guest(line)
        if guest and not _is_thing(guest, kind):
            found.setdefault(key_of(guest), Attendee(guest, group=kind == "GROUP"))
    return Party(organiser, tuple(found.values()))


def the_user(people: Party, me: str | None) -> tuple[str | None, tuple[str, ...]]:
    """The user's address among those invited, None if it is not there; and what has to be said.

    Without `me` it is the one attendee from outside the organiser's domain or its sub-domains. Where nobody
    is invited but the organiser, there is nobody to be confused with, and nothing is asked.

    Raises:
        NeedsAnswer: `me` is not given, and there is not exactly one such attendee.
    """
    organiser = people.organiser
    if me:
        mine = me.strip().casefold()
        if any(key_of(guest) == mine for guest in people.without(None)):
            return mine, ()
        return None, (f"{me} is not among those invited, so nobody was left out as you.",)
    house = domain_of(organiser.email) if organiser else ""
    others = [one for one in people.attendees if not organiser or key_of(one.guest) != key_of(organiser)]
    if not others:
        return None, ()
    asked = [one.guest.email for one in others if one.guest.email and not one.group]
    outside = [email for email in asked if house and not _related(domain_of(email), house)]
    if len(outside) == 1:
        return outside[0].casefold(), ()
    words = "It is not clear which of those invited is you"
    raise NeedsAnswer([Question("me", words, tuple(outside or asked))])


def company_of(people: Party, user: str | None) -> str:
    """The organiser's company: the first label of the mail domain, capitalised.

    Raises:
        NeedsAnswer: there is no organiser's address, it is the user's own, or a public mail provider's.
    """
    email = people.organiser.email if people.organiser else ""
    if not email:
        raise NeedsAnswer([Question("company", "The invitation does not tell the company")])
    if email.casefold() == user:
        raise NeedsAnswer([Question("company", "The organiser is you, which does not tell the company")])
    house = domain_of(email)
    if is_public_provider(house):
        words = f"The organiser writes from {house}, a mail provider, which does not tell the company"
        raise NeedsAnswer([Question("company", words)])
    return house.partition(".")[0].capitalize()


def _guest(line: PropertyLine) -> Guest | None:
    """The person of a line; the address stands in for a name that is not given."""
    scheme, _, rest = line.value.strip().rpartition(":")
    written = unquote(rest.partition("?")[0]) if scheme.casefold().endswith("mailto") or not scheme else ""
    email = next(filter(None, map(_address, (written, line.params.get("EMAIL", "")))), "")
    name = clean(line.params.get("CN", "")).strip().strip("'\"").strip()[:MAX_TEXT]
    if not name or name.casefold().removeprefix("mailto:") == email.casefold():
        name = email
    return Guest(name, email) if name else None


def _address(text: str) -> str:
    try:
        address = typed_address(clean(text).strip().strip("<>'\""))
    except BadAddress:
        return ""
    return address if "." in domain_of(address) else ""


def _is_thing(guest: Guest, kind: str) -> bool:
    return kind in THINGS or f".{domain_of(guest.email)}".endswith(f".{GOOGLE_THINGS}")


def _related(one: str, other: str) -> bool:
    return f".{one}".endswith(f".{other}") or f".{other}".endswith(f".{one}")


def _better(one: Guest, other: Guest) -> Guest:
    """The entry with a real name, of two for the same person."""
    return one if one.name != one.email else other
