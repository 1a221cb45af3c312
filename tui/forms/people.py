"""Choices of people: whom it was, or to whom."""

from __future__ import annotations

from collections.abc import Iterable

from store.interview import Interview, Person
from tui.forms.fields import Choice, Option


def who_field(interview: Interview, label: str, value: str | None, *, phones: bool = False) -> list[Choice]:
    """A choice among interviewers and contacts, if any; with `phones` those who have one come first."""
    people = list(interview.people)
    if not people:
        return []
    if phones:
        people.sort(key=lambda one: not one.phone)
    options = [
        Option(value=one.id, key=key, words=one.name or one.id, remark=_remark(one, interview, phones))
        for one, key in zip(people, keys(), strict=False)
    ]
    other = Option(value=None, key="0", words="someone else")
    return [Choice(name="to", label=label, options=[*options, other], value=value, needed=False)]


def _remark(one: Person, interview: Interview, phones: bool) -> str:
    title = one.title or ("" if one in interview.interviewers else "contact")
    return ", ".join(part for part in (title, (one.phone or "no number") if phones else "") if part)


def keys() -> Iterable[str]:
    """A key for each of many: digits, then none."""
    yield from "123456789"
    while True:
        yield ""


def first_name(interview: Interview, to: str | None, otherwise: str = "them") -> str:
    """The first word of someone's name."""
    person = interview.person(to)
    return (person.name.split() or [person.id])[0] if person is not None else otherwise
