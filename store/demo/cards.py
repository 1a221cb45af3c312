"""The interviews of the sample, column by column."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from store.demo.builder import SampleBuilder, event, interview, person
from store.interview import Interview, iso


def sample_cards(builder: SampleBuilder) -> Iterator[Interview]:
    """Every interview of the sample, in the order of the board's columns."""
    yield from _to_thank(builder)
    yield from _waiting(builder)
    yield from _to_call(builder)
    yield from _closed(builder)


# Thanks are owed


def _to_thank(builder: SampleBuilder) -> Iterator[Interview]:
    """A panel partly thanked, its first round, a fresh one, one nearly too late, an offer before thanks."""
    yield _panel(builder)
    yield _first_round(builder)
    yield _fresh(builder)
    yield _decides_tonight(builder)
    yield _very_late(builder)
    yield _offered(builder)


def _panel(builder: SampleBuilder) -> Interview:
    ends = builder.ago(27)
    return interview(
        "quillfeather-2", "Quillfeather", "Senior data engineer", "Panel",
        zone=builder.daytime(ends), ends_at=ends, minutes=90, mode="onsite", opportunity="quillfeather-data",
        location="14 Ropewalk Yard, 3rd floor",
        interviewers=[
            person(1, "Ingrid Solheim", "Head of data", "quillfeather", phone="+1 212 555 0142"),
            person(2, "Tomas Verhoeven", "Staff engineer", "quillfeather"),
            person(3, "Amara Diallo", "People partner", phone="+1 212 555 0187", whatsapp=True),
        ],
        topics=["moving the billing pipeline to event streams", "how they share the on-call rota"],
        loose_ends=[{"text": "said exactly once, meant at least once with deduplication", "state": "open"}],
        questions=["Who decides, and when?", "What would the first month look like?"],
        notes="Ingrid asked twice about back-pressure. The team is eight people in two cities.",
        events=[
            event("promised", ends, callback_by=builder.day(8), quote="by the end of next week"),
            event("thanked", ends + timedelta(hours=3), to="p1", channel="email"),
        ],
        drafts=[_draft(iso(ends + timedelta(hours=3)))],
    )  # fmt: skip


def _draft(at: str) -> dict[str, object]:
    return {
        "id": "d1",
        "purpose": "thanks",
        "channel": "email",
        "subject": "Thank you for the panel",
        "body": (
            "Dear Ingrid,\n\nthank you for the time you gave me, and for showing me the billing "
            "pipeline as it is today. Moving it to event streams is work that I would enjoy.\n"
        ),
        "lines": {"p2": "Your question about replaying a day of events has stayed with me."},
        "template": "thanks-panel",
        "updated_at": at,
    }


def _first_round(builder: SampleBuilder) -> Interview:
    ends = builder.ago(24 * 9)
    return interview(
        "quillfeather-1", "Quillfeather", "Senior data engineer", "Phone screen",
        zone=builder.daytime(builder.ago(27)), ends_at=ends, minutes=30, mode="phone",
        opportunity="quillfeather-data",
        interviewers=[person(1, "Amara Diallo", "People partner", phone="+1 212 555 0187", whatsapp=True)],
        events=[
            event("thanked", ends + timedelta(hours=4), to="p1", channel="whatsapp"),
            event("closed", ends + timedelta(days=3), result="advanced", note="invited to the panel"),
        ],
    )  # fmt: skip


def _fresh(builder: SampleBuilder) -> Interview:
    ends = builder.ago(2)
    return interview(
        "brightloom-1", "Brightloom", "Backend developer", "Introductory call",
        zone=builder.daytime(ends), ends_at=ends, minutes=45, mode="video",
        link="https://meet.brightloom.example/kx4-rwt",
        interviewers=[person(1, "Felix Onyango", "Team lead", "brightloom", phone="+1 312 555 0119")],
        topics=["a test suite that takes forty minutes"],
        questions=["What keeps the team from shipping on Fridays?"],
    )  # fmt: skip


