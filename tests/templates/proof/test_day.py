"""On which day a text says that the interview was, and from when on a weekday alone does not say it."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from templates.proof import Case, Meeting, proof

BERLIN = ZoneInfo("Europe/Berlin")
BEGINS = datetime(2026, 11, 18, 14, tzinfo=BERLIN)
"""A Wednesday."""


def whys(text: str, days: int, language: str = "en") -> list[str]:
    """What is said about the day, so many days after the interview."""
    meeting = Meeting(BEGINS, BEGINS + timedelta(hours=1), BERLIN)
    case = Case(meeting=meeting, now=BEGINS + timedelta(days=days), language=language)
    return [f.why for f in proof(text, case) if f.rule == "day"]


@pytest.mark.parametrize(("days", "said"), [(1, False), (6, False), (7, True), (30, True)])
def test_a_weekday_alone_is_enough_for_six_days(days: int, said: bool) -> None:
    remark = "“on Wednesday” may be taken for a later one by now: name the date, 18 November."
    assert whys("Thank you for the interview on Wednesday.", days) == ([remark] if said else [])


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for the interview on Wednesday 18 November.",
        "Thank you for the interview on Wednesday, November 18.",
        "Thank you for the interview on 18 November.",
        "Thank you for the interview on Wednesday of last week.",
    ],
)
def test_what_says_which_day_is_right_for_ever(text: str) -> None:
    assert whys(text, 9) == []


def test_the_date_is_in_the_language_of_the_text() -> None:
    [why] = whys("Vielen Dank für das Gespräch am Mittwoch, das ich sehr geschätzt habe.", 9, "de")
    assert why.endswith("the date, 18. November.")


def test_another_day_is_asked_about() -> None:
    [why] = whys("Thank you for the interview on Monday.", 1)
    assert why.startswith("“on Monday”? The interview was on Wednesday 18 November, in the afternoon")
    assert why.endswith(": check which is right.")
