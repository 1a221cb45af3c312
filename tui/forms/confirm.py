"""Questions with yes and no, such as whether these may be deleted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from store.languages import counted
from store.rules.board import Card
from store.rules.words import title_of
from store.text import show
from tui import tones
from tui.bindings import bindings, keymap_of
from tui.forms.done import names
from tui.keys import CONFIRM_KEYS
from tui.widgets.text_line import TextLine
from tui.words.hints import help_hint
from tui.words.lines import MARGIN


class Confirm(ModalScreen[bool]):
    """Asks once; gives True only for yes. `lines` say what would happen."""

    DEFAULT_CSS = f"""
    Confirm {{ align: left bottom; overflow: hidden; }}
    Confirm > #question {{
        width: 100%; height: auto; max-height: 100%; overflow-y: auto;
        background: $panel; border-top: solid $text-warning; padding: 0 {MARGIN};
    }}
    Confirm #title, Confirm #lines {{ max-width: 96; }}
    Confirm #title {{ height: auto; margin: 1 0 0 0; }}
    {tones.rule("Confirm #title", "strong")}
    Confirm #lines {{ height: auto; margin: 0 0 1 0; }}
    {tones.rule("Confirm #lines", "dim")}
    Confirm #keys {{ padding: 0; }}
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CONFIRM_KEYS)]

    def __init__(self, question: str, lines: str = "") -> None:
        super().__init__()
        self.question = question
        self.lines = lines
        self._keys = TextLine(id="keys")

    def compose(self) -> ComposeResult:
        with Vertical(id="question"):
            yield Static(Content(show(self.question)), id="title")
            yield Static(Content(show(self.lines, lines=True)), id="lines")
            yield self._keys

    def on_mount(self) -> None:
        keys = keymap_of(self.app)
        yes, no = keys.say("confirm.yes"), keys.say("confirm.no")
        self._keys.say([(yes, "key"), (" yes  ", "dim"), (no, "key"), (" no", "dim")], help_hint(keys))

    def action_answer(self, yes: bool) -> None:
        """Close with the answer."""
        self.dismiss(yes)


def delete_words(cards: Sequence[Card]) -> str:
    """What a deletion is called, and an undo of it."""
    return f"deleted {names(cards)}"


def confirm_delete(cards: Sequence[Card]) -> Confirm:
    """Whether to delete the interviews, with what would go."""
    events = sum(len(card.interview.events) for card in cards)
    drafts = sum(len(card.interview.drafts) for card in cards)
    counts = [counted(count, word) for count, word in ((events, "event"), (drafts, "draft")) if count]
    what = "\n".join(title_of(card.interview) for card in cards[:6])
    rest = f"\n… and {len(cards) - 6} more" if len(cards) > 6 else ""
    history = f"\nWhat goes with it: {' and '.join(counts)}." if counts else ""
    return Confirm(f"Delete {names(cards)}?", f"{what}{rest}{history}\nUndo brings it back.")
