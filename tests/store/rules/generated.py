"""Interviews and books of every sort, for tests that try many of them.

All instants lie on quarter hours, so that a slow re-statement of the rules can walk from one to the next.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from msgspec.structs import replace

from store.interview import (
    EVENT_KINDS,
    OUTCOMES,
    RESULTS,
    AnyEvent,
    Called,
    Closed,
    Debriefed,
    Delivered,
    Emailed,
    Heard,
    How,
    Interview,
    Owes,
    Person,
    Promised,
    Reopened,
    Silence,
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
USERS = tuple(map(ZoneInfo, ("Europe/Berlin", "America/Los_Angeles", "Asia/Tokyo")))
QUARTER = timedelta(minutes=15)
FIRST = datetime(2026, 9, 20, tzinfo=UTC)

ends = st.integers(0, 60 * 96).map(lambda n: FIRST + n * QUARTER)
near = st.sampled_from([0, 1, -1, 24, 48, 96, 95, 12, -24, -1, 120, 9 * 24, 39 * 24]).map(
    lambda hours: timedelta(hours=hours)
)
anywhere = st.integers(-4 * 96, 50 * 96).map(lambda n: n * QUARTER)
offsets = near | anywhere
AWAY = ("2026-10-05", "2026-10-10/2026-10-26", "2026-11-02/2026-11-20")
policies = st.sampled_from(
    [
        POLICY,
        POLICY,
        pinned(
            calendar="auto",
            ask_first="email",
            away=("2026-10-05", "2026-10-10/2026-10-26", "2026-11-02/2026-11-20"),
        ),
        pinned(holidays=(date(2026, 10, 5), date(2026, 10, 26), date(2026, 11, 2), date(2026, 11, 3))),
        pinned(working_days=(6, 0, 1, 2, 3), office_opens=time(8, 30), office_closes=time(16, 45)),
        pinned(thank_due=1, thank_late=30, thank_expires=30, call_wait=0, call_late=0, quiet_after=1),
        pinned(working_days=(2,), assumed_callback=1, quiet_after=60, thank_expires=24 * 30),
        pinned(voicemail_wait=0, ring_wait=0, answer_lead=72, owes_lead=0, reopen_within=0, follow_ups=1),
        pinned(quiet=(time(8), time(16)), texts_from=time(10), texts_to=time(9), reopen_within=24 * 40),
    ]
)
SAID: list[tuple[How, Silence]] = [("answer", "asks"), ("ring", "asks"), ("answer", "no"), ("ring", "no")]
PEOPLE = (ADA, BEN, CLEO)
asks = st.sampled_from([None, None, "phone", "email", "never"])


@st.composite
def events(draw: st.DrawFn, end: datetime, people: tuple[Person, ...]) -> AnyEvent:
    """An event of any kind; some are known from the same mail as others."""
    event = draw(_events(end, people))
    return replace(event, ref=draw(st.sampled_from(["", "", "", "<mail@x.example>"])))


@st.composite
def _events(draw: st.DrawFn, end: datetime, people: tuple[Person, ...]) -> AnyEvent:
    at = end + draw(offsets)
    limit = at + draw(offsets)
    by = draw(st.sampled_from([iso(limit), limit.date().isoformat()]))
    to = draw(st.sampled_from([None, *(one.id for one in people)]))
    anyone = draw(st.sampled_from([None, SAM.id, *(one.id for one in people)]))
    match draw(st.sampled_from([*EVENT_KINDS, "promised", "closed", "closed"])):
        case "promised":
            how, silence = draw(st.sampled_from(SAID))
            return Promised(id="", at=at, callback_by=by, by=anyone, how=how, silence=silence)
        case "called":
            outcome = draw(st.sampled_from(OUTCOMES))
            return Called(id="", at=at, outcome=outcome, to=anyone)
        case "emailed":
            return Emailed(id="", at=at, to=anyone)
        case "heard":
            return Heard(id="", at=at, to=anyone)
        case "snoozed":
            return Snoozed(id="", at=at, until=by)
        case "closed":
            result = draw(st.sampled_from([*RESULTS, "cancelled", "offer"]))
            answer_by = draw(st.sampled_from([None, by])) if result == "offer" else None
            return Closed(id="", at=at, result=result, answer_by=answer_by)
        case "reopened":
            return Reopened(id="", at=at)
        case "owes":
            return Owes(id="", at=at, what="a sample", due=draw(st.sampled_from([None, by])), to=anyone)
        case "delivered":
            return Delivered(id="", at=at, of=draw(st.sampled_from(["e1", "e2", "e3"])))
        case "debriefed":
            return Debriefed(id="", at=at)
        case "thanked":
            return Thanked(id="", at=at, to=to)
        case _:
            return ThanksSkipped(id="", at=at, to=to)


@st.composite
def interviews(draw: st.DrawFn, most: int = 8) -> Interview:
    """An interview with up to eight events, before it, within and after; some at the same instant."""
    end = draw(ends)
    count = draw(st.integers(0, 3))
    people = tuple(replace(one, ask=draw(asks)) for one in PEOPLE[:count])
    happened = draw(st.lists(events(end, people), max_size=most))
    recorded = draw(st.sampled_from([False, False, False, True]))
    return Interview(
        id="iv-1",
        company="Globex",
        zone=draw(st.sampled_from(ZONES)),
        mode="recorded" if recorded else "other",
        starts_at=end - draw(st.integers(0, 12) | st.just(96 * 7)) * QUARTER,
        ends_at=end,
        interviewers=people,
        contacts=(replace(SAM, ask=draw(asks)),),
        events=tuple(replace(one, id=f"e{n}") for n, one in enumerate(happened, 1)),
    )


@st.composite
def books(draw: st.DrawFn) -> tuple[Interview, ...]:
    """One to four interviews within weeks of each other; most of them rounds of one application."""
    first = draw(interviews(most=5))
    book = [first]
    for number in range(draw(st.integers(0, 3))):
        other = draw(interviews(most=4))
        shift = first.ends_at + draw(offsets) / 2 - other.ends_at
        shift = timedelta(seconds=shift.total_seconds() // 900 * 900)
        moved = replace(other, starts_at=other.starts_at + shift, ends_at=other.ends_at + shift)
        near = tuple(_moved(event, shift) for event in moved.events)
        book.append(replace(moved, id=f"iv-{number + 2}", events=near))
    words = st.sampled_from(["Globex Data", " globex  DATA", "globex data", "other"])
    return tuple(
        replace(one, opportunity=draw(words), events=tuple(_own(event, one.id) for event in one.events))
        for one in book
    )


def _moved(event: AnyEvent, shift: timedelta) -> AnyEvent:
    return replace(event, at=event.at + shift)


def _own(event: AnyEvent, interview_id: str) -> AnyEvent:
    """No mail is about two cards here."""
    return replace(event, ref=event.ref and f"{event.ref}{interview_id}")


@st.composite
def instants(draw: st.DrawFn, *some: Interview) -> datetime:
    """A moment worth asking about: at an event, at a limit, or anywhere; sometimes a second beside it."""
    about = [at for one in some for at in (one.starts_at, one.ends_at, *(event.at for event in one.events))]
    beside = draw(st.sampled_from([-1, 0, 0, 1]))
    return draw(st.sampled_from(about)) + draw(offsets) + timedelta(seconds=beside)
