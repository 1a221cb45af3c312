"""What came of a call."""

from __future__ import annotations

from collections.abc import Mapping

from store.changes.moves import log
from store.interview import AnyEvent, Called, Closed, Outcome
from store.rules.board import Card
from store.rules.channel import last_named
from store.rules.office import office_of
from store.rules.words import OUTCOME_WORDS
from tui.forms.common_fields import first_name, who_field
from tui.forms.context import FormContext
from tui.forms.done import Done, on_each
from tui.forms.fields import Answers, Choice, Line, Option, Sheet, Wrong
from tui.forms.heard import promise_fields, promised
from tui.forms.outcome import RESULT_KEYS
from tui.forms.owes import owed, owes_fields
from tui.forms.times import happened

_REMARKS: Mapping[Outcome, str] = {"reached": "with a new promise, or without"}
CALL_OPTIONS = (
    *(
        Option(value=outcome, key=f"call.{outcome}", words=words, remark=_REMARKS.get(outcome, ""))
        for outcome, words in OUTCOME_WORDS.items()
    ),
    Option(value="offer", key=RESULT_KEYS["offer"], words="an offer", remark="closes the card"),
    Option(value="rejected", key=RESULT_KEYS["rejected"], words="they said no", remark="closes the card"),
)
"""With the keys of the call sheet, and for how it ended those of the form that asks just that."""
WORDS = {
    "reached": "called {}",
    "voicemail": "left a message for {}",
    "no_answer": "no answer from {}",
    "offer": "an offer from {}",
    "rejected": "{} said no",
}


def sheet(context: FormContext, card: Card, outcome: str | None = None, to: str | None = None) -> Sheet[Done]:
    """The form for a call made; `outcome` and `to` are picked already where they are known."""
    one = card.interview
    advised = card.follow_up.to if card.follow_up is not None else last_named(card.course)
    callee = to or advised or next((person.id for person in one.people if person.phone), None)
    return Sheet(
        title=f"The call to {one.company}",
        fields=[
            Choice(name="outcome", label="It was", options=CALL_OPTIONS, value=outcome),
            *who_field(one.people, "To", callee, phones=True),
            *promise_fields(context, card),
            Line(name="note", label="Note", hint="may stay blank"),
            *owes_fields(context, office_of(one, context.policy), one.language or ""),
            happened(context, language=one.language or ""),
        ],
        finish=lambda answers: answer(context, card, answers),
    )


def answer(context: FormContext, card: Card, answers: Answers) -> Done:
    """The call, then the promise made in it, or how it ended. Raises `Wrong` where these do not fit."""
    outcome, at, to = answers["outcome"], answers["at"], answers.get("to")
    unanswered = outcome in ("voicemail", "no_answer")
    made = promised(context, answers)
    if made and outcome != "reached":
        raise Wrong(
            "An answer by a day is promised by someone you reached: choose that, or clear this.",
            "callback_by",
        )
    events: list[AnyEvent] = [
        Called(
            id=context.new_id("e"),
            at=at,
            outcome=outcome if unanswered else "reached",
            to=to,
            note=answers["note"] if unanswered or outcome == "reached" else "",
        ),
        *made,
    ]  # fmt: skip
    ended: Closed | None = None
    if outcome in ("offer", "rejected"):
        ended = Closed(id=context.new_id("e"), at=at, result=outcome, note=answers["note"])
        events.append(ended)
    events += owed(context, answers, to)
    who = first_name(card.interview, to, card.interview.company)
    return on_each(WORDS[outcome].format(who), [card], log(*events, now=context.now), closed=ended)
