"""Interviews that seem to be one, noted twice."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from store.interview import Interview
from store.rules.doubles import doubles, the_same
from tests.growth import growth
from tests.making import at, made

THERE = made(
    id="iv-1", company="Müller AG", role="Data engineer", round="Panel",
    starts_at=at("2026-11-18 13:00"), ends_at=at("2026-11-18 14:00"),
)  # fmt: skip


def like(**changed: Any) -> Interview:
    values: dict[str, Any] = {
        "company": "Müller AG", "role": "Data engineer", "round": "", "starts_at": at("2026-11-18 13:00"),
    }  # fmt: skip
    values |= changed
    values.setdefault("ends_at", values["starts_at"] + timedelta(hours=1))
    return made(id="iv-2", **values)


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"company": "  MULLER   ag"},
        {"role": "data ENGINEER"},
        {"role": ""},  # as from an invitation, which tells no role
        {"starts_at": at("2026-11-18 13:30")},
        {"starts_at": at("2026-11-18 12:30")},
        {"ends_at": at("2026-11-18 13:00")},
        {"zone": "Asia/Tokyo"},
        {"round": "First"},
    ],
)
def test_these_seem_to_be_the_same(changed: dict[str, Any]) -> None:
    assert the_same(like(**changed), [THERE]) is THERE


@pytest.mark.parametrize(
    "changed",
    [
        {"company": "Müller"},
        {"role": "Analyst"},
        {"starts_at": at("2026-11-18 14:00")},  # the next round, at once
        {"starts_at": at("2026-11-18 12:00")},
        {"starts_at": at("2026-11-19 13:00")},
        {"mode": "recorded"},
    ],
)
def test_these_are_others(changed: dict[str, Any]) -> None:
    assert the_same(like(**changed), [THERE]) is None


def test_one_is_not_its_own_double() -> None:
    assert the_same(THERE, [THERE]) is None
    assert [*doubles({"iv-1": THERE}, {"iv-1": THERE})] == []


def test_of_two_new_ones_the_second_is_the_double() -> None:
    second = like()
    assert [*doubles({}, {"iv-1": THERE, "iv-2": second})] == [(second, THERE)]
    assert [*doubles({"iv-2": second}, {"iv-2": second, "iv-1": THERE})] == [(THERE, second)]


def test_a_company_with_thousands_takes_no_longer_for_each() -> None:
    def many(count: int) -> dict[str, Interview]:
        starts = [at("2026-01-01 00:00") + timedelta(hours=2 * number) for number in range(count)]
        return {
            f"iv-{number}": made(
                id=f"iv-{number}", company="Globex", role="x", starts_at=start,
                ends_at=start + timedelta(hours=1),
            )
            for number, start in enumerate(starts)
        }  # fmt: skip

    few, more = many(500), many(4_000)
    assert [*doubles({}, more)] == []
    assert growth(lambda: [*doubles({}, few)], lambda: [*doubles({}, more)]) < 20
