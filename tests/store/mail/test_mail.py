"""The calendar in a mail is found however mailers hide it; and what the mail says."""

from __future__ import annotations

import pytest

from store.mail import read_mail, split_mbox
from tests.store.mail.mails import CALENDAR, HEADERS, mail, multipart, nested, part

WANTED = CALENDAR.replace("\r\n", "\n").strip().encode()
TEXT = part("text/plain; charset=utf-8", "Dear Jo,\nsee below.")
FORWARDED = b"Content-Type: message/rfc822\r\n\r\n" + mail(multipart(TEXT, part("text/calendar", CALENDAR)))
ATTACHED = 'Content-Disposition: attachment; filename="Einladung.ICS"\r\n'
CARRYING = {
    "alone": part("text/calendar; method=REQUEST; charset=UTF-8", CALENDAR),
    "alternative": multipart(TEXT, part("text/calendar; method=REQUEST", CALENDAR), kind="alternative"),
    "base64": multipart(TEXT, part("text/calendar", CALENDAR, encoding="base64")),
    "quoted-printable": multipart(part("text/calendar", CALENDAR, encoding="quoted-printable")),
    "latin-1": multipart(part("text/calendar; charset=iso-8859-1", CALENDAR, charset="iso-8859-1")),
    "windows-1252": multipart(part("text/calendar; charset=windows-1252", CALENDAR, charset="cp1252")),
    "utf-16": multipart(part("text/calendar; charset=utf-16", CALENDAR, charset="utf-16", encoding="base64")),
    "a byte-order mark": multipart(part("text/calendar", "\ufeff" + CALENDAR)),
    "an unknown charset": multipart(part("text/calendar; charset=x-none", CALENDAR)),
    "application/ics": multipart(TEXT, part("application/ics; name=invite.ics", CALENDAR, encoding="base64")),
    "octet-stream": multipart(
        TEXT, part("application/octet-stream", CALENDAR, encoding="base64", more=ATTACHED)
    ),
    "deep": nested(9, part("text/calendar", CALENDAR)),
    "forwarded": multipart(TEXT, FORWARDED),
    "not closed": multipart(TEXT, part("text/calendar", CALENDAR), closed=False),
    "decoded by a pipe": part("text/plain", f"Dear Jo,\n\n[-- Attachment #2 --]\n\n{CALENDAR}\n-- \nGlobex"),
}


@pytest.mark.parametrize("how", CARRYING)
@pytest.mark.parametrize("breaks", ["CRLF", "LF"])
def test_the_calendar_is_found(how: str, breaks: str) -> None:
    raw = mail(CARRYING[how])
    read = read_mail(raw if breaks == "CRLF" else raw.replace(b"\r\n", b"\n"))
    assert read.calendars == (WANTED,)
    assert (read.sender, read.subject) == ("Ada Okafor <ada@globex.example>", "Your interview")


def test_the_same_twice_is_one_and_another_is_another() -> None:
    other = CALENDAR.replace("one@", "two@")
    read = read_mail(
        mail(
            multipart(
                part("text/calendar", CALENDAR),
                part("application/ics", CALENDAR, encoding="base64"),
                part("application/ics", other),
            )
        )
    )
    assert [b"one@" in one for one in read.calendars] == [True, False]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (part("text/plain; charset=iso-8859-15", "Grüße: 5 €", charset="iso-8859-15"), "Grüße: 5 €"),
        (multipart(part("text/html", "<p>no</p>"), part("text/plain", "plain wins")), "plain wins"),
        (
            part(
                "text/html",
                "<style>p {}</style><p>See you on <b>Tue&nbsp;1&nbsp;Dec</b></p><p>Ada<br>CTO</p>",
            ),
            "See you on Tue 1 Dec\n\nAda\nCTO",
        ),
        (
            part("text/html", '<a href="https://meet.globex.example/x?a=1&amp;b=2">Join</a><!-- <p>not -->'),
            "https://meet.globex.example/x?a=1&b=2 Join",
        ),
        (part("text/plain", "a\x1b[2Jb"), "a[2Jb"),
    ],
)
def test_what_it_says(body: bytes, said: str) -> None:
    assert read_mail(mail(body)).text.strip() == said


@pytest.mark.parametrize(
    ("header", "read"),
    [
        ("=?utf-8?q?Vorstellungsgespr=C3=A4ch?=", "Vorstellungsgespräch"),
        ("=?utf-8?B?R3LDvMOfZQ==?=\r\n =?utf-8?q?_aus_Bonn?=", "Grüße aus Bonn"),
        ("=?x-none?q?Gr=FC=DFe?=", "Grüße"),
        ("a\r\n b", "a b"),
    ],
)
def test_headers_as_people_read_them(header: str, read: str) -> None:
    assert read_mail(f"Subject: {header}\r\nFrom: a@b.example\r\n\r\nx".encode()).subject == read


def test_an_mbox_gives_its_mails_as_they_were() -> None:
    one, two = mail(part("text/plain", ">From here on")), mail(part("text/plain", "Hi\n\nFrom now on: no"))
    raw = b"From ada@x Fri Nov 20 10:00:00 2026\n" + one.replace(b"\n>From", b"\n>>From") + b"\n\n"
    raw += b"From x@y Fri Nov 20 10:00:00 2026\r\n" + two + b"\r\n"
    texts = [read_mail(one).text.strip() for one in split_mbox(raw)]
    assert texts == [">From here on", "Hi\n\nFrom now on: no"]


HOSTILE = {
    "nested": nested(3_000, part("text/calendar", CALENDAR)),
    "many parts": multipart(*[TEXT] * 20_000),
    "one header": b"Subject: " + b"x; " * 400_000 + b"\r\n\r\nbody",
    "a boundary of its own": b"Content-Type: multipart/mixed" + b"; a=b" * 300_000 + b"\r\n\r\n--x\r\n",
    "many headers": b"X-A: b\r\n" * 200_000 + b"\r\nbody",
    "encoded words": b"Subject: " + b"=?utf-8?q?a?= " * 80_000 + b"\r\n\r\n",
    "open tags": mail(part("text/html", "<script>" * 40_000)),
    "open comments": mail(part("text/html", "<!--" * 60_000)),
    "brackets": mail(part("text/html", "<a href=" * 40_000)),
    "base64": mail(part("text/calendar", "=" * 300_000, more="Content-Transfer-Encoding: base64\r\n")),
    "itself": b"Content-Type: message/rfc822\r\n\r\n" * 30_000,
    "boundaries only": mail(b'Content-Type: multipart/mixed; boundary="-"\r\n\r\n' + b"---\r\n" * 100_000),
    "zeros": b"\0" * 1_000_000,
    "no line breaks": b"From: " * 200_000,
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_mail_costs_little_and_ends_nothing(what: str) -> None:
    import time

    begun = time.process_time()
    read_mail(HOSTILE[what])
    split_mbox(HOSTILE[what])
    assert time.process_time() - begun < 0.6


def test_the_headers_alone_are_a_mail() -> None:
    assert read_mail(HEADERS.encode()).subject == "Your interview"
