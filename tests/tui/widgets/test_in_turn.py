"""Keys of a field of several lines."""

from __future__ import annotations

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.widgets import TextArea

from tests.tui.board_app import at_rest
from tui.forms.editors import ManyLines
from tui.themes import Themed
from tui.widgets.editor.body import Body

KEPT = "Thank you for the conversation on Wednesday"
REST = " which I was glad to have." + " More words than fit into a row." * 8 + "\n\nKind regards,\nAda"


class OneArea(Themed):
    def __init__(self, area: TextArea) -> None:
        super().__init__()
        self.area = area

    def compose(self) -> ComposeResult:
        yield self.area


async def press_delete(app: App[None], times: int = 1) -> None:
    """Press the key that deletes the rest of the line, as fast as keys can come."""
    for _ in range(times):
        app.post_message(events.Key("ctrl+k", None))
    await at_rest(app)


@pytest.mark.parametrize("kind", ["body", "form"])
async def test_the_rest_of_a_line_is_deleted_wherever_it_wraps(kind: str) -> None:
    area = Body(id="body") if kind == "body" else ManyLines()
    async with OneArea(area).run_test(size=(39, 20)) as pilot:
        area.focus()
        for width in range(40, 60):
            await pilot.resize_terminal(width, 20)
            area.text = KEPT + REST
            area.move_cursor((0, len(KEPT)))
            await press_delete(pilot.app)
            assert area.text == f"{KEPT}\n\nKind regards,\nAda", width
            await press_delete(pilot.app, times=5)
            assert area.text == KEPT, width
            await press_delete(pilot.app)
            assert area.text == KEPT, width
