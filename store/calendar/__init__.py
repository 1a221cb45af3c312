"""Calendar invitations: an `.ics` file read into plain values, one for each meeting in it.

Knows nothing of the database or of ringback's own records. Importing this package is cheap; the calendar
library is loaded by the first invitation.
"""

from store.calendar.answers import Answers, NeedsAnswer, Question, Unreadable
from store.calendar.invitation import (
    CalendarRead,
    Invitation,
    calendar_part,
    interview_id,
    read_calendar,
)
from store.calendar.people import Guest

__all__ = [
    "Answers",
    "CalendarRead",
    "Guest",
    "Invitation",
    "NeedsAnswer",
    "Question",
    "Unreadable",
    "calendar_part",
    "interview_id",
    "read_calendar",
]
