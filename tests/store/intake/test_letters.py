"""The text of an invitation, as people write it: the time, the company, the people, and nothing else."""

from __future__ import annotations

import pytest

from store.intake.letters import read_letter
from store.rules.office import own_office
from store.tables import ReadBy
from tests.growth import growth
from tests.making import BERLIN, POLICY, at

BY = ReadBy(at("2026-11-25 09:00"), BERLIN, lambda zone: own_office(zone, POLICY))
INVITED = "we would like to invite you to an interview on"
TIMES = {
    f"Hi Jo, {INVITED} Tuesday, December 1, 10:00–11:00 with Ada.": ("2026-12-01 09:00", 60),
    f"Hi Jo, {INVITED} Tuesday, December 1,\n10:00–11:15 at our office.": ("2026-12-01 09:00", 75),
    "When: Tue, Dec 1 · 10:00 – 11:00am\nWhere: Teams": ("2026-12-01 09:00", 60),
    "When\nTuesday, December 1, 2026 10:00 AM-11:00 AM": ("2026-12-01 09:00", 60),
    "Your interview is on Wednesday 2 December 2026 at 2:30pm (London time).": ("2026-12-02 14:30", None),
    "Could we talk on Dec 2nd at 9am New York time?": ("2026-12-02 14:00", None),
    "on 2026-12-01 at 14:00 CET": ("2026-12-01 13:00", None),
    "Interview: Thursday, 3 December 2026, 9.30 - 10.15": ("2026-12-03 08:30", 45),
    "Termin: Dienstag, den 1. Dezember um 14 Uhr im Büro": ("2026-12-01 13:00", None),
    "Entretien le mardi 1 décembre à 14h30": ("2026-12-01 13:30", None),
    "We meet on Tuesday, 1 December at 10:00.\nPlease reply by Friday 5pm.": ("2026-12-01 09:00", None),
    "On Tue, 24 Nov 2026 at 08:15, Ada wrote:\n> Friday 15:00?\nTuesday 1 December, 10:00 it is.": (
        "2026-12-01 09:00", None,
    ),
    "Date: Tuesday, 1 December 2026\nTime: 13:00 - 14:30 CET\nWhere: Teams": ("2026-12-01 12:00", 90),
    "• Time: 2pm\n\n• Date: Tue, Dec 1": ("2026-12-01 13:00", None),
    "**Datum:** 1. Dezember 2026\n**Uhrzeit:** 14:00 Uhr": ("2026-12-01 13:00", None),
    "Date: Mon, 23 Nov 2026 08:15\nTime: 9:00\n\nTuesday 1 December, 10:00": ("2026-12-01 09:00", None),
    "Tue 1 Dec 10:00 works.\nSo again: Tuesday, 1 December, 10:00!": ("2026-12-01 09:00", None),
}  # fmt: skip


@pytest.mark.parametrize("text", TIMES)
def test_the_time(text: str) -> None:
    start, minutes = TIMES[text]
    letter = read_letter(text, BY)
    assert letter.start == at(start)
    length = None if letter.end is None else (letter.end - letter.start).total_seconds() / 60
    assert length == minutes


@pytest.mark.parametrize(
    "text",
    [
        "Could you do Mon 30 Nov 14:00 or Tue 1 Dec 15:00?",
        "Slots:\n- Mon 30 Nov 14:00\n- Tue 1 Dec 15:00",
        "Wednesday 2 December at 2:30pm (Springfield time)",
    ],
)
def test_what_is_not_one_time_is_left_open(text: str) -> None:
    letter = read_letter(text, BY)
    assert letter.start is None and letter.says_anything


@pytest.mark.parametrize(
    "text",
    [
        "Dear Jo,\nthank you for your time on the phone.",
        "Please confirm by Friday 5pm.",
        "Our office is open from 9:00.",
        "Ada Okafor\nCTO\n+49 30 5550123",
        "> Tuesday 1 December 10:00",
    ],
)
def test_what_is_no_time_of_an_interview_is_none(text: str) -> None:
    assert not read_letter(text, BY).says_anything


