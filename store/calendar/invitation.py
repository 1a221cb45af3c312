"""One invitation read: the parts put together."""

import hashlib
import warnings
from collections.abc import Callable
from datetime import datetime
from email import message_from_bytes, policy
from typing import TypeVar

import msgspec

from store.calendar.answers import Answers, NeedsAnswer, Question, Unreadable
from store.calendar.lines import MeetingLines, the_event
from store.calendar.people import Guest, Party, company_of, party, the_user
from store.calendar.times import meeting_time
from store.calendar.wording import link_of, mode_of, notes_of, single_line
from store.interview import Mode
from store.text import clean
from store.zones import calendar_zone

Answered = TypeVar("Answered")


class Invitation(msgspec.Struct, frozen=True):
    """One interview as its invitation tells it.

    Times are aware, in UTC, whole seconds; `zone` is the IANA name of the interview's zone. `people` are the
    organiser and then the attendees, without the user, rooms and resources. `said` are sentences the user
    should see: what was assumed, left out or cleaned.

    Of a cancellation (`cancelled`) only `uid`, `sequence` and `said` are to be relied upon: nothing is asked
    for it, so its company may be empty and its zone the user's.
    """

    uid: str
    sequence: int
    cancelled: bool
    starts_at: datetime
    ends_at: datetime
    zone: str
    company: str
    role: str
    notes: str
    location: str
    link: str
    mode: Mode
    people: tuple[Guest, ...]
    said: tuple[str, ...]


class CalendarRead(msgspec.Struct, frozen=True):
    """Every meeting of a file, in the order of their starts, and what has to be said of the whole file."""

    meetings: tuple[Invitation, ...]
    said: tuple[str, ...]


def read_calendar(raw: bytes, answers: Answers, now: datetime) -> CalendarRead:
    """The interviews that a calendar file invites to, or calls off; of a series the next date after `now`.

    Raises:
        Unreadable: nothing of the file can be imported.
        NeedsAnswer: `zone`, `me` or `company` is needed; all that is missing is asked for at once.
    """
    if answers.zone is not None and calendar_zone(answers.zone) is None:
        raise Unreadable(f"There is no time zone {answers.zone!r}: --zone takes names such as Europe/Berlin.")
    with warnings.catch_warnings():
        # A warning on the terminal would be drawn over the board.
        warnings.simplefilter("ignore")
        try:
            one = _read(
                raw,
                user_zone=answers.user_zone,
                me=next(iter(answers.me), None),
                zone=answers.zone,
                company=answers.company,
                role=answers.role,
            )
        except (Unreadable, NeedsAnswer):
            raise
        except Exception as fault:  # a file from outside must never bring the program down
            raise Unreadable(f"The invitation cannot be read ({type(fault).__name__}: {fault}).") from fault
    return CalendarRead((one,), ())


def _read(
    raw: bytes, *, user_zone: str, me: str | None, zone: str | None, company: str | None, role: str | None
) -> Invitation:
    event, said = the_event(raw)
    missing: list[Question] = []
    when = _asking(missing, lambda: meeting_time(event, user_zone=user_zone, zone=zone))
    people = party(event)
    user, employer, about_user = _who(event, people, me, company, missing)
    if missing or when is None:
        raise NeedsAnswer(missing)
    guests = people.without(user)
    notes, cut = notes_of(event)
    link, place = link_of(event), single_line(event, "LOCATION")
    return Invitation(
        uid=clean(event.value("UID")),
        sequence=event.sequence,
        cancelled=event.cancelled,
        starts_at=when.starts_at,
        ends_at=when.ends_at,
        zone=when.zone,
        company=employer,
        role=role or "",
        notes=notes,
        location="" if place == link else place,
        link=link,
        mode=mode_of(event, link, place),
        people=guests,
        # What was assumed for an interview that does not take place is of no interest.
        said=tuple(said) if event.cancelled else (*said, *when.said, *about_user, *_nameless(guests), *cut),
    )


def _asking(missing: list[Question], read: Callable[[], Answered]) -> Answered | None:
    """What `read` gives; None, with its question added to the missing, if it has to ask."""
    try:
        return read()
    except NeedsAnswer as asks:
        missing.extend(asks.questions)
        return None


def _who(
    event: MeetingLines, people: Party, me: str | None, company: str | None, missing: list[Question]
) -> tuple[str | None, str, tuple[str, ...]]:
    """The user's address, the company, and what has to be said; what must be asked goes to `missing`."""
    unasked = missing if not event.cancelled else []
    found = _asking(unasked, lambda: the_user(people, me))
    user, said = found or (None, ())
    return user, company or _asking(unasked, lambda: company_of(people, user)) or "", said


def _nameless(guests: tuple[Guest, ...]) -> tuple[str, ...]:
    bare = [guest.email for guest in guests if guest.name == guest.email]
    if not bare:
        return ()
    more = f" and {len(bare) - 5} more" if len(bare) > 5 else ""
    return (f"No name is given for {', '.join(bare[:5])}{more}: the address stands in for it.",)


def interview_id(uid: str) -> str:
    """The id of the interview with this UID: the same for the same UID, whatever file it comes in."""
    return f"ics-{hashlib.sha256(uid.strip().encode('utf-8', 'replace')).hexdigest()[:12]}"


def calendar_part(raw: bytes) -> bytes | None:
    """The calendar inside a saved e-mail, as UTF-8; None where the mail carries none."""
    message = message_from_bytes(raw, policy=policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/calendar", "application/ics"):
            content = part.get_content()
            return content if isinstance(content, bytes) else str(content).encode("utf-8", "replace")
    return None
