"""The bottom line of the board: which keys it names for the card under the cursor."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from rich.cells import cell_len

from store.interview import Debriefed
from tests.making import after, card, made
from tests.tui.words.shown_cards import CARDS, DONE, KEYS, OFFERED, PANEL
from tui.keymap import Keymap, written
from tui.keys import BOARD_KEYS
from tui.words.hints import hints


def test_the_key_of_the_debrief_is_named_so_until_there_has_been_one() -> None:
    for events, said in (([], " debrief  "), ([Debriefed(id="d", at=after(1))], " edit  ")):
        pieces = hints(card(made(*events), after(2)), KEYS, undo=None, looking=False)
        assert pieces[pieces.index(("e", "key")) + 1][0] == said


def test_for_an_offer_no_key_is_named_that_would_be_refused() -> None:
    pieces = hints(card(made(DONE, OFFERED), after(3)), KEYS, undo=None, looking=False)
    assert [text.strip() for text, tone in pieces if tone == "key"] == ["o", "enter", "w", "e"]
    assert pieces[1][0].strip() == "accept or decline"


@pytest.mark.parametrize(
    ("events", "now"), [(one[1], one[2]) for one in CARDS], ids=[one[0] for one in CARDS]
)
def test_the_bottom_line_names_keys_there_are(events: list[Any], now: datetime) -> None:
    one = card(made(*events, interviewers=PANEL), now)
    pieces = hints(one, Keymap(), undo="thanked Ada", looking=False)
    assert pieces[-2:] == [("u", "key"), (" undo: thanked Ada", "plain")]
    known = {key for row in BOARD_KEYS for key in written(row).split()}
    assert {text for text, tone in pieces if tone == "key"} <= known
    assert (pieces[1][0].strip() == "close as quiet") == one.offer_closing
    assert "back to now" in "".join(text for text, _ in hints(one, Keymap(), undo="x", looking=True))
    assert "add an interview" in "".join(text for text, _ in hints(None, Keymap(), undo=None, looking=False))
    wide = sum(cell_len(text) for text, _ in pieces)
    long = hints(one, Keymap(), undo="thanked everyone there was " * 9, looking=False, width=wide + 9)
    assert long[: len(pieces) - 2] == pieces[:-2], "what undo would take back is cut before keys give way"
    filtered = hints(None, Keymap(), undo=None, looking=False, filtered=True)
    assert filtered[:2] == [("esc", "key"), (" all cards  ", "plain")]
