"""The part of the sample in which it is time to call."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from store.demo.setting import Setting, event, interview, person
from store.interview import Interview, iso


def cards(setting: Setting) -> Iterator[Interview]:
    """A first call, a second try, a call overdue, and one where writing is next."""
    yield setting.settled_at(("call_now", "open"), lambda hours: _first_call(setting, hours))
    yield setting.settled_at(("call_now", "open"), lambda hours: _second_try(setting, hours))
    yield setting.settled_at(("call_now", "overdue"), lambda hours: _overdue(setting, hours))
    yield setting.settled_at(("call_now", "overdue"), lambda hours: _write_instead(setting, hours))


def _first_call(setting: Setting, hours: float) -> Interview:
    limit = setting.ago(25 + hours)
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


def _second_try(setting: Setting, hours: float) -> Interview:
    called = setting.ago(25 + hours)
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


def _overdue(setting: Setting, hours: float) -> Interview:
    limit = setting.ago(60 + hours)
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


def _write_instead(setting: Setting, hours: float) -> Interview:
    called = setting.ago(60 + hours)
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
