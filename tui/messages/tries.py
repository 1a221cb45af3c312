"""What the user has tried to reach one person with, and nobody has answered yet. Pure."""

from __future__ import annotations

from store.interview import Called, Contact, Emailed, Person, Promised, counts_as
from store.rules.standing import Course, known_events


def tries(known: Course, person: Person | None) -> tuple[Called | Emailed, ...]:
    """The calls and mails to this person that nobody has answered yet, in their order."""
    interview = known.interview
    if person is None or known.last_contact is None:
        return ()
    # A message for nobody in particular may have been for somebody else.
    theirs = {person.id} if len(interview.people) > 1 else {person.id, None}
    found: list[Called | Emailed] = []
    for event in known_events(interview, known.last_contact.at):
        if event.at < interview.ends_at:
            continue
        if isinstance(event, Promised) or (isinstance(event, Contact) and counts_as(event) == "answer"):
            found = []
        elif isinstance(event, Called | Emailed) and event.to in theirs:
            found.append(event)
    return tuple(found)
