"""What a file is, told from its content whatever it is called."""

from __future__ import annotations

import pytest

from store.exchange import BadFile
from store.intake.kinds import Kind, as_utf_8, kind_of
from store.intake.source import Incoming, look_at
from tests.store.mail.mails import CALENDAR, mail, multipart, part

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Okafor\r\nEND:VCARD\r\n"
MAIL = mail(multipart(part("text/calendar", CALENDAR))).decode()
SAMPLES: dict[str, tuple[str, Kind]] = {
    "the exchange format": ('{"format": "ringback"}', "bundle"),
    "JSON that is none of ours": ("[1]", "bundle"),
    "a calendar": (CALENDAR, "calendar"),
    "a calendar in small letters": (CALENDAR.lower(), "calendar"),
    "a card": (CARD, "card"),
    "a mail": (MAIL, "mail"),
    "a mail in LF": (MAIL.replace("\r\n", "\n"), "mail"),
    "a mail that came a long way": ("Received: by x\r\n id 7;\r\n today\r\n" * 3 + MAIL, "mail"),
    "an mbox": (f"From ada@globex.example Fri Nov 20 10:00:00 2026\n{MAIL}", "mbox"),
    "a table": ("company,starts_at\nA,fri 9:00", "table"),
    "another table": ("Round;Company\n", "table"),
    "a letter": ("Dear Jo,\n\nwe would like to invite you, company and all: Tuesday, 10:00.", "text"),
    "a signature": ("Ada Okafor\nCTO, Globex\nTel.: +49 30 5550123", "text"),
    "a note": ("From: here to there\n\nnothing", "text"),
    "another From": ("From now on we write letters.\nTo: you", "text"),
}


@pytest.mark.parametrize("what", SAMPLES)
@pytest.mark.parametrize("name", ["x", "x.ics", "x.json", "x.csv"])
def test_the_content_counts(what: str, name: str) -> None:
    text, kind = SAMPLES[what]
    if kind == "text" and name != "x":
        return  # then the name may say what it was meant to be
    for lead in ("", "\ufeff", "\r\n\r\n", "\n \n"):
        assert kind_of(as_utf_8((lead + text).encode()), name) == kind


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_byte_order_mark_says_what_it_is_in(encoding: str) -> None:
    look = look_at(Incoming("x", CALENDAR.encode(encoding)))
    assert look.kind == "calendar" and "Gespräch" in look.calendars[0].decode()


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04\x14\x00", "an archive"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft Office"),
        (b"\x1f\x8b\x08", "a compressed file"),
        (b"a\0b", "no text"),
        ("Zürich".encode("latin-1"), "UTF-8"),
    ],
)
def test_what_is_not_read_is_named_with_what_is(raw: bytes, words: str) -> None:
    with pytest.raises(BadFile) as refused:
        look_at(Incoming("x.dat", raw))
    sentence = str(refused.value)
    assert words in sentence
    assert all(kind in sentence for kind in (".ics", ".eml", ".csv", ".vcf", ".json"))


def test_what_nothing_tells_is_what_its_name_says() -> None:
    assert kind_of(b"", "x.json") == "bundle"
    assert kind_of(b"a,b\n", "x.CSV") == "table"
    assert kind_of(b"hello", "x.ics") == "calendar"
    assert kind_of(b"hello", "x.txt") == "text"


def test_a_calendar_in_the_middle_of_a_text_is_found() -> None:
    look = look_at(Incoming("x", f"[-- Attachment #1 --]\r\n\r\n{CALENDAR}\r\n-- \r\nbye".encode()))
    assert look.kind == "calendar"
    assert look.calendars[0].startswith(b"BEGIN:VCALENDAR") and look.calendars[0].endswith(b"END:VCALENDAR")
