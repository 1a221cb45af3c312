"""Right after the interview: who was there, what they promised, what was talked about."""

from __future__ import annotations

from typing import Any

from store.changes.moves import Move, edit, log
from store.interview import Promised, iso, zone_of
from store.people.notation import as_people, people_lines
from store.rules.board import Card
from tui.forms.common_fields import list_field, loose_end_lines, loose_ends_field, people_field
from tui.forms.context import FormContext, when
from tui.forms.done import Done, chain, tried
from tui.forms.facts import PEOPLE_HINT
from tui.forms.fields import Answers, Line, Lines, Sheet, Wrong
from tui.forms.promise import call_after


def sheet(context: FormContext, card: Card) -> Sheet[Done]:
    """The form for what is soon forgotten."""
    one = card.interview
    return Sheet(
        title=f"Debrief: {one.company}{f', {one.round}' if one.round else ''}",
        intro="While it is fresh: all of it helps the thank-you or the call, and none of it is needed.",
        fields=[
            people_field("interviewers", "Who was there", people_lines(one.interviewers), PEOPLE_HINT),
            when(
                context, "callback_by", "Answer by", dates=True, zone=zone_of(one),
                remark=call_after(context, [card]), hint="the day they named: fri, 27 nov, end of next week",
            ),
            Line(name="quote", label="In their words", hint="as they said it: “by the end of next week”"),
            list_field("topics", "Topics", "\n".join(one.topics), "what was talked about, one a line"),
            loose_ends_field(loose_end_lines(one.loose_ends)),
            Lines(name="notes", label="Notes", value=one.notes, hint="what you had in common, how it felt"),
            list_field("questions", "Questions", "\n".join(one.questions), "to ask them next, one a line"),
        ],
        finish=lambda answers: answer(context, card, answers),
    )  # fmt: skip


def answer(context: FormContext, card: Card, answers: Answers) -> Done:
    """The facts that changed, and the promise, made as the interview ended. Raises `Wrong`."""
    one, now = card.interview, context.now
    wanted: dict[str, Any] = {name: answers[name] for name in ("topics", "loose_ends", "notes", "questions")}
    people = as_people((*answers["interviewers"],), one.people, lambda: context.new_id("p"))
    wanted["interviewers"] = people
    there = {person.id for person in people}
    wanted["contacts"] = tuple(contact for contact in one.contacts if contact.id not in there)
    changes = {
        name: (getattr(one, name), value) for name, value in wanted.items() if value != getattr(one, name)
    }
    moves: list[Move] = [edit(changes, now=now)] if changes else []
    if answers["callback_by"] is not None:
        at = min(one.ends_at, now)
        limit = iso(answers["callback_by"])
        event = Promised(id=context.new_id("e"), at=at, callback_by=limit, quote=answers["quote"])
        moves.append(log(event, now=now))
    elif answers["quote"]:
        raise Wrong("Which day does that mean? Write it as in: fri, 27 nov.", "callback_by")
    if not moves:
        raise Wrong("Nothing was noted yet.")
    done = Done(words=f"debriefed {one.company}", moves={one.id: chain(*moves)})
    return tried(done, [one])
