"""One text for several people: only greeting, placeholders and personal line differ; and back again."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from templates.gaps import display
from templates.reader_text import ReaderText, for_reader, named_for, with_line

MARTA, DENIZ, JOAN = "Marta Lindqvist", "Deniz Aydın", "Dr. Joan Pell"
PANEL = (MARTA, DENIZ, JOAN)
BODY = """Dear Marta,

thank you, and {others}, for Wednesday, {first}. How Marta and Joan disagreed stayed with me.

{{ in a sentence: said Kafka, meant Flink }}

Kind regards,
Jo"""


def test_each_reader_is_greeted_and_told_of_the_others_and_no_prose_is_touched() -> None:
    for_deniz = for_reader(BODY, people=PANEL, to=DENIZ)
    assert for_deniz.text.splitlines()[0] == "Dear Deniz,"
    assert "thank you, and Marta and Dr. Pell, for Wednesday, Deniz." in for_deniz.text
    for name in PANEL:
        assert "How Marta and Joan disagreed stayed with me." in for_reader(BODY, people=PANEL, to=name).text
    assert "{{ in a sentence: said Kafka, meant Flink }}" in for_deniz.text
    assert for_deniz.gaps == ()


def test_a_subject_names_the_reader_too() -> None:
    assert named_for("For {first}", people=PANEL, to=DENIZ) == "For Deniz"
    assert named_for("With {others}", people=PANEL, to=MARTA) == "With Deniz and Dr. Pell"
    assert named_for("With {others}", people=("",), to="") == "With {others}"


def test_a_gap_is_shown_in_words_and_stored_as_it_was() -> None:
    shown = for_reader(BODY, people=PANEL, to=DENIZ, in_words=True)
    ((start, end),) = shown.gaps
    assert shown.text[start:end] == "«in a sentence: said Kafka, meant Flink»"
    assert shown.followed(shown.text, PANEL).stored == BODY


def test_what_nobody_can_be_told_stays_to_be_seen() -> None:
    assert for_reader("Thank you, {others} and {first}.", people=("",), to="").text == (
        "Thank you, {others} and {first}."
    )


@pytest.mark.parametrize(
    ("edit", "stored"),
    [
        # Around a part.
        (("thank you", "Thank you"), BODY.replace("thank you", "Thank you")),
        (("Dear", "Hello"), BODY.replace("Dear", "Hello")),
        (("Deniz,\n\nthank", "Deniz,\n\nAgain: thank"), BODY.replace("thank you,", "Again: thank you,")),
        # Over a part: from then on it is prose.
        (("«in a sentence: said Kafka, meant Flink»", "It is Flink."),
         BODY.replace("{{ in a sentence: said Kafka, meant Flink }}", "It is Flink.")),
        (("Marta and Dr. Pell, for", "everybody, for"), BODY.replace("{others}", "everybody")),
        # In a part.
        (("Marta and Dr. Pell, for", "Marta and Joan, for"), BODY.replace("{others}", "Marta and Joan")),
        # Another greeting.
        (("Dear Deniz,", "Hello everyone,"), BODY.replace("Dear Marta,", "Hello everyone,")),
    ],
)  # fmt: skip
def test_writing_back(edit: tuple[str, str], stored: str) -> None:
    shown = for_reader(BODY, people=PANEL, to=DENIZ, in_words=True)
    assert edit[0] in shown.text
    assert shown.followed(shown.text.replace(*edit, 1), PANEL).stored == stored


@pytest.mark.parametrize(
    ("edit", "prose"),
    [
        # Part of a name, a possessive, part of a word: the words go together, for everyone.
        (("Marta and Dr. Pell,", "Marta and Dr. Pell Lindqvist,"), "Marta and Dr. Pell Lindqvist"),
        (("Marta and Dr. Pell,", "Marta and Dr. Pell's team,"), "Marta and Dr. Pell's team"),
        (("Marta and Dr. Pell,", "Marta and Dr. Pells,"), "Marta and Dr. Pells"),
        (("and Marta and", "and Frau Marta and"), "Frau Marta and Dr. Pell"),
        (("Dear Deniz,", "Dear Deniz Aydın,"), "Dear Deniz Aydın,"),
        (("Dear Deniz,", "Dear Mr Deniz,"), "Dear Mr Deniz,"),
    ],
)
def test_what_is_joined_to_a_name_makes_prose_of_it(edit: tuple[str, str], prose: str) -> None:
    shown = for_reader(BODY, people=PANEL, to=DENIZ, in_words=True)
    assert edit[0] in shown.text
    assert prose in shown.followed(shown.text.replace(*edit, 1), PANEL).stored


def test_two_changes_at_once_leave_what_lies_between_them() -> None:
    shown = for_reader(BODY, people=PANEL, to=DENIZ, in_words=True)
    edited = shown.text.replace("Dear", "Hello").replace("Kind regards", "Best wishes")
    assert shown.followed(edited, PANEL).stored == BODY.replace("Dear", "Hello").replace(
        "Kind regards", "Best wishes"
    )


_PIECES = ["Dear ", "Hi ", "Marta", "Deniz", "{others}", "{first}", "{{ topic }}", "{{ a | b }}", "{", "}"]
_PIECES += [
    "Mr Aydın",
    "all",
    ",",
    " and ",
    "\n",
    "\n\n",
    "Thank you.",
    " ",
    "Kind regards,\nJo",
    "Dr. Pell",
    "«x»",
]
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=14).map("".join)
_READERS = st.sampled_from((*PANEL, ""))


@given(body=_TEXTS, to=_READERS, language=st.sampled_from(["en", "fr"]))
def test_unchanged_it_is_stored_as_it_was(body: str, to: str, language: str) -> None:
    shown = for_reader(body, people=PANEL, to=to, language=language, in_words=True)
    assert shown.followed(shown.text, PANEL).stored == body
    assert _rebuilt(shown) == body
    assert shown.text == for_reader(display(body, language), people=PANEL, to=to, language=language).text


def _rebuilt(shown: ReaderText) -> str:
    """By hand: every part in the place of what stands for it."""
    text = shown.text
    for part in reversed(shown.parts):
        text = text[: part.start] + part.stored + text[part.end :]
    return text


@given(
    body=_TEXTS,
    to=_READERS,
    at=st.integers(0, 200),
    out=st.integers(0, 8),
    put=st.sampled_from(["", "x", " y "]),
)
def test_an_edit_changes_nothing_that_it_does_not_touch(
    body: str, to: str, at: int, out: int, put: str
) -> None:
    shown = for_reader(body, people=PANEL, to=to, in_words=True)
    at = min(at, len(shown.text))
    edited = shown.text[:at] + put + shown.text[at + out :]
    stored = shown.followed(edited, PANEL).stored
    followed = shown.followed(edited, PANEL)
    assert followed.text == edited and followed.stored == stored
    kept = {part.stored for part in followed.parts}
    for part in shown.parts:
        clear = part.end < at or part.start > at + out
        repeated = shown.text.count(shown.text[part.start : part.end]) > 1
        assert part.stored in kept or not clear or repeated


@given(body=_TEXTS, to=_READERS)
def test_places_go_back_to_the_stored_text(body: str, to: str) -> None:
    shown = for_reader(body, people=PANEL, to=to)
    inside = {offset for part in shown.parts for offset in range(part.start, part.end)}
    for offset, letter in enumerate(shown.text):
        start, end = shown.place_stored(offset)
        assert (offset in inside and end - start > 1) or body[start:end] == letter


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
    assert with_line(body, " Line. ").text == expected


@given(body=_TEXTS, line=st.sampled_from(["", "Line for you."]))
def test_the_line_is_in_the_text_and_nothing_else_moved(body: str, line: str) -> None:
    assume("Line" not in body)
    placed = with_line(body, line)
    assert placed.text[: placed.start] + placed.text[placed.end :] == body
    assert line in placed.text
    for offset in range(len(placed.text)):
        place = placed.place(offset)
        assert place is None or body[place] == placed.text[offset]
