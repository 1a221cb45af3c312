"""What an invitation does to a card that is there: which version counts, which date, and who stays."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from store.book import Book
from store.calendar import Answers, Unreadable, read_calendar
from store.changes.invitations import known_in, take_all
from store.interview import (
    AnyEvent,
    CalendarEntry,
    Closed,
    Heard,
    Interview,
    Person,
    Reopened,
    Thanked,
    ThanksSkipped,
)
from store.rules.application import key_of
from store.rules.standing import closed_by
from tests.store.calendar.calendar_files import HOME, NOW, calendar, event

CASES = Path(__file__).parents[1] / "calendar" / "cases"
ME = "ATTENDEE;CN=Robin Doe:mailto:robin@mail.example"
ADA = "ORGANIZER;CN=Ada Okafor:mailto:ada@globex.example"
TOM = "ATTENDEE;CN=Tom Lee:mailto:tom@globex.example"
MIA = "ATTENDEE;CN=Mia Lund:mailto:mia@globex.example"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def version(
    *lines: str,
    sequence: int | None = 0,
    stamp: str = "20261110T100000Z",
    start: str = "20261201T090000Z",
    method: str = "REQUEST",
    people: tuple[str, ...] = (ADA, TOM),
    uid: str = "one@example",
) -> bytes:
    """A version of one meeting; it lasts an hour."""
    numbers = [] if sequence is None else [f"SEQUENCE:{sequence}"]
    numbers += [f"DTSTAMP:{stamp}"] if stamp else []
    times = (f"DTSTART:{start}", "DURATION:PT1H") if start else ()
    return calendar(event(*numbers, *times, *people, ME, *lines, uid=uid), method=method)


class Board:
    """A book that files are taken into, one after the other."""

    def __init__(self) -> None:
        self.book = Book({})
        self.said: list[str] = []

    def take(self, raw: bytes, *, on: date | None = None, now: datetime = NOW, **told: str) -> Board:
        """Take a file in, for Robin in Berlin."""
        me = ("robin@mail.example",)
        answers = Answers(HOME, me, date=on, known=known_in(self.book), company=told.get("company"))
        self.book, self.said = take_all(self.book, read_calendar(raw, answers, now), now)
        return self

    @property
    def card(self) -> Interview:
        (one,) = self.book.interviews.values()
        return one

    @property
    def words(self) -> str:
        return " ".join(self.said)

    def note(self, *events: AnyEvent) -> None:
        """Something has happened."""
        one = self.card
        self.book = self.book.with_interviews({one.id: replace(one, events=(*one.events, *events))})

    def names(self) -> list[str]:
        return [one.name for one in self.card.interviewers]


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


# One date of a series


SERIES = ("RRULE:FREQ=WEEKLY;COUNT=3",)


def of_date(
    known_by: str, *, start: str = "", sequence: int = 1, method: str = "REQUEST", more: str = ""
) -> bytes:
    line = f"RECURRENCE-ID{more}:{known_by}"
    return version(line, sequence=sequence, start=start or known_by, method=method)


def test_another_date_called_off_leaves_the_card() -> None:
    board = Board().take((CASES / "07a-series.ics").read_bytes())
    before = board.book
    board.take((CASES / "07b-cancel-one-date.ics").read_bytes())
    assert board.book == before
    assert "2026-12-15 is called off" in board.words and "2026-12-01" in board.words


def test_its_own_date_called_off_closes_it() -> None:
    board = Board().take(version(*SERIES)).take(of_date("20261201T090000Z", method="CANCEL"))
    assert closed_by(board.card, NOW) is not None


def test_its_own_date_is_moved_and_known_by_the_old_one_later() -> None:
    board = Board().take(version(*SERIES)).take(of_date("20261201T090000Z", start="20261202T140000Z"))
    assert board.card.starts_at == at("2026-12-02T14:00")
    board.take(of_date("20261201T090000Z", start="20261204T140000Z", sequence=2))
    assert board.card.starts_at == at("2026-12-04T14:00")
    before = board.book
    board.take(of_date("20261208T090000Z", start="20261209T140000Z", sequence=3))
    assert board.book == before and "2026-12-08 is now at" in board.words


def test_from_one_date_on() -> None:
    later = ";RANGE=THISANDFUTURE"
    board = Board().take(version(*SERIES), on=date(2026, 12, 15))
    board.take(of_date("20261208T090000Z", start="20261208T110000Z", more=later))
    assert board.card.starts_at == at("2026-12-15T11:00")
    board.take(of_date("20261208T090000Z", method="CANCEL", sequence=2, more=later))
    assert closed_by(board.card, NOW) is not None


def test_a_new_version_of_the_series_keeps_to_the_cards_date() -> None:
    board = Board().take(version(*SERIES))
    after = at("2026-12-02T12:00")
    board.take(version(*SERIES, sequence=1, start="20261201T100000Z"), now=after)
    assert board.card.starts_at == at("2026-12-01T10:00"), "the date of that day"
    board.take(version(*SERIES, sequence=2, start="20261203T100000Z"), now=after)
    assert board.card.starts_at == at("2026-12-01T10:00"), "a date that is over stays as it was"
    board.take(version(sequence=3, method="CANCEL", start="20261203T100000Z"), now=after)
    assert closed_by(board.card, after) is None and "the series is called off" in board.words


def test_another_date_that_is_asked_for_is_taken_of_the_same_version() -> None:
    board = Board().take(version(*SERIES)).take(version(*SERIES), on=date(2026, 12, 8))
    assert board.card.starts_at == at("2026-12-08T09:00") and "moved" in board.words
    before = board.book
    assert board.take(version(*SERIES), on=date(2026, 12, 8)).book == before


ADDED = version(start="20261210T150000Z", sequence=4, method="ADD")


def test_a_date_that_is_added_while_the_cards_own_lies_ahead_is_only_said() -> None:
    board = Board().take(version(*SERIES))
    before = board.book
    board.take(ADDED)
    assert board.book == before
    assert "2026-12-10" in board.words and "was added" in board.words and "2026-12-01" in board.words


@pytest.mark.parametrize("how", ["over", "called off"])
def test_a_date_that_is_added_behind_the_cards_own_is_the_next_round(how: str) -> None:
    board = Board().take(version(*SERIES))
    first, now = board.card, at("2026-12-02T12:00")
    if how == "called off":
        now = NOW
        board.take(of_date("20261201T090000Z", method="CANCEL"))
    board.take(ADDED, now=now)
    later = board.book.interviews[next(key for key in board.book.interviews if key != first.id)]
    assert (later.starts_at, later.company) == (at("2026-12-10T15:00"), first.company)
    assert key_of(later) == key_of(board.book.interviews[first.id]), "two rounds of one application"
    assert board.book.interviews[first.id].starts_at == first.starts_at
    before = board.book
    assert board.take(ADDED, now=now).book == before, "it counts once"
    board.take(of_date("20261210T150000Z", start="20261211T150000Z", sequence=5), now=now)
    assert board.book.interviews[later.id].starts_at == at("2026-12-11T15:00")
    board.take(of_date("20261210T150000Z", sequence=6, method="CANCEL"), now=now)
    assert closed_by(board.book.interviews[later.id], now) is not None


def test_a_date_that_is_added_to_a_meeting_nobody_knows_is_refused() -> None:
    with pytest.raises(Unreadable, match="METHOD:ADD"):
        Board().take(ADDED)


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


# Several meetings


def day_of(*starts: str, summary: str = "Interview") -> bytes:
    events = (
        event(f"DTSTART:{start}", "DURATION:PT45M", ADA, ME, f"SUMMARY:{summary}", uid=start)
        for start in starts
    )
    return calendar(*events)


def test_meetings_of_one_day_are_rounds() -> None:
    board = Board().take(day_of("20261201T090000Z", "20261201T100000Z", "20261201T130000Z"))
    rounds = [*board.book.interviews.values()]
    assert len(rounds) == 3 and len({key_of(one) for one in rounds}) == 1
    assert [one.ends_at - one.starts_at for one in rounds] == [timedelta(minutes=45)] * 3
    before = board.book
    assert board.take(day_of("20261201T090000Z", "20261201T100000Z", "20261201T130000Z")).book == before


def test_meetings_of_several_days_are_not_joined_by_that() -> None:
    board = Board().take(day_of("20261201T090000Z", "20261202T090000Z"))
    assert len({key_of(one) for one in board.book.interviews.values()}) == 2


def test_a_day_joins_nothing_that_was_there_before() -> None:
    board = Board().take(day_of("20261201T090000Z")).take(day_of("20261201T100000Z", "20261201T110000Z"))
    first, *others = board.book.interviews.values()
    assert key_of(first) not in {key_of(one) for one in others}
    assert len({key_of(one) for one in others}) == 1


def test_nothing_is_imported_of_an_unknown_cancellation() -> None:
    board = Board().take(version(method="CANCEL"))
    assert not board.book.interviews and "not on the board" in board.words
