"""The field for people: whoever is typed or pasted there, with what is understood of it below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from store.interview import Person
from store.people.names import called_words, doubt_words
from store.people.notation import ASK_WORDS, PersonLine, entered, people_lines
from store.people.reading import PeopleRead, read_people
from store.people.shown_numbers import shown_number
from tui.forms.context import FormContext
from tui.forms.fields import Answers, Lines, Texts, Wrong, no_offers


def people_field(
    context: FormContext,
    name: str,
    label: str,
    people: Sequence[Person] = (),
    *,
    beside: Sequence[Person] = (),
    company: str = "",
    hint: str = "",
    as_contacts: bool = False,
    offers: Callable[[Texts], Sequence[str]] = no_offers,
) -> Lines:
    """The field with `people` in it, a line each; under it stands who was read, and how each is greeted.

    Its answer is a `PeopleRead`. What is left over is named there, and until the user says what it is nothing
    can be saved. A line of whoever is there already, also of `beside`, stays as it is. `company` is the
    card's where the form does not ask for that. `as_contacts`: all of them are to be contacts.
    `offers`: whose lines may be chosen.
    """
    known = (*people, *beside)
    there = {one.name for one in known}

    def read(text: str, texts: Texts) -> PeopleRead:
        own = texts.get("company", company)
        country, mine = context.country, context.mine
        found = read_people(
            text, company=own, country=country, known=known, mine=mine, as_contacts=as_contacts
        )
        if found.left:
            raise Wrong("\n".join((*(one.why for one in found.left), *_understood(found, there))))
        return found

    def say(found: Any, texts: Texts) -> str:
        return "\n".join(_understood(found, there))

    def doubt(found: Any, texts: Texts) -> bool:
        turned = bool(found.contacts) and not as_contacts
        return turned or any(map(doubt_words, _as_people(found.people, there)))

    return Lines(
        name=name, label=label, value=people_lines(people), blank=PeopleRead(), read=read, say=say,
        doubt=doubt, hint=hint, rows=2, offers=offers,
    )  # fmt: skip


def people_typed(answers: Answers) -> tuple[tuple[PersonLine, ...], tuple[PersonLine, ...]]:
    """Interviewers and contacts, as the two fields have them: an office among the former is a contact."""
    met: PeopleRead = answers["interviewers"]
    others: PeopleRead = answers.get("contacts", PeopleRead())
    return met.people, (*met.contacts, *others.contacts)


def conflicting_people(text: str) -> tuple[PersonLine, ...]:
    """The people that another window wrote down, a line each. Raises `Wrong`."""
    found = read_people(text)
    if found.left:
        raise Wrong(" ".join(one.why for one in found.left))
    return found.everyone


def _understood(found: PeopleRead, there: Iterable[str]) -> list[str]:
    people = _as_people(found.everyone, there)
    return [*(f"= {_brief(one)}" for one in people), *found.said]


def _as_people(lines: Iterable[PersonLine], there: Iterable[str]) -> list[Person]:
    """As they would be noted; a name that was there before stays as it is."""
    known = [(line, Person(id="", name=line.name if line.name in there else "")) for line in lines]
    return [entered(line, before) for line, before in known]


def _brief(one: Person) -> str:
    """`Ada Okafor (CTO): greeted as Ada; ada@globex.example; +49 30 5550123`."""
    number = shown_number(one.phone or "")
    parts = [called_words(one), one.email if one.email != one.name else ""]
    parts += [f"{number} (WhatsApp)" if one.whatsapp and number else number]
    parts += [ASK_WORDS[one.ask]] if one.ask is not None else []
    parts += [f"noted: {one.notes}"] if one.notes else []
    title = f" ({one.title})" if one.title else ""
    return f"{one.name}{title}: {'; '.join(filter(None, parts))}"
