"""How the tests of dates as people type them ask: fixed instants and short ways to write them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from store.when import OfficeHours, Unclear, read_when

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")


def on(wall: str, zone: ZoneInfo = BERLIN, fold: int = 0) -> datetime:
    """The instant of an ISO wall time in a zone."""
    return datetime.fromisoformat(wall).replace(tzinfo=zone, fold=fold)


THURSDAY = on("2026-11-19 10:00")


def said(
    phrase: str,
    now: datetime = THURSDAY,
    *,
    dates: bool = True,
    zone: ZoneInfo = BERLIN,
    hours: OfficeHours | None = None,
    date_order: Literal["dmy", "mdy"] | None = None,
) -> str:
    """What the phrase means, as an ISO date or wall time; seconds only where there are any."""
    answer = read_when(
        phrase, now=now, zone=zone, dates=dates, hours=hours or OfficeHours(), date_order=date_order
    )
    if not isinstance(answer, datetime):
        assert isinstance(answer, date)
        return answer.isoformat()
    assert answer.tzinfo is zone
    return answer.replace(tzinfo=None).isoformat(" ").removesuffix(":00")


def refused(phrase: str, now: datetime = THURSDAY, *, dates: bool = True, zone: ZoneInfo = BERLIN) -> Unclear:
    """The refusal of the phrase; fails if it is read."""
    try:
        answer = said(phrase, now, dates=dates, zone=zone)
    except Unclear as refusal:
        return refusal
    raise AssertionError(f"{phrase!r} was read as {answer}")


def phrases(bars: str) -> list[str]:
    """The phrases of a text that divides them by bars."""
    return [" ".join(phrase.split()) for phrase in bars.split("|")]


def read_instant(text: str, *, now: datetime, zone: ZoneInfo) -> datetime:
    """The instant that a phrase stands for where a date alone is no answer."""
    answer = read_when(text, now=now, zone=zone, dates=False)
    assert isinstance(answer, datetime)
    return answer
