"""A company that wants no thanks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from store.book import Book
from store.changes.no_thanks import carried
from store.interview import Company, Interview, Person, Thanked
from store.rules.standing import course
from tests.making import POLICY

NOW = datetime(2026, 11, 19, 10, tzinfo=UTC)
ROUND = Interview(
    id="a-1",
    company="Acme",
    zone="UTC",
    starts_at=NOW + timedelta(days=1),
    ends_at=NOW + timedelta(days=1, hours=1),
    interviewers=(Person(id="p1", name="Ada Okafor"),),
)
FLAGGED = Book({}, {"Acme": Company(name="Acme", no_thanks=True)})


def owed(book: Book, key: str) -> bool:
    return bool(course(book.interviews[key], POLICY, NOW + timedelta(days=2)).unsettled)


def test_a_later_round_is_owed_none() -> None:
    after = carried(FLAGGED, FLAGGED.with_interviews({"a-1": ROUND}), NOW)
    assert not owed(after, "a-1")


@pytest.mark.parametrize("company", ["ACME", " acme ", "Ácme"])
def test_it_is_the_same_company_in_other_letters(company: str) -> None:
    one = replace(ROUND, company=company)
    assert not owed(carried(FLAGGED, FLAGGED.with_interviews({"a-1": one}), NOW), "a-1")


def test_another_company_is_owed_its_thanks() -> None:
    other = replace(ROUND, id="g-1", company="Globex")
    after = carried(FLAGGED, FLAGGED.with_interviews({"g-1": other}), NOW)
    assert owed(after, "g-1")


def test_saying_so_goes_for_the_rounds_that_are_there() -> None:
    before = Book({"a-1": ROUND})
    after = carried(before, before.with_company(Company(name="Acme", no_thanks=True)), NOW)
    assert not owed(after, "a-1")


def test_thanks_already_given_stay_as_they_are() -> None:
    thanked = replace(ROUND, events=(Thanked(id="e1", at=NOW, to="p1", channel="email"),))
    before = Book({"a-1": thanked})
    after = carried(before, before.with_company(Company(name="Acme", no_thanks=True)), NOW)
    assert after.interviews["a-1"].events == thanked.events


def test_taken_back_by_hand_it_stays_taken_back() -> None:
    before = FLAGGED.with_interviews({"a-1": ROUND})
    assert (
        carried(before, before.with_interviews({"a-1": replace(ROUND, role="SRE")}), NOW)
        .interviews["a-1"]
        .events
        == ()
    )
