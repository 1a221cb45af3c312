"""What they said about when without naming a day: it is noted with the debrief."""

from __future__ import annotations

from datetime import datetime

from store.interview import Debriefed, Interview
from store.rules.standing import known_events


def undated_words(one: Interview, now: datetime) -> str:
    """Their words, last noted; blank where none were."""
    notes = [event.note for event in known_events(one, now) if isinstance(event, Debriefed)]
    return next((" ".join(note.split()) for note in reversed(notes) if note.strip()), "")
