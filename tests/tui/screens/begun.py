"""Forms and call sheets that are begun, here or in a board that died."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from store.database.autosave import FormPad, Pads
from tests.tui.board_app import NOW, User
from tui.forms.form import Form
from tui.screens.call_sheet import CallSheet


def pad(**facts: object) -> FormPad:
    """A debrief of Initech that was begun an hour ago."""
    given = {
        "form": "debrief", "interviews": ("initech",), "title": "Debrief: Initech, Intro call",
        "texts": {"topics": "Zqx event streams"}, "begun": NOW - timedelta(hours=1), "at": NOW, **facts,
    }  # fmt: skip
    return FormPad(**given)  # type: ignore[arg-type]


def leave_behind(folder: Path, *pads: FormPad) -> Path:
    """What a board that died has left; the database is the one of `at_the_board`."""
    database = folder / "ringback.json"
    session = Pads(database)
    for one in pads:
        session.write(one)
    session.close()
    return database


async def open_form(user: User, key_id: str, card: str = "initech") -> Form[object]:
    await user.go_to(card)
    await user.press(key_id)
    await user.until(lambda: isinstance(user.app.screen, Form))
    await user.settle()
    assert isinstance(user.app.screen, Form)
    return user.app.screen


async def open_sheet(user: User) -> CallSheet:
    await user.press("card.call")
    await user.until(lambda: isinstance(user.app.screen, CallSheet))
    await user.settle()
    assert isinstance(user.app.screen, CallSheet)
    return user.app.screen
