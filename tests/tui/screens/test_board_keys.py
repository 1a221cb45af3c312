"""What keys are for: letters write while something is written, wherever is clicked and however they come."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widget import Widget

from store.settings import Settings
from templates.gaps import display
from tests.tui.board_app import User, at_the_board
from tests.tui.screens.test_board_writing import drafts, open_editor
from tui.forms.confirm import Confirm
from tui.forms.form import Form
from tui.screens.card import CardScreen
from tui.terminal.burst import REFUSED, Burst, is_pasted

pytestmark = pytest.mark.slow

LETTER = "Dear Ada, thank you for Wednesday"


async def burst(user: User, text: str) -> None:
    """As the terminal's reader hands over what came at once."""
    user.app.post_message(Burst(text, pasted=is_pasted(text)))
    await user.settle()


def writes(user: User) -> bool:
    """Whether the editor has the keys, and no other page has come."""
    focused = user.app.focused
    assert user.editor is not None
    inside = isinstance(focused, Widget) and user.editor in focused.ancestors
    return user.app.screen is user.board and user.editor.display and inside


def body(user: User) -> str:
    assert user.editor is not None
    return user.editor.body.text


# One focus, one set of keys


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (200, 50)])
@pytest.mark.parametrize("times", [1, 2])
async def test_a_click_beside_the_text_leaves_letters_what_they_are(
    tmp_path: Path, size: tuple[int, int], times: int
) -> None:
    async with at_the_board(tmp_path, size=size) as user:
        await open_editor(user)
        before = body(user)
        for spot in ((4, 0), (4, 1), (5, 3), (5, 6), (35, 5), (35, 9), (size[0] - 1, size[1] - 1)):
            await user.pilot.click(offset=spot, times=times)
            await user.settle()
            assert writes(user), spot
            await user.key("D", "q", "u", "x", "space")
            assert writes(user), spot
        assert user.service.undo_words is None
        assert len([*user.another().board().cards()]) == 7
        assert len(user.editor.writing.shown if user.editor and user.editor.writing else "") >= len(before)
        assert "Dqux" in body(user)