def test_company_role_people_and_link() -> None:
    letter = read_letter(
        "Dear Jo,\n\nthank you for applying for the Data engineer position. We'd like to meet you on "
        "1 December at 10:00 with Ada Okafor <ada@globex.example> and Ben de Vries <ben@globex.example>.\n"
        "Read about us: https://globex.example/careers\nJoin: https://meet.google.com/abc-defg-hij\n\n"
        "Booked with scheduler <no-reply@calendly.com>\n\nKind regards,\nRita Vale\nTalent partner\n",
        BY,
    )
    assert (letter.company, letter.role, letter.mode) == ("Globex", "Data engineer", "video")
    assert letter.link == "https://meet.google.com/abc-defg-hij"
    assert letter.interviewers == "Ada Okafor <ada@globex.example>\nBen de Vries <ben@globex.example>"
    assert letter.contacts == "Rita Vale\nTalent partner"


@pytest.mark.parametrize(
    ("signature", "contacts"),
    [
        ("Ada Okafor <ada@globex.example>\nCTO", ""),
        ("Ada Okafor\nADA@globex.example", ""),
        ("Rita Vale\nrita@agency.example", "Rita Vale\nrita@agency.example"),
    ],
)
def test_whoever_signs_is_there_once(signature: str, contacts: str) -> None:
    text = f"On 1 December at 10:00 you meet Ada Okafor <ada@globex.example>.\n\nKind regards\n{signature}\n"
    letter = read_letter(text, BY)
    assert letter.interviewers.startswith("Ada Okafor <ada@globex.example>")
    assert letter.contacts == contacts


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("You will talk to Ada Okafor (Head of Data) and Ben Ito.", "Ada Okafor, Head of Data\nBen Ito"),
        ("You will meet Ada Okafor, Head of Data, and Dr. Ben Ito.", "Ada Okafor, Head of Data\nDr. Ben Ito"),
        ("Interviewers: Ada Okafor, Ben Ito, Maria de Vries", "Ada Okafor\nBen Ito\nMaria de Vries"),
        ("a call with Ada Okafor on Tuesday, and then lunch", "Ada Okafor"),
        ("ein Gespräch mit Ada Okafor und Maria Weiss", "Ada Okafor\nMaria Weiss"),
        (
            "Ada Okafor <ada@globex.example> knows. You will meet Ada Okafor.",
            "Ada Okafor <ada@globex.example>",
        ),
        ("You will meet Maria Weiss.\n\nBest regards,\nMaria Weiss\nHR\n", ""),
        ("You will meet Globex Berlin and Human Resources.", ""),
        ("We look forward to meeting you on Tuesday. Ada Okafor says hello.", ""),
        ("talk to the team", ""),
    ],
)
def test_those_one_is_to_meet(text: str, people: str) -> None:
    assert read_letter(text, BY).interviewers == people


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("to the second round for the position Data Engineer at Globex", "Data Engineer"),
        ("Position: Head of Data (m/f/d)", "Head of Data"),
        ("your application for the role of Site Reliability Engineer.", "Site Reliability Engineer"),
        ("Ihre Bewerbung auf die Stelle als Data Engineer bei uns", "Data Engineer"),
        ("a position in Berlin", ""),
        ("this role reports to Ada", ""),
    ],
)
def test_the_role(text: str, role: str) -> None:
    assert read_letter(text, BY).role == role


@pytest.mark.parametrize(
    "piece",
    [
        "Date: 1 Dec\n",
        "Time: 10:00\nDate: 1 Dec\n",
        "meet Ada Okafor, ",
        "role of A a ",
        "Tue 1 Dec 10:00 x ",
        "a <b@c.example> ",
        "1.12. 10:00 ",
        "Best regards,\n",
        "<",
    ],
)
def test_long_texts_cost_no_more_than_their_length(piece: str) -> None:
    assert growth(lambda: read_letter(piece * 300, BY), lambda: read_letter(piece * 1_200, BY), rounds=1) < 12
