"""Where what is heard of an application is noted."""

from __future__ import annotations

from datetime import timedelta

from store.changes.last_round import last_round
from store.rules.application import Applications
from tests.making import END, closed, made

WEEK = timedelta(days=7)


def test_it_is_the_last_one_that_is_not_called_off() -> None:
    first, second = made(), made(id="iv-2", ends_at=END + WEEK)
    third = made(closed(END), id="iv-3", ends_at=END + 2 * WEEK)
    rounds = Applications([third, first, second]).rounds(first)
    assert last_round(first, rounds, END - WEEK) == third, "nobody knows yet that it is called off"
    off = made(closed(END, "cancelled"), id="iv-3", ends_at=END + 2 * WEEK)
    rounds = Applications([off, first, second]).rounds(first)
    assert last_round(first, rounds, END) == second
    assert last_round(second, rounds, END) is None
    assert last_round(second, rounds, END - WEEK) == off
