"""Counting short messages."""

import pytest

from templates.proof import Case, proof, segments


@pytest.mark.parametrize(
    ("text", "count", "encoding", "units"),
    [
        ("", 0, "GSM-7", 0),
        ("a" * 160, 1, "GSM-7", 160),
        ("a" * 161, 2, "GSM-7", 161),
        ("a" * 306, 2, "GSM-7", 306),
        ("a" * 307, 3, "GSM-7", 307),
        ("€" * 80, 1, "GSM-7", 160),
        ("€" * 81, 2, "GSM-7", 162),
        ("a" * 151 + "€" + "a" * 153, 2, "GSM-7", 306),
        ("a" * 152 + "€" + "a" * 152, 3, "GSM-7", 306),
        ("é" * 160, 1, "GSM-7", 160),
        ("ı" * 70, 1, "UCS-2", 70),
        ("ı" * 71, 2, "UCS-2", 71),
        ("ı" * 134, 2, "UCS-2", 134),
        ("ı" * 135, 3, "UCS-2", 135),
        ("😀" * 35, 1, "UCS-2", 70),
        ("😀" * 66, 2, "UCS-2", 132),
        ("😀" * 67, 3, "UCS-2", 134),
    ],
)
def test_segments(text: str, count: int, encoding: str, units: int) -> None:
    sent = segments(text)
    assert (sent.count, sent.encoding, sent.units) == (count, encoding, units)


def test_the_letters_that_cost_are_named_once_in_order() -> None:
    assert segments("it’s – it’s ı").culprits == ("’", "–", "ı")
    assert segments("ç").culprits == ("ç",)
    assert segments("Ç, € and ü").culprits == ()


def test_more_than_two_are_too_many_and_the_first_costly_letter_is_shown() -> None:
    case = Case(channel="sms")
    text = "Thank you. " * 13
    assert [f for f in proof(text, case) if f.rule == "segments"] == []
    [found] = [f for f in proof(text + "It’s.", case) if f.rule == "segments"]
    assert found.text == "’"
    assert "’" in found.why
    assert [f.rule for f in proof(text + "It’s.", Case(channel="email")) if f.rule == "segments"] == []
