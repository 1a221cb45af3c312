"""The rules against their slow re-statement, for books of every sort."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from store.interview import Interview
from store.policy import Policy
from store.rules.board import Board, Card, board
from store.rules.next_deeds import tasks
from tests.store.rules import oracle, oracle_deeds
from tests.store.rules.generated import USERS, books, instants, policies


def standing(card: Card) -> tuple[Any, ...]:
    """Where a card stands and what that rests on, as the re-statement has it."""
    window = card.course.window
    later = card.course.elsewhere.later
    return (
        card.column,
        card.standing.level,
        card.standing.due,
        (window.opens, window.closes, window.basis, window.firm),
        tuple(one and one.id for one in card.course.unsettled),
        None if later is None else later.id,
    )


def asked(card: Card) -> tuple[Any, ...]:
    """What a card asks for, as the re-statement has it."""
    follow = card.follow_up
    return (
        tuple((one.channel, one.to, one.begins) for one in card.owed),
        None if follow is None else (follow.channel, follow.to, follow.begins),
        follow is not None and follow.rest,
        tuple((one.id, one.due, one.pressing) for one in card.owes),
    )


def listed(found: Board) -> list[tuple[Any, ...]]:
    """What there is to do now, as the re-statement has it."""
    return [
        (one.card.id, one.deed.do, one.deed.to, one.deed.channel, one.deed.until, one.deed.of)
        for one in tasks(found)
    ]


@settings(max_examples=150)
@given(st.data(), books(), policies, st.sampled_from(USERS))
def test_all_is_as_the_slow_restatement_says(
    data: st.DataObject, book: tuple[Interview, ...], policy: Policy, user: ZoneInfo
) -> None:
    for _ in range(3):
        now: datetime = data.draw(instants(*book))
        found = board(book, policy, now, user)
        for interview in book:
            card = found.card(interview.id)
            assert card is not None
            assert standing(card) == oracle.stands(interview, book, policy, now)
            assert asked(card) == oracle_deeds.asked(interview, book, policy, now, user)
        assert listed(found) == oracle_deeds.everything(book, policy, now, user)
