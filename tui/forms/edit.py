"""Edit the facts of an interview; only what was changed is written.

Values that two windows wrote at the same time are shown with it, and one of them is settled on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace as with_value
from datetime import UTC, datetime
from typing import Any

from store.changes import joining
from store.changes.joining import Joined
from store.changes.moves import Move, as_text, chain, edit, settle_conflict
from store.interview import MODES, Conflict, Interview
from store.languages import listed
from store.people.notation import as_people
from store.rules.office import office_of
from tui.forms.common_fields import read_lines, read_loose_ends, read_zone
from tui.forms.context import FormContext
from tui.forms.done import Done, tried
from tui.forms.facts import FIELD_WORDS, fact_fields, plain_values
from tui.forms.fields import Answers, Choice, Option, Sheet, Wrong
from tui.forms.filled import filled
from tui.forms.joining import asking, renaming
from tui.forms.known import Known
from tui.forms.people_field import conflicting_people, people_typed

_KEEP, _TAKE, _LATER = "keep", "take", "later"


def sheet(context: FormContext, known: Known, interview: Interview, first: str = "") -> Sheet[Done]:
    """The form with the facts as they are; conflicts come first. `first`: the field to begin at."""
    return Sheet(
        title=f"Edit {interview.company}",
        fields=[*_conflict_fields(interview), *fact_fields(context, known, filled(interview))],
        finish=lambda answers: answer(context, known, interview, answers),
        first=first,
    )


def answer(context: FormContext, known: Known, interview: Interview, answers: Answers) -> Done:
    """The changes against what the user saw. Raises `Wrong`, also for a record that would not hold."""
    wanted = plain_values(answers) | people_values(context, interview, answers)
    changes: dict[str, tuple[Any, Any]] = {
        name: (getattr(interview, name), value)
        for name, value in wanted.items()
        if _normal(value) != _normal(getattr(interview, name))
    }
    decided = _decide(context, interview, answers, changes)
    if not changes and not decided:
        raise Wrong("Nothing was changed.")
    done = _edited(context, interview, changes, decided)
    after = done.moves[interview.id](interview)
    asks = joining.asked(after, known.interviews, interview)
    if asks is None:
        return done

    def with_answer(joined: Joined) -> Done:
        name = joined.interview.opportunity
        own = (
            changes
            if name == after.opportunity
            else {**changes, "opportunity": (interview.opportunity, name)}
        )
        one = _edited(context, interview, own, decided)
        others = renaming(known.interviews, joined, context.now)
        return with_value(one, moves={**one.moves, **others})

    question = asking(asks, after, with_answer(asks.yes), with_answer(asks.no), context.zone)
    return with_value(done, question=question)


def _decide(
    context: FormContext, interview: Interview, answers: Answers, changes: dict[str, tuple[Any, Any]]
) -> list[Conflict]:
    """The conflicts that are decided; what is taken of them is put into the changes. Raises `Wrong`."""
    decided = []
    for place, one in enumerate(interview.conflicts):
        choice = answers.get(_choice_name(place), _LATER)
        if choice == _LATER:
            continue
        if choice == _TAKE:
            if one.field in changes:
                raise Wrong(
                    "That field is changed below as well: take one or the other.", _choice_name(place)
                )
            changes[one.field] = (getattr(interview, one.field), _taken(context, interview, one))
        decided.append(one)
    return decided


def _edited(
    context: FormContext, interview: Interview, changes: Mapping[str, tuple[Any, Any]],
    decided: Sequence[Conflict],
) -> Done:  # fmt: skip
    """These changes, and these conflicts settled. Raises `Wrong`."""
    move = chain(edit(changes, now=context.now), _settled(decided))
    return tried(Done(words=_words(interview, changes), moves={interview.id: move}), [interview])


def people_values(context: FormContext, interview: Interview, answers: Answers) -> dict[str, Any]:
    """Interviewers and contacts; who goes from the one list to the other keeps their id."""
    fresh = lambda: context.new_id("p")  # noqa: E731
    met, contacts = people_typed(answers)
    people = as_people((*met, *contacts), interview.people, fresh)
    first = len(met)
    return {"interviewers": people[:first], "contacts": people[first:]}


def _normal(value: Any) -> Any:
    return value.astimezone(UTC).replace(microsecond=0) if isinstance(value, datetime) else value


def _taken(context: FormContext, interview: Interview, conflict: Conflict) -> Any:
    """The other window's value, read back from its text. Raises `Wrong` where it cannot be."""
    text = conflict.value
    match conflict.field:
        case "starts_at" | "ends_at":
            return context.read(text, office_of(interview, context.policy), dates=False)
        case "interviewers" | "contacts":
            return as_people(conflicting_people(text), interview.people, lambda: context.new_id("p"))
        case "topics" | "questions":
            return read_lines(text, {})
        case "loose_ends":
            return read_loose_ends(text, {})
        case "zone":
            return read_zone(text, {})
        case "mode":
            return text if text in MODES else "other"
        case "opportunity" | "country" | "language":
            return text or None
        case _:
            return text


def _words(interview: Interview, changes: Mapping[str, Any]) -> str:
    what = [FIELD_WORDS[name].lower() for name in changes]
    if not what:
        return f"settled a conflict of {interview.company}"
    return f"edited {interview.company} ({listed(what) if len(what) < 4 else f'{len(what)} fields'})"


# Conflicts


def _choice_name(place: int) -> str:
    """The name of the field for the conflict at that place."""
    return f"conflict{place}"


def _conflict_fields(interview: Interview) -> list[Choice]:
    """One choice for each conflict, with the value that stands and the other one."""
    return [_conflict_field(interview, place, one) for place, one in enumerate(interview.conflicts)]


def _conflict_field(interview: Interview, place: int, conflict: Conflict) -> Choice:
    here = as_text(getattr(interview, conflict.field, ""))
    return Choice(
        name=_choice_name(place),
        label=f"! {FIELD_WORDS.get(conflict.field, conflict.field)}",
        value=_LATER,
        options=[
            Option(value=_KEEP, key="k", words="keep", remark=_brief(here)),
            Option(value=_TAKE, key="t", words="take", remark=_brief(conflict.value)),
            Option(value=_LATER, key="l", words="decide later"),
        ],
    )


def _brief(text: str) -> str:
    return f"“{'; '.join(text.splitlines())}”" if text else "(nothing)"


def _settled(conflicts: Sequence[Conflict]) -> Move:
    """Take these off the card, wherever they stand in its list by now."""

    def move(interview: Interview) -> Interview:
        for one in conflicts:
            if one in interview.conflicts:
                interview = settle_conflict(interview.conflicts.index(one))(interview)
        return interview

    return move
