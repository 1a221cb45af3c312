"""Texts that have to fit: by words, with what goes on below what it says."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.words.lines import cut, first_fit, fit, hanging, shortened


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Data engineer", 13, "Data engineer"), ("Data engineer", 12, "Data…"),
        ("Senior data engineer", 13, "Senior data…"), ("Machine learning", 8, "Machine…"),
        ("Reliability", 9, "Reliabil…"), ("Reliability", 7, ""), ("Site reliability", 5, "Site…"),
        ("Data x", 3, ""),
    ],
)  # fmt: skip
def test_a_text_is_shortened_by_words(text: str, width: int, shown: str) -> None:
    assert shortened(text, width) == shown


@given(st.text(max_size=60), st.integers(-3, 80))
def test_what_is_shortened_fits(text: str, width: int) -> None:
    assert cell_len(shortened(text, width)) <= max(0, width)


def test_the_first_wording_that_fits_is_taken() -> None:
    assert first_fit(9, "late, 3 h left", "3 h left", "3 h") == "3 h left"
    assert first_fit(2, "late, 3 h left", "3 h left", "3 h") == "3 h"


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("short", 20, ["short"]),
        ("When      Wednesday 25 November 2026", 30, ["When      Wednesday 25", "          November 2026"]),
        ("  Wed 25 Nov  thanked Ada by e-mail", 30, ["  Wed 25 Nov  thanked Ada by", "              e-mail"]),
        ("  Wed 25 Nov  thanked Ada by e-mail", 26, ["  Wed 25 Nov thanked Ada", "    by e-mail"]),
        ("  Ada Okafor · Head of data", 20, ["  Ada Okafor · Head", "    of data"]),
        ("To thank: nobody thanked yet", 20, ["To thank: nobody", "  thanked yet"]),
        ("When      Wednesday", 12, ["When", "  Wednesday"]),
    ],
)
def test_what_goes_on_stands_below_what_it_says(text: str, width: int, rows: list[str]) -> None:
    assert hanging(text, width) == rows


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=200), st.integers(8, 60))
def test_nothing_is_lost_and_every_row_fits(text: str, width: int) -> None:
    rows = hanging(text, width)
    assert all(cell_len(row) <= width for row in rows)
    assert "".join("".join(rows).split()) == "".join(text.split())


@given(st.text(max_size=30), st.integers(-2, 30))
def test_text_is_cut_to_the_cells_there_are(text: str, width: int) -> None:
    assert cell_len(cut(text, width)) <= max(0, width) or cell_len(text) <= width
    assert cell_len(fit(text, width)) == max(0, width)


def test_a_cut_is_shown() -> None:
    assert cut("Globex", 6) == "Globex"
    assert cut("Globex", 5) == "Glob…"
    assert cut("日本語", 5) == "日本…"
    assert cut("Globex", 1) == "G"
    assert cut("one two", 5) == "one…"
    assert fit("ab", 4) == "ab  "


def test_a_text_of_many_words_is_shortened_in_its_length() -> None:
    with patch("tui.words.lines.cell_len", side_effect=cell_len) as measured:
        assert shortened("one " * 3_000, 20) == "one one one one one…"
    assert measured.call_count < 10
