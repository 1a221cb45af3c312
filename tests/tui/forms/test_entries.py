"""What stands in the fields of a form: what is said of it, what fills it in, and what takes that back."""

from __future__ import annotations

from typing import Any

import pytest

from store.interview import Interview
from tests.tui.forms.forms_host import INES, MARTA, interview, moment
from tui.forms import add, edit
from tui.forms.completion import next_line
from tui.forms.entries import Entries
from tui.forms.fields import Filling, Sheet
from tui.forms.known import Known, known, known_of, people_known
from tui.forms.plan import Asking, Notice, planned
from tui.keymap import Keymap
from tui.signs import UNICODE


def opened(sheet: Sheet[Any]) -> Entries:
    """The fields as they stand once the form is on the screen."""
    entries = Entries(sheet, Keymap(), UNICODE)
    entries.live()
    return entries


def typed(entries: Entries, **texts: str) -> None:
    for name, text in texts.items():
        entries[name].put(text)
        entries.live()


def two_there() -> Known:
    return known([interview(zone="America/New_York", country="US", language="de")])


@pytest.mark.parametrize(
    "sheet",
    [add.sheet(moment(), Known()), edit.sheet(moment(), Known(), interview(interviewers=()))],
    ids=["add", "edit"],
)
def test_nothing_is_doubted_of_a_form_nobody_has_touched(sheet: Sheet[Any]) -> None:
    assert not [one.name for one in opened(sheet) if one.reading in ("unclear", "wrong")]


def test_what_is_typed_is_doubted_at_once() -> None:
    entries = opened(add.sheet(moment(), Known()))
    typed(entries, starts_at="frx")
    assert entries["starts_at"].reading == "unclear"
    assert not entries["ends_at"].said, "the end was not touched"


def test_an_end_typed_with_the_start_stands_in_its_own_field() -> None:
    entries = opened(add.sheet(moment(), Known()))
    for start, length in (("fri 14-15:30", "90 min"), ("fri 23:30-0:15", "45 min"), ("fri 14", "60 min")):
        typed(entries, starts_at=start)
        assert entries["ends_at"].text == length and not entries["ends_at"].typed
    typed(entries, ends_at="20 min")
    typed(entries, starts_at="fri 14-15:30")
    assert entries["ends_at"].text == "20 min"


def test_the_rest_is_folded_until_it_counts() -> None:
    entries = opened(add.sheet(moment(), Known()))
    assert [one.name for one in entries.shown] == list(add.FIRST)
    entries.turn()
    assert not entries.folded
    entries.turn()
    assert entries.folded
    typed(entries, zone="Atlantis")
    assert not entries.folded


def test_a_known_company_fills_what_is_known_until_it_is_another() -> None:
    entries = opened(add.sheet(moment(), two_there()))
    typed(entries, company="northwind")
    assert entries["zone"].text == "America/New_York"
    assert entries["role"].text == "Data engineer"
    assert (entries.folded and not entries.typed) or entries["company"].typed
    typed(entries, role="Architect", company="Northwind AG")
    assert (entries["zone"].text, entries["role"].text) == ("Europe/Berlin", "Architect")


def test_what_several_interviews_say_differently_of_the_role_is_left_open() -> None:
    there = [interview(), interview(id="iv-2", role="Analyst")]
    assert known_of("Northwind", known(there))["role"] == ""
    assert known_of("Globex", known(there)) == known_of("", known(there)) == {}


def test_people_met_there_are_offered_each_once() -> None:
    offers = people_known("NORTHWIND", known([interview(), interview(id="iv-2", interviewers=(MARTA, INES))]))
    assert len(offers) == 4
    assert next_line("", ["", offers[0]], offers) == offers[1]
    assert next_line("mar", [], offers).startswith("ta Lindqvist")
    assert next_line("nobody", [], offers) == next_line("  ", [], offers) == ""


FILLING = Filling(
    words="the signature", texts={"company": "Globex", "role": "CTO"}, picks={"mode": ("video",)}
)


def test_a_paste_fills_what_the_user_has_not_and_is_taken_back_whole() -> None:
    entries = opened(add.sheet(moment(), Known()))
    typed(entries, role="Architect")
    filled, kept = entries.fill(FILLING)
    assert ([one.name for one in filled], [one.name for one in kept]) == (["company", "mode"], ["role"])
    assert (entries["company"].text, entries["mode"].given) == ("Globex", "video")
    # A second paste replaces what the first has filled in, and nothing that was typed.
    entries.fill(Filling(words="the calendar", texts={"company": "Initech", "role": "CTO"}))
    assert entries["company"].text == "Initech"
    assert [one.name for one in entries.take_back()] == ["company"]
    assert {one.name for one in entries.take_back()} == {"company", "mode"}
    assert (entries["company"].text, entries["role"].text, entries["mode"].given) == (
        "",
        "Architect",
        "other",
    )
    assert entries.take_back() == []


@pytest.mark.parametrize(
    ("before", "after", "lost"),
    [
        ("Data engineer", "S", True), ("Data engineer", "", True), ("Data", "Dat", False), ("a", "", False),
        ("Data", "Data e", False), ("Data engineer", "Data", True), ("Dta", "Data", False),
        ("Data engineer", "engineer", True), ("abc", "ac", False),
    ],
)  # fmt: skip
def test_a_text_that_was_replaced_comes_back(before: str, after: str, lost: bool) -> None:
    there: Interview = interview(role=before)
    entries = opened(edit.sheet(moment(), Known(), there))
    typed(entries, role=after)
    assert bool(entries.take_back()) == lost
    assert entries["role"].text == (before if lost else after)


@pytest.mark.parametrize("size", [(160, 45), (120, 36), (80, 24), (40, 20), (20, 5), (3, 3), (1, 1)])
@pytest.mark.parametrize("notice", ["", "not saved: the disk is full " * 20])
def test_the_field_with_the_cursor_is_in_sight_at_every_size(size: tuple[int, int], notice: str) -> None:
    width, height = size
    sheet = edit.sheet(moment(), Known(), interview(notes="long " * 900))
    entries = opened(sheet)
    top = 0
    for one in [*entries, *reversed([*entries])]:
        asking = Asking(one.name, Notice(notice), "ctrl+o", top)
        plan = planned(sheet, entries, asking, width, height, UNICODE)
        top, spot = plan.top, plan.spot(one.name)
        assert len(plan.rows) <= height and spot is not None
        if height < 5:
            continue
        picking = one.picking
        row = spot.row + (picking.spots(plan.width)[picking.cursor].y if picking is not None else 0)
        assert plan.top <= row < plan.top + plan.room
        assert one.picking is not None or plan.editor(one.name) is not None
