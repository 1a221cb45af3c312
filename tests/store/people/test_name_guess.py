"""How someone is greeted, guessed from the name as people, calendars and profiles write it."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from store.people.name_guess import guess

SURE = [
    # As it is written, as it is stored, how they are greeted.
    ("Ada Okafor", "Ada Okafor", "Ada"),
    ("  Ada   Okafor ", "Ada Okafor", "Ada"),
    ("Björk", "Björk", "Björk"),
    ("Sam", "Sam", "Sam"),
    # Surname first, with a comma.
    ("Okafor, Ada", "Ada Okafor", "Ada"),
    ("Okafor,Ada", "Ada Okafor", "Ada"),
    ("OKAFOR, ADA", "Ada Okafor", "Ada"),
    ("van der Berg, Jan", "Jan van der Berg", "Jan"),
    ("Berg, Jan van der", "Jan van der Berg", "Jan"),
    ("García Márquez, Gabriel", "Gabriel García Márquez", "Gabriel"),
    ("de la Cruz, María", "María de la Cruz", "María"),
    ("O'Brien, Conan", "Conan O'Brien", "Conan"),
    ("Martin, Anna", "Anna Martin", "Anna"),
    ("Smith, Dr. John", "Dr. John Smith", "Dr. Smith"),
    ("Prof. Okafor, Ada", "Prof. Ada Okafor", "Prof. Okafor"),
    ("Okafor, Dr.", "Dr. Okafor", "Dr. Okafor"),
    ("van den Berg, Frau Dr. Anna", "Frau Dr. Anna van den Berg", "Frau Dr. van den Berg"),
    ("Smith, John, Jr.", "John Smith Jr.", "John"),
    ("Smith, Jr.", "Smith Jr.", "Smith"),
    ("Smith, J. Robert", "J. Robert Smith", "Robert"),
    ("Warren, Elizabeth (Liz)", "Elizabeth (Liz) Warren", "Liz"),
    # Titles go with the surname.
    ("Frau Dr. Okafor", "Frau Dr. Okafor", "Frau Dr. Okafor"),
    ("Sir Tim Lee", "Sir Tim Lee", "Sir Tim"),
    ("Dr.Tan", "Dr. Tan", "Dr. Tan"),
    ("Dr. rer. nat. Ada Okafor", "Dr. rer. nat. Ada Okafor", "Dr. Okafor"),
    ("Dr.-Ing. Huber", "Dr.-Ing. Huber", "Dr.-Ing. Huber"),
    ("Prof. Dr. Okafor", "Prof. Dr. Okafor", "Prof. Dr. Okafor"),
    ("Dr. M. Okafor", "Dr. M. Okafor", "Dr. Okafor"),
    ("Mrs. van der Berg", "Mrs. van der Berg", "Mrs. van der Berg"),
    ("Dott.ssa Rossi", "Dott.ssa Rossi", "Dott.ssa Rossi"),
    ("Ing. Huber", "Ing. Huber", "Ing. Huber"),
    ("M. Dupont", "M. Dupont", "M. Dupont"),
    ("Mme Dupont", "Mme Dupont", "Mme Dupont"),
    ("Sr. Gómez", "Sr. Gómez", "Sr. Gómez"),
    ("Sra. García Márquez", "Sra. García Márquez", "Sra. García Márquez"),
    ("Sra. María García López", "Sra. María García López", "Sra. García López"),
    ("Doña María Ruiz", "Doña María Ruiz", "Doña María"),
    ("Mx. Robin Doe", "Mx. Robin Doe", "Mx. Doe"),
    ("Lord Sugar", "Lord Sugar", "Lord Sugar"),
    ("Mehmet Bey", "Mehmet Bey", "Mehmet Bey"),
    ("Ayşe Hanım", "Ayşe Hanım", "Ayşe Hanım"),
    ("FRAU DR. OKAFOR", "Frau Dr. Okafor", "Frau Dr. Okafor"),
    ("Г-н Петров", "Г-н Петров", "Г-н Петров"),
    # Capitals and small letters.
    ("ADA OKAFOR", "Ada Okafor", "Ada"),
    ("ada okafor", "Ada Okafor", "Ada"),
    ("ADA", "Ada", "Ada"),
    ("JAN VAN DER BERG", "Jan van der Berg", "Jan"),
    ("jan van der berg", "Jan van der Berg", "Jan"),
    ("ADA OKAFOR-SMITH", "Ada Okafor-Smith", "Ada"),
    ("CONAN O'BRIEN", "Conan O'Brien", "Conan"),
    ("O´BRIEN, Conan", "Conan O'Brien", "Conan"),
    ("AYŞE IŞIK", "Ayşe Işık", "Ayşe"),
    ("İBRAHİM ŞAHİN", "İbrahim Şahin", "İbrahim"),
    ("ИВАН ПЕТРОВ", "Иван Петров", "Иван"),
    ("ÉLODIE MARCEAU", "Élodie Marceau", "Élodie"),
    ("JR SMITH", "JR Smith", "JR"),
    ("PJ Harvey", "PJ Harvey", "PJ"),
    ("JOHN SMITH III", "John Smith III", "John"),
    ("Marie DUPONT", "Marie Dupont", "Marie"),
    ("DUPONT Marie", "Marie Dupont", "Marie"),
    ("YO-YO MA", "Yo-Yo Ma", "Yo-Yo"),
    ("Yo-Yo Ma", "Yo-Yo Ma", "Yo-Yo"),
    # What stands beside the name.
    ("Jan van der Berg | Globex (he/him)", "Jan van der Berg", "Jan"),
    ("Ada Okafor (she/her)", "Ada Okafor", "Ada"),
    ("Okafor, Ada (Globex)", "Ada Okafor", "Ada"),
    ("Pell, Joan (HR)", "Joan Pell", "Joan"),
    ("Ada Okafor, PhD", "Ada Okafor", "Ada"),
    ("Ada Okafor MBA", "Ada Okafor", "Ada"),
    ("Okafor, PhD", "Okafor", "Okafor"),
    ("Ada Okafor, Head of People", "Ada Okafor", "Ada"),
    ("Ada Okafor - CTO", "Ada Okafor", "Ada"),
    ("Ada Okafor via Calendly", "Ada Okafor", "Ada"),
    ("HR: Ada Okafor", "Ada Okafor", "Ada"),
    ("Globex - Ada Okafor", "Ada Okafor", "Ada"),
    ("Ada Okafor <ada@globex.example>", "Ada Okafor", "Ada"),
    ("Ada Okafor (née Obi)", "Ada Okafor", "Ada"),
    ('"Ada Okafor"', "Ada Okafor", "Ada"),
    ("'Okafor, Ada'", "Ada Okafor", "Ada"),
    ("„Ada Okafor“", "Ada Okafor", "Ada"),
    ("✨ Ada Okafor 🚀", "Ada Okafor", "Ada"),
    ("Jane Smith, Globex Inc.", "Jane Smith", "Jane"),
    ("Jane Smith ★ Recruiter", "Jane Smith", "Jane"),
    ("CTO Jane Smith", "Jane Smith", "Jane"),
    ("[EXT] Jane Smith", "Jane Smith", "Jane"),
    ("Recruiting: Jane Smith", "Jane Smith", "Jane"),
    ('"Smith, Jane" <jane@globex.example>', "Jane Smith", "Jane"),
    ("jane@globex.example (Jane Smith)", "Jane Smith", "Jane"),
    # Nicknames and initials.
    ('Elizabeth "Liz" Warren', 'Elizabeth "Liz" Warren', "Liz"),
    ("Elizabeth (Liz) Warren", "Elizabeth (Liz) Warren", "Liz"),
    ("Elizabeth 'Liz' Warren", "Elizabeth 'Liz' Warren", "Liz"),
    ("William Smith (Bill)", "William Smith (Bill)", "Bill"),
    ("Dr. Elizabeth (Liz) Warren", "Dr. Elizabeth (Liz) Warren", "Dr. Warren"),
    ("J. Robert Oppenheimer", "J. Robert Oppenheimer", "Robert"),
    ("M. Night Shyamalan", "M. Night Shyamalan", "Night"),
    ("George W. Bush", "George W. Bush", "George"),
    ("Ada O.", "Ada O.", "Ada"),
    # Other cultures.
    ("李小龍", "李小龍", "李小龍"),
    ("田中 健司", "田中 健司", "田中 健司"),
    ("김민준", "김민준", "김민준"),
    ("Γιώργος Παπαδόπουλος", "Γιώργος Παπαδόπουλος", "Γιώργος"),
    ("محمد علي", "محمد علي", "محمد علي"),
    ("Maria José da Silva", "Maria José da Silva", "Maria"),
    ("José Ortega y Gasset", "José Ortega y Gasset", "José"),
    ("Gabriel García Márquez", "Gabriel García Márquez", "Gabriel"),
    ("Jean-Pierre Dupont", "Jean-Pierre Dupont", "Jean-Pierre"),
    ("Ludwig van Beethoven", "Ludwig van Beethoven", "Ludwig"),
    ("Al Pacino", "Al Pacino", "Al"),
    ("Владимир Ильич Ленин", "Владимир Ильич Ленин", "Владимир"),
    ("Анна Сергеевна", "Анна Сергеевна", "Анна Сергеевна"),
    ("Me Dupont", "Me Dupont", "Me Dupont"),
    ("Kim Wilde", "Kim Wilde", "Kim"),
    ("Lee Child", "Lee Child", "Lee"),
    ("Deniz Aydın", "Deniz Aydın", "Deniz"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "name", "called"), SURE)
def test_what_is_sure(written: str, name: str, called: str) -> None:
    read = guess(written)
    assert (read.name, read.called, read.sure, read.why) == (name, called, True, "")


UNSURE = [
    # As it is written, how they are greeted, how else they may be called.
    ("Nguyễn Thị Minh Khai", "Nguyễn Thị Minh Khai", "Khai"),
    ("Ho Chi Minh", "Ho Chi Minh", "Minh"),
    ("Nagy Péter", "Nagy Péter", "Péter"),
    ("Kovács Anna", "Kovács Anna", "Anna"),
    ("Li Wei", "Li Wei", "Wei"),
    ("Kim Min-jun", "Kim Min-jun", "Min-jun"),
    ("Park Ji-sung", "Park Ji-sung", "Ji-sung"),
    ("Tanaka Kenji", "Tanaka Kenji", "Kenji"),
    ("Ms. Nguyễn Thị Minh Khai", "Ms. Nguyễn Thị Minh Khai", "Ms. Nguyễn"),
    ("Dupont Marie", "Dupont Marie", "Marie"),
    ("Kim Jong Un", "Kim Jong Un", "Jong Un"),
    ("Xi Jinping", "Xi Jinping", "Jinping"),
    ("Ban Ki-moon", "Ban Ki-moon", "Ki-moon"),
    ("Lim Bo Seng", "Lim Bo Seng", "Bo Seng"),
    ("Петрова Анна Сергеевна", "Петрова Анна Сергеевна", "Анна"),
    ("J.R. Smith", "J.R. Smith", "J.R."),
    ("J. Smith", "J. Smith", ""),
    ("Smith J", "Smith J", ""),
    # These may be two people, or an office: nobody is greeted.
    ("Anna, Ben", "", "Ben"),
    ("Thomas, James", "", "James"),
    ("Anna and Ben", "", "Anna"),
    ("Anna & Ben", "", "Anna"),
    ("Mr. and Mrs. Smith", "", ""),
    ("John/Jane", "", ""),
    ("John, Jane", "", "Jane"),
    ("John, Jane and Bob", "", "Jane"),
    ("John Smith, Jane Doe", "", "Jane"),
    ("John Smith; Jane Doe", "", "John"),
    ("Joan HR", "", "Joan"),
    ("Robert Half Recruiting", "", "Robert"),
    ("ada.okafor", "", "Ada"),
    ("ada_okafor", "", "Ada"),
    ("adaokafor99", "", ""),
]


@pytest.mark.parametrize(("written", "called", "other"), UNSURE)
def test_what_is_asked(written: str, called: str, other: str) -> None:
    read = guess(written)
    assert (read.name, read.called, read.other, read.sure) == (written, called, other, False)
    assert read.why


@pytest.mark.parametrize(
    ("written", "name", "called"),
    [
        ("MCDONALD", "McDonald", "McDonald"),
        ("IAN MACRON", "Ian Macron", "Ian"),
        ("ROBERT DE NIRO", "Robert de Niro", "Robert"),
        ("MARINE LE PEN", "Marine Le Pen", "Marine"),
    ],
)
def test_capitals_that_are_a_guess_are_said(written: str, name: str, called: str) -> None:
    read = guess(written)
    assert (read.name, read.called, read.sure) == (name, called, False)
    assert "capitals" in read.why


@pytest.mark.parametrize(
    "written",
    [
        *("", " ", "?", "😀", "( )", "+49 30 1234567", "HR", "H.R.", "Talent Team", "Talent team", "Hiring"),
        *("The People & Talent Team", "Personalabteilung", "Globex Recruiting", "Globex HR Team", "Unknown"),
        *("Recruiting @ Globex", "Globex | Talent", "Globex, Inc.", "Globex GmbH", "TBD", "Interviewer 2"),
        *("Recursos Humanos", "Service Recrutement", "Sir or Madam", "Dr.", "Damen und Herren", "no-reply"),
        *("ada.okafor@globex.example", "hr@globex.example", "CEO", "Hiring Manager", "N/A", "x" * 300),
    ],
)
def test_nobody_is_greeted_where_nobody_is_named(written: str) -> None:
    assert guess(written).called == ""


@pytest.mark.parametrize(
    ("written", "asides"),
    [
        ("Jan van der Berg | Globex (he/him)", ("Globex", "he/him")),
        ("Pell, Joan (HR)", ("HR",)),
        ("Ada Okafor - CTO", ("CTO",)),
        ("Ada Okafor, PhD, Head of People", ("PhD", "Head of People")),
        ("HR: Ada Okafor", ("HR",)),
        ("Ada Okafor <ada@globex.example>", ("ada@globex.example",)),
        ("Ada Okafor", ()),
    ],
)
def test_what_stands_beside_a_name_is_kept(written: str, asides: tuple[str, ...]) -> None:
    assert guess(written).asides == asides


def test_a_nickname_stays_with_the_name_but_not_in_the_formal_one() -> None:
    read = guess('Elizabeth "Liz" Warren')
    assert (read.name, read.full, read.other) == ('Elizabeth "Liz" Warren', "Elizabeth Warren", "Elizabeth")


def test_two_first_names_that_may_be_one_are_a_second_choice() -> None:
    assert guess("Maria José da Silva").other == "Maria José"


PARTS = st.sampled_from(
    [
        *("Ada", "Okafor", "van", "der", "Berg", "Dr.", "Frau", "HR", "Team", "Globex", "PhD", "Jr.", "J."),
        *("Nguyễn", "Khai", "李小龍", "he/him", "MCDONALD", "ada", "Liz", "M.", "and", "Sra.", "e", "İ", "ß"),
        *(", ", " | ", " - ", "(", ")", '"', "'", "✨", "@", "ada@globex.example", "&", ";", ":", "·"),
    ]
)  # fmt: skip
TEXTS = st.lists(PARTS, max_size=9).map(" ".join) | st.lists(PARTS, max_size=6).map("".join) | st.text()


def letters(text: str) -> Counter[str]:
    return Counter(letter for letter in text.upper().casefold() if letter.isalnum())


@settings(max_examples=400)
@given(TEXTS)
@example("İ")
@example("I, Ş")
@example('"" A "B"')
@example("Ada (Liz")
def test_the_name_that_is_stored_is_read_as_itself(text: str) -> None:
    once = guess(text)
    again = guess(once.name)
    assert (again.name, again.called) == (once.name, once.called)


@settings(max_examples=400)
@given(TEXTS)
@example("Ada @ Globex @ Berlin")
@example("a~b~c - d")
@example('0:"B')
@example('Ada ,  " Ada "')
@example('Okafor, "Bob"')
def test_no_letter_is_lost(text: str) -> None:
    read = guess(text)
    lost = letters(text) - letters(" ".join((read.name, *read.asides)))
    assert not {letter for letter in lost if letter.isascii()}


@settings(max_examples=400)
@given(TEXTS)
def test_nobody_is_called_by_an_address_or_nothing(text: str) -> None:
    read = guess(text)
    assert "@" not in read.called
    assert read.called == read.called.strip()
    assert not read.called or any(map(str.isalpha, read.called))
