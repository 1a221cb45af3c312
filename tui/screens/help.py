"""The keys, from the one table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from store.rules.words import COLUMN_TITLES
from tui import tones
from tui.handover.keys import HANDOVER_KEYS
from tui.keys import BOARD_KEYS, CARD_KEYS, Key, written
from tui.screens.call_keys import CALL_KEYS
from tui.widgets.editor.keys import EDITOR_KEYS

INTRODUCTION = (
    f"Cards move by themselves. {COLUMN_TITLES['to_thank']} holds who is still owed a thank-you, "
    f"{COLUMN_TITLES['awaiting_callback']} those whose answer is not yet due, {COLUMN_TITLES['call_now']} "
    "those who have let it pass. Times are yours; the other side's stand in brackets. In the editor every "
    "letter writes, and esc comes back here with all of it saved."
)


def every_key() -> Iterator[Key]:
    """The keys of all screens; those of each screen but the board in a group of its own."""
    yield from BOARD_KEYS
    yield from (key._replace(group="On the page of a card") for key in CARD_KEYS)
    for key_id, keys, action, words in EDITOR_KEYS:
        yield Key(key_id, keys, action, words, "In the editor")
    yield from HANDOVER_KEYS
    yield from CALL_KEYS


class HelpScreen(ModalScreen[None]):
    """All keys, in groups; any key of leaving closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter,f1", "dismiss", "back", show=False),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
    ]
    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > VerticalScroll {
        width: 100%; max-width: 84; height: auto; max-height: 100%; padding: 1 2; background: $surface;
        scrollbar-size-vertical: 1;
    }
    """

    def __init__(self, keys: Iterable[Key]) -> None:
        super().__init__()
        self.keys = tuple(keys)

    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield Static(self._content())

    def _content(self) -> Content:
        widest = max(cell_len(written(key)) for key in self.keys)
        lines = [Content(INTRODUCTION)]
        group = ""
        for key in self.keys:
            if key.group != group:
                group = key.group
                lines += [Content(""), Content.styled(group, tones.style("title"))]
            pad = " " * (widest - cell_len(written(key)) + 3)
            lines.append(Content.assemble(("  " + written(key), tones.style("key")), pad, key.words))
        return Content("\n").join(lines)

    def action_scroll(self, by: int) -> None:
        """A few lines further."""
        self.query_one(VerticalScroll).scroll_relative(y=by * 3, animate=False)
