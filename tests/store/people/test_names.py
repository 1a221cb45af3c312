"""How people are addressed, and how two are told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.people.names import called, full_name, parse_name, short_name, the_others


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


@given(st.text(max_size=30), st.lists(st.text(max_size=12), max_size=4))
def test_whatever_the_text_there_is_something_to_call_it(text: str, among: list[str]) -> None:
    assert bool(short_name(text, among).strip()) == bool(text.strip())
    assert "@" not in called(text)
