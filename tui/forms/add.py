"""Add an interview, past or to come."""

from __future__ import annotations

from datetime import datetime

from store.interview import Interview, Promised, iso
from store.people.notation import as_people
from tui.forms.common_fields import zone_typed
from tui.forms.context import FormContext, when
from tui.forms.done import Done
from tui.forms.facts import Known, fact_fields, plain_values
from tui.forms.fields import Answers, Sheet, Wrong


def sheet(context: FormContext, known: Known) -> Sheet[Done]:
    """The form for a new interview."""
    promise = when(
        context, "callback_by", "Answer by", dates=True, zone=zone_typed(context.zone),
        hint="if they have named a day: fri, 27 nov, end of next week",
    )  # fmt: skip
    fields = fact_fields(context, known)
    place = [field.name for field in fields].index("mode")
    return Sheet(
        title="Add an interview",
        fields=[*fields[:place], promise, *fields[place:]],
        finish=lambda answers: answer(context, answers),
        verb="add",
    )


def answer(context: FormContext, answers: Answers) -> Done:
    """The new interview, with the promised answer as its first event. Raises `Wrong`."""
    count = iter(range(1, 10_000))
    fresh = lambda: f"p{next(count)}"  # noqa: E731
    try:
        interview = Interview(
            id=context.new_id("iv-"),
            **plain_values(answers),
            interviewers=as_people(answers["interviewers"], (), fresh),
            contacts=as_people(answers["contacts"], (), fresh),
            events=_promised(context, answers),
        )
    except ValueError as why:
        raise Wrong(f"Not added: {why}.") from None
    return Done(words=f"added {interview.company}", added=interview)


def _promised(context: FormContext, answers: Answers) -> tuple[Promised, ...]:
    """Made at the interview's end; for one to come, now."""
    limit = answers["callback_by"]
    if limit is None:
        return ()
    ends: datetime = answers["ends_at"]
    return (Promised(id=context.new_id("e"), at=min(ends, context.now), callback_by=iso(limit)),)
