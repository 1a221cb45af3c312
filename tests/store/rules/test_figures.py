"""The user's own numbers: what is counted, what is not yet over, and what is too little to say anything."""

from __future__ import annotations

from datetime import timedelta

import pytest

from store.interview import AnyEvent, Interview
from store.rules.board import board
from store.rules.figures import Bar, Figure, figures
from tests.making import (
    ADA,
    BEN,
    BERLIN,
    END,
    POLICY,
    after,
    called,
    closed,
    emailed,
    heard,
    made,
    promised,
    skipped,
    thanked,
)

NOW = after(24 * 100)


def figure(name: str, *interviews: Interview, now_after: float = 24 * 100) -> Figure:
    now = after(now_after)
    found = figures(board(interviews, POLICY, now, BERLIN).cards(), POLICY, now)
    return next(one for one in found.figures if one.name == name)


def counts(found: Figure) -> dict[str, int | tuple[int, int]]:
    """What there is any of."""
    return {
        bar.kind: bar.count if bar.of is None else (bar.count, bar.of)
        for bar in found.bars
        if bar.count or bar.of
    }


@pytest.mark.parametrize(
    ("events", "now_after", "expected"),
    [
        ((thanked(after(23)),), 200, {"first": 1}),
        ((thanked(after(24)),), 200, {"second": 1}),
        ((thanked(after(60)),), 200, {"later": 1}),
        ((thanked(after(-1)),), 200, {"first": 1}),
        ((thanked(after(2), None),), 200, {"first": 1}),
        ((skipped(after(2)),), 200, {"skipped": 1}),
        ((), 200, {"never": 1}),
        ((), 95, {}),
        ((thanked(after(60)),), 30, {}),
        ((closed(after(-50), "cancelled"),), 200, {}),
    ],
)
def test_when_thanks_were_sent(
    events: tuple[AnyEvent, ...], now_after: float, expected: dict[str, int]
) -> None:
    assert counts(figure("thanks", made(*events), now_after=now_after)) == expected


def test_thanks_are_counted_by_people_and_half_of_them_by_time() -> None:
    one = made(thanked(after(2)), thanked(after(30), "p2"), interviewers=(ADA, BEN))
    rest = [made(thanked(after(5 + n)), id=f"iv-{n}", role=str(n)) for n in range(2, 6)]
    found = figure("thanks", one, *rest)
    assert (found.total, found.half, found.tells) == (6, timedelta(hours=8), True)
    few = figure("thanks", one)
    assert (few.total, few.half, few.tells) == (2, None, False)


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((called(after(99), "reached"),), {"talked": (1, 1)}),
        ((called(after(99)), heard(after(120))), {"message": (1, 1)}),
        ((called(after(99)), called(after(120), "no_answer")), {"message": (0, 1), "no_answer": (0, 1)}),
        ((called(after(99)), emailed(after(120)), heard(after(130))), {"message": (0, 1), "mail": (1, 1)}),
        ((emailed(after(99)), closed(after(120), "rejected")), {"mail": (1, 1)}),
        ((emailed(after(99)), closed(after(120), "withdrawn")), {"mail": (0, 1)}),
        ((emailed(after(99)), promised(after(120), "2026-12-24")), {"mail": (1, 1)}),
        ((called(after(-9)),), {}),
    ],
)
def test_what_comes_of_asking(events: tuple[AnyEvent, ...], expected: dict[str, object]) -> None:
    assert counts(figure("asking", made(*events))) == expected


def test_an_answer_may_come_on_another_round() -> None:
    first = made(emailed(after(99)), id="iv-1")
    second = made(heard(after(120)), id="iv-2", ends_at=after(150))
    assert counts(figure("asking", first, second)) == {"mail": (1, 1)}


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((promised(END, "2026-11-27"), heard(after(24 * 8))), {"in_time": 1}),
        ((promised(END, "2026-11-27"), heard(after(24 * 9 + 12))), {"days": 1}),
        ((promised(END, "2026-11-27"), called(after(24 * 14), "reached")), {"week": 1}),
        ((promised(END, "2026-11-27"), closed(after(24 * 20), "rejected")), {"longer": 1}),
        ((promised(END, "2026-11-20"), promised(after(99), "2026-12-24")), {"put_off": 1, "never": 1}),
        ((promised(END, "2026-11-27"), closed(after(24 * 20), "quiet")), {"never": 1}),
        ((promised(END, "2027-03-27"),), {}),
        ((promised(END, "2026-11-20T10:00:00Z"), heard(after(24))), {"in_time": 1}),
    ],
)
def test_what_became_of_the_day_they_named(events: tuple[AnyEvent, ...], expected: dict[str, int]) -> None:
    assert counts(figure("promises", made(*events))) == expected


def test_a_next_round_is_an_answer_too() -> None:
    first = made(promised(END, "2026-11-27"), id="iv-1")
    second = made(id="iv-2", ends_at=after(24 * 12))
    assert counts(figure("promises", first, second)) == {"days": 1}


def test_rounds_and_outcomes_are_counted_by_application() -> None:
    panel = [made(id=f"iv-{n}", ends_at=after(24 * n)) for n in range(3)]
    other = made(closed(after(30), "rejected"), id="iv-8", company="Hooli")
    quiet = made(id="iv-9", company="Initech")
    offered = made(closed(after(30), "offer", "2027-12-24"), id="iv-7", company="Stark")
    assert counts(figure("rounds", *panel, other, quiet, offered)) == {"1": 4, "2": 1, "3": 1}
    assert counts(figure("outcomes", *panel, other, quiet, offered)) == {
        "rejected": 1, "quiet": 2, "offer": 1,
    }  # fmt: skip


def test_nothing_is_made_of_nothing() -> None:
    found = figures((), POLICY, NOW)
    assert (found.interviews, found.since) == (0, None)
    assert not any(one.tells for one in found.figures)
    assert Bar("open", 0) in found.figures[-1].bars
