"""What a question offers as a list, and what of it is looked for."""

from __future__ import annotations

import pytest

from tui.words.offered_list import DIGITS, Offered, OfferedList

OFFERED = [
    Offered("Thanks: the usual", "Thanks", "thanks-email"),
    Offered("Thanks after a panel", "", "thanks-panel"),
    Offered("Where it stands", "Asking", "status-email"),
    Offered("Wie es steht: höflich", "", "nachfrage"),
    Offered("An offer, more time", "Answers", "reply-more-time"),
]


def found(words: str | None) -> list[str]:
    listed = OfferedList(OFFERED)
    listed.look_for(words)
    return [OFFERED[place].name for place, *_ in listed.rows if place is not None]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (None, [one.name for one in OFFERED]),
        ("", [one.name for one in OFFERED]),
        ("panel", ["thanks-panel"]),
        ("HOFLICH", ["nachfrage"]),
        ("höf", ["nachfrage"]),
        ("status", ["status-email"]),  # its name, which no row shows
        ("email thanks", ["thanks-email"]),
        ("asking", ["status-email", "nachfrage"]),  # what stands over them
        ("thanks zzz", []),
    ],
)
def test_what_has_all_the_words_is_shown(words: str | None, names: list[str]) -> None:
    assert found(words) == names


def test_a_heading_stands_over_what_is_left_of_its_group() -> None:
    listed = OfferedList(OFFERED)
    listed.look_for("steht")
    assert [line[-1][0].strip() for _, line, _ in listed.rows] == ["Asking", "Wie es steht: höflich"]


def test_the_cursor_goes_through_what_is_shown() -> None:
    listed = OfferedList(OFFERED)
    listed.look_for("asking")
    assert (listed.at, listed.row) == (2, 1)
    listed.move(1)
    assert (listed.at, listed.row) == (3, 2)
    listed.move(5)
    assert listed.at == 3
    listed.move(-9)
    assert listed.at == 2
    listed.look_for("zzz")
    listed.move(1)
    assert listed.at is None


def test_digits_choose_only_while_nothing_is_looked_for() -> None:
    many = [*OFFERED, *(Offered(f"Note {number}") for number in range(7))]
    listed = OfferedList(many)
    assert listed.keys() == {key: place for place, key in enumerate(DIGITS)}
    listed.look_for("")
    assert listed.keys() == {}
    assert OfferedList(many, numbered=False).keys() == {}


def test_a_heading_that_is_a_name_finds_nothing() -> None:
    listed = OfferedList([Offered("Call", "Globex, Call now", by_heading=False), Offered("Skip", "Rest")])
    listed.look_for("globex")
    assert not listed.rows
