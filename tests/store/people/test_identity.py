"""Whether two records of people are of one person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.interview import Person
from store.people.identity import same_person


def person(line: str) -> Person:
    name, _, email = line.partition(" @")
    return Person(id="p", name=name, email=email or None)


SAME = [
    ("Ada Okafor", "Okafor, Ada"),
    ("Ada Okafor", "ADA OKAFOR"),
    ("Ada Okafor", "ada  okafor"),
    ("Dr. Ada Okafor", "Ada Okafor, PhD"),
    ("Deniz Aydın", "Deniz Aydin"),
    ("Ada (Addie) Okafor", "Ada Okafor"),
    ("Ada Okafor (Globex)", "Okafor, Ada"),
    ("Ada Okafor @ada@globex.example", "Ada Okafor @a.okafor@globex.example"),
    ("Ada Okafor @ada@globex.example", "A. Okafor @Ada@Globex.example"),
    ("Ada Okafor @ada@globex.example", " @ada@globex.example"),
    ("Ada @ada@globex.example", "Ada"),
    ("Frau Okafor", "Frau Okafor"),
]
OTHERS = [
    ("Ada Okafor", "Ben Okafor"),
    ("Ada Okafor", "Ada"),
    ("Ada @ada@globex.example", "Ada @ada.smith@globex.example"),
    ("Frau Okafor", "Herr Okafor"),
    ("Frau Okafor @a@globex.example", "Frau Okafor @b@globex.example"),
    ("Marta Costa @talent@globex.example", "Joan Pratt @talent@globex.example"),
    ("Talent team", "Talent team"),
    ("Talent team @talent@globex.example", "Talent team @talent@globex.example"),
    ("", ""),
    (" @ada@globex.example", ""),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_person(one: str, other: str) -> None:
    assert same_person(person(one), person(other)) and same_person(person(other), person(one))


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_two_people(one: str, other: str) -> None:
    assert not same_person(person(one), person(other)) and not same_person(person(other), person(one))


@given(st.text(max_size=30), st.text(max_size=30))
def test_it_does_not_matter_who_is_first(one: str, other: str) -> None:
    assert same_person(person(one), person(other)) == same_person(person(other), person(one))
