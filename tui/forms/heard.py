"""They got in touch, without a final answer."""

from __future__ import annotations

from store.changes.moves import log
from store.interview import AnyEvent, Heard, Promised
from store.rules.board import Card
from store.rules.office import office_of
from store.rules.words import limit_words
from tui.forms.common_fields import first_name, who_field
from tui.forms.context import FormContext
from tui.forms.done import Done, on_each
from tui.forms.fields import Answers, Line, Sheet, Wrong
from tui.forms.promise import HINT, call_after
from tui.forms.times import happened, promised_limit, when


def sheet(context: FormContext, card: Card) -> Sheet[Done]:
    """The form for news, with a new promise where there is one."""
    return Sheet(
        title=f"{card.interview.company} got in touch",
        fields=[
            Line(name="note", label="What they said", hint="may stay blank"),
            *who_field(card.interview.people, "Who", None),
            *promise_fields(context, card),
            happened(context, language=card.interview.language or ""),
        ],
        finish=lambda answers: answer(context, card, answers),
    )


def promise_fields(context: FormContext, card: Card) -> list[Line]:
    """A new promise, if they made one."""
    return [
        when(
            context, "callback_by", "Answer by", dates=True, office=office_of(card.interview, context.policy),
            language=card.interview.language or "", remark=call_after(context, [card]), whole=True,
            hint=f"if they named a new day, {HINT}",
        ),
        Line(name="quote", label="In their words", hint="the promise as they said it; may stay blank"),
    ]  # fmt: skip


def promised(context: FormContext, answers: Answers) -> list[AnyEvent]:
    """The promise made with the contact, if any. Raises `Wrong` for a quote without a day."""
    promise = promised_limit(answers)
    if promise is None:
        if answers["quote"]:
            raise Wrong("Which day does that mean? Write it as in: fri, 27 nov.", "callback_by")
        return []
    limit, quote = promise
    return [
        Promised(
            id=context.new_id("e"), at=answers["at"], callback_by=limit, quote=quote, by=answers.get("to")
        )
    ]


def answer(context: FormContext, card: Card, answers: Answers) -> Done:
    """The contact, and after it the promise, so that the promise is what counts. Raises `Wrong`."""
    now, to = context.now, answers.get("to")
    events: list[AnyEvent] = [Heard(id=context.new_id("e"), at=answers["at"], to=to, note=answers["note"])]
    new = promised(context, answers)
    words = f"heard from {first_name(card.interview, to, card.interview.company)}"
    for one in new:
        assert isinstance(one, Promised)
        words += f", promised by {limit_words(one.callback_by, now, context.zone)}"
    return on_each(words, [card], log(*events, *new, now=now))
