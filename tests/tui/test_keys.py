"""The key table: every key does one thing, can be typed, and can be changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest
from tui.handover.keys import HANDOVER_KEYS
from tui.screens.call_keys import CALL_KEYS

from tui.keys import BOARD_KEYS, CARD_KEYS, Key, bindings, complaints, effective, written
from tui.words.hints import EMPTY, LOOKING, NEXT_STEPS, row_of

TAKEN_BY_TERMINALS = {f"ctrl+{letter}" for letter in "sqzcbahimj"}
"""Stopped, suspended or taken by the terminal, by tmux and by screen, or the same as another key."""
TABLES = {"board": BOARD_KEYS, "card": CARD_KEYS, "handover": HANDOVER_KEYS, "call": CALL_KEYS}


@pytest.mark.parametrize("name", TABLES)
def test_no_key_does_two_things(name: str) -> None:
    used = Counter(one for key in TABLES[name] for one in key.keys.split(","))
    assert [one for one, times in used.items() if times > 1] == []


@pytest.mark.parametrize("name", TABLES)
def test_every_entry_says_what_it_is(name: str) -> None:
    for key in TABLES[name]:
        assert key.id and key.keys and key.action and key.words and key.group
        assert written(key)


def test_every_id_is_given_once() -> None:
    used = Counter(key.id for table in TABLES.values() for key in table)
    assert set(used.values()) == {1}


@pytest.mark.parametrize("name", TABLES)
def test_nothing_hangs_on_a_key_that_does_not_arrive(name: str) -> None:
    for key in TABLES[name]:
        assert set(key.keys.split(",")) - TAKEN_BY_TERMINALS, key.id


@pytest.mark.parametrize("name", TABLES)
def test_the_table_itself_gives_no_cause_for_complaint(name: str) -> None:
    as_it_is = {key.id: key.keys for key in TABLES[name]}
    assert complaints(as_it_is, TABLES[name]) == []
    assert complaints({}, TABLES[name]) == []


def test_what_the_bottom_line_names_is_in_the_table() -> None:
    ids = {key.id for key in BOARD_KEYS}
    for steps in (*NEXT_STEPS.values(), EMPTY, LOOKING):
        assert {name for name, _ in steps} <= ids
    assert ("esc", "key") in row_of(CARD_KEYS)


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"card.nonsense": "n"}, "keys: there is no 'card.nonsense'"),
        ({"card.ad": "n"}, "did you mean 'card.add'?"),
        ({"card.add": "nonsense"}, "keys.card.add: 'nonsense' is no key."),
        ({"card.add": "ctrl+"}, "keys.card.add: 'ctrl+' is no key."),
        ({"card.add": ""}, "keys.card.add: '' is no key."),
        ({"card.add": "n,,m"}, "keys.card.add: '' is no key."),
        ({"card.add": "e"}, "keys: e is for both card.add and card.edit."),
        ({"card.edit": "a"}, "keys: a is for both card.add and card.edit."),
        ({"card.add": "n, e"}, "keys: e is for both card.add and card.edit."),
        ({"card.add": "n", "card.edit": "n"}, "keys: n is for both card.add and card.edit."),
        ({"card.add": "?"}, "keys: question_mark is for both card.add and app.help."),
        ({"card.add": "/"}, "keys: slash is for both board.filter and card.add."),
    ],
)
def test_what_is_wrong_with_ones_own_keys(changed: dict[str, str], complaint: str) -> None:
    found = complaints(changed, BOARD_KEYS)
    assert len(found) == 1
    assert complaint in found[0]


@pytest.mark.parametrize(
    "changed",
    [
        {"card.add": "n"},
        {"card.add": "n,ctrl+n,f5"},
        {"card.add": "e", "card.edit": "a"},
        {"card.add": "é"},
        {"card.add": "a,a"},
        {"card.add": "alt+enter"},
        {"card.add": "!, minus, +"},
        {"page.up": "e", "page.edit": "up"},
        {"page.up": "x"},
    ],
)
def test_what_is_right(changed: dict[str, str]) -> None:
    assert complaints(changed, *TABLES.values()) == []


def test_ones_own_keys_take_the_place_of_the_others() -> None:
    table = {key.id: key for key in effective(BOARD_KEYS, {"board.up": "w", "nonsense": "n"})}
    assert (table["board.up"].keys, written(table["board.up"])) == ("w", "w")
    assert table["board.down"] == next(key for key in BOARD_KEYS if key.id == "board.down")


def test_the_framework_gets_the_whole_table() -> None:
    def ids(keys: Iterable[Key]) -> list[str | None]:
        return [one.id for one in bindings(keys)]

    assert ids(BOARD_KEYS) == [key.id for key in BOARD_KEYS]
    assert all(one.key_display and not one.show for one in bindings(BOARD_KEYS))
