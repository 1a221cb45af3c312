"""A fortnight of twelve interviews, hour by hour: nothing that cannot be done, and nothing forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest

from store.interview import Closed, Delivered, Interview, Owes
from store.rules.board import Card
from store.rules.deeds import Deed
from store.rules.next_deeds import tasks, then
from tests.making import BERLIN
from tests.store.rules.fortnight import BOOK, HOUR, POLICY, RIYADH, hours, look, there, told

DAY = 24 * HOUR
OFF: Mapping[str, Iterable[date]] = {"America/New_York": [date(2026, 11, 26)]}
"""Thanksgiving; no other place has a day off in these weeks."""
WEEKS = {RIYADH: (6, 0, 1, 2, 3)}
"""Where the week is not from Monday to Friday."""
CARDS = {one.id: one for one in BOOK}


class Hour(NamedTuple):
    """What there is to do at one full hour, and when there will be more."""

    at: datetime
    deeds: tuple[tuple[str, Deed], ...]
    cards: Mapping[str, Card]
    then: datetime | None

    @property
    def keys(self) -> set[tuple[str, str, str | None, str | None]]:
        return {(card, one.do, one.channel, one.of) for card, one in self.deeds}


@cache
def walk() -> tuple[Hour, ...]:
    walked = []
    for at in hours():
        found = look(at)
        deeds = tuple((one.card.id, one.deed) for one in tasks(found))
        cards = {one.id: one for one in found.cards()}
        walked.append(Hour(at, deeds, cards, then(found.cards(), POLICY, at, BERLIN)))
    return tuple(walked)


def office_is_open(at: datetime, zone: str) -> bool:
    local = at.astimezone(ZoneInfo(zone))
    works = local.weekday() in WEEKS.get(zone, (0, 1, 2, 3, 4)) and local.date() not in OFF.get(zone, ())
    return works and time(9) <= local.time() < time(17)


def listed(card: str, *does: str) -> list[datetime]:
    """The hours at which one of these is to be done about a card."""
    return [hour.at for hour in walk() for one, deed in hour.deeds if one == card and deed.do in does]


# Nothing that cannot be done


def test_nobody_is_rung_while_their_office_is_closed_or_the_user_is_at_rest() -> None:
    calls = [(hour.at, card) for hour in walk() for card, deed in hour.deeds if deed.do == "call"]
    assert {CARDS[card].zone for _, card in calls} == {"Europe/Berlin", "America/New_York", RIYADH}
    for at, card in calls:
        assert office_is_open(at, CARDS[card].zone), (card, at)
        assert 8 <= at.astimezone(BERLIN).hour < 21, (card, at)


def test_nobody_in_new_york_is_rung_on_thanksgiving() -> None:
    thanksgiving = date(2026, 11, 26)
    for card, one in CARDS.items():
        if one.zone == "America/New_York":
            assert not [at for at in listed(card, "call") if at.astimezone(BERLIN).date() == thanksgiving]


def test_whoever_sits_where_it_is_night_is_written_to() -> None:
    assert not listed("wattle", "call")
    assert listed("wattle", "write")


def test_text_messages_go_out_by_day() -> None:
    for hour in walk():
        for card, deed in hour.deeds:
            if deed.channel in ("sms", "whatsapp"):
                assert 8 <= hour.at.astimezone(ZoneInfo(CARDS[card].zone)).hour < 21


def test_whoever_is_to_be_reached_has_what_it_takes() -> None:
    for hour in walk():
        for card, deed in hour.deeds:
            for person in (CARDS[card].person(to) for to in deed.to if to is not None):
                assert person is not None
                assert person.email if deed.channel == "email" else person.phone


def test_nothing_is_listed_for_a_card_that_is_closed() -> None:
    for hour in walk():
        closed = {card for card, one in hour.cards.items() if one.column == "closed"}
        assert not closed & {card for card, _ in hour.deeds}, hour.at


def test_one_round_of_an_application_asks_at_a_time() -> None:
    for hour in walk():
        for first, second in (("globex-1", "globex-2"), ("initech-1", "initech-2")):
            assert hour.cards[first].course.elsewhere.later is CARDS[second]
            assert hour.cards[first].column in ("upcoming", "to_thank", "closed")


# Nothing forgotten


@pytest.mark.parametrize("interview", [one for one in BOOK if one.mode != "recorded"], ids=lambda one: one.id)
def test_everyone_is_to_be_thanked_before_the_first_day_ends(interview: Interview) -> None:
    first_day = [one for one in walk() if interview.ends_at <= one.at < interview.ends_at + DAY]
    asked: set[str | None] = {
        to for hour in first_day for card, deed in hour.deeds
        if card == interview.id and deed.do == "thank" for to in deed.to
    }  # fmt: skip
    owed: set[str | None] = {one.id for one in interview.interviewers}
    assert asked == (owed or {None})


def test_nobody_is_thanked_for_what_was_recorded() -> None:
    assert not listed("halcyon", "thank", "debrief", "find")
    assert listed("halcyon", "write")


def test_the_offer_stands_first_from_its_lead_until_it_is_answered() -> None:
    card = CARDS["umbra"]
    made, answered = (event.at for event in card.events if isinstance(event, Closed))
    answer_by = there("11-25 17:00")
    pending = [hour for hour in walk() if made <= hour.at < answered]
    for hour in pending:
        assert ("umbra", Deed(do="answer", until=answer_by, first=hour.at >= answer_by - DAY)) in hour.deeds
        if hour.at >= answer_by - DAY:
            assert hour.deeds[0][0] == "umbra"
    assert [hour.at for hour in pending] == listed("umbra", "answer")
    others = {one for hour in pending for one, deed in hour.deeds if deed.do in ("call", "write")}
    assert len(others | {one for hour in pending for one in hour.cards if _waits(hour.cards[one])}) >= 3


def _waits(card: Card) -> bool:
    return card.column in ("awaiting_callback", "call_now") and card.id != "umbra"


def test_every_window_in_which_to_ask_has_an_hour_at_which_it_is_listed() -> None:
    """Each window that opened, and that no event closed before an hour was full."""
    windows: dict[tuple[str, datetime], list[bool]] = {}
    for hour in walk():
        asks = {card for card, deed in hour.deeds if deed.do in ("call", "write")}
        for card, one in hour.cards.items():
            if one.column == "call_now" and one.course.closed is None:
                windows.setdefault((card, one.course.call_from), []).append(card in asks)
    assert {card for card, _ in windows} == {
        "northwind", "brightwater", "halcyon", "initech-2", "wattle", "dune", "stark",
    }  # fmt: skip
    assert [key for key, listed in windows.items() if not any(listed)] == [
        ("stark", there("11-27 20:30")),  # half an hour of a Friday, then asleep, then snoozed
    ]


def test_what_is_owed_presses_a_day_ahead_until_it_is_delivered() -> None:
    owed = [(card, event) for card in BOOK for event in card.events if isinstance(event, Owes)]
    assert len(owed) == 2
    for card, event in owed:
        (sent,) = [one.at for one in card.events if isinstance(one, Delivered) and one.of == event.id]
        due = {"globex-2": there("11-30 17:00"), "stark": there("11-24 17:00", card.zone)}[card.id]
        assert listed(card.id, "deliver") == [hour.at for hour in walk() if due - DAY <= hour.at < sent]


def test_silence_is_a_no_where_they_said_so() -> None:
    """From the hour at which one would have asked; the card says so in their words."""
    last = [hour.cards["acme"] for hour in walk()][-1]
    assert (last.column, last.standing.level) == ("closed", "quiet")
    assert not listed("acme", "call", "write")


def test_when_there_is_more_nothing_has_come_before_that_without_an_event() -> None:
    events = sorted({event.at for one in BOOK for event in one.events})
    for before, after in zip(walk(), walk()[1:], strict=False):
        if any(before.at < at <= after.at for at in events):
            continue
        comes = before.then is not None and before.then <= after.at
        assert bool(after.keys - before.keys) <= comes, after.at
        if before.then == after.at:
            assert after.keys - before.keys


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("11-17 15:00", [("northwind", "thank"), ("northwind", "thank")]),
        ("11-18 12:00", [("brightwater", "debrief"), ("brightwater", "thank")]),
        ("11-21 10:00", [("umbra", "answer")]),
        ("11-24 09:00", [("stark", "deliver"), ("northwind", "call"), ("umbra", "answer")]),
        ("11-24 20:00", [("umbra", "answer"), ("stark", "call")]),
        ("11-24 23:00", [("umbra", "answer"), ("wattle", "write")]),
        ("11-26 16:00", [("northwind", "call")]),
        ("11-29 12:00", []),
        ("11-30 08:00", [("globex-2", "deliver"), ("dune", "call")]),
        ("11-30 15:00", [("initech-2", "call")]),
        ("12-01 15:00", [("halcyon", "write")]),
    ],
)
def test_what_there_is_to_do_and_what_comes_first(when: str, expected: list[tuple[str, str]]) -> None:
    (hour,) = (one for one in walk() if one.at == there(when))
    assert [(card, deed.do) for card, deed in hour.deeds] == expected


def test_it_can_be_read_day_by_day() -> None:
    lines = [*told()]
    days = [line for line in lines if line.startswith("\n")]
    assert (len(days), days[0], days[-1]) == (19, "\nMonday 16 November", "\nFriday 4 December")
    assert "         call Marta Lind, Northwind: 8 h left" in lines
    assert timedelta(days=len(days)) == walk()[-1].at + HOUR - walk()[0].at
