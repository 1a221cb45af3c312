"""The board as a whole: the order within columns, who is owed, and when it next changes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from store.interview import Interview
from store.rules.board import Board, board
from store.rules.standing import COLUMNS
from tests.making import (
    ADA,
    BEN,
    BERLIN,
    CLEO,
    END,
    POLICY,
    SAM,
    after,
    called,
    card,
    closed,
    heard,
    made,
    pinned,
    promised,
    skipped,
    snoozed,
    thanked,
)
from tests.store.rules.generated import instants, interviews

HOUR = timedelta(hours=1)
LEAD = POLICY.owes_lead * HOUR


def look(*interviews: Interview, now: datetime = END) -> Board:
    return board(interviews, POLICY, now, BERLIN)


def ids(found: Board, column: str) -> list[str]:
    return [one.id for one in found.columns[column]]  # type: ignore[index]


def test_every_column_is_there_even_when_nothing_is() -> None:
    empty = look()
    assert tuple(empty.columns) == COLUMNS
    assert list(empty.cards()) == []
    assert empty.next_change is None
    assert empty.card("iv-1") is None


def test_least_due_first_then_company_then_id() -> None:
    early = made(id="z", company="Zeta", ends_at=END - 2 * HOUR)
    small, great = made(id="b", company="acme"), made(id="a", company="Beta")
    same = made(id="c", company="ACME")
    found = look(great, same, early, small, now=after(1))
    assert ids(found, "to_thank") == ["z", "b", "c", "a"]


def test_calls_by_the_end_of_their_window() -> None:
    settled = thanked(after(1))
    first = made(settled, promised(after(1), "2026-11-19"), id="b", company="Initech")
    second = made(settled, promised(after(1), "2026-11-23"), id="a")
    assert ids(look(second, first, now=after(24 * 8)), "call_now") == ["b", "a"]


def test_guesses_stand_behind_whatever_somebody_named_by_the_day_from_which_to_ask() -> None:
    settled = thanked(after(1))
    named = made(settled, promised(after(1), "2026-11-26"), id="named")
    early = made(settled, id="early", company="Initech", ends_at=END - 48 * HOUR)
    late = made(settled, id="late", company="Acme")
    found = look(early, late, named, now=after(24 * 13))
    assert ids(found, "call_now") == ["named", "early", "late"]
    assert [one.standing.due for one in found.columns["call_now"][1:]] == [None, None]


def test_the_most_recently_closed_first_quiet_ones_among_them() -> None:
    old = made(closed(after(24)), id="old", company="Acme")
    new = made(closed(after(24 * 60)), id="new", company="Initech")
    quiet = made(thanked(after(1)), id="quiet")
    assert ids(look(old, new, quiet, now=after(24 * 70)), "closed") == ["new", "quiet", "old"]


def test_a_round_that_led_to_the_next_closed_with_its_end() -> None:
    first = made(thanked(after(1)), id="first")
    second = made(thanked(after(1)), id="second", ends_at=after(24 * 20))
    before = made(closed(END - HOUR), id="before", company="Acme")
    since = made(closed(END + HOUR), id="since", company="Initech")
    found = look(before, first, since, second, now=after(24 * 3))
    assert ids(found, "closed") == ["since", "first", "before"]
    assert ids(found, "upcoming") == ["second"]


def owed(*events: Any, now: datetime = END, **facts: Any) -> list[tuple[str | None, str | None]]:
    return [(one.to, one.channel) for one in card(made(*events, **facts), now).owed]


PANEL = (ADA, BEN, CLEO)


@pytest.mark.parametrize(
    ("events", "now", "who"),
    [
        pytest.param([], END - HOUR / 2, [], id="nobody before it has ended"),
        pytest.param([], END, ["p1", "p2", "p3"], id="everyone at its end"),
        pytest.param([thanked(after(1), "p2")], after(2), ["p1", "p3"], id="but those thanked"),
        pytest.param([skipped(after(1), "p2"), thanked(after(1), "p3")], after(2), ["p1"], id="or skipped"),
        pytest.param([thanked(after(1), None)], after(2), [], id="all at once"),
        pytest.param([], after(96) - HOUR, ["p1", "p2", "p3"], id="to the last hour"),
        pytest.param([], after(96), [], id="not once the card has moved on"),
        pytest.param(
            [promised(after(-20), "2026-11-18")], after(43), ["p1", "p2", "p3"], id="while to be called"
        ),
        pytest.param([closed(after(1), "offer")], after(2), ["p1", "p2", "p3"], id="after an offer"),
        pytest.param([closed(after(1), "advanced")], after(2), ["p1", "p2", "p3"], id="after the next round"),
        *(
            pytest.param([closed(after(1), result)], after(2), [], id=f"not where {result}")
            for result in ("rejected", "withdrawn", "cancelled", "quiet", "accepted", "declined")
        ),
        pytest.param([closed(after(-9), "offer")], after(2), [], id="not where it never took place"),
    ],
)
def test_who_is_owed_thanks(events: list[Any], now: datetime, who: list[str]) -> None:
    assert [one for one, _ in owed(*events, now=now, interviewers=PANEL)] == who


def test_the_one_whom_nobody_knows() -> None:
    assert owed(interviewers=(), contacts=(SAM,), now=after(1)) == [(None, "recruiter")]
    assert owed(interviewers=(), now=after(1)) == [(None, None)], "first find out who it was"
    assert owed(interviewers=(), mode="recorded", now=after(1)) == [], "nobody was there"
    assert owed(interviewers=(BEN,), mode="recorded", now=after(1)) == [("p2", "email")]
    assert owed(thanked(after(1), None), interviewers=(), now=after(2)) == []


def test_nobody_is_owed_on_a_card_gone_quiet() -> None:
    policy = pinned(thank_expires=24 * 300, quiet_after=1)
    quiet = card(made(), after(24 * 60), policy)
    assert (quiet.column, quiet.standing.level, quiet.owed) == ("closed", "quiet", ())


def test_a_card_to_call_with_thanks_open_shows_both() -> None:
    both = card(made(promised(after(-20), "2026-11-18")), after(43))
    assert both.column == "call_now"
    assert both.follow_up is not None
    assert [one.to for one in both.owed] == ["p1"]
    assert not both.thanks_missed


def test_thanks_that_were_missed() -> None:
    assert card(made(), after(96)).thanks_missed
    assert not card(made(), after(95)).thanks_missed
    assert not card(made(thanked(after(2))), after(96)).thanks_missed


def test_closing_is_offered_after_a_few_vain_attempts() -> None:
    vain = [called(after(n)) for n in (200, 240, 300)]
    then = after(24 * 20)
    assert not card(made(*vain[:2]), then).offer_closing
    assert card(made(*vain), then).offer_closing
    assert not card(made(*vain, heard(after(310))), then).offer_closing
    waiting = card(made(*vain, snoozed(after(310), "2027-01-04")), then)
    assert (waiting.column, waiting.offer_closing) == ("awaiting_callback", False)


@given(st.data(), st.lists(interviews(), max_size=4))
def test_a_way_to_follow_up_only_where_a_call_is_due(data: st.DataObject, some: list[Interview]) -> None:
    named = [replace(one, id=f"iv-{n}") for n, one in enumerate(some)]
    now = data.draw(instants(named[0])) if named else END
    found = look(*named, now=now)
    assert sorted(one.id for one in found.cards()) == sorted(one.id for one in named)
    for one in found.cards():
        asks = one.column == "call_now" and one.course.closed is None
        assert (one.follow_up is not None) == asks
        assert found.card(one.id) is one
        assert one.why.strip()
    for cards in found.columns.values():
        dues = [one.standing.due for one in cards if one.standing.due is not None]
        assert dues == sorted(dues)
    changes = [one.next_change for one in found.cards()]
    changes += [event.at for one in named for event in one.events]
    changes += [one.follow_up.begins for one in found.cards() if one.follow_up is not None]
    changes += [owed.begins for one in found.cards() for owed in one.owed]
    changes += [owing.due - LEAD for one in found.cards() for owing in one.owes if owing.due is not None]
    assert found.next_change == min((at for at in changes if at is not None and at > now), default=None)


def test_the_board_changes_when_a_known_later_event_takes_effect() -> None:
    plain = look(made(), now=after(1))
    assert plain.next_change == after(24)
    assert look(made(thanked(after(3))), now=after(1)).next_change == after(3)
    assert look(made(closed(after(3))), now=after(3)).next_change is None
