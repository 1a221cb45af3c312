"""The user's days away: read, kept beside those there are, and dropped again."""

from __future__ import annotations

import pytest

from store.rules.office import away_until
from tests.making import BERLIN, at, pinned
from tests.tui.forms.forms_host import filled, moment
from tui.forms import away
from tui.forms.fields import Wrong

KNOWN = ("2026-11-02", "2026-12-24/2026-12-31")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"first": "fri"}, (*KNOWN, "2026-11-20")),
        ({"first": "23 nov", "last": "27 nov"}, (*KNOWN, "2026-11-23/2026-11-27")),
        ({"first": "23 nov", "last": "23 nov"}, (*KNOWN, "2026-11-23")),
        ({"first": "2026-11-10", "last": "fri"}, (*KNOWN, "2026-11-10/2026-11-20")),
        ({"gone": frozenset({KNOWN[1]})}, (KNOWN[0],)),
        ({"gone": frozenset({KNOWN[1]}), "first": "fri"}, (KNOWN[0], "2026-11-20")),
    ],
)
def test_days_are_added_and_dropped(typed: dict[str, object], expected: tuple[str, ...]) -> None:
    assert filled(away.sheet(moment(), KNOWN), **typed) == expected


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "No day was named"),
        ({"last": "fri"}, "From which day on"),
        ({"first": "27 nov", "last": "23 nov"}, "before the first day"),
        ({"first": "2026-11-02", "last": "2026-11-03"}, "have passed"),
    ],
)
def test_what_cannot_be_is_said(typed: dict[str, object], said: str) -> None:
    with pytest.raises(Wrong, match=said):
        filled(away.sheet(moment(), KNOWN), **typed)


def test_it_is_said_what_has_changed() -> None:
    context = moment()
    assert away.said(KNOWN, (*KNOWN, "2026-11-20"), context) == "Away Fri 20 Nov."
    assert away.said(KNOWN, KNOWN[:1], context) == "No longer away Thu 24 Dec to Thu 31 Dec."


@pytest.mark.parametrize(
    ("days", "when", "until"),
    [
        (("2026-11-19",), "2026-11-19 12:00", "2026-11-19"),
        (("2026-11-19",), "2026-11-19 23:30", None),
        (("2026-11-18/2026-11-22", "2026-11-23/2026-11-30"), "2026-11-19 12:00", "2026-11-30"),
        (("2026-11-23/2026-11-30", "2026-11-18/2026-11-21"), "2026-11-19 12:00", "2026-11-21"),
        ((), "2026-11-19 12:00", None),
    ],
)
def test_until_when_they_are_away(days: tuple[str, ...], when: str, until: str | None) -> None:
    found = away_until(pinned(away=days), at(when), BERLIN)
    assert (found and found.isoformat()) == until
