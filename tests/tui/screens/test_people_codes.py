"""The people of a card for the phone: as codes in turn, and as a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.interview import Person
from templates.qr import Code
from tests.making import ADA, BEN, CLEO, SAM, made
from tests.templates.test_qr import modules, read
from tests.tui.board_app import User, at_the_board
from tui.screens.qr import CodeScreen

EVERYBODY = made(
    id="globex", company="Globex", interviewers=(ADA, BEN, CLEO, Person(id="p9")), contacts=(SAM,)
)


async def shown(user: User) -> CodeScreen:
    await user.until(lambda: isinstance(user.app.screen, CodeScreen) and "▀" in user.text)
    assert isinstance(user.app.screen, CodeScreen)
    return user.app.screen


def scanned(user: User) -> list[str]:
    """What a phone reads off the screen."""
    region = user.app.screen.query_one("#code").region
    rows = [row.ljust(region.right)[region.x : region.right] for row in user.lines[region.y : region.bottom]]
    return read(modules(Code(tuple(rows), region.width, region.height), ascii_only=False))


@pytest.mark.parametrize(
    ("size", "form"), [((160, 45), "BEGIN:VCARD"), ((120, 36), "BEGIN:VCARD"), ((40, 20), "MECARD:")]
)
@pytest.mark.parametrize("from_page", [True, False])
async def test_everybody_is_scanned_in_turn(
    tmp_path: Path, size: tuple[int, int], form: str, from_page: bool
) -> None:
    async with at_the_board(tmp_path, [EVERYBODY], size=size) as user:
        await user.go_to("globex")
        if from_page:
            await user.press("card.open")
            await user.until(lambda: user.app.screen is not user.board)
        await user.key("v")
        codes = await shown(user)
        for name in ("Ada", "Ben", "Cleo", "Sam"):
            (text,) = scanned(user)
            assert text.startswith(form) and name in text
            assert name in user.lines[-1]
            await user.key("space")
        await user.until(lambda: user.app.screen is not codes)
        assert (user.app.screen is user.board) is not from_page


async def test_all_of_them_go_into_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    async with at_the_board(tmp_path, [EVERYBODY], size=(160, 45)) as user:
        await user.go_to("globex")
        await user.key("v")
        await shown(user)
        await user.key("f")
        path = home / "ringback-globex.vcf"
        assert "Written: ringback-globex.vcf in " in user.text
        assert path.read_text("utf-8").count("BEGIN:VCARD\n") == 4
        assert path.stat().st_mode & 0o777 == 0o600
        monkeypatch.setenv("HOME", str(tmp_path / "gone"))
        await user.key("f")
        assert "the directory is gone" in user.text


async def test_where_nobody_is_known_that_is_said(tmp_path: Path) -> None:
    nobody = made(id="globex", company="Globex", interviewers=())
    async with at_the_board(tmp_path, [nobody]) as user:
        await user.go_to("globex")
        await user.key("v")
        assert "Nobody is known at Globex yet; e adds who was there." in user.said


async def test_a_code_without_people_has_no_file(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("fabrikam")
        await user.press("card.call")
        await user.until(lambda: user.app.screen is not user.board)
        await user.key("v")
        await shown(user)
        await user.key("f")
        assert "as a file" not in user.text and "Written" not in user.text
