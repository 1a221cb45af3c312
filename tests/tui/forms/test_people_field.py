"""The field for people: what is understood stands below it, and what is left over is asked about."""

from __future__ import annotations

from dataclasses import replace as with_value

import pytest
from msgspec.structs import replace

from store.book import Book
from store.interview import Interview, Person
from tests.tui.forms.forms_host import INES, JOAN, card, filled, interview, moment
from tui.forms import debrief, edit
from tui.forms.fields import Lines, Wrong
from tui.forms.known import Known
from tui.forms.people_field import people_field

CONTEXT = with_value(moment(), country="DE", mine=("robin@mail.example",))


def field(*people: Person, beside: tuple[Person, ...] = ()) -> Lines:
    """The field of a card of Globex."""
    return people_field(CONTEXT, "interviewers", "Interviewers", people, beside=beside, company="Globex")


def said_of(text: str, *people: Person) -> tuple[str, bool]:
    """What stands below the field, and whether it is a guess."""
    here = field(*people)
    found = here.read(text, {})
    return here.say(found, {}), here.doubt(found, {})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Ada Okafor <ada@globex.example> 030/5550123 x12",
            "= Ada Okafor: greeted as Ada; ada@globex.example; +49 30 5550123 ext. 12",
        ),
        ("Joan Pell (called Jo) (ask by phone), HR", "= Joan Pell (HR): greeted as Jo; ask by phone"),
        ("Okafor, Ada", "= Ada Okafor: greeted as Ada"),
        ("Pell, Joan (HR) <j@globex.example>", "= Joan Pell (HR): greeted as Joan; j@globex.example"),
        ("Joan +49 151 12345678 (whatsapp)", "= Joan: greeted as Joan; +49 151 12345678 (WhatsApp)"),
        ("Joan Pell (note: met in May)", "= Joan Pell: greeted as Joan; noted: met in May"),
        (
            "Ada Okafor\nFrau Dr. Ruiz",
            "= Ada Okafor: greeted as Ada\n= Frau Dr. Ruiz: greeted as Frau Dr. Ruiz",
        ),
        (
            "Ada Okafor\nCTO\nGlobex GmbH\nTel. 030 5550123",
            "= Ada Okafor (CTO): greeted as Ada; +49 30 5550123\nLeft out for Ada Okafor: Globex GmbH.",
        ),
        (
            "Ada <ada@globex.example>, robin@mail.example",
            "= Ada: greeted as Ada; ada@globex.example\nLeft out, as that is you: robin@mail.example.",
        ),
    ],
)
def test_what_is_understood_stands_below_at_once(text: str, said: str) -> None:
    assert said_of(text) == (said, False)


def test_an_office_becomes_a_contact_and_that_stands_out() -> None:
    said, doubt = said_of("Globex Talent Team <talent@globex.example>")
    assert "kept as a contact" in said and doubt


def test_a_guess_is_said_to_be_one_with_what_to_write() -> None:
    said, doubt = said_of("Nguyễn Thị Minh Khai")
    assert "(called Khai)" in said and doubt
    assert said_of("Nguyễn Thị Minh Khai (called Khai)") == ("= Nguyễn Thị Minh Khai: greeted as Khai", False)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Ada Okafor (ask by whatsapp)", "What is “ask by whatsapp”?"),
        ("Talent Team", "“Talent Team” is no person's name"),
        ("Ada Okafor 030 5550123 or 0171 5550199", "“030 5550123” and “0171 5550199” are two numbers"),
        ("Ada <ada@>", "'ada@' is not an e-mail address"),
        ("Anna, Ben", "write “Anna; Ben” for two, or “Ben Anna” for one"),
    ],
)
def test_what_is_left_over_is_asked_about(text: str, part: str) -> None:
    with pytest.raises(Wrong) as asked:
        field().read(f"{text}\nJoan Pell", {})
    assert part in str(asked.value)
    assert "= Joan Pell: greeted as Joan" in str(asked.value), "what is understood stands there too"


def test_the_company_typed_in_the_form_counts() -> None:
    assert field().read("Ada (Initech)", {"company": "Initech"}).said == ("Left out for Ada: Initech.",)
    with pytest.raises(Wrong, match="What is “Globex”"):
        field().read("Ada (Globex)", {"company": "Initech"})


def test_whoever_is_there_stays_whatever_they_look_like() -> None:
    odd = Person(id="p1", name="HR", phone="+49 30 1", notes="kept")
    here = field(odd, beside=(replace(odd, id="p2", name="bell hooks"),))
    assert [one.name for one in here.read(here.value, {}).people] == ["HR"]
    assert said_of("bell hooks +49 30 123456", Person(id="p1", name="bell hooks"))[0].startswith(
        "= bell hooks: "
    )


def edited(one: Interview, **typed: str) -> Interview:
    """The interview after the form of its facts."""
    done = filled(edit.sheet(moment(), Known(), one), **typed)
    new: Interview = done.change(Book({one.id: one})).interviews[one.id]
    return new


def test_a_signature_and_an_office_are_saved_as_read() -> None:
    new = edited(
        interview(),
        interviewers="Ada Okafor\nCTO\nTel: +49 30 5550123 ext. 12\nFax: 5550124\nada@northwind.example",
        contacts="Northwind Jobs <jobs@northwind.example>",
    )
    (ada,), (office,) = new.interviewers, new.contacts
    assert (ada.name, ada.title, ada.phone, ada.email) == (
        "Ada Okafor", "CTO", "+49 30 5550123;ext=12", "ada@northwind.example",
    )  # fmt: skip
    assert (office.name, office.email) == ("Northwind Jobs", "jobs@northwind.example")


def test_an_office_among_interviewers_goes_to_the_contacts() -> None:
    one = interview(interviewers=(JOAN,))
    lines = "Joan Pell +49 151 12345678 (whatsapp)\nNorthwind Jobs <jobs@northwind.example>"
    new = edited(one, interviewers=lines)
    assert [who.name for who in new.interviewers] == ["Joan Pell"]
    assert [who.name for who in new.contacts] == ["Northwind Jobs", "Ines Duarte"]

    done = filled(debrief.sheet(moment(), card(one)), interviewers=lines)
    new = done.change(Book({one.id: one})).interviews[one.id]
    assert [who.name for who in new.contacts] == ["Ines Duarte", "Northwind Jobs"]
    assert new.contacts[0] == INES
