"""A company's page: everything said to it and heard from it, across rounds, in the order of time."""

from __future__ import annotations

from msgspec.structs import replace

from store.interview import Company
from store.rules.board import Card, board
from tests.hostile import TEXTS
from tests.making import ADA, BEN, BERLIN, POLICY, after, at, called, closed, made, promised, thanked
from tui.words.company_page import company_rows, of_company

NOW = at("2027-01-15 12:00")
FIRST = made(
    replace(promised(after(0), "2026-11-27"), by="p1", quote="by Friday"),
    replace(thanked(after(2)), text="Dear Ada,\nthank you."),
    called(after(300), "reached", "p1"),
    id="a", round="Intro",
)  # fmt: skip
SECOND = made(
    closed(at("2027-01-10 12:00"), "rejected"), id="b", round="Panel", ends_at=at("2027-01-08 12:00"),
    interviewers=(replace(ADA, name="Okafor, Ada"), BEN),
)  # fmt: skip
OTHER = made(id="c", company="Initech", role="Analyst")
BY_AGENCY = made(id="d", company="Initech", role="Analyst", opportunity="x", ends_at=after(1))


def cards() -> list[Card]:
    return [*board([FIRST, SECOND, OTHER], POLICY, NOW, BERLIN).cards()]


def page(width: int = 80) -> list[str]:
    rows = company_rows(
        of_company(cards(), "globex"), "Globex", Company(name="Globex", notes="slow"), NOW, BERLIN
    )
    return [line for row in rows for line in row.lines(width)]


def test_all_that_was_said_stands_in_the_order_of_time() -> None:
    said = page()
    history = said[said.index("ALL THAT WAS SAID") + 1 :]
    assert [line.split("  ")[-1].strip() for line in history] == [
        "2026",
        "interview: Data engineer · Intro, with Ada Okafor",
        "Ada Okafor promised an answer by Fri 27 Nov (Intro): by Friday",
        "thanked Ada Okafor by e-mail (Intro)",
        "Dear Ada,",
        "thank you.",
        "called Ada Okafor (Intro)",
        "2027",
        "interview: Data engineer · Panel, with Okafor, Ada, Ben Ito",
        "closed: rejected (Panel)",
    ]


def test_it_begins_with_how_it_stands_and_who_is_there() -> None:
    said = page()
    assert said[0] == "Globex"
    assert said[1].startswith("  Data engineer · Panel: Closed, rejected")
    assert said[2].startswith("  Data engineer · Intro: Closed, ")
    assert "  slow" in said
    assert sum("Okafor" in line for line in said[: said.index("ALL THAT WAS SAID")]) == 1
    assert not any("Initech" in line for line in said)


def test_rows_that_stand_for_an_interview_open_it() -> None:
    rows = company_rows(of_company(cards(), "Globex"), "Globex", None, NOW, BERLIN)
    assert {row.card_id for row in rows if row.card_id} == {"a", "b"}
    gone = company_rows([], "Globex", None, NOW, BERLIN)
    assert [row.card_id for row in gone] == [None, None]


def test_other_companies_of_one_application_are_there_too() -> None:
    agency = made(id="e", company="Agency", role="x", opportunity="x")
    every = [*board([BY_AGENCY, agency, FIRST], POLICY, NOW, BERLIN).cards()]
    assert {card.id for card in of_company(every, "Initech")} == {"d", "e"}


def test_what_is_hostile_is_shown_as_signs() -> None:
    for text in TEXTS.values():
        one = made(replace(thanked(after(2)), text=text), company=text.strip() or "x", notes=text)
        every = [*board([one], POLICY, NOW, BERLIN).cards()]
        rows = company_rows(every, one.company, None, NOW, BERLIN)
        shown = "".join(line for row in rows for line in row.lines(40))
        assert not any(ord(letter) < 32 or ord(letter) == 127 for letter in shown)


def test_narrow_windows_lose_nothing() -> None:
    narrow = " ".join(" ".join(page(36)).split())
    for word in ("promised", "27", "thank you.", "Panel"):
        assert word in narrow
