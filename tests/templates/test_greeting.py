"""One text for several people: greetings by name, and personal lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.greeting import address, addressed, shared

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
    ],
)
def test_greeting(greeting: str, to: str, expected: str) -> None:
    assert addressed(greeting + REST, names=PANEL, to=to) == expected + REST


def test_greeting_that_opens_a_text_message() -> None:
    text = "Dear Marta, thank you for Wednesday. Deniz was kind. Kind regards, Jo"
    expected = "Dear Deniz, thank you for Wednesday. Deniz was kind. Kind regards, Jo"
    assert addressed(text, names=PANEL, to="Deniz Aydın") == expected


def test_the_others_are_named_as_the_reader_knows_them() -> None:
    three = ("Marta Lindqvist", "Deniz Aydın", "Dr. Joan Pell")
    text = "Dear Marta,\n\nthank you, Deniz and Dr. Pell together."
    for_deniz = "Dear Deniz,\n\nthank you, Marta and Dr. Pell together."
    assert addressed(text, names=three, to="Deniz Aydın") == for_deniz
    assert shared(for_deniz + " More.", body=text, names=three, to="Deniz Aydın") == text + " More."


def test_a_single_other_counts_only_beside_you() -> None:
    two = ("Marta Lindqvist", "Deniz Aydın")
    text = "Dear Marta,\n\nthank you and Deniz. Deniz's question stayed with me."
    for_deniz = "Dear Deniz,\n\nthank you and Marta. Deniz's question stayed with me."
    assert addressed(text, names=two, to="Deniz Aydın") == for_deniz
    assert shared(for_deniz, body=text, names=two, to="Deniz Aydın") == text


def test_only_the_first_line_greets() -> None:
    text = "\n\nDear Marta,\n\nDear Marta, again"
    assert addressed(text, names=PANEL, to="Deniz Aydın") == "\n\nDear Deniz,\n\nDear Marta, again"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Dear Marta,\n\nOne.\n\nTwo.", "Dear Marta,\n\nOne.\n\nLine.\n\nTwo."),
        ("Dear Marta,\nOne.\n\nTwo.", "Dear Marta,\nOne.\n\nLine.\n\nTwo."),
        ("Dear Marta,\n\nOne\nstill one.\n\nTwo.", "Dear Marta,\n\nOne\nstill one.\n\nLine.\n\nTwo."),
        ("One.\n\nTwo.", "One.\n\nLine.\n\nTwo."),
        ("One.", "One.\n\nLine."),
        ("Dear Marta,", "Dear Marta,\n\nLine."),
        ("", "Line."),
        ("Dear all,\n\nOne.\n", "Dear all,\n\nOne.\n\nLine.\n"),
        (
            "Dear Marta, thank you for the day. Kind regards, Jo",
            "Dear Marta, thank you for the day. Line. Kind regards, Jo",
        ),
        ("Thank you for the day.\nKind regards,\nJo", "Thank you for the day.\n\nLine.\n\nKind regards,\nJo"),
    ],
)
def test_place_of_the_personal_line(body: str, expected: str) -> None:
    assert addressed(body, names=PANEL, to="Marta Lindqvist", line=" Line. ") == expected


@pytest.mark.parametrize(
    ("body", "to", "typed", "everyone"),
    [
        # The greeting shown was made for the reader: everyone's stays.
        ("Dear Mr Aydın,\n\nOne.", "Marta Lindqvist", "Dear Marta Lindqvist,\n\nA.", "Dear Mr Aydın,\n\nA."),
        ("Dear Marta,\n\nOne.", "Deniz Aydın", "Dear Deniz,\n\nOne!", "Dear Marta,\n\nOne!"),
        # The greeting was edited: it is everyone's from now on.
        ("Dear Marta,\n\nOne.", "Deniz Aydın", "Hi Deniz,\n\nOne.", "Hi Marta,\n\nOne."),
        ("Dear Marta,\n\nOne.", "Deniz Aydın", "Dear Mr Aydın,\n\nOne.", "Dear Mr Aydın,\n\nOne."),
        ("Dear Marta,\n\nOne.", "Deniz Aydın", "Dear all,\n\nOne.", "Dear all,\n\nOne."),
        ("Dear Marta,\n\nOne.", "Deniz Aydın", "One.", "One."),
    ],
)  # fmt: skip
def test_writing_back(body: str, to: str, typed: str, everyone: str) -> None:
    assert shared(typed, body=body, names=PANEL, to=to) == everyone


_PIECES = ["Dear ", "Hi ", "Marta", "Deniz", "Marta, Deniz and Dr. Pell", "you and ", "Mr Aydın", "all", ","]
_PIECES += [" and ", "\n", "\n\n", "Thank you.", " ", "Kind regards,\nJo", "Dr. Pell", "{{ topic }}", "Aydın"]
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=12).map("".join)


@given(body=_TEXTS, to=st.sampled_from((*PANEL, "")), line=st.sampled_from(["", "Line for you."]))
def test_whatever_the_text(body: str, to: str, line: str) -> None:
    made = address(body, names=PANEL, to=to, line=line)
    plain = addressed(body, names=PANEL, to=to)
    assert made.text[: made.line_start] + made.text[made.line_end :] == plain
    assert line in made.text
    for offset in range(len(made.text)):
        place = made.place(offset)
        assert place is None or plain[place] == made.text[offset]
    # Greeting someone and then someone else is the same as greeting the second at once, or the first's
    # form could not be given to the second.
    assert addressed(plain, names=PANEL, to=to) == plain


@given(body=_TEXTS, typed=_TEXTS, to=st.sampled_from(PANEL))
def test_writing_back_shows_what_was_typed(body: str, typed: str, to: str) -> None:
    everyone = shared(typed, body=body, names=PANEL, to=to)
    assert addressed(everyone, names=PANEL, to=to) in (typed, addressed(typed, names=PANEL, to=to))
