"""Names that try to be markup, commands or escape sequences, on every screen: shown, and nothing more."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from store.interview import Interview, Person
from store.text import show
from tests.making import made, promised
from tests.tui.board_app import NOW, User, at_the_board

HOSTILE = {
    "closing": "Acme [/b]",
    "action": "[@click=app.quit]x[/]",
    "colour": "[red]x[/]",
    "link": "[link=https://evil.example]Acme[/link]",
    "variable": "$text-error {{ x }} %s \\[",
    "clear": "A\x1b[2J\x1b]52;c;ZXZpbA==\x07B",
    "c1": "A\x9b2JB\x90q\x9c\x85",
    "bidi": "A\u202eevil\u202c\u2066B",
    "tags": "A\U000e0041\U000e0042\u200bB",
    "lines": "A\nB\tC\rD",
    "wide": "株式会社漢字漢字漢字漢字漢字漢字漢字",
    "rtl": "חברה בע״מ שלום",
    "zalgo": "Z" + "\u0300\u0301\u0302\u0303\u0304" * 20 + "a",
    "long": "x" * 10_000,
    "emoji": "👩‍👩‍👧‍👦 🇩🇪 ☎️",
}
RAW = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e0fff]"
)


def cards() -> list[Interview]:
    return [
        made(
            promised(NOW - timedelta(hours=2), "2026-12-01"),
            id=name, company=text, role=text, round=text, location=text, link=text, notes=text,
            topics=(text,), ends_at=NOW - timedelta(hours=3, minutes=-place),
            interviewers=(Person(id="p1", name=text, title=text, email="a@b.example"),),
        )
        for place, (name, text) in enumerate(HOSTILE.items())
    ]  # fmt: skip


def is_safe(user: User) -> bool:
    """Whether the screen is whole, and nothing of a name acts in the terminal."""
    assert RAW.search(user.text.replace("\n", "")) is None, user.text
    assert user.app.is_running and user.app._exception is None
    return True


@pytest.mark.parametrize("size", [(120, 36), (20, 24)])
async def test_on_the_board(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_board(tmp_path, cards(), size=size) as user:
        await user.press("board.to_thank")
        for name, text in HOSTILE.items():
            assert user.card == name
            assert is_safe(user)
            first = "".join(show(text)[:6].split())
            assert first in "".join(user.text.split()) or name in ("wide", "emoji", "rtl")
            await user.press("board.down")
        ahead = [
            made(id=name, company=text, round=text, ends_at=NOW + timedelta(days=2))
            for name, text in HOSTILE.items()
        ]
        user.another().do("added", lambda book: book.with_interviews({one.id: one for one in ahead}))
        user.service.refresh()
        user.board.clock.look_again()
        await user.press("board.upcoming")
        for _ in ahead:
            assert is_safe(user)
            await user.press("board.right")


async def test_a_click_on_an_action_only_selects(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, cards()[1:3]) as user:
        assert "[@click=app.quit]x[/]" in user.text
        assert "[red]x[/]" in user.text
        for row in (9, 12, 4, 7):
            await user.pilot.click(offset=(4, row))
            assert is_safe(user)
        assert user.card == "action"
        await user.press("card.open")
        for row in (2, 4, 6, 8):
            await user.pilot.click(offset=(16, row))
        assert is_safe(user)
        assert not user.on_board()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("size", "names"),
    [
        ((80, 24), ["closing", "action", "clear", "bidi", "lines", "zalgo"]),
        ((20, 24), ["wide", "long", "closing"]),
    ],
)
async def test_on_the_page_and_in_every_form(tmp_path: Path, size: tuple[int, int], names: list[str]) -> None:
    forms = ("promise", "outcome", "skip", "heard", "edit", "snooze", "delete")
    async with at_the_board(tmp_path, cards(), size=size) as user:
        for place, name in enumerate(names):
            await user.go_to(name)
            # Not every form for every name: they share their parts.
            for deed in ("open", forms[place % len(forms)]):
                await user.press(f"card.{deed}")
                await user.until(lambda: user.app.screen is not user.board)
                assert is_safe(user)
                await user.key("escape", "escape")
                await user.until(user.on_board)
        assert not user.service.undo_words


@pytest.mark.slow
async def test_in_the_editor_and_on_the_call_sheet(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, cards(), size=(100, 40)) as user:
        for name in ("closing", "clear", "long"):
            await user.go_to(name)
            await user.press("card.draft")
            await user.until(lambda: user.editor is not None and user.editor.display)
            await user.settle()
            assert is_safe(user)
            await user.key("escape")
            await user.until(user.on_board)
            await user.press("card.call")
            await user.until(lambda: user.app.screen is not user.board)
            assert is_safe(user)
            await user.key("escape")
            await user.until(user.on_board)


@pytest.mark.slow
async def test_in_what_is_said_and_in_the_filter(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, cards(), size=(100, 24)) as user:
        for name in ("closing", "action", "clear", "bidi"):
            await user.go_to(name)
            await user.press("card.delete")
            await user.key("y")
            await user.until(lambda: user.said.startswith("deleted "))
            assert is_safe(user)
            await user.press("board.undo")
            await user.until(lambda: user.said.startswith("undone: deleted "))
            assert is_safe(user)
        for name in ("closing", "c1", "bidi", "tags", "lines", "wide", "zalgo", "long"):
            await user.press("board.filter")
            await user.paste(HOSTILE[name])
            assert is_safe(user)
            await user.key("enter")
            assert is_safe(user)
            await user.press("board.back")
