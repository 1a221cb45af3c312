"""Which card, person or event a few words mean."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.book import Book
from store.changes.moves import Refused
from store.finding import LONGEST_NAME, SeveralFit, found_in, named_in, owed_named, person_named
from store.interview import Interview, Owes, Person
from tests.making import BERLIN, after, at, made

CARDS = [
    made(
        id="iv-a1", company="Globex", role="Data engineer", round="Phone screen",
        starts_at=at("2026-11-10 09:00"),
    ),
    made(id="iv-a2", company="Globex", role="Data engineer", round="Panel", starts_at=at("2026-11-18 13:00")),
    made(id="iv-b1", company="Globex Labs", role="Chemist", round=""),
    made(id="iv-c1", company="Müller & Søn Straße", role="Analyst", round="Gespräch"),
    made(id="kafka", company="The Łódź Company", role="SRE", round=""),
    made(id="acme", company="Acme", role="SRE", round="Final round"),
    made(id="acme-2", company="Acme", role="SRE", round="Intro"),
    made(id="x9", company="Kafka", role="", round=""),
    made(id="x10", company="株式会社サンプル", role="開発", round="一次面接"),
    made(id="x11", company="🚀", role="", round=""),
    made(id="x12", company="C++", role="", round=""),
    made(id="x13", company="C", role="", round=""),
    made(id="x14", company="İstanbul Œuvre Æsir", role="", round=""),
]  # fmt: skip
BOOK = Book({one.id: one for one in CARDS})


@pytest.mark.parametrize(
    ("typed", "card"),
    [
        ("iv-a1", "iv-a1"),
        ("IV-A1", "iv-a1"),
        ("iv-b", "iv-b1"),
        ("IV-C", "iv-c1"),
        ("acme", "acme"),  # an exact id, though a company of two cards is called so
        ("acme intro", "acme-2"),
        ("acme:intro", "acme-2"),
        ("acme final", "acme"),
        ("globex panel", "iv-a2"),
        ("globex:panel", "iv-a2"),
        ("Globex, Data engineer, Panel", "iv-a2"),
        ("GLOBEX PHONE", "iv-a1"),
        ("globex labs", "iv-b1"),
        ("globex chem", "iv-b1"),
        ("lab", "iv-b1"),
        ("  labs  ", "iv-b1"),
        ("muller", "iv-c1"),
        ("MÜLLER", "iv-c1"),
        ("mu\u0308ller", "iv-c1"),
        ("muller & son strasse", "iv-c1"),
        ("son strasse", "iv-c1"),
        ("müller gesprach", "iv-c1"),
        ("lodz", "kafka"),
        ("łódź comp", "kafka"),
        ("サンプル", ""),
        ("株式", "x10"),
        ("株式会社サンプル 一次", "x10"),
        ("🚀", "x11"),
        ("c++", "x12"),
        ("c", "x13"),
        ("istanbul", "x14"),
        ("ISTANBUL OEUVRE", "x14"),
        ("aesir", "x14"),
        ("kafka", "kafka"),  # an exact id, before a company of that name
        ("globex banana", ""),
        ("panel", ""),
        ("umbra", ""),
        ("", ""),
        ("   ", ""),
        ("!!", ""),
    ],
)
def test_a_card_is_found_by_id_or_company(typed: str, card: str) -> None:
    if card:
        assert named_in(BOOK, typed, BERLIN).id == card
    else:
        with pytest.raises(Refused) as refused:
            named_in(BOOK, typed, BERLIN)
        assert not isinstance(refused.value, SeveralFit)


@pytest.mark.parametrize(
    ("typed", "cards"),
    [
        ("globex", ["iv-a1", "iv-a2"]),  # the name in full goes before Globex Labs
        ("glo", ["iv-a1", "iv-a2", "iv-b1"]),
        ("globex data", ["iv-a1", "iv-a2"]),
        ("acme sre", ["acme", "acme-2"]),
        ("Acme", ["acme", "acme-2"]),  # the company as it is written, and no id
        ("iv-", ["iv-a1", "iv-a2", "iv-b1", "iv-c1"]),
        ("iv-a", ["iv-a1", "iv-a2"]),
    ],
)
def test_what_fits_several_is_not_guessed(typed: str, cards: list[str]) -> None:
    with pytest.raises(SeveralFit) as refused:
        named_in(BOOK, typed, BERLIN)
    assert str(refused.value).startswith(f"{len(cards)} interviews fit {typed!r}")
    assert sorted(one.split()[0] for one in refused.value.choices) == sorted(cards)


def test_each_choice_says_what_it_is() -> None:
    with pytest.raises(SeveralFit) as refused:
        named_in(BOOK, "globex", BERLIN)
    assert refused.value.choices == (
        "iv-a1  Globex, Data engineer, Phone screen, Tue 10 Nov 2026 10:00",
        "iv-a2  Globex, Data engineer, Panel, Wed 18 Nov 2026 14:00",
    )


def test_a_company_in_full_is_not_passed_over_for_an_id_that_begins_so() -> None:
    book = Book(
        {one.id: one for one in (made(id="globex-1", company="Initech"), made(id="x", company="Globex"))}
    )
    with pytest.raises(SeveralFit):
        named_in(book, "globex", BERLIN)
    assert named_in(book, "globex-1", BERLIN).id == "globex-1"
    assert named_in(book, "glo", BERLIN).id == "globex-1"


def test_many_choices_are_counted() -> None:
    book = Book({f"iv-{n}": made(id=f"iv-{n}", company="Globex") for n in range(50)})
    with pytest.raises(SeveralFit) as refused:
        named_in(book, "globex", BERLIN)
    assert len(refused.value.choices) == 13
    assert refused.value.choices[-1].startswith("and 38 more")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("iv-a3", ["iv-a1", "iv-a2"]),
        ("gloobex labs", ["iv-b1"]),
        ("chemist", ["iv-b1"]),
        ("サンプル", ["x10"]),
        ("istambul", ["x14"]),
        ("zzzzzzzz", []),
    ],
)
def test_what_is_offered_instead_works_when_it_is_typed(typed: str, offered: list[str]) -> None:
    with pytest.raises(Refused) as refused:
        named_in(BOOK, typed, BERLIN)
    sentence = str(refused.value)
    for one in offered:
        assert re.search(rf"\b{one}\b", sentence)
        assert named_in(BOOK, one, BERLIN).id == one
    assert ("did you mean" in sentence) == bool(offered)
    assert ("`ringback list`" in sentence) == (not offered)


@given(st.text(max_size=40))
def test_whatever_is_typed_finds_a_card_or_is_refused(typed: str) -> None:
    try:
        one = named_in(BOOK, typed, BERLIN)
    except Refused as why:
        assert str(why)
    else:
        assert one.id in BOOK.interviews


@given(st.sampled_from(CARDS))
def test_an_id_always_means_its_card(card: Interview) -> None:
    assert named_in(BOOK, card.id, BERLIN) is card
    assert found_in(BOOK, card.id) is card


def test_what_is_far_too_long_is_cut_in_the_refusal() -> None:
    with pytest.raises(Refused) as refused:
        named_in(BOOK, "x y " * 100_000, BERLIN)
    assert len(str(refused.value)) < LONGEST_NAME + 200


# People and what is owed

ADA = Person(id="p1", name="Ada Okafor", email="ada@globex.example")
ADAM = Person(id="p2", name="Adam Lindström", called="Addi")
JOSE = Person(id="p3", name="José Ñandú Weiß")
MAIL = Person(id="c1", name="", email="talent@globex.example")
PEOPLE = (ADA, ADAM, JOSE, MAIL)


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("p1", ADA),
        ("P1", ADA),
        ("ada okafor", ADA),
        ("Okafor", ADA),
        ("oka", ADA),
        ("ada o", ADA),
        ("ADA@globex.example", ADA),
        ("adam", ADAM),
        ("addi", ADAM),
        ("lindstrom", ADAM),
        ("jose", JOSE),
        ("nandu weiss", JOSE),
        ("talent@globex.example", MAIL),
    ],
)
def test_a_person_is_found_by_id_name_or_address(typed: str, who: Person) -> None:
    assert person_named(PEOPLE, typed, of=CARDS[0]) is who


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("p9", "iv-a1 has no person p9; it has p1 (Ada Okafor), p2 (Adam Lindström), p3 ("),
        ("p9", "(José Ñandú Weiß) and c1 (talent@globex.example)."),
        ("", "it has p1"),
        ("ada z", "it has p1"),
        ("ad", "of iv-a1: p1 (Ada Okafor) and p2 (Adam Lindström); say which by the id."),
    ],
)  # fmt: skip
def test_who_is_not_clear_is_refused_with_the_people_there(typed: str, words: str) -> None:
    with pytest.raises(Refused, match=re.escape(words)):
        person_named(PEOPLE, typed, of=CARDS[0])


def test_where_there_is_nobody_that_is_said() -> None:
    with pytest.raises(Refused, match="iv-a1 has no interviewer ada; it has nobody"):
        person_named((), "ada", of=CARDS[0], what="interviewer")


OWED = (
    Owes(id="e1", at=after(1), what="the references"),
    Owes(id="e12", at=after(1), what="Lebenslauf für Søren"),
)


@pytest.mark.parametrize(
    ("typed", "owed"), [("e1", "e1"), ("e12", "e12"), ("refer", "e1"), ("soren", "e12"), ("LEBENS", "e12")]
)
def test_what_is_owed_is_found_by_id_or_words(typed: str, owed: str) -> None:
    assert owed_named(OWED, typed, of=CARDS[0]).id == owed


def test_what_is_not_owed_is_refused_with_what_is() -> None:
    with pytest.raises(
        Refused, match=r"you owe Globex e1 \(the references\) and e12 \(Lebenslauf für Søren\)\."
    ):
        owed_named(OWED, "cv", of=CARDS[0])
    with pytest.raises(Refused, match="you owe Globex nothing"):
        owed_named((), "cv", of=CARDS[0])
