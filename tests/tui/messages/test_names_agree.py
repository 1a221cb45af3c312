"""Wherever someone is named shortly, the name is the same: on the card, in forms, in the editor, in texts."""

from __future__ import annotations

import pytest

from store.book import Book
from store.interview import Interview, Person
from store.people.names import ShortNames
from store.rules.board import Card
from store.settings import Settings
from templates.library import Library
from templates.reader_text import for_reader
from tests.making import BERLIN, after, made
from tests.making import card as card_of
from tests.tui.forms.forms_host import filled, moment
from tui.forms import sent
from tui.keymap import Keymap
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
PEOPLE: list[tuple[str | tuple[str, str], str, str]] = [
    # How it is written (and what was chosen), how it is named among others, and how it is greeted.
    ("Ada Okafor", "Ada", "Ada"),
    ("Dr. Ada Okafor", "Dr. Okafor", "Dr. Okafor"),
    ("Frau Dr. Okafor", "Frau Dr. Okafor", "Frau Dr. Okafor"),
    ("Jan van der Berg", "Jan", "Jan"),
    ("Björk", "Björk", "Björk"),
    ("ada.okafor@globex.example", "ada.okafor@globex.example", NOBODY),
    ("Talent team", "Talent team", NOBODY),
    (("Elizabeth Warren", "Liz"), "Liz", "Liz"),
    (("Ada Okafor", "Ms Okafor"), "Ms Okafor", "Ms Okafor"),
    ("Okafor, Ada", "Ada", "Ada"),
    ('Elizabeth "Liz" Warren', "Liz", "Liz"),
    ("Nguyễn Thị Minh Khai", "Nguyễn Thị Minh Khai", "Nguyễn Thị Minh Khai"),
    ("李小龍", "李小龍", "李小龍"),
    ("Jan van der Berg | Globex (he/him)", "Jan", "Jan"),
]


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


def panel(*names: str | tuple[str, str]) -> Interview:
    people = [
        Person(
            id=f"p{number}",
            name=name if isinstance(name, str) else name[0],
            called="" if isinstance(name, str) else name[1],
            email=f"p{number}@globex.example",
            phone=f"+49 30 12345{number}",
        )
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
def test_one_name_everywhere(library: Library, name: str | tuple[str, str], short: str, greeted: str) -> None:
    one = card_of(panel(MARTA, name), NOW)
    people = one.interview.interviewers
    assert one.column == "to_thank"
    book, settings = Book({one.id: one.interview}), Settings()
    wanted = drafting.occasion_to_write(one, settings, NOW)

    assert card_lines(one, NOW, BERLIN, Keymap())[3].text == f"✎ Marta, ✎ {short}"
    assert filled(sent.sheet(moment(NOW), [one]), to=frozenset({"p2"})).words == f"thanked {short}"
    recipients = drafting.recipients(wanted, settings, NOW)
    assert recipients[1].short(ShortNames(recipients)) == short
    if short != people[1].name:
        pieces = "".join(text for text, _ in to_line(recipients, recipients[0], 34, UNICODE))
        assert f"☐ {short} " in pieces and people[1].name not in pieces
    told = for_reader("{others}", people=people, to=people[0]).text
    assert told == (short if greeted else "{others}")
    assert values(wanted, settings).get("others") == ("{others}" if greeted else None)
    called = call_texts(one, library, book, settings, NOW)["p2"][SCRIPT].splitlines()[2]
    assert called.startswith(f"Hello {greeted}, this is" if greeted else "Hello, this is")

    first = for_reader(body_for(one, library, 1), people=people, to=people[1]).text.splitlines()[0]
    assert first == (f"Dear {greeted}," if greeted else "Hello,")
    assert for_reader(body_for(one, library, 0), people=people, to=people[1]).text.splitlines()[0] == first


def test_two_of_one_first_name_are_told_apart_everywhere(library: Library) -> None:
    names = ("Anna Klein", "Anna Schmidt", "Joan Pell")
    one = card_of(panel(*names), NOW)
    settings = Settings()
    assert card_lines(one, NOW, BERLIN, Keymap())[3].text == "✎ Anna K., ✎ Anna S., ✎ Joan"
    assert filled(sent.sheet(moment(NOW), [one])).words == "thanked Anna K., Anna S. and Joan"
    recipients = drafting.recipients(drafting.occasion_to_write(one, settings, NOW), settings, NOW)
    assert [*map(ShortNames(recipients).of, recipients)] == ["Anna K.", "Anna S.", "Joan"]

    bodies = [body_for(one, library, to) for to in range(3)]
    assert [body.splitlines()[0] for body in bodies] == ["Dear Anna,", "Dear Anna,", "Dear Joan,"]
    # Whoever it was written for, each of them gets the same text, with the others as they know them.
    for body in bodies:
        for name, others in zip(
            names, ("Anna S. and Joan", "Anna K. and Joan", "Anna K. and Anna S."), strict=True
        ):
            assert others in for_reader(body, people=names, to=name).text


def test_a_single_other_is_told_apart_from_the_reader() -> None:
    one = card_of(panel("Anna Klein", "Anna Schmidt"), NOW)
    known = values(drafting.occasion_to_write(one, Settings(), NOW), Settings())
    assert known["others"] == "{others}"
    assert for_reader("{others}", people=("Anna Klein", "Anna Schmidt"), to="Anna Klein").text == "Anna S."


def test_two_called_alike_by_choice_are_told_apart_too(library: Library) -> None:
    one = card_of(panel(("Elizabeth Warren", "Liz"), "Liz Klein", "Joan Pell"), NOW)
    people = one.interview.interviewers
    assert card_lines(one, NOW, BERLIN, Keymap())[3].text == "✎ Liz W., ✎ Liz K., ✎ Joan"
    bodies = [for_reader(body_for(one, library, to), people=people, to=people[to]).text for to in range(3)]
    assert [body.splitlines()[0] for body in bodies] == ["Dear Liz,", "Dear Liz,", "Dear Joan,"]
    assert for_reader("{others}", people=people, to=people[2]).text == "Liz W. and Liz K."
    assert for_reader("Dear Joan,", people=people, to=people[0]).text == "Dear Liz,"
