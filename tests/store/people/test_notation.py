"""People typed in one line."""

from __future__ import annotations

import pytest

from store.people.notation import NotAPerson, Typed, read_person


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        (
            "Ada Okafor <ada@globex.example> +49 30 123456",
            ("Ada Okafor", "ada@globex.example", "+49 30 123456"),
        ),
        (
            "Ada Okafor +49 30 123456 <ada@globex.example>",
            ("Ada Okafor", "ada@globex.example", "+49 30 123456"),
        ),
        ("  Ada   Okafor ", ("Ada Okafor", None, None)),
        ("Ada (212) 555-0123", ("Ada", None, "(212) 555-0123")),
        ("<ada@globex.example>", ("ada@globex.example", "ada@globex.example", None)),
        ("ada@globex.example", ("ada@globex.example", "ada@globex.example", None)),
        ("Louis 14", ("Louis 14", None, None)),
        ("Ada\x1b <ada@globex.example>", ("Ada", "ada@globex.example", None)),
    ],
)
def test_read(line: str, typed: Typed) -> None:
    assert read_person(line) == typed


@pytest.mark.parametrize(
    "line",
    ["", " ", "<>", "Ada <ada>", "Ada <a b@c.example>", "Ada <a@b.example", "Ada <a@>", "A <a@b.c> <d@e.f>"],
)
def test_refused(line: str) -> None:
    with pytest.raises(NotAPerson):
        read_person(line)
