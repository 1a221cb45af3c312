"""People in a line: as they are noted from what was read, and written so that they are read again."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.interview import ASKS, Person
from store.people.notation import PersonLine, as_people, people_lines, person_line, with_ids
from store.people.reading import read_people

MAIL = "ada@globex.example"


def lines_of(text: str, *known: Person) -> tuple[PersonLine, ...]:
    """Everyone in a text of which nothing is left over."""
    read = read_people(text, known=known)
    assert not (read.left or read.contacts)
    return read.people


def test_what_is_noted_of_them_survives_a_change_of_the_rest_of_the_line() -> None:
    before = [Person(id="p1", name="Joan", phone="+49 151 123456", called="Jo", ask="phone", notes="kept")]
    line = person_line(before[0]).replace("+49 151 123456", "+49 151 999999")
    (one,) = as_people(lines_of(line), before, lambda: "new")
    assert (one.id, one.phone, one.called, one.ask, one.notes) == (
        "p1", "+49 151 999999", "Jo", "phone", "kept",
    )  # fmt: skip
    (one,) = as_people(lines_of("Joan"), before, lambda: "new")
    assert (one.called, one.ask) == ("", None), "taken out of the line"


def test_a_greeting_that_cannot_stand_in_a_line_is_kept() -> None:
    before = [Person(id="p1", name="Joan", called="Jo (she)")]
    (one,) = as_people(lines_of("Joan, HR"), before, lambda: "new")
    assert (one.called, one.title) == ("Jo (she)", "HR")


@pytest.mark.parametrize(
    ("line", "name", "title", "notes"),
    [
        ("Okafor, Ada <ada@globex.example>, CTO", "Ada Okafor", "CTO", ""),
        ("Okafor, Ada", "Ada Okafor", "", ""),
        ("Pell, Joan (HR) <joan@globex.example>, Lead", "Joan Pell", "HR, Lead", ""),
        ("ADA OKAFOR", "Ada Okafor", "", ""),
        ('Elizabeth "Liz" Warren', 'Elizabeth "Liz" Warren', "", ""),
    ],
)
def test_a_new_name_is_set_right(line: str, name: str, title: str, notes: str) -> None:
    (one,) = with_ids(lines_of(line))
    assert (one.name, one.title, one.notes) == (name, title, notes)
    again = as_people(lines_of(people_lines([one])), [one], lambda: "new")
    assert again == (one,)


def test_a_name_that_is_there_already_stays_as_it_is() -> None:
    before = [Person(id="p1", name="bell hooks", notes="kept"), Person(id="p2", name="Ada Okafor")]
    lines = lines_of("bell hooks +49 30 1234567\nOkafor, Ada +49 30 7654321", *before)
    one, two = as_people(lines, before, lambda: "new")
    assert (one.name, one.id, one.notes) == ("bell hooks", "p1", "kept")
    assert (two.name, two.id) == ("Ada Okafor", "p2")


WORDS = st.text("abcdeéßA", min_size=1, max_size=6) | st.sampled_from(
    ("Ada", "Okafor,", "(Globex)", "CTO", "/", "and", '"Liz"', "Head", "of", "-", "|", "(", "HR", "12", "née",
     "Dr.", "x@y", "www.z.example", ";", "[a]", "Berlin", "she/her", "not", "(title: x)", "title:", "+49")
)  # fmt: skip
TEXTS = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
PEOPLE = st.builds(
    Person,
    id=WORDS,
    name=TEXTS,
    title=st.just("") | TEXTS,
    email=st.none() | st.just(MAIL),
    phone=st.none()
    | st.sampled_from(("+49 30 1234567", "+49 30 1234567;ext=12", "030 1234567", "+1 212-555-0123")),
    whatsapp=st.booleans(),
    called=st.just("") | st.text("abcdeéßA", min_size=1, max_size=6),
    ask=st.none() | st.sampled_from(ASKS),
    notes=WORDS,
)


@given(PEOPLE)
@settings(max_examples=300)
def test_a_person_written_is_the_person_read(person: Person) -> None:
    (read,) = lines_of(person_line(person))
    assert (read.name, read.title, read.email, read.phone, read.whatsapp, read.called, read.ask) == (
        person.name, person.title, person.email, person.phone, person.whatsapp, person.called, person.ask,
    )  # fmt: skip


@given(st.lists(PEOPLE, min_size=1, max_size=4))
@settings(max_examples=60)
def test_whoever_is_there_stays_as_they_are(people: list[Person]) -> None:
    read = read_people(people_lines(people), known=people)
    assert [(one.name, one.title) for one in read.people] == [(one.name, one.title) for one in people]


@pytest.mark.parametrize(
    ("person", "line"),
    [
        (Person(id="p1", name="Ada Okafor", title="CTO"), "Ada Okafor, CTO"),
        (
            Person(id="p1", name="Ada Okafor", phone="+49 30 1234567;ext=12"),
            "Ada Okafor +49 30 1234567 ext. 12",
        ),
        (
            Person(id="p1", name="Ada Okafor", title="Lead (interim)"),
            'Ada Okafor (title: "Lead (interim)")',
        ),
        (Person(id="p1", name="Ada, of Globex"), '(name: "Ada, of Globex")'),
        (Person(id="p1", name="HR"), '(name: "HR")'),
        (Person(id="p1", name="Bell", title='so "called"'), 'Bell (title: "so ""called""")'),
    ],
)
def test_what_would_be_read_otherwise_is_said_to_be_it(person: Person, line: str) -> None:
    assert person_line(person) == line
    assert [(one.name, one.title) for one in lines_of(line)] == [(person.name, person.title)]


