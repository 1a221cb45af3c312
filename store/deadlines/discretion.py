"""Which deadlines are told to calendars, and how much they say: one rule for all that is told there. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from store.deadlines.entries import Deadline
from store.interview import Person


class Discretion(Struct, frozen=True, kw_only=True):
    """What a calendar is told.

    `initials`: no names, numbers or links, as others may see it. `invitations`: interviews that came as
    calendar invitations, too; not where the user's own calendar has them.
    """

    initials: bool = False
    invitations: bool = True

    def told(self, deadlines: Iterable[Deadline]) -> list[Deadline]:
        """Those of the deadlines that are told, as they are told, in their order."""
        found = [one for one in deadlines if self.invitations or not _invited(one)]
        return [with_initials(one) for one in found] if self.initials else found


OPEN = Discretion()
"""Everything is told."""


def _invited(one: Deadline) -> bool:
    return one.kind == "interview" and one.interview.calendar is not None


def with_initials(one: Deadline) -> Deadline:
    """The same with initials for company and people, and without numbers, links, places and other words."""
    interview = replace(
        one.interview, company=initials(one.interview.company), role="", round="", location="", link=""
    )
    people = tuple(Person(id=person.id, name=initials(person.name)) for person in one.people if person.name)
    return replace(one, interview=interview, people=people, what="")


def initials(name: str) -> str:
    """`Ada Okafor` as `A. O.`; `?` where it has no letter to begin with."""
    words = (word.lstrip("\"'([{<«„“”‘’-–—.@#") for word in name.split())
    return " ".join(f"{word[0].upper()}." for word in words if word and word[0].isalnum()) or "?"
