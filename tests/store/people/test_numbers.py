"""Telephone numbers as people write them."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given

from store.people.numbers import number, read_number
from store.people.shown_numbers import shown_number
from store.people.written_numbers import BadNumber, numbers_in, plain_signs, written_number
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
    ("text", "country", "stored"),
    [
        ("+49 30 5550123", None, "+49 30 5550123"),
        ("+49305550123", None, "+49305550123"),
        ("+49\u00a030\u00a05550123", None, "+49 30 5550123"),
        ("+49\u202f30\u2009555\u200a0123", None, "+49 30 555 0123"),
        ("\uff0b\uff14\uff19 \uff13\uff10 5550123", None, "+49 30 5550123"),
        ("+49\u201130\u20115550123", None, "+49-30-5550123"),
        ("\u202a+49 30 5550123\u202c", None, "+49 30 5550123"),
        ("+49\u200b 30 5550123", None, "+49 30 5550123"),
        ("+49 (0)30 5550123", None, "+49 30 5550123"),
        ("+49(0)30/5550123", None, "+49 30 5550123"),
        ("+49 030 5550123", None, "+49 30 5550123"),
        ("+39 (0)6 1234567", None, "+39 06 123 4567"),
        ("(+49) 30 5550123", None, "+49 30 5550123"),
        ("(+49 30 5550123)", None, "+49 30 5550123"),
        ("0049 30 5550123", None, "+49 30 5550123"),
        ("tel:+49-30-5550123;ext=12", None, "+49-30-5550123;ext=12"),
        ("+49 30 5550123 ext. 12", None, "+49 30 5550123;ext=12"),
        ("+49 30 5550123, x12", None, "+49 30 5550123;ext=12"),
        ("+49 30 5550123 #12", None, "+49 30 5550123;ext=12"),
        ("+49 30 5550123 Durchwahl 12", None, "+49 30 5550123;ext=12"),
        ("030/5550123", "DE", "+49 30 5550123"),
        ("030.555.01.23", "de", "+49 30 5550123"),
        ("Tel. 030 - 555 01 23", "DE", "+49 30 5550123"),
        ("Mobile (private): 0171/5550199", "DE", "+49 171 5550199"),
        ("0171 5550199 (mobil)", "DE", "+49 171 5550199"),
        ("T\u00e9l. : 01 70 18 99 00", "FR", "+33 1 70 18 99 00"),
        ("(212) 555-0123 x12", "US", "+1 212-555-0123;ext=12"),
        # Not sure: there is no such number there, or it is not written as it is dialled there.
        ("(555) 010-0123", "US", "(555) 010-0123"),
        ("212 555 0123", "DE", "212 555 0123"),
        ("030/5550123", None, "030/5550123"),
        ("110", "DE", "110"),
    ],
)
def test_a_number_as_it_is_pasted_and_stored(text: str, country: str | None, stored: str) -> None:
    assert read_number(text, country) == stored
    assert read_number(shown_number(stored), country) == stored
    assert read_number(stored, country) == stored


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "+49 30 5550123 / +49 171 5550199",
            "“+49 30 5550123” and “+49 171 5550199” are 2 telephone numbers",
        ),
        ("030 5550123 or 0171 5550199", "“030 5550123” and “0171 5550199”"),
        ("030 5550123, 0171 5550199", "“030 5550123” and “0171 5550199”"),
        ("030 5550123 / 0171 5550199", "“030 5550123 / 0171 5550199” has too many digits"),
        ("030 5550123/24", "“030 5550123/24” may be two telephone numbers"),
        ("+49 30 5550123 mornings", "“mornings” is no part of a telephone number"),
        ("ask +49 30 5550123", "“ask” is no part"),
        ("+49 30 55501 23x4y", "one looks like"),
        ("Fax: +49 30 5550124", "“+49 30 5550124” is a fax number"),
        ("+49 30 5550124 (fax)", "is a fax number"),
        ("14.11.2026", "one looks like"),
        ("2026-11-14", "one looks like"),
        ("14/11/2026", "one looks like"),
        ("2019-2023", "one looks like"),
        ("DE89 3704 0044 0532 0130 00", "one looks like"),
        ("+49 30 1", "“+49 30 1” lacks its area code: write it in full"),
        ("+999 123456", "there is no such country code"),
        ("1" * 40, "too many digits"),
        ("", "one looks like"),
        ("12", "one looks like"),
        ("call me", "one looks like"),
        ("+", "one looks like"),
        ("(0", "one looks like"),
    ],
)
def test_what_is_no_number_or_more_than_one_is_refused(text: str, why: str) -> None:
    with pytest.raises(BadNumber) as refused:
        read_number(text, "DE")
    assert why in str(refused.value)
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ada (212) 555-0123", ["(212) 555-0123"]),
        ("Ada Okafor T +44 20 7946 0123, F +44 20 7946 0124", ["T +44 20 7946 0123", "F +44 20 7946 0124"]),
        ("Ada T +44 20 7946 0123", ["+44 20 7946 0123"]),
        ("m: 0171 5550199 (private)", ["m: 0171 5550199 (private)"]),
        ("Room 4.12, 10115 Berlin", []),
        ("born 1980, since 14.11.2026", []),
        ("order 5550123abc", []),
        ("$5550123", []),
        ("5550123%", []),
        ("at 14:30 5550123", []),
        ("at 14:30 +49 30 5550123", ["+49 30 5550123"]),
    ],
)
def test_the_numbers_in_a_text(text: str, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in numbers_in(text)] == found


@quick
@given(hostile)
def test_never_a_part_of_the_digits(text: str) -> None:
    plain = plain_signs(f"{text}+49 30 5550123{text}")
    for one in numbers_in(plain):
        around = plain[one.start - 1 : one.start] + plain[one.end : one.end + 1]
        assert not re.search(r"\d", around)


def test_a_number_is_read_without_the_numbering_plans_where_it_is_not_settled() -> None:
    script = (
        "import sys; from store.people.written_numbers import written_number as read;"
        "assert read('Tel. 030/5550123 x12').whole == '030/5550123;ext=12';"
        "assert 'phonenumbers' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_an_extension_is_shown_as_people_write_it() -> None:
    assert shown_number("+49 30 5550123;ext=12") == "+49 30 5550123 ext. 12"
    assert number("+49 30 5550123;ext=12").tel == "tel:+49-30-5550123;ext=12"
    assert written_number("+49 30 5550123;ext=12").extension == "12"
