"""What moved when, and why: checked against the rules themselves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import msgspec
import pytest

from store.interview import Heard, Interview
from store.rules.board import board
from store.rules.history import history
from store.rules.standing import standing
from tests.command_line import NOW, SEARCH
from tests.growth import growth
from tests.making import END, POLICY, made

INTERVIEWS = msgspec.convert(msgspec.json.decode(SEARCH.read_bytes())["interviews"], list[Interview])
LATER = NOW + timedelta(days=60)
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize("interview", INTERVIEWS, ids=[one.id for one in INTERVIEWS])
def test_between_two_moments_the_card_stands_still(interview: Interview) -> None:
    moments = history(interview, POLICY, LATER, BERLIN)
    assert [one.at for one in moments] == sorted(one.at for one in moments)
    assert {one.event.id for one in moments if one.event} == {one.id for one in interview.events}
    for before, after in pairwise(moments):
        if after.at > before.at:
            for at in (before.at, after.at - timedelta(seconds=1)):
                now = standing(interview, POLICY, at)
                assert (now.column, now.level) == (before.standing.column, before.standing.level)
    assert moments[-1].standing == standing(interview, POLICY, LATER)


def test_nothing_is_told_before_it_happens() -> None:
    interview = next(one for one in INTERVIEWS if one.id == "hooli-1")
    assert history(interview, POLICY, interview.ends_at - timedelta(seconds=1), BERLIN) == ()
    (first,) = history(interview, POLICY, interview.ends_at, BERLIN)
    assert (first.what, first.event, first.moved) == ("the interview ended", None, True)


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
