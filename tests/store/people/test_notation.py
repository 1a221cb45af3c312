"""People in a line: read as written, and written so that they are read again."""

from __future__ import annotations

import contextlib
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.interview import ASKS, Ask, Person
from store.people.notation import (
    NotAPerson,
    PersonLine,
    as_people,
    people_lines,
    person_line,
    read_people,
    read_person,
    with_ids,
)

MAIL = "ada@globex.example"
CASES = [
    ("Eva <ada@globex.example> +49 30 901820, Head IT", ("Eva", MAIL, "+49 30 901820", False, "Head IT")),
    ("Joan +49 151 123 (whatsapp), HR", ("Joan", None, "+49 151 123", True, "HR")),
    ("Joan +49 151 123 (WhatsApp)", ("Joan", None, "+49 151 123", True, "")),
    ("Okafor, Ada <ada@globex.example>", ("Okafor, Ada", MAIL, None, False, "")),
    ("Okafor, Ada <ada@globex.example>, CTO, Europe", ("Okafor, Ada", MAIL, None, False, "CTO, Europe")),
    ("Okafor, Ada", ("Okafor, Ada", None, None, False, "")),
    ("Okafor, Ada +49 30 901820, Head IT", ("Okafor, Ada", None, "+49 30 901820", False, "Head IT")),
    ("Okafor, Plumber", ("Okafor", None, None, False, "Plumber")),
    ("Ada, CTO", ("Ada", None, None, False, "CTO")),
    ("ada@globex.example", (MAIL, MAIL, None, False, "")),
]  # fmt: skip


@pytest.mark.parametrize(("line", "read"), CASES)
def test_lines_as_people_write_them(line: str, read: tuple[object, ...]) -> None:
    assert tuple(read_person(line))[:5] == read


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (
            "Ada Okafor <ada@globex.example> +49 30 123456",
            ("Ada Okafor", "ada@globex.example", "+49 30 123456"),
        ),
        (
            "Ada Okafor +49 30 123456 <ada@globex.example>",
            ("Ada Okafor", "ada@globex.example", "+49 30 123456"),
        ),
        ("  Ada   Okafor ", ("Ada Okafor", None, None)),
        ("Ada (212) 555-0123", ("Ada", None, "(212) 555-0123")),
        ("<ada@globex.example>", ("ada@globex.example", "ada@globex.example", None)),
        ("ada@globex.example", ("ada@globex.example", "ada@globex.example", None)),
        ("Louis 14", ("Louis 14", None, None)),
        ("Ada\x1b <ada@globex.example>", ("Ada", "ada@globex.example", None)),
    ],
)
def test_name_address_and_number(line: str, read: tuple[str | None, ...]) -> None:
    assert read_person(line)[:3] == read


@pytest.mark.parametrize(
    "line",
    ["", " ", "<>", "Ada <ada>", "Ada <a b@c.example>", "Ada <a@b.example", "Ada <a@>", "A <a@b.c> <d@e.f>"],
)
def test_lines_that_are_refused(line: str) -> None:
    with pytest.raises(NotAPerson):
        read_person(line)


@pytest.mark.parametrize("line", ["Ada <ada@>", "<>", ", CTO", "a > b <c"])
def test_what_is_no_person_is_refused(line: str) -> None:
    with pytest.raises(NotAPerson):
        read_person(line)


@pytest.mark.parametrize(
    ("mark", "called", "ask"),
    [
        ("(called Jo)", "Jo", None),
        ("(Called  Ms  Pell) (whatsapp)", "Ms Pell", None),
        ("(ask by phone)", "", "phone"),
        ("(by e-mail) (called Jo)", "Jo", "email"),
        ("(ask by email)", "", "email"),
        ("(never ask)", "", "never"),
        ("(do not ask)", "", "never"),
        ("(byte)", "", None),
    ],
)
def test_how_somebody_is_greeted_and_wants_to_be_asked(mark: str, called: str, ask: Ask | None) -> None:
    read = read_person(f"Joan Pell +49 151 123456 {mark}, HR" if mark != "(byte)" else "Joan (byte)")
    assert (read.called, read.ask) == (called, ask)
    assert read.title == ("" if mark == "(byte)" else "HR")


def test_what_is_noted_of_them_survives_a_change_of_the_rest_of_the_line() -> None:
    before = [Person(id="p1", name="Joan", phone="+49 151 123456", called="Jo", ask="phone", notes="kept")]
    line = person_line(before[0]).replace("+49 151 123456", "+49 151 999999")
    (one,) = as_people(read_people(line), before, lambda: "new")
    assert (one.id, one.phone, one.called, one.ask, one.notes) == (
        "p1", "+49 151 999999", "Jo", "phone", "kept",
    )  # fmt: skip
    (one,) = as_people(read_people("Joan"), before, lambda: "new")
    assert (one.called, one.ask) == ("", None), "taken out of the line"


def test_a_greeting_that_cannot_stand_in_a_line_is_kept() -> None:
    before = [Person(id="p1", name="Joan", called="Jo (she)")]
    (one,) = as_people(read_people("Joan, HR"), before, lambda: "new")
    assert (one.called, one.title) == ("Jo (she)", "HR")


