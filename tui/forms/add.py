"""Add an interview, past or to come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace as with_value
from datetime import date, datetime, timedelta

from store.changes import joining
from store.changes.joining import Joined
from store.interview import AnyEvent, Interview, Person, Promised
from store.people.notation import as_people
from store.rules.doubles import Double, the_same
from tui.forms.common_fields import language_typed, office_typed
from tui.forms.context import FormContext, Remark
from tui.forms.done import Done
from tui.forms.facts import fact_fields, plain_values
from tui.forms.fields import Answers, AnyField, Sheet, Texts, Wrong
from tui.forms.filled import blank
from tui.forms.joining import asking, renaming
from tui.forms.known import Known, company_typed, known_of
from tui.forms.pasted import Pastes
from tui.forms.people_field import people_typed
from tui.forms.times import promised_limit, when
from tui.words.rounds import double_words

FIRST = ("company", "starts_at", "interviewers", "callback_by")
"""The fields that are shown at once."""
_PASTE_HINT = "or paste, here or in any field: the text of an invitation, a calendar, a signature"


def sheet(context: FormContext, known: Known) -> Sheet[Done]:
    """The form for a new interview."""
    promise = when(
        context, "callback_by", "Answer by", dates=True, office=office_typed(context, context.zone),
        language=language_typed, whole=True,
        hint="if they have named a day: fri, 27 nov, end of next week",
    )  # fmt: skip
    fields = [*fact_fields(context, known, blank(context), doubled(context, known)), promise]
    pastes = Pastes(context, known.interviews)
    return Sheet(
        title="Add an interview",
        fields=[_with_paste(one) for one in first_of(fields, FIRST)],
        finish=lambda answers: answer(context, known, answers, pastes.meeting),
        verb="add",
        rest=rest_of(fields, FIRST),
        known=lambda texts: _supposed(context, known, texts),
        filling=pastes.read,
    )


def _with_paste(one: AnyField) -> AnyField:
    """The company's field says what may be pasted: into that one as into any other."""
    return with_value(one, hint=_PASTE_HINT) if one.name == "company" else one


def first_of(fields: Sequence[AnyField], names: Sequence[str]) -> list[AnyField]:
    """The same fields with those named in front, in that order."""
    front = [one for name in names for one in fields if one.name == name]
    return [*front, *(one for one in fields if one.name not in names)]


def rest_of(fields: Sequence[AnyField], names: Sequence[str]) -> frozenset[str]:
    """The names of the others."""
    return frozenset(one.name for one in fields) - frozenset(names)


def _supposed(context: FormContext, known: Known, texts: Texts) -> Texts:
    """What stands in the fields that are left alone, as company and start are typed."""
    nothing = {"role": "", "zone": context.zone.key, "country": "", "language": "", "contacts": ""}
    return nothing | known_of(company_typed(texts), known) | {"ends_at": _length(context, texts)}


def _length(context: FormContext, texts: Texts) -> str:
    office, language = office_typed(context, context.zone)(texts), language_typed(texts)
    with suppress(Wrong):
        span = context.span(texts.get("starts_at", ""), office, language)
        if span.end is not None:
            return f"{(span.end - span.start) // timedelta(minutes=1)} min"
    return blank(context).ends


def doubled(context: FormContext, known: Known) -> Remark:
    """What is said of a start at which the same interview seems to be on the board already."""

    def remark(found: date, texts: Texts) -> str:
        company = texts.get("company", "")
        if not company.strip() or not isinstance(found, datetime):
            return ""
        typed = Interview(
            id="", company=company, role=texts.get("role", ""), zone="UTC", starts_at=found, ends_at=found,
            mode="recorded" if texts.get("mode") == "recorded" else "other",
        )  # fmt: skip
        there = the_same(typed, known.interviews)
        if there is None:
            return ""
        words = double_words(Double(typed, there), context.zone)
        return f"{words[:1].lower()}{words[1:]}"

    return remark


def answer(
    context: FormContext, known: Known, answers: Answers, as_meeting: Callable[[Interview], Interview]
) -> Done:
    """The new interview, with the promised answer as its first event. Raises `Wrong`.

    `as_meeting` gives it as the meeting of a calendar that it may be.
    """
    interview = as_meeting(new_interview(context, answers, events=_promised(context, answers)))
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
