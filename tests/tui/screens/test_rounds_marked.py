"""Several cards marked, of which some go on in later rounds: what is noted is asked about once."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from store.interview import Closed, Interview
from tests.tui.board_app import NOW, User, at_the_board
from tests.tui.screens.test_rounds import panel, technical
from tui.forms.confirm import Confirm
from tui.forms.form import Form


async def mark(user: User, *ids: str) -> None:
    """Mark these cards."""
    for one in ids:
        await user.go_to(one)
        await user.key("space")


def elsewhere() -> list[Interview]:
    """Another application of two rounds, and one of one."""
    others = {"company": "Globex", "role": "QA"}
    later = NOW + timedelta(days=12)
    return [
        panel(id="panel", **others),
        technical(id="final", round="Final", ends_at=later, **others),
        panel(id="alone", company="Initech"),
    ]


@pytest.mark.parametrize("action", ["card.promise", "card.snooze"])
@pytest.mark.parametrize(
    ("key", "where"), [("y", {"last", "final", "alone"}), ("n", {"first", "panel", "alone"})]
)
async def test_of_several_marked_it_is_asked_once_which_rounds_it_is_about(
    tmp_path: Path, action: str, key: str, where: set[str]
) -> None:
    async with at_the_board(tmp_path, [panel(), technical(), *elsewhere()]) as user:
        before = user.service.book.interviews
        await mark(user, "first", "panel", "alone")
        await user.press(action)
        await user.until(lambda: "Is it about their later rounds?" in user.text)
        assert "goes on in Technical, Mon 30 Nov." in user.text
        assert "goes on in Final, Tue 1 Dec." in user.text
        assert isinstance(user.app.screen, Confirm) and "Initech" not in user.app.screen.lines
        await user.key(key)
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.settle()
        await user.write("2026-12-04")
        await user.key("ctrl+d")
        await user.until(user.on_board)
        after = user.service.book.interviews
        assert {one for one in after if after[one].events != before[one].events} == where
        await user.press("board.undo")
        await user.until(lambda: user.said.startswith("undone: "))
        assert user.service.book.interviews == before


async def test_an_earlier_and_the_last_round_that_are_marked_both_are_noted_once(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, [panel(), technical()]) as user:
        await mark(user, "first", "last")
        await user.press("card.promise")
        await user.until(lambda: "Is it about Technical?" in user.text)
        await user.key("y")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.settle()
        await user.write("2026-12-04")
        await user.key("ctrl+d")
        await user.until(user.on_board)
        assert [event.KIND for event in user.service.interview("last").events] == ["promised"]
        assert [event.KIND for event in user.service.interview("first").events] == ["thanked"]


@pytest.mark.parametrize(
    ("key", "over"), [("y", {"first", "panel", "alone", "last", "final"}), ("n", {"first", "panel", "alone"})]
)
async def test_their_word_on_several_may_go_for_the_last_rounds_as_well(
    tmp_path: Path, key: str, over: set[str]
) -> None:
    async with at_the_board(tmp_path, [panel(), technical(), *elsewhere()]) as user:
        before = user.service.book
        await mark(user, "first", "panel", "alone")
        await user.press("card.outcome")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.key("r", "ctrl+d")
        await user.until(lambda: "Is it their word on the later rounds as well?" in user.text)
        assert user.service.book == before
        await user.key(key)
        await user.until(user.on_board)
        found = user.service.book.interviews.values()
        assert {one.id for one in found if any(isinstance(event, Closed) for event in one.events)} == over
