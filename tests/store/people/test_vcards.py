"""vCards of all versions, as phones and address books write them."""

from __future__ import annotations

import pytest

from store.people.reading import PeopleRead, read_people
from store.people.vcards import read_vcards


def card(*lines: str, version: str = "3.0") -> str:
    """A card of these lines."""
    return "\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""))


def facts(read: PeopleRead) -> list[tuple[str | None, ...]]:
    """Name, address, number and title of everyone, where nothing is left over."""
    assert not read.left
    return [(one.name, one.email, one.phone, one.title) for one in read.people]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            card(
                "N:Okafor;Ada;;;", "FN:Ada Okafor", "ORG:Globex;Research", "TITLE:CTO", "UID:1", "REV:2026",
                "EMAIL;TYPE=INTERNET,WORK:ada@globex.example", "item1.TEL;type=CELL:+49 171 5550199",
                "item1.X-ABLabel:_$!<Mobile>!$_", "PHOTO;ENCODING=b;TYPE=JPEG:AAAA", " BBBB",
            ),
            ("Ada Okafor", "ada@globex.example", "+49 171 5550199", "CTO"),
        ),
        (
            card(
                "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Ru=C3=ADz;Jos=C3=A9",
                "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jos=C3=A9 =", "Ru=C3=ADz",
                "TEL;CELL;PREF:+34612345678", version="2.1",
            ),
            ("José Ruíz", None, "+34612345678", ""),
        ),
        (
            card("FN;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:J=F6rg Weber", version="2.1"),
            ("Jörg Weber", None, None, ""),
        ),
        (
            card(
                "FN:Ada Okafor", "TEL;VALUE=uri;PREF=1;TYPE=\"voice,work\":tel:+49-30-5550123;ext=12",
                "EMAIL:ada@glo", " bex.example", "TITLE:Head of Data\\, EMEA", version="4.0",
            ),
            ("Ada Okafor", "ada@globex.example", "+49-30-5550123;ext=12", "Head of Data, EMEA"),
        ),
        (card("FN:Okafor\\, Ada", "N:Okafor;Ada;;Dr.;"), ("Dr. Ada Okafor", None, None, "")),
        (card("N:Okafor;Ada;Ngozi;;"), ("Ada Ngozi Okafor", None, None, "")),
        (card("FN:Ada Okafor", "TEL;TYPE=HOME,FAX:+49 30 5550124"), ("Ada Okafor", None, None, "")),
        (card("fn:Ada Okafor", "tel:030/5550123"), ("Ada Okafor", None, "+49 30 5550123", "")),
        (
            card("FN:Ada Okafor", "TEL;TYPE=HOME:+49 30 1111111", "TEL;TYPE=WORK:+49 30 5550123"),
            ("Ada Okafor", None, "+49 30 5550123", ""),
        ),
        (
            card("FN:Ada Okafor", "TEL;TYPE=HOME,pref:+49 30 1111111", "TEL;TYPE=WORK:+49 30 5550123"),
            ("Ada Okafor", None, "+49 30 1111111", ""),
        ),
        (
            card("FN:Ada Okafor", "EMAIL;PREF=2:b@globex.example", "EMAIL;PREF=1:ada@globex.example"),
            ("Ada Okafor", "ada@globex.example", None, ""),
        ),
        (card("FN:Ada Okafor").replace("\n", "\r\n"), ("Ada Okafor", None, None, "")),
        (card("FN:Ada Okafor").replace("END:VCARD\n", ""), ("Ada Okafor", None, None, "")),
    ],
)  # fmt: skip
def test_cards_as_they_are_written(text: str, expected: tuple[str | None, ...]) -> None:
    assert facts(read_vcards(text, company="Globex", country="DE")) == [expected]
    assert facts(read_people(text, company="Globex", country="DE")) == [expected]


def test_several_cards_and_whoever_is_nobody_in_particular() -> None:
    text = (
        card("FN:Ada Okafor")
        + card("FN:Globex Recruiting", "EMAIL:jobs@globex.example")
        + card("FN:Joan Pell")
    )
    read = read_vcards(text + card("KIND:org", "FN:Initech", "TEL:+49 30 5550123"))
    assert [one.name for one in read.people] == ["Ada Okafor", "Joan Pell"]
    assert [one.name for one in read.contacts] == ["Globex Recruiting", "Initech"]


