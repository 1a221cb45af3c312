"""The bell rings once for a call that is due, and a program gives notice of it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from store.database.announced import AnnouncedMemory
from store.files.errors import StorageError
from store.rules.announcing import DueMark
from store.settings import Remind, Settings
from tests.making import after, at, made, owes, thanked
from tests.tui.board_app import NOW, at_the_board
from tests.tui.handover.recorder import given, recorder
from tests.tui.screens.waiting import DUE, SECOND, WAITS, tick
from tui import attention
from tui.terminal.cells import ShownCells

LATER = made(thanked(after(1)), owes(after(2), due="2026-11-21T13:00:00Z"), id="later", company="Later")


class Bell:
    """Stands for the terminal's bell and title."""

    def __init__(self) -> None:
        self.shown = ShownCells()
        self.rang = 0
        self.title = ""
        self.written = ""

    def bell(self) -> None:
        self.rang += 1

    def set_title(self, title: str) -> None:
        self.title = title

    def write(self, data: str) -> None:
        self.written += data


@pytest.fixture
def bell(monkeypatch: pytest.MonkeyPatch) -> Bell:
    bell = Bell()
    monkeypatch.setattr(attention, "driver_of", lambda app: bell)
    return bell


async def test_the_bell_rings_once_for_a_call_that_is_due(tmp_path: Path, bell: Bell) -> None:
    async with at_the_board(tmp_path, WAITS) as user:
        assert bell.rang == 0
        assert bell.title == "(1) ringback"
        await tick(user, DUE)
        assert bell.rang == 1
        assert bell.title == "(2) ringback"
        assert user.said.startswith("Call Ada Okafor, Waiting: 3 d left")
        for when in (DUE, DUE + SECOND, DUE - timedelta(minutes=30), DUE + timedelta(minutes=1)):
            await tick(user, when)
        assert bell.rang == 1


async def test_the_bell_rings_before_the_first_day_ends(tmp_path: Path, bell: Bell) -> None:
    cards = [made(id="soon", company="Soon", ends_at=NOW - timedelta(hours=21, minutes=30))]
    async with at_the_board(tmp_path, cards) as user:
        await tick(user, NOW + timedelta(minutes=29))
        assert bell.rang == 0
        await tick(user, NOW + timedelta(minutes=30))
        assert bell.rang == 1
        assert user.said.startswith("Thank Ada Okafor, Soon, by e-mail: 2 h left")
        await tick(user, NOW + timedelta(minutes=31))
        assert bell.rang == 1


async def test_the_bell_is_silent_for_who_sees_the_board(tmp_path: Path, bell: Bell) -> None:
    async with at_the_board(tmp_path, WAITS) as user:
        user.app.on_app_blur()
        user.app.on_app_focus()
        await tick(user, DUE)
        assert bell.rang == 0
        assert user.said.startswith("Call Ada Okafor, Waiting: 3 d left")


async def test_in_quiet_hours_the_bell_waits_for_their_end(tmp_path: Path, bell: Bell) -> None:
    cards = [
        made(thanked(after(1)), owes(after(2), due="2026-11-20T20:30:00Z"), id="owed", company="Owed"),
        made(id="night", company="Night", ends_at=at("2026-11-18 22:00")),
    ]
    async with at_the_board(tmp_path, cards) as user:
        for quiet in ("2026-11-19 20:00", "2026-11-19 20:30", "2026-11-19 21:00", "2026-11-20 06:59"):
            await tick(user, at(quiet))
            assert bell.rang == 0
            assert "Owed" not in user.said and "Night" not in user.said
        await tick(user, at("2026-11-20 07:00"))
        assert bell.rang == 1
        assert user.said.startswith("Send Owed what you promised (a work sample): 13 h left")
        assert "Night" not in user.said, "its first day is over"


