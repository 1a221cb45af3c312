"""What is written down on the call sheet, and the forms that take it in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from store.database.autosave import any_left, folder_of
from store.interview import Called, Closed, Heard, Promised
from tests.tui.board_app import User, at_the_board
from tests.tui.screens.begun import open_sheet
from tui.forms.form import Form


async def test_what_was_written_in_the_call_is_its_note_with_the_promise_in_one_step(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("fabrikam")
        before = user.service.interview("fabrikam").events
        await open_sheet(user)
        await user.press("call.jot")
        await user.write("Zqx the board meets")
        await user.press("call.note")
        await user.write("budget is there")
        user.board.save_now()
        (file,) = folder_of(user.database).glob("*.form")
        assert "Zqx the board meets" in file.read_text() and "budget is there" in file.read_text()
        await user.press("call.unasked", "call.reached")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.settle()
        # Left once more: nothing of it is lost.
        await user.press("form.leave")
        await user.until(user.on_board)
        assert user.said.startswith("Your notes of the call to Fabrikam are kept on its sheet: c opens it.")
        sheet = await open_sheet(user)
        assert sheet.noted == ("Zqx the board meets", "budget is there")
        await user.press("call.reached")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.settle()
        form = user.app.screen
        assert isinstance(form, Form)
        assert form.texts["note"] == "Zqx the board meets; budget is there"
        form.entries["callback_by"].put("2026-11-27")
        form.entries["note"].put("Zqx the board meets on Friday")
        await user.press("form.save")
        await user.until(user.on_board)
        call, promise = user.service.interview("fabrikam").events[len(before) :]
        assert isinstance(call, Called) and isinstance(promise, Promised)
        assert (call.note, promise.callback_by) == ("Zqx the board meets on Friday", "2026-11-27")
        await user.press("board.undo")
        await user.until(lambda: user.said.startswith("undone: "))
        assert user.service.interview("fabrikam").events == before
        sheet = await open_sheet(user)
        assert (sheet.noted, sheet.ticked) == ((), frozenset()), "the next call has an empty sheet"
        await user.press("call.back")
        await user.until(user.on_board)
    assert not any_left(tmp_path / "ringback.json")


async def test_what_was_written_in_the_call_is_there_where_it_ended_with_a_no(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("fabrikam")
        await open_sheet(user)
        await user.press("call.jot")
        await user.write("Zqx somebody inside")
        await user.press("call.note", "call.unasked", "card.outcome")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.settle()
        await user.key("r")
        await user.press("form.save")
        await user.until(user.on_board)
        event = user.service.interview("fabrikam").events[-1]
        assert isinstance(event, Closed) and event.note == "Zqx somebody inside"
    assert not any_left(tmp_path / "ringback.json")


async def note_in_a_call(user: User) -> None:
    """Write down a line on the sheet of a call to Fabrikam."""
    await user.go_to("fabrikam")
    await open_sheet(user)
    await user.press("call.jot")
    await user.write("Zqx somebody inside")
    await user.press("call.note", "call.unasked")


async def form_behind(user: User, *actions: str) -> Form[Any]:
    """The form that comes up behind these keys."""
    await user.press(*actions)
    await user.until(lambda: isinstance(user.app.screen, Form))
    await user.settle()
    assert isinstance(user.app.screen, Form)
    return user.app.screen


async def test_what_was_written_in_the_call_is_there_where_they_rang_back(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await note_in_a_call(user)
        await form_behind(user, "card.heard")
        await user.press("form.save")
        await user.until(user.on_board)
        event = user.service.interview("fabrikam").events[-1]
        assert isinstance(event, Heard) and event.note == "Zqx somebody inside"
        assert "are kept on its sheet" not in user.said
        form = await form_behind(user, "card.outcome")
        assert form.texts.get("note", "") == "", "it is noted once"
        await user.press("form.leave")
        await user.until(user.on_board)
    assert not any_left(tmp_path / "ringback.json")


async def test_a_form_with_no_place_for_notes_says_where_they_are_kept(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await note_in_a_call(user)
        form = await form_behind(user, "card.promise")
        assert "Zqx" not in "".join(form.texts.values()), "notes are no quote"
        form.entries["callback_by"].put("2026-11-27")
        await user.press("form.save")
        await user.until(user.on_board)
        kept = "Your notes of the call to Fabrikam are kept on its sheet: c opens it."
        assert user.said.startswith(f"promised by Fri 27 Nov. {kept}"[:90])
        assert (await open_sheet(user)).noted == ("Zqx somebody inside",)


async def test_notes_of_a_call_are_kept_until_the_next_round_has_them(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await note_in_a_call(user)
        await form_behind(user, "card.outcome")
        await user.key("n")
        await user.until(lambda: "the next round" in user.text and "how did it end" not in user.text)
        await user.settle()
        await user.press("form.leave")
        await user.until(user.on_board)
        assert "Your notes of the call to Fabrikam are kept" in user.said
        assert (await open_sheet(user)).noted == ("Zqx somebody inside",)
