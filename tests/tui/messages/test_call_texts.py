"""What a call sheet has to say, of the sample, in which nothing is left to be filled in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from store.demo import sample, sample_settings
from store.rules.board import board
from store.settings import Settings
from templates.library import Library
from tests.making import BERLIN, POLICY
from tui.messages.call_texts import call_texts
from tui.words.call_page import SCRIPT

START = datetime(2026, 11, 19, 17, 4, tzinfo=UTC)


@pytest.mark.parametrize("days", range(7))
def test_the_sample_can_be_called_from_its_sheets_as_they_are(days: int) -> None:
    now = START + timedelta(days=days, hours=days * 5)
    book, settings = sample(now, POLICY, BERLIN), sample_settings(Settings())
    to_call = board(book.interviews.values(), POLICY, now, BERLIN).columns["call_now"]
    assert to_call
    for card in to_call:
        for person_id, said in call_texts(card, Library(), book, settings, now).items():
            assert person_id is not None, card.id
            assert "«" not in said[SCRIPT] and "{{" not in said[SCRIPT], said[SCRIPT]
