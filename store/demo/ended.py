"""The part of the sample that is over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from store.demo.setting import Setting, event, interview, person
from store.interview import Interview


def cards(setting: Setting) -> Iterator[Interview]:
    """Rejected, withdrawn, called off, an offer, and one that went quiet by itself."""
    yield _rejected(setting)
    yield _withdrawn(setting)
    yield _cancelled(setting)
    yield _offer(setting)
    yield _quiet(setting)


def _rejected(setting: Setting) -> Interview:
    ends = setting.ago(24 * 9)
    return interview(
        "larkspur-1", "Larkspur Bank", "Machine learning engineer", "Panel",
        zone="Asia/Kolkata", ends_at=ends, mode="video",
        interviewers=[person(1, "Vikram Salunkhe", "Principal scientist", "larkspur")],
        events=[
            event("thanked", ends + timedelta(hours=3), to="p1", channel="email"),
            event("closed", setting.ago(50), result="rejected", note="someone with more years in banking"),
        ],
    )  # fmt: skip


def _withdrawn(setting: Setting) -> Interview:
    ends = setting.ago(24 * 16)
    return interview(
        "granite-1", "Granite Semiconductors", "Firmware engineer", "Panel",
        zone="Asia/Tokyo", ends_at=ends, mode="onsite",
        interviewers=[person(1, "Haruka Mori", "Section chief", "granitesemi")],
        events=[
            event("thanked", ends + timedelta(hours=7), to="p1", channel="letter"),
            event("closed", setting.ago(24 * 5), result="withdrawn", note="too far from home"),
        ],
    )  # fmt: skip


def _cancelled(setting: Setting) -> Interview:
    return interview(
        "mosaic-1", "Mosaic Travel", "Data engineer", "First round",
        zone="Europe/Madrid", ends_at=setting.ahead(24 * 2), mode="video",
        interviewers=[person(1, "Iker Landa", "Team lead", "mosaictravel")],
        events=[event("closed", setting.ago(24), result="cancelled", note="the position was filled")],
    )  # fmt: skip


def _offer(setting: Setting) -> Interview:
    ends = setting.ago(24 * 13)
    return interview(
        "hearthstead-1", "Hearthstead", "Analytics engineer", "Final round",
        zone="America/Denver", ends_at=ends, mode="video",
        interviewers=[person(1, "Maren Tolliver", "Co-founder", "hearthstead", phone="+1 303 555 0132")],
        events=[
            event("thanked", ends + timedelta(hours=2), to="p1", channel="email"),
            event("closed", setting.ago(24 * 3), result="offer", note="answer wanted within two weeks"),
        ],
    )  # fmt: skip


def _quiet(setting: Setting) -> Interview:
    ends = setting.ago(24 * 52)
    return interview(
        "cobble-1", "Cobble & Crane", "Food data scientist", "Phone screen",
        zone="America/New_York", ends_at=ends, minutes=30, mode="phone",
        interviewers=[person(1, "Lucius Abernathy", "Talent partner", "cobblecrane")],
        events=[event("thanked", ends + timedelta(hours=3), to="p1", channel="email")],
    )  # fmt: skip
