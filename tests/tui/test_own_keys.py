"""The user's own keys: what is wrong with them is said, and they take the place of the others."""

from __future__ import annotations

import pytest

from tui.key_check import complaints
from tui.keymap import Keymap, effective, written
from tui.keys import BOARD_KEYS, PAGES


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"card.nonsense": "N"}, "keys: there is no 'card.nonsense'"),
        ({"card.ad": "N"}, "did you mean 'card.add'?"),
        ({"card.add": "nonsense"}, "keys.card.add: 'nonsense' is no key"),
        ({"card.add": "ctrl+"}, "keys.card.add: 'ctrl+' is no key"),
        ({"card.add": ""}, "keys.card.add: '' is no key"),
        ({"card.add": "N,,m"}, "keys.card.add: '' is no key"),
        ({"card.add": "e"}, "keys: e is for both card.add and card.edit"),
        ({"card.edit": "a"}, "keys: a is for both card.add and card.edit"),
        ({"card.add": "N, e"}, "keys: e is for both card.add and card.edit"),
        ({"card.add": "S", "card.edit": "S"}, "keys: S is for both card.add and card.edit"),
        ({"card.add": "?"}, "keys: question_mark is for both card.add and app.help"),
        ({"card.add": "/"}, "keys: slash is for both board.filter and card.add"),
        ({"handover.mail": "f"}, "keys: f is for both handover.mail and handover.eml"),
        ({"card.sent": "L"}, "keys: L is for both handover.link and card.sent"),
        ({"call.ask": "t"}, "keys: t is for both call.reached and call.ask"),
        ({"confirm.yes": "n"}, "keys: n is for both confirm.yes and confirm.no"),
        ({"editor.person": "n"}, "keys.editor.person: n writes there; take a key that writes nothing"),
        ({"form.save": "space,!"}, "keys.form.save: space, ! writes there; take a key that writes nothing"),
    ],
)
def test_what_is_wrong_with_ones_own_keys(changed: dict[str, str], complaint: str) -> None:
    found = complaints(changed)
    assert len(found) == 1
    assert complaint in found[0].sentence


@pytest.mark.parametrize(
    "changed",
    [
        {"card.add": "N"},
        {"card.add": "N,ctrl+n,f5"},
        {"card.add": "B", "time.travel": "a"},
        {"card.add": "é"},
        {"card.add": "a,a"},
        {"card.add": "alt+enter"},
        {"card.add": "!, minus, +"},
        {"page.up": "e", "card.edit": "up", "board.up": "e", "call.up": "e", "heard.change": "up"},
        {"page.up": "N"},
        {"app.help": "Q"},
        {"code.show": "M", "handover.maildir": "v"},
    ],
)
def test_what_is_right(changed: dict[str, str]) -> None:
    assert complaints(changed) == []


def test_ones_own_keys_take_the_place_of_the_others() -> None:
    table = {key.id: key for key in effective(BOARD_KEYS, {"board.up": "w", "nonsense": "N"})}
    assert (table["board.up"].keys, written(table["board.up"])) == ("w", "w")
    assert table["board.down"] == next(key for key in BOARD_KEYS if key.id == "board.down")


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("w", "w"), ("f8,ctrl+g", "F8"), ("up,k", "k"), ("escape", "esc"), ("?", "?"), ("question_mark", "?"),
        ("left_square_bracket", "["), ("ctrl+t", "ctrl+t"), ("pagedown, space", "pgdn"), ("", "a"),
        ("up", "↑"),
    ],
)  # fmt: skip
def test_a_key_is_said_as_it_stands_on_the_keyboard(keys: str, said: str) -> None:
    assert Keymap({"card.add": keys}).say("card.add") == said


def test_an_id_that_is_not_there_is_a_fault() -> None:
    with pytest.raises(KeyError):
        Keymap().say("card.nonsense")


def test_in_fields_no_letter_does_anything_but_write() -> None:
    keys = Keymap({"editor.person": "n,f11", "editor.sent": "space", "app.help": "?,f2"})
    done = keys.in_fields(PAGES["editor"])
    assert done["f11"] == "next_person"
    assert done["f2"] == "app.help('In the editor')"
    assert not {"n", "space", "question_mark"} & done.keys()
