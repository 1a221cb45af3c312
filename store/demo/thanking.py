"""The part of the sample in which thanks are owed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from store.demo.setting import Setting, event, interview, person
from store.interview import Interview, iso


def cards(setting: Setting) -> Iterator[Interview]:
    """A panel partly thanked, its first round, a fresh one, one nearly too late, an offer before thanks."""
    yield _panel(setting)
    yield _first_round(setting)
    yield _fresh(setting)
    yield _decides_tonight(setting)
    yield _very_late(setting)
    yield _offered(setting)


def _panel(setting: Setting) -> Interview:
    ends = setting.ago(27)
    return interview(
        "quillfeather-2", "Quillfeather", "Senior data engineer", "Panel",
        zone=setting.daytime(ends), ends_at=ends, minutes=90, mode="onsite", opportunity="quillfeather-data",
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
            event("promised", ends, callback_by=setting.day(8), quote="by the end of next week"),
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


def _first_round(setting: Setting) -> Interview:
    ends = setting.ago(24 * 9)
    return interview(
        "quillfeather-1", "Quillfeather", "Senior data engineer", "Phone screen",
        zone=setting.daytime(setting.ago(27)), ends_at=ends, minutes=30, mode="phone",
        opportunity="quillfeather-data",
        interviewers=[person(1, "Amara Diallo", "People partner", phone="+1 212 555 0187", whatsapp=True)],
        events=[
            event("thanked", ends + timedelta(hours=4), to="p1", channel="whatsapp"),
            event("closed", ends + timedelta(days=3), result="advanced", note="invited to the panel"),
        ],
    )  # fmt: skip


def _fresh(setting: Setting) -> Interview:
    ends = setting.ago(2)
    return interview(
        "brightloom-1", "Brightloom", "Backend developer", "Introductory call",
        zone=setting.daytime(ends), ends_at=ends, minutes=45, mode="video",
        link="https://meet.brightloom.example/kx4-rwt",
        interviewers=[person(1, "Felix Onyango", "Team lead", "brightloom", phone="+1 312 555 0119")],
        topics=["a test suite that takes forty minutes"],
        questions=["What keeps the team from shipping on Fridays?"],
    )  # fmt: skip


def _decides_tonight(setting: Setting) -> Interview:
    ends = setting.ago(4)
    return interview(
        "kestrel-1", "Kestrel Maps", "Geodata analyst", "Final round",
        zone=setting.daytime(ends), ends_at=ends, mode="video",
        interviewers=[
            person(1, "Noor Haddad", "Product lead", "kestrelmaps", phone="+1 415 555 0163", whatsapp=True)
        ],
        topics=["matching walking routes to old survey sheets"],
        events=[
            event(
                "promised", ends, callback_by=iso(setting.ahead(9)), quote="we sit together later today"
            )
        ],
    )  # fmt: skip


def _very_late(setting: Setting) -> Interview:
    return interview(
        "orrery-1", "Orrery Labs", "Simulation engineer", "First conversation",
        zone="Europe/London", ends_at=setting.ago(60), mode="phone",
        contacts=[person(9, "Sam Whitlock", "Recruiter", "harbourtalent", phone="+44 20 5550 0128")],
        topics=["orbit propagation on graphics cards"],
    )  # fmt: skip


def _offered(setting: Setting) -> Interview:
    ends = setting.ago(20)
    return interview(
        "lantern-1", "Lantern Health", "Data analyst", "Second conversation",
        zone=setting.daytime(ends), ends_at=ends, mode="video",
        interviewers=[person(1, "Priscilla Nakamura", "Head of analytics", "lanternhealth")],
        topics=["one definition of a readmission"],
        events=[event("closed", setting.ago(1), result="offer", note="by telephone; the letter follows")],
    )  # fmt: skip
