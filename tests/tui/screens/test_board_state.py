"""What the board is told to draw, and how often."""

from __future__ import annotations

from pathlib import Path

from store.clock import StoppedClock
from store.settings import Settings
from tests.making import END, made
from tests.store.database.database_made import opened, put
from tests.tui.board_app import NOW, service_on
from tui.screens.board_state import BoardState


def test_a_step_is_drawn_once_with_what_it_was(tmp_path: Path) -> None:
    put(opened(tmp_path / "ringback.json"), made(id="iv-1", ends_at=END))
    service = service_on(tmp_path / "ringback.json", StoppedClock(NOW))
    drawn: list[tuple[tuple[str, str] | None, int]] = []
    state = BoardState(service, Settings())
    state.changed = lambda: drawn.append((state.message, sum(1 for _ in state.board.cards())))
    service.delete("deleted Globex", ["iv-1"])
    state.step_made("deleted Globex")
    assert drawn == [(("deleted Globex", "strong"), 0)]


def test_the_words_of_a_step_stay_whatever_else_is_said(tmp_path: Path) -> None:
    state = BoardState(service_on(tmp_path / "ringback.json", StoppedClock(NOW)), Settings())
    state.after_step(lambda: state.say("something else", "warn"))
    state.step_made("undone")
    assert state.message == ("undone", "strong")
