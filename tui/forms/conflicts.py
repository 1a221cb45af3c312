"""Values that two windows wrote at the same time: both are shown, and one is settled on."""

from __future__ import annotations

from collections.abc import Sequence

from store.changes.moves import Move, as_text, settle_conflict
from store.interview import Conflict, Interview
from tui.forms.fields import Choice, Option

FIELD_WORDS = {
    "company": "Company", "role": "Role", "round": "Round", "mode": "How", "opportunity": "Application",
    "zone": "Time zone", "starts_at": "Starts", "ends_at": "Ends", "location": "Place", "link": "Link",
    "interviewers": "Interviewers", "contacts": "Contacts", "notes": "Notes", "topics": "Topics",
    "loose_ends": "Loose ends", "questions": "Questions",
}  # fmt: skip
KEEP, TAKE, LATER = "keep", "take", "later"


def name_of(place: int) -> str:
    """The name of the field for the conflict at that place."""
    return f"conflict{place}"


def conflict_fields(interview: Interview) -> list[Choice]:
    """One choice for each conflict, with the value that stands and the other one."""
    return [_field(interview, place, one) for place, one in enumerate(interview.conflicts)]


def _field(interview: Interview, place: int, conflict: Conflict) -> Choice:
    here = as_text(getattr(interview, conflict.field, ""))
    return Choice(
        name=name_of(place),
        label=f"! {FIELD_WORDS.get(conflict.field, conflict.field)}",
        value=LATER,
        options=[
            Option(value=KEEP, key="k", words="keep", remark=_brief(here)),
            Option(value=TAKE, key="t", words="take", remark=_brief(conflict.value)),
            Option(value=LATER, key="l", words="decide later"),
        ],
    )


def _brief(text: str) -> str:
    return f"“{'; '.join(text.splitlines())}”" if text else "(nothing)"


def settled(conflicts: Sequence[Conflict]) -> Move:
    """Take these off the card, wherever they stand in its list by now."""

    def move(interview: Interview) -> Interview:
        for one in conflicts:
            if one in interview.conflicts:
                interview = settle_conflict(interview.conflicts.index(one))(interview)
        return interview

    return move
