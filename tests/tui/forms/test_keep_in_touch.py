"""A day on which a closed card comes up again; and what then stands on the card."""

from __future__ import annotations

from datetime import timedelta

import pytest

from store.book import Book
from store.interview import Closed, Delivered, Owes
from store.rules.board import board
from tests.making import BERLIN, POLICY, made
from tests.tui.forms.forms_host import NOW, card, filled, interview, moment
from tui.forms import keep_in_touch
from tui.forms.fields import Wrong
from tui.keymap import Keymap
from tui.words.cards import card_lines
from tui.words.headline import headline

NO = Closed(id="c1", at=NOW - timedelta(hours=1), result="rejected")
BEFORE = Owes(id="o1", at=NOW - timedelta(hours=2), what="a work sample", due="2026-11-19")


def test_the_day_is_noted_as_owed_and_comes_up_by_itself() -> None:
    shown = card(interview(BEFORE, NO))
    assert shown.kept_in_touch == ()
    done = filled(keep_in_touch.sheet(moment(), shown), on="1 dec")
    assert done.words == "Northwind: keep in touch, Tue 1 Dec"
    kept = done.change(Book({"iv-1": shown.interview})).interviews["iv-1"]
    assert kept.events[-1] == Owes(id="en1", at=NOW, what="keep in touch", due="2026-12-01")
    seen = {}
    for days in (0, 11, 12, 30):
        then = NOW + timedelta(days=days)
        whole = board([kept], POLICY, then, BERLIN)
        (later,) = whole.columns["closed"]
        left, _ = headline(whole, BERLIN, Keymap(), wanted="", marked=0, looking=False, width=120)
        seen[days] = (
            card_lines(later, then, BERLIN, Keymap())[3].text,
            "".join(text for text, _ in left).partition("   ")[2],
        )
        assert not any(one.pressing for one in later.owes), "the rules ask for nothing on a card that is over"
    assert seen == {
        0: ("keep in touch, 1 Dec", "nothing to do now"),
        11: ("keep in touch, tomorrow", "nothing to do now"),
        12: ("! keep in touch, today", "1 to get back to"),
        30: ("! keep in touch, since 1 Dec", "1 to get back to"),
    }


def test_another_day_takes_the_place_of_the_one_there_was() -> None:
    kept = Owes(id="o2", at=NOW, what="write to Marta", due="2026-12-01", to="p1")
    shown = card(interview(NO, kept))
    sheet = keep_in_touch.sheet(moment(), shown)
    assert [getattr(field, "value", None) for field in sheet.fields[1:]] == ["write to Marta", "p1"]
    done = filled(sheet, on="2027-03-01", what="write to Marta", to="p1")
    *_, settled, new = done.change(Book({"iv-1": shown.interview})).interviews["iv-1"].events
    assert isinstance(settled, Delivered) and settled.of == "o2"
    assert isinstance(new, Owes) and (new.due, new.to) == ("2027-03-01", "p1")


def test_a_day_that_has_passed_is_refused() -> None:
    sheet = keep_in_touch.sheet(moment(), card(interview(NO)))
    with pytest.raises(Wrong, match="has passed"):
        filled(sheet, on="2026-11-02")


def test_what_comes_up_is_not_folded_however_old_it_is() -> None:
    no = Closed(id="c1", at=NOW - timedelta(days=90), result="rejected")
    kept = Owes(id="o2", at=NOW - timedelta(days=80), what="write", due="2026-11-20")
    one = made(no, kept, ends_at=NOW - timedelta(days=99))
    old, up = (
        board([one], POLICY, NOW + timedelta(days=days), BERLIN).columns["closed"][0] for days in (0, 2)
    )
    assert (old.is_old, old.comes_up) == (True, None)
    assert not up.is_old and up.comes_up is not None