def _decides_tonight(builder: SampleBuilder) -> Interview:
    ends = builder.ago(4)
    return interview(
        "kestrel-1", "Kestrel Maps", "Geodata analyst", "Final round",
        zone=builder.daytime(ends), ends_at=ends, mode="video",
        interviewers=[
            person(1, "Noor Haddad", "Product lead", "kestrelmaps", phone="+1 415 555 0163", whatsapp=True)
        ],
        topics=["matching walking routes to old survey sheets"],
        events=[
            event(
                "promised", ends, callback_by=iso(builder.ahead(9)), quote="we sit together later today"
            )
        ],
    )  # fmt: skip


def _very_late(builder: SampleBuilder) -> Interview:
    return interview(
        "orrery-1", "Orrery Labs", "Simulation engineer", "First conversation",
        zone="Europe/London", ends_at=builder.ago(60), mode="phone",
        contacts=[person(9, "Sam Whitlock", "Recruiter", "harbourtalent", phone="+44 20 5550 0128")],
        topics=["orbit propagation on graphics cards"],
    )  # fmt: skip


def _offered(builder: SampleBuilder) -> Interview:
    ends = builder.ago(20)
    return interview(
        "lantern-1", "Lantern Health", "Data analyst", "Second conversation",
        zone=builder.daytime(ends), ends_at=ends, mode="video",
        interviewers=[person(1, "Priscilla Nakamura", "Head of analytics", "lanternhealth")],
        topics=["one definition of a readmission"],
        events=[event("closed", builder.ago(1), result="offer", note="by telephone; the letter follows")],
    )  # fmt: skip


# Waiting: interviews to come, and answers to come


def _waiting(builder: SampleBuilder) -> Iterator[Interview]:
    """Two to come; a promise in another zone, a missed thank-you, a snooze, a word from them."""
    yield _tomorrow(builder)
    yield _next_week(builder)
    yield _promised(builder)
    yield _missed(builder)
    yield _snoozed(builder)
    yield _heard(builder)


def _tomorrow(builder: SampleBuilder) -> Interview:
    ends = builder.ahead(24)
    return interview(
        "sablefinch-1", "Sable & Finch", "Engineering manager", "First round",
        zone=builder.daytime(ends), ends_at=ends, mode="video", link="https://video.sablefinch.example/j/5550136",
        interviewers=[person(1, "Leonie Castellanos", "Director of engineering", "sablefinch")],
        questions=["How is the work of a manager judged after half a year?"],
    )  # fmt: skip


def _next_week(builder: SampleBuilder) -> Interview:
    ends = builder.ahead(24 * 6)
    return interview(
        "tidewater-1", "Tidewater Analytics", "Technical writer", "First round",
        zone="Australia/Sydney", ends_at=ends, mode="video",
        interviewers=[person(1, "Callum Reyes", "Documentation lead", "tidewater")],
    )  # fmt: skip


def _promised(builder: SampleBuilder) -> Interview:
    ends = builder.ago(24 * 3)
    return interview(
        "copperline-1", "Copperline Rail", "Platform engineer", "Technical",
        zone="America/Los_Angeles", ends_at=ends, mode="video",
        interviewers=[person(1, "Yuki Brandt", "Engineering manager", "copperline", phone="+1 415 555 0101")],
        topics=["timetables as data", "who may deploy, and when"],
        events=[
            event("promised", ends, callback_by=builder.day(2), quote="the day after tomorrow or so"),
            event("thanked", ends + timedelta(hours=5), to="p1", channel="email"),
        ],
    )  # fmt: skip


def _missed(builder: SampleBuilder) -> Interview:
    return interview(
        "ostrava-1", "Ostrava Robotics", "Controls engineer", "Site visit",
        zone="Europe/Prague", ends_at=builder.ago(104), minutes=180, mode="onsite",
        interviewers=[person(1, "Radka Svobodová", "Plant lead", "ostrava", phone="+420 555 010 122")],
        topics=["a gripper that feels slip"],
    )  # fmt: skip


