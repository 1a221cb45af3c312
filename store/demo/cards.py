"""The interviews of the sample, column by column."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

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
    slot = builder.met(25, 47, 90)
    ends = slot.ends_at
    return interview(
        "quillfeather-2", "Quillfeather", "Senior data engineer", "Panel",
        slot=slot, minutes=90, mode="onsite", opportunity="quillfeather-data",
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
            event(
                "promised", ends, callback_by=iso(builder.friday_after(ends, slot.zone)),
                quote="by the end of next week",
            ),
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
    slot = builder.met(24 * 9, 24 * 12, 30)
    ends, invited = slot.ends_at, builder.at_work(slot.zone, 24 * 6)
    return interview(
        "quillfeather-1", "Quillfeather", "Senior data engineer", "Phone screen",
        slot=slot, minutes=30, mode="phone", opportunity="quillfeather-data",
        interviewers=[person(1, "Amara Diallo", "People partner", phone="+1 212 555 0187", whatsapp=True)],
        events=[
            event("thanked", ends + timedelta(hours=4), to="p1", channel="whatsapp"),
            event("closed", invited, result="advanced", note="invited to the panel"),
        ],
    )  # fmt: skip


def _fresh(builder: SampleBuilder) -> Interview:
    return interview(
        "brightloom-1", "Brightloom", "Backend developer", "Introductory call",
        slot=builder.met(0.5, 10, 45), minutes=45, mode="video",
        link="https://meet.brightloom.example/kx4-rwt",
        interviewers=[person(1, "Felix Onyango", "Team lead", "brightloom", phone="+1 312 555 0119")],
        topics=["a test suite that takes forty minutes"],
        questions=["What keeps the team from shipping on Fridays?"],
    )  # fmt: skip


def _decides_tonight(builder: SampleBuilder) -> Interview:
    slot = builder.met(2, 16)
    tonight = datetime.combine(slot.ends_at.astimezone(ZoneInfo(slot.zone)), time(18), ZoneInfo(slot.zone))
    limit, quote = iso(tonight), "we sit together later today"
    if tonight <= builder.now + timedelta(hours=1):
        day = builder.working_day(slot.zone, 1)
        limit, quote = iso(day), f"we sit together on {day:%A}"
    return interview(
        "kestrel-1", "Kestrel Maps", "Geodata analyst", "Final round",
        slot=slot, mode="video",
        interviewers=[
            person(1, "Noor Haddad", "Product lead", "kestrelmaps", phone="+1 415 555 0163", whatsapp=True)
        ],
        topics=["matching walking routes to old survey sheets"],
        events=[event("promised", slot.ends_at, callback_by=limit, quote=quote)],
    )  # fmt: skip


def _very_late(builder: SampleBuilder) -> Interview:
    return interview(
        "orrery-1", "Orrery Labs", "Simulation engineer", "First conversation",
        slot=builder.met(49, 94), mode="phone",
        contacts=[person(9, "Sam Whitlock", "Recruiter", "harbourtalent", phone="+44 20 5550 0128")],
        topics=["orbit propagation on graphics cards"],
    )  # fmt: skip


def _offered(builder: SampleBuilder) -> Interview:
    slot = builder.met(16, 23)
    offered = max(builder.at_work(slot.zone, 0.5), slot.ends_at + timedelta(hours=1))
    return interview(
        "lantern-1", "Lantern Health", "Data analyst", "Second conversation",
        slot=slot, mode="video",
        interviewers=[person(1, "Priscilla Nakamura", "Head of analytics", "lanternhealth")],
        topics=["one definition of a readmission"],
        events=[event("closed", offered, result="offer", note="by telephone; the letter follows")],
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
    return interview(
        "sablefinch-1", "Sable & Finch", "Engineering manager", "First round",
        slot=builder.coming(14, 24 * 6), mode="video", link="https://video.sablefinch.example/j/5550136",
        interviewers=[person(1, "Leonie Castellanos", "Director of engineering", "sablefinch")],
        questions=["How is the work of a manager judged after half a year?"],
    )  # fmt: skip


def _next_week(builder: SampleBuilder) -> Interview:
    return interview(
        "tidewater-1", "Tidewater Analytics", "Technical writer", "First round",
        slot=builder.coming(24 * 5, 24 * 9, zone="Asia/Kolkata"), mode="video",
        interviewers=[person(1, "Callum Reyes", "Documentation lead", "tidewater")],
    )  # fmt: skip


def _promised(builder: SampleBuilder) -> Interview:
    slot = builder.met(24 * 3, 24 * 6, zone="America/Los_Angeles")
    ends, limit = slot.ends_at, builder.working_day(slot.zone, 2)
    return interview(
        "copperline-1", "Copperline Rail", "Platform engineer", "Technical",
        slot=slot, mode="video",
        interviewers=[person(1, "Yuki Brandt", "Engineering manager", "copperline", phone="+1 415 555 0101")],
        topics=["timetables as data", "who may deploy, and when"],
        events=[
            event("promised", ends, callback_by=iso(limit), quote=f"you hear from us by {limit:%A}"),
            event("thanked", ends + timedelta(hours=5), to="p1", channel="email"),
        ],
    )  # fmt: skip


def _missed(builder: SampleBuilder) -> Interview:
    return interview(
        "ostrava-1", "Ostrava Robotics", "Controls engineer", "Site visit",
        slot=builder.met(100, 24 * 8, 180, zone="Europe/Prague"), minutes=180, mode="onsite",
        interviewers=[person(1, "Radka Svobodová", "Plant lead", "ostrava", phone="+420 555 010 122")],
        topics=["a gripper that feels slip"],
    )  # fmt: skip


def _snoozed(builder: SampleBuilder) -> Interview:
    slot = builder.met(24 * 12, 24 * 15, zone="America/New_York")
    ends, until = slot.ends_at, builder.working_day(slot.zone, 3)
    return interview(
        "vantage-1", "Vantage Orchards", "Machine learning engineer", "Take-home review",
        slot=slot, mode="video",
        interviewers=[person(1, "Bethan Achterberg", "Head of research", "vantage", phone="+1 607 555 0175")],
        events=[
            event("thanked", ends + timedelta(hours=20), to="p1", channel="email"),
            event("promised", ends, callback_by=iso(builder.working_day(slot.zone, -6))),
            event("snoozed", builder.at_work(slot.zone, 24 * 3), until=iso(until)),
        ],
    )  # fmt: skip


def _heard(builder: SampleBuilder) -> Interview:
    slot = builder.met(24 * 8, 24 * 11, 30, zone="Europe/Dublin")
    ends = slot.ends_at
    return interview(
        "pinewright-1", "Pinewright", "Process engineer", "Recorded video",
        slot=slot, minutes=30, mode="other",
        events=[
            event("thanks_skipped", ends + timedelta(hours=1), reason="a recording; they ask for no mail"),
            event("heard", builder.at_work(slot.zone, 24), note="the panel meets again; they will write"),
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
    zone = "America/New_York"
    limit = builder.at_work(zone, 1 + hours).astimezone(ZoneInfo(zone)).date()
    slot = builder.met(24 * 6 + hours, 24 * 9 + hours, zone=zone)
    ends = slot.ends_at
    return interview(
        "marrow-1", "Marrow Street Foods", "Reliability engineer", "Second round",
        slot=slot, mode="video",
        interviewers=[person(1, "Desmond Achebe", "Operations", "marrowstreet", phone="+1 646 555 0108")],
        topics=["the tills that went down at noon"],
        questions=["Is the budget for the position settled?"],
        events=[
            event("promised", ends, callback_by=iso(limit), quote="within the week"),
            event("thanked", ends + timedelta(hours=2), to="p1", channel="email"),
        ],
    )  # fmt: skip


def _second_try(builder: SampleBuilder, hours: float) -> Interview:
    zone = "America/Chicago"
    called = builder.at_work(zone, 1 + hours)
    slot = builder.met(24 * 10 + hours, 24 * 13 + hours, zone=zone)
    ends = slot.ends_at
    return interview(
        "fernandsons-1", "Fern & Sons", "Site reliability engineer", "Final round",
        slot=slot, mode="onsite",
        interviewers=[
            person(1, "Inez Duquesne", "Chief engineer", "fernandsons", phone="+1 718 555 0154"),
            person(2, "Paul Oyelaran", "Team lead", "fernandsons"),
        ],
        topics=["the alarms at night"],
        questions=["When would the rota begin for someone new?"],
        events=[
            event("thanked", ends + timedelta(hours=6), to="p1", channel="email"),
            event("thanked", ends + timedelta(hours=6), to="p2", channel="email"),
            event(
                "promised", ends, callback_by=iso(builder.working_day(zone, 6, ends)),
                quote="give us until the middle of next week",
            ),
            event("called", called, outcome="voicemail", to="p1", note="left name and number"),
        ],
    )  # fmt: skip


def _overdue(builder: SampleBuilder, hours: float) -> Interview:
    zone = "Europe/Berlin"
    limit = builder.at_work(zone, 36 + hours).astimezone(ZoneInfo(zone)).date()
    slot = builder.met(24 * 7 + hours, 24 * 10 + hours, zone=zone)
    ends = slot.ends_at
    return interview(
        "halyard-1", "Halyard Insurance", "Software engineer", "First round",
        slot=slot, mode="phone",
        contacts=[person(1, "Greta Lindholm", "Recruiter", "halyard", phone="+49 30 555 0190")],
        topics=["the move of old claims to the new archive"],
        questions=["Is the second round on site?", "Who would I report to?"],
        events=[
            event("promised", ends, callback_by=iso(limit), quote="in about five days"),
            event("thanked", ends + timedelta(hours=22), channel="other"),
        ],
    )  # fmt: skip


def _write_instead(builder: SampleBuilder, hours: float) -> Interview:
    zone = "Europe/London"
    called = builder.at_work(zone, 36 + hours)
    slot = builder.met(24 * 16 + hours, 24 * 19 + hours, zone=zone)
    ends = slot.ends_at
    return interview(
        "wintergreen-1", "Wintergreen Press", "Web developer", "Technical",
        slot=slot, mode="video",
        interviewers=[person(1, "Oonagh Pryce", "Head of digital", "wintergreen", phone="+44 20 5550 0171")],
        topics=["printing from the browser"],
        questions=["Has the plan for the new site changed?"],
        events=[
            event("thanked", ends + timedelta(hours=8), to="p1", channel="email"),
            event("called", builder.at_work(zone, 24 * 5 + hours), outcome="no_answer", to="p1"),
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
    slot = builder.met(24 * 9, 24 * 12, zone="Asia/Kolkata")
    ends, told = slot.ends_at, builder.at_work(slot.zone, 48)
    return interview(
        "larkspur-1", "Larkspur Bank", "Machine learning engineer", "Panel",
        slot=slot, mode="video",
        interviewers=[person(1, "Vikram Salunkhe", "Principal scientist", "larkspur")],
        events=[
            event("thanked", ends + timedelta(hours=3), to="p1", channel="email"),
            event("closed", told, result="rejected", note="someone with more years in banking"),
        ],
    )  # fmt: skip


def _withdrawn(builder: SampleBuilder) -> Interview:
    slot = builder.met(24 * 16, 24 * 19, zone="Asia/Tokyo")
    ends = slot.ends_at
    return interview(
        "granite-1", "Granite Semiconductors", "Firmware engineer", "Panel",
        slot=slot, mode="onsite",
        interviewers=[person(1, "Haruka Mori", "Section chief", "granitesemi")],
        events=[
            event("thanked", ends + timedelta(hours=7), to="p1", channel="letter"),
            event("closed", builder.at_work(slot.zone, 24 * 5), result="withdrawn", note="too far from home"),
        ],
    )  # fmt: skip


def _cancelled(builder: SampleBuilder) -> Interview:
    zone = "Europe/Madrid"
    told = builder.at_work(zone, 20)
    return interview(
        "mosaic-1", "Mosaic Travel", "Data engineer", "First round",
        slot=builder.coming(40, 24 * 6, zone=zone), mode="video",
        interviewers=[person(1, "Iker Landa", "Team lead", "mosaictravel")],
        events=[event("closed", told, result="cancelled", note="the position was filled")],
    )  # fmt: skip


def _offer(builder: SampleBuilder) -> Interview:
    slot = builder.met(24 * 13, 24 * 16, zone="America/Denver")
    ends, offered = slot.ends_at, builder.at_work(slot.zone, 24 * 3)
    return interview(
        "hearthstead-1", "Hearthstead", "Analytics engineer", "Final round",
        slot=slot, mode="video",
        interviewers=[person(1, "Maren Tolliver", "Co-founder", "hearthstead", phone="+1 303 555 0132")],
        events=[
            event("thanked", ends + timedelta(hours=2), to="p1", channel="email"),
            event("closed", offered, result="offer", note="answer wanted within two weeks"),
        ],
    )  # fmt: skip


def _quiet(builder: SampleBuilder) -> Interview:
    slot = builder.met(24 * 52, 24 * 56, 30, zone="America/New_York")
    ends = slot.ends_at
    return interview(
        "cobble-1", "Cobble & Crane", "Food data scientist", "Phone screen",
        slot=slot, minutes=30, mode="phone",
        interviewers=[person(1, "Lucius Abernathy", "Talent partner", "cobblecrane")],
        events=[event("thanked", ends + timedelta(hours=3), to="p1", channel="email")],
    )  # fmt: skip
