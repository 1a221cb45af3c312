"""What moved when, and why: checked against the rules themselves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise
from unittest.mock import patch
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.interview import Heard, Interview, Snoozed
from store.policy import Policy
from store.rules.application import Applications
from store.rules.board import board
from store.rules.elsewhere import elsewhere
from store.rules.history import Moment, history, last_move
from store.rules.standing import Standing, course, standing_at
from tests.command_line import NOW, SEARCH
from tests.growth import growth
from tests.making import END, POLICY, after, called, closed, made, promised, thanked
from tests.store.rules.generated import books, instants, policies

INTERVIEWS = msgspec.convert(msgspec.json.decode(SEARCH.read_bytes())["interviews"], list[Interview])
LATER = NOW + timedelta(days=60)
BERLIN = ZoneInfo("Europe/Berlin")


APPLICATIONS = Applications(INTERVIEWS)


def standing(interview: Interview, at: datetime) -> Standing:
    """Where it stood then, by what its other rounds said."""
    known = elsewhere(interview, APPLICATIONS.rounds(interview), POLICY, at)
    return standing_at(course(interview, POLICY, at, known), POLICY, at)


@pytest.mark.parametrize("interview", INTERVIEWS, ids=[one.id for one in INTERVIEWS])
def test_between_two_moments_the_card_stands_still(interview: Interview) -> None:
    moments = history(interview, POLICY, LATER, BERLIN, APPLICATIONS.rounds(interview))
    assert [one.at for one in moments] == sorted(one.at for one in moments)
    assert {one.event.id for one in moments if one.event} == {one.id for one in interview.events}
    for before, then in pairwise(moments):
        if then.at > before.at:
            for at in (before.at, then.at - timedelta(seconds=1)):
                now = standing(interview, at)
                assert (now.column, now.level) == (before.standing.column, before.standing.level)
    assert moments[-1].standing == standing(interview, LATER)


def test_nothing_is_told_before_it_happens() -> None:
    interview = next(one for one in INTERVIEWS if one.id == "hooli-1")
    assert history(interview, POLICY, interview.ends_at - timedelta(seconds=1), BERLIN) == ()
    (first,) = history(interview, POLICY, interview.ends_at, BERLIN)
    assert (first.what, first.event, first.moved) == ("the interview ended", None, True)


# The other rounds of an application


FIRST = made(thanked(after(1)), promised(after(1), "2026-11-27"), id="a")


def moves(one: Interview, until: datetime, *others: Interview) -> list[tuple[datetime, str, str, str | None]]:
    """When it moved, where to, and by which event."""
    told = history(one, POLICY, until, BERLIN, Applications([one, *others]).rounds(one))
    return [
        (moment.at, moment.standing.column, moment.standing.level, kind(moment))
        for moment in told
        if moment.moved
    ]


def kind(moment: Moment) -> str | None:
    return moment.event.KIND if moment.event is not None else None


def test_a_later_round_counts_from_the_start() -> None:
    second = made(id="b", ends_at=after(24 * 15))
    assert moves(FIRST, after(24 * 30), second) == [
        (END, "to_thank", "due", None),
        (after(1), "closed", "advanced", "thanked"),
    ]


def test_when_the_later_round_is_called_off_the_card_comes_back_and_goes_by_that() -> None:
    """It was heard on Monday 30 November: five working days, and one of waiting, lead to Wednesday 9th."""
    off = after(24 * 12)
    second = made(closed(off, "cancelled"), id="b", ends_at=after(24 * 15))
    assert moves(FIRST, after(24 * 30), second)[1:] == [
        (after(1), "closed", "advanced", "thanked"),
        (off, "awaiting_callback", "waiting", None),
        (datetime.fromisoformat("2026-12-09T09:00+01:00"), "call_now", "open", None),
    ]


def test_a_promise_made_on_the_day_of_both_moves_the_second() -> None:
    first = made(promised(after(1), "2026-11-20"), id="a")
    second = made(thanked(after(3)), id="b", ends_at=after(2))
    assert moves(second, after(24 * 7), first)[-2:] == [
        (datetime.fromisoformat("2026-11-24T09:00+01:00"), "call_now", "open", None),
        (datetime.fromisoformat("2026-11-24T17:00+01:00"), "call_now", "overdue", None),
    ]


def test_an_offer_on_one_round_closes_the_other_until_it_is_answered() -> None:
    """The second round was called off, and an offer was made on the first."""
    second = made(thanked(after(1)), called(after(24 * 13), "no_answer"), id="b")
    first = made(closed(after(24 * 14), "offer", "2026-12-04"), closed(after(24 * 15), "accepted"), id="a")
    assert moves(second, after(24 * 15 + 1), first)[-2:] == [
        (after(24 * 14), "closed", "advanced", None),
        (after(24 * 15), "call_now", "open", None),
    ]


def test_a_long_history_takes_its_length_and_not_the_square_of_it() -> None:
    def told_of(number: int) -> Callable[[], object]:
        calls = (
            Heard(id=f"e{place}", at=END + timedelta(minutes=place), note="and") for place in range(number)
        )
        card = made(*calls)
        return lambda: (
            history(card, POLICY, END + timedelta(minutes=number), BERLIN),
            board([card], POLICY, END + timedelta(minutes=number), BERLIN),
        )

    assert growth(told_of(1_000), told_of(4_000)) < 8


def last_of_all(book: tuple[Interview, ...], policy: Policy, now: datetime) -> datetime | None:
    applications = Applications(book)
    return max(
        (
            moment.at
            for one in book
            for moment in history(one, policy, now, BERLIN, applications.rounds(one))
            if moment.moved and moment.at < now
        ),
        default=None,
    )


@given(st.data(), books(), policies)
def test_the_last_move_is_the_last_of_all_histories(
    data: st.DataObject, book: tuple[Interview, ...], policy: Policy
) -> None:
    """Also as seen from the instant of any event, where one comes to who goes back move by move."""
    happened = {event.at for one in book for event in one.events}
    for now in (data.draw(instants(*book)), *sorted(happened)):
        cards = board(book, policy, now, BERLIN).cards()
        assert last_move(cards, Applications(book)) == last_of_all(book, policy, now)


def test_an_event_at_this_very_instant_hides_no_move_before_it() -> None:
    now = after(24 * 10)
    snoozed = made(Snoozed(id="", at=now, until="2027-01-15"), id="a")
    moved_before = made(id="b", company="Initech", ends_at=after(-24))
    book = (snoozed, moved_before)
    due = datetime.fromisoformat("2026-11-27T09:00+01:00")
    assert last_of_all(book, POLICY, now) == due
    assert last_move(board(book, POLICY, now, BERLIN).cards(), Applications(book)) == due


def test_the_last_move_is_looked_for_where_it_may_be() -> None:
    book = [made(id=f"iv-{n}", company=f"Company {n}", ends_at=after(-n)) for n in range(60)]
    cards = [*board(book, POLICY, after(1), BERLIN).cards()]
    with patch("store.rules.history.history", side_effect=history) as asked:
        assert last_move(cards, Applications(book)) == END
    assert asked.call_count == 1
