"""The board keeps itself: cards move with the clock and with other windows; the bell rings once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.widget import Widget

from store.changes.moves import log
from store.database.announced import AnnouncedMemory
from store.feed import FeedFolder
from store.files.errors import StorageError
from store.interview import Thanked
from store.rules.announcing import DueMark
from store.settings import Remind, Settings
from tests.making import after, at, made, owes, promised, thanked
from tests.tui.board_app import NOW, User, at_the_board
from tests.tui.handover.test_notices import given, recorder
from tui import attention
from tui.screens import file_following
from tui.terminal.cells import ShownCells
from tui.widgets.cursor import Cursor

SECOND = timedelta(seconds=1)
DUE = at("2026-11-20 12:00")
"""When Waiting is to be called."""
WAITS = [
    made(thanked(after(1)), promised(after(0), "2026-11-19T12:00:00Z"), id="waits", company="Waiting"),
    made(id="stays", company="Staying", ends_at=NOW - timedelta(hours=1)),
]  # fmt: skip
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


def heard_elsewhere(user: User, card_id: str) -> None:
    """Another window notes that everyone has been thanked."""
    event = Thanked(id="e99", at=user.clock.at, to="p1", channel="email")
    user.another().move("thanked", [card_id], log(event, now=user.clock.at))


async def tick(user: User, when: datetime) -> None:
    """Let the clock show another time, and wait until what becomes due by it has been announced."""
    await user.tick(when)
    await user.app.workers.wait_for_complete()
    await user.settle()


async def test_a_card_moves_at_the_second_of_its_change(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, WAITS) as user:
        await user.go_to("waits")
        change = user.state.board.card("waits")
        assert change is not None and change.next_change is not None
        await user.tick(change.next_change - SECOND)
        assert user.state.cursor.column == "awaiting_callback"
        await user.tick(change.next_change)
        assert (user.card, user.state.cursor.column) == ("waits", "call_now")
        assert "▌»Waiting" in user.text
        assert "AWAITING CALLBACK  0" in user.text
        assert "CALL NOW  1" in user.text


async def test_the_board_wakes_by_itself_at_the_next_change(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, WAITS) as user:
        change = user.state.board.next_change
        assert change is not None
        user.clock.at = change - timedelta(seconds=0.05)
        user.board.clock.schedule()
        user.clock.at = change
        await user.until(lambda: user.state.board.at == change)


async def test_a_move_is_marked_until_it_has_been_seen(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, WAITS) as user:
        await user.go_to("stays")
        await user.tick(DUE)
        assert " »Waiting" in user.text
        await user.press("board.first")
        assert " »Waiting" in user.text
        await user.press("board.call_now")
        assert user.card == "waits"
        assert "»" not in user.text


async def test_a_card_that_moves_under_the_cursor_is_seen_with_the_next_key(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, WAITS) as user:
        await user.go_to("waits")
        await user.tick(DUE)
        assert "»" in user.text
        await user.key("f12")
        assert "»" not in user.text


async def test_words_that_tell_of_time_follow_the_minute(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        assert "◉ 23 h left" in user.text
        await user.tick(NOW + timedelta(seconds=1))
        assert "◉ 22 h left" in user.text
        await user.tick(NOW + timedelta(minutes=1))
        assert "18:05 CET" in user.text


async def test_nothing_is_drawn_that_has_not_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_the_board(tmp_path) as user:
        await user.tick(NOW + SECOND)
        await user.pilot.pause()
        drawn: list[str | None] = []

        def note(widget: Widget, *_: object, **__: object) -> Widget:
            drawn.append(widget.id)
            return widget

        for widget in user.board.query("*"):
            monkeypatch.setattr(widget, "refresh", partial(note, widget))
        await user.tick(NOW + 2 * SECOND)
        assert drawn == []
        await user.tick(NOW + timedelta(minutes=1))
        assert drawn == ["headline"]


@pytest.mark.parametrize("hours", [-5, 5])
async def test_a_clock_that_jumps_is_followed_and_it_is_said(tmp_path: Path, hours: int) -> None:
    async with at_the_board(tmp_path, WAITS) as user:
        await user.tick(NOW + timedelta(hours=hours))
        way = "forward" if hours > 0 else "back"
        assert user.said.startswith(f"The clock went {way} by 5 hours; the board follows it.")
        await user.press("board.down")
        assert "The clock went" not in user.said


# Another window


@pytest.mark.parametrize("told", [True, False], ids=["the kernel tells", "looking again and again"])
async def test_what_another_window_does_appears_and_nothing_else_moves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: bool
) -> None:
    if told:
        monkeypatch.setattr(file_following, "WATCH", 1_000.0)
    else:
        monkeypatch.setattr(file_following, "WATCH", 0.02)
        monkeypatch.setattr(file_following, "watch_folder", lambda folder: None)
    async with at_the_board(tmp_path) as user:
        await user.go_to("contoso")
        new = made(id="new", company="Newcomer", ends_at=NOW - timedelta(hours=3))
        user.another().add("added", new)
        await user.until(lambda: "Newcomer" in user.text)
        assert " »Newcomer" in user.text
        heard_elsewhere(user, "initech")
        await user.until(lambda: "AWAITING CALLBACK  2" in user.text)
        assert user.card == "contoso"
        assert user.on_board()
        user.another().delete("gone", ["contoso"])
        await user.until(lambda: "Contoso" not in user.text)
        assert user.card == "initech"


async def test_where_the_kernel_stops_telling_the_board_looks_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_following, "WATCH", 0.02)
    async with at_the_board(tmp_path / "here") as user:
        await user.settle()
        (tmp_path / "here").rename(tmp_path / "there")
        (tmp_path / "there").rename(tmp_path / "here")
        user.another().add("added", made(id="new", company="Newcomer", ends_at=NOW))
        await user.until(lambda: "Newcomer" in user.text)


async def test_the_cursor_goes_with_a_card_that_another_window_moves(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("initech")
        heard_elsewhere(user, "initech")
        user.board.clock.watch()
        await user.until(lambda: user.state.cursor.column == "awaiting_callback")
        assert user.card == "initech"


async def test_thirty_changes_in_a_burst_leave_the_cursor_on_its_card(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("initech")
        other = user.another()
        for number in range(30):
            soon = NOW - timedelta(hours=20, minutes=number)
            other.add("added", made(id=f"n{number}", company=f"Burst {number}", ends_at=soon))
            user.board.clock.watch()
            await user.settle()
        await user.until(lambda: len(user.state.board.columns["to_thank"]) == 32)
        assert user.card == "initech"
        assert "▌ Initech" in user.text


async def test_changes_seen_while_the_file_is_read_are_not_forgotten(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        other = user.another()
        for number in range(10):
            soon = NOW - timedelta(hours=20, minutes=number)
            other.add("added", made(id=f"n{number}", company=f"Burst {number}", ends_at=soon))
            user.board.clock.watch()
            user.board.clock.watch()
        await user.settle()
        await user.until(lambda: len(user.state.board.columns["to_thank"]) == 12)


async def test_a_file_that_became_unreadable_is_said_and_the_board_stays(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        user.database.write_bytes(b"{")
        user.board.clock.watch()
        await user.until(lambda: str(user.database) in user.said)
        assert "Northwind" in user.text
        assert user.on_board()


# The bell and the title


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


async def test_the_calendar_folder_follows_time_and_steps(tmp_path: Path) -> None:
    feed = FeedFolder(tmp_path / "calendar")

    def ends() -> dict[str, str]:
        return {entry.uid.partition("@")[0]: entry.ends for _, entry in feed.entries()}

    async with at_the_board(tmp_path, WAITS, feed=feed) as user:
        await tick(user, NOW)
        assert ends().keys() == {"waits-call", "stays-call", "stays-thanks"}
        before = ends()
        await tick(user, NOW + timedelta(hours=23))
        assert {uid for uid, end in ends().items() if end != before[uid]} == {"stays-thanks"}
        before = ends()
        await user.go_to("stays")
        await user.press("card.promise")
        await user.write("2026-11-30")
        await user.key("ctrl+d")
        await user.until(user.on_board)
        assert {uid for uid, end in ends().items() if end != before[uid]} == {"stays-call"}


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


def test_a_cursor_on_nothing_has_no_card() -> None:
    cursor = Cursor()
    cursor.go(1, 1)
    cursor.edge(1)
    cursor.find()
    assert cursor.card is None


@pytest.mark.parametrize("far", [(2999, 12, 31), (9999, 12, 31), (1, 1, 1)])
async def test_a_clock_gone_astray_ends_nothing(tmp_path: Path, far: tuple[int, int, int]) -> None:
    # A zone may not be reckoned in at either end of the calendar.
    async with at_the_board(tmp_path) as user:
        await tick(user, datetime(*far, 23, 59, tzinfo=UTC))
        if user.state.cursor.older:
            await user.press("board.fold")  # by then it closed long ago
        await user.go_to("globex")
        await user.press("card.open")
        await user.until(lambda: not user.on_board())
        await tick(user, NOW)
        assert user.app.is_running
        assert user.app._exception is None
