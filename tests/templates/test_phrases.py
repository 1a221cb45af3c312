"""Notes that can stand in a sentence, and how a position is named in one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.languages import ENGLISH, GERMAN, Language
from templates.phrases import in_a_sentence, is_noun_phrase, position, position_name


@pytest.mark.parametrize(
    "note",
    [
        "the move to event streams",
        "Kafka",
        "Distributed systems",
        "how billing scales",
        "the team's on-call rota",
        "a test suite that takes forty minutes",
        "moving the billing pipeline to event streams",
        "plans to expand",
        "tests, deploys and the rota",
        "work-life balance",
        "customers' data",
        "日本の事業",
        "C++",
        "the Q3 roadmap (EMEA)",
        "my notice period",
        "24/7 support",
    ],
)
def test_a_noun_phrase_goes_in_as_it_is(note: str) -> None:
    assert is_noun_phrase(note)


@pytest.mark.parametrize(
    "note",
    [
        "they'll migrate billing",
        "their on-call rota",
        "how they share the rota",
        "said Kafka, meant Flink",
        "migrate billing",
        "asked about pay",
        "wants somebody senior",
        "discussed the rota",
        "moved to Kafka",
        "She asked about Go",
        "he's the founder",
        "the rota.",
        "pay?",
        "rota, pay, tests",
        "Kafka -> Flink",
        "pay: too low",
        "to follow up",
        "not sure about the role",
        "when it starts",
        "the team wants to grow",
        "ask again!",
        "a\nb",
        "{{ x }}",
        "“agile”",
        "",
        "   ",
        "the one thing that nobody had ever been able to tell me",
        "I liked it",
        "we talked pay",
        "Ada said Kafka",
        "it's remote",
        "don't mention pay",
        "about the rota",
    ],
)
def test_what_is_no_noun_phrase_does_not(note: str) -> None:
    assert not is_noun_phrase(note)


@pytest.mark.parametrize(
    ("note", "fits"),
    [
        ("der Umzug der Abrechnung", True),
        ("Bereitschaft im Wechsel", True),
        ("sie ziehen im Mai um", False),
        ("fragte nach Kafka", False),
        ("wie das Team wächst", False),
        ("die Ablösung, die Tests", False),
        ("ihr Dienstplan", False),
    ],
)
def test_german_notes_have_words_of_their_own(note: str, fits: bool) -> None:
    assert is_noun_phrase(note, "de") == fits


@pytest.mark.parametrize(
    ("phrase", "language", "within"),
    [
        ("The move to streams", "en", "the move to streams"),
        ("Moving to streams", "en", "moving to streams"),
        ("Kafka at scale", "en", "Kafka at scale"),
        ("A  test suite", "en", "a test suite"),
        ("API design", "en", "API design"),
        ("Der Umzug", "de", "der Umzug"),
        ("Entwicklung in Lyon", "de", "Entwicklung in Lyon"),
    ],
)
def test_a_phrase_begins_small_within_a_sentence_unless_it_may_be_a_name(
    phrase: str, language: str, within: str
) -> None:
    assert in_a_sentence(phrase, language) == within


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("Data engineer", "the Data engineer role"),
        ("an engineer", "the engineer role"),
        ("The Head of Data", "the Head of Data role"),
        ("Data engineer position", "the Data engineer role"),
        ("the CTO role", "the CTO role"),
        ("A", "the A role"),
        ("Annual planner", "the Annual planner role"),
        ("Director of Programmes", "the Director of Programmes role"),
        ("Programme manager", "the Programme manager role"),
        ("C++ developer", "the C++ developer role"),
        ("24/7 support engineer", "the 24/7 support engineer role"),
        ("Engineer / Analyst", "the Engineer / Analyst role"),
        ("", "the role"),
        ("  ", "the role"),
        ("position", "the role"),
        ("the job", "the role"),
    ],
)
def test_a_position_has_one_article_and_one_noun(role: str, said: str) -> None:
    assert position(role) == said
    assert position(role, GERMAN).removeprefix("die Stelle").removeprefix(" als ") == (
        said.removeprefix("the ").removesuffix("role").strip()
    )


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("engineer position (remote)", "engineer"),
        ("Engineer role at Acme", "Engineer"),
        ("Engineer (backend) at Acme, Inc.", "Engineer"),
        ("Software Engineer, Payments", "Software Engineer"),
        ("Engineer, Data.", "Engineer"),
        ("Data Engineer (m/f/d)", "Data Engineer"),
        ("Data Engineer m/w/d", "Data Engineer"),
        ("Data Engineer (all genders) – Berlin", "Data Engineer"),
        ("Nurse - nights", "Nurse"),
        ("Engineer | Remote [contract]", "Engineer"),
        ("VP: Sales", "VP"),
        ("(Senior) Engineer", "Senior Engineer"),
        ("Engineer (m/f", "Engineer"),
        ("(remote)", ""),
        ("(", ""),
    ],
)
def test_what_stands_beside_a_role_is_no_part_of_its_name(role: str, name: str) -> None:
    assert position_name(role) == name


@pytest.mark.parametrize(
    ("role", "language", "said"),
    [
        ("Apprenticeship in Carpentry", ENGLISH, "the apprenticeship in Carpentry"),
        ("Internship", ENGLISH, "the internship"),
        ("Summer Internship", ENGLISH, "the Summer Internship"),
        ("Marketing internship (6 months)", ENGLISH, "the Marketing internship"),
        ("Graduate Programme", ENGLISH, "the Graduate Programme"),
        ("Position as a nurse", ENGLISH, "the position as a nurse"),
        ("Praktikum im Marketing", GERMAN, "das Praktikum im Marketing"),
        ("Ausbildung zur Tischlerin (m/w/d)", GERMAN, "die Ausbildung zur Tischlerin"),
    ],
)
def test_what_names_a_post_needs_no_other_word_for_it(role: str, language: Language, said: str) -> None:
    assert position(role, language) == said


@given(st.text(max_size=60))
def test_whatever_is_noted_a_phrase_stays_one_and_has_no_braces(note: str) -> None:
    if is_noun_phrase(note):
        within = in_a_sentence(note)
        assert not set("{}\n") & set(within)
        assert within.casefold() == " ".join(note.split()).casefold()
    assert position(note).startswith("the ")
    assert position(note).strip() == position(note) and "  " not in position(note)
