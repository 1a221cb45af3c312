"""Codes for the phone: whatever the window, what is scanned in turn is the message to the letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.people.numbers import number
from templates import links
from templates.phone_codes import PhoneMessage, cut
from templates.qr import MOST, TooLong, qr, room
from tests.growth import growth
from tests.templates.test_qr import modules, read

SUBJECT = "Thank you for Wednesday's conversation, and the Data engineer role"
BODY = (
    "Dear Dr. Okafor,\n\nthank you for the time you took on Wednesday. The part about event streams – and "
    "“what happens at midnight” – stayed with me; Zürich would be a fine place to go on with it.\n\n"
    + "I have thought about the on-call rota since. Three weeks would suit me well. " * 6
    + "\n\nKind regards\nDana 🙂\n"
)
MAIL = PhoneMessage(
    links.mailto("ada.okafor@globex.example", SUBJECT, BODY).url,
    (
        links.mailto("ada.okafor@globex.example", SUBJECT, "").url,
        links.mailto("ada.okafor@globex.example", "", "").url,
    ),
    SUBJECT,
    BODY,
)
MOBILE = number("+49 1511 2345678")
SMS = PhoneMessage(links.sms(MOBILE, BODY).url, (links.sms(MOBILE, "").url,), "", BODY)
ALONE = PhoneMessage(text=BODY)
WINDOWS = [(160, 44), (120, 35), (80, 23), (40, 19), (220, 69)]
"""Of terminals, without the line below."""


@pytest.mark.parametrize("size", WINDOWS)
@pytest.mark.parametrize("message", [MAIL, SMS, ALONE], ids=["mail", "sms", "text"])
def test_what_a_phone_scans_one_after_the_other_is_the_message(
    message: PhoneMessage, size: tuple[int, int]
) -> None:
    width, height = size
    payloads = message.payloads(room(width, height))
    scanned = []
    for one in payloads:
        code = qr(one.text, width=width, height=height)
        assert code.width <= width and code.height <= height
        scanned += read(modules(code, ascii_only=False))
    assert scanned == [one.text for one in payloads]
    assert "".join(text for text, one in zip(scanned, payloads, strict=True) if one.brings == "text") == BODY
    assert scanned[0] in (*message.starts, payloads[0].text)
    begun = [one for one in payloads if one.brings == "start"]
    assert len(begun) == bool(message.starts)
    subject = "".join(one.text for one in payloads if one.brings == "subject")
    assert (subject or SUBJECT) == SUBJECT
    assert bool(subject) == (message is MAIL and begun[0].text == MAIL.starts[1])


def test_a_short_message_is_one_code_with_everything_filled_in() -> None:
    short = PhoneMessage(links.sms(MOBILE, "Thanks!").url, SMS.starts, "", "Thanks!")
    assert [one.brings for one in short.payloads(room(80, 23))] == ["all"]
    assert [one.brings for one in short.payloads(30)] == ["start", "text"]


@pytest.mark.parametrize("message", [MAIL, SMS, PhoneMessage("tel:+49301234567"), ALONE])
def test_where_no_code_fits_that_is_said(message: PhoneMessage) -> None:
    with pytest.raises(TooLong, match="enlarge the window"):
        message.payloads(room(20, 4))
    with pytest.raises(TooLong, match="enlarge the window"):
        message.payloads(2)


@given(st.integers(1, 400), st.integers(1, 200), st.booleans())
def test_the_room_of_a_window_is_what_the_largest_code_in_it_holds(
    width: int, height: int, ascii_only: bool
) -> None:
    most = room(width, height, ascii_only=ascii_only)
    if most:
        code = qr("a" * most, width=width, height=height, ascii_only=ascii_only)
        assert code.width <= width and code.height <= height
    if most < MOST:
        with pytest.raises(TooLong):
            qr("a" * (most + 1), width=width, height=height, ascii_only=ascii_only)


letters = st.text(st.sampled_from("aß€🙂 \n.é\u0301-"), max_size=300)


@given(letters, st.integers(4, 60))
def test_parts_are_the_text_and_no_longer_than_there_is_room(text: str, most: int) -> None:
    parts = cut(text, most)
    assert "".join(parts) == text
    assert all(0 < len(part.encode()) <= most for part in parts)


def test_a_text_is_cut_behind_a_paragraph_a_line_a_sentence_or_a_word() -> None:
    assert cut("One two.\n\nThree four. Five", 15) == ["One two.\n\n", "Three four. ", "Five"]
    assert cut("One two three\nfour five six", 20) == ["One two three\n", "four five six"]
    assert cut("abcdefghij klmnopqrst", 12) == ["abcdefghij ", "klmnopqrst"]
    assert cut("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]
    assert cut("e\u0301" * 5, 5) == ["e\u0301"] * 5
    assert cut("", 10) == []


@pytest.mark.parametrize("bit", ["a", " ", "\n", ". ", "\u0301", "🙂", "\n \n"])
def test_the_work_grows_with_the_text_alone(bit: str) -> None:
    small, large = bit * 2_000, bit * 16_000
    assert growth(lambda: cut(small, 78), lambda: cut(large, 78)) < 24
