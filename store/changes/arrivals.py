"""People from outside put among those of an interview: nobody twice, nothing overwritten. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from msgspec.structs import replace

from store.interview import Interview, Person
from store.languages import listed
from store.people.identity import same_person
from store.people.notation import PersonLine, entered, with_ids
from store.ways_out import REPLACE

_FIELDS = ("email", "phone", "title", "called", "ask")
_WORDS = {"email": "address", "phone": "number", "title": "title", "called": "greeting", "ask": "way to ask"}


class Arrived(NamedTuple):
    """The interview with the people in it, and what to say of them."""

    interview: Interview
    said: list[str]


def with_arrivals(
    interview: Interview,
    interviewers: Iterable[PersonLine],
    contacts: Iterable[PersonLine] = (),
    *,
    replace_values: bool = False,
) -> Arrived:
    """The interview with these people.

    Whoever is there already, by address or name, gets what is not known of them yet; what differs is left and
    named, or taken with `replace_values`. Newcomers are added to their kind.
    """
    said: list[str] = []
    for field, lines in (("interviewers", interviewers), ("contacts", contacts)):
        new: list[PersonLine] = []
        for line in lines:
            known = _known(interview, line)
            if known is None:
                new.append(line)
            else:
                interview, sentences = _more_about(interview, known, line, replace_values)
                said += sentences
        if new:
            added = with_ids(new, interview)
            interview = replace(interview, **{field: (*getattr(interview, field), *added)})
            kind = "" if field == "interviewers" else " as a contact" if len(added) == 1 else " as contacts"
            said.append(f"{interview.company}: {listed([one.name for one in added])} added{kind}.")
    return Arrived(interview, said)


def _known(interview: Interview, line: PersonLine) -> Person | None:
    """Who of the interview the line is about: by name and address, or by an address alone."""
    some_one = entered(line, Person(id=""))
    for person in interview.people:
        bare = person.name in ("", person.email) and person.email is not None
        by_mail = line.email is not None and line.email.casefold() == (person.email or "").casefold()
        if same_person(some_one, person) or (by_mail and (bare or line.name in ("", line.email))):
            return person
    return None


def _more_about(
    interview: Interview, known: Person, line: PersonLine, replace_values: bool
) -> tuple[Interview, list[str]]:
    told = entered(line, Person(id=known.id))
    differs = [field for field in _FIELDS if _differs(getattr(known, field), getattr(told, field))]
    blank = [field for field in differs if not getattr(known, field)]
    taken = differs if replace_values else blank
    values: dict[str, Any] = {field: getattr(told, field) for field in taken}
    if known.name in ("", known.email) and told.name not in ("", told.email):
        values["name"] = told.name
    if line.whatsapp and values.get("phone", known.phone) == told.phone:
        values["whatsapp"] = True
    changed: Person = replace(known, **values)
    said = [*_what_changed(known, changed, taken), *_what_was_left(known, differs, taken)]
    if changed == known:
        return interview, said
    people = {
        kind: tuple(changed if one.id == known.id else one for one in getattr(interview, kind))
        for kind in ("interviewers", "contacts")
    }
    return replace(interview, **people), said


def _differs(here: Any, there: Any) -> bool:
    if not there or here == there:
        return False
    if isinstance(here, str) and isinstance(there, str):
        return "".join(here.casefold().split()) != "".join(there.casefold().split())
    return True


def _what_changed(known: Person, changed: Person, taken: list[str]) -> Iterator[str]:
    if changed.name != known.name:
        yield f"{known.name or known.id} is {changed.name}."
    if taken:
        yield f"{changed.name}: {listed([_WORDS[field] for field in taken])} noted."


def _what_was_left(known: Person, differs: list[str], taken: list[str]) -> Iterator[str]:
    left = [field for field in differs if field not in taken]
    if left:
        words = listed([_WORDS[field] for field in left])
        yield f"{known.name}: {words} left as it is here{REPLACE.command}."
