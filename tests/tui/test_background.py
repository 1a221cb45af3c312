"""Background work is begun in one place, which wants a function: there nothing is lost unbegun."""

import ast
import warnings
from pathlib import Path

from textual.app import App

from tui import background

ROOT = Path(background.__file__).parent


async def test_work_called_off_before_its_turn_leaves_no_warning() -> None:
    done: list[str] = []

    async def work(word: str) -> None:
        done.append(word)

    async with App[None]().run_test() as pilot:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            background.begin(pilot.app.screen, lambda: work("first"), group="one", exclusive=True)
            background.begin(pilot.app.screen, lambda: work("second"), group="one", exclusive=True)
            await pilot.app.workers.wait_for_complete([*pilot.app.workers][-1:])
    assert done == ["second"]


def test_it_is_begun_nowhere_else() -> None:
    elsewhere = [
        f"{path.relative_to(ROOT)}: {ast.unparse(node)}"
        for path in ROOT.rglob("*.py")
        if path.name != "background.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("run_worker")
        if not any(word.arg == "thread" for word in node.keywords)
    ]
    assert elsewhere == []
