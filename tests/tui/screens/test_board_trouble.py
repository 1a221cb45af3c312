"""What goes wrong around an open board: it is said, the board stays, and nothing that was typed is lost."""

from __future__ import annotations

import os
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from textual import events

from store.clock import StoppedClock
from store.database.autosave import folder_of
from store.settings import Settings
from templates.library import Library
from tests.making import at
from tests.tui.board_app import NOW, User, at_the_board, service_on
from tui.app import Ringback
from tui.forms.form import Form
from tui.screens import board_clock, file_following
from tui.screens.board_state import BoardState


async def watched(user: User) -> None:
    """Let the board look at the file, as it does every two seconds."""
    user.board.clock.watch()
    await user.board.workers.wait_for_complete()
    await user.settle()


async def note_a_promise(user: User) -> None:
    """Fill in the form for a promise and have it saved."""
    await user.go_to("initech")
    await user.press("card.promise")
    await user.write("2026-11-25")
    await user.key("ctrl+d")


def trouble(user: User) -> str:
    """What a form says of a save that failed, unwrapped: where its lines break goes by the path's length."""
    return user.app.screen.notice if isinstance(user.app.screen, Form) else ""


@pytest.mark.parametrize("where", ["file", "directory"])
async def test_o18_a_board_that_may_not_be_written(tmp_path: Path, where: str) -> None:
    async with at_the_board(tmp_path) as user:
        before = user.database.read_bytes()
        place, mode = (user.database, 0o444) if where == "file" else (tmp_path, 0o555)
        was = place.stat().st_mode
        place.chmod(mode)
        try:
            await user.tick(NOW)
            assert "read-only" in user.line("headline")
            await note_a_promise(user)
            await user.until(lambda: f"the {where} is read-only (mode 0{mode:o})" in user.text)
            assert isinstance(user.app.screen, Form)
            assert "2026-11-25" in user.text
            assert user.database.read_bytes() == before
        finally:
            place.chmod(was)
        await user.key("ctrl+d")
        await user.until(user.on_board)
        await user.tick(NOW)
        assert "read-only" not in user.line("headline")
        assert user.another().interview("initech").events[-1].KIND == "promised"


@pytest.mark.parametrize("what", ["removed", "emptied", "cut", "a directory", "a pipe"])
async def test_a_file_that_is_gone_or_spoilt(tmp_path: Path, what: str) -> None:
    async with at_the_board(tmp_path) as user:
        good = user.database.read_bytes()
        user.database.unlink()
        match what:
            case "emptied":
                user.database.write_bytes(b"")
            case "cut":
                user.database.write_bytes(good[:100])
            case "a directory":
                user.database.mkdir()
            case "a pipe":
                os.mkfifo(user.database)
        await watched(user)
        assert "database unreadable" in user.line("headline")
        assert str(user.database) in user.said or "database" in user.said
        assert "Northwind" in user.text
        # Said once: the next key goes back to the usual line, and stays there.
        await user.key("down")
        usual = user.said
        await watched(user)
        assert user.said == usual
        # Nothing can be saved into it, and a new one is not begun.
        await note_a_promise(user)
        await user.until(lambda: user.database.name in trouble(user) and "ctrl+d save" in user.text)
        assert isinstance(user.app.screen, Form)
        assert "2026-11-25" in user.text
        await user.key("escape")
        await user.key("escape")
        await user.until(user.on_board)
        if user.database.is_dir():
            user.database.rmdir()
        user.database.unlink(missing_ok=True)
        user.database.write_bytes(good)
        await watched(user)
        assert "unreadable" not in user.line("headline")
        assert user.said == "The database can be read again.? help"


async def test_what_was_done_before_a_change_from_outside_is_not_undone_blindly(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("fabrikam")
        other = user.another()
        name = other.interview("fabrikam").company
        other.delete("deleted", ["fabrikam"])
        await watched(user)
        assert user.state.board.card("fabrikam") is None
        await user.press("board.undo")
        await user.until(lambda: "nothing to undo" in user.said)
        assert name not in user.text


async def test_notes_are_said_at_the_start(tmp_path: Path) -> None:
    service = service_on(tmp_path / "ringback.json", StoppedClock(NOW))
    service.notes.append("1 draft left behind by a board that did not end well: taken in.")
    app = Ringback(BoardState(service, Settings()), Library)
    async with app.run_test(size=(100, 30)) as pilot:
        user = User(app, pilot, StoppedClock(NOW))
        assert user.said.startswith("1 draft left behind")
        assert service.notes == []


async def test_the_board_travels_with_the_machine(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        assert "18:04 CET" in user.line("headline")
        user.service.zone_now = lambda: ZoneInfo("Asia/Tokyo")
        await user.tick(NOW)
        assert "Fri 20 Nov 02:04 JST" in user.line("headline")
        assert "time zone is Asia/Tokyo now" in user.said
        assert user.board.columns.zone == ZoneInfo("Asia/Tokyo")
        await user.key("down")
        await user.tick(NOW)
        assert "time zone" not in user.said
        user.service.zone_now = lambda: None
        await user.tick(NOW)
        assert user.service.zone == ZoneInfo("Asia/Tokyo")


async def test_coming_back_to_the_window_looks_at_clock_and_file(tmp_path: Path) -> None:
    """The framework tells the app alone that the window has the focus again."""
    async with at_the_board(tmp_path) as user:
        user.another().delete("deleted", ["globex"])
        user.clock.at = at("2026-11-20 09:00")
        user.app.post_message(events.AppFocus())
        await user.until(lambda: "Fri 20 Nov 10:00 CET" in user.line("headline"))
        await user.until(lambda: "globex" not in {card.id for card in user.state.board.cards()})


async def test_the_longest_it_does_not_look_is_half_a_minute(tmp_path: Path) -> None:
    assert board_clock.LONGEST <= 30
    assert file_following.WATCH <= 2
    async with at_the_board(tmp_path) as user:
        await user.until(lambda: 0 < user.board.clock.wait <= board_clock.LONGEST + 0.01)


async def test_a_conflict_copy_that_appears_is_said_once(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        copy = user.database.with_name("ringback.sync-conflict-20261119-120000-ABCDEFG.json")
        copy.write_bytes(user.database.read_bytes())
        await watched(user)
        await user.until(lambda: user.said.startswith(f"{copy.name} was left by a synchronising program"))
        await user.press("board.undo")
        await user.until(lambda: "nothing to undo" in user.said)
        await watched(user)
        assert "nothing to undo" in user.said


@pytest.mark.parametrize("kind", [".json", ".form", ".outside"])
async def test_a_text_that_nobody_believes_and_that_appears_is_said_once(tmp_path: Path, kind: str) -> None:
    async with at_the_board(tmp_path, size=(200, 36)) as user:
        await watched(user)
        folder = folder_of(user.database)
        folder.mkdir(0o700)
        (folder / f"0123456789ab-0{kind}").write_text("{")
        await watched(user)
        assert "left behind in" in user.said
        assert "it holds no" in user.said
        user.state.say("something else")
        await watched(user)
        assert "left behind" not in user.said


async def test_a_look_at_the_file_that_comes_back_to_a_closing_board_is_no_fault(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.board.query_one("#headline").remove()
        user.state.say("what came in")
        user.board.paint()
        assert user.app._exception is None