@pytest.mark.parametrize(
    ("lines", "part"),
    [
        (
            ("FN:Ada Okafor", "TEL:+49 30 5550123", "TEL:+49 171 5550199"),
            "+49 30 5550123 and +49 171 5550199",
        ),
        (("FN:Ada Okafor", "EMAIL:a@x.example", "EMAIL:b@x.example"), "a@x.example and b@x.example"),
        (("FN:Ada Okafor (tall)",), "tall"),
        (("FN:Ada Okafor", "TEL:14.11.2026"), "14.11.2026"),
        (("FN:Ada Okafor", "EMAIL:ada"), "ada"),
        (("FN:HR",), "HR"),
    ],
)
def test_what_is_not_clear_is_left_over(lines: tuple[str, ...], part: str) -> None:
    assert [one.part for one in read_vcards(card(*lines)).left] == [part]


def test_what_is_not_kept_is_said_and_a_note_is_kept() -> None:
    read = read_vcards(
        card(
            "FN:Ada Okafor", "ORG:Globex", "URL:globex.example", "NOTE:met at\\nthe fair",
            "TEL;TYPE=WORK:+49 30 5550123", "TEL;TYPE=HOME:+49 30 1111111", "TEL;TYPE=FAX:+49 30 5550124",
        )
    )  # fmt: skip
    assert read.people[0].notes == "met at the fair\nOther number: +49 30 1111111 (home)"
    assert read.said == (
        "Left out for Ada Okafor: Globex, globex.example, the fax number +49 30 5550124.",
        "Kept in the notes of Ada Okafor: +49 30 1111111 (home).",
    )


def test_what_stands_around_the_cards_is_left_over() -> None:
    read = read_people(f"Our team:\n{card('FN:Ada Okafor')}")
    assert [one.part for one in read.left] == ["Our team:"]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("TITLE;ENCODING=QUOTED-PRINTABLE:Head of=", " Data"), "Head of Data"),
        (("TITLE;ENCODING=QUOTED-PRINTABLE:Head of =", "Data"), "Head of Data"),
        (("TITLE;QUOTED-PRINTABLE;CHARSET=UTF-8:Head =6F=", "f =", "Data"), "Head of Data"),
        (("TITLE:Head of D", " ata"), "Head of Data"),
        (("TITLE:x=", " y"), "x=y"),
    ],
)
def test_a_broken_line_is_one(lines: tuple[str, ...], title: str) -> None:
    assert facts(read_vcards(card("FN:Ada Okafor", *lines, version="2.1"))) == [
        ("Ada Okafor", None, None, title)
    ]


@pytest.mark.parametrize(
    ("line", "called"),
    [
        ("NICKNAME:Bill", "Bill"),
        ("NICKNAME:Bill,Billy", "Bill"),
        ("NICKNAME;TYPE=work:Bill\\, the boss", "Bill, the boss"),
        ("NICKNAME:william", ""),
        ("NICKNAME:", ""),
    ],
)
def test_a_nickname_is_how_somebody_is_called(line: str, called: str) -> None:
    assert read_people(card("FN:William Smith", line)).people[0].called == called


@pytest.mark.parametrize("preferred", ["", ",pref"])
@pytest.mark.parametrize("kind", ["CELL", "cell,voice", "MOBILE"])
def test_the_mobile_is_taken_and_the_other_number_is_noted(kind: str, preferred: str) -> None:
    read = read_vcards(
        card("FN:Ada Okafor", f"TEL;TYPE=WORK{preferred}:+49 30 5550123", f"TEL;TYPE={kind}:+49 171 5550199")
    )
    (one,) = read.people
    assert (one.phone, one.notes) == ("+49 171 5550199", "Other number: +49 30 5550123 (work)")
    assert read.said == ("Kept in the notes of Ada Okafor: +49 30 5550123 (work).",)
