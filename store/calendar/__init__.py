"""Calendar invitations: one `.ics` file read into one plain value.

Knows nothing of the database or of ringback's own records. Importing this package is cheap; the calendar
library is loaded by the first invitation.
"""

from store.calendar.invitation import (
    Guest,
    Invitation,
    Question,
    Unreadable,
    calendar_part,
    interview_id,
    read_invitation,
)

__all__ = [
    "Guest",
    "Invitation",
    "Question",
    "Unreadable",
    "calendar_part",
    "interview_id",
    "read_invitation",
]
