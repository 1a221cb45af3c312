"""What may reach a screen, and what may be stored."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.text import MAX_TEXT, clean, forbidden, normal_breaks, show

EVERYTHING = [chr(code) for code in range(0x110000)]
BIDI = [chr(code) for code in (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))]
TAGS = [chr(code) for code in range(0xE0000, 0xE0080)]
SURROGATES = [chr(code) for code in range(0xD800, 0xE000)]
C1 = [chr(code) for code in range(0x80, 0xA0)]
C0 = [chr(code) for code in (*range(0x20), 0x7F)]

texts = st.text(st.characters() | st.sampled_from([*C0, *C1, *BIDI, *TAGS[:3], *SURROGATES[:3], "\u0301"]))


ACTIVE = {*BIDI, *TAGS}


def obeyed(letter: str) -> bool:
    """Whether a terminal may do something with it but show it."""
    return letter in ACTIVE or unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp")


def test_no_character_that_a_terminal_obeys_comes_out() -> None:
    active = {one for one in EVERYTHING if obeyed(one)}
    assert len(active) > 2_000
    assert active.isdisjoint(show("".join(EVERYTHING)))
    assert active.intersection(show("".join(EVERYTHING), lines=True)) == {"\n"}


@pytest.mark.parametrize("lines", [False, True])
@given(text=texts)
def test_whatever_the_neighbours(lines: bool, text: str) -> None:
    assert {one for one in show(text, lines=lines) if obeyed(one)} <= ({"\n"} if lines else set())
    assert show(show(text, lines=lines), lines=lines) == show(text, lines=lines)


def test_visible_text_stays_as_it_is() -> None:
    for text in (
        "Globex",
        "Deniz Aydın",
        "山田 太郎",
        "Zoë O’Hara",
        "مريم",
        "[red]x[/]",
        "a b",
        "👩",
        "é",
        "e\u0301",
    ):
        assert show(text) == text
        assert clean(text) == unicodedata.normalize("NFC", text)
        assert forbidden(text, lines=False) is None


def test_controls_are_pictured() -> None:
    assert show("\x1b[2J") == "␛[2J"
    assert show("".join(chr(code) for code in range(9))) == "␀␁␂␃␄␅␆␇␈"
    assert show("\x7f") == "␡"
    assert show("\x9b2J") == "�2J"
    assert show("a\u202eb\ud800c\U000e0041d") == "a�b�c�d"


def test_breaks_and_tabs() -> None:
    assert show("a\nb\r\nc\rd\u2028e\tf") == "a b c d e f"
    assert show("a\nb\r\nc\rd\u2028e\tf", lines=True) == "a\nb\nc\nd\ne    f"


def test_no_more_than_three_marks_on_a_letter() -> None:
    assert show("e" + "\u0301" * 50 + "!") == "e" + "\u0301" * 3 + "!"


@given(texts, st.booleans())
def test_what_is_typed_can_be_stored_once_it_is_clean(text: str, lines: bool) -> None:
    cleaned = clean(text, lines=lines)
    assert forbidden(cleaned, lines=lines) is None
    assert clean(cleaned, lines=lines) == cleaned


def test_cleaning_keeps_lines_only_where_there_may_be_some() -> None:
    assert clean("a\r\nb\tc\x1b[0m", lines=True) == "a\nb\tc[0m"
    assert clean("a\r\n\tb") == "a b"


@pytest.mark.parametrize("letter", [*C0, *C1, *BIDI, TAGS[1], TAGS[-1], SURROGATES[0], SURROGATES[-1]])
def test_forbidden_characters(letter: str) -> None:
    for lines in (False, True):
        fault = forbidden(f"a{letter}b", lines=lines)
        allowed = lines and letter in "\n\t"
        assert (fault is None) == allowed
        assert fault is None or f"(U+{ord(letter):04X})" in fault


def test_forbidden_in_words() -> None:
    assert forbidden("a\nb", lines=False) == "a line break (U+000A)"
    assert forbidden("a\tb", lines=False) == "a tab (U+0009)"
    assert forbidden("\x1b", lines=True) == "a control character (U+001B)"
    assert forbidden("x" * MAX_TEXT, lines=False) is None
    assert (
        forbidden("x" * (MAX_TEXT + 1), lines=False) == "a text of 20,001 characters, and 20,000 is the most"
    )


@given(texts)
def test_only_one_kind_of_break_is_stored(text: str) -> None:
    assert "\r" not in normal_breaks(text)
    assert normal_breaks("a\r\nb\rc\n\rd") == "a\nb\nc\n\nd"
