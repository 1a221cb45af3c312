"""Interviews of every sort, for tests that try many of them.

All instants lie on quarter hours, so that a slow re-statement of the rules can walk from one to the next.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import strategies as st

from store.interview import (
    AnyEvent,
    Called,
    Closed,
    Emailed,
    Heard,
    Interview,
    Person,
    Promised,
    Reopened,
    Snoozed,
    Thanked,
    ThanksSkipped,
    iso,
)
from tests.making import ADA, BEN, CLEO, POLICY, SAM, pinned

ZONES = (
    "Europe/Berlin", "America/New_York", "America/St_Johns", "Asia/Kolkata", "Australia/Lord_Howe",
    "Pacific/Auckland", "UTC",
)  # fmt: skip
"""All but two change their clocks within the weeks that the interviews lie in; Lord Howe by half an hour."""
QUARTER = timedelta(minutes=15)
FIRST = datetime(2026, 9, 20, tzinfo=UTC)
KEPT = (
    "promised",
    "called",
    "emailed",
    "heard",
    "snoozed",
    "closed",
    "reopened",
    "thanked",
    "thanks_skipped",
)

ends = st.integers(0, 60 * 96).map(lambda n: FIRST + n * QUARTER)
near = st.sampled_from([0, 1, -1, 24, 48, 96, 95, 12, -24, -1, 120, 9 * 24, 39 * 24]).map(
    lambda hours: timedelta(hours=hours)
)
anywhere = st.integers(-4 * 96, 50 * 96).map(lambda n: n * QUARTER)
offsets = near | anywhere
policies = st.sampled_from(
    [
        POLICY,
        POLICY,
        pinned(holidays=(date(2026, 10, 5), date(2026, 10, 26), date(2026, 11, 2), date(2026, 11, 3))),
        pinned(working_days=(6, 0, 1, 2, 3), office_opens=time(8, 30), office_closes=time(16, 45)),
        pinned(thank_due=1, thank_late=30, thank_expires=30, call_wait=0, call_late=0, quiet_after=1),
        pinned(working_days=(2,), assumed_callback=1, quiet_after=60, thank_expires=24 * 30),
    ]
)


@st.composite
def events(draw: st.DrawFn, end: datetime, people: tuple[Person, ...]) -> AnyEvent:
    at = end + draw(offsets)
    limit = at + draw(offsets)
    by = draw(st.sampled_from([iso(limit), limit.date().isoformat()]))
    to = draw(st.sampled_from([None, *(one.id for one in people)]))
    match draw(st.sampled_from(KEPT)):
        case "promised":
            return Promised(id="", at=at, callback_by=by)
        case "called":
            return Called(id="", at=at, outcome=draw(st.sampled_from(["reached", "voicemail", "no_answer"])))
        case "emailed":
            return Emailed(id="", at=at)
        case "heard":
            return Heard(id="", at=at)
        case "snoozed":
            return Snoozed(id="", at=at, until=by)
        case "closed":
            results = ["offer", "advanced", "rejected", "withdrawn", "cancelled", "quiet"]
            return Closed(id="", at=at, result=draw(st.sampled_from(results)))
        case "reopened":
            return Reopened(id="", at=at)
        case "thanked":
            return Thanked(id="", at=at, to=to)
        case _:
            return ThanksSkipped(id="", at=at, to=to)


@st.composite
def interviews(draw: st.DrawFn) -> Interview:
    """An interview with up to eight events, before it, within and after; some at the same instant."""
    from msgspec.structs import replace

    end = draw(ends)
    people = draw(st.sampled_from([(), (ADA,), (ADA, BEN), (ADA, BEN, CLEO)]))
    happened = draw(st.lists(events(end, people), max_size=8))
    return Interview(
        id="iv-1",
        company="Globex",
        zone=draw(st.sampled_from(ZONES)),
        starts_at=end - draw(st.integers(0, 12)) * QUARTER,
        ends_at=end,
        interviewers=people,
        contacts=(SAM,),
        events=tuple(replace(one, id=f"e{n}") for n, one in enumerate(happened, 1)),
    )


@st.composite
def instants(draw: st.DrawFn, interview: Interview) -> datetime:
    """A moment worth asking about: at an event, at a limit, or anywhere; sometimes a second beside it."""
    about = [interview.starts_at, interview.ends_at, *(one.at for one in interview.events)]
    beside = draw(st.sampled_from([-1, 0, 0, 1]))
    return draw(st.sampled_from(about)) + draw(offsets) + timedelta(seconds=beside)
