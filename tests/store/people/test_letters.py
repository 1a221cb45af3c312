"""Letters compared without accents and case, and the words that a slip is near to."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.people.letters import LONGEST_SLIP, fold, fold_words, nearest


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Straße", "STRASSE"),
        ("STRAẞE", "strasse"),
        ("Møller", "moller"),
        ("Ǿrsted", "orsted"),
        ("Łódź", "lodz"),
        ("Æsir", "AESIR"),
        ("Ǽsir", "aesir"),
        ("Œuvre", "oeuvre"),
        ("İstanbul", "istanbul"),
        ("ISTANBUL", "istanbul"),
        ("Aydın", "aydin"),
        ("Zu\u0308rich", "zürich"),
        ("ﬁnal", "FINAL"),
        ("Þór Ðani", "thor dani"),
        ("Ħal Ŧim", "hal tim"),
        ("O’Neil", "O'Neil"),
        ("Meyer\u2011Lübke", "meyer-lubke"),
        ("Acme\u00a0Inc", "acme inc"),
        ("zero\u200bwidth", "zerowidth"),
        ("Việt", "viet"),
        ("ΣΊΣΥΦΟΣ", "σισυφος"),
    ],
)
def test_these_are_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text())
def test_folding_twice_changes_nothing_and_forms_do_not_count(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
    assert fold(fold(text)) == fold(text)


def test_white_space_of_a_name_does_not_count() -> None:
    assert fold_words("  Acme \u00a0 Inc\t") == "acme inc"


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("thank", ["thanked"]),
        ("THANKED", ["thanked"]),
        ("Zurich", ["Zürich"]),
        ("zürick", ["Zürich"]),
        ("callled", ["called"]),
        ("xyz", []),
        ("", []),
    ],
)
def test_the_nearest_words(word: str, near: list[str]) -> None:
    assert nearest(word, ("thanked", "called", "Zürich"), most=1) == near


def test_long_words_are_compared_by_their_beginning() -> None:
    assert nearest("x" * 10**6, ["x" * 10**6]) == ["x" * 10**6]
    assert nearest("y" * 10**6, ["x" * LONGEST_SLIP] * 50) == []
