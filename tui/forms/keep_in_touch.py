"""A day on which the user wants to come back to a card that is closed: it comes up again by itself."""

from __future__ import annotations

from store.changes.moves import log
from store.interview import AnyEvent, Delivered, Owes, iso
from store.rules.board import Card
from store.rules.office import office_of
from store.rules.words import limit_words
from tui.forms.common_fields import who_field
from tui.forms.context import FormContext
from tui.forms.done import Done, on_each
from tui.forms.fields import Answers, Line, Sheet
from tui.forms.times import still_to_come, when

KEEP_IN_TOUCH = "keep in touch"
"""What is meant to be done on that day, unless the user says otherwise."""


def sheet(context: FormContext, card: Card) -> Sheet[Done]:
    """The form for the day, what for, and with whom; another day takes the place of the one there was."""
    one, known = card.interview, next(iter(card.kept_in_touch), None)
    office = office_of(one, context.policy)

    return Sheet(
        title=f"{one.company}: come back to them",
        fields=[
            when(
                context, "on", "On", dates=True, office=office, language=one.language or "", needed=True,
                check=still_to_come(context, office, "a day"), hint="such as: in 3 months, 1 March, mon",
            ),
            Line(name="what", label="What for", value=known.what if known else KEEP_IN_TOUCH, needed=True),
            *who_field(one.people, "With", known.to if known else None, other="nobody in particular"),
        ],
        finish=lambda answers: answer(context, card, answers),
    )  # fmt: skip


def answer(context: FormContext, card: Card, answers: Answers) -> Done:
    """The day, as something owed. Raises `Wrong`."""
    on, what, now = iso(answers["on"]), str(answers["what"]), context.now
    before: list[AnyEvent] = [
        Delivered(id=context.new_id("e"), at=now, of=one.id, note="another day was named")
        for one in card.kept_in_touch
    ]
    event = Owes(id=context.new_id("e"), at=now, what=what, due=on, to=answers.get("to"))
    words = f"{card.interview.company}: {what}, {limit_words(on, now, context.zone)}"
    return on_each(words, [card], log(*before, event, now=now))
