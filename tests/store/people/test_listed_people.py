"""Names that are told by where they stand."""

from __future__ import annotations

import pytest

from store.people.reading import read_people

STRANGE = "Zorblat Quimby"
"""A name that no list has."""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"Attendees: Ada Okafor, {STRANGE}", ["Ada Okafor", STRANGE]),
        (f"Attendees: {STRANGE}, Ada Okafor", [STRANGE, "Ada Okafor"]),
        (f"Ada Okafor, {STRANGE}, Joan Pell", ["Ada Okafor", STRANGE, "Joan Pell"]),
        (f"Ada Okafor, {STRANGE} (CTO), Joan Pell", ["Ada Okafor", STRANGE, "Joan Pell"]),
        (f"Ada Okafor (CFO), {STRANGE} (CTO)", ["Ada Okafor", STRANGE]),
        (f"Ada Okafor (accepted), {STRANGE} (Globex)", ["Ada Okafor", STRANGE]),
        (f"Ada Okafor, CFO · {STRANGE}, CTO", ["Ada Okafor", STRANGE]),
        (f"Ada Okafor and {STRANGE}", ["Ada Okafor", STRANGE]),
        (f"{STRANGE} & Ada Okafor", [STRANGE, "Ada Okafor"]),
        (f"Ada Okafor et {STRANGE}.", ["Ada Okafor", STRANGE]),
        ("Okafor, Ada; Quimby, Zorblat", ["Ada Okafor", "Zorblat Quimby"]),
    ],
)
def test_a_name_that_nobody_knows_is_one_among_others(text: str, names: list[str]) -> None:
    read = read_people(text, company="Globex")
    assert not read.left
    assert [one.name for one in read.people] == names


@pytest.mark.parametrize(
    "text",
    [
        f"Ada Okafor, {STRANGE}",
        f"Ada Okafor (tall), {STRANGE} (short)",
        "Ada Okafor, San Francisco",
        "Ada Okafor and the rest",
        "Petra und Zorblat Quimby",
    ],
)
def test_what_may_be_something_else_is_asked(text: str) -> None:
    assert read_people(text, company="Globex").left
