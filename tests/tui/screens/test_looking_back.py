"""What closed long ago, a company's page, the user's own numbers, keeping in touch and days away, by key."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from store.settings import Settings, load
from tests.making import after, closed, made
from tests.tui.board_app import NOW, User, at_the_board, interviews
from tui.screens.card import CardScreen
from tui.screens.looking_back import LookingBackScreen

OLD = [
    made(closed(after(-1_900 + n)), id=f"old-{n}", company=f"Old {n}", ends_at=after(-2_001))
    for n in range(3)
]


def page(user: User) -> list[str]:
    screen = user.app.screen
    assert isinstance(screen, LookingBackScreen)
    return [line for row in screen.rows for line in row.lines(80)]


async def unfold(user: User) -> None:
    """What closed long ago is folded away, and a key shows it."""
    await user.press("board.closed")
    assert [card.id for card in user.state.cursor.columns["closed"]] == ["stark"]
    assert "CLOSED  4" in user.text
    assert "+ 3 older, F shows" in user.text
    await user.press("board.fold")
    assert user.card == "old-2"
    assert "F folds 3 older" in user.text
    await user.press("card.mark", "board.fold")
    assert user.state.marked == frozenset()
    assert user.card == "stark"


async def keep_in_touch(user: User, when: str) -> None:
    await user.press("card.keep_in_touch")
    await user.write(when)
    await user.press("form.save")
    await user.until(lambda: user.on_board() and "keep in touch" in user.text)


async def look_back(user: User) -> None:
    """At the company of a card, and at the user's own numbers."""
    await user.press("card.open", "board.company")
    await user.until(lambda: isinstance(user.app.screen, LookingBackScreen))
    assert page(user)[0] == "Stark Foods"
    await user.press("looking_back.open")
    await user.until(lambda: not isinstance(user.app.screen, LookingBackScreen))
    # A step made on the card that lies over both pages leads back to the board.
    await keep_in_touch(user, "in 3 months")
    await user.press("board.numbers")
    await user.until(lambda: isinstance(user.app.screen, LookingBackScreen))
    assert page(user)[0] == "My numbers"
    await user.press("page.back")
    await user.until(user.on_board)


async def get_back_to(user: User) -> None:
    """The day comes on which they are to be written to again."""
    await keep_in_touch(user, "tomorrow")
    await user.tick(NOW + timedelta(days=1))
    await user.until(lambda: "1 to get back to" in user.text)
    await user.press("board.to_thank", "card.keep_in_touch")
    assert "is not in Closed yet" in user.said


async def go_away(user: User, file: Path) -> None:
    await user.press("board.away")
    await user.write("today")
    await user.press("form.save")
    await user.until(lambda: user.on_board() and file.exists())
    assert "away until tonight" in user.text
    assert load(file)[0].away == ("2026-11-20",)
    assert user.service.policy.away == ("2026-11-20",)


async def test_looking_back_from_the_board(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    async with at_the_board(tmp_path, [*interviews(), *OLD], settings_file=file) as user:
        await unfold(user)
        await look_back(user)
        await get_back_to(user)
        await go_away(user, file)


async def test_where_nothing_is_old_the_key_says_so(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, settings=Settings()) as user:
        await user.press("board.fold")
        assert "There is nothing to fold" in user.said


@pytest.mark.parametrize("page_key", ["board.agenda", "board.company"])
async def test_a_key_of_the_board_works_from_a_card_that_was_opened_from_a_page(
    tmp_path: Path, page_key: str
) -> None:
    async with at_the_board(tmp_path) as user:
        await user.press(page_key)
        await user.until(lambda: not user.on_board())
        await user.key("enter")
        await user.until(lambda: isinstance(user.app.screen, CardScreen))
        # What is typed at once behind it is the filter's, and no page's that is on its way out.
        await user.press("board.filter")
        await user.write("hooli")
        await user.until(lambda: user.state.cursor.filter == "hooli")
        assert len(user.app.screen_stack) == 1
