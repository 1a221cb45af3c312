"""Invitations with other guests than the usual one."""

from store.calendar import Guest, Invitation
from tests.store.calendar.calendar_files import WHEN, read_lines


def invite(*lines: str, me: str | None = None) -> Invitation:
    return read_lines(*WHEN, *lines, me=me)


INSIDE = "ATTENDEE;CN=Bo:mailto:bo@northwind.example"
OTHER = "ATTENDEE;CN=Al:mailto:al@initech.example"
MET = "ATTENDEE;CN=Bo Berg:mailto:bo@northwind.example"


def names(guests: tuple[Guest, ...]) -> list[str]:
    return [guest.name for guest in guests]
