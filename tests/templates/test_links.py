"""Links: what they say, and that no text in them can say anything else."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given

from store.people.header_text import one_line, plain_lines
from store.people.numbers import number
from store.people.written_numbers import BadNumber
from templates.links import LONGEST_LINK, mailto, sms, tel, whatsapp
from tests.hostile import hostile, quick

MOBILE = number("+49 1511 2345678")
SAFE = re.compile(r"[A-Za-z0-9._~%-]*")


def test_mailto() -> None:
    link = mailto("ada+jobs@globex.example", "Thank you & more", "Dear Ada,\n\n2 + 2 = 4? 100 %")
    assert link.url == (
        "mailto:ada%2Bjobs@globex.example?subject=Thank%20you%20%26%20more"
        "&body=Dear%20Ada%2C%0D%0A%0D%0A2%20%2B%202%20%3D%204%3F%20100%20%25"
    )
    assert not link.too_long


def test_a_blank_field_is_left_out() -> None:
    assert mailto("ada@globex.example", "", "").url == "mailto:ada@globex.example"
    assert sms(MOBILE, "").url == "sms:+4915112345678"


def test_text_messages() -> None:
    assert sms(MOBILE, "Thanks!\nDana").url == "sms:+4915112345678?body=Thanks%21%0ADana"
    assert whatsapp(MOBILE, "Grüße +").url == "https://wa.me/4915112345678?text=Gr%C3%BC%C3%9Fe%20%2B"


def test_calls_keep_the_extension() -> None:
    assert tel(number("+1 415 555 2671 ext. 12")).url == "tel:+1-415-555-2671;ext=12"


def test_no_message_to_a_landline() -> None:
    with pytest.raises(BadNumber, match="landline"):
        sms(number("+49 30 1234567"), "Thanks")
    with pytest.raises(BadNumber, match="WhatsApp"):
        whatsapp(number("+49 30 1234567"), "Thanks")


def test_says_when_too_long() -> None:
    room = LONGEST_LINK - len("mailto:a@b.example?body=")
    assert not mailto("a@b.example", "", "x" * room).too_long
    assert mailto("a@b.example", "", "x" * (room + 1)).too_long


@quick
@given(hostile, hostile)
def test_a_mailto_link_has_one_recipient_one_subject_and_one_body(subject: str, body: str) -> None:
    parts = urlsplit(mailto("ada@globex.example", subject, body).url)
    assert (parts.path, parts.fragment) == ("ada@globex.example", "")
    assert all(SAFE.fullmatch(piece) for piece in re.split("[&=]", parts.query))
    fields = parse_qs(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
    assert set(fields) <= {"subject", "body"}
    assert fields.get("subject", [""]) == [one_line(subject)]
    assert fields.get("body", [""]) == [plain_lines(body).replace("\n", "\r\n")]


@quick
@given(hostile)
def test_a_text_message_has_one_number_and_one_text(body: str) -> None:
    for url, name in ((sms(MOBILE, body).url, "body"), (whatsapp(MOBILE, body).url, "text")):
        query = urlsplit(url).query
        assert SAFE.fullmatch(query.removeprefix(f"{name}="))
        assert unquote(query.removeprefix(f"{name}=")) == plain_lines(body)
        assert "\x00" not in unquote(url)


@quick
@given(hostile)
def test_what_leaves_has_no_control_characters(text: str) -> None:
    line, lines = one_line(text), plain_lines(text)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]|=\?", line)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", lines)
    assert (one_line(line), plain_lines(lines)) == (line, lines)
