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


@pytest.mark.parametrize("comma", ["", ","])
@pytest.mark.parametrize(
    "form", ["Inc.", "Inc", "LLC", "Ltd.", "GmbH", "S.A.S.", "S.r.l.", "B.V.", "AG", "Pty. Ltd."]
)
@pytest.mark.parametrize(
    "text",
    ["Ada Okafor, {0}", "Ada Okafor ({0})", "Ada Okafor, CTO | {0}", "Ada Okafor (CTO, {0})",
     "Ada Okafor\nCTO\n{0}\nTel. +49 30 5550123", "Ada Okafor, {0}, CTO",
     "Ada Okafor, CTO at {0}", "Ada Okafor <ada@globex.example> ({0})"],
)  # fmt: skip
def test_a_company_is_one_with_its_legal_form(text: str, form: str, comma: str) -> None:
    read = read_people(text.format(f"Globex{comma} {form}"), company="Globex")
    assert not read.left and [one.name for one in read.everyone] == ["Ada Okafor"]
    assert read.people[0].title in ("", "CTO")


def test_the_addresses_of_those_who_are_known_tell_companies() -> None:
    rita = Person(id="p1", name="Rita Book", email="rita@northwind.example")
    read = read_people("Ada Okafor (Northwind GmbH), recruiter at Northwind", known=[rita])
    assert not read.left and read.people[0].title == "recruiter"
    assert [one.part for one in read_people("Ada Okafor (Northwind GmbH)").left] == ["Northwind GmbH"]


def test_nobody_is_explained_to_be_a_contact_who_was_given_as_one() -> None:
    read = read_people(
        "Globex HR <hr@globex.example>; Rita Book (Globex)", company="Globex", as_contacts=True
    )
    assert [one.name for one in read.contacts] == ["Rita Book", "Globex HR"] and not read.people
    assert read.said == ("Left out for Rita Book: Globex.",)


@pytest.mark.parametrize("letter", "ETMPFDW")
@pytest.mark.parametrize("sign", [" ", ": ", ". ", "  ", "\t"])
@pytest.mark.parametrize("start", ["Ada Okafor\nCTO\n", "Ada Okafor | CTO | "])
def test_a_letter_before_an_address_a_number_or_a_site_is_nobody(start: str, sign: str, letter: str) -> None:
    what = {"E": "ada@globex.example", "W": "www.globex.example"}.get(letter, "+49 30 5550123")
    read = read_people(f"{start}{letter}{sign}{what}", company="Globex")
    assert not read.left
    assert [(one.name, one.title) for one in read.everyone] == [("Ada Okafor", "CTO")]


@pytest.mark.parametrize("label", ["Mobile", "Office", "Tel.", "Handy", "Cell phone:", "Email", "E-mail:"])
def test_a_label_may_stand_on_a_line_of_its_own(label: str) -> None:
    what = "ada@globex.example" if "mail" in label else "+49 171 5550199"
    (one,) = read_people(f"Ada Okafor\n{label}\n{what}\nJoan Pell").people[:1]
    assert (one.name, one.email or one.phone) == ("Ada Okafor", what)


@pytest.mark.parametrize("behind", ["Jr.", "Sr.", "Jr", "III", "II"])
@pytest.mark.parametrize(
    "text", ["Martin Reed, {} <m@x.example>", "Martin Reed, {}, CTO", "Reed, Martin, {}"]
)
def test_a_generation_behind_a_comma_is_of_the_name(text: str, behind: str) -> None:
    read = read_people(text.format(behind))
    (one,) = with_ids(read.people)
    assert not read.left and one.name == f"Martin Reed {behind}"


@pytest.mark.parametrize("mark", ["me", "you", "Host, me", "ich", "moi", "yo"])
def test_whoever_a_program_marks_as_the_user_is_left_out(mark: str) -> None:
    read = read_people(f"Ada Okafor (Host)\nRobin Vogel ({mark})")
    assert [one.name for one in read.people] == ["Ada Okafor"]
    assert "Left out, as that is you: Robin Vogel." in read.said


@pytest.mark.parametrize("mobile", ["Mobile", "M", "cell", "Handy", "mob.", "Móvil", "Port.", "GSM", "c"])
@pytest.mark.parametrize("other", ["Office", "Tel.", "T", "Work", "Büro"])
def test_of_two_numbers_with_labels_the_mobile_is_taken_and_the_other_noted(mobile: str, other: str) -> None:
    office, pocket = f"{other}: +1 202 555 0177", f"{mobile}: +1 202 555 0178"
    for text in (f"Ada Okafor\n{office}\n{pocket}", f"Ada Okafor, {pocket}, {office}"):
        read = read_people(text)
        (one,) = read.people
        assert not read.left and one.phone == "+1 202 555 0178"
        assert "+1 202 555 0177" in one.notes and any("+1 202 555 0177" in said for said in read.said)


@pytest.mark.parametrize(
    "text",
    [
        "+1 202 555 0177 / +1 202 555 0178",
        "+1 202 555 0177 or +1 202 555 0178",
        "Mobile +1 202 555 0177, Cell +1 202 555 0178",
        "Office +1 202 555 0177, Direct +1 202 555 0178",
        "Mobile +1 202 555 0177 +1 202 555 0178",
    ],
)
def test_of_two_numbers_that_do_not_say_which_none_is_taken(text: str) -> None:
    read = read_people(f"Ada Okafor {text}")
    assert [one.part for one in read.left] == ["+1 202 555 0177 and +1 202 555 0178"]


@pytest.mark.parametrize("text", ["+49 30 55", "+49 30 1", "+1 312 555", "+44 20 79"])
def test_a_number_that_is_cut_short_is_asked(text: str) -> None:
    read = read_people(f"Ada Okafor, {text}")
    assert [one.part for one in read.left] == [text]
    assert all(one.phone is None for one in read.people)


def test_a_company_or_an_office_behind_somebody_has_an_entry_of_its_own() -> None:
    for name in ("Globex Recruiting", "Globex", "Talent Team", "Globex, Inc."):
        read = read_people(f"Ada <ada@globex.example>, {name} <jobs@globex.example>", company="Globex")
        assert not read.left
        assert [one.name for one in read.people] == ["Ada"]
        assert [(one.name, one.email) for one in read.contacts] == [(name, "jobs@globex.example")]


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
