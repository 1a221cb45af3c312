"""Correct an event: when it was, with whom, and what was noted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace as with_value
from datetime import datetime

from msgspec.structs import fields as struct_fields
from msgspec.structs import replace

from store.changes.moves import correct
from store.interview import AnyEvent, How, Owes, Promised, Silence, Thanks, deadline, iso, zone_of
from store.rules.board import Card
from store.rules.office import office_of
from store.rules.words import OUTCOME_WORDS, RESULT_WORDS, told
from tui.forms.common_fields import keys, who_field
from tui.forms.context import FormContext
from tui.forms.done import Done, on_each
from tui.forms.fields import Answers, AnyField, Choice, Line, Lines, Option, Sheet, Wrong
from tui.forms.filled import clock_text
from tui.forms.sent import channel_options
from tui.forms.times import happened, when

TEXTS = {"note": "Note", "quote": "In their words", "reason": "Reason", "text": "Text sent"}
LIMITS = {
    "callback_by": "Answer by", "until": "Not before", "due": "By", "answer_by": "Answer by",
}  # fmt: skip
HOW_WORDS: Mapping[How, str] = {"answer": "they answer by then", "ring": "they ring me then"}
SILENCE_WORDS: Mapping[Silence, str] = {"asks": "I ask", "no": "it means no"}


def sheet(context: FormContext, card: Card, event: AnyEvent) -> Sheet[Done]:
    """The form with the event as it stands; which fields there are follows from its kind."""
    names = {one.name for one in struct_fields(event)}
    fields: list[AnyField] = [
        *(_what(event) if isinstance(event, Owes) else []),
        *(_limit(context, card, event, name) for name in LIMITS if name in names),
        *_choices(event, names),
        *(_who(card, event) if "to" in names else []),
        *(_by(card, event) if isinstance(event, Promised) else []),
        *(
            Lines(name=name, label=label, value=getattr(event, name), rows=2)
            for name, label in TEXTS.items()
            if name in names
        ),
        with_value(
            happened(context, language=card.interview.language or ""),
            value=clock_text(event.at, context.zone),
        ),
    ]
    return Sheet(
        title=f"Correct: {told(event, card.interview, context.zone)}",
        fields=fields,
        finish=lambda answers: answer(context, card, event, answers),
    )


def _what(event: Owes) -> list[AnyField]:
    return [Line(name="what", label="I said I would", value=event.what, needed=True)]


def _limit(context: FormContext, card: Card, event: AnyEvent, name: str) -> AnyField:
    zone = zone_of(card.interview)
    stands: str | None = getattr(event, name)
    value = None if stands is None else deadline(stands)
    text = clock_text(value, zone) if isinstance(value, datetime) else stands or ""
    needed = name in ("callback_by", "until")
    office = office_of(card.interview, context.policy)
    language = card.interview.language or ""
    return when(
        context, name, LIMITS[name], dates=True, office=office, language=language, needed=needed, value=text
    )


def _choices(event: AnyEvent, names: set[str]) -> list[AnyField]:
    found: list[AnyField] = []
    if "channel" in names:
        by = getattr(event, "channel", None)
        field = Choice(
            name="channel", label="By", options=channel_options(), value=by, needed=False, across=True
        )
        found.append(field)
    for name, label, words in (
        ("outcome", "It was", OUTCOME_WORDS.items()),
        ("result", "It was", RESULT_WORDS.items()),
        ("how", "They said", HOW_WORDS.items()),
        ("silence", "No word", SILENCE_WORDS.items()),
    ):
        if name in names:
            options = [
                Option(value=one, key=key, words=said)
                for (one, said), key in zip(words, keys(), strict=False)
            ]
            found.append(Choice(name=name, label=label, options=options, value=getattr(event, name)))
    return found


def _who(card: Card, event: AnyEvent) -> list[AnyField]:
    """Thanks are for interviewers only, and for everyone where nobody is named."""
    one, to = card.interview, getattr(event, "to", None)
    if isinstance(event, Thanks):
        return [*who_field(one.interviewers, "Who", to, other="everyone" if to is None else "")]
    return [*who_field(one.people, "Who", to)]


def _by(card: Card, event: Promised) -> list[AnyField]:
    other = "nobody in particular"
    return [*who_field(card.interview.people, "Who said it", event.by, name="by", other=other)]


def answer(context: FormContext, card: Card, event: AnyEvent, answers: Answers) -> Done:
    """The event with the same id, put right. Raises `Wrong`."""
    values = dict(answers)
    for name in LIMITS.keys() & values.keys():
        if values[name] is not None:
            values[name] = iso(values[name])
    try:
        corrected = replace(event, **values)
    except ValueError:
        raise Wrong(
            "A day for your answer goes with an offer: clear one or the other.", "answer_by"
        ) from None
    if corrected == event:
        raise Wrong("Nothing was changed.")
    now = context.now
    words = f"corrected: {told(event, card.interview, context.zone)}"
    return on_each(words, [card], correct(corrected, now=now))
