"""What holds for every book of interviews: what there is to do, in which order, and when there is more."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise, takewhile
from typing import TypeAlias
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from store.interview import Interview
from store.policy import Policy
from store.rules.application import Applications
from store.rules.board import Board, board
from store.rules.deeds import Do
from store.rules.history import history
from store.rules.lasting import lasts_until
from store.rules.next_deeds import tally, tasks, then
from tests.making import BERLIN
from tests.store.rules.generated import USERS, books, instants, interviews, policies

Book: TypeAlias = tuple[Interview, ...]
Key: TypeAlias = tuple[str, Do, str | None, str | None]
users = st.sampled_from(USERS)


def known_at(book: Book, now: datetime) -> Book:
    """The book without what happens after `now`."""
    return tuple(replace(one, events=tuple(e for e in one.events if e.at <= now)) for one in book)


def todo(found: Board) -> set[Key]:
    return {(one.card.id, one.deed.do, one.deed.channel, one.deed.of) for one in tasks(found)}


@given(st.data(), books(), policies, users, st.integers(1, 2**30))
def test_nothing_comes_in_before_then_and_something_does_at_it(
    data: st.DataObject, book: Book, policy: Policy, user: ZoneInfo, between: int
) -> None:
    now = data.draw(instants(*book))
    book = known_at(book, now)
    found = board(book, policy, now, user)
    more = then(found.cards(), policy, now, user)
    horizon = more if more is not None else now + timedelta(days=200)
    span = int((horizon - now).total_seconds())
    assert span > 0
    here = todo(found)
    for seconds in (span - 1, between % span, span // 2):
        at = now + timedelta(seconds=seconds)
        assert todo(board(book, policy, at, user)) <= here
    if more is not None:
        assert todo(board(book, policy, more, user)) - here


@given(st.data(), books(), policies, users)
def test_neither_the_order_of_storage_counts_nor_what_belongs_elsewhere(
    data: st.DataObject, book: Book, policy: Policy, user: ZoneInfo
) -> None:
    now = data.draw(instants(*book))
    found = board(book, policy, now, user)
    stranger = replace(data.draw(interviews()), id="iv-0", opportunity="elsewhere", company="Initech")
    shuffled = data.draw(st.permutations((stranger, *book)))
    other = board(shuffled, policy, now, user)
    for one in book:
        assert other.card(one.id) == found.card(one.id)
    for column, cards in found.columns.items():
        assert [one for one in other.columns[column] if one.id != "iv-0"] == [*cards]
    rest = [one for one in tasks(other) if one.card.id != "iv-0"]
    assert rest == [*tasks(found)]


@given(st.data(), books(), policies, users)
def test_before_an_offer_whose_answer_presses_stand_only_others(
    data: st.DataObject, book: Book, policy: Policy, user: ZoneInfo
) -> None:
    now = data.draw(instants(*book))
    found = tasks(board(book, policy, now, user))
    lead = timedelta(hours=policy.answer_lead)
    presses = [
        one.deed.do == "answer" and one.deed.until is not None and now >= one.deed.until - lead
        for one in found
    ]
    assert sum(takewhile(bool, presses)) == sum(presses)


@given(st.data(), books(), policies, users)
def test_only_one_card_of_an_application_waits_or_asks(
    data: st.DataObject, book: Book, policy: Policy, user: ZoneInfo
) -> None:
    """But for offers, of which several may be pending."""
    now = data.draw(instants(*book))
    found = board(book, policy, now, user)
    applications = Applications(book)
    for one in book:
        rounds = {other.id for other in applications.rounds(one)}
        cards = [card for card in found.cards() if card.id in rounds]
        asks = [card for card in cards if card.follow_up is not None or card.column == "awaiting_callback"]
        assert len(asks) <= 1
        if any(card.course.answer_by is not None and card.follow_up is None and card.column == "call_now"
               for card in cards):  # fmt: skip
            assert not asks


@given(st.data(), books(), policies, users)
def test_what_can_be_done_fits_where_the_card_stands(
    data: st.DataObject, book: Book, policy: Policy, user: ZoneInfo
) -> None:
    now = data.draw(instants(*book))
    for card in board(book, policy, now, user).cards():
        does = {deed.do for deed in card.deeds}
        if card.column == "closed":
            assert does <= {"answer", "debrief", "deliver"}
        if card.column in ("upcoming", "awaiting_callback"):
            assert does <= {"debrief", "deliver"}
        if card.column != "call_now":
            assert card.follow_up is None
        assert card.doable == bool(does - {"debrief", "deliver"})
        if now < card.interview.ends_at:
            assert does <= {"answer", "deliver"}


@given(st.data(), books(), policies, users)
def test_the_board_wakes_before_anything_comes_in(
    data: st.DataObject, book: Book, policy: Policy, user: ZoneInfo
) -> None:
    """What begins because a card moves, an office opens, or something owed is due wakes the board."""
    now = data.draw(instants(*book))
    found = board(known_at(book, now), policy, now, user)
    for card in found.cards():
        begins = None if card.follow_up is None else card.follow_up.begins
        for one in (card.next_change, begins):
            if one is not None and one > now:
                assert found.next_change is not None
                assert found.next_change <= one


@given(st.data(), books(), policies)
def test_the_history_of_a_round_leads_to_where_it_stands(
    data: st.DataObject, book: Book, policy: Policy
) -> None:
    now = data.draw(instants(*book))
    found = board(book, policy, now, BERLIN)
    applications = Applications(book)
    for interview in book:
        told = history(interview, policy, now, BERLIN, applications.rounds(interview))
        own = [one.event.id for one in told if one.event is not None]
        assert sorted(own) == sorted(one.id for one in interview.events if one.at <= now)
        for before, after in pairwise(told):
            assert before.at <= after.at
            assert (before.standing.column, before.standing.level) == (
                after.before.column, after.before.level,
            )  # fmt: skip
        card = found.card(interview.id)
        assert card is not None
        if told and now >= interview.starts_at:
            assert (told[-1].standing.column, told[-1].standing.level) == (card.column, card.standing.level)


@given(st.data(), books(), policies, users, st.floats(0, 1, exclude_max=True))
def test_all_counts_last_as_long_as_is_said(
    data: st.DataObject, book: Book, policy: Policy, user: ZoneInfo, share: float
) -> None:
    now = data.draw(instants(*book))
    found = board(book, policy, now, user)
    until = lasts_until(found, policy, user)
    assert now < until
    for at in (now + (until - now) * share, until - timedelta(seconds=1)):
        if now <= at < until:
            later = board(book, policy, at, user)
            assert (tally(later.cards()), todo(later)) == (tally(found.cards()), todo(found))
