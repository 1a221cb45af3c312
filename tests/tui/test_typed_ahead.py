"""What is typed behind a key that opens something is for that: no command becomes text, no text a command."""

from pathlib import Path
from unittest.mock import patch

import pytest
from textual import events
from textual.app import App

from store.changes.drafts import latest
from tests.making import made
from tests.tui.board_app import CHARACTERS, NAMES, User, at_the_board
from tui.forms.confirm import Confirm
from tui.screens.call_sheet import CallSheet
from tui.screens.last_read import LastRead
from tui.terminal.burst import Burst
from tui.typed_ahead import MANY, anew, typed_ahead


def typed(user: User, *keys: str) -> None:
    """Keys in one read, as a slow line brings them: nothing is done between them."""
    for key in keys:
        user.app.post_message(events.Key(key, key if len(key) == 1 else CHARACTERS.get(key)))


def text_of(user: User) -> str:
    assert user.editor is not None
    return user.editor.body.text


@pytest.mark.parametrize("behind", ["x", "mxq", "sssssss"])
async def test_letters_behind_the_key_that_hands_over_are_not_written(tmp_path: Path, behind: str) -> None:
    async with at_the_board(tmp_path) as user:
        await user.draft("initech")
        before = text_of(user)
        typed(user, "f7", *behind)
        # It is not ready: what was typed for the last read does not answer the question about that.
        await user.until(lambda: isinstance(user.app.screen, Confirm))
        await user.settle()
        assert isinstance(user.app.screen, Confirm)
        assert text_of(user) == before


async def test_a_typed_y_does_not_answer_a_question_nobody_has_seen(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.draft("initech")
        typed(user, "f7", "y")
        await user.until(lambda: isinstance(user.app.screen, Confirm))
        await user.settle()
        assert isinstance(user.app.screen, Confirm)
        await user.key("y")
        await user.until(lambda: isinstance(user.app.screen, LastRead))


async def test_letters_behind_the_templates_key_answer_it(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.draft("initech")
        before = text_of(user)
        typed(user, "f5", "z", "escape")
        await user.settle()
        await user.until(lambda: user.editor is not None and not user.editor.is_asking)
        assert text_of(user) == before


async def test_letters_behind_the_key_that_leaves_are_the_boards(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.draft("initech")
        before = text_of(user)
        typed(user, "escape", "1", "g")
        await user.until(user.on_board)
        await user.until(lambda: user.state.cursor.column == "to_thank" and user.state.cursor.row == 0)
        draft = latest(user.service.book.interviews["initech"])
        assert draft is None or draft.body == before


async def test_keys_behind_the_one_that_opens_the_call_sheet_are_the_sheets(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("initech")
        typed(user, "c", "x", "x")
        await user.until(lambda: isinstance(user.app.screen, CallSheet))
        await user.settle()
        assert isinstance(user.app.screen, CallSheet), "x deletes on the board"


@pytest.mark.parametrize("opens", ["s", "p", "e", "c", "a"])
async def test_keys_behind_the_one_that_leaves_a_page_are_the_boards(tmp_path: Path, opens: str) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("initech")
        typed(user, opens, "escape", "slash", "n", "o", "r")
        await user.until(lambda: user.state.cursor.filter == "nor")


async def test_what_waits_comes_in_the_order_in_which_it_was_typed() -> None:
    async with App[None]().run_test() as pilot:
        ahead = typed_ahead(pilot.app)
        keys = [events.Key(key, key) for key in "abc"]
        for key in (keys[2], keys[0], keys[1]):
            ahead.came(key)
        assert [ahead.next() for _ in range(4)] == [*keys, None]


async def test_the_opening_begun_last_decides_when_keys_are_delivered() -> None:
    async with App[None]().run_test() as pilot:
        ahead = typed_ahead(pilot.app)
        first, second = ahead.begin(), ahead.begin()
        ahead.came(events.Key("a", "a"))
        first.end()
        assert ahead.next() is None
        second.end()
        assert ahead.next() is not None
        second.end()


TYPED = ["slash", "escape", "a", *"Zab1sdeQ", "tab", *"2h ago", "tab", *"Zoe", "ctrl+d"]


async def test_keys_faster_than_they_are_handled_go_where_they_were_meant(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        before = dict(user.service.book.interviews)
        for key in TYPED:
            user.app.post_message(events.Key("space" if key == " " else key, key if len(key) == 1 else None))
        await user.until(lambda: len(user.service.book.interviews) == len(before) + 1)
        (new,) = (one for key, one in user.service.book.interviews.items() if key not in before)
        assert (new.company, new.interviewers[0].name) == ("Zab1sdeQ", "Zoe")
        assert {key: user.service.book.interviews[key] for key in before} == before


async def test_a_field_that_is_gone_keeps_nobody_waiting(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        for _ in range(3):
            typed(user, "slash", "x", "escape", "slash", "y", "enter")
            await user.until(lambda: user.state.cursor.filter == "y" and user.on_board())
            await user.press("board.back")


def test_the_same_once_more_keeps_what_it_says_and_when() -> None:
    for event in (events.Key("a", "a"), events.Paste("some text"), Burst("many", pasted=True)):
        event.time = 5.0
        again = anew(event)
        assert again is not event
        assert type(again) is type(event)
        assert again.time == 5.0


def drawn_once_when_they_end(user: User) -> None:
    """What was held back while keys piled up is drawn as they end, and not again when its time has come."""
    board, ahead = user.board, typed_ahead(user.app)
    with patch.object(board.columns, "show") as drawn, patch.object(board, "set_timer") as timer:
        with ahead.begin():
            for _ in range(MANY + 1):
                ahead.came(events.Key("down", None))
            board.paint()
            board.paint()
            assert (drawn.call_count, timer.call_count) == (0, 1)
            ahead.forget()
        board.paint()
        _, held = timer.call_args.args
        held()
        assert drawn.call_count == 1


async def test_keys_that_pile_up_are_all_taken_in_order_without_each_being_drawn(tmp_path: Path) -> None:
    cards = [made(id=f"iv-{n:03}", company=f"Company {n:03}") for n in range(5)]
    letters = "".join(f"{n:03} " for n in range(33))
    async with at_the_board(tmp_path, cards) as user:
        await user.go_to("iv-000")
        show = user.board.columns.show
        with patch.object(user.board.columns, "show", side_effect=show) as drawn:
            typed(user, *["down", "up"] * 120, "down", "down", "down", "down")
            await user.until(lambda: user.card == "iv-004" and not typed_ahead(user.app).waits)
        assert drawn.call_count < 200, "of 244 keys the last hundred, and a few a second before"
        drawn_once_when_they_end(user)
        await user.draft("iv-000")
        before = text_of(user)
        assert user.editor is not None
        user.editor.body.move_cursor((0, 0))
        typed(user, *(NAMES.get(letter, letter) for letter in letters))
        await user.until(lambda: text_of(user) == letters + before)
