"""What the user has promised them: noted, and ticked off."""

from __future__ import annotations

from datetime import timedelta

import pytest

from store.book import Book
from store.interview import Called, Delivered, Owes
from tests.tui.forms.forms_host import BERLIN, NOW, card, filled, interview, moment
from tui.forms import called, owes
from tui.forms.done import Done
from tui.forms.fields import Marks, Wrong
from tui.words.owing import owing_words

WORK = Owes(id="o1", at=NOW - timedelta(hours=5), what="a work sample", due="2026-11-27", to="p2")
LINK = Owes(id="o2", at=NOW - timedelta(hours=4), what="a link", due="2026-11-19T08:00:00Z")
DAY = Owes(id="o3", at=NOW - timedelta(hours=3), what="a day to start")
OPEN = card(interview(WORK, LINK, DAY))


def last(done: Done) -> list[object]:
    """What is new in the history."""
    book = done.change(Book({"iv-1": OPEN.interview}))
    return [*book.interviews["iv-1"].events[3:]]


def test_what_is_open_is_listed_with_its_day() -> None:
    said = [owing_words(OPEN, one, NOW, BERLIN) for one in OPEN.owes]
    assert said == [
        "a work sample, by Fri 27 Nov, to Deniz Aydın",
        "a link, it was for Thu 09:00",
        "a day to start",
    ]
    ticks = owes.sheet(moment(), OPEN).fields[0]
    assert isinstance(ticks, Marks)
    assert [(one.key, one.words) for one in ticks.options] == [*zip("123", said, strict=True)]


def test_what_was_sent_is_ticked_off() -> None:
    done = filled(owes.sheet(moment(), OPEN), delivered=frozenset({"o1", "o3"}))
    assert done.words == "Northwind: sent a work sample and a day to start"
    assert last(done) == [
        Delivered(id="en1", at=NOW, of="o1"),
        Delivered(id="en2", at=NOW, of="o3"),
    ]


def test_something_new_is_noted_with_a_day_and_a_person_or_without() -> None:
    sheet = owes.sheet(moment(), OPEN)
    done = filled(sheet, owes="references", owes_by="fri 14:00", to="p9")
    assert done.words == "Northwind: to do: references"
    assert last(done) == [Owes(id="en1", at=NOW, what="references", due="2026-11-20T13:00:00Z", to="p9")]
    assert last(filled(owes.sheet(moment(), OPEN), owes="references")) == [
        Owes(id="en1", at=NOW, what="references")
    ]
    assert len(owes.sheet(moment(), card()).fields) == 3, "nothing to tick where nothing is open"


@pytest.mark.parametrize("typed", [{}, {"owes_by": "fri"}])
def test_nothing_is_no_promise(typed: dict[str, str]) -> None:
    with pytest.raises(Wrong) as refusal:
        filled(owes.sheet(moment(), OPEN), **typed)
    assert refusal.value.field == "owes"


def test_what_is_promised_in_a_call_is_noted_with_it() -> None:
    sheet = called.sheet(moment(), card())
    done = filled(sheet, outcome="reached", to="p9", owes="references", owes_by="fri")
    events = done.change(Book({"iv-1": interview()})).interviews["iv-1"].events
    assert isinstance(events[0], Called)
    assert events[1] == Owes(id="en2", at=NOW, what="references", due="2026-11-20", to="p9")
