"""Meetings: the next round by an invitation, a new time, one that is called off, and what is none of it."""

from __future__ import annotations

import pytest

from store.book import Book
from store.calendar import interview_id, read_calendar
from store.calendar.answers import Answers
from store.changes.invitations import take_all
from store.hearing.hearing import Ear, MessageFindings
from store.hearing.known import KnownCards
from store.hearing.surroundings import Surroundings
from tests.making import BERLIN, POLICY
from tests.store.hearing.invitations import UID, invitation, mailed
from tests.store.hearing.listener import BEGAN, NOW, ROBIN, globex, hear, initech, kinds


def with_meeting(calendar: bytes) -> Book:
    """A board that has taken in that invitation beside its cards."""
    book = Book({"iv-1": globex(), "iv-2": initech()})
    answers = Answers("Europe/Berlin", ("robin@mail.example",), company="Globex", role="Data engineer")
    return take_all(book, read_calendar(calendar, answers, NOW), NOW)[0]


def in_calendar(raw: bytes, book: Book) -> MessageFindings:
    """What a file of a calendar folder comes to."""
    known = KnownCards(book.interviews.values(), dict.fromkeys(book.interviews, BEGAN))
    return Ear(book, Surroundings(known, ROBIN, POLICY, BERLIN, NOW)).hear_calendar(raw, "m1.ics")


def test_an_invitation_of_somebody_on_a_card_is_the_next_round() -> None:
    (one,) = hear(mailed(invitation())).proposals
    assert one.meeting is not None and one.event is None
    assert one.interview is None and one.joins == "iv-1" and one.cards == ("iv-1",)
    assert (one.meeting.uid, one.meeting.company, one.meeting.method) == (UID, "Globex", "REQUEST")


def test_what_its_mail_says_besides_is_proposed_too() -> None:
    raw = mailed(invitation(), text="Hi Robin,\n\nplease send us your slides by Monday.\n\nAda")
    assert kinds(hear(raw)) == ["meeting", "owes"]


def test_a_known_meeting_moves_or_is_called_off() -> None:
    book = with_meeting(invitation())
    key = interview_id(UID)
    (moved,) = in_calendar(
        invitation(sequence=1, start="20261203T090000Z", end="20261203T100000Z"), book
    ).proposals
    assert moved.interview == key and moved.meeting is not None and moved.meeting.starts_at.day == 3
    (off,) = in_calendar(invitation("CANCEL", sequence=2), book).proposals
    assert off.interview == key and off.meeting is not None and off.meeting.method == "CANCEL"


def test_a_date_that_is_added_to_a_meeting_that_was_is_proposed() -> None:
    added = invitation("ADD", sequence=1)
    past = invitation(start="20261124T090000Z", end="20261124T100000Z")
    (one,) = in_calendar(added, with_meeting(past)).proposals
    assert one.interview == interview_id(UID) and one.meeting is not None and one.meeting.starts_at.day == 2
    assert in_calendar(added, with_meeting(invitation(start="20261201T090000Z"))).proposals == ()
    assert in_calendar(added, Book({"iv-1": globex()})).proposals == ()


def test_what_is_known_already_is_not_proposed() -> None:
    assert in_calendar(invitation(), with_meeting(invitation())).proposals == ()
    assert in_calendar(invitation(), with_meeting(invitation(sequence=3))).proposals == ()


def test_a_cancellation_of_an_unknown_meeting_is_nothing() -> None:
    assert hear(mailed(invitation("CANCEL"))).proposals == () or kinds(
        hear(mailed(invitation("CANCEL")))
    ) == ["heard"]


@pytest.mark.parametrize(
    ("raw", "proposed"),
    [
        (invitation(), True),
        (invitation(organiser="joan@globex.example"), True),
        (invitation(organiser="zoe@else.example", summary="Interview with Hooli"), True),
        (invitation(organiser="zoe@else.example", summary="Vorstellungsgespräch"), True),
        (invitation(organiser="zoe@else.example", summary="Dentist"), False),
        (invitation(start="20261102T090000Z", end="20261102T100000Z"), False),
        (b"BEGIN:VCALENDAR\r\nnonsense", False),
        (b"\x00\xff", False),
    ],
)
def test_which_new_meetings_of_a_calendar_are_proposed(raw: bytes, proposed: bool) -> None:
    book = Book({"iv-1": globex(), "iv-2": initech()})
    assert bool(in_calendar(raw, book).proposals) == proposed


def test_a_guest_of_one_card_and_an_inviter_of_another_company_are_asked_about() -> None:
    raw = invitation(organiser="joan@initech.example").replace(
        b"END:VEVENT", b"ATTENDEE;CN=Ada Okafor:mailto:ada@globex.example\r\nEND:VEVENT"
    )
    (one,) = in_calendar(raw, Book({"iv-1": globex(), "iv-2": initech()})).proposals
    assert one.joins is None and sorted(one.choices) == ["iv-1", "iv-2"]


def test_a_meeting_that_was_entered_by_hand_is_not_proposed_again() -> None:
    later = globex(
        id="iv-8",
        starts_at=NOW.replace(month=12, day=2, hour=9),
        ends_at=NOW.replace(month=12, day=2, hour=10),
    )
    book = Book({"iv-1": globex(), "iv-8": later})
    assert in_calendar(invitation(), book).proposals == ()
