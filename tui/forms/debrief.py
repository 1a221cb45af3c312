"""Right after the interview: who was there, what they promised, what was talked about."""

from __future__ import annotations

from typing import Any

from store.changes.moves import Move, chain, edit, log
from store.interview import AnyEvent, Debriefed, Interview, Promised
from store.people.notation import as_people
from store.rules.board import Card
from store.rules.office import office_of
from tui.forms.common_fields import list_field, loose_end_lines, loose_ends_field
from tui.forms.context import FormContext
from tui.forms.done import Done, tried
from tui.forms.facts import PEOPLE_HINT
from tui.forms.fields import Answers, Line, Lines, Sheet, Wrong
from tui.forms.owes import owed, owes_fields
from tui.forms.people_field import people_field, people_typed
from tui.forms.promise import call_after
from tui.forms.times import promised_limit, when


def sheet(context: FormContext, card: Card) -> Sheet[Done]:
    """The form for what is soon forgotten."""
    one = card.interview
    office = office_of(one, context.policy)
    return Sheet(
        title=f"Debrief: {one.company}{f', {one.round}' if one.round else ''}",
        intro="While it is fresh: all of it helps the thank-you or the call, and none of it is needed.",
        fields=[
            people_field(
                context, "interviewers", "Who was there", one.interviewers, beside=one.contacts,
                company=one.company, hint=PEOPLE_HINT,
            ),
            when(
                context, "callback_by", "Answer by", dates=True, office=office, language=one.language or "",
                remark=call_after(context, [card]), whole=True,
                hint="the day they named: fri, 27 nov, end of next week",
            ),
            Line(
                name="quote",
                label="In their words",
                hint="about when: “by the end of next week”; also where they named no day",
            ),
            *owes_fields(context, office, one.language or ""),
            list_field("topics", "Topics", "\n".join(one.topics), "what was talked about, one a line"),
            loose_ends_field(loose_end_lines(one.loose_ends)),
            Lines(name="notes", label="Notes", value=one.notes, hint="what you had in common, how it felt"),
            list_field("questions", "Questions", "\n".join(one.questions), "to ask them next, one a line"),
        ],
        finish=lambda answers: answer(context, card, answers),
    )  # fmt: skip


def answer(context: FormContext, card: Card, answers: Answers) -> Done:
    """The facts that changed, the promise, made as the interview ended, and that it was debriefed.

    What they said about when without a day is noted with the debrief. Raises `Wrong`.
    """
    one, now = card.interview, context.now
    changes = _changes(context, one, answers)
    moves: list[Move] = [edit(changes, now=now)] if changes else []
    events: list[AnyEvent] = []
    note = answers["quote"]
    if (promise := promised_limit(answers)) is not None:
        limit, quote = promise
        at = min(one.ends_at, now)
        events.append(Promised(id=context.new_id("e"), at=at, callback_by=limit, quote=quote))
        note = ""
    events += owed(context, answers)
    if note or not is_debriefed(one):
        events.append(Debriefed(id=context.new_id("e"), at=now, note=note))
    if events:
        moves.append(log(*events, now=now))
    if not moves:
        raise Wrong("Nothing was noted yet.")
    done = Done(words=f"debriefed {one.company}", moves={one.id: chain(*moves)})
    return tried(done, [one])


def _changes(context: FormContext, one: Interview, answers: Answers) -> dict[str, tuple[Any, Any]]:
    """What differs: the value seen, and the value wanted."""
    wanted: dict[str, Any] = {name: answers[name] for name in ("topics", "loose_ends", "notes", "questions")}
    met, offices = people_typed(answers)
    people = as_people((*met, *offices), one.people, lambda: context.new_id("p"))
    wanted["interviewers"] = people[: len(met)]
    there = {person.id for person in people}
    others = tuple(contact for contact in one.contacts if contact.id not in there)
    wanted["contacts"] = (*others, *people[len(met) :])
    return {
        name: (getattr(one, name), value) for name, value in wanted.items() if value != getattr(one, name)
    }


def is_debriefed(one: Interview) -> bool:
    """Whether it has been debriefed, or that was waved off."""
    return any(isinstance(event, Debriefed) for event in one.events)
