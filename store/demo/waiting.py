"""The part of the sample that waits: interviews to come, and answers to come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from store.demo.setting import Setting, event, interview, person
from store.interview import Interview


def cards(setting: Setting) -> Iterator[Interview]:
    """Two to come; a promise in another zone, a missed thank-you, a snooze, a word from them."""
    yield _tomorrow(setting)
    yield _next_week(setting)
    yield _promised(setting)
    yield _missed(setting)
    yield _snoozed(setting)
    yield _heard(setting)


def _tomorrow(setting: Setting) -> Interview:
    ends = setting.ahead(24)
    return interview(
        "sablefinch-1", "Sable & Finch", "Engineering manager", "First round",
        zone=setting.daytime(ends), ends_at=ends, mode="video", link="https://video.sablefinch.example/j/5550136",
        interviewers=[person(1, "Leonie Castellanos", "Director of engineering", "sablefinch")],
        questions=["How is the work of a manager judged after half a year?"],
    )  # fmt: skip


def _next_week(setting: Setting) -> Interview:
    ends = setting.ahead(24 * 6)
    return interview(
        "tidewater-1", "Tidewater Analytics", "Technical writer", "First round",
        zone="Australia/Sydney", ends_at=ends, mode="video",
        interviewers=[person(1, "Callum Reyes", "Documentation lead", "tidewater")],
    )  # fmt: skip


def _promised(setting: Setting) -> Interview:
    ends = setting.ago(24 * 3)
    return interview(
        "copperline-1", "Copperline Rail", "Platform engineer", "Technical",
        zone="America/Los_Angeles", ends_at=ends, mode="video",
        interviewers=[person(1, "Yuki Brandt", "Engineering manager", "copperline", phone="+1 415 555 0101")],
        topics=["timetables as data", "who may deploy, and when"],
        events=[
            event("promised", ends, callback_by=setting.day(2), quote="the day after tomorrow or so"),
            event("thanked", ends + timedelta(hours=5), to="p1", channel="email"),
        ],
    )  # fmt: skip


def _missed(setting: Setting) -> Interview:
    return interview(
        "ostrava-1", "Ostrava Robotics", "Controls engineer", "Site visit",
        zone="Europe/Prague", ends_at=setting.ago(104), minutes=180, mode="onsite",
        interviewers=[person(1, "Radka Svobodová", "Plant lead", "ostrava", phone="+420 555 010 122")],
        topics=["a gripper that feels slip"],
    )  # fmt: skip


def _snoozed(setting: Setting) -> Interview:
    ends = setting.ago(24 * 12)
    return interview(
        "vantage-1", "Vantage Orchards", "Machine learning engineer", "Take-home review",
        zone="America/New_York", ends_at=ends, mode="video",
        interviewers=[person(1, "Bethan Achterberg", "Head of research", "vantage", phone="+1 607 555 0175")],
        events=[
            event("thanked", ends + timedelta(hours=20), to="p1", channel="email"),
            event("promised", ends, callback_by=setting.day(-6)),
            event("snoozed", setting.ago(24 * 4), until=setting.day(3)),
        ],
    )  # fmt: skip


def _heard(setting: Setting) -> Interview:
    ends = setting.ago(24 * 8)
    return interview(
        "pinewright-1", "Pinewright", "Process engineer", "Recorded video",
        zone="Europe/Dublin", ends_at=ends, minutes=20, mode="other",
        events=[
            event("thanks_skipped", ends + timedelta(hours=1), reason="a recording; they ask for no mail"),
            event("heard", setting.ago(30), note="the panel meets again; they will write"),
        ],
    )  # fmt: skip
