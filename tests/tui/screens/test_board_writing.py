"""Writing on the board: what is typed is kept, whatever comes next."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from msgspec.structs import replace
from textual import events

from store.database.autosave import any_left, folder_of
from store.database.left_behind import forms_left
from store.interview import Draft
from tests.pads import pad_texts
from tests.tui.board_app import NOW, User, at_the_board, service_on
from tui.forms.confirm import Confirm
from tui.screens import draft_keeper
from tui.screens.last_read import LastRead
from tui.terminal.signals import Ending
from tui.typed_ahead import typed_ahead
from tui.widgets.in_turn import InTurn


async def open_editor(user: User, card_id: str = "initech") -> None:
    """Write to the people of a card."""
    await user.go_to(card_id)
    await user.press("card.draft")
    await user.until(lambda: user.editor is not None and user.editor.display)
    editor = user.editor
    assert editor is not None
    await user.until(lambda: editor.body.has_focus and editor.writing is not None)
    assert editor.writing is not None and editor.writing.opened.interview_id == card_id


def drafts(user: User, card_id: str = "initech") -> list[Draft]:
    return [*user.another().interview(card_id).drafts]


def pads(user: User) -> str:
    return pad_texts(user.database, "json")


async def test_the_editor_opens_beside_the_cards_and_esc_goes_back(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await open_editor(user)
        await user.until(lambda: "Northwind" in user.text and "Thanks · Initech" in user.text)
        await user.write("Zq, ")
        await user.until(lambda: "Zq, " in user.text)
        await user.key("escape")
        await user.until(user.on_board)
        assert user.card == "initech"
        await user.until(lambda: "Thanks · Initech" not in user.text)
        await user.until(lambda: drafts(user) and "Zq, " in drafts(user)[0].body)
        await user.until(lambda: not [*folder_of(user.database).glob("*.json")])


async def test_every_printable_key_writes_and_none_acts(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        before = user.service.book
        await open_editor(user)
        await user.write("qDux/?[]1 sazc")
        assert user.editor is not None
        assert "qDux/?[]1 sazc" in user.editor.body.text
        assert user.app.screen is user.board
        assert user.card == "initech"
        assert not user.service.undo_words
        assert before.interviews.keys() == user.service.book.interviews.keys()


async def test_a_pause_puts_the_text_on_the_disk_and_then_in_the_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft_keeper, "IDLE", 3600)
    async with at_the_board(tmp_path) as user:
        await open_editor(user)
        await user.write("Zq")
        await user.until(lambda: "Zq" in pads(user))
        assert not drafts(user)
        monkeypatch.setattr(draft_keeper, "IDLE", 0.05)
        await user.write("x")
        await user.until(lambda: drafts(user) and "Zqx" in drafts(user)[0].body)
        await user.until(lambda: "saved 18:04" in user.text)
        await user.until(lambda: not pads(user))


async def test_leaving_the_board_while_typing_keeps_it(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await open_editor(user)
        await user.write("Zq")
        user.app.action_leave()
    service = service_on(user.database, user.clock)
    assert "Zq" in service.interview("initech").drafts[0].body
    assert not any_left(user.database)


async def test_a_text_nobody_has_typed_in_is_not_kept(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        before = user.database.read_bytes()
        await open_editor(user)
        await user.key("escape")
        await user.until(user.on_board)
        await open_editor(user, "northwind")
        user.app.action_leave()
    assert user.database.read_bytes() == before
    assert not any_left(user.database)


async def test_going_to_another_text_at_once_loses_neither(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await open_editor(user)
        await user.write("First")
        user.board.columns.focus()
        await user.settle()
        await open_editor(user, "northwind")
        await user.write("Second")
        user.board.columns.focus()
        await user.settle()
        await open_editor(user)
        assert user.editor is not None
        assert "First" in user.editor.body.text
        await user.write("Third")
        await user.key("escape")
        await user.until(user.on_board)
        await user.until(lambda: drafts(user) and "Third" in drafts(user)[0].body)
    assert len(drafts(user)) == 1
    assert "First" in drafts(user)[0].body
    assert [one.body.count("Second") for one in drafts(user, "northwind")] == [1]


async def test_typing_while_the_disk_is_slow_makes_no_second_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_board(tmp_path) as user:
        await open_editor(user)
        await user.write("One")
        await user.board.editor_host.keeper.keep()
        go_on, keep = Event(), user.service.keep_draft

        def slow(*args: object, **more: object) -> Draft:
            go_on.wait(5)
            return keep(*args, **more)  # type: ignore[arg-type]

        monkeypatch.setattr(user.service, "keep_draft", slow)
        await user.write("Two")
        user.board.editor_host.keeper.begin_to_keep()
        await user.settle()
        await user.write("Three")
        go_on.set()
        await user.until(lambda: "OneTwo" in drafts(user)[0].body)
        await user.key("escape")
        await user.until(lambda: "OneTwoThree" in drafts(user)[0].body)
    assert len(drafts(user)) == 1


async def test_another_window_in_the_same_text_keeps_both(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await open_editor(user)
        await user.write("Mine")
        await user.board.editor_host.keeper.keep()
        stored = drafts(user)[0]
        user.another().keep_draft("initech", replace(stored, body="Theirs"), stored)
        await user.write("More")
        await user.key("escape")
        await user.until(lambda: len(drafts(user)) == 2)
    assert sorted("Theirs" in one.body for one in drafts(user)) == [False, True]
    assert any("MineMore" in one.body for one in drafts(user))


async def test_the_board_goes_on_while_someone_writes(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, size=(120, 40)) as user:
        await open_editor(user)
        await user.write("Before")
        user.another().delete("gone", ["contoso"])
        user.board.clock.watch()
        await user.until(lambda: "Contoso" not in user.text)
        await user.tick(NOW.replace(minute=5))
        assert "18:05 CET" in user.text
        await user.write("After")
        assert user.editor is not None
        assert "BeforeAfter" in user.editor.body.text


async def test_an_interview_that_goes_while_someone_writes_keeps_the_text(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await open_editor(user)
        await user.write("Kept")
        user.another().delete("gone", ["initech"])
        await user.key("escape")
        await user.until(lambda: "There is no interview 'initech'" in user.said)
        assert user.on_board()
    assert "Kept" in pads(user)


async def test_the_editor_outlives_every_size(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await open_editor(user)
        assert user.editor is not None
        for width, height in ((160, 45), (80, 24), (40, 20), (20, 5), (1, 1), (80, 24)):
            await user.size(width, height)
            await user.write("x")
            assert user.editor.body.has_focus
        assert "x" * 6 in user.editor.body.text
        await user.until(lambda: "xxxxxx" in user.text)


async def test_to_a_card_to_come_one_replies(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("hooli")
        await user.press("card.draft")
        await user.until(lambda: "Reply · Hooli" in user.text)
        await user.settle()
        await user.key("escape")
        await user.until(user.on_board)
        assert user.service.interview("hooli").drafts == ()


async def test_marks_do_not_turn_the_editor_to_another_card(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.press("board.to_thank", "card.mark")
        await open_editor(user, "initech")


async def test_what_is_typed_ahead_goes_where_it_was_meant_to_go(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("initech")
        await user.key(*"dDaqsx1")
        await user.until(user.is_writing)
        editor = user.editor
        assert editor is not None
        await user.until(lambda: "Daqsx1" in editor.body.text)
        assert user.card == "initech"
        await user.key("escape")
        await user.until(user.on_board)
        await user.key("slash", *"nor", "enter", *"pfri")
        await user.until(lambda: "they answer by" in user.text)
        assert user.card == "northwind"
        await user.until(lambda: "= Fri 20 Nov 2026" in user.text)


async def test_a_card_that_the_user_sends_on_its_way_is_not_marked_as_moved(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await open_editor(user)
        await user.key("f7")
        await user.until(lambda: isinstance(user.app.screen, Confirm))
        await user.key("y")
        await user.until(lambda: isinstance(user.app.screen, LastRead))
        await user.key("s")
        await user.until(user.on_board)
        await user.until(lambda: "initech" in user.column("awaiting_callback"))
        assert user.said.startswith("thanked Ada")
        assert user.state.moved == frozenset()


async def test_what_is_typed_behind_the_last_save_is_no_second_draft(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await open_editor(user)
        await user.write("Zq")
        await user.key("escape")
        await user.until(user.on_board)
        await open_editor(user)
        await user.write("x")
        user.board.editor_host.save_last()
        await user.write("jvk")
    service = service_on(user.database, user.clock)
    service.pads.take_in()
    (draft,) = service.interview("initech").drafts
    assert "xjvk" in draft.body


@pytest.mark.parametrize("key_id", ["card.draft", "card.promise"])
async def test_keys_that_were_read_before_the_end_are_taken_in(tmp_path: Path, key_id: str) -> None:
    """They wait with the app, or with the field, when the signal comes."""
    async with at_the_board(tmp_path) as user:
        await user.go_to("initech")
        await user.press(key_id)
        await user.until(lambda: isinstance(user.app.focused, InTurn))
        ending = Ending()
        ending.app, ending.code = user.app, 129
        ending.busy = lambda: typed_ahead(user.app).waits
        for letter in "Zqxjvk":
            user.app.post_message(events.Key(letter, letter))
        ending._exit()
        await user.until(lambda: user.app._exit)
    service = service_on(user.database, user.clock)
    service.pads.take_in()
    letters = [draft.body for draft in service.interview("initech").drafts]
    assert "Zqxjvk" in str([letters, *forms_left(user.database).values()])
