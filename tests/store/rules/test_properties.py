"""What holds for every interview, whatever happened and whenever one looks."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from store.interview import (
    AnyEvent,
    Called,
    Closed,
    Emailed,
    Heard,
    Interview,
    Promised,
    Reopened,
    Snoozed,
    iso,
)
from store.policy import Policy
from store.rules.application import Applications
from store.rules.elsewhere import elsewhere
from store.rules.history import history
from store.rules.standing import (
    COLUMNS,
    ENDED,
    Course,
    Standing,
    change_after,
    course,
    known_events,
    standing_at,
)
from tests.making import BERLIN, POLICY, after, made, promised
from tests.store.rules.generated import ZONES, books, instants, interviews, offsets, policies

SECOND = timedelta(seconds=1)
RESULTS = {"offer", "advanced", "rejected", "withdrawn", "cancelled", "quiet", "accepted", "declined"}
LEVELS = {
    "upcoming": {"upcoming"},
    "to_thank": {"due", "late", "stale"},
    "awaiting_callback": {"waiting"},
    "call_now": {"open", "overdue", "answer"},
    "closed": RESULTS,
}


def standing(interview: Interview, policy: Policy, now: datetime) -> Standing:
    return standing_at(course(interview, policy, now), policy, now)


def place(interview: Interview, policy: Policy, now: datetime) -> tuple[str, str]:
    stands = standing(interview, policy, now)
    return stands.column, stands.level


def next_change(interview: Interview, policy: Policy, now: datetime) -> datetime | None:
    return change_after(course(interview, policy, now), policy, now)


def in_book(interview: Interview, book: tuple[Interview, ...], policy: Policy, now: datetime) -> Course:
    """The course of one interview of a book, by what its other rounds say."""
    rounds = Applications(book).rounds(interview)
    return course(interview, policy, now, elsewhere(interview, rounds, policy, now))


def with_event(interview: Interview, event: AnyEvent) -> Interview:
    return replace(interview, events=(*interview.events, event))


@given(st.data(), interviews(), policies)
def test_one_column_with_a_level_of_its_own(
    data: st.DataObject, interview: Interview, policy: Policy
) -> None:
    now = data.draw(instants(interview))
    stands = standing(interview, policy, now)
    assert stands.column in COLUMNS
    assert stands.level in LEVELS[stands.column]
    guess = stands.column == "call_now" and not course(interview, policy, now).window.firm
    assert (stands.due is None) == (stands.column == "closed" or (guess and stands.level == "open"))


@given(st.data(), books(), policies, st.integers(1, 2**30))
def test_nothing_moves_before_the_next_change_and_something_at_it(
    data: st.DataObject, book: tuple[Interview, ...], policy: Policy, between: int
) -> None:
    now = data.draw(instants(*book))
    for interview in book:
        known = in_book(interview, book, policy, now)
        here = standing_at(known, policy, now)
        change = change_after(known, policy, now)
        horizon = change if change is not None else now + timedelta(days=500)
        span = int((horizon - now).total_seconds())
        assert span > 0
        for at in (horizon - SECOND, now + timedelta(seconds=between % span), now + (horizon - now) / 2):
            assert moved(known, policy, at) == (here.column, here.level)
        if change is not None:
            assert moved(known, policy, change) != (here.column, here.level)


def moved(known: Course, policy: Policy, at: datetime) -> tuple[str, str]:
    """Where the card stands at `at` if nothing more happens than is known."""
    stands = standing_at(known, policy, at)
    return stands.column, stands.level


@given(st.data(), interviews(), policies)
def test_changes_come_to_an_end(data: st.DataObject, interview: Interview, policy: Policy) -> None:
    now = data.draw(instants(interview))
    known = course(interview, policy, now)
    at: datetime | None = now
    for _ in range(10):
        at = change_after(known, policy, at) if at is not None else None
    assert at is None


@given(st.data(), interviews(), policies)
def test_what_has_not_happened_yet_has_no_effect(
    data: st.DataObject, interview: Interview, policy: Policy
) -> None:
    now = data.draw(instants(interview))
    known = replace(interview, events=tuple(one for one in interview.events if one.at <= now))
    assert standing(interview, policy, now) == standing(known, policy, now)
    assert next_change(interview, policy, now) == next_change(known, policy, now)


@given(st.data(), interviews(), policies)
def test_the_order_of_storage_counts_only_at_one_instant(
    data: st.DataObject, interview: Interview, policy: Policy
) -> None:
    now = data.draw(instants(interview))
    shuffled = data.draw(st.permutations(interview.events))
    number = {one.id: place for place, one in enumerate(interview.events)}
    queues = {one.at: [x for x in interview.events if x.at == one.at] for one in shuffled}
    other = replace(interview, events=tuple(queues[one.at].pop(0) for one in shuffled))
    assert sorted(number) == sorted(one.id for one in other.events)
    assert standing(other, policy, now) == standing(interview, policy, now)
    one, two = course(other, policy, now), course(interview, policy, now)
    assert replace(one, interview=interview) == two


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("hours", [24, 48, 96])
@given(n=st.integers(0, 60 * 24))
@settings(max_examples=20)
def test_a_clock_change_never_moves_a_limit_of_the_thanks(zone: str, hours: int, n: int) -> None:
    end = datetime.fromisoformat("2026-09-20T00:00:00Z") + timedelta(hours=n)
    interview = made(ends_at=end, zone=zone)
    limit = end + timedelta(hours=hours)
    before = standing(interview, POLICY, limit - SECOND)
    assert (before.column, before.due) == ("to_thank", limit)
    assert place(interview, POLICY, limit) == {
        24: ("to_thank", "late"), 48: ("to_thank", "stale"), 96: ("awaiting_callback", "waiting"),
    }[hours]  # fmt: skip
    assert next_change(interview, POLICY, limit - SECOND) == limit


@given(interviews(), st.sampled_from(["called", "emailed", "heard", "promised", "snoozed"]))
def test_an_event_brings_back_a_card_that_went_quiet(interview: Interview, kind: str) -> None:
    never_closed = tuple(one for one in interview.events if one.KIND not in ("closed", "reopened"))
    interview = replace(interview, events=never_closed)
    known = course(interview, POLICY, interview.ends_at + timedelta(days=200))
    now = known.call_from + timedelta(days=30)
    assume(place(interview, POLICY, now) == ("closed", "quiet"))
    ahead = iso(now + timedelta(days=2))
    event: AnyEvent = {
        "called": Called(id="new", at=now, outcome="no_answer"),
        "emailed": Emailed(id="new", at=now),
        "heard": Heard(id="new", at=now),
        "promised": Promised(id="new", at=now, callback_by=ahead),
        "snoozed": Snoozed(id="new", at=now, until=ahead),
    }[kind]  # type: ignore[assignment]
    assert standing(with_event(interview, event), POLICY, now).column != "closed"


@given(st.data(), interviews(), policies, offsets)
def test_a_snooze_never_brings_a_call_forward(
    data: st.DataObject, interview: Interview, policy: Policy, ahead: timedelta
) -> None:
    now = data.draw(instants(interview))
    interview = replace(interview, events=tuple(one for one in interview.events if one.KIND != "snoozed"))
    before = course(interview, policy, now)
    snoozed = with_event(interview, Snoozed(id="new", at=now, until=iso(now + ahead)))
    assert course(snoozed, policy, now).call_from >= before.call_from


@given(interviews(), policies, offsets, st.sampled_from(["reached", "heard", "emailed", "voicemail"]))
@example(made(promised(after(1), "2026-11-27")), POLICY, timedelta(hours=2), "heard")
def test_good_news_never_shortens_a_promise(
    interview: Interview, policy: Policy, later: timedelta, kind: str
) -> None:
    now = interview.ends_at + timedelta(days=50)
    promise = Promised(id="promise", at=now, callback_by=iso(now + later))
    interview = with_event(with_event(interview, Reopened(id="open", at=now)), promise)
    at = now + abs(later) / 2
    news: AnyEvent = {
        "reached": Called(id="new", at=at, outcome="reached"),
        "voicemail": Called(id="new", at=at, outcome="voicemail"),
        "heard": Heard(id="new", at=at),
        "emailed": Emailed(id="new", at=at),
    }[kind]  # type: ignore[assignment]
    alone = course(replace(interview, events=(promise,)), policy, at)
    assert alone.basis == "promised"
    assert course(with_event(interview, news), policy, at).call_from >= alone.call_from


@given(st.data(), interviews(), policies)
def test_while_closed_only_thanks_results_and_reopening_count(
    data: st.DataObject, interview: Interview, policy: Policy
) -> None:
    now = data.draw(instants(interview))
    interview = with_event(interview, Closed(id="closed", at=now, result="offer"))
    known = course(interview, policy, now)
    for event in (
        Called(id="new", at=now, outcome="reached"),
        Emailed(id="new", at=now),
        Heard(id="new", at=now),
        Promised(id="new", at=now, callback_by=iso(now + timedelta(days=3))),
        Snoozed(id="new", at=now, until=iso(now + timedelta(days=3))),
    ):
        then = course(with_event(interview, event), policy, now)
        assert replace(then, interview=interview) == known


@given(st.data(), interviews(), policies)
def test_thanks_are_never_asked_for_where_they_make_no_sense(
    data: st.DataObject, interview: Interview, policy: Policy
) -> None:
    now = data.draw(instants(interview))
    known = course(interview, policy, now)
    if known.closed is not None and known.closed.result in ENDED:
        assert place(interview, policy, now) == ("closed", known.closed.result)
    if now >= interview.ends_at + timedelta(hours=policy.thank_expires) or not known.unsettled:
        assert standing(interview, policy, now).column != "to_thank"


@given(st.data(), interviews(), policies)
def test_the_history_leads_to_where_the_card_stands(
    data: st.DataObject, interview: Interview, policy: Policy
) -> None:
    now = data.draw(instants(interview))
    assume(now >= interview.starts_at)
    told = history(interview, policy, now, BERLIN)
    assert [one.event for one in told if one.event is not None] == known_events(interview, now)
    for before, moment in pairwise(told):
        assert (before.standing.column, before.standing.level) == (moment.before.column, moment.before.level)
        assert before.at <= moment.at
    if told:
        assert (told[-1].standing.column, told[-1].standing.level) == place(interview, policy, now)
