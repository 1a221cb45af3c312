"""Do not ask me to call before …"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from store.changes.moves import log
from store.interview import Snoozed, iso
from store.rules.board import Card
from store.rules.words import limit_words
from tui.forms.context import FormContext, when
from tui.forms.done import Done, names, on_each
from tui.forms.fields import Answers, Sheet, Texts
from tui.forms.promise import call_after_snooze, is_past, shared_zone


def sheet(context: FormContext, cards: Sequence[Card]) -> Sheet[Done]:
    """The form for a day (its office opening) or a time, on one card or several."""
    zone = shared_zone(context, cards)

    def check(found: date, texts: Texts) -> str | None:
        return "That has passed; name a time to come." if is_past(found, context.now, zone) else None

    return Sheet(
        title=f"{names(cards)}: do not ask me to call before …",
        fields=[
            when(
                context, "until", "Not before", dates=True, zone=zone, needed=True, check=check,
                remark=call_after_snooze(context, cards),
                hint="such as: mon, tomorrow 14:00, in 3 working days",
            )
        ],
        finish=lambda answers: answer(context, cards, answers),
    )  # fmt: skip


def answer(context: FormContext, cards: Sequence[Card], answers: Answers) -> Done:
    """One snooze on each card. Raises `Wrong`."""
    now, until = context.now, iso(answers["until"])
    event = Snoozed(id=context.new_id("e"), at=now, until=until)
    return on_each(f"no calls before {limit_words(until, now, context.zone)}", cards, log(event, now=now))
