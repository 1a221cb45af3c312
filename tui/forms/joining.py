"""Whether interviews belong to one application, as forms ask it and as they write it down."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from store.changes.joining import Joined, Joining
from store.changes.moves import Move, edit
from store.interview import Interview
from tui.forms.done import AskedFirst, Done
from tui.words.rounds import asked_words


def renaming(interviews: Iterable[Interview], joined: Joined, now: datetime) -> dict[str, Move]:
    """The moves that give other rounds the name of their application."""
    return {
        one.id: edit({"opportunity": (one.opportunity, joined.renamed[one.id])}, now=now)
        for one in interviews
        if one.id in joined.renamed
    }


def asking(asks: Joining, interview: Interview, yes: Done, no: Done, zone: ZoneInfo) -> AskedFirst:
    """The question on the board, with the change that each answer makes."""
    title, lines = asked_words(asks, interview, zone)
    return AskedFirst(title=title, lines=lines, yes=yes, no=no)
