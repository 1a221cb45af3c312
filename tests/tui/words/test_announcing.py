"""What is said when something becomes due: to whom it belongs, and to a screen that others see."""

from __future__ import annotations

from datetime import datetime

import pytest

from store.interview import Interview
from store.rules.announcing import announcements
from store.rules.board import board
from tests.making import ADA, BEN, BERLIN, CLEO, POLICY, after, at, closed, made, owes, promised, thanked
from tui.words.announcing import MOST_APART, announced, together

CALL = made(thanked(after(1)), promised(after(1), "2026-11-27"))
WRITE = made(thanked(after(1), "p2"), promised(after(1), "2026-11-27"), interviewers=(BEN,))
OFFER = made(thanked(after(1)), closed(after(2), "offer", "2026-11-26T15:00:00Z"))
OWED = made(thanked(after(1)), owes(after(2), due="2026-11-23T12:00:00Z"))


@pytest.mark.parametrize(
    ("card", "now", "own", "neutral"),
    [
        (
            CALL,
            at("2026-12-01 08:00"),
            "Call Ada Okafor (+49301234567), Globex: 8 h left",
            "There is a call to make",
        ),
        (
            WRITE,
            at("2026-12-01 08:00"),
            "Write to Ben Ito (ben@globex.example), Globex, and ask where things stand: 8 h left",
            "There is a mail to write",
        ),
        (
            OFFER,
            at("2026-11-25 15:00"),
            "Answer the offer of Globex: 24 h left",
            "There is an offer to answer",
        ),
        (
            OWED,
            at("2026-11-22 12:00"),
            "Send Globex what you promised (a work sample): 24 h left",
            "Something you promised is due soon",
        ),
        (
            made(),
            after(22.5),
            "Thank Ada Okafor (ada@globex.example), Globex, by e-mail: 1 h left",
            "There is a thank-you to send within the next two hours",
        ),
    ],
)
def test_what_is_said(card: Interview, now: datetime, own: str, neutral: str) -> None:
    (one,) = announcements(board([card], POLICY, now, BERLIN))
    assert announced(one, now, reach=True) == own
    assert announced(one, now, reach=True, neutral=True) == neutral


def test_two_who_are_reached_in_two_ways_are_named_alone() -> None:
    (one,) = announcements(board([made(interviewers=(ADA, CLEO))], POLICY, after(22.5), BERLIN))
    assert announced(one, after(22.5), reach=True) == "Thank Ada Okafor and Cleo Marsh, Globex: 1 h left"


def test_many_at_once_are_one_notice() -> None:
    few = [str(n) for n in range(MOST_APART)]
    assert together(few) == few
    assert together([*few, "6"]) == ["0\n1\n2\n3\n4\n6"]
    assert together([]) == []
