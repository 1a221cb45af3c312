"""The kept board is the one that would be folded anew, at every later instant and after every change."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from unittest.mock import patch
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from store.interview import AnyEvent, Delivered, Emailed, Interview, Owes, Promised
from store.policy import Policy
from store.rules import kept_board
from store.rules.announcing import announcements
from store.rules.application import Applications
from store.rules.board import Board, board, card
from store.rules.history import history
from store.rules.kept_board import KeptBoard
from store.rules.next_deeds import tally, tally_on, tasks, then_on
from store.rules.standing import course
from tests.growth import growth
from tests.making import BERLIN, POLICY, after, made
from tests.store.rules.generated import QUARTER, USERS, books, instants, interviews, policies

users = st.sampled_from(USERS)
moments = st.sampled_from([timedelta(), timedelta(seconds=1), timedelta(hours=1), timedelta(days=1)])
steps = moments | st.integers(0, 96 * 12).map(lambda quarters: quarters * QUARTER)


def found_on(one: Board) -> object:
    """All that a screen shows of a board, and all that is kept of its cards."""
    return (
        one.at,
        dict(one.columns),
        one.next_change,
        tally(one.cards()),
        [(task.card.id, task.deed) for task in tasks(one)],
        [told.mark for told in announcements(one)],
        [
            (each.now, each.order, each.holds_until, each.wakes, each.comes_up, each.is_old)
            for each in one.cards()
        ],
    )


@st.composite
def changed(draw: st.DrawFn, book: Mapping[str, Interview]) -> Mapping[str, Interview]:
    """The book after somebody has worked on it, or another window has written the same anew."""
    new = dict(book)
    match draw(
        st.sampled_from(["nothing", "read anew", "event", "event gone", "moved over", "gone", "come"])
    ):
        case "read anew":
            new = {key: replace(one) for key, one in book.items()}
        case "event":
            one = new[draw(st.sampled_from(sorted(new)))]
            at = draw(instants(one))
            new[one.id] = replace(one, events=(*one.events, Emailed(id="new", at=at)))
        case "event gone":
            one = new[draw(st.sampled_from(sorted(new)))]
            new[one.id] = replace(one, events=one.events[:-1])
        case "moved over":
            one = new[draw(st.sampled_from(sorted(new)))]
            new[one.id] = replace(one, opportunity=draw(st.sampled_from(["globex data", "other", "third"])))
        case "gone" if len(new) > 1:
            del new[draw(st.sampled_from(sorted(new)))]
        case "come":
            come = draw(interviews(most=3))
            new["iv-9"] = replace(come, id="iv-9", opportunity="other")
    return new


@given(st.data(), books(), policies, users)
def test_the_kept_board_is_the_one_folded_anew(
    data: st.DataObject, book: tuple[Interview, ...], policy: Policy, user: ZoneInfo
) -> None:
    kept, there = KeptBoard(), {one.id: one for one in book}
    now = data.draw(instants(*book))
    for _ in range(5):
        had = kept.board(there, policy, now, user)
        if data.draw(st.booleans()):
            # Only what was looked at is kept.
            found_on(had)
        now += data.draw(steps)
        there = {**data.draw(changed(there))}
        assert found_on(kept.board(there, policy, now, user)) == found_on(
            board(there.values(), policy, now, user)
        )


@given(st.data(), books(), policies, users)
def test_while_a_spell_lasts_the_same_comes_next(
    data: st.DataObject, book: tuple[Interview, ...], policy: Policy, user: ZoneInfo
) -> None:
    kept, there = KeptBoard(), {one.id: one for one in book}
    now = data.draw(instants(*book))
    had = kept.board(there, policy, now, user)
    found_on(had)
    later = kept.board(there, policy, now + data.draw(steps), user)
    if later.spell is had.spell:
        assert (had.once(then_on), had.once(tally_on)) == (then_on(later), tally_on(later))


def test_another_policy_another_zone_and_an_earlier_instant_are_folded_anew() -> None:
    there = {"iv-1": made(id="iv-1")}
    kept, now = KeptBoard(), after(30)
    other = replace(POLICY, thank_due=1)
    for policy, at, zone in (
        (POLICY, now, BERLIN), (other, now, BERLIN), (other, now, ZoneInfo("Asia/Tokyo")),
        (other, after(2), BERLIN), (other, after(2), BERLIN),
    ):  # fmt: skip
        assert found_on(kept.board(there, policy, at, zone)) == found_on(
            board(there.values(), policy, at, zone)
        )


MANY = {f"iv-{number}": made(id=f"iv-{number}", company=f"Company {number}") for number in range(30)}
WROTE = replace(MANY["iv-3"], events=(Emailed(id="e1", at=after(2)),))
NEW = made(id="iv-30", company="Company 30")


@pytest.mark.parametrize(
    ("become", "count"),
    [
        pytest.param(lambda: MANY, 0, id="nothing"),
        pytest.param(lambda: {key: replace(one) for key, one in MANY.items()}, 0, id="read anew"),
        pytest.param(lambda: {**MANY, "iv-3": WROTE}, 1, id="an event"),
        pytest.param(lambda: {**MANY, NEW.id: NEW}, 1, id="a new one"),
        pytest.param(
            lambda: {**MANY, NEW.id: replace(NEW, company="Company 3", role="x")}, 1, id="not a round"
        ),
    ],
)
def test_only_what_has_changed_is_folded(become: Callable[[], Mapping[str, Interview]], count: int) -> None:
    kept = KeptBoard()
    kept.board(MANY, POLICY, after(2), BERLIN)
    with patch("store.rules.board.course", side_effect=course) as fold:
        kept.board(become(), POLICY, after(2) + timedelta(seconds=20), BERLIN)
    assert fold.call_count == count


@given(st.data(), books())
def test_what_belongs_together_follows_changes(data: st.DataObject, book: tuple[Interview, ...]) -> None:
    before = {one.id: one for one in book}
    now = data.draw(changed(before))
    known = Applications(before.values()).following(kept_board.changes(before, now))
    fresh = Applications(now.values())
    assert [known.rounds(one) for one in now.values()] == [fresh.rounds(one) for one in now.values()]
    for key in before:
        assert known.together([key]) == fresh.together([key])


def test_a_tick_and_a_change_take_the_number_of_cards_at_most() -> None:
    def kept(count: int) -> tuple[KeptBoard, dict[str, Interview]]:
        there = {
            f"iv-{n}": made(id=f"iv-{n}", company=f"Company {n}", ends_at=after(-n)) for n in range(count)
        }
        board_there = KeptBoard()
        board_there.board(there, POLICY, after(2), BERLIN)
        return board_there, there

    def worked_on(count: int) -> Callable[[], object]:
        boards, there = kept(count)
        seconds = itertools.count(1)

        def work() -> object:
            at = after(2) + timedelta(milliseconds=next(seconds))
            return boards.board({**there, "iv-3": replace(WROTE, round=str(at))}, POLICY, at, BERLIN)

        return work

    assert growth(worked_on(300), worked_on(1200), least=1e-3) < 10


@pytest.mark.parametrize("kind", ["emailed", "owes", "delivered", "promised"])
def test_a_story_of_thousands_takes_its_length(kind: str) -> None:
    def events(count: int) -> Iterator[AnyEvent]:
        for n in range(count):
            at = after(2) + timedelta(minutes=n)
            match kind:
                case "emailed":
                    yield Emailed(id=f"e{n}", at=at)
                case "owes":
                    yield Owes(id=f"e{n}", at=at, what="a sample", due="2026-12-05")
                case "delivered" if n >= count // 2:
                    yield Delivered(id=f"e{n}", at=at, of=f"e{n - count // 2}")
                case "delivered":
                    yield Owes(id=f"e{n}", at=at, what="a sample")
                case _:
                    yield Promised(id=f"e{n}", at=at, callback_by="2026-12-05")

    def looked_at(count: int) -> Callable[[], object]:
        one, now = made(*events(count)), after(24 * 8)

        def look() -> object:
            card_there = card(one, POLICY, now, BERLIN)
            return card_there.asked, card_there.holds_until, card_there.why, history(one, POLICY, now, BERLIN)

        return look

    assert growth(looked_at(600), looked_at(2400), rounds=2, least=5e-3) < 10


def test_what_belongs_together_is_found_out_once() -> None:
    kept, known = KeptBoard(), {one.id: one for one in (made(id="iv-1"), made(id="iv-2"))}
    with patch.object(kept_board, "Applications", wraps=Applications) as built:
        assert kept.applications(known) is kept.applications(known)
        assert built.call_count == 1
        more = {**known, "iv-3": made(id="iv-3")}
        assert [one.id for one in kept.applications(more).rounds(more["iv-3"])] == ["iv-1", "iv-2", "iv-3"]
