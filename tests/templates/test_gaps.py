"""What is still to be written: stored as a marker, shown as words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.languages import languages
from templates.gaps import BEGINNINGS, as_gap, choices, display, gaps, known_beginnings, shown
from templates.vocabulary import VOCABULARY


def test_gaps_are_found_where_they_stand() -> None:
    text = "Dear {{ interviewer }}, {{ in a sentence: why }}{{ topic }} {others} {{x}} {{  y }} {{ a\nb }}"
    assert [gap.inside for gap in gaps(text)] == ["interviewer", "in a sentence: why", "topic"]
    assert all(text[gap.start : gap.end] == f"{{{{ {gap.inside} }}}}" for gap in gaps(text))


@pytest.mark.parametrize(
    ("inside", "language", "words"),
    [
        ("topic", "en", "what you talked about"),
        ("my_name", "en", "your name"),
        ("my_name", "de", "Ihr Name"),
        ("my_name", "fr", "your name"),
        ("in a sentence: said Kafka", "de", "in a sentence: said Kafka"),
        ("the rota | pay", "en", "choose one: the rota | pay"),
        ("die Schichten | der Lohn", "de", "wählen Sie aus: die Schichten | der Lohn"),
        ("the rota | pay", "fr", "choose one: the rota | pay"),
    ],
)
def test_a_gap_is_shown_as_what_is_asked_for(inside: str, language: str, words: str) -> None:
    assert shown(inside, language) == words
    assert display(f"So {{{{ {inside} }}}}.", language) == f"So «{words}»."


def test_a_choice_is_taken_apart_and_nothing_else_is() -> None:
    assert choices("the rota | the move | pay") == ("the rota", "the move", "pay")
    assert choices("the rota|the move") == choices("topic") == ()


def test_every_word_asks_in_words_that_are_no_name_of_the_vocabulary() -> None:
    for name, word in VOCABULARY.items():
        assert {"en", "de"} <= word.asked.keys() <= languages().keys(), name
        assert all("_" not in words and words == words.strip() for words in word.asked.values()), name


def test_the_known_beginnings_are_those_of_the_language_and_english() -> None:
    assert {
        "what you talked about",
        "ihr name",
        "als satz",
        "in a sentence",
        "choose one",
    } <= known_beginnings("de")
    assert "ihr name" not in known_beginnings("fr")
    assert BEGINNINGS.keys() <= languages().keys()


@given(st.text(alphabet="{} «»\n\t|a%日", max_size=40))
def test_whatever_the_words_they_make_one_gap(words: str) -> None:
    (gap,) = gaps(as_gap(words))
    assert (gap.start, gap.end) == (0, len(as_gap(words)))
    assert not set("{}«»\n") & set(gap.inside)
    assert display(as_gap(words)).count("«") == 1
