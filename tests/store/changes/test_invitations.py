"""What an invitation does to a card that is there: which version counts, and who stays."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from store.changes.invitations import known_in
from store.interview import AnyEvent, CalendarEntry, Closed, Heard, Person, Reopened, Thanked, ThanksSkipped
from store.rules.standing import closed_by
from tests.making import at
from tests.store.calendar.calendar_files import NOW
from tests.store.changes.invited_card import ADA, CASES, MIA, TOM, Board, version

# Which version counts


@pytest.mark.parametrize(
    ("first", "second", "moves"),
    [
        ((0, "20261110T100000Z"), (1, "20261111T100000Z"), True),
        ((0, "20261110T100000Z"), (1, "20261109T100000Z"), True),
        ((0, "20261110T100000Z"), (1, ""), True),
        ((1, "20261110T100000Z"), (1, "20261110T100001Z"), True),
        ((1, "20261110T100000Z"), (1, "20261110T100000Z"), False),
        ((1, "20261110T100000Z"), (1, "20261109T100000Z"), False),
        ((1, "20261110T100000Z"), (0, "20261120T100000Z"), False),
        ((1, ""), (1, "20261110T100000Z"), False),
        ((1, "20261110T100000Z"), (1, ""), False),
        ((None, "20261110T100000Z"), (None, "20261111T100000Z"), True),
        ((2, ""), (3, ""), True),
    ],
)
def test_the_later_version_counts(
    first: tuple[int | None, str], second: tuple[int | None, str], moves: bool
) -> None:
    board = Board().take(version(sequence=first[0], stamp=first[1]))
    before = board.book
    board.take(version(sequence=second[0], stamp=second[1], start="20261202T090000Z"))
    assert (board.card.starts_at.day == 2) is moves
    assert (board.book == before) is not moves
    assert ("moved from" in board.words) is moves
    assert ("nothing changed" in board.words) is not moves


def test_the_card_remembers_the_version() -> None:
    board = Board().take(version(sequence=4))
    known = board.card.calendar
    assert known is not None
    assert (known.uid, known.sequence, known.stamp) == ("one@example", 4, at("2026-11-10T10:00"))
    board.take(version(sequence=5, method="CANCEL", stamp="20261112T100000Z"))
    known = board.card.calendar
    assert known is not None and (known.sequence, known.stamp) == (5, at("2026-11-12T10:00"))


def test_an_interview_imported_as_json_takes_any_version() -> None:
    board = Board().take(version(sequence=0))
    board.book = board.book.with_interviews({board.card.id: replace(board.card, calendar=None)})
    assert board.take(version(start="20261202T090000Z")).card.starts_at.day == 2


@pytest.mark.parametrize(
    ("second", "takes"),
    [("06b-same-sequence-later-stamp", "2026-11-30T13:00"), ("06a-invitation", "2026-12-01T09:00")],
)
def test_of_one_number_the_later_stamp_counts(second: str, takes: str) -> None:
    board = Board().take((CASES / "06a-invitation.ics").read_bytes())
    board.take((CASES / f"{second}.ics").read_bytes())
    assert board.card.starts_at == at(takes)


# Called off, and on again


def test_a_cancellation_with_the_number_of_the_invitation_counts_once() -> None:
    board = Board().take(version(sequence=2, stamp=""))
    cancel = version(sequence=2, stamp="", method="CANCEL", start="")
    assert "called off" in board.take(cancel).words
    closed = board.book
    assert board.take(cancel).book == closed


def test_a_cancellation_older_than_the_invitation_is_none() -> None:
    board = Board().take(version(sequence=2))
    board.take(version(sequence=2, stamp="20261101T100000Z", method="CANCEL"))
    assert closed_by(board.card, NOW) is None


@pytest.mark.parametrize("start", ["", "99999999T999999Z", "soon"])
def test_a_cancellation_needs_no_time(start: str) -> None:
    board = Board().take(version())
    board.take(version(sequence=1, method="CANCEL", start=start))
    assert closed_by(board.card, NOW) is not None


def test_the_method_inside_the_event_is_seen() -> None:
    board = Board().take(version())
    board.take(version("METHOD:CANCEL", sequence=1, method=""))
    assert closed_by(board.card, NOW) is not None


def test_on_again_it_is_open_and_that_is_said() -> None:
    board = Board()
    for name in ("08a-invitation", "08b-cancelled", "08c-on-again"):
        board.take((CASES / f"{name}.ics").read_bytes())
    assert (closed_by(board.card, NOW), board.card.starts_at) == (None, at("2026-12-03T09:00"))
    assert "reopened" in board.words and "moved" in board.words
    off = version(sequence=9, method="CANCEL", uid="case-08")
    board.take(off).take(version(sequence=10, uid="case-08", start="20261203T090000Z"))
    kinds = [type(one) for one in board.card.events]
    assert kinds == [Closed, Reopened, Closed, Reopened]
    assert len({one.id for one in board.card.events}) == 4


def test_on_again_with_the_same_number_twice_has_events_of_its_own() -> None:
    board = Board().take(version(sequence=1))
    for hour in (11, 12, 13, 14):
        method = "CANCEL" if hour % 2 else "REQUEST"
        board.take(version(sequence=1, stamp=f"20261112T{hour}0000Z", method=method))
    assert len({one.id for one in board.card.events}) == 4
    assert closed_by(board.card, NOW) is None


def test_closed_for_another_reason_it_stays_closed() -> None:
    board = Board().take(version())
    board.note(Closed(id="e1", at=NOW, result="withdrawn"))
    board.take(version(sequence=1, start="20261202T090000Z"))
    assert closed_by(board.card, NOW) is not None
    assert "stays closed" in board.words and board.card.starts_at.day == 2


# Thanks noted already


def test_thanks_before_a_new_end_are_said() -> None:
    board = Board().take(version())
    board.note(Thanked(id="e1", at=at("2026-12-01T11:00"), to="p1", channel="email"))
    board.take(version(sequence=1, start="20261203T090000Z"), now=at("2026-12-01T12:00"))
    assert "thanks to Ada Okafor" in board.words and "take them back" in board.words
    assert [one.id for one in board.card.events] == ["e1"]


@pytest.mark.parametrize(
    ("start", "noted"),
    [
        ("20261130T090000Z", Thanked(id="e1", at=at("2026-12-01T11:00"), to="p1", channel="email")),
        ("20261203T090000Z", Heard(id="e1", at=at("2026-12-01T11:00"))),
        (
            "20261203T090000Z",
            ThanksSkipped(id="no-thanks", at=NOW, reason="no thanks wanted by this company"),
        ),
    ],
)
def test_where_nothing_lies_before_the_end_nothing_is_said(start: str, noted: AnyEvent) -> None:
    board = Board().take(version())
    board.note(noted)
    assert "take them back" not in board.take(version(sequence=1, start=start)).words


# Who comes and who goes


def test_whoever_is_no_longer_invited_is_taken_off_and_named() -> None:
    board = Board().take(version(people=(ADA, TOM, MIA)))
    board.take(version(people=(ADA, MIA), sequence=1))
    assert board.names() == ["Ada Okafor", "Mia Lund"] and "no longer with Tom Lee" in board.words
    declined = MIA.replace("ATTENDEE", "ATTENDEE;PARTSTAT=DECLINED")
    board.take(version(people=(ADA, declined), sequence=2))
    assert board.names() == ["Ada Okafor"] and "Mia Lund (declined)" in board.words
    board.take(version(people=(ADA, MIA), sequence=3))
    assert board.names() == ["Ada Okafor", "Mia Lund"]


def test_whoever_was_thanked_stays_and_whoever_something_is_noted_of_is_a_contact() -> None:
    board = Board().take(version(people=(ADA, TOM, MIA)))
    board.note(Thanked(id="e1", at=NOW, to="p2", channel="email"), Heard(id="e2", at=NOW, to="p3"))
    board.take(version(people=(ADA,), sequence=1))
    assert board.names() == ["Ada Okafor", "Tom Lee"]
    assert [one.name for one in board.card.contacts] == ["Mia Lund"]
    assert "Tom Lee no longer invited, but kept" in board.words


def test_whoever_the_user_added_stays_and_whoever_they_took_off_stays_off() -> None:
    board = Board().take(version(people=(ADA, TOM, MIA)))
    one = board.card
    own = Person(id="p9", name="Sam Reed", email="sam@globex.example")
    kept = replace(one, interviewers=(*one.interviewers[:2], own))
    board.book = board.book.with_interviews({one.id: kept})
    board.take(version(people=(ADA, TOM, MIA), sequence=1))
    assert board.names() == ["Ada Okafor", "Tom Lee", "Sam Reed"]


def test_a_card_that_knows_not_who_was_invited_loses_nobody() -> None:
    board = Board().take(version(people=(ADA, TOM)))
    known = CalendarEntry(uid="one@example")
    board.book = board.book.with_interviews({board.card.id: replace(board.card, calendar=known)})
    assert board.take(version(people=(ADA,), sequence=1)).names() == ["Ada Okafor", "Tom Lee"]


def test_a_number_that_a_later_text_gives_is_taken() -> None:
    board = Board().take(version())
    board.take(version("DESCRIPTION:Please call me on +49 30 5550123", sequence=1))
    assert [one.phone for one in board.card.interviewers] == ["+49 30 5550123", None]
    board.take(version("DESCRIPTION:Please call me on +49 30 5550999", sequence=2))
    assert board.card.interviewers[0].phone == "+49 30 5550123", "a number that is there stays"


# What is asked, and what stays


def test_of_a_card_that_is_there_nothing_is_asked_again() -> None:
    relay = "ORGANIZER;CN=Globex Recruiting:mailto:no-reply@greenhouse.io"
    board = Board().take(version(people=(relay,)), company="Globex Inc")
    board.take(version(people=(relay,), sequence=1, start="20261202T090000Z"))
    assert (board.card.company, board.card.starts_at.day) == ("Globex Inc", 2)
    assert known_in(board.book)[board.card.id].me == ("robin@mail.example",)


def test_a_zone_that_was_only_assumed_does_not_replace_the_users() -> None:
    board = Board().take(version())
    board.book = board.book.with_interviews({board.card.id: replace(board.card, zone="Asia/Tokyo")})
    board.take(version(sequence=1, start="20261202T090000Z"))
    assert board.card.zone == "Asia/Tokyo" and "taken to be yours" not in board.words


def test_nothing_is_imported_of_an_unknown_cancellation() -> None:
    board = Board().take(version(method="CANCEL"))
    assert not board.book.interviews and "not on the board" in board.words
