"""Edit the facts of an interview; only what was changed is written."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from store.changes.moves import edit
from store.interview import MODES, Conflict, Interview, zone_of
from store.people.lines import as_people
from tui.forms.conflicts import FIELD_WORDS, LATER, TAKE, conflict_fields, name_of, settled
from tui.forms.done import Done, chain, listed, tried
from tui.forms.facts import Known, fact_fields, plain_values
from tui.forms.fields import Answers, Sheet, Wrong
from tui.forms.lists import read_lines, read_loose_ends, read_people
from tui.forms.moment import Moment
from tui.forms.zones import read_zone


def sheet(moment: Moment, known: Known, interview: Interview, first: str = "") -> Sheet[Done]:
    """The form with the facts as they are; conflicts come first. `first`: the field to begin at."""
    return Sheet(
        title=f"Edit {interview.company}",
        fields=[*conflict_fields(interview), *fact_fields(moment, known, interview)],
        finish=lambda answers: answer(moment, interview, answers),
        first=first,
    )


def answer(moment: Moment, interview: Interview, answers: Answers) -> Done:
    """The changes against what the user saw. Raises `Wrong`, also for a record that would not hold."""
    wanted = plain_values(answers) | people_values(moment, interview, answers)
    changes: dict[str, tuple[Any, Any]] = {
        name: (getattr(interview, name), value)
        for name, value in wanted.items()
        if _normal(value) != _normal(getattr(interview, name))
    }
    decided = [
        (place, one)
        for place, one in enumerate(interview.conflicts)
        if answers.get(name_of(place), LATER) != LATER
    ]
    for place, one in decided:
        if answers[name_of(place)] == TAKE:
            if one.field in changes:
                raise Wrong("That field is changed below as well: take one or the other.", name_of(place))
            changes[one.field] = (getattr(interview, one.field), taken(moment, interview, one))
    if not changes and not decided:
        raise Wrong("Nothing was changed.")
    move = chain(edit(changes, now=moment.now), settled([one for _, one in decided]))
    done = Done(words=_words(interview, changes), moves={interview.id: move})
    return tried(done, [interview])


def people_values(moment: Moment, interview: Interview, answers: Answers) -> dict[str, Any]:
    """Interviewers and contacts; who goes from the one list to the other keeps their id."""
    fresh = lambda: moment.new_id("p")  # noqa: E731
    lines = (*answers["interviewers"], *answers["contacts"])
    people = as_people(lines, interview.people, fresh)
    first = len(answers["interviewers"])
    return {"interviewers": people[:first], "contacts": people[first:]}


def _normal(value: Any) -> Any:
    return value.astimezone(UTC).replace(microsecond=0) if isinstance(value, datetime) else value


def taken(moment: Moment, interview: Interview, conflict: Conflict) -> Any:
    """The other window's value, read back from its text. Raises `Wrong` where it cannot be."""
    text = conflict.value
    match conflict.field:
        case "starts_at" | "ends_at":
            return moment.read(text, zone_of(interview), dates=False)
        case "interviewers" | "contacts":
            return as_people(read_people(text, {}), interview.people, lambda: moment.new_id("p"))
        case "topics" | "questions":
            return read_lines(text, {})
        case "loose_ends":
            return read_loose_ends(text, {})
        case "zone":
            return read_zone(text, {})
        case "mode":
            return text if text in MODES else "other"
        case "opportunity":
            return text or None
        case _:
            return text


def _words(interview: Interview, changes: dict[str, Any]) -> str:
    what = [FIELD_WORDS[name].lower() for name in changes]
    if not what:
        return f"settled a conflict of {interview.company}"
    return f"edited {interview.company} ({listed(what) if len(what) < 4 else f'{len(what)} fields'})"