async def test_a_click_moves_the_card_that_is_shown(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await open_editor(user)
        was = user.card
        await user.pilot.click(offset=(35, 7))
        await user.settle()
        assert user.card != was
        await user.write("Z")
        assert "Z" in body(user)
        await user.key("escape")
        assert user.on_board()


@pytest.mark.parametrize("field", ["#editor-subject", "#editor-body"])
@pytest.mark.parametrize("size", [(20, 5), (40, 9), (80, 12), (30, 20), (1, 1)])
async def test_however_small_the_window_becomes_letters_still_write(
    tmp_path: Path, field: str, size: tuple[int, int]
) -> None:
    async with at_the_board(tmp_path) as user:
        await open_editor(user)
        user.board.set_focus(user.board.query_one(field))
        await user.settle()
        await user.size(*size)
        await user.size(120, 36)
        await user.write("Dqu")
        assert writes(user)
        assert user.service.undo_words is None


async def test_a_question_of_the_editor_keeps_the_keys(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await open_editor(user)
        await user.key("f5")
        assert user.editor is not None and user.editor.view.question.display
        before = body(user)
        for row in range(36):
            await user.pilot.click(offset=(10, row))
        await user.write("Dqu")
        assert user.editor.view.question.has_focus
        await user.key("escape")
        assert writes(user)
        assert body(user) == before


async def test_from_the_filter_back_to_the_text(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await open_editor(user)
        await user.board.action_filter()
        await user.write("con")
        await user.key("enter")
        await user.write("Dqu")
        assert writes(user)
        assert "Dqu" in body(user)


@pytest.mark.parametrize("field", ["#editor-subject", "#editor-body"])
@pytest.mark.parametrize("key", ["p", "D", "a", "question_mark"])
async def test_the_key_behind_esc_is_the_boards(tmp_path: Path, field: str, key: str) -> None:
    async with at_the_board(tmp_path) as user:
        await open_editor(user)
        user.board.set_focus(user.board.query_one(field))
        await user.write("Z")
        before = body(user)
        await user.key("escape", key)
        await user.until(lambda: user.app.screen is not user.board)
        assert body(user) == before
        (draft,) = drafts(user)
        assert display(draft.body) == before


# Many keys at once


@pytest.mark.parametrize(
    "text", ["Dy" * 20, LETTER, "uuxDyq", "hello\rworld\r", "q1w2e3", "aaa\tbbb\tccc\rDyDy", "ключ сюда"]
)
async def test_what_is_pasted_on_the_board_does_nothing(tmp_path: Path, text: str) -> None:
    async with at_the_board(tmp_path) as user:
        await burst(user, text)
        assert user.on_board()
        assert user.said.startswith(REFUSED)
        assert user.service.undo_words is None
        await user.press("board.down")
        assert not user.said.startswith(REFUSED)


async def test_a_key_that_is_held_down_is_taken_as_often_as_it_comes(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        cursor = user.state.cursor
        for keys, column in (("l" * 30, "closed"), ("hhhlhhhl", "awaiting_callback")):
            await burst(user, keys)
            assert cursor.column == column


async def test_what_is_typed_ahead_behind_the_key_that_writes_is_written(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("initech")
        await burst(user, "d" + LETTER)
        await user.until(lambda: user.editor is not None and user.editor.display and LETTER in body(user))
        assert writes(user)


async def test_what_is_typed_ahead_behind_the_filters_key_is_the_filter(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await burst(user, "/contoso")
        assert user.state.cursor.filter == "contoso"


async def test_where_writing_is_refused_nothing_behind_it_is_a_key(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, []) as user:
        await burst(user, "dear Ada, D y q")
        assert user.said.startswith(REFUSED)
        assert user.on_board()


@pytest.mark.parametrize("key", ["card.open", "app.help", "card.delete"])
async def test_nor_is_it_on_another_page(tmp_path: Path, key: str) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("initech")
        await user.press(key)
        page = user.app.screen
        await burst(user, "yes, delete all of it, q")
        assert user.app.screen is page
        assert [toast.message for toast in user.app._notifications] == [REFUSED]
        assert len([*user.another().board().cards()]) == 7


async def test_a_text_is_written_in_one_go_and_keys_keep_their_order(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await open_editor(user)
        editor = user.editor
        assert editor is not None
        editor.put("")
        await burst(user, "First line\r\rSecond, quite long")
        await user.key("backspace", "escape")
        assert body(user) == "First line\n\nSecond, quite lon"
        assert user.on_board()


async def test_ten_thousand_keys_are_few_edits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_the_board(tmp_path) as user:
        await open_editor(user)
        editor = user.editor
        assert editor is not None
        editor.put("")
        edits = 0
        edit = type(editor.body).edit

        def counted(self: object, *arguments: object) -> object:
            nonlocal edits
            edits += 1
            return edit(self, *arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(type(editor.body), "edit", counted)
        text = "words and words " * 625
        for start in range(0, len(text), 4000):
            await burst(user, text[start : start + 4000])
        assert body(user) == text
        assert edits <= 3


async def test_in_a_form_too(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.press("card.add")
        form = user.app.screen
        assert isinstance(form, Form)
        await burst(user, "Zephyr & Sons\tand a role")
        assert user.app.screen is form
        assert "Zephyr & Sons" in user.text
        assert "and a role" in user.text


async def test_and_in_the_palette(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.key("ctrl+p")
        await burst(user, "the agenda of all")
        await user.until(lambda: "the agenda of all" in user.text)


# Other alphabets


@pytest.mark.parametrize(
    ("key", "column"), [("д", "awaiting_callback"), ("λ", "awaiting_callback"), ("П", ""), ("Γ", "")]
)
async def test_a_letter_of_another_alphabet_is_the_key_in_its_place(
    tmp_path: Path, key: str, column: str
) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("initech")
        await user.key(key)
        assert user.state.cursor.column == (column or "to_thank")


@pytest.mark.parametrize(("keys", "text"), [(["в"], "дорогая"), (["δ"], "αγαπητή")])
async def test_but_what_is_written_with_it_stays_what_it_is(
    tmp_path: Path, keys: list[str], text: str
) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("initech")
        await user.key(*keys, *text)
        await user.until(lambda: user.editor is not None and user.editor.display and text in body(user))
        await user.write(text)
        assert text * 2 in body(user)


async def test_pages_and_options_know_them_too(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("initech")
        await user.key("В")  # D: delete
        assert isinstance(user.app.screen, Confirm)
        await user.key("т")  # n: no
        assert user.on_board()
        await user.key("enter", "й")  # q leaves the page
        assert user.on_board()
        await user.key("enter")
        assert isinstance(user.app.screen, CardScreen)


async def test_a_key_that_the_user_has_chosen_comes_first(tmp_path: Path) -> None:
    settings = Settings(keys={"board.last": "д"})
    async with at_the_board(tmp_path, settings=settings) as user:
        await user.press("board.to_thank", "board.first")
        first = user.card
        await user.key("д")
        assert (user.state.cursor.column, user.card == first) == ("to_thank", False)
