"""What is to be done where something was assumed is said in the words of whoever is told."""

from __future__ import annotations

import pytest

from store.calendar import Answers, read_calendar
from store.changes.arrivals import with_arrivals
from store.people.notation import PersonLine
from store.ways_out import on_board
from tests.making import made
from tests.store.calendar.calendar_files import HOME, NOW, ORGANISER, USUAL, WHEN, calendar, event

OTHERS = (ORGANISER, "ATTENDEE;CN=Jo:mailto:jo@home.example", *WHEN)
INVITATIONS = {
    "--me": calendar(event(*USUAL)),
    "--company": calendar(event(*OTHERS, "SUMMARY:Interview at Globex")),
    "--date": calendar(event(*USUAL, "RRULE:FREQ=WEEKLY;COUNT=3")),
    "--zone": calendar(
        "BEGIN:VTIMEZONE", "TZID:Theirs", "BEGIN:STANDARD", "DTSTART:20000101T000000", "TZOFFSETFROM:-0500",
        "TZOFFSETTO:-0500", "END:STANDARD", "END:VTIMEZONE",
        event(*(line.replace("Europe/Berlin", "Theirs") for line in USUAL)),
    ),
}  # fmt: skip


@pytest.mark.parametrize("option", INVITATIONS)
def test_the_board_names_no_option_of_a_command(option: str) -> None:
    (read,) = read_calendar(INVITATIONS[option], Answers(HOME), NOW).meetings
    said = [*read.said, *read.zone_said]
    assert any(option in sentence for sentence in said)
    assert not any("--" in on_board(sentence) for sentence in said)


def test_the_board_does_not_offer_to_take_what_differs() -> None:
    card = made(interviewers=())
    known = with_arrivals(card, [PersonLine("Ada Okafor", "ada@globex.example", None, title="CTO")])
    (said,) = with_arrivals(
        known.interview, [PersonLine("Ada Okafor", "ada@globex.example", None, title="CEO")]
    ).said
    assert "--replace" in said
    assert on_board(said) == "Ada Okafor: title left as it is here."


def test_other_sentences_stay_as_they_are() -> None:
    assert on_board("Globex: added as iv-1.") == "Globex: added as iv-1."
