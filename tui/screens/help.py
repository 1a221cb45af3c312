"""The keys, from the one table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from store.rules.words import COLUMN_TITLES
from tui import tones
from tui.bindings import bindings
from tui.keys import HELP_KEYS, Group, Keymap, groups, written

INTRODUCTION = (
    f"Cards move by themselves. {COLUMN_TITLES['to_thank']} holds who is still owed a thank-you, "
    f"{COLUMN_TITLES['awaiting_callback']} those whose answer is not yet due, {COLUMN_TITLES['call_now']} "
    "those who have let it pass. Times are yours; the other side's stand in brackets. In the editor every "
    "letter writes, and {} comes back here with all of it saved."
)


class HelpScreen(ModalScreen[None]):
    """All keys, in groups, as the user has them; any key of leaving closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(HELP_KEYS)]
    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > VerticalScroll {
        width: 100%; max-width: 84; height: auto; max-height: 100%; padding: 1 2; background: $surface;
        scrollbar-size-vertical: 1;
    }
    HelpScreen .group { margin-top: 1; }
    """

    def __init__(self, keymap: Keymap, group: str = "") -> None:
        """It opens at the heading of that `group`, or else at the top."""
        super().__init__()
        self._keymap = keymap
        self._group = group
        self._parts: dict[str, Static] = {}

    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield Static(Content(INTRODUCTION.format(self._keymap.say("editor.back"))))
            for group, lines in parts(self._keymap):
                part = Static(Content.assemble(Content("\n").join(lines)), classes="group")
                self._parts[group.title] = part
                yield part

    def on_mount(self) -> None:
        if (part := self._parts.get(self._group)) is not None:
            self.call_after_refresh(
                self.query_one(VerticalScroll).scroll_to_widget, part, top=True, animate=False
            )

    def action_scroll(self, by: int) -> None:
        """A few lines further."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """A page further."""
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_page_down(animate=False) if by > 0 else scroll.scroll_page_up(animate=False)


def parts(keymap: Keymap) -> Iterator[tuple[Group, list[Content]]]:
    """What the help says of the keys, line by line under each heading."""
    found = groups(keymap.changed)
    widest = max(cell_len(written(key)) for group in found for key in group.keys)
    for group in found:
        lines = [Content.styled(group.title, "bold $text-primary")]
        for key in group.keys:
            pad = " " * (widest - cell_len(written(key)) + 3)
            lines.append(Content.assemble(("  " + written(key), tones.style("key")), pad, key.words))
        if group.shared:
            lines.append(_shared(group))
        yield group, lines


def _shared(group: Group) -> Content:
    keys = " ".join(written(key) for key in group.shared)
    return Content.assemble(("  " + keys, tones.style("key")), "   as elsewhere")
