"""Deadlines for a calendar that others may see: initials for names, and nothing else that tells. Pure."""

from __future__ import annotations

from msgspec.structs import replace

from store.deadlines.entries import Deadline
from store.interview import Person


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
