"""The table says what was found beside what is wanted, and what decides."""

from __future__ import annotations

import pytest

from tests.bench.goals import GOALS, Goal
from tests.bench.table import table

GOAL = {"start": Goal(1.4, "× hello"), "bytes": Goal(20_000, "B", 0)}


@pytest.mark.parametrize(
    ("values", "counted", "verdicts"),
    [
        ([1.2, 1.5, 1.3], None, ["met"]),
        ([1.5, 1.2, 1.6], None, ["missed"]),
        ([1.4], None, ["met"]),
        ([1.404], None, ["met"]),  # what is printed is what is judged
        ([1.406], None, ["missed"]),
        ([1.9, 1.9], 1.39, ["missed", "met"]),
        ([1.1], 1.5, ["met", "missed"]),
        ([], 1.5, ["missed"]),
    ],
)
def test_each_is_judged_by_its_goal(values: list[float], counted: float | None, verdicts: list[str]) -> None:
    lines = table(GOAL, {"start": values} if values else {}, {} if counted is None else {"start": counted})
    assert len(lines) == 2
    assert [word for word in lines[1].split() if word in ("met", "missed")] == verdicts


def test_a_line_says_goal_median_and_spread() -> None:
    lines = table(GOAL, {"bytes": [9_000, 30_000, 8_871]}, {})
    assert lines[1].split() == ["bytes", "≤", "20,000", "B", "9,000", "met", "(8,871", "–", "30,000)"]


def test_lines_stand_in_columns_whatever_was_found() -> None:
    for times in (1, 2):
        found = {name: [goal.most * times] * 2 for name, goal in GOALS.items()}
        for counted in ({}, {name: goal.most for name, goal in GOALS.items() if "×" in goal.unit}):
            lines = table(GOALS, found, counted)
            assert len(lines) == len(GOALS) + 1
            assert len({line.index(" (") for line in lines[1:]}) == 1
            assert max(map(len, lines)) < 120


def test_nothing_that_was_found_is_left_out() -> None:
    with pytest.raises(KeyError, match="strat"):
        table(GOAL, {"strat": [1.0]}, {})
