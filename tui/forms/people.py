"""Choices of people: whom it was, or to whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from store.interview import Interview, Person
from store.people.names import short_name
from tui.forms.fields import Choice, Option


def who_field(
    people: Sequence[Person],
    label: str,
    value: str | None,
    *,
    phones: bool = False,
    other: str = "someone else",
) -> list[Choice]:
    """A choice among people, if any; with `phones` those who have one come first. `other`: none of them."""
    people = list(people)
    if not people:
        return []
    if phones:
        people.sort(key=lambda one: not one.phone)
    options = [
        Option(value=one.id, key=key, words=one.name or one.id, remark=_remark(one, phones))
        for one, key in zip(people, keys(), strict=False)
    ]
    if other:
        options.append(Option(value=None, key="0", words=other))
    return [Choice(name="to", label=label, options=options, value=value, needed=not other)]


def _remark(one: Person, phones: bool) -> str:
    return ", ".join(part for part in (one.title, (one.phone or "no number") if phones else "") if part)


def keys() -> Iterable[str]:
    """A key for each of many: digits, then none."""
    yield from "123456789"
    while True:
        yield ""


def first_name(interview: Interview, to: str | None, otherwise: str = "them") -> str:
    """How someone of an interview is named where room is scarce; `otherwise` where nobody has that id."""
    person = interview.person(to)
    if person is None:
        return otherwise
    return short_name(person.name, [one.name for one in interview.people]) or person.id
