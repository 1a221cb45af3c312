"""What a name is found by in texts and in files, and what is left alone."""

from __future__ import annotations

import base64
import json
import unicodedata
from urllib.parse import quote

import pytest

from store.forgetting.marks import NameMarks, same_number
from tests.growth import growth

ADA = NameMarks(("Ada Okafor", "ada@globex.example"), ("Okafor",), ("+49 30 123 4567",))
META = NameMarks(words=("Meta",), kept=("Meta Labs",))


@pytest.mark.parametrize(
    ("marks", "text", "left"),
    [
        (ADA, "Dear Ada Okafor, thank you.", "Dear …, thank you."),
        (ADA, "ADA OKAFOR's point", "…'s point"),
        (ADA, "ada  okafor\nwas there; Mr Okafor said", "… was there; Mr … said".replace("… was", "…\nwas")),
        (ADA, "write to Ada@Globex.example.", "write to …."),
        (ADA, "ring 030 1234567, or +4930-123-4567", "ring …, or …"),
        (ADA, "ring 030 1234568", "ring 030 1234568"),
        (ADA, "Adam Okaforsson has ada@globex.example.org", "Adam Okaforsson has ….org"),
        (ADA, "https://meet.example/?u=ada%40globex.example", ""),
        (META, "Meta asked of the metadata: META, meta", "… asked of the metadata: …, meta"),
        (META, "Meta Labs is another one; Meta is not", "Meta Labs is another one; … is not"),
        (NameMarks(("Zoë Müller",)), unicodedata.normalize("NFD", "with Zoë Müller"), "with …"),
        (NameMarks(), "anything", "anything"),
    ],
)
def test_a_text_loses_the_name_and_nothing_else(marks: NameMarks, text: str, left: str) -> None:
    assert marks.without(text) == left
    assert marks.in_text(text) == (left != text)
    assert not marks.in_text(left)


def test_a_file_is_looked_through_in_the_usual_encodings() -> None:
    marks = NameMarks(("Zoë Müller", "zoe@globex.example"), ("Globex",))
    forms = [
        "with zoë müller".encode(),
        json.dumps("Zoë Müller").encode(),
        quote("Zoë Müller").encode(),
        quote("zoe@globex.example", safe="").encode(),
        b"name=Zo%C3%AB+M%C3%BCller",
        b"=?utf-8?q?Zo=C3=AB=20M=C3=BCller?=",
        "Zoë Müller".encode("utf-16"),
        b"quoted-printable\n\nDear Zo=C3=AB M=C3=BC=\nller",
        b"base64\n\n" + base64.encodebytes(b"x" * 50 + b"Dear Globex, thank you for all of it"),
        *(base64.b64encode(b"x" * before + b"Dear Globex, thank you") for before in range(3)),
    ]
    assert [form for form in forms if not marks.in_file(form)] == []
    assert not marks.in_file(b"the metaglobexes of Zo and M\xc3\xbcller")


def test_looking_is_linear() -> None:
    text = "Ada " * 5_000 + "1 " * 10_000 + "+1(" * 5_000
    assert growth(lambda: ADA.without(text), lambda: ADA.without(text * 4)) < 12


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("+49 30 1234567", "030/1234567", True),
        ("+49301234567;ext=12", "+49 30 123 45 67", True),
        ("+49 30 1234567", "+49 30 1234568", False),
        ("110", "110", False),
        ("", "", False),
    ],
)
def test_a_number_is_the_same_however_it_is_written(one: str, other: str, same: bool) -> None:
    assert same_number(one, other) is same


@pytest.mark.parametrize("data", [b"CN=Oka\r\n for\\, Ada", b"CN=Oka\n\tfor\\, Ada", b"CN=Okafor, Ada"])
def test_a_calendar_breaks_its_lines_anywhere_and_escapes_commas(data: bytes) -> None:
    assert NameMarks(phrases=("Okafor, Ada",)).in_calendar(data)
    assert not NameMarks(phrases=("Okafor, Adam",)).in_calendar(data)
