"""Choosing from a list of any length: by digit, with the cursor, by typing what is in it."""

from __future__ import annotations

import pytest
from textual import events

from tui.keymap import Keymap
from tui.widgets.picking import Picking, Pressed
from tui.words.offered_list import Offered

MANY = [Offered(f"note {number:02}", "A" if number < 20 else "B") for number in range(40)]
TEMPLATES = [Offered("Quick thanks"), Offered("Panel"), Offered("Quiet place, 2 people"), Offered("Übergabe")]


def typed(picking: Picking, *keys: str) -> Pressed:
    """What the last of these keys comes to; all letters write themselves."""
    pressed: Pressed = "seen"
    for key in keys:
        pressed = picking.press(events.Key(key, key if len(key) == 1 else {"space": " "}.get(key)))
    return pressed


def text(picking: Picking, width: int = 60) -> list[str]:
    return ["".join(words for words, _ in line).rstrip() for line in picking.lines(width)]


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (["1"], 0),
        (["9"], 8),
        (["enter"], 0),
        (["down"] * 12 + ["enter"], 12),
        (["down"] * 99 + ["enter"], 39),
        (["n", "o", "t", "e", "space", "3", "1", "enter"], 31),
        (["slash", "3", "1", "enter"], 31),  # behind the key of the search a digit is looked for, too
        (["escape"], "back"),
        (["n", "escape", "escape"], "back"),
        (["n", "escape", "2"], 1),  # the digits choose again
        (["z", "z", "enter"], "seen"),
        (["z", "backspace", "backspace", "3"], 2),
        (["b", "enter"], 20),  # what stands over it
    ],
)
def test_every_one_can_be_chosen(keys: list[str], place: Pressed) -> None:
    assert typed(Picking(Keymap(), MANY), *keys) == place


@pytest.mark.parametrize(
    ("words", "place"), [("qui", 0), ("quiet", 2), ("uber", 3), ("panel", 1), ("q 2", 2)]
)
def test_letters_narrow_it_down(words: str, place: int) -> None:
    picking = Picking(Keymap(), TEMPLATES)
    typed(picking, *("space" if letter == " " else letter for letter in words))
    assert picking.at == place


def test_all_that_is_typed_in_the_palette_is_looked_for_and_esc_leads_out() -> None:
    picking = Picking(Keymap(), TEMPLATES, typing=True)
    assert typed(picking, "2") == "seen"
    assert picking.at == 2
    assert typed(picking, "backspace", "backspace") == "seen"
    assert typed(picking, "x", "escape") == "back"


def test_the_users_own_keys_move_before_they_write() -> None:
    picking = Picking(Keymap({"question.down": "j"}), TEMPLATES)
    assert typed(picking, "j", "j", "enter") == 2


@pytest.mark.parametrize("room", range(1, 45))
def test_the_cursor_is_always_in_sight(room: int) -> None:
    picking = Picking(Keymap(), MANY)
    for key in ["down"] * 45 + ["up"] * 45:
        typed(picking, key)
        assert picking.fit(room) <= room
        lines = text(picking)
        assert len(lines) <= room
        assert any(f"note {picking.at:02}" in line for line in lines)


@pytest.mark.parametrize("room", [3, 10, 41])
def test_what_is_left_out_is_counted(room: int) -> None:
    picking = Picking(Keymap(), MANY)
    picking.fit(room)
    assert f" {len(MANY) + 2 - (room - 1)} more" in text(picking)[-1]
    picking.fit(42)
    assert text(picking)[-1].strip() == "note 39"


def test_each_line_is_as_wide_as_it_may_be_and_ends_in_what_stands_at_the_right() -> None:
    picking = Picking(Keymap(), [Offered("wörter " * 20, right="ctrl+r U"), Offered("short", right="d")])
    picking.fit(9)
    for line in text(picking, 40):
        assert len(line) == 39  # a cell stays free at the edge
    assert text(picking, 40)[1].split() == ["2", "short", "d"]


def test_what_is_in_a_line_can_be_pointed_at() -> None:
    picking = Picking(Keymap(), MANY)
    picking.fit(10)
    assert [picking.place_at(y) for y in range(3)] == [None, 0, 1]
    assert picking.place_at(-1) is None
    assert picking.place_at(99) is None
    picking.scroll(25)
    assert picking.at == 25
    assert 25 in {picking.place_at(y) for y in range(10)}
