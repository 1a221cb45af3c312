"""Correct an event: when it was, with whom, and what was noted."""

from __future__ import annotations

from dataclasses import replace as with_value
from datetime import datetime

from msgspec.structs import fields as struct_fields
from msgspec.structs import replace

from store.changes.moves import correct
from store.interview import AnyEvent, Thanks, deadline, iso, zone_of
from store.rules.board import Card
from store.rules.words import OUTCOME_WORDS, RESULT_WORDS, told
from tui.forms.common_fields import who_field
from tui.forms.context import FormContext, happened, when
from tui.forms.done import Done, on_each
from tui.forms.facts import clock_text
from tui.forms.fields import Answers, AnyField, Choice, Lines, Option, Sheet, Wrong
from tui.forms.sent import channel_options

TEXTS = {"note": "Note", "quote": "In their words", "reason": "Reason", "text": "Text sent"}


def sheet(context: FormContext, card: Card, event: AnyEvent) -> Sheet[Done]:
    """The form with the event as it stands; which fields there are follows from its kind."""
    names = {one.name for one in struct_fields(event)}
    fields: list[AnyField] = [
        *(_limit(context, card, event, name) for name in ("callback_by", "until") if name in names),
        *_choices(event, names),
        *(_who(card, event) if "to" in names else []),
        *(
            Lines(name=name, label=label, value=getattr(event, name), rows=2)
            for name, label in TEXTS.items()
            if name in names
        ),
        with_value(happened(context), value=clock_text(event.at, context.zone)),
    ]
    return Sheet(
        title=f"Correct: {told(event, card.interview, context.zone)}",
        fields=fields,
        finish=lambda answers: answer(context, card, event, answers),
    )


def _limit(context: FormContext, card: Card, event: AnyEvent, name: str) -> AnyField:
    zone = zone_of(card.interview)
    value = deadline(getattr(event, name))
    text = clock_text(value, zone) if isinstance(value, datetime) else value.isoformat()
    label = "Answer by" if name == "callback_by" else "Not before"
    return when(context, name, label, dates=True, zone=zone, needed=True, value=text)


def _choices(event: AnyEvent, names: set[str]) -> list[AnyField]:
    found: list[AnyField] = []
    if "channel" in names:
        by = getattr(event, "channel", None)
        field = Choice(
            name="channel", label="By", options=channel_options(), value=by, needed=False, across=True
        )
        found.append(field)
    for name, words in (("outcome", OUTCOME_WORDS.items()), ("result", RESULT_WORDS.items())):
        if name in names:
            options = [
                Option(value=one, key=str(place), words=said) for place, (one, said) in enumerate(words, 1)
            ]
            found.append(Choice(name=name, label="It was", options=options, value=getattr(event, name)))
    return found


def _who(card: Card, event: AnyEvent) -> list[AnyField]:
    """Thanks are for interviewers only, and for everyone where nobody is named."""
    one, to = card.interview, getattr(event, "to", None)
    if isinstance(event, Thanks):
        return [*who_field(one.interviewers, "Who", to, other="everyone" if to is None else "")]
    return [*who_field(one.people, "Who", to)]


def answer(context: FormContext, card: Card, event: AnyEvent, answers: Answers) -> Done:
    """The event with the same id, put right. Raises `Wrong`."""
    values = dict(answers)
    for name in ("callback_by", "until"):
        if name in values:
            values[name] = iso(values[name])
    corrected = replace(event, **values)
    if corrected == event:
        raise Wrong("Nothing was changed.")
    now = context.now
    words = f"corrected: {told(event, card.interview, context.zone)}"
    return on_each(words, [card], correct(corrected, now=now))
