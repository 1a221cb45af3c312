"""A text that is not on the disk stays in memory, and leaving offers a file for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.files import atomic
from store.files.errors import StorageError, not_saved
from tests.tui.board_app import User, at_the_board
from tui.forms.form import Form


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A disk that takes nothing; `undo` makes room."""

    def replace_file(path: Path, data: bytes) -> None:
        error = OSError(28, "No space left on device")
        raise not_saved(path, error, existed=True) from error

    monkeypatch.setattr(atomic, "replace_file", replace_file)
    return monkeypatch


async def type_on_a_full_disk(user: User) -> None:
    def keep(*_: object, **__: object) -> None:
        raise StorageError("not saved: disk full")

    user.service.keep_draft = keep  # type: ignore[assignment,method-assign]
    await user.go_to("initech")
    await user.press("card.draft")
    await user.until(user.is_writing)
    await user.write("Zqx")
    await user.key("escape")
    await user.until(user.on_board)
    await user.until(lambda: "not on the disk" in user.said)


async def test_a_text_that_is_not_on_the_disk_stays_in_memory(
    tmp_path: Path, full: pytest.MonkeyPatch
) -> None:
    async with at_the_board(tmp_path) as user:
        await type_on_a_full_disk(user)
        await user.press("card.draft")
        await user.until(lambda: "Zqx" in user.text)
        full.undo()


async def test_leaving_offers_a_file(
    tmp_path: Path, full: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("home")
    full.setattr(Path, "home", lambda: home)
    async with at_the_board(tmp_path) as user:
        await type_on_a_full_disk(user)
        await user.press("app.leave")
        await user.until(lambda: isinstance(user.app.screen, Form))
        assert "Not on the disk (disk full): The text" in user.text
        await user.key("f", "ctrl+d")
        await user.until(lambda: "disk full" in user.text.split("Before leaving")[1])
        full.undo()
        full.setattr(Path, "home", lambda: home)
        await user.key("ctrl+d")
        await user.until(lambda: user.app.return_code is not None)
    assert user.app.return_code == 0
    (file,) = home.iterdir()
    assert "Zqx" in file.read_text()


async def test_leaving_all_the_same_says_so_by_the_exit_code(
    tmp_path: Path, full: pytest.MonkeyPatch
) -> None:
    async with at_the_board(tmp_path) as user:
        await type_on_a_full_disk(user)
        await user.press("app.leave")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.key("escape")
        await user.until(user.on_board)
        await user.press("app.leave")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.key("L", "ctrl+d")
        await user.until(lambda: user.app.return_code is not None)
    assert user.app.return_code == 74
