"""What an invitation to one date of a series, or to several meetings of a day, does to a card."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from store.calendar import Unreadable
from store.rules.application import key_of
from store.rules.standing import closed_by
from tests.making import at
from tests.store.calendar.calendar_files import NOW, calendar, event
from tests.store.changes.invited_card import ADA, CASES, ME, Board, version

# One date of a series


SERIES = ("RRULE:FREQ=WEEKLY;COUNT=3",)


def of_date(
    known_by: str, *, start: str = "", sequence: int = 1, method: str = "REQUEST", more: str = ""
) -> bytes:
    line = f"RECURRENCE-ID{more}:{known_by}"
    return version(line, sequence=sequence, start=start or known_by, method=method)


def test_another_date_called_off_leaves_the_card() -> None:
    board = Board().take((CASES / "07a-series.ics").read_bytes())
    before = board.book
    board.take((CASES / "07b-cancel-one-date.ics").read_bytes())
    assert board.book == before
    assert "2026-12-15 is called off" in board.words and "2026-12-01" in board.words


def test_its_own_date_called_off_closes_it() -> None:
    board = Board().take(version(*SERIES)).take(of_date("20261201T090000Z", method="CANCEL"))
    assert closed_by(board.card, NOW) is not None


def test_its_own_date_is_moved_and_known_by_the_old_one_later() -> None:
    board = Board().take(version(*SERIES)).take(of_date("20261201T090000Z", start="20261202T140000Z"))
    assert board.card.starts_at == at("2026-12-02T14:00")
    board.take(of_date("20261201T090000Z", start="20261204T140000Z", sequence=2))
    assert board.card.starts_at == at("2026-12-04T14:00")
    before = board.book
    board.take(of_date("20261208T090000Z", start="20261209T140000Z", sequence=3))
    assert board.book == before and "2026-12-08 is now at" in board.words


def test_from_one_date_on() -> None:
    later = ";RANGE=THISANDFUTURE"
    board = Board().take(version(*SERIES), on=date(2026, 12, 15))
    board.take(of_date("20261208T090000Z", start="20261208T110000Z", more=later))
    assert board.card.starts_at == at("2026-12-15T11:00")
    board.take(of_date("20261208T090000Z", method="CANCEL", sequence=2, more=later))
    assert closed_by(board.card, NOW) is not None


def test_a_new_version_of_the_series_keeps_to_the_cards_date() -> None:
    board = Board().take(version(*SERIES))
    after = at("2026-12-02T12:00")
    board.take(version(*SERIES, sequence=1, start="20261201T100000Z"), now=after)
    assert board.card.starts_at == at("2026-12-01T10:00"), "the date of that day"
    board.take(version(*SERIES, sequence=2, start="20261203T100000Z"), now=after)
    assert board.card.starts_at == at("2026-12-01T10:00"), "a date that is over stays as it was"
    board.take(version(sequence=3, method="CANCEL", start="20261203T100000Z"), now=after)
    assert closed_by(board.card, after) is None and "the series is called off" in board.words


def test_another_date_that_is_asked_for_is_taken_of_the_same_version() -> None:
    board = Board().take(version(*SERIES)).take(version(*SERIES), on=date(2026, 12, 8))
    assert board.card.starts_at == at("2026-12-08T09:00") and "moved" in board.words
    before = board.book
    assert board.take(version(*SERIES), on=date(2026, 12, 8)).book == before


ADDED = version(start="20261210T150000Z", sequence=4, method="ADD")


def test_a_date_that_is_added_while_the_cards_own_lies_ahead_is_only_said() -> None:
    board = Board().take(version(*SERIES))
    before = board.book
    board.take(ADDED)
    assert board.book == before
    assert "2026-12-10" in board.words and "was added" in board.words and "2026-12-01" in board.words


@pytest.mark.parametrize("how", ["over", "called off"])
def test_a_date_that_is_added_behind_the_cards_own_is_the_next_round(how: str) -> None:
    board = Board().take(version(*SERIES))
    first, now = board.card, at("2026-12-02T12:00")
    if how == "called off":
        now = NOW
        board.take(of_date("20261201T090000Z", method="CANCEL"))
    board.take(ADDED, now=now)
    later = board.book.interviews[next(key for key in board.book.interviews if key != first.id)]
    assert (later.starts_at, later.company) == (at("2026-12-10T15:00"), first.company)
    assert key_of(later) == key_of(board.book.interviews[first.id]), "two rounds of one application"
    assert board.book.interviews[first.id].starts_at == first.starts_at
    before = board.book
    assert board.take(ADDED, now=now).book == before, "it counts once"
    board.take(of_date("20261210T150000Z", start="20261211T150000Z", sequence=5), now=now)
    assert board.book.interviews[later.id].starts_at == at("2026-12-11T15:00")
    board.take(of_date("20261210T150000Z", sequence=6, method="CANCEL"), now=now)
    assert closed_by(board.book.interviews[later.id], now) is not None


def test_a_date_that_is_added_to_a_meeting_nobody_knows_is_refused() -> None:
    with pytest.raises(Unreadable, match="METHOD:ADD"):
        Board().take(ADDED)


# Several meetings


def day_of(*starts: str, summary: str = "Interview") -> bytes:
    events = (
        event(f"DTSTART:{start}", "DURATION:PT45M", ADA, ME, f"SUMMARY:{summary}", uid=start)
        for start in starts
    )
    return calendar(*events)


def test_meetings_of_one_day_are_rounds() -> None:
    board = Board().take(day_of("20261201T090000Z", "20261201T100000Z", "20261201T130000Z"))
    rounds = [*board.book.interviews.values()]
    assert len(rounds) == 3 and len({key_of(one) for one in rounds}) == 1
    assert [one.ends_at - one.starts_at for one in rounds] == [timedelta(minutes=45)] * 3
    before = board.book
    assert board.take(day_of("20261201T090000Z", "20261201T100000Z", "20261201T130000Z")).book == before


def test_meetings_of_several_days_are_not_joined_by_that() -> None:
    board = Board().take(day_of("20261201T090000Z", "20261202T090000Z"))
    assert len({key_of(one) for one in board.book.interviews.values()}) == 2


def test_a_day_joins_nothing_that_was_there_before() -> None:
    board = Board().take(day_of("20261201T090000Z")).take(day_of("20261201T100000Z", "20261201T110000Z"))
    first, *others = board.book.interviews.values()
    assert key_of(first) not in {key_of(one) for one in others}
    assert len({key_of(one) for one in others}) == 1
