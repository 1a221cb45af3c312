"""One deadline a file: what moves, what stays, and what is said where others may look."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from msgspec.structs import replace

from store.deadlines import Deadline, deadlines_of
from store.deadlines.discretion import initials, with_initials
from store.deadlines.entry_file import OWN_NAME, EntryFile, entry_name, read_entry, write_entry
from store.interview import Interview, Person
from store.rules.board import board
from tests.hostile import TEXTS
from tests.making import ADA, BEN, BERLIN, POLICY, SAM, after, at, closed, made, owes, promised, thanked

NOW = at("2026-11-19 17:04")


def due(*interviews: Interview, now: datetime = NOW) -> list[Deadline]:
    return deadlines_of(board(interviews, POLICY, now, BERLIN).cards())


(CALL,) = due(made(thanked(after(2))))


def written(one: Deadline, old: EntryFile | None = None, *, now: datetime = NOW) -> bytes:
    data = write_entry(one, now, "board", old)
    assert data is not None
    return data


def known(data: bytes) -> EntryFile:
    found = read_entry(data)
    assert found is not None
    return found


def test_an_entry_is_read_back_as_it_was_written() -> None:
    found = known(written(CALL))
    assert (found.uid, found.sequence, found.board) == (CALL.uid, 0, "board")
    (event,) = Calendar.from_ical(written(CALL)).walk("VEVENT")
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (CALL.begins, CALL.ends)
    assert len(event.walk("VALARM")) == 1
    assert b"METHOD" not in written(CALL), "a calendar server takes none in"


def test_the_same_is_not_written_again_whatever_the_time() -> None:
    old = known(written(CALL))
    assert write_entry(CALL, NOW + timedelta(days=2), "board", old) is None


@pytest.mark.parametrize(
    ("other", "sequence"),
    [
        (replace(CALL, begins=CALL.begins + timedelta(hours=1)), 1),
        (replace(CALL, ends=CALL.ends + timedelta(hours=1)), 1),
        (replace(CALL, ends=CALL.begins), 1),
        (replace(CALL, firm=not CALL.firm), 0),
        (replace(CALL, people=(BEN,)), 0),
        (replace(CALL, alarm=CALL.alarm - timedelta(hours=1)), 0),
        (replace(CALL, interview=replace(CALL.interview, company="Acme")), 0),
    ],
)
def test_what_moves_has_a_higher_sequence_and_what_else_changes_has_not(
    other: Deadline, sequence: int
) -> None:
    found = known(written(other, known(written(CALL))))
    assert found.sequence == sequence
    assert known(written(CALL, found)).sequence == 2 * sequence


def test_what_another_program_moved_is_put_right() -> None:
    there = b"DTSTART;TZID=Europe/Berlin:20261128T090000"
    dragged = written(CALL).replace(b"DTSTART:20261127T080000Z", there)
    assert there in dragged
    assert known(written(CALL, known(dragged))).sequence == 1


IDS = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=120)


@given(IDS, st.integers(0, 10**6))
def test_any_id_makes_a_name_of_its_own_and_is_found_again(name: str, sequence: int) -> None:
    one = replace(CALL, interview=replace(CALL.interview, id=name))
    old = replace(known(written(CALL)), sequence=sequence, begins="")
    found = known(written(one, old))
    assert found.sequence == sequence + 1
    assert OWN_NAME.fullmatch(entry_name(one.uid))
    assert entry_name(found.uid) == entry_name(one.uid)
    assert write_entry(one, NOW, "board", found) is None


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_no_text_breaks_out_of_its_line(text: str) -> None:
    company = text.strip() or "?"
    one = replace(CALL, interview=replace(CALL.interview, company=company), people=(replace(ADA, name=text),))
    for deadline in (one, with_initials(one)):
        data = written(deadline)
        (event,) = Calendar.from_ical(data).walk("VEVENT")
        assert event.decoded("DTSTART") == CALL.begins
        assert known(data).uid == CALL.uid
        assert write_entry(deadline, NOW, "board", known(data)) is None


@pytest.mark.parametrize(
    "data", [b"", b"\x00" * 9, b"BEGIN:VCALENDAR", b"UID", b"UID:\r\n", b"SEQUENCE:9\r\n", b"\xff" * 99]
)
def test_what_has_no_uid_is_none(data: bytes) -> None:
    assert read_entry(data) is None


@pytest.mark.parametrize("sequence", ["", "-3", "x", "9" * 40, "\u0663"])
def test_a_sequence_that_is_none_counts_from_the_beginning(sequence: str) -> None:
    data = f"UID:a\r\nSEQUENCE:{sequence}\r\n".encode()
    assert known(data).sequence == 0


SECRETS = (
    "Ada", "Okafor", "Sam", "Reed", "Globex", "engineer", "Panel", "globex.example", "+49", "meet.example",
    "Floor", "sample",
)  # fmt: skip


def test_with_initials_nothing_else_is_told() -> None:
    cards = (
        made(id="a", ends_at=after(26)),
        made(id="b", ends_at=after(72), location="Floor 3", link="https://meet.example/x"),
        made(thanked(after(2)), promised(after(1), "2026-11-19"), id="c", contacts=(SAM,)),
        made(thanked(after(2)), owes(after(3), "a sample", due="2026-11-25"), id="d"),
        made(thanked(after(2)), closed(after(3), "offer", "2026-11-24"), id="e"),
    )
    for now in (NOW, at("2026-11-23 09:00")):
        for one in due(*cards, now=now):
            text = written(with_initials(one)).decode()
            assert [word for word in SECRETS if word in text] == []
            assert "G." in text
    masked = with_initials(due(made(interviewers=(ADA, BEN)), now=after(1))[0])
    assert "SUMMARY:Thank A. O. and B. I.\\, G." in written(masked).decode()


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ada Okafor", "A. O."), ("Globex", "G."), ("  ", "?"), ("", "?"), ("“Acme” & Sons", "A. S."),
        ("3M", "3."), ("Éva de Vries", "É. D. V."), ("李 小龙", "李. 小."), ("@home", "H."), ("***", "?"),
    ],
)  # fmt: skip
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_who_has_an_address_alone_has_no_initials() -> None:
    nobody = replace(CALL, people=(Person(id="p9", email="ada@globex.example"),))
    assert "SUMMARY:Ask G. where things stand" in written(with_initials(nobody)).decode()


def test_what_is_owed_is_not_named_with_initials() -> None:
    found = due(made(thanked(after(2)), owes(after(3), "a sample", due="2026-11-25")))
    (owed,) = (one for one in found if one.kind == "deliver")
    assert "SUMMARY:Send G. what you promised\r\n" in written(with_initials(owed)).decode()
