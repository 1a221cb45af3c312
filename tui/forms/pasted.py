"""What is pasted into the form of a new interview, as the texts of its fields.

It is read as the board reads what it takes in: the text of an invitation, a calendar, a signature.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from store.book import Book
from store.calendar import Answers as CalendarAnswers
from store.changes import invitations
from store.exchange import BadFile
from store.intake.given import Asks, Given
from store.intake.letters import Letter, read_letter
from store.intake.people import people_in, reachable
from store.intake.reading import meetings_of
from store.intake.source import Incoming, Look, look_at
from store.interview import Interview
from store.languages import counted
from store.people.notation import people_lines, with_ids
from store.people.senders import company_of
from store.zones import known_zone
from tui.forms.context import FormContext
from tui.forms.fields import Filling
from tui.forms.filled import clock_text, filled

_NAME = "What you pasted"
_UNKNOWN = "?"
"""Stands for a company that a calendar does not tell."""
_NOBODY = "nobody@ringback.invalid"
_LONG_TEXTS = frozenset({"notes", "topics", "questions", "loose_ends"})
"""Fields whose text may name people without being about them."""
_ONE_LINE = frozenset({"company", "starts_at", "ends_at", "callback_by", "role", "round", "link", "location"})
"""Fields in which a letter of many lines cannot be meant to stand."""

_CLOSE = 2
"""Lines that a signature may have above it."""


@dataclass
class Pastes:
    """Reads pastes for one form, and remembers which meetings of a calendar they were."""

    context: FormContext
    interviews: Sequence[Interview] = ()
    """Those on the board."""
    meetings: list[Interview] = field(default_factory=list)

    def read(self, text: str, name: str) -> Filling | None:
        """What a paste into the field of that name holds for several; None where it is a text for it."""
        if "\n" not in text.strip().replace("\r", "\n"):
            return None  # a time, a name, an address: whatever the field asks for
        try:
            look = look_at(as_incoming(text))
            if look.calendars:
                return self._of_calendar(look)
        except (BadFile, Asks):
            return None
        if look.kind in ("text", "mail", "mbox") and (filling := self._of_letter(look, name)) is not None:
            return filling
        return self._of_people(look, name) if look.kind in ("text", "card", "mail") else None

    def meeting(self, interview: Interview) -> Interview:
        """The interview as the meeting that it was pasted as, so that a later version of that finds it."""
        same = (one for one in reversed(self.meetings) if one.starts_at == interview.starts_at)
        if (found := next(same, None)) is None:
            return interview
        return replace(interview, id=found.id, calendar=found.calendar)

    @property
    def _given(self) -> Given:
        here = self.context
        by = replace(here.read_by, now=here.now.replace(second=0, microsecond=0))
        return Given(CalendarAnswers(here.zone.key, here.mine), by)

    def _of_letter(self, look: Look, name: str) -> Filling | None:
        """What a letter says; one without a time only where it cannot be meant for the field itself."""
        letter = read_letter(look.words, self._given.by)
        words, said = "the text of an invitation", ""
        if not letter.says_anything:
            signed = len(letter.contacts.splitlines())
            if name not in _ONE_LINE or not signed or len(look.words.splitlines()) <= signed + _CLOSE:
                return None  # a signature alone is of people
            words, said = "the text", "No time of an interview was found in it."
        elif letter.start is None:
            said = f"It names several times: {', '.join(letter.times[:3])}."
        texts = texts_of(letter, self.context.zone.key)
        return Filling(words=words, texts=texts, picks=picks_of(letter.mode), said=said)

    def _of_calendar(self, look: Look) -> Filling | None:
        """Its first meeting. Raises BadFile and Asks."""
        given = self._given
        try:
            read, _ = meetings_of(look, given)
        except Asks as asks:
            kinds = {one.kind for one in asks.questions}
            answers = replace(
                given.answers,
                zone=given.answers.user_zone if "zone" in kinds else None,
                company=_UNKNOWN if "company" in kinds else None,
                me=(*given.answers.me, _NOBODY) if "me" in kinds else given.answers.me,
            )
            read, _ = meetings_of(look, replace(given, answers=answers))
        book = Book({})
        for one in read:
            book, _ = invitations.take_all(book, one, given.by.now)
        found = sorted(book.interviews.values(), key=lambda one: one.starts_at)
        return self._of_meeting(found[0], len(found) - 1) if found else None

    def _of_meeting(self, meeting: Interview, more: int) -> Filling:
        if any(one.id == meeting.id for one in self.interviews):
            said = f"That meeting is on the board already: {meeting.company}."
            return Filling(words="the calendar", texts={}, said=said)
        self.meetings.append(meeting)
        said = f"It holds {counted(more, 'more meeting')}: a calendar is taken in whole on the board."
        return Filling(
            words="the calendar", texts=_meeting_texts(meeting), picks=picks_of(meeting.mode),
            said=said if more else "",
        )  # fmt: skip

    def _of_people(self, look: Look, name: str) -> Filling | None:
        """Whoever signed, where the text is of people and nothing else."""
        if name in _LONG_TEXTS:
            return None
        found = people_in(look, self._given)
        if found.left or not reachable(found):
            return None
        people, contacts = with_ids(found.people), with_ids(found.contacts)
        if name == "contacts":
            people, contacts = (), (*people, *contacts)
        mail = next((one.email for one in (*people, *contacts) if one.email), "")
        texts = {
            "interviewers": people_lines(people), "contacts": people_lines(contacts),
            "company": company_of(mail) if mail else "",
        }  # fmt: skip
        return Filling(words="the signature", texts={key: text for key, text in texts.items() if text})


def as_incoming(text: str) -> Incoming:
    """A paste as what comes in, without the second break that terminals make of a line's CRLF."""
    lines = text.split("\n")
    doubled = len(lines) > 3 and not any(map(str.strip, lines[1::2]))
    whole = "\n".join(lines[::2]) if doubled else text
    return Incoming(_NAME, whole.encode("utf-8", "replace"))


def texts_of(letter: Letter, zone_key: str) -> dict[str, str]:
    """What stands in the fields of a new interview, by their names, as if it had been typed."""
    zone = known_zone(zone_key)
    found = {
        "company": letter.company,
        "role": letter.role,
        "interviewers": letter.interviewers,
        "contacts": letter.contacts,
        "link": letter.link,
        "notes": letter.text,
    }
    if letter.start is not None and zone is not None:
        found["starts_at"] = clock_text(letter.start, zone)
        if letter.end is not None:
            found["ends_at"] = f"{int((letter.end - letter.start).total_seconds()) // 60} min"
    return {name: text for name, text in found.items() if text}


def picks_of(mode: str) -> dict[str, tuple[str, ...]]:
    """What is picked in the form of a new interview: nothing where it is not told how they meet."""
    return {} if mode == "other" else {"mode": (mode,)}


def _meeting_texts(meeting: Interview) -> dict[str, str]:
    stands = filled(meeting)
    found = {
        "company": "" if stands.company == _UNKNOWN else stands.company, "role": stands.role,
        "round": stands.round, "starts_at": stands.starts, "ends_at": stands.ends, "zone": stands.zone,
        "interviewers": people_lines(stands.interviewers), "contacts": people_lines(stands.contacts),
        "location": stands.location, "link": stands.link, "notes": stands.notes,
    }  # fmt: skip
    return {name: text for name, text in found.items() if text}
