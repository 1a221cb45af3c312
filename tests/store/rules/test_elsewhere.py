"""What the rounds say for each other, and the walk along it: beside a plain restatement, and as they grow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from store.interview import (
    AnyEvent,
    Closed,
    Heard,
    Interview,
    Promised,
    Reopened,
    deadline,
    iso,
    without_repeats,
)
from store.policy import Policy
from store.rules.agenda import agenda
from store.rules.application import Applications
from store.rules.board import board
from store.rules.elsewhere import elsewhere, said_elsewhere
from store.rules.history import history
from store.rules.office import office_of
from store.rules.standing import Course, course, known_events
from store.rules.walk import walk
from tests.growth import growth
from tests.making import BERLIN, POLICY, after, closed, made, promised, skipped, thanked
from tests.store.rules.generated import books, instants, policies


def counting(one: Interview, policy: Policy, now: datetime) -> tuple[Closed | None, list[AnyEvent]]:
    """By what a round stands closed, and all it has promised while it was open, as that counts elsewhere."""
    shut: Closed | None = None
    found: list[AnyEvent] = []
    for event in without_repeats(known_events(one, now)):
        if isinstance(event, Closed):
            shut = event
        elif isinstance(event, Reopened):
            shut = None
        elif isinstance(event, Promised) and shut is None:
            limit = deadline(event.callback_by)
            if not isinstance(limit, datetime):
                at = iso(office_of(one, policy).closing(limit))
                event = replace(event, callback_by=at, how="answer")
            found.append(replace(event, id="", by=None))
    return shut, found


def all_said(book: tuple[Interview, ...], to: Interview, policy: Policy, now: datetime) -> list[AnyEvent]:
    """Everything said on other rounds that counts on this one, however little it changes."""
    found: list[AnyEvent] = []
    is_later = False
    for other in Applications(book).rounds(to):
        if other.id == to.id:
            is_later = True
            continue
        shut, promises = counting(other, policy, now)
        if is_later and shut is not None and shut.result == "cancelled":
            found += [*promises, Heard(id="", at=shut.at)]
        elif not is_later:
            zone = office_of(other, policy).zone
            starts = to.starts_at.astimezone(zone).date()
            found += [one for one in promises if starts <= one.at.astimezone(zone).date()]
    return found


@given(st.data(), books(), policies)
def test_what_is_left_out_would_have_changed_nothing(
    data: st.DataObject, book: tuple[Interview, ...], policy: Policy
) -> None:
    now = data.draw(instants(*book))
    for one in book:
        known = elsewhere(one, Applications(book).rounds(one), policy, now)
        everything = replace(known, events=tuple(all_said(book, one, policy, now)))
        assert set(known.events) <= set(everything.events)
        found = replace(course(one, policy, now, known), elsewhere=everything)
        assert found == course(one, policy, now, everything)


def found_in(one: Course, at: datetime) -> list[Any]:
    """A course, as far as it matters from an instant on."""
    said = one.elsewhere
    pending = said.offer_until if said.offer_until is not None and at < said.offer_until else None
    return [replace(one, elsewhere=replace(said, events=(), until=None, offer_until=pending))]


@given(st.data(), books(), policies)
def test_the_walk_comes_to_what_each_instant_is_folded_to(
    data: st.DataObject, book: tuple[Interview, ...], policy: Policy
) -> None:
    now = data.draw(instants(*book))
    for one in book:
        rounds = Applications(book).rounds(one)
        begun, *turns = walk(one, policy, rounds, now)
        assert begun.event is None
        assert [turn.event for turn in turns if turn.event is not None] == known_events(one, now)
        for place, turn in enumerate(turns):
            if place + 1 < len(turns) and turns[place + 1].at == turn.at:
                continue
            there = course(one, policy, turn.at, elsewhere(one, rounds, policy, turn.at))
            assert found_in(turn.course, turn.at) == found_in(there, turn.at)


# As they grow


MINUTE, AT_ONCE = timedelta(minutes=1), timedelta()


def told(kind: str, count: int, apart: timedelta = MINUTE) -> Iterator[AnyEvent]:
    """So many events of a kind, so far apart."""
    for n in range(count):
        at = after(1) + n * apart
        match kind:
            case "promised":
                yield promised(at, "2026-11-27")
            case "called off, and on again":
                yield closed(at, "cancelled") if n % 2 else Reopened(id="", at=at)
            case _:
                yield closed(at, "offer", "2026-12-04") if n % 2 else Reopened(id="", at=at)


@pytest.mark.parametrize("kind", ["promised", "called off, and on again", "offers"])
@pytest.mark.parametrize("later", [False, True])
@pytest.mark.parametrize("apart", [MINUTE, AT_ONCE], ids=["minute by minute", "all at one instant"])
def test_the_history_of_rounds_takes_their_length(kind: str, later: bool, apart: timedelta) -> None:
    """Of a card to which as much happened itself at the same instants."""

    def looked_at(count: int) -> Callable[[], object]:
        ends = after(24 if later else -24 * 8)
        other = made(*told(kind, count, apart), id="other", ends_at=ends)
        one = made(*told("promised", count, apart), id="one")
        rounds = Applications([one, other]).rounds(one)
        return lambda: history(one, POLICY, after(24 * 9), BERLIN, rounds)

    assert growth(looked_at(300), looked_at(1200), rounds=2, least=5e-3) < 10


def called_off_rounds(count: int, *, promise: bool) -> list[Interview]:
    """An application of many rounds, two days long: all are called off, one after the other."""
    return [
        made(
            *([promised(after(1) + n * timedelta(seconds=1), "2026-11-27")] if promise else []),
            closed(after(48) + n * MINUTE, "cancelled"),
            id=f"iv-{n}",
            ends_at=after(n / 60),
        )
        for n in range(count)
    ]


@pytest.mark.parametrize("promise", [True, False], ids=["each with a promise", "none with a promise"])
@pytest.mark.parametrize("place", [0, 0.5, 1], ids=["the first", "one between", "the last"])
def test_the_history_among_many_rounds_that_are_called_off_takes_their_number(
    place: float, promise: bool
) -> None:
    def looked_at(count: int) -> Callable[[], object]:
        rounds = called_off_rounds(count, promise=promise)
        one = rounds[round(place * (count - 1))]
        return lambda: history(one, POLICY, after(24 * 9), BERLIN, rounds)

    assert growth(looked_at(200), looked_at(800), rounds=2, least=5e-3) < 9


@pytest.mark.parametrize("promise", [True, False], ids=["each with a promise", "none with a promise"])
def test_what_rounds_that_are_called_off_say_takes_their_number(promise: bool) -> None:
    def looked_at(count: int) -> Callable[[], object]:
        rounds = called_off_rounds(count, promise=promise)
        return lambda: said_elsewhere(rounds, POLICY, after(24 * 9))

    assert growth(looked_at(500), looked_at(2000), rounds=2, least=5e-3) < 9


def test_the_board_and_the_days_ahead_of_one_application_take_its_length() -> None:
    def looked_at(count: int) -> Callable[[], object]:
        rounds = [
            made(promised(after(1), "2026-11-27"), closed(after(2), "cancelled" if n % 2 else "offer"),
                 id=f"iv-{n}", ends_at=after(n / 60))
            for n in range(count)
        ]  # fmt: skip
        return lambda: (board(rounds, POLICY, after(30), BERLIN), agenda(rounds, POLICY, after(30), BERLIN))

    assert growth(looked_at(100), looked_at(400), rounds=2, least=5e-3) < 9


@pytest.mark.parametrize("ahead", [1, 20])
def test_what_is_entered_for_later_on_one_round_takes_their_number(ahead: int) -> None:
    """Twenty: some looks at all of them, and not one for each."""

    def looked_at(count: int) -> Callable[[], object]:
        first, *others = called_off_rounds(count, promise=True)
        later = (Reopened(id="", at=after(24 * 9 + n)) for n in range(ahead))
        rounds = [replace(first, events=(*first.events, *later)), *others]
        return lambda: agenda(rounds, POLICY, after(24 * 8), BERLIN)

    assert growth(looked_at(100), looked_at(400), rounds=2, least=5e-3) < 9


def test_thanks_to_a_crowd_take_its_length() -> None:
    def looked_at(count: int) -> Callable[[], object]:
        crowd = tuple(replace(made().interviewers[0], id=f"p{n}", name=f"Ada {n}") for n in range(count))
        settled = ((skipped if n % 2 else thanked)(after(n / 60), f"p{n}") for n in range(count))
        one = made(*settled, interviewers=crowd)
        return lambda: history(one, POLICY, after(24 * 9), BERLIN)

    assert growth(looked_at(300), looked_at(1200), rounds=2, least=5e-3) < 9
