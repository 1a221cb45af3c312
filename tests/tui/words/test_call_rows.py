"""The rows of the call sheet: all fit, and nothing of them is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from store.interview import Called, Heard, LooseEnd, Person, Promised
from tests.hostile import hostile, quick
from tests.making import at, made
from tests.tui.words.call_shown import INES, KEYMAP, shown, view
from tui.signs import ASCII, UNICODE
from tui.words import call_rows
from tui.words.call_page import ASIDES, SCRIPT, CallView
from tui.words.lines import flow


def all_rows(found: CallView, width: int) -> list[call_rows.SheetRow]:
    return [
        *call_rows.head(found, width, KEYMAP, big=False),
        *call_rows.talk(found, width),
        *call_rows.script(found, width),
        *call_rows.own(found, width, KEYMAP),
        *call_rows.asides(found, width, set(ASIDES), KEYMAP),
        *call_rows.names(found, width),
    ]


def text_of(row: call_rows.SheetRow) -> str:
    return "".join(text for text, _ in row.pieces)


@quick
@given(hostile, st.integers(8, 130))
def test_every_row_fits_and_no_hostile_letter_gets_through(text: str, width: int) -> None:
    text = text.replace("\ud800", "")
    who = Person(id="p1", name=text, title=text, phone=text or "1")
    one = made(
        Promised(id="e1", at=at("2026-11-18 15:00"), callback_by="2026-11-20", quote=text),
        Called(id="e2", at=at("2026-11-24 15:00"), outcome="voicemail", to="p1", note=text),
        Heard(id="e3", at=at("2026-11-25 15:00"), note=text),
        interviewers=(who, INES), questions=(text,), loose_ends=(LooseEnd(text=text),),
    )  # fmt: skip
    for row in all_rows(shown(one, texts={SCRIPT: text, "voicemail": text}), width):
        assert cell_len(text_of(row)) <= width
        assert not set(text_of(row)) & set("\n\r\x00\x1b\x85\u2028\u202e")


@quick
@given(st.text(alphabet="ab {}_日🙂\n", max_size=80), st.integers(1, 40))
def test_wrapping_loses_no_letter(text: str, width: int) -> None:
    rows = flow(text, max(2, width), "  ")
    assert "".join("".join(rows).split()) == "".join(text.split())
    assert all(cell_len(row) <= max(2, width) for row in rows)


def test_a_gap_and_a_direction_are_set_off_over_rows() -> None:
    found = shown(
        made(), texts={SCRIPT: "If they ask about it: I could help with «something of yours», I think."}
    )
    for width, gap in ((30, ("«something of", "yours»")), (78, ("«something of yours»",))):
        tones = [piece for row in call_rows.script(found, width) for piece in row.pieces]
        assert tuple(text for text, tone in tones if tone == "gap") == gap
        assert ("If they ask about it:", "dim") in tones
        assert any(text.startswith(", I think") for text, tone in tones if tone == "plain")


@pytest.mark.parametrize("width", [38, 78, 118])
def test_ticks_and_keys_fit(width: int) -> None:
    for signs in (UNICODE, ASCII):
        pieces = call_rows.ticks({1}, width, KEYMAP, signs)
        assert [text for text, tone in pieces if tone == "key"] == ["1", "2", "3", "4"]
        assert sum(cell_len(text) for text, _ in pieces) <= width or signs is ASCII
    for ids in (call_rows.OUTCOME_KEYS, call_rows.SHEET_KEYS, call_rows.ASKED_KEYS):
        row = call_rows.keys_row([(KEYMAP.say(name), call_rows.WORDS[name]) for name in ids], width)
        assert sum(cell_len(text) for text, _ in row) <= width


def test_outside_office_hours_the_number_warns() -> None:
    night = call_rows.head(view(now=at("2026-11-30 21:00")), 80, KEYMAP, big=False)
    day = call_rows.head(view(), 80, KEYMAP, big=False)
    assert night[0].pieces[0] == ("+49 30 1234567", "number-warn")
    assert text_of(night[1]).startswith("! 22:00, office closed")
    assert day[0].pieces[0] == ("+49 30 1234567", "number")
