"""The defaults. Other tests go by numbers of their own: a changed default breaks this one alone."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from msgspec.structs import replace

from store.policy import Policy, PolicyClash, within
from tests.making import POLICY


def test_the_defaults_are_those_of_the_rules() -> None:
    assert Policy() == replace(POLICY, calendar="auto")


@pytest.mark.parametrize(
    ("numbers", "names"),
    [
        ({"call_wait": 49}, ("call_wait", "call_late")),
        ({"office_opens": time(17)}, ("office_opens", "office_closes")),
        ({"thank_due": 49}, ("thank_due", "thank_late", "thank_expires")),
        ({"away": ("2026-12-24/2026-12-23",)}, ("away",)),
        ({"away": ("2026-12-24", "2026-02-29")}, ("away",)),
    ],
)
def test_numbers_that_do_not_go_together(numbers: dict[str, Any], names: tuple[str, ...]) -> None:
    with pytest.raises(PolicyClash) as clash:
        Policy(**numbers)
    assert clash.value.names == names


def test_days_away_are_spans() -> None:
    assert Policy(away=("2026-12-24", "2026-12-30/2027-01-02")).away_days == (
        (date(2026, 12, 24), date(2026, 12, 24)),
        (date(2026, 12, 30), date(2027, 1, 2)),
    )


@pytest.mark.parametrize(
    ("span", "inside", "outside"),
    [
        ((time(8), time(21)), (time(8), time(20, 59)), (time(7, 59), time(21))),
        ((time(21), time(8)), (time(21), time(0), time(7, 59)), (time(8), time(20, 59))),
        ((time(12), time(12)), (), (time(0), time(12), time(23, 59))),
    ],
    ids=["by day", "over midnight", "empty"],
)
def test_hours_are_half_open(
    span: tuple[time, time], inside: tuple[time, ...], outside: tuple[time, ...]
) -> None:
    assert [clock for clock in (*inside, *outside) if within(clock, span)] == [*inside]
