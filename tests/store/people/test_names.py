"""How people are addressed, and how two are told apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.interview import Person
from store.languages import SPANISH
from store.people.name_parts import parse_name
from store.people.names import (
    AnyName,
    ShortNames,
    called,
    called_words,
    doubt_words,
    full_name,
    short_name,
    the_others,
)
from tests.growth import growth


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada Okafor", "Ada"),
        ("Björk", "Björk"),
        ("Jan van der Berg", "Jan"),
        ("  Ada   Okafor ", "Ada"),
        ("Al Pacino", "Al"),
        ("Dr. Ada Okafor", "Dr. Okafor"),
        ("Dr Okafor", "Dr Okafor"),
        ("Frau Dr. Okafor", "Frau Dr. Okafor"),
        ("Frau Dr. Ada Okafor", "Frau Dr. Okafor"),
        ("Mrs. van der Berg", "Mrs. van der Berg"),
        ("Mrs. Jana van der Berg", "Mrs. van der Berg"),
        ("Mr. Al Pacino", "Mr. Pacino"),
        ("Dr. Ben van der Berg", "Dr. van der Berg"),
        ("Sir Tim Berners-Lee", "Sir Tim"),
        ("Señora Ruiz", "Señora Ruiz"),
        ("de Vries", "de Vries"),
        ("Van der Berg", "Van der Berg"),
        ("Steve Jobs", "Steve"),
        # Nobody is named.
        ("", ""),
        (" ", ""),
        ("ada.okafor@globex.example", ""),
        ("+49 30 1234567", ""),
        ("HR", ""),
        ("Talent team", ""),
        ("Hiring", ""),
        ("The People & Talent Team", ""),
        ("Personalabteilung", ""),
    ],
)
def test_how_someone_is_addressed(name: str, expected: str) -> None:
    assert called(name) == expected


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Ada Okafor", "Okafor"),
        ("Jan van der Berg", "van der Berg"),
        ("van der Berg", "van der Berg"),
        ("Ludwig van Beethoven", "van Beethoven"),
        ("Ben Carson", "Carson"),
        ("Björk", "Björk"),
        ("", ""),
    ],
)
def test_particles_belong_to_the_surname(name: str, surname: str) -> None:
    assert parse_name(name).surname == surname


@pytest.mark.parametrize(
    ("name", "among", "expected"),
    [
        ("Anna Klein", ["Anna Klein", "Anna Schmidt"], "Anna K."),
        ("anna Schmidt", ["Anna Klein", "anna Schmidt"], "anna S."),
        ("Anna Klein", ["Anna Klein", "Ben Schmidt"], "Anna"),
        ("Anna Klein", ["Anna Klein", "Anna Kowalska"], "Anna Klein"),
        ("Anna", ["Anna", "Anna Klein"], "Anna"),
        ("Anna Klein", ["Anna", "Anna Klein"], "Anna K."),
        ("Jan van der Berg", ["Jan van der Berg", "Jan Pell"], "Jan B."),
        ("Dr. Ada Okafor", ["Dr. Ada Okafor", "Dr. Ben Okafor"], "Dr. Ada Okafor"),
        ("Dr. Ada Okafor", ["Dr. Ada Okafor", "Frau Okafor"], "Dr. Okafor"),
        ("Anna Klein", ["Anna Klein", "Anna Klein"], "Anna"),
        ("Talent team", ["Talent team", "HR"], "Talent team"),
        ("ada@globex.example", [], "ada@globex.example"),
        ("", ["Anna"], ""),
    ],
)
def test_two_of_one_first_name_are_told_apart(name: str, among: list[str], expected: str) -> None:
    assert short_name(name, among) == expected


def test_the_others_in_one_phrase() -> None:
    panel = ["Marta Lindqvist", "Anna Klein", "Dr. Joan Pell", "Anna Schmidt", "hr@globex.example"]
    assert the_others(panel, "Marta Lindqvist") == "Anna K., Dr. Pell and Anna S."
    assert the_others(panel, "Anna Klein") == "Marta, Dr. Pell and Anna S."
    assert the_others(panel[:2], "Anna Klein") == "Marta"
    assert the_others(["Anna Klein"], "Anna Klein") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Dr.  Ada Okafor", "Dr. Ada Okafor"), ("HR", "HR"), ("ada@globex.example", ""), ("+49 30 12", "")],
)
def test_a_full_name_is_as_it_was_written(text: str, expected: str) -> None:
    assert full_name(text) == expected


LIZ = Person(id="p1", name="Elizabeth Warren", called="Liz")
MINH = Person(id="p2", name="Nguyễn Thị Minh Khai")


def test_what_the_user_chose_wins_everywhere() -> None:
    other = Person(id="p3", name="Liz Klein")
    assert called(LIZ) == "Liz"
    assert short_name(LIZ, [LIZ, MINH]) == "Liz"
    assert (short_name(LIZ, [LIZ, other]), short_name(other, [LIZ, other])) == ("Liz W.", "Liz K.")
    assert the_others([LIZ, MINH, other], MINH) == "Liz W. and Liz K."
    assert called(Person(id="p4", name="HR", called="the HR team")) == "the HR team"
    assert full_name(LIZ) == "Elizabeth Warren"
    titled = Person(id="p5", name="Joan Pell", called="Ms Pell")
    assert short_name(titled, [titled, Person(id="p6", name="Ms Pell")]) == "Joan Pell"


def test_the_others_are_joined_in_the_readers_language() -> None:
    assert the_others([LIZ, "Marta Ruiz", "Inés Gil"], LIZ, SPANISH) == "Marta e Inés"
    assert the_others([LIZ, "Inés Gil", "Marta Ruiz"], LIZ, SPANISH) == "Inés y Marta"


KHAI = "the family name may stand first; (called Khai) behind it makes that Khai"


@pytest.mark.parametrize(
    ("person", "words"),
    [
        (LIZ, "greeted as Liz"),
        ("Ada Okafor", "greeted as Ada"),
        (
            MINH,
            f"greeted by the whole name: {KHAI}",
        ),
        ("HR", "greeted without a name: that is no person's name"),
        ("J. Smith", "greeted by the whole name: of the first name only an initial is known"),
    ],
)
def test_the_greeting_in_words(person: AnyName, words: str) -> None:
    assert called_words(person) == words


def test_only_a_guess_is_doubted() -> None:
    assert doubt_words(MINH) == (
        "Nguyễn Thị Minh Khai is greeted by the whole name: the family name may stand first; "
        "say how they are called where that is wrong."
    )
    assert doubt_words("Anna, Ben").startswith("Anna, Ben is greeted without a name: these may be two people")
    chosen = Person(id="p2", name=MINH.name, called="Khai")
    assert doubt_words("Ada Okafor") == doubt_words("HR") == doubt_words(chosen) == ""


@given(st.text(max_size=30), st.lists(st.text(max_size=12), max_size=4))
def test_whatever_the_text_there_is_something_to_call_it(text: str, among: list[str]) -> None:
    assert bool(short_name(text, among).strip()) == bool(text.strip())
    assert "@" not in called(text)


@pytest.mark.parametrize("first", ["Anna", "Anna{}"])
def test_to_tell_a_crowd_apart_takes_its_length(first: str) -> None:
    def told_apart(count: int) -> Callable[[], object]:
        people = [f"{first.format(n)} Klein{'abcdefgh'[n % 8]}" for n in range(count)]
        return lambda: [*map(ShortNames(people).of, people)]

    assert growth(told_apart(400), told_apart(1600), least=2e-3) < 9
