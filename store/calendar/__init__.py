"""Calendar invitations: an `.ics` file read into plain values, one for each meeting in it.

Knows nothing of the database or of ringback's own records. Importing this package is cheap; the calendar
library is loaded by the first invitation.
"""

from store.calendar.answers import Answers, KnownMeeting, NeedsAnswer, OpenQuestion, Unreadable
from store.calendar.invitation import Invitation, interview_id, invited
from store.calendar.people import Guest
from store.calendar.reading import CalendarRead, read_calendar
from store.calendar.series import Occurrence

__all__ = [
    "Answers",
    "CalendarRead",
    "Guest",
    "Invitation",
    "KnownMeeting",
    "NeedsAnswer",
    "Occurrence",
    "OpenQuestion",
    "Unreadable",
    "interview_id",
    "invited",
    "read_calendar",
]
