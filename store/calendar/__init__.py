"""Calendar invitations: one `.ics` file read into one plain value.

Knows nothing of the database or of ringback's own records. Importing this package is cheap; the calendar
library is loaded by the first invitation.
"""

from store.calendar.invitation import calendar_part, interview_id, read_invitation
from store.calendar.terms import Guest, Invitation, NeedsAnswer, Unreadable

__all__ = [
    "Guest",
    "Invitation",
    "NeedsAnswer",
    "Unreadable",
    "calendar_part",
    "interview_id",
    "read_invitation",
]
