"""The table: what is wanted, what was found in some rounds, by instructions too, and whether it is met."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence

from tests.bench.goals import Goal


def table(
    goals: Mapping[str, Goal], found: Mapping[str, Sequence[float]], counted: Mapping[str, float]
) -> list[str]:
    """A line for each goal of which something was found. Instructions decide where they were counted."""
    heading = f"{'':33}{'wanted':>10} {'':19} {'now':>8}"
    lines = [f"{heading}{'by instructions':>18}" if counted else heading]
    lines += [
        _line(name, goal, found.get(name, ()), counted.get(name), wide=bool(counted))
        for name, goal in goals.items()
        if name in found or name in counted
    ]
    return lines


def _line(name: str, goal: Goal, values: Sequence[float], counted: float | None, *, wide: bool) -> str:
    def written(value: float | None) -> str:
        return "" if value is None else f"{value:,.{goal.places}f}"

    now = statistics.median(values) if values else None
    deciding = now if counted is None else counted
    missed = deciding is not None and written(deciding) != written(goal.most) and deciding > goal.most
    spread = f"({written(min(values))} – {written(max(values))})" if len(values) > 1 else ""
    verdict = "missed" if missed else "met"
    by_count = f"{written(counted):>18}" if wide else ""
    most = f"≤ {written(goal.most)}"
    return f"{name:33}{most:>10} {goal.unit:19} {written(now):>8}{by_count}   {verdict:6}  {spread}".rstrip()
