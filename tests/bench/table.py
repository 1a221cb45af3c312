"""The table: what is wanted, what was found in some rounds, by instructions too, and whether each is met."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence

from tests.bench.goals import Goal


def table(
    goals: Mapping[str, Goal], found: Mapping[str, Sequence[float]], counted: Mapping[str, float]
) -> list[str]:
    """A line for each goal of which something was found: medians and their spread, and what was counted.

    Raises KeyError for something that has no goal.
    """
    if nameless := {*found, *counted} - goals.keys():
        raise KeyError(*nameless)
    return [_heading(bool(counted))] + [
        _line(name, goal, found.get(name, ()), counted.get(name), wide=bool(counted))
        for name, goal in goals.items()
        if name in found or name in counted
    ]


def _heading(wide: bool) -> str:
    words = f"{'':33}{'wanted':>10} {'':19} {'now':>8}        "
    return f"{words}{'instructions':>12}" if wide else words.rstrip()


def _line(name: str, goal: Goal, values: Sequence[float], counted: float | None, *, wide: bool) -> str:
    now = statistics.median(values) if values else None
    judged = [_judged(goal, now), *([_judged(goal, counted)] if wide else [])]
    written = [f"{value:,.{goal.places}f}" for value in (goal.most, *_ends(values))]
    spread = f"({written[1]} – {written[2]})" if len(written) > 1 else ""
    return f"{name:33}{f'≤ {written[0]}':>10} {goal.unit:19} {'    '.join(judged)}   {spread}".rstrip()


def _judged(goal: Goal, value: float | None) -> str:
    """The value, and whether it is what is wanted: as it is written, so that the table is its own proof."""
    if value is None:
        return f"{'':15}"
    written = f"{value:,.{goal.places}f}"
    met = value <= goal.most or written == f"{goal.most:,.{goal.places}f}"
    return f"{written:>8} {'met' if met else 'missed':6}"


def _ends(values: Sequence[float]) -> Sequence[float]:
    return (min(values), max(values)) if len(values) > 1 else ()
