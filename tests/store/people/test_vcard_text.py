"""People on their way into an address book: what a reader of vCards finds in what is written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.people.vcard_text import AddressEntry, mecard, vcard

ADA = AddressEntry(
    "Dr. Ada van der Berg", called="Ada", title="CTO", company="Globex", email="ada@globex.example",
    phone="030 5550123",
)  # fmt: skip


def read(text: str) -> dict[str, str]:
    """The properties of one card by their names, with nothing escaped any more but between the parts of N."""
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").split("\r\n")[:-1]
    assert lines[0] == "BEGIN:VCARD" and lines[1] == "VERSION:3.0" and lines[-1] == "END:VCARD"
    pairs = [line.split(":", 1) for line in lines[2:-1]]
    return {name: value if name == "N" else plain(value) for name, value in pairs}


def plain(value: str) -> str:
    return re.sub(r"\\(.)", r"\1", value)


def test_everything_that_is_known_is_in_it() -> None:
    assert read(vcard(ADA, "DE")) == {
        "N": "van der Berg;Ada;;Dr.;", "FN": "Dr. Ada van der Berg", "NICKNAME": "Ada", "ORG": "Globex",
        "TITLE": "CTO", "TEL": "+49305550123", "EMAIL": "ada@globex.example",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Ada Okafor", "Okafor;Ada;;;"),
        ("Okafor, Ada", "Okafor;Ada;;;"),
        ("Prof. José García Márquez Jr.", "Márquez;José García;;Prof.;Jr."),
        ("Madonna", ";Madonna;;;"),
        ("Talent team", ";Talent team;;;"),
        ("ada@globex.example", ";ada@globex.example;;;"),
        ("", ";ada@globex.example;;;"),
    ],
)
def test_a_name_in_its_parts(name: str, parts: str) -> None:
    found = read(vcard(ADA._replace(name=name)))
    assert found["N"] == parts
    assert found["FN"]


@pytest.mark.parametrize(
    ("phone", "country", "field", "written"),
    [
        ("030 5550123", "DE", "TEL", "+49305550123"),
        ("030 5550123", None, "TEL", "030 5550123"),
        ("+1 415 555 2671 ext. 12", None, "TEL", "+1 415-555-2671 ext. 12"),
        ("+49 1511 2345678", None, "TEL;TYPE=CELL", "+4915112345678"),
    ],
)
def test_a_number(phone: str, country: str | None, field: str, written: str) -> None:
    entry = ADA._replace(phone=phone, mobile=field != "TEL")
    assert read(vcard(entry, country))[field] == written


def test_what_is_not_known_is_not_there() -> None:
    assert read(vcard(AddressEntry("Ada Okafor"))) == {"N": "Okafor;Ada;;;", "FN": "Ada Okafor"}
    assert mecard(AddressEntry("Ada Okafor")) == "MECARD:N:Okafor,Ada;;"


def test_the_short_form_has_what_one_calls_by() -> None:
    assert mecard(ADA, "DE") == "MECARD:N:van der Berg,Ada;TEL:+49305550123;EMAIL:ada@globex.example;;"
    odd = AddressEntry("Ada Okafor", email="a:b;c,d\\e@x.example")
    assert mecard(odd) == r"MECARD:N:Okafor,Ada;EMAIL:a\:b\;c\,d\\e@x.example;;"


texts = st.text(st.sampled_from("ab Ü漢🙂,;:\\\"'\r\n\x00\u2028=?."), max_size=200)


@given(texts, texts, texts)
def test_no_text_ends_its_line_or_begins_another(name: str, title: str, company: str) -> None:
    entry = AddressEntry(name, title=title, company=company, email="ada@globex.example")
    found = read(vcard(entry))
    assert set(found) <= {"N", "FN", "ORG", "TITLE", "EMAIL"}
    assert len(re.findall(r"(?<!\\)(?:\\\\)*;", found["N"])) == 4
    short = mecard(entry)
    assert short.startswith("MECARD:N:") and short.endswith(";;")
    assert not re.search(r"[\r\n\x00]", short)


def test_a_name_of_which_nothing_can_be_shown_is_none() -> None:
    assert mecard(AddressEntry("\x00", email="ada@globex.example")).startswith("MECARD:N:ada@globex.example;")
