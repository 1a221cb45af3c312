"""What to do now, and when there is more: the vectors, and what holds for all of them."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest
from msgspec.structs import replace

from store.interview import Interview
from store.policy import Policy
from store.rules.board import board
from store.rules.next_deeds import Task, tasks, then
from tests.making import (
    ADA,
    BERLIN,
    POLICY,
    after,
    at,
    made,
    pinned,
    promised,
    thanked,
    vector_policy,
    written,
)

BOOKS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "next.json").read_text("utf-8"))


def entry(task: Task) -> dict[str, Any]:
    """A task as the vectors have it."""
    deed = task.deed
    return {
        "id": task.card.id,
        "do": deed.do,
        "to": list(deed.to),
        "channel": deed.channel,
        "until": written(deed.until),
        "of": deed.of,
    }


@pytest.mark.parametrize("book", BOOKS, ids=[f"book {number}" for number in range(len(BOOKS))])
def test_book(book: dict[str, Any]) -> None:
    interviews = [msgspec.convert(one, Interview) for one in book["interviews"]]
    policy, zone = vector_policy(book)
    for expected in book["expect"]:
        now = datetime.fromisoformat(expected["at"])
        stands = board(interviews, policy, now, zone)
        found = [entry(task) for task in tasks(stands)]
        assert found == expected["now"], expected["at"]
        assert written(then(stands.cards(), policy, now, zone)) == expected["then"], expected["at"]


# When there is more, over long times without a call


LONG_AWAY = pinned(away=("2026-12-05/2026-12-27",))
ASKED = made(thanked(after(1)), promised(after(1), "2026-11-27"))
"""To be called from Tuesday 1 December, 9:00 in Berlin."""


def said(interview: Interview, policy: Policy, user: ZoneInfo, now: datetime) -> tuple[list[str], str | None]:
    """What to do, and when there is more."""
    stands = board([interview], policy, now, user)
    return [one.deed.do for one in tasks(stands)], written(then(stands.cards(), policy, now, user))


def test_who_is_away_for_long_writes_from_the_last_closing_on() -> None:
    """Away from Saturday for three weeks, and none of them within a fortnight of Friday evening."""
    assert said(ASKED, LONG_AWAY, BERLIN, at("2026-12-02 10:00")) == (["call"], "2026-12-04T16:00:00Z")
    assert said(ASKED, LONG_AWAY, BERLIN, at("2026-12-04 16:00")) == (["write"], "2026-12-28T08:00:00Z")


def test_who_is_away_calls_again_where_that_ends_within_a_fortnight() -> None:
    assert said(ASKED, LONG_AWAY, BERLIN, at("2026-12-16 10:00")) == ([], "2026-12-28T08:00:00Z")
    assert said(ASKED, LONG_AWAY, BERLIN, at("2026-12-28 08:00")) == (["call"], None)


def test_a_clock_change_on_one_side_may_bring_the_first_hour_for_a_call() -> None:
    """Berlin closes at eight in Los Angeles, but for three weeks in March at nine."""
    spring = made(
        thanked(at("2026-02-10 15:00")),
        promised(at("2026-02-10 15:00"), "2026-02-13"),
        ends_at=at("2026-02-10 14:00"),
    )
    user = ZoneInfo("America/Los_Angeles")
    assert said(spring, POLICY, user, at("2026-02-18 12:00")) == (["write"], "2026-03-09T15:00:00Z")
    assert said(spring, POLICY, user, at("2026-03-09 15:00")) == (["call"], None)


def test_who_may_only_be_called_is_called_at_their_opening_though_it_is_the_user_s_night() -> None:
    """Berlin's office hours are the night in Los Angeles all September, and nobody may be written to."""
    autumn = made(
        thanked(at("2026-09-24 08:00")),
        promised(at("2026-09-24 08:00"), "2026-09-24T07:15:00Z"),
        ends_at=at("2026-09-24 07:15"),
        interviewers=(replace(ADA, ask="phone"),),
        contacts=(),
    )
    user = ZoneInfo("America/Los_Angeles")
    assert said(autumn, POLICY, user, at("2026-09-26 07:14")) == ([], "2026-09-28T07:00:00Z")
    assert said(autumn, POLICY, user, at("2026-09-28 07:00"))[0] == ["call"]
