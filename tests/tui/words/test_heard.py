"""What was heard, in words: the same sentence for the list, the board's line and the command."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from store.book import Book
from store.hearing.proposal import Proposal, ProposedMeeting
from tests.making import BERLIN, at, made
from tui.keymap import Keymap
from tui.words.heard import all_rows, card_line, deed_words, news_words

THIRD = at("2026-12-03 09:00")
SEVENTH = at("2026-12-07 13:00")
CARD = made(id="m", starts_at=THIRD, ends_at=THIRD + timedelta(hours=1))
ROUND = made(id="iv-1", role="Data")


def proposal(starts: datetime, method: str = "REQUEST", **more: object) -> Proposal:
    meeting = ProposedMeeting(
        uid="u", card="m", sequence=1, stamp=None, company="Globex", starts_at=starts,
        ends_at=starts + timedelta(hours=1), method=method, text="",
    )  # fmt: skip
    made_of = Proposal(
        id="h1", ref="u", at=at("2026-11-26 10:00"), meeting=meeting, sender="Ada <a@b.example>"
    )
    whole: Proposal = replace(made_of, **more)
    return whole


@pytest.mark.parametrize(
    ("starts", "method", "known", "words", "line"),
    [
        (THIRD, "REQUEST", False, "a meeting on {third}", "Invited: Thu 3 Dec 10:00"),
        (
            SEVENTH, "REQUEST", True, "the meeting on {third} moves to Mon 7 Dec at 14:00",
            "New time: Mon 7 Dec 14:00",
        ),
        (THIRD, "REQUEST", True, "another version of the meeting on {third}", "New version: Thu 3 Dec 10:00"),
        (THIRD, "CANCEL", True, "the meeting on {third} is called off", "Called off: Thu 3 Dec 10:00"),
    ],
)  # fmt: skip
def test_a_meeting(starts: datetime, method: str, known: bool, words: str, line: str) -> None:
    book = Book({one.id: one for one in ((CARD, ROUND) if known else (ROUND,))})
    one, words = proposal(starts, method), words.format(third="Thu 3 Dec at 10:00")
    assert deed_words(one, book, BERLIN) == words
    assert card_line(one, book, at("2026-11-26 11:00"), BERLIN) == line
    assert news_words(replace(one, joins="iv-1"), book, BERLIN) == f"Globex, Data: {words}"


def test_a_remark_is_news_of_who_has_written() -> None:
    one = proposal(THIRD, meeting=None, remark="Your application", interview="iv-1")
    assert news_words(one, Book({"iv-1": ROUND}), BERLIN) == "Globex, Data: Ada <a@b.example> has written"


def test_why_it_is_to_be_looked_at_is_said_once() -> None:
    one = proposal(THIRD, ask=True, why="it says no", joins="iv-1")
    rows = all_rows([one], Book({"iv-1": ROUND}), at("2026-11-26 11:00"), BERLIN, Keymap())
    assert sum("says no" in row.text for row in rows) == 1
