"""Mails: read back with a reader of mails, they say what was meant and nothing else."""

from __future__ import annotations

import email
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given

from store.people.addresses import BadAddress
from store.people.header_text import one_line, plain_lines
from templates.mail import eml, message, raw
from tests.hostile import hostile, quick

NOW = datetime(2026, 11, 19, 18, 4, tzinfo=UTC)
ME, ADA = ("Dana Weiß", "dana@mail.example"), ("Ada Okafor", "ada@globex.example")


def read(data: bytes) -> EmailMessage:
    mail = email.message_from_bytes(data, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def test_reads_back_as_written() -> None:
    body = "Dear Ada,\n\n" + "thank you – and „more“. " * 20 + "\n\nFrom here on\n.\nDana"
    mail = read(raw(message(ME, ADA, "Thank you for Wednesday’s panel", body, NOW)))
    assert mail["From"] == "Dana Weiß <dana@mail.example>"
    assert mail["To"] == "Ada Okafor <ada@globex.example>"
    assert mail["Subject"] == "Thank you for Wednesday’s panel"
    assert mail["Date"] == "Thu, 19 Nov 2026 18:04:00 +0000"
    assert mail["Message-ID"].endswith("@mail.example>")
    assert mail.get_content_type() == "text/plain"
    assert mail.get_content_charset() == "utf-8"
    assert mail.get_content() == body + "\n"


def test_long_lines_travel_whole_and_nothing_is_over_what_smtp_allows() -> None:
    data = raw(message(ME, ADA, "long " * 60, "word " * 500, NOW))
    assert max(map(len, data.split(b"\n"))) < 100
    assert data.isascii()
    assert read(data).get_content() == "word " * 500 + "\n"


def test_without_a_sender_the_users_own_program_fills_it_in() -> None:
    mail = message(None, ADA, "Thanks", "Hello", NOW)
    assert mail["From"] is None
    assert mail["Message-ID"].endswith("@ringback.invalid>")


def test_only_the_file_is_marked_unsent() -> None:
    mail = message(ME, ADA, "Thanks", "Hello", NOW)
    assert eml(mail).startswith(b"X-Unsent: 1\r\n")
    assert b"X-Unsent" not in raw(mail)
    assert b"\r" not in raw(mail)
    assert eml(mail).count(b"\n") == eml(mail).count(b"\r\n")


def test_wrong_addresses_and_naive_times_are_refused() -> None:
    with pytest.raises(BadAddress):
        message(ME, ("Ada", "ada@globex.example, eve@evil.example"), "", "", NOW)
    with pytest.raises(BadAddress):
        message(("Dana", "dana"), ADA, "", "", NOW)
    with pytest.raises(BadAddress):
        message(("Dana", "dana@mail.example>\r\nBcc: <eve@evil.example"), ADA, "", "", NOW)
    with pytest.raises(ValueError, match="time zone"):
        message(ME, ADA, "", "", NOW.replace(tzinfo=None))


@quick
@given(hostile, hostile, hostile, hostile)
def test_no_field_can_add_a_header_or_a_recipient(sender: str, name: str, subject: str, body: str) -> None:
    mail = message((sender, ME[1]), (name, ADA[1]), subject, body, NOW)
    for data in (raw(mail), eml(mail)):
        back = read(data)
        assert set(back.keys()) <= {
            "X-Unsent", "From", "To", "Subject", "Date", "Message-ID", "Content-Type",
            "Content-Transfer-Encoding", "MIME-Version",
        }  # fmt: skip
        assert len(back.keys()) == len(set(back.keys()))
        assert [one.addr_spec for one in back["To"].addresses] == [ADA[1]]
        assert [one.addr_spec for one in back["From"].addresses] == [ME[1]]
        # Of a subject that pretends to be encoded the standard library may read back other letters.
        if "=?" not in subject:
            assert "".join(back["Subject"].split()) == "".join(one_line(subject).split())
        assert back.get_content().replace("\r\n", "\n").rstrip("\n") == plain_lines(body).rstrip("\n")