def _snoozed(builder: SampleBuilder) -> Interview:
    ends = builder.ago(24 * 12)
    return interview(
        "vantage-1", "Vantage Orchards", "Machine learning engineer", "Take-home review",
        zone="America/New_York", ends_at=ends, mode="video",
        interviewers=[person(1, "Bethan Achterberg", "Head of research", "vantage", phone="+1 607 555 0175")],
        events=[
            event("thanked", ends + timedelta(hours=20), to="p1", channel="email"),
            event("promised", ends, callback_by=builder.day(-6)),
            event("snoozed", builder.ago(24 * 4), until=builder.day(3)),
        ],
    )  # fmt: skip


def _heard(builder: SampleBuilder) -> Interview:
    ends = builder.ago(24 * 8)
    return interview(
        "pinewright-1", "Pinewright", "Process engineer", "Recorded video",
        zone="Europe/Dublin", ends_at=ends, minutes=20, mode="other",
        events=[
            event("thanks_skipped", ends + timedelta(hours=1), reason="a recording; they ask for no mail"),
            event("heard", builder.ago(30), note="the panel meets again; they will write"),
        ],
    )  # fmt: skip


# Time to call


def _to_call(builder: SampleBuilder) -> Iterator[Interview]:
    """A first call, a second try, a call overdue, and one where writing is next."""
    yield builder.settled_at(("call_now", "open"), lambda hours: _first_call(builder, hours))
    yield builder.settled_at(("call_now", "open"), lambda hours: _second_try(builder, hours))
    yield builder.settled_at(("call_now", "overdue"), lambda hours: _overdue(builder, hours))
    yield builder.settled_at(("call_now", "overdue"), lambda hours: _write_instead(builder, hours))


def _first_call(builder: SampleBuilder, hours: float) -> Interview:
    limit = builder.ago(25 + hours)
    ends = limit - timedelta(days=6)
    return interview(
        "marrow-1", "Marrow Street Foods", "Reliability engineer", "Second round",
        zone="America/New_York", ends_at=ends, mode="video",
        interviewers=[person(1, "Desmond Achebe", "Operations", "marrowstreet", phone="+1 646 555 0108")],
        topics=["what a restaurant does when the till is down"],
        questions=["Is the budget for the position settled?"],
        events=[
            event("promised", ends, callback_by=iso(limit), quote="within the week"),
            event("thanked", ends + timedelta(hours=2), to="p1", channel="email"),
        ],
    )  # fmt: skip


def _second_try(builder: SampleBuilder, hours: float) -> Interview:
    called = builder.ago(25 + hours)
    ends = called - timedelta(days=9)
    return interview(
        "fernandsons-1", "Fern & Sons", "Site reliability engineer", "Final round",
        zone="America/New_York", ends_at=ends, mode="onsite",
        interviewers=[
            person(1, "Inez Duquesne", "Chief engineer", "fernandsons", phone="+1 718 555 0154"),
            person(2, "Paul Oyelaran", "Team lead", "fernandsons"),
        ],
        events=[
            event("thanked", ends + timedelta(hours=6), to="p1", channel="email"),
            event("thanked", ends + timedelta(hours=6), to="p2", channel="email"),
            event("promised", ends, callback_by=iso(ends + timedelta(days=6))),
            event("called", called, outcome="voicemail", to="p1", note="left name and number"),
        ],
    )  # fmt: skip


def _overdue(builder: SampleBuilder, hours: float) -> Interview:
    limit = builder.ago(60 + hours)
    ends = limit - timedelta(days=5)
    return interview(
        "halyard-1", "Halyard Insurance", "Software engineer", "First round",
        zone="Europe/Berlin", ends_at=ends, mode="phone",
        contacts=[person(1, "Greta Lindholm", "Recruiter", "halyard", phone="+49 30 555 0190")],
        events=[
            event("promised", ends, callback_by=iso(limit), quote="in about five days"),
            event("thanked", ends + timedelta(hours=22), channel="other"),
        ],
    )  # fmt: skip


