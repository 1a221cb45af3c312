"""The key tables: on each page a key does one thing, can be typed, and is one the framework knows."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterable

import pytest
from textual.keys import Keys, _character_to_key

from tui.bindings import bindings
from tui.key_check import complaints
from tui.key_names import CHARACTERS, NAMES, is_key, named, pressed, short
from tui.keymap import written
from tui.keys import BOARD_KEYS, CARD_KEYS, CARDS, IN_FIELDS, PAGES, Key
from tui.words import call_rows
from tui.words.call_page import ASIDES
from tui.words.handover import WAY_KEYS
from tui.words.hints import (
    AGENDA_HINTS,
    COMPANY_HINTS,
    EDITOR_HINTS,
    EMPTY,
    HEARD_HINTS,
    LOOKING,
    NEXT_STEPS,
    NUMBERS_HINTS,
    PAGE_HINTS,
    WAITING_HINTS,
)

TAKEN_BY_TERMINALS = {f"ctrl+{letter}" for letter in "sqzcbahimj"}
"""Stopped, suspended or taken by the terminal, by tmux and by screen, or the same as another key."""
ANSWERED = {"question", "options", "confirm"}
"""What stands in the place of a page and is answered, each answer by its own letter."""
DEEDS = {
    "card.add", "card.draft", "card.edit", "card.facts", "card.sent", "card.skip", "card.call",
    "card.promise", "card.heard", "card.outcome", "card.snooze", "card.copy", "card.delete", "card.owes",
    "board.take_in",
}  # fmt: skip
"""What has its key on every page."""


@pytest.mark.parametrize("page", PAGES)
def test_no_key_does_two_things(page: str) -> None:
    used = Counter(one for key in PAGES[page] for one in key.keys.split(","))
    assert [one for one, times in used.items() if times > 1] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_entry_says_what_it_is(page: str) -> None:
    for key in PAGES[page]:
        assert key.id and key.action and key.words and key.group
        # What has no key of its own is in the palette, which offers what the board can do.
        assert (key.keys and written(key)) or page == "board"


def test_an_id_has_the_same_keys_on_every_page_and_stands_once_on_each() -> None:
    keys: dict[str, str] = {}
    for page in PAGES.values():
        assert set(Counter(key.id for key in page).values()) == {1}
        for key in page:
            assert keys.setdefault(key.id, key.keys) == key.keys, key.id


def test_a_page_has_nothing_else_on_the_key_of_a_deed() -> None:
    deeds = {part: key.id for key in BOARD_KEYS if key.id in DEEDS for part in key.keys.split(",")}
    for page in PAGES.keys() - IN_FIELDS - ANSWERED:
        for key in PAGES[page]:
            for part in key.keys.split(","):
                assert deeds.get(part, key.id) == key.id, page


def test_every_key_of_the_board_is_on_the_page_of_a_card() -> None:
    there = {part for key in CARD_KEYS for part in key.keys.split(",")}
    assert {part for key in BOARD_KEYS for part in key.keys.split(",") if part} <= there
    ids = {key.id: key.action for key in CARD_KEYS}
    for key in BOARD_KEYS:
        if key.group == CARDS and key.id not in ("card.open", "card.mark", "board.take_in"):
            assert ids[key.id].startswith("choose("), key.id


def test_esc_q_enter_and_help_mean_one_thing_everywhere() -> None:
    for page, keys in PAGES.items():
        does = {part: key for key in keys for part in key.keys.split(",")}
        if page == "options":  # they are part of a form, whose keys these are
            continue
        assert "escape" in does and "f1" in does, page
        back = does["escape"]
        assert does["f1"].id == "app.help" and does["ctrl+p"].id == "app.palette"
        if page in IN_FIELDS or page == "question":  # there letters write, or look for something in a list
            assert "q" not in does, page
        else:
            assert "question_mark" in does, page
            # From the board there is nowhere to go back to but out of the program.
            assert does["q"].id == ("app.leave" if page == "board" else back.id), page
        assert does.get("enter", does["f1"]).id != back.id, page


@pytest.mark.parametrize("page", PAGES)
def test_nothing_hangs_on_a_key_that_does_not_arrive(page: str) -> None:
    for key in PAGES[page]:
        assert set(key.keys.split(",")) - TAKEN_BY_TERMINALS, key.id


@pytest.mark.parametrize("page", PAGES)
def test_the_table_itself_gives_no_cause_for_complaint(page: str) -> None:
    as_it_is = {key.id: key.keys for key in PAGES[page]}
    assert complaints(as_it_is, PAGES[page]) == []
    assert complaints({}) == []


def test_what_the_bottom_lines_name_is_in_the_table() -> None:
    ids = {page: {key.id for key in keys} for page, keys in PAGES.items()}
    for steps in (*NEXT_STEPS.values(), EMPTY, LOOKING):
        assert {name for name, _ in steps} <= ids["board"]
    assert {name for name, _ in (*PAGE_HINTS, *WAITING_HINTS)} <= ids["card"]
    assert {name for name, _ in AGENDA_HINTS} <= ids["agenda"]
    assert {name for name, _ in HEARD_HINTS} <= ids["heard"]
    assert {name for name, _ in (*COMPANY_HINTS, *NUMBERS_HINTS)} <= ids["looking back"]
    assert {name for name, _ in EDITOR_HINTS} <= ids["editor"]
    on_the_sheet = (*call_rows.OUTCOME_KEYS, *call_rows.SHEET_KEYS)
    assert {*on_the_sheet, *(name for name, _ in ASIDES.values())} <= ids["call"]
    assert {*call_rows.ASKED_KEYS} <= ids["asking"]
    assert {*WAY_KEYS.values()} <= ids["last read"]


def test_the_framework_gets_the_whole_table() -> None:
    def ids(keys: Iterable[Key]) -> list[str | None]:
        return [one.id for one in bindings(keys)]

    assert ids(BOARD_KEYS) == [key.id for key in BOARD_KEYS]
    assert all(one.key_display and not one.show for one in bindings(BOARD_KEYS))


def test_the_tables_need_no_framework() -> None:
    check = "import sys, tui.keys, tui.key_check; sys.exit('textual' in sys.modules or 'rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_the_names_of_keys_are_the_frameworks() -> None:
    theirs = {one.value.split("+")[-1] for one in Keys if one.value[-1] != "+"}
    # Not pressed by anybody, and an odd name of ctrl+space.
    theirs -= {"<any>", "<ignore>", "<scroll-down>", "<scroll-up>", "ctrl-at"}
    assert {name for name in theirs if len(name) > 1} <= NAMES
    for number in range(0x20, 0x7F):
        character = chr(number)
        assert named(character) == _character_to_key(character)
        assert is_key(named(character))


@pytest.mark.parametrize("page", PAGES)
def test_what_is_written_of_a_key_can_be_pressed(page: str) -> None:
    for key in PAGES[page]:
        for name in filter(None, key.keys.split(",")):
            character = " " if name == "space" else CHARACTERS.get(name, name if len(name) == 1 else None)
            assert pressed(short(name)) == (name, character)


@pytest.mark.parametrize("words", ["", "3 marked", "letters", "…", "esc q"])
def test_other_words_are_no_key(words: str) -> None:
    assert pressed(words) is None
