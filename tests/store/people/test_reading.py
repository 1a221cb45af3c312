"""People as they are pasted: read right, or left over and named; never swallowed."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.interview import Person
from store.people.notation import PersonLine, people_lines, with_ids
from store.people.reading import PeopleRead, read_people
from tests.hostile import CONTROLS, hostile, quick


class Pasted(NamedTuple):
    """A text, the country of its numbers, and a line for each that is read of it."""

    text: str
    country: str
    expected: list[str]


def pasted() -> list[Pasted]:
    """The cases of `pasted.txt`: a text; then `= ` a person, `contact `, or `? ` what is left over."""
    found = []
    for block in (
        Path(__file__).with_name("pasted.txt").read_text(encoding="utf-8").rstrip("\n").split("\n---\n")
    ):
        lines = block.split("\n")
        country = lines.pop(0)[1:3] if re.fullmatch(r"\[[A-Z]{2}\]", lines[0]) else "DE"
        expected = [line for line in lines[1:] if line.startswith(("= ", "contact ", "? "))]
        text = "\n".join(lines[: len(lines) - len(expected)]).replace("\\t", "\t").replace("\\r", "\r")
        found.append(
            Pasted(re.sub(r"\\u([0-9a-f]{4})", lambda one: chr(int(one[1], 16)), text), country, expected)
        )
    return found


def shown(line: PersonLine) -> str:
    """Someone as they would be noted."""
    (one,) = with_ids([line])
    parts = [
        one.name if one.name != one.email else "",
        f"<{one.email}>" if one.email else "",
        one.phone or "",
    ]
    parts += ["(whatsapp)" if one.whatsapp else "", f"(called {one.called})" if one.called else ""]
    parts += [f"(note: {one.notes})" if one.notes else ""]
    return " ".join(filter(None, parts)) + (f", {one.title}" if one.title else "")


@pytest.mark.parametrize("case", pasted(), ids=lambda case: case.text[:40])
def test_people_as_they_are_pasted(case: Pasted) -> None:
    read = read_people(case.text, company="Globex", country=case.country, mine=["robin@mail.example"])
    found = [f"? {one.part}" for one in read.left]
    if not read.left:
        found = [f"= {shown(one)}" for one in read.people]
        found += [f"contact {shown(one)}" for one in read.contacts]
    assert found == case.expected


@pytest.mark.parametrize("case", pasted(), ids=lambda case: case.text[:40])
def test_what_is_left_over_is_named_in_a_sentence_and_is_of_the_text(case: Pasted) -> None:
    for one in read_people(case.text, company="Globex", country=case.country).left:
        assert one.why.endswith((".", "?")) and "\n" not in one.why
        assert one.part.split()[0].strip("'") in one.why


def said_of(text: str, **known: str) -> tuple[str, ...]:
    """What is said of a text of which nothing is left over."""
    read = read_people(text, **known)  # type: ignore[arg-type]
    assert not read.left
    return read.said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ada Okafor (she/her), CTO", "Left out for Ada Okafor: she/her."),
        ("Ada Okafor, Globex GmbH", "Left out for Ada Okafor: Globex GmbH."),
        ("Ada Okafor, CTO at Globex", "Left out for Ada Okafor: Globex."),
        (
            "Ada Okafor\nTel. +49 30 5550123\nFax +49 30 5550124",
            "Left out for Ada Okafor: the fax number +49 30 5550124.",
        ),
        ("Ada Okafor\nhttps://globex.example", "Left out for Ada Okafor: https://globex.example."),
        (
            "Ada Okafor <jobs@globex.example>",
            "jobs@globex.example is nobody in particular: kept as a contact, who is never owed thanks.",
        ),
        (
            "Reception +49 30 5550123",
            "Reception is nobody in particular: kept as a contact, who is never owed thanks.",
        ),
    ],
)
def test_what_is_understood_and_not_kept_is_said(text: str, said: str) -> None:
    assert said_of(text, company="Globex") == (said,)


def test_companies_are_told_by_the_card_by_others_and_by_the_address() -> None:
    for read in (
        read_people("Rita Book (Acme)", companies=["Globex", "Acme"]),
        read_people("Rita Book (Acme) <rita@acme.example>"),
        read_people("Rita Book <rita@mail.acme.example>, recruiter at Acme"),
    ):
        assert [one.name for one in read.people] == ["Rita Book"] and not read.left
        assert any("Acme" in said for said in read.said)
    assert [one.part for one in read_people("Rita Book (Acme)").left] == ["Acme"]


def test_the_user_is_left_out_and_that_is_said() -> None:
    read = read_people("Ada <ada@globex.example>, Robin <ROBIN@mail.example>", mine=["robin@mail.example"])
    assert [one.name for one in read.people] == ["Ada"]
    assert read.said == ("Left out, as that is you: ROBIN@mail.example.",)


def test_a_line_of_somebody_known_is_read_as_they_are() -> None:
    odd = [
        Person(id="p1", name="HR", title="ask (by post)"),
        Person(id="p2", name="Talent", email="no-reply@globex.example"),
        Person(id="p3", name="bell hooks", phone="+49 30 1"),
    ]
    read = read_people(f"{people_lines(odd)}\nJoan Pell", known=odd)
    assert not (read.left or read.contacts)
    assert [one.name for one in read.people] == ["HR", "Talent", "bell hooks", "Joan Pell"]
    assert read_people("bell hooks, CTO", known=odd).people[0].name == "bell hooks"


def test_what_only_needs_an_answer_is_told_from_what_is_nothing_at_all() -> None:
    assert [one.unreadable for one in read_people("Ada (tall)").left] == [False]
    assert [one.unreadable for one in read_people("Ada <ada>").left] == [True]
    assert [one.unreadable for one in read_people("Ada +49 30 1").left] == [True]


def test_neither_plans_nor_domains_are_loaded_where_they_tell_nothing() -> None:
    script = (
        "import sys; from store.people.reading import read_people as read;"
        "assert read('Okafor, Ada <ada@globex.example> (called Adi), CTO', company='Globex').people;"
        "assert not {'phonenumbers', 'publicsuffixlist', 'email'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


PIECES = st.sampled_from(
    ("Ada", "Okafor", "Pell,", "CTO", "(", ")", "<", ">", '"', "ada@globex.example", "+49 30 5550123", ";",
     "\n", "|", " - ", "and", "HR", "title:", "(called", "x12", "BEGIN:VCARD\n", "END:VCARD\n", "FN:",
     "Tel.", "fax", "[", "](mailto:a@b.example)", "To:", "she/her", "Dr.", "12", "\t", "10115 Berlin")
)  # fmt: skip


@quick
@given(st.lists(PIECES | hostile, max_size=12).map(" ".join))
def test_whatever_is_pasted_names_somebody_or_leaves_something_over(text: str) -> None:
    read = read_people(text, company="Globex", country="DE")
    assert isinstance(read, PeopleRead)
    if text.strip(" \n\t\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029\x00\ud800"):
        assert read.everyone or read.left
    for one in read.everyone:
        assert one.name and "\n" not in one.name + one.title


@pytest.mark.parametrize("text", CONTROLS.values(), ids=CONTROLS)
def test_nothing_is_taken_that_a_terminal_obeys(text: str) -> None:
    for one in read_people(f"{text} <ada@globex.example>, CTO{text}").everyone:
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e]", one.name + one.title)
