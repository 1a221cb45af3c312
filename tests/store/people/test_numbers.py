"""Telephone numbers as people write them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from store.people.numbers import BadNumber, number, number_at_end, typed_number
from tests.hostile import hostile, quick


@pytest.mark.parametrize(
    ("text", "country", "e164", "international", "tel"),
    [
        ("+49 (0)1511 2345678", None, "+4915112345678", "+49 1511 2345678", "tel:+49-1511-2345678"),
        ("01511 2345678", "DE", "+4915112345678", "+49 1511 2345678", "tel:+49-1511-2345678"),
        ("01511 2345678", "de", "+4915112345678", "+49 1511 2345678", "tel:+49-1511-2345678"),
        ("tel:+49-30-1234567", None, "+49301234567", "+49 30 1234567", "tel:+49-30-1234567"),
        ("+1 415 555 2671 ext. 12", None, "+14155552671", "+1 415-555-2671 ext. 12",
         "tel:+1-415-555-2671;ext=12"),
        ("1-800-FLOWERS", "US", "+18003569377", "+1 800-356-9377", "tel:+1-800-356-9377"),
        (" ٠١٥١١٢٣٤٥٦٧٨ ", "DE", "+4915112345678", "+49 1511 2345678", "tel:+49-1511-2345678"),
        ("+44 7400 123456", "DE", "+447400123456", "+44 7400 123456", "tel:+44-7400-123456"),
    ],
)  # fmt: skip
def test_forms(text: str, country: str | None, e164: str, international: str, tel: str) -> None:
    found = number(text, country)
    assert (found.e164, found.international, found.tel) == (e164, international, tel)
    assert found.valid


@pytest.mark.parametrize(
    ("text", "country", "why"),
    [
        ("", "DE", "no telephone number: add"),
        ("ask at the service", "DE", "no telephone number: correct"),
        ("0301234567", None, "does not say its country"),
        ("0301234567", "XX", "does not say its country"),
        ("+999 123456", None, "no telephone number"),
        ("+49 1", None, "too short|no telephone number"),
        ("+49 151 1234567890123", None, "too long"),
        ("555-2671", "US", "lacks its area code"),
        ("+49 1511 2345678\r\nBcc: eve@evil.example", None, "no telephone number"),
        ("+49 1511\x002345678", None, "no telephone number"),
    ],
)
def test_refused_with_the_reason(text: str, country: str | None, why: str) -> None:
    with pytest.raises(BadNumber, match=why) as refused:
        number(text, country)
    assert "\n" not in str(refused.value)
    assert str(refused.value).endswith(".")


def test_messages_go_to_mobiles_only() -> None:
    mobile, landline = number("+49 1511 2345678"), number("+49 30 1234567")
    assert mobile.no_sms is None
    assert mobile.digits == "4915112345678"
    assert landline.no_sms == "+49 30 1234567 is a landline, which takes no text messages: call it."
    with pytest.raises(BadNumber, match="WhatsApp needs a mobile number"):
        _ = landline.digits


def test_where_landlines_and_mobiles_look_alike_both_are_offered_and_the_extension_is_dropped() -> None:
    found = number("+1 415 555 2671 ext. 12")
    assert found.no_sms is None
    assert found.digits == "14155552671"


def test_a_number_its_country_has_not_given_out_can_be_dialled_but_is_no_whatsapp_link() -> None:
    found = number("+49 151 1234")
    assert not found.valid
    assert found.tel == "tel:+49-1511234"
    with pytest.raises(BadNumber, match="check it on the card"):
        _ = found.digits


@quick
@given(hostile)
def test_no_number_carries_anything_else(text: str) -> None:
    for written in (text, f"+49 1511 2345678{text}"):
        try:
            found = number(written, "DE")
        except BadNumber:
            continue
        assert re.fullmatch(r"\+\d+", found.e164)
        assert re.fullmatch(r"tel:\+[\d-]+(;ext=\d+)?", found.tel)


@pytest.mark.parametrize(
    ("text", "rest", "found"),
    [
        ("Ada Okafor +49 30 123456", "Ada Okafor", "+49 30 123456"),
        ("Ada (212) 555-0123", "Ada", "(212) 555-0123"),
        ("+49  30 123456", "", "+49 30 123456"),
        ("Louis 14", "Louis 14", None),
        ("Ada Okafor", "Ada Okafor", None),
        ("Ada +49 30 123456 at home", "Ada +49 30 123456 at home", None),
    ],
)
def test_a_number_at_the_end(text: str, rest: str, found: str | None) -> None:
    assert number_at_end(text) == (rest, found)


@pytest.mark.parametrize("text", ["", "12", "1" * 21, "call me", "+49 30 123456 ext. 5", "+", "(0"])
def test_what_is_stored_as_a_number_looks_like_one(text: str) -> None:
    with pytest.raises(BadNumber, match="one looks like"):
        typed_number(text)


def test_a_number_is_stored_as_it_was_typed() -> None:
    assert typed_number(" (030)  123-456/7 ") == "(030) 123-456/7"