def _write_instead(builder: SampleBuilder, hours: float) -> Interview:
    called = builder.ago(60 + hours)
    ends = called - timedelta(days=14)
    return interview(
        "wintergreen-1", "Wintergreen Press", "Web developer", "Technical",
        zone="Europe/London", ends_at=ends, mode="video",
        interviewers=[person(1, "Oonagh Pryce", "Head of digital", "wintergreen", phone="+44 20 5550 0171")],
        topics=["printing from the browser"],
        events=[
            event("thanked", ends + timedelta(hours=8), to="p1", channel="email"),
            event("called", called - timedelta(days=4), outcome="no_answer", to="p1"),
            event("called", called, outcome="voicemail", to="p1"),
        ],
    )  # fmt: skip


# Over


def _closed(builder: SampleBuilder) -> Iterator[Interview]:
    """Rejected, withdrawn, called off, an offer, and one that went quiet by itself."""
    yield _rejected(builder)
    yield _withdrawn(builder)
    yield _cancelled(builder)
    yield _offer(builder)
    yield _quiet(builder)


def _rejected(builder: SampleBuilder) -> Interview:
    ends = builder.ago(24 * 9)
    return interview(
        "larkspur-1", "Larkspur Bank", "Machine learning engineer", "Panel",
        zone="Asia/Kolkata", ends_at=ends, mode="video",
        interviewers=[person(1, "Vikram Salunkhe", "Principal scientist", "larkspur")],
        events=[
            event("thanked", ends + timedelta(hours=3), to="p1", channel="email"),
            event("closed", builder.ago(50), result="rejected", note="someone with more years in banking"),
        ],
    )  # fmt: skip


def _withdrawn(builder: SampleBuilder) -> Interview:
    ends = builder.ago(24 * 16)
    return interview(
        "granite-1", "Granite Semiconductors", "Firmware engineer", "Panel",
        zone="Asia/Tokyo", ends_at=ends, mode="onsite",
        interviewers=[person(1, "Haruka Mori", "Section chief", "granitesemi")],
        events=[
            event("thanked", ends + timedelta(hours=7), to="p1", channel="letter"),
            event("closed", builder.ago(24 * 5), result="withdrawn", note="too far from home"),
        ],
    )  # fmt: skip


def _cancelled(builder: SampleBuilder) -> Interview:
    return interview(
        "mosaic-1", "Mosaic Travel", "Data engineer", "First round",
        zone="Europe/Madrid", ends_at=builder.ahead(24 * 2), mode="video",
        interviewers=[person(1, "Iker Landa", "Team lead", "mosaictravel")],
        events=[event("closed", builder.ago(24), result="cancelled", note="the position was filled")],
    )  # fmt: skip


def _offer(builder: SampleBuilder) -> Interview:
    ends = builder.ago(24 * 13)
    return interview(
        "hearthstead-1", "Hearthstead", "Analytics engineer", "Final round",
        zone="America/Denver", ends_at=ends, mode="video",
        interviewers=[person(1, "Maren Tolliver", "Co-founder", "hearthstead", phone="+1 303 555 0132")],
        events=[
            event("thanked", ends + timedelta(hours=2), to="p1", channel="email"),
            event("closed", builder.ago(24 * 3), result="offer", note="answer wanted within two weeks"),
        ],
    )  # fmt: skip


def _quiet(builder: SampleBuilder) -> Interview:
    ends = builder.ago(24 * 52)
    return interview(
        "cobble-1", "Cobble & Crane", "Food data scientist", "Phone screen",
        zone="America/New_York", ends_at=ends, minutes=30, mode="phone",
        interviewers=[person(1, "Lucius Abernathy", "Talent partner", "cobblecrane")],
        events=[event("thanked", ends + timedelta(hours=3), to="p1", channel="email")],
    )  # fmt: skip
