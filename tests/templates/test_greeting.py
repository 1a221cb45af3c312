"""A greeting by name greets whoever reads it; what is no such greeting stays as it is."""

from __future__ import annotations

import pytest

from templates.greeting import end_of_greeting, greeting_of, greets
from templates.reader_text import for_reader

PANEL = ("Marta Lindqvist", "Deniz Aydın", "Dr. Joan Pell", "Jan van der Berg")
REST = "\n\nthank you for Wednesday."


@pytest.mark.parametrize(
    ("greeting", "to", "expected"),
    [
        ("Dear Marta,", "Deniz Aydın", "Dear Deniz,"),
        ("Hello Marta!", "Deniz Aydın", "Hello Deniz!"),
        ("Hi Marta", "Deniz Aydın", "Hi Deniz"),
        ("Good morning, Marta,", "Deniz Aydın", "Good morning, Deniz,"),
        ("good afternoon marta,", "Deniz Aydın", "good afternoon Deniz,"),
        ("Dear Marta Lindqvist,", "Deniz Aydın", "Dear Deniz Aydın,"),
        ("Dear Ms Lindqvist,", "Dr. Joan Pell", "Dear Dr. Pell,"),
        ("Dear Ms Lindqvist,", "Deniz Aydın", "Dear Deniz Aydın,"),
        ("Dear Dr Pell:", "Marta Lindqvist", "Dear Marta Lindqvist:"),
        ("Dear Mr van der Berg,", "Dr. Joan Pell", "Dear Dr. Pell,"),
        ("Dear Deniz Aydin,", "Marta Lindqvist", "Dear Marta Lindqvist,"),
        ("Dear Joan –", "Marta Lindqvist", "Dear Marta –"),
        # The one it goes to is greeted as the writer chose.
        ("Dear Mr Aydın,", "Deniz Aydın", "Dear Mr Aydın,"),
        ("dear DENIZ,", "Deniz Aydın", "dear DENIZ,"),
        # Nobody in particular, or several together.
        ("Dear all,", "Deniz Aydın", "Dear all,"),
        ("Dear hiring team,", "Deniz Aydın", "Dear hiring team,"),
        ("Dear Marta and Deniz,", "Deniz Aydın", "Dear Marta and Deniz,"),
        ("Dear Marta, Deniz and Joan,", "Jan van der Berg", "Dear Marta, Deniz and Joan,"),
        ("Dear {{ interviewer }},", "Deniz Aydın", "Dear {{ interviewer }},"),
        # Someone else, or no greeting at all.
        ("Dear Sam,", "Deniz Aydın", "Dear Sam,"),
        ("Marta,", "Deniz Aydın", "Marta,"),
        ("Dearest Marta", "Deniz Aydın", "Dearest Marta"),
        ("Dear Marta,", "", "Dear Marta,"),
        # Neutral words go for everyone; those for one gender stay with whom they were meant for.
        ("Guten Tag Marta Lindqvist,", "Deniz Aydın", "Guten Tag Deniz Aydın,"),
        ("Bonjour Marta,", "Deniz Aydın", "Bonjour Deniz,"),
        ("Hola, Marta:", "Deniz Aydın", "Hola, Deniz:"),
        ("Liebe Marta,", "Deniz Aydın", "Liebe Marta,"),
        ("Sehr geehrte Frau Lindqvist,", "Deniz Aydın", "Sehr geehrte Frau Lindqvist,"),
        ("Chère Marta,", "Deniz Aydın", "Chère Marta,"),
        ("Estimada Marta:", "Deniz Aydın", "Estimada Marta:"),
        ("Hallo Marta und Deniz,", "Deniz Aydın", "Hallo Marta und Deniz,"),
    ],
)
def test_greeting(greeting: str, to: str, expected: str) -> None:
    assert for_reader(greeting + REST, people=PANEL, to=to).text == expected + REST


def test_greeting_that_opens_a_text_message() -> None:
    text = "Dear Marta, thank you for Wednesday. Deniz was kind. Kind regards, Jo"
    expected = "Dear Deniz, thank you for Wednesday. Deniz was kind. Kind regards, Jo"
    assert for_reader(text, people=PANEL, to="Deniz Aydın").text == expected


def test_only_the_first_line_greets() -> None:
    text = "\n\nDear Marta,\n\nDear Marta, again"
    shown = for_reader(text, people=PANEL, to="Deniz Aydın").text
    assert shown == "\n\nDear Deniz,\n\nDear Marta, again"


def test_where_it_ends_and_whom_it_names() -> None:
    text = "\nDear Marta, thank you."
    assert text[: end_of_greeting(text)] == "\nDear Marta,"
    assert greeting_of(text) == "Dear Marta,"
    assert greets(text, "Marta Lindqvist") and not greets(text, "Deniz Aydın")
    assert (end_of_greeting("Thank you."), greeting_of("Thank you.")) == (0, "")
