"""The days ahead: each day's entries are what `next` says at the instants of that day, and nothing else."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from store.demo import sample
from store.interview import Interview
from store.policy import Policy
from store.rules.agenda import FULL, AgendaDay, agenda
from store.rules.board import board
from store.rules.deeds import DeedKey, comes_after, key
from store.rules.next_deeds import tasks, then
from tests.growth import growth
from tests.making import (
    BEN,
    BERLIN,
    POLICY,
    after,
    at,
    closed,
    debriefed,
    made,
    owes,
    pinned,
    promised,
    thanked,
)
from tests.store.rules.generated import USERS, books, instants, policies
from tests.store.rules.test_book_properties import Book, known_at

HALF_AN_HOUR = timedelta(minutes=30)
SECOND = timedelta(seconds=1)
NOW = at("2026-11-19 17:04")


def days_of(*interviews: Interview, now: datetime = NOW, days: int = 10, policy: Policy = POLICY,
            zone: ZoneInfo = BERLIN) -> tuple[AgendaDay, ...]:  # fmt: skip
    return agenda(interviews, policy, now, zone, days)


def told(day: AgendaDay, *, new: bool = True) -> list[tuple[str, str]]:
    """What a day asks for, with the time in Berlin."""
    found = day.new if new else day.still
    return [(f"{one.begins.astimezone(BERLIN):%H:%M}", one.task.deed.do) for one in found]


# What holds for every book


def asked_at(book: Book, policy: Policy, when: datetime, user: ZoneInfo) -> set[tuple[str, DeedKey]]:
    return {(one.card.id, key(one.deed)) for one in tasks(board(book, policy, when, user))}


@settings(max_examples=60)
@given(st.data(), books(), policies, st.sampled_from(USERS))
def test_each_day_asks_for_what_next_says_on_it(
    data: st.DataObject, book: Book, policy: Policy, user: ZoneInfo
) -> None:
    """Also where more is recorded than is known at the first instant."""
    now = data.draw(instants(*book))
    days = days_of(*book, now=now, days=3, policy=policy, zone=user)
    starts = [now, *(datetime.combine(day.date, time(), user).astimezone(UTC) for day in days[1:])]
    ends = datetime.combine(days[-1].date + timedelta(days=1), time(), user).astimezone(UTC)
    before: set[tuple[str, DeedKey]] = set()
    for day, begins, over in zip(days, starts, [*starts[1:], ends], strict=True):
        entries = {(one.task.card.id, key(one.task.deed)): one for one in day.entries}
        assert len(entries) == len(day.entries)
        step, asked = begins, set[tuple[str, DeedKey]]()
        while step < over:
            asked |= asked_at(book, policy, step, user)
            step += HALF_AN_HOUR
        assert asked <= entries.keys()
        for name, one in entries.items():
            assert begins <= one.begins < over
            stands = board(book, policy, one.begins, user)
            assert one.task.deed in [other.deed for other in tasks(stands) if other.card.id == name[0]]
            if one.begins > begins:
                assert name not in asked_at(book, policy, one.begins - SECOND, user)
                assert name not in asked_at(book, policy, begins, user)
            assert one.new == (name not in before)
        before |= entries.keys()
        assert [one.begins for one in day.entries] == sorted(one.begins for one in day.entries)


@given(st.data(), books(), policies, st.sampled_from(USERS))
def test_the_first_day_begins_as_next_does(
    data: st.DataObject, book: Book, policy: Policy, user: ZoneInfo
) -> None:
    """With the same tasks in the same order, and new to a user who has not seen any day."""
    now = data.draw(instants(*book))
    stands = board(book, policy, now, user)
    (today,) = agenda(book, policy, now, user, 1)
    assert [one.task for one in today.entries if one.begins == now] == [*tasks(stands)]
    assert all(one.new for one in today.entries)


@given(st.data(), books(), policies, st.sampled_from(USERS))
def test_every_interview_to_come_lies_on_one_day(
    data: st.DataObject, book: Book, policy: Policy, user: ZoneInfo
) -> None:
    now = data.draw(instants(*book))
    book = known_at(book, now)
    stands = board(book, policy, now, user)
    held = [card.id for day in agenda(book, policy, now, user, 366) for card in day.interviews]
    assert sorted(held) == sorted(card.id for card in stands.columns["upcoming"])


def test_one_without_length_at_the_beginning_of_a_day_is_on_that_day() -> None:
    one = made(starts_at=at("2026-11-20 23:00"), ends_at=at("2026-11-20 23:00"))
    assert [day.date.day for day in days_of(one) if day.interviews] == [21]


# Some days


def test_what_comes_in_on_a_day_stands_there_and_then_as_still_open() -> None:
    one = made(promised(after(0), "2026-11-20"), ends_at=at("2026-11-20 15:00"), interviewers=(BEN,))
    days = days_of(one)
    assert [day.date for day in days] == [date(2026, 11, 19) + timedelta(days=n) for n in range(10)]
    assert [card.id for card in days[1].interviews] == ["iv-1"]
    assert told(days[1]) == [("16:00", "debrief"), ("16:00", "thank")]
    assert (told(days[2]), told(days[2], new=False)) == ([], [("00:00", "debrief"), ("00:00", "thank")])
    assert told(days[5]) == [("09:00", "write")]
    assert told(days[6], new=False) == [("00:00", "write")]
    assert not days[0].interviews and not days[0].entries


def test_who_looks_back_sees_what_has_happened_since() -> None:
    thanks = made(thanked(after(30)))
    called_off = made(closed(after(3), "cancelled"), id="off", ends_at=after(24), opportunity="another")
    first, second = days_of(thanks, called_off, now=after(1), days=2)
    assert told(first) == [("16:00", "debrief"), ("16:00", "thank")]
    assert told(second, new=False) == [("00:00", "debrief"), ("00:00", "thank")]
    assert not second.interviews and not told(second)


def test_what_is_over_or_will_not_take_place_is_no_interview_to_come() -> None:
    days = days_of(
        made(id="over"),
        made(closed(after(-20), "cancelled"), id="off", ends_at=at("2026-11-20 15:00")),
        made(id="now", ends_at=NOW + timedelta(minutes=20)),
        made(id="home", ends_at=at("2026-11-22 15:00"), starts_at=after(-40), mode="recorded"),
    )
    assert [[card.id for card in day.interviews] for day in days[:4]] == [["now"], [], [], ["home"]]


def test_where_a_day_begins_at_one_as_in_the_spring_of_beirut() -> None:
    """On 29 March 2026 the clocks there go from midnight to one."""
    beirut = ZoneInfo("Asia/Beirut")
    card = made(
        owes(at("2026-03-27 12:00"), due="2026-03-29"), zone="Asia/Beirut", ends_at=at("2026-03-27 10:00")
    )
    days = days_of(card, now=at("2026-03-27 20:00"), days=4, zone=beirut)
    assert [day.date.day for day in days] == [27, 28, 29, 30]
    assert [one.begins.astimezone(beirut).hour for one in days[2].still] == [1, 1]


# Days that hold too much


@pytest.mark.parametrize(("count", "overfull"), [(2, False), (3, True)])
def test_three_interviews_with_what_follows_are_too_much_for_a_day(count: int, overfull: bool) -> None:
    """Each is followed by a debrief and a thank-you: nine things."""
    held = [
        made(id=f"iv-{n}", ends_at=at(f"2026-11-20 {9 + 2 * n:02}:00"), opportunity=f"{n}")
        for n in range(count)
    ]
    days = days_of(*held)
    assert 2 * 3 <= FULL < 3 * 3
    assert [day.overfull for day in days] == [False, overfull, *[False] * 8]
    assert days[1].clash is None


def test_what_is_still_open_from_before_makes_no_day_overfull() -> None:
    held = [made(debriefed(after(1)), id=f"iv-{n}", opportunity=f"{n}") for n in range(FULL + 1)]
    days = days_of(*held, now=after(2), days=2)
    assert [len(day.entries) for day in days] == [FULL + 1, FULL + 1]
    assert [day.overfull for day in days] == [True, False]


@pytest.mark.parametrize(
    ("more", "clash"),
    [
        ({"ends_at": at("2026-11-20 15:30")}, True),
        ({"ends_at": at("2026-11-20 16:00")}, False),
        ({"ends_at": at("2026-11-20 15:30"), "mode": "recorded"}, False),
    ],
)
def test_two_interviews_at_once_are_too_much(more: dict[str, Any], clash: bool) -> None:
    first = made(id="first", ends_at=at("2026-11-20 15:00"))
    second = made(id="second", opportunity="another", **more)
    (_, day) = days_of(first, second, days=2)
    assert day.overfull == clash
    assert (day.clash is not None) == clash


# What it costs


def many(count: int) -> list[Interview]:
    """The sample over and over: more than half of its cards ask for something."""
    cards = [*sample(NOW, POLICY).interviews.values()]
    return [
        replace(cards[n % len(cards)], id=f"iv-{n}", company=f"Company {n}", opportunity=None)
        for n in range(count)
    ]


def test_ten_days_cost_a_few_looks_at_what_comes_next_and_grow_with_the_cards_alone() -> None:
    small, large = many(30), many(120)

    def following() -> object:
        stands = board(large, POLICY, NOW, BERLIN)
        return tasks(stands), [then([card], POLICY, NOW, BERLIN) for card in stands.cards()]

    assert growth(following, lambda: days_of(*large)) < 8
    assert growth(lambda: days_of(*small), lambda: days_of(*large)) < 8


def test_a_card_that_will_ask_for_nothing_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[datetime | None] = []

    def counted(*what: Any) -> datetime | None:
        looks.append(comes_after(*what))
        return looks[-1]

    monkeypatch.setattr("store.rules.agenda.comes_after", counted)
    days_of(made(closed(after(1)), owes(after(1))), now=after(200), days=366)
    assert looks == [None]


def test_away_days_are_days_without_calls() -> None:
    one = made(thanked(after(1)), promised(after(1), "2026-11-19"))
    away = pinned(away=("2026-11-23/2026-11-24",))
    days = days_of(one, policy=away)
    assert [place for place, day in enumerate(days) if ("09:00", "call") in told(day)] == [6]
