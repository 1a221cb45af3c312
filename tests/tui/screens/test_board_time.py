"""The board keeps itself: cards move with the clock and with other windows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from textual.widget import Widget

from store.changes.moves import log
from store.feed import FeedFolder
from store.interview import Thanked
from tests.making import at, made
from tests.tui.board_app import NOW, User, at_the_board
from tests.tui.screens.waiting import DUE, SECOND, WAITS, tick
from tui.picture.cursor import Cursor
from tui.screens import file_following


def heard_elsewhere(user: User, card_id: str) -> None:
    """Another window notes that everyone has been thanked."""
    event = Thanked(id="e99", at=user.clock.at, to="p1", channel="email")
    user.another().move("thanked", [card_id], log(event, now=user.clock.at))


def wakes_in_a_minute(user: User) -> float:
    """By the timers that run."""
    timers = [timer for node in (user.app, *user.app._registry) for timer in node._timers]
    return sum(60 / timer._interval for timer in timers if bool(timer._active.is_set()))


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


async def test_a_minute_that_was_over_before_it_was_looked_at_is_shown_at_once(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        shown, now = at("2026-11-19 16:59:59.9"), at("2026-11-19 17:00:00.3")
        await user.tick(shown)
        assert user.state.board.at == shown
        user.clock.at = now
        user.board.clock.schedule()
        assert user.board.clock.wait < 0.01
        await user.until(lambda: user.state.board.at == now)
        assert "18:00 CET" in user.text


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


async def test_a_board_that_is_left_alone_wakes_a_few_times_a_minute(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.until(lambda: user.board.clock.wait and 0 < wakes_in_a_minute(user) <= 10)


@pytest.mark.parametrize("hours", [-5, 5])
async def test_a_clock_that_jumps_is_followed_and_it_is_said(tmp_path: Path, hours: int) -> None:
    async with at_the_board(tmp_path, WAITS) as user:
        await user.tick(NOW + timedelta(hours=hours))
        way = "forward" if hours > 0 else "back"
        assert user.said.startswith(f"The clock went {way} by 5 hours; the board follows it.")
        await user.press("board.down")
        assert "The clock went" not in user.said


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
