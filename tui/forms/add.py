"""Add an interview, past or to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace as with_value
from datetime import datetime

from store.changes import joining
from store.changes.joining import Joined
from store.interview import AnyEvent, Interview, Person, Promised
from store.people.notation import as_people
from tui.forms.common_fields import language_typed, office_typed
from tui.forms.context import FormContext, promised_limit, when
from tui.forms.done import Done
from tui.forms.facts import Known, blank, fact_fields, plain_values
from tui.forms.fields import Answers, Sheet, Wrong
from tui.forms.joining import asking, renaming
from tui.forms.people_field import people_typed


def sheet(context: FormContext, known: Known) -> Sheet[Done]:
    """The form for a new interview."""
    promise = when(
        context, "callback_by", "Answer by", dates=True, office=office_typed(context, context.zone),
        language=language_typed, whole=True,
        hint="if they have named a day: fri, 27 nov, end of next week",
    )  # fmt: skip
    fields = fact_fields(context, known, blank(context))
    place = [field.name for field in fields].index("mode")
    return Sheet(
        title="Add an interview",
        fields=[*fields[:place], promise, *fields[place:]],
        finish=lambda answers: answer(context, known, answers),
        verb="add",
    )


def answer(context: FormContext, known: Known, answers: Answers) -> Done:
    """The new interview, with the promised answer as its first event. Raises `Wrong`."""
    interview = new_interview(context, answers, events=_promised(context, answers))
    asks = joining.asked(interview, known.interviews)
    return added(context, known, f"added {interview.company}", Joined(interview, {}), asks)


def added(
    context: FormContext, known: Known, words: str, joined: Joined, asks: joining.Joining | None = None
) -> Done:
    """The step that adds an interview, and names its application on the other rounds where that is needed.

    `asks`: what is to be asked first.
    """
    done = Done(words=words, added=joined.interview, moves=renaming(known.interviews, joined, context.now))
    if asks is None:
        return done
    yes, no = (added(context, known, words, one) for one in (asks.yes, asks.no))
    return with_value(done, question=asking(asks, joined.interview, yes, no, context.zone))


def new_interview(
    context: FormContext, answers: Answers, *, known: Sequence[Person] = (), events: Sequence[AnyEvent] = ()
) -> Interview:
    """The interview that the facts make. People who are `known` keep their ids and what is noted of them.

    Raises `Wrong`.
    """
    taken = {one.id for one in known}
    fresh = (name for number in range(1, 10_000) if (name := f"p{number}") not in taken)
    met, contacts = people_typed(answers)
    people = as_people((*met, *contacts), known, lambda: next(fresh))
    first = len(met)
    try:
        return Interview(
            id=context.new_id("iv-"),
            **plain_values(answers),
            interviewers=people[:first],
            contacts=people[first:],
            events=tuple(events),
        )
    except ValueError as why:
        raise Wrong(f"Not added: {why}.") from None


def _promised(context: FormContext, answers: Answers) -> tuple[Promised, ...]:
    """Made at the interview's end; for one to come, now."""
    promise = promised_limit(answers)
    if promise is None:
        return ()
    ends: datetime = answers["ends_at"]
    limit, quote = promise
    return (Promised(id=context.new_id("e"), at=min(ends, context.now), callback_by=limit, quote=quote),)