@pytest.mark.parametrize(
    ("line", "name", "title", "notes"),
    [
        ("Okafor, Ada <ada@globex.example>, CTO", "Ada Okafor", "CTO", ""),
        ("Okafor, Ada", "Ada Okafor", "", ""),
        ("Pell, Joan (HR) <joan@globex.example>, Lead", "Joan Pell", "Lead, HR", ""),
        ("Jan van der Berg | Globex (he/him)", "Jan van der Berg", "Globex", "he/him"),
        ("ADA OKAFOR", "Ada Okafor", "", ""),
        ("Anna, Ben", "Anna, Ben", "", ""),
        ('Elizabeth "Liz" Warren', 'Elizabeth "Liz" Warren', "", ""),
    ],
)
def test_a_new_name_is_set_right(line: str, name: str, title: str, notes: str) -> None:
    (one,) = with_ids([read_person(line)])
    assert (one.name, one.title, one.notes) == (name, title, notes)
    again = as_people(read_people(people_lines([one])), [one], lambda: "new")
    assert again == (one,)


def test_a_name_that_is_there_already_stays_as_it_is() -> None:
    before = [Person(id="p1", name="bell hooks", notes="kept"), Person(id="p2", name="Ada Okafor")]
    one, two = as_people(
        read_people("bell hooks +49 30 1234567\nOkafor, Ada +49 30 1"), before, lambda: "new"
    )
    assert (one.name, one.id, one.notes) == ("bell hooks", "p1", "kept")
    assert (two.name, two.id) == ("Ada Okafor", "p2")


WORDS = st.text("abcdeéßA", min_size=1, max_size=6)
PEOPLE = st.builds(
    Person,
    id=WORDS,
    name=st.lists(WORDS, min_size=1, max_size=3).map(" ".join),
    title=st.lists(WORDS, max_size=2).map(" ".join),
    email=st.none() | st.just(MAIL),
    phone=st.none() | st.just("+49 30 1234567"),
    called=st.just("") | WORDS,
    ask=st.none() | st.sampled_from(ASKS),
    notes=WORDS,
)


@given(PEOPLE)
@settings(max_examples=60)
def test_a_person_written_is_the_person_read(person: Person) -> None:
    read = read_person(person_line(person))
    assert (read.name, read.title, read.email, read.phone, read.called, read.ask) == (
        person.name, person.title, person.email, person.phone, person.called, person.ask,
    )  # fmt: skip


@pytest.mark.parametrize(("name", "title"), [("A", "AdA"), ("Bell", "Chase"), ("Okafor", "Ada, HR")])
@pytest.mark.parametrize("phone", [None, "+49 30 1234567"])
def test_a_title_like_a_first_name_stays_a_title(name: str, title: str, phone: str | None) -> None:
    read = read_person(person_line(Person(id="p1", name=name, title=title, phone=phone)))
    assert (read.name, read.title, read.phone) == (name, title, phone)


ODD = [
    Person(id="p1", name="Ada, of Globex", notes="kept"),
    Person(id="p2", name="Bob", phone="+49 30 12 ext. 5", notes="kept"),
    Person(id="p3", name="Bob", notes="kept"),
]


def test_a_line_left_alone_leaves_the_person_alone() -> None:
    fresh = (f"n{number}" for number in count())
    assert as_people(read_people(people_lines(ODD)), ODD, lambda: next(fresh)) == tuple(ODD)


def test_no_two_lines_get_one_person() -> None:
    fresh = (f"n{number}" for number in count())
    people = as_people(read_people("Bob\nBob\nBob +49 30 999"), ODD[1:], lambda: next(fresh))
    assert len({one.id for one in people}) == 3
    assert people[0].id == "p3"


def test_an_address_says_more_than_a_name() -> None:
    before = [Person(id="p1", name="Ada"), Person(id="p2", name="A. Okafor", email=MAIL)]
    (one,) = as_people(read_people(f"Ada <{MAIL.upper()}>"), before, lambda: "new")
    assert (one.id, one.name) == ("p2", "Ada")


def test_someone_new_has_all_that_the_line_says() -> None:
    (one,) = with_ids([read_person("Joan Pell +49 151 123456 (whatsapp), Head of people")])
    assert one == Person(
        id="p1", name="Joan Pell", phone="+49 151 123456", whatsapp=True, title="Head of people"
    )
    assert with_ids([PersonLine("Ada", "ada@globex.example")]) == (
        Person(id="p1", name="Ada", email="ada@globex.example"),
    )


@pytest.mark.parametrize("sign", ["(", "<", '"', "[", "@", ".", "a@", "\\"])
@pytest.mark.parametrize("count", [250, 1500])
def test_a_hostile_line_is_refused_at_once(sign: str, count: int) -> None:
    for line in (sign * count, f"Ada <{sign * count}>", f"Ada <ada{sign * count}@globex.example>"):
        with contextlib.suppress(NotAPerson):
            read_person(line)
