"""A company that wants no thanks: what was said of one round goes for the later ones too. Pure."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from store.book import Book
from store.interview import Interview, Thanks, ThanksSkipped
from store.people.letters import fold_words

NO_THANKS_REASON = "no thanks wanted by this company"


def carried(before: Book, after: Book, now: datetime) -> Book:
    """`after`, with the thanks skipped for interviews that are new, or whose company has just said so.

    Interviews in which anybody has been thanked or skipped already are left as they are.
    """
    changed = {
        key: _skipped(one, now)
        for key, one in after.interviews.items()
        if _wants_none(after, one) and (key not in before.interviews or not _wants_none(before, one))
    }
    return after.with_interviews(changed) if changed else after


def _wants_none(book: Book, interview: Interview) -> bool:
    company = fold_words(interview.company)
    return any(one.no_thanks and fold_words(one.name) == company for one in book.companies.values())


def _skipped(interview: Interview, now: datetime) -> Interview:
    if any(isinstance(event, Thanks) for event in interview.events):
        return interview
    event = ThanksSkipped(id="no-thanks", at=now, reason=NO_THANKS_REASON)
    return replace(interview, events=(*interview.events, event))
