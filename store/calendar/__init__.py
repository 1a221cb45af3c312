"""Calendar invitations: one `.ics` file read into one plain value.

Knows nothing of the database or of ringback's own records. Importing this package is cheap; the calendar
library is loaded by the first invitation.
"""

from store.calendar.invitation import Invitation, calendar_part, interview_id, read_invitation
from store.calendar.lines import NeedsAnswer, Unreadable
from store.calendar.people import Guest

__all__ = [
    "Guest",
    "Invitation",
    "NeedsAnswer",
    "Unreadable",
    "calendar_part",
    "interview_id",
    "read_invitation",
]
