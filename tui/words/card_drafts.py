"""What is written and not sent, in the words of a card. Pure."""

from __future__ import annotations

from rich.cells import cell_len

from store.changes.drafts import latest
from store.interview import Draft
from store.rules.board import Card
from templates.gaps import GAP
from tui.signs import Signs


def with_draft(card: Card, said: str, signs: Signs, width: int) -> str:
    """The words with those of what has been written, where there is room."""
    dot = f" {signs.dot} " if said else ""
    return next(
        (longer for written in draft_words(card) if cell_len(longer := f"{said}{dot}{written}") <= width),
        said,
    )


def draft_words(card: Card) -> tuple[str, ...]:
    """What is written and not sent, in full and short: `draft begun`, `draft ready`, `handed over, sent?`.

    Nothing where nothing has.
    """
    draft = draft_shown(card)
    if draft is None or not draft.body.strip():
        return ()
    waiting = {None if one is None else one.id for one in card.course.unsettled}
    handed = [one for one in draft.handed_over if draft.purpose != "thanks" or one.to in waiting]
    if handed:
        return "handed over, sent?", "sent?"
    return ("draft begun", "begun") if GAP.search(draft.body) else ("draft ready", "ready")


def draft_shown(card: Card) -> Draft | None:
    """The draft for what the card asks for; where it asks for nothing, the last that is still to be sent."""
    if card.column == "to_thank":
        return latest(card.interview, "thanks")
    if card.column == "call_now":
        return latest(card.interview, "reply" if card.to_answer else "status", unsent=True)
    drafts = (latest(card.interview, purpose, unsent=True) for purpose in ("reply", "delivery", "other"))
    begun = [one for one in drafts if one is not None]
    return max(begun, key=lambda one: (one.updated_at is not None, one.updated_at), default=None)
