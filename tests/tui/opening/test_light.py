"""When the board is shown before the framework is there, and when that is left to the framework."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from store.clock import StoppedClock
from store.database.autosave import FormPad, Pads
from store.settings import Settings
from tests.terminal.board_home import environment, seed
from tests.terminal.terminal import ROOT
from tests.tui.board_app import NOW, interviews, service_on
from tests.waiting import PATIENCE
from tui.opening import light
from tui.screens.board_state import BoardState
from tui.terminal.opening import DrawnRow, TakenOver

SIZE = (80, 24)
HEAVY = {"textual", "asyncio", "rich.style", "rich.console", "logging", "inspect", "jinja2"}
STANDARD = Settings()
NOTHING: Mapping[str, str] = {"TERM": "xterm"}
PROGRAM = """
import sys
from store.lean_imports import import_leanly
import_leanly()
from tui.opening import light
from tui.screens.board_state import BoardState
from tui.cli import board, main

def take_over(rows, size):
    print(len(rows), *sys.modules)
    sys.exit(9)

light.take_over = take_over
light.terminal_size = lambda: (80, 24)
board.why_no_board = lambda env: None
main(sys.argv[1:])
"""


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[DrawnRow]]:
    """What the terminal would show: there is none."""
    pictures: list[Sequence[DrawnRow]] = []

    def take_over(rows: Sequence[DrawnRow], size: tuple[int, int]) -> TakenOver | None:
        pictures.append(rows)
        return None

    monkeypatch.setattr(light, "take_over", take_over)
    monkeypatch.setattr(light, "terminal_size", lambda: SIZE)
    return pictures


def open_board(
    folder: Path, settings: Settings = STANDARD, env: Mapping[str, str] = NOTHING, note: str = ""
) -> None:
    database = folder / "ringback.json"
    service = service_on(database, StoppedClock(NOW))
    service.notes += [note] if note else []
    light.show_board(BoardState(service, settings), env, demo=False)


def seeded(folder: Path) -> Path:
    seed(folder, *interviews())
    return folder


@pytest.mark.parametrize(
    ("settings", "env"),
    [
        (Settings(), {}),
        (Settings(theme="ringback-light"), {"TERM": "xterm-256color"}),
        (Settings(theme="nord"), {"NO_COLOR": "1"}),
    ],
)
def test_a_board_in_colours_of_our_own_is_shown(
    tmp_path: Path, shown: list[Sequence[DrawnRow]], settings: Settings, env: Mapping[str, str]
) -> None:
    open_board(seeded(tmp_path), settings, env)
    (rows,) = shown
    assert len(rows) == SIZE[1]
    assert "Northwind" in "".join(text for row in rows for text, _ in row)


def test_what_comes_before_the_board_is_left_to_the_framework(
    tmp_path: Path, shown: list[Sequence[DrawnRow]]
) -> None:
    open_board(tmp_path)  # the first start asks
    open_board(seeded(tmp_path), note="Read-only.")
    open_board(tmp_path, Settings(theme="nord"))
    pads = Pads(tmp_path / "ringback.json")
    pads.write(FormPad(form="add", title="An interview", texts={"role": "x"}, begun=NOW, at=NOW))
    pads.close()
    open_board(tmp_path)  # it is offered to go on with the form
    assert shown == []


def test_nothing_of_the_framework_is_imported_for_it(tmp_path: Path) -> None:
    seeded(tmp_path)
    config = tmp_path / "config.toml"
    config.write_text(
        '[policy]\ncalendar = "none"\n'
    )  # the days of countries are kept by whoever asked before
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, "--db", str(tmp_path / "ringback.json"), "--config", str(config)],
        cwd=ROOT, env=environment(tmp_path), capture_output=True, text=True, check=False, timeout=PATIENCE,
    )  # fmt: skip
    assert ran.returncode == 9, ran.stderr
    rows, *modules = ran.stdout.split()
    assert int(rows) == SIZE[1]
    assert not {*modules} & HEAVY