async def test_two_boards_ring_once_between_them(tmp_path: Path, bell: Bell) -> None:
    async with at_the_board(tmp_path, WAITS) as user:
        await tick(user, NOW)
        other = user.another()
        user.clock.at = DUE
        assert [one.card.id for one in other.announcer.take(other.board())] == ["waits"]
        await tick(user, DUE)
        assert bell.rang == 0
        assert other.announcer.take(other.board()) == []


async def test_without_a_place_for_the_memory_the_bell_still_rings_once(
    tmp_path: Path, bell: Bell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: AnnouncedMemory, *_: object) -> frozenset[DueMark]:
        raise StorageError("not saved: disk full")

    monkeypatch.setattr(AnnouncedMemory, "take", refuse)
    async with at_the_board(tmp_path, WAITS) as user:
        await tick(user, DUE)
        await tick(user, DUE + SECOND)
        assert bell.rang == 1


async def test_the_bell_rings_when_the_window_is_behind(tmp_path: Path, bell: Bell) -> None:
    async with at_the_board(tmp_path, WAITS) as user:
        user.app.on_app_focus()
        user.app.on_app_blur()
        await tick(user, DUE)
        assert bell.rang == 1


async def test_a_terminal_that_notifies_is_told_where_that_is_wanted(
    tmp_path: Path, bell: Bell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TMUX", raising=False)
    for remind, written in (
        (Remind(), ""),
        (Remind(osc="9"), "\x1b]9;ringback: Call Ada Okafor, Waiting: 3 d left\x1b\\"),
        (Remind(osc="777", neutral=True), "\x1b]777;notify;ringback;There is a call to make\x1b\\"),
    ):
        bell.written = ""
        settings = Settings(remind=remind)
        async with at_the_board(tmp_path / f"osc{remind.osc}", WAITS, settings=settings) as user:
            await tick(user, DUE)
            assert bell.written == written
            assert user.said.startswith("Call Ada Okafor, Waiting: 3 d left"), "the board is the user's own"


async def test_a_program_gives_notice_unless_the_board_is_in_front(tmp_path: Path) -> None:
    program = recorder(tmp_path / "bin")
    async with at_the_board(tmp_path, [*WAITS, LATER], notify=(str(program),)) as user:
        await tick(user, DUE)
        await user.until((program.parent / "given").exists)
        await user.app.workers.wait_for_complete()
        assert given(program.parent) == [["ringback", "Call Ada Okafor, Waiting: 3 d left"]]
        user.app.on_app_focus()
        await tick(user, DUE + timedelta(hours=1))
        assert "Send Later what you promised" in user.said
        assert len(given(program.parent)) == 1


async def test_a_program_that_gives_no_notice_is_said(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, WAITS, notify=("/gone/notify",)) as user:
        await tick(user, DUE)
        await user.until(lambda: "/gone/notify could not be started" in user.said)


async def test_neither_the_start_nor_an_import_nor_the_user_rings(tmp_path: Path, bell: Bell) -> None:
    async with at_the_board(tmp_path) as user:
        assert user.column("call_now") == ["fabrikam"]
        overdue = [
            replace(one, id="late", company="Late")
            for one in user.service.book.interviews.values()
            if one.id == "fabrikam"
        ]
        user.another().add("imported", overdue[0])
        user.board.clock.watch()
        await user.until(lambda: "Late" in user.text)
        await user.go_to("initech")
        await user.press("card.promise")
        await user.write("2026-11-18")
        await user.key("ctrl+d")
        await user.until(user.on_board)
        await tick(user, NOW + timedelta(minutes=1))
        assert bell.rang == 0


async def test_an_undo_at_another_time_does_not_silence_the_bell(tmp_path: Path, bell: Bell) -> None:
    async with at_the_board(tmp_path, WAITS) as user:
        await user.go_to("stays")
        await user.press("card.promise")
        await user.write("2026-11-30")
        await user.key("ctrl+d")
        await user.until(user.on_board)
        user.state.look_at(DUE + SECOND)
        await user.press("board.undo")
        await user.until(lambda: "undone" in user.said)
        await user.press("board.back")
        assert bell.rang == 0
        await tick(user, DUE)
        assert bell.rang == 1
