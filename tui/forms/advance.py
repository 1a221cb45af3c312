"""A later round has come: the earlier one was passed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from store.changes.moves import log
from store.interview import Closed, Interview
from store.rules.board import Card
from tui.forms.confirm import Confirm
from tui.forms.context import FormContext
from tui.forms.done import Done, names, on_each


def earlier(cards: Iterable[Card], new: Interview) -> list[Card]:
    """Open rounds of the same application that ended before the new one starts."""
    if new.opportunity is None:
        return []
    return [
        card
        for card in cards
        if card.interview.opportunity == new.opportunity
        and card.id != new.id
        and card.course.closed is None
        and card.interview.ends_at <= new.starts_at
    ]


def confirm(cards: Sequence[Card], new: Interview, *, ascii_only: bool = False) -> Confirm:
    """Whether to close the earlier rounds as "next round"."""
    rounds = "\n".join(_round(card.interview) for card in cards)
    return Confirm(
        f"Close the earlier round at {new.company} as “next round”?",
        f"{rounds}\nOpen thanks stay open. Undoable.",
        ascii_only=ascii_only,
    )


def _round(one: Interview) -> str:
    return ", ".join(part for part in (one.company, one.role, one.round) if part)


def answer(context: FormContext, cards: Sequence[Card], new: Interview) -> Done:
    """Those rounds closed as passed. Raises `Wrong`."""
    now = context.now
    note = f"{new.round or 'a later round'} was arranged"
    event = Closed(id=context.new_id("e"), at=now, result="advanced", note=note)
    return on_each(f"{names(cards)}: next round", cards, log(event, now=now))
