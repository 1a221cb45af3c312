"""The line that greets, in each language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.interview import Person
from store.languages import ENGLISH, FRENCH, GERMAN, PACKAGED, SPANISH, Language
from store.people.names import AnyName
from store.people.salutation import greeting, spoken_greeting

LIZ = Person(id="p1", name="Elizabeth Warren", called="Liz")


@pytest.mark.parametrize(
    ("who", "language", "line"),
    [
        ("Ada Okafor", ENGLISH, "Dear Ada,"),
        ("Dr. Ada Okafor", ENGLISH, "Dear Dr. Okafor,"),
        ("Frau Dr. Okafor", ENGLISH, "Dear Frau Dr. Okafor,"),
        ("Sir Tim Lee", ENGLISH, "Dear Sir Tim,"),
        ("Nguyễn Thị Minh Khai", ENGLISH, "Dear Nguyễn Thị Minh Khai,"),
        ("HR", ENGLISH, "Hello,"),
        ("Anna, Ben", ENGLISH, "Hello,"),
        (LIZ, ENGLISH, "Dear Liz,"),
        ("Deniz Aydın", GERMAN, "Guten Tag Deniz Aydın,"),
        ("Okafor, Ada (Globex)", GERMAN, "Guten Tag Ada Okafor,"),
        ('Elizabeth "Liz" Warren', GERMAN, "Guten Tag Elizabeth Warren,"),
        ("Frau Dr. Ada Okafor", GERMAN, "Sehr geehrte Frau Dr. Okafor,"),
        ("Herr Prof. Dr. Huber", GERMAN, "Sehr geehrter Herr Prof. Dr. Huber,"),
        ("Herrn Huber", GERMAN, "Sehr geehrter Herr Huber,"),
        ("Dr. Okafor", GERMAN, "Guten Tag Dr. Okafor,"),
        ("talent@globex.example", GERMAN, "Guten Tag,"),
        (LIZ, GERMAN, "Guten Tag Liz,"),
        (Person(id="p2", name="Ada Okafor", called="Frau Okafor"), GERMAN, "Sehr geehrte Frau Okafor,"),
        ("Mme Dupont", FRENCH, "Bonjour Madame Dupont,"),
        ("M. Dupont", FRENCH, "Bonjour Monsieur Dupont,"),
        ("Dr Dupont", FRENCH, "Bonjour Docteur Dupont,"),
        ("Marie Dupont", FRENCH, "Bonjour Marie Dupont,"),
        ("RH", FRENCH, "Bonjour,"),
        ("Sra. García", SPANISH, "Estimada Sra. García,"),
        ("Sr. Gabriel García Márquez", SPANISH, "Estimado Sr. García Márquez,"),
        ("Doña María Ruiz", SPANISH, "Estimada Doña María,"),
        ("Dr. Tan", SPANISH, "Buenos días, Dr. Tan,"),
        ("Ada Okafor", SPANISH, "Buenos días, Ada,"),
        ("", SPANISH, "Buenos días,"),
    ],
)
def test_the_line(who: AnyName, language: Language, line: str) -> None:
    assert greeting(who, language) == line


@pytest.mark.parametrize(
    ("who", "language", "line"),
    [
        ("Ada Okafor", ENGLISH, "Hello Ada,"),
        ("Dr. Ada Okafor", ENGLISH, "Hello Dr. Okafor,"),
        ("HR", ENGLISH, "Hello,"),
        (LIZ, ENGLISH, "Hello Liz,"),
        ("Frau Dr. Ada Okafor", GERMAN, "Guten Tag Frau Dr. Okafor,"),
        ("Herrn Huber", GERMAN, "Guten Tag Herr Huber,"),
        ("Deniz Aydın", GERMAN, "Guten Tag Deniz Aydın,"),
        ("Mme Dupont", FRENCH, "Bonjour Madame Dupont,"),
        ("Sra. García", SPANISH, "Buenos días, Sra. García,"),
        ("", SPANISH, "Buenos días,"),
    ],
)
def test_as_one_greets_in_speaking(who: AnyName, language: Language, line: str) -> None:
    assert spoken_greeting(who, language) == line


@given(st.text(max_size=40), st.text(max_size=10), st.sampled_from(tuple(PACKAGED.values())))
def test_there_is_always_a_line(name: str, called: str, language: Language) -> None:
    who = Person(id="p1", name=name, called=called)
    for line in (greeting(who, language), spoken_greeting(who, language)):
        assert line.endswith(",")
        assert "  " not in line
