"""What openings import is imported before, in pauses only; and it is just that."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.terminal.terminal import ROOT
from tests.tui.board_app import at_the_board
from tui.typed_ahead import typed_ahead
from tui.warming import BETWEEN, MODULES, PAUSE, Warming


class Idle:
    """A user and a clock: what is to be done later is done when the time has come."""

    def __init__(self) -> None:
        self.now = 100.0
        self.typed = 0.0
        self.waiting: tuple[float, Callable[[], None]] | None = None
        self.done: list[tuple[float, str]] = []

    def later(self, seconds: float, then: Callable[[], None]) -> None:
        assert self.waiting is None, "it waits for one thing at a time"
        self.waiting = self.now + seconds, then

    def step(self, module: str) -> None:
        if module == "broken":
            raise ImportError(module)
        self.done.append((round(self.now, 3), module))

    def begin(self, *modules: str) -> None:
        Warming(self.later, lambda: self.now - self.typed, modules, self.step).begin()

    def go_on(self, until: float) -> None:
        while self.waiting is not None and self.waiting[0] <= until:
            (self.now, then), self.waiting = self.waiting, None
            then()
        self.now = until


def test_one_after_the_other_once_there_is_a_pause() -> None:
    idle = Idle()
    idle.begin("a", "b", "c")
    idle.go_on(100 + PAUSE - 0.01)
    assert idle.done == [], "the first frame stands for itself"
    idle.go_on(200)
    first = 100 + PAUSE
    times = [round(first + place * BETWEEN, 3) for place in range(3)]
    assert idle.done == [*zip(times, "abc", strict=True)]
    assert idle.waiting is None, "afterwards nothing wakes any more"


def test_a_key_puts_it_off() -> None:
    idle = Idle()
    idle.begin("a", "b")
    idle.go_on(100 + PAUSE)
    assert [module for _, module in idle.done] == ["a"]
    typed = idle.now + BETWEEN / 2
    for _ in range(30):  # a user who types goes on typing
        idle.go_on(typed)
        idle.typed = typed
        typed += PAUSE / 2
    assert [module for _, module in idle.done] == ["a"]
    idle.go_on(typed + 60)
    assert idle.done[1:] == [(round(idle.typed + PAUSE, 3), "b")]


def test_what_cannot_be_imported_is_left_to_who_opens_it() -> None:
    idle = Idle()
    idle.begin("a", "broken", "c")
    idle.go_on(200)
    assert [module for _, module in idle.done] == ["a"]
    assert idle.waiting is None


async def test_the_board_begins_with_it_and_knows_when_it_is_quiet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Callable[[], float]] = []
    begun: list[float] = []

    def warming(later: object, quiet: Callable[[], float]) -> SimpleNamespace:
        made.append(quiet)
        return SimpleNamespace(begin=lambda: begun.append(quiet()))

    monkeypatch.setattr("tui.app.Warming", warming)
    async with at_the_board(tmp_path, [], warms_up=True) as user:
        await user.until(lambda: begun)
        before = time.monotonic()
        await user.press("board.down")
        assert made[0]() <= time.monotonic() - before
        with typed_ahead(user.app).begin():
            assert made[0]() == 0, "what was typed is still on its way"


def python(*words: str) -> str:
    ran = subprocess.run([sys.executable, *words], capture_output=True, text=True, cwd=ROOT, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The modules that were there before anything was opened, and those that came with it."""
    folder = Path(tmp_path_factory.mktemp("opened"))
    found = json.loads(python("-m", "tests.tui.first_openings", str(folder)))
    return {name: set(modules) for name, modules in found.items()}


def test_it_is_what_the_openings_import(opened: dict[str, set[str]]) -> None:
    assert set(MODULES) & opened["before"] == set(), "there is nothing to do for these"
    assert set(MODULES) - opened["came"] == set(), "nothing that is opened needs these"


def test_they_import_nothing_of_ours_afterwards(opened: dict[str, set[str]]) -> None:
    code = "import sys; from importlib import import_module; from tui.warming import MODULES\n"
    code += "for one in MODULES: import_module(one)\nprint(*sys.modules)"
    left = opened["came"] - set(python("-c", code).split())
    assert [one for one in sorted(left) if one.startswith(("tui.", "store.", "templates."))] == []