@pytest.mark.parametrize(("name", "title"), [("A", "AdA"), ("Bell", "Chase"), ("Okafor", "Ada, HR")])
@pytest.mark.parametrize("phone", [None, "+49 30 1234567"])
def test_a_title_like_a_first_name_stays_a_title(name: str, title: str, phone: str | None) -> None:
    (read,) = lines_of(person_line(Person(id="p1", name=name, title=title, phone=phone)))
    assert (read.name, read.title, read.phone) == (name, title, phone)


ODD = [
    Person(id="p1", name="Ada, of Globex", notes="kept"),
    Person(id="p2", name="Bob", phone="+49 30 12 ext. 5", notes="kept"),
    Person(id="p3", name="Bob", notes="kept"),
]


def test_a_line_left_alone_leaves_the_person_alone() -> None:
    fresh = (f"n{number}" for number in count())
    assert as_people(lines_of(people_lines(ODD), *ODD), ODD, lambda: next(fresh)) == tuple(ODD)


def test_no_two_lines_get_one_person() -> None:
    fresh = (f"n{number}" for number in count())
    people = as_people(lines_of("Bob\nBob\nBob +49 30 99999"), ODD[1:], lambda: next(fresh))
    assert len({one.id for one in people}) == 3
    assert people[0].id == "p3"


def test_an_address_says_more_than_a_name() -> None:
    before = [Person(id="p1", name="Ada"), Person(id="p2", name="A. Okafor", email=MAIL)]
    (one,) = as_people(lines_of(f"Ada <{MAIL.upper()}>"), before, lambda: "new")
    assert (one.id, one.name) == ("p2", "Ada")


def test_someone_new_has_all_that_the_line_says() -> None:
    (one,) = with_ids(lines_of("Joan Pell +49 151 123456 (whatsapp), Head of people"))
    assert one == Person(
        id="p1", name="Joan Pell", phone="+49 151 123456", whatsapp=True, title="Head of people"
    )
    assert with_ids([PersonLine("Ada", "ada@globex.example")]) == (
        Person(id="p1", name="Ada", email="ada@globex.example"),
    )
