"""The form of the next round."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from store.book import Book
from store.interview import Interview
from store.rules.application import key_of
from tests.tui.forms.forms_host import INES, JOAN, MARTA, answers, filled, interview, moment
from tui.forms import next_round
from tui.forms.fields import Line, Wrong
from tui.forms.known import known


def sheet(earlier: Interview, *others: Interview, notes: str = "") -> Any:
    return next_round.sheet(moment(), known([earlier, *others]), earlier, notes)


def after(earlier: Interview, *others: Interview, **typed: Any) -> Book:
    """The book once the form is saved."""
    done = filled(sheet(earlier, *others), **{"starts_at": "2026-11-30 14:00", **typed})
    changed: Book = done.change(Book({one.id: one for one in (earlier, *others)}))
    return changed


def new_in(book: Book) -> Interview:
    return book.interviews["iv-n1"]


def test_what_stays_the_same_is_filled_in_and_what_is_new_is_not() -> None:
    known = replace(MARTA, called="Marta", ask="phone", notes="likes tea")
    one = interview(
        opportunity="nw", country="DE-BE", language="de", interviewers=(known, JOAN), location="Room 4",
        topics=("streams",), questions=("who decides?",), notes="nice", mode="onsite",
    )  # fmt: skip
    form = sheet(one)
    stands = {field.name: field.value for field in form.fields if isinstance(field, Line)}
    assert form.first == "round"
    assert [stands[name] for name in ("round", "starts_at", "location", "topics", "questions", "notes")] == (
        [""] * 6
    )
    new = new_in(after(one, round="Technical"))
    assert (new.company, new.role, new.round) == ("Northwind", "Data engineer", "Technical")
    assert (new.zone, new.country, new.language) == ("Europe/Berlin", "DE-BE", "de")
    assert (new.opportunity, new.mode) == ("nw", "other")
    assert (new.interviewers, new.contacts) == ((known, JOAN), (INES,))
    assert new.starts_at == datetime(2026, 11, 30, 13, 0, tzinfo=UTC)


def test_somebody_new_gets_an_id_of_their_own() -> None:
    new = new_in(after(interview(), interviewers="Zoe\nMarta Lindqvist <marta@northwind.example>"))
    assert [(one.id, one.name) for one in new.interviewers] == [("p4", "Zoe"), ("p1", "Marta Lindqvist")]


def test_it_belongs_to_the_same_application_also_without_a_role() -> None:
    book = after(interview(role=""))
    assert key_of(new_in(book)) == key_of(book.interviews["iv-1"]) == ("opportunity", "northwind")


def test_a_round_before_the_last_one_is_not_the_next() -> None:
    with pytest.raises(Wrong, match="not after Panel") as refusal:
        after(interview(), starts_at="2026-11-17 10:00")
    assert refusal.value.field == "starts_at"


def test_what_was_noted_of_the_outcome_stands_in_it() -> None:
    assert answers(sheet(interview(), notes="with the CTO"), starts_at="mon 9:00")["notes"] == "with the CTO"


@pytest.mark.parametrize(("typed", "field"), [("Atlantis", "country"), ("german", "language")])
def test_a_country_and_a_language_are_known_ones(typed: str, field: str) -> None:
    with pytest.raises(Wrong) as refusal:
        after(interview(), **{field: typed})
    assert refusal.value.field == field
