"""Deadlines as calendar entries: which there are, from when to when, and that a calendar reads them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from store.deadlines import Deadline, as_event, deadlines_of, write_calendar
from store.interview import AnyEvent, Interview
from store.rules.board import board
from tests.making import (
    ADA,
    BEN,
    BERLIN,
    END,
    POLICY,
    after,
    at,
    closed,
    delivered,
    heard,
    made,
    owes,
    promised,
    thanked,
)  # fmt: skip

NOW = at("2026-11-19 17:04")


def due(*interviews: Interview, now: datetime = NOW) -> list[Deadline]:
    return deadlines_of(board(interviews, POLICY, now, BERLIN).cards())


def kinds(*events: AnyEvent, now: datetime = NOW, **facts: Any) -> dict[str, tuple[datetime, datetime]]:
    return {one.kind: (one.begins, one.ends) for one in due(made(*events, **facts), now=now)}


CALL = (at("2026-11-27 08:00"), at("2026-11-27 16:00"))


def test_thanks_until_the_end_of_their_present_level() -> None:
    for now, begins, ends in ((after(1), 0, 24), (after(30), 24, 48), (after(60), 48, 96)):
        assert kinds(now=now)["thanks"] == (after(begins), after(ends))
    assert "thanks" not in kinds(now=after(100))
    assert "thanks" not in kinds(thanked(after(2)))


def test_the_call_from_its_first_to_its_last_good_moment() -> None:
    assert kinds(thanked(after(2)))["call"] == CALL
    (named,) = due(made(thanked(after(2)), promised(after(0), "2026-12-01")))
    assert (named.begins, named.ends, named.firm) == (at("2026-12-03 08:00"), at("2026-12-03 16:00"), True)


@pytest.mark.parametrize(
    ("events", "there"),
    [
        ((closed(after(3), "rejected"),), set()),
        ((closed(after(3), "offer", "2026-11-24"), thanked(after(2))), {"answer"}),
        ((thanked(after(2)), owes(after(3), due="2026-11-25")), {"call", "deliver"}),
        ((thanked(after(2)), owes(after(3))), {"call"}),
        ((thanked(after(2)), owes(after(3), due="2026-11-25"), delivered(after(4), "e2")), {"call"}),
        ((closed(after(3), "rejected"), owes(after(2), due="2026-11-25")), set()),
        ((thanked(after(2)), promised(after(3), "2026-11-25", silence="no")), set()),
        ((thanked(after(2)), heard(after(3))), {"call"}),
    ],
)
def test_what_is_due_on_a_card(events: tuple[AnyEvent, ...], there: set[str]) -> None:
    assert set(kinds(*events)) == there


def test_an_answer_and_what_is_owed_end_when_they_are_due() -> None:
    found = kinds(closed(after(3), "offer", "2026-11-24T12:00:00Z"), thanked(after(2)))
    assert found["answer"] == (at("2026-11-23 12:00"), at("2026-11-24 12:00"))
    found = kinds(thanked(after(2)), owes(after(3), due="2026-11-25"))
    assert found["deliver"] == (at("2026-11-24 16:00"), at("2026-11-25 16:00"))


def test_an_interview_to_come_is_itself_due() -> None:
    ahead = made(ends_at=after(72), location="Floor 3; left, then up", link="https://meet.example/x")
    (one,) = due(ahead)
    assert (one.kind, one.begins, one.ends) == ("interview", ahead.starts_at, ahead.ends_at)
    event = as_event(one, NOW)
    assert (
        str(event["LOCATION"]) == "Floor 3; left, then up" and str(event["URL"]) == "https://meet.example/x"
    )


CARDS = (
    made(id="a", interviewers=(ADA, BEN), ends_at=after(20), company="Globex; Sons, Ltd\\"),
    made(thanked(after(2)), owes(after(3), "a sample,\nof work", due="2026-11-25"), id="b", role="SRE"),
    made(id="c", role="QA", ends_at=after(72)),
    made(closed(after(3), "offer", "2026-11-24"), thanked(after(2)), id="d", role="ML"),
)


def test_a_calendar_reads_the_file() -> None:
    deadlines = due(*CARDS)
    raw = write_calendar(deadlines, NOW, lambda one: len(one.kind))
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    events = Calendar.from_ical(raw).walk("VEVENT")
    assert len(events) == len(deadlines) >= 6
    assert len({str(event["UID"]) for event in events}) == len(events)
    for one, event in zip(deadlines, events, strict=True):
        assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (one.begins, one.ends)
        assert event.decoded("DTSTART").utcoffset() == timedelta()
        assert (event.decoded("DTSTAMP"), event["SEQUENCE"]) == (NOW, len(one.kind))
        (alarm,) = event.walk("VALARM")
        assert one.begins + alarm.decoded("TRIGGER") == one.alarm <= one.ends
    assert b"DTSTART;" not in raw and b"VTIMEZONE" not in raw
    words = {str(event["SUMMARY"]) for event in events}
    assert "Thank Ada Okafor and Ben Ito, Globex; Sons, Ltd\\" in words
    assert "Send Globex what you promised: a sample, of work" in words


def test_a_deadline_that_moves_keeps_its_uid() -> None:
    first, later = (due(made(interviewers=(ADA,)), now=after(hours)) for hours in (1, 30))
    uids = [{one.kind: one.uid for one in found} for found in (first, later)]
    assert uids[0] == uids[1] and END < first[0].ends < later[0].ends


def test_an_entry_says_the_same_until_something_changes() -> None:
    early, late = (write_calendar(due(*CARDS, now=NOW + timedelta(hours=h)), NOW) for h in (0, 1))
    assert early == late


def test_an_interview_of_no_length_has_no_end() -> None:
    event = as_event(due(made(starts_at=after(72), ends_at=after(72)))[0], NOW)
    assert "DTEND" not in event
