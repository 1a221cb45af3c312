"""What the user has promised them: to be noted, and ticked once it was sent."""

from __future__ import annotations

from store.changes.moves import log
from store.interview import AnyEvent, Delivered, Owes, iso
from store.languages import listed
from store.rules.board import Card
from store.rules.office import Office, office_of
from tui.forms.common_fields import keys, who_field
from tui.forms.context import FormContext
from tui.forms.done import Done, on_each
from tui.forms.fields import Answers, AnyField, Line, Marks, Option, Sheet, Wrong
from tui.forms.times import when
from tui.words.owing import owing_words


def sheet(context: FormContext, card: Card) -> Sheet[Done]:
    """The form: what is open to tick, and a line for something new."""
    one = card.interview
    return Sheet(
        title=f"{one.company}: what you owe them",
        fields=[
            *_open(context, card),
            *owes_fields(context, office_of(one, context.policy), one.language or ""),
            *who_field(one.people, "To", None, other="nobody in particular"),
        ],
        finish=lambda answers: answer(context, card, answers),
    )


def _open(context: FormContext, card: Card) -> list[AnyField]:
    options = [
        Option(value=one.id, key=key, words=owing_words(card, one, context.now, context.zone))
        for one, key in zip(card.owes, keys(), strict=False)
    ]
    if not options:
        return []
    return [Marks(name="delivered", label="Sent", options=options, hint="or no longer wanted")]


def owes_fields(context: FormContext, office: Office, language: str = "") -> list[Line]:
    """What the user said they would do, and by when, in the days of `office`, if one was named."""
    return [
        Line(name="owes", label="I said I would", hint="send references, say; may stay blank"),
        when(
            context, "owes_by", "By", dates=True, office=office, language=language,
            hint="if you named a day: fri, tomorrow noon",
        ),
    ]  # fmt: skip


def owed(context: FormContext, answers: Answers, to: str | None = None) -> list[AnyEvent]:
    """What the user has said in those fields, if anything. Raises `Wrong` for a day of nothing."""
    what, due = answers["owes"], answers["owes_by"]
    if not what:
        if due is not None:
            raise Wrong("What did you say you would do by then?", "owes")
        return []
    limit = None if due is None else iso(due)
    return [Owes(id=context.new_id("e"), at=context.now, what=what, due=limit, to=to)]


def answer(context: FormContext, card: Card, answers: Answers) -> Done:
    """One event for each thing sent, and one for what is new. Raises `Wrong`."""
    sent = [one for one in card.owes if one.id in answers.get("delivered", frozenset())]
    new = owed(context, answers, answers.get("to"))
    if not sent and not new:
        raise Wrong("Nothing was ticked, and nothing noted yet.", "owes")
    events: list[AnyEvent] = [Delivered(id=context.new_id("e"), at=context.now, of=one.id) for one in sent]
    said = [f"sent {listed([one.what for one in sent])}"] if sent else []
    said += [f"to do: {answers['owes']}"] if new else []
    return on_each(
        f"{card.interview.company}: {'; '.join(said)}", [card], log(*events, *new, now=context.now)
    )
