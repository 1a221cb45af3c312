"""The next round of an application: the form for a new interview, filled in as far as it is known."""

from __future__ import annotations

from dataclasses import replace as with_value

from store.changes.joining import as_next_round
from store.interview import Interview
from store.rules.application import counts_from
from tui.forms.add import added, doubled, new_interview
from tui.forms.context import FormContext
from tui.forms.done import Done
from tui.forms.facts import Known, carried_on, fact_fields
from tui.forms.fields import Answers, Sheet, Wrong


def sheet(context: FormContext, known: Known, earlier: Interview, notes: str = "") -> Sheet[Done]:
    """The form, which begins at what is new: round and time. `notes` stand in it already."""
    return Sheet(
        title=f"{earlier.company}: the next round",
        intro=f"After {_called(earlier)}. Of the people, take out whoever will not be there.",
        fields=fact_fields(
            context, known, with_value(carried_on(earlier), notes=notes), doubled(context, known)
        ),
        finish=lambda answers: answer(context, known, earlier, answers),
        first="round",
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
