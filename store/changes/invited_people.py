"""The people of an invitation on a card: who comes, who is no longer invited, and who gets a number. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from store.calendar import Guest, Invitation, invited
from store.interview import Interview, Person, Thanks, people_named
from store.people.name_guess import guess
from store.people.notation import PersonLine, with_ids
from store.people.senders import mailbox_of


def people_of(invitation: Invitation) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    """Interviewers and contacts of a new card."""
    met = with_ids(_typed(invitation.people))
    return met, with_ids(_typed(invitation.contacts), beside=met)


def with_people(here: Interview, invitation: Invitation) -> tuple[Interview, list[str]]:
    """The card with those who are new, without those no longer invited, and what to say of both.

    Whoever the user has taken off since they were invited stays off.
    """
    before = here.calendar.invited if here.calendar is not None else ()
    still = {*invited(invitation)}
    here, off = _without(here, [key for key in before if key not in still])
    here = _with_phones(here, (*invitation.people, *invitation.contacts))
    new = [one for one in invitation.people if _is_new(here, one, before)]
    met = with_ids(_typed(new), here)
    others = [one for one in invitation.contacts if _is_new(here, one, before)]
    contacts = with_ids(_typed(others), here, beside=met)
    here = replace(here, interviewers=(*here.interviewers, *met), contacts=(*here.contacts, *contacts))
    names = ", ".join(one.name for one in (*met, *contacts))
    return here, [*off, *([f"now also with {names}."] if names else [])]


def _typed(guests: Iterable[Guest]) -> list[PersonLine]:
    return [PersonLine(one.name or one.email, one.email or None, one.phone) for one in guests]


def _is_new(here: Interview, guest: Guest, before: Iterable[str]) -> bool:
    key = mailbox_of(guest.email) if guest.email else guest.name.casefold()
    return key not in before and all(not _is(one, key) for one in here.people)


def _is(person: Person, key: str) -> bool:
    """Whether somebody is known by an address, or where they have none by a name as a calendar wrote it."""
    if person.email and mailbox_of(person.email) == key:
        return True
    return "@" not in key and guess(person.name).name.casefold() == guess(key).name.casefold()


def _with_phones(here: Interview, guests: Iterable[Guest]) -> Interview:
    """The card with the numbers that the texts give for people who had none."""
    phones = {
        mailbox_of(one.email) if one.email else one.name.casefold(): one.phone for one in guests if one.phone
    }

    def reached(person: Person) -> Person:
        found = next((number for key, number in phones.items() if _is(person, key)), None)
        with_number: Person = replace(person, phone=person.phone or found)
        return with_number

    changed: Interview = replace(
        here,
        interviewers=tuple(map(reached, here.interviewers)),
        contacts=tuple(map(reached, here.contacts)),
    )
    return changed


def _without(here: Interview, gone: Iterable[str]) -> tuple[Interview, list[str]]:
    """The card without interviewers who are no longer invited.

    Whoever was thanked stays, and whoever something else was noted of stays as a contact.
    """
    off = [one for key in gone for one in here.interviewers if _is(one, key)]
    thanked = {one.to for one in here.events if isinstance(one, Thanks)}
    named = {person for event in here.events for _, person in people_named(event)}
    kept = [one for one in off if one.id in thanked]
    moved = [one for one in off if one.id in named and one not in kept]
    taken = [one for one in off if one not in kept and one not in moved]
    said = []
    if taken:
        said.append(f"no longer with {_names(taken)}.")
    if moved:
        said.append(f"no longer with {_names(moved)}, kept as a contact because of what was noted.")
    if kept:
        said.append(f"{_names(kept)} no longer invited, but kept, as their thanks are settled.")
    leaving = [*taken, *moved]
    changed: Interview = replace(
        here,
        interviewers=tuple(one for one in here.interviewers if one not in leaving),
        contacts=(*here.contacts, *moved),
    )
    return changed, said


def _names(people: Iterable[Person]) -> str:
    return ", ".join(one.name for one in people)
