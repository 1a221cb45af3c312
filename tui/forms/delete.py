"""Delete interviews: asked once."""

from __future__ import annotations

from collections.abc import Sequence

from store.rules.board import Card
from tui.forms.confirm import Confirm
from tui.forms.done import names


def words(cards: Sequence[Card]) -> str:
    """What an undo of it would be called."""
    return f"deleted {names(cards)}"


def confirm(cards: Sequence[Card], *, ascii_only: bool = False) -> Confirm:
    """The question, with what would go."""
    events = sum(len(card.interview.events) for card in cards)
    drafts = sum(len(card.interview.drafts) for card in cards)
    counts = [
        f"{count} {word if count == 1 else word + 's'}"
        for count, word in ((events, "event"), (drafts, "draft"))
        if count
    ]
    what = "\n".join(_line(card) for card in cards[:6])
    rest = f"\n… and {len(cards) - 6} more" if len(cards) > 6 else ""
    history = f"\nWith its {' and '.join(counts)}." if counts else ""
    return Confirm(
        f"Delete {names(cards)}?", f"{what}{rest}{history}\nUndo brings it back.", ascii_only=ascii_only
    )


def _line(card: Card) -> str:
    one = card.interview
    return ", ".join(part for part in (one.company, one.role, one.round) if part)
