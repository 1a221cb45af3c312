"""Wherever someone is named shortly, the name is the same: on the card, in forms, in the editor, in texts."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from store.book import Book
from store.interview import Interview, Person
from store.rules.board import Card
from store.settings import Settings
from templates.greeting import addressed
from templates.library import Library
from tests.making import BERLIN, after, made
from tests.making import card as card_of
from tests.tui.forms.forms_host import filled, moment
from tui.forms import sent
from tui.keys import Keymap
from tui.messages import drafting
from tui.messages.call_texts import call_texts
from tui.messages.card_words import values
from tui.signs import UNICODE
from tui.widgets.editor.view import to_line
from tui.words.call_page import SCRIPT
from tui.words.cards import card_lines

NOW = after(5)
MARTA = "Marta Lindqvist"
NOBODY = ""
PEOPLE = [
    # How it is written, how it is named among others, and how it is greeted.
    ("Ada Okafor", "Ada", "Ada"),
    ("Dr. Ada Okafor", "Dr. Okafor", "Dr. Okafor"),
    ("Frau Dr. Okafor", "Frau Dr. Okafor", "Frau Dr. Okafor"),
    ("Jan van der Berg", "Jan", "Jan"),
    ("Björk", "Björk", "Björk"),
    ("ada.okafor@globex.example", "ada.okafor@globex.example", NOBODY),
    ("Talent team", "Talent team", NOBODY),
]


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


def panel(*names: str) -> Interview:
    people = [
        Person(id=f"p{number}", name=name, email=f"p{number}@globex.example", phone=f"+49 30 12345{number}")
        for number, name in enumerate(names, 1)
    ]
    return made(interviewers=tuple(people), contacts=())


def body_for(one: Card, library: Library, to: int) -> str:
    """The first draft for one of the panel."""
    settings = Settings()
    wanted = drafting.occasion_to_write(one, settings, NOW, one.interview.interviewers[to])
    return drafting.new_draft(
        wanted, library, Book({one.id: one.interview}), settings, NOW, draft_id="d"
    ).body


@pytest.mark.parametrize(("name", "short", "greeted"), PEOPLE)
def test_one_name_everywhere(library: Library, name: str, short: str, greeted: str) -> None:
    names = (MARTA, name)
    one = card_of(panel(*names), NOW)
    assert one.column == "to_thank"
    book, settings = Book({one.id: one.interview}), Settings()
    wanted = drafting.occasion_to_write(one, settings, NOW)

    assert card_lines(one, NOW, BERLIN, Keymap())[3].text == f"✎ Marta, ✎ {short}"
    assert filled(sent.sheet(moment(NOW), [one]), to=frozenset({"p2"})).words == f"thanked {short}"
    recipients = drafting.recipients(wanted, settings, NOW)
    assert recipients[1].short(recipients) == short
    if short != name:
        pieces = "".join(text for text, _ in to_line(recipients, recipients[0], 34, UNICODE))
        assert f"☐ {short} " in pieces and name not in pieces
    assert values(wanted, settings).get("others") == ("{others}" if greeted else None)
    called = call_texts(one, library, book, settings, NOW)["p2"][SCRIPT].splitlines()[2]
    assert called.startswith(f"Hello {greeted}, this is" if greeted else "Hello, this is")

    first = body_for(one, library, 1).splitlines()[0]
    assert first == (f"Dear {greeted}," if greeted else "Hello,")
    if greeted:
        assert addressed(body_for(one, library, 0), names=names, to=name).splitlines()[0] == first


def test_two_of_one_first_name_are_told_apart_everywhere(library: Library) -> None:
    names = ("Anna Klein", "Anna Schmidt", "Joan Pell")
    one = card_of(panel(*names), NOW)
    settings = Settings()
    assert card_lines(one, NOW, BERLIN, Keymap())[3].text == "✎ Anna K., ✎ Anna S., ✎ Joan"
    assert filled(sent.sheet(moment(NOW), [one])).words == "thanked Anna K., Anna S. and Joan"
    recipients = drafting.recipients(drafting.occasion_to_write(one, settings, NOW), settings, NOW)
    assert [recipient.short(recipients) for recipient in recipients] == ["Anna K.", "Anna S.", "Joan"]

    bodies = [body_for(one, library, to) for to in range(3)]
    assert [body.splitlines()[0] for body in bodies] == ["Dear Anna,", "Dear Anna,", "Dear Joan,"]
    assert all("my thanks to {others}" in body for body in bodies)
    for place, others in enumerate(("Anna S. and Joan", "Anna K. and Joan", "Anna K. and Anna S.")):
        asked = replace(
            drafting.occasion_to_write(one, settings, NOW, one.interview.interviewers[place]), purpose="other"
        )
        assert values(asked, settings)["others"] == others
    # Whoever it was written for, each of them gets the text that was made for them.
    for body in bodies:
        assert [addressed(body, names=names, to=name) for name in names] == bodies


def test_a_single_other_is_told_apart_from_the_reader() -> None:
    one = card_of(panel("Anna Klein", "Anna Schmidt"), NOW)
    wanted = replace(drafting.occasion_to_write(one, Settings(), NOW), purpose="other")
    assert values(wanted, Settings())["others"] == "Anna S."
