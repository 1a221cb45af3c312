"""The next round of an application: the form for a new interview, filled in as far as it is known."""

from __future__ import annotations

from dataclasses import replace as with_value

from store.changes.joining import as_next_round
from store.interview import Interview
from store.rules.application import counts_from
from tui.forms.add import added, doubled, first_of, new_interview, rest_of
from tui.forms.context import FormContext
from tui.forms.done import Done
from tui.forms.facts import fact_fields
from tui.forms.fields import Answers, Sheet, Wrong
from tui.forms.filled import carried_on
from tui.forms.known import Known

_FIRST = ("round", "starts_at", "interviewers")
"""The fields that are shown at once: what is new."""


def sheet(context: FormContext, known: Known, earlier: Interview, notes: str = "") -> Sheet[Done]:
    """The form, which begins at what is new: round and time. `notes` stand in it already."""
    stands = with_value(carried_on(earlier), notes=notes)
    fields = fact_fields(context, known, stands, doubled(context, known))
    return Sheet(
        title=f"{earlier.company}: the next round",
        intro=f"After {_called(earlier)}. Of the people, take out whoever will not be there.",
        fields=first_of(fields, _FIRST),
        finish=lambda answers: answer(context, known, earlier, answers),
        first="round",
        rest=rest_of(fields, _FIRST),
        verb="add",
    )


def answer(context: FormContext, known: Known, earlier: Interview, answers: Answers) -> Done:
    """The new interview, as a round of the same application: one step. Raises `Wrong`."""
    new = new_interview(context, answers, known=earlier.people)
    if counts_from(new) <= counts_from(earlier):
        raise Wrong(f"That is not after {_called(earlier)}, and so no next round.", "starts_at")
    joined = as_next_round(new, earlier, known.interviews)
    return added(context, known, f"added {new.company}, {new.round or 'the next round'}", joined)


def _called(one: Interview) -> str:
    return one.round or "the last round"
