"""What stands in the fields of a form of facts when it is opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from store.interview import Interview, Person, zone_of
from tui.forms.common_fields import loose_end_lines
from tui.forms.context import FormContext

USUAL = "60 min"
_MOST_MINUTES = 999
"""The longest length that stands in the form as one."""


@dataclass(frozen=True, kw_only=True)
class Filled:
    """What stands in the fields of a form of facts when it is opened."""

    company: str = ""
    role: str = ""
    round: str = ""
    starts: str = ""
    ends: str = USUAL
    zone: str
    country: str = ""
    language: str = ""
    mode: str = "other"
    interviewers: Sequence[Person] = ()
    contacts: Sequence[Person] = ()
    opportunity: str = ""
    location: str = ""
    link: str = ""
    topics: str = ""
    loose_ends: str | None = None
    """None where nothing can have been said wrong yet."""
    questions: str = ""
    notes: str = ""


def blank(context: FormContext) -> Filled:
    """Nothing but the user's own zone."""
    return Filled(zone=context.zone.key)


def filled(one: Interview) -> Filled:
    """All facts of an interview."""
    zone = zone_of(one)
    return replace(
        carried_on(one),
        round=one.round,
        starts=clock_text(one.starts_at, zone),
        ends=_length(one),
        mode=one.mode,
        location=one.location,
        link=one.link,
        topics="\n".join(one.topics),
        loose_ends=loose_end_lines(one.loose_ends),
        questions="\n".join(one.questions),
        notes=one.notes,
    )


def _length(one: Interview) -> str:
    """The end as a length, so that it stays as long as it was where the start is changed."""
    minutes, rest = divmod(one.ends_at - one.starts_at, timedelta(minutes=1))
    if rest or minutes > _MOST_MINUTES:
        return clock_text(one.ends_at, zone_of(one))
    return f"{minutes} min"


def carried_on(one: Interview) -> Filled:
    """What stays the same from one round to the next."""
    return Filled(
        company=one.company,
        role=one.role,
        zone=one.zone,
        country=one.country or "",
        language=one.language or "",
        interviewers=one.interviewers,
        contacts=one.contacts,
        opportunity=one.opportunity or "",
    )


def clock_text(at: datetime, zone: ZoneInfo) -> str:
    """An instant as it can be typed: wall time in `zone`, with the offset where that time comes twice."""
    local = at.astimezone(zone)
    if local.replace(fold=1 - local.fold).utcoffset() != local.utcoffset():
        return local.isoformat(sep=" ", timespec="seconds" if local.second else "minutes")
    return f"{local:%Y-%m-%d %H:%M:%S}" if local.second else f"{local:%Y-%m-%d %H:%M}"
