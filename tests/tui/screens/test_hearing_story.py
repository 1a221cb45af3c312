"""One application from nothing but files: one key a step, and the cards move."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from store.interview import Closed, Promised, Thanked
from store.settings import Settings
from store.settings.records import Me, Watch
from tests.making import at
from tests.store.hearing.mailers import Reply, plain
from tests.store.watching.application import INVITED, INVITED_AGAIN, OFFERED, told
from tests.store.watching.folders import Folders
from tests.tui.board_app import User, at_the_board
from tui.screens import hearing
from tui.screens.heard import HeardScreen

BEGIN = at("2026-11-19 08:00")


async def take(user: User) -> None:
    """Take the only thing that is proposed, on the page of what was heard, which is open."""
    page = user.app.screen
    assert isinstance(page, HeardScreen)
    await user.until(lambda: len(page.proposals) == 1)
    await user.key("enter")
    await user.until(lambda: not user.board.hearing.proposals() and not page.proposals)
    await user.settle()


async def test_an_application_from_files_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hearing, "WATCH", 0.05)
    folders = Folders(tmp_path / "home")
    settings = Settings(
        me=Me(name="Robin Vale", email="robin@mail.example"),
        watch=Watch(mail=(str(folders.inbox), str(folders.sent)), calendar=(str(folders.calendar),)),
    )
    async with at_the_board(tmp_path, [], settings=settings, now=BEGIN, size=(150, 36)) as user:
        await user.press("board.heard")

        # An invitation is dropped into the calendar.
        (folders.calendar / "m1.ics").write_bytes(INVITED)
        await take(user)
        (key,) = user.another().book.interviews
        assert user.column("upcoming") == [key]

        # The interview passes.
        await user.tick(at("2026-11-19 10:00"))
        assert user.column("to_thank") == [key]

        # The thank-you lies among what was sent.
        await user.tick(at("2026-11-19 12:00"))
        mine = Reply(
            "Dear Ada,\n\nthank you for the conversation.\n\nRobin", at("2026-11-19 11:30"), "Robin Vale",
            "robin@mail.example", "ada@globex.example", "Thank you", "<t@mail.example>", "",
        )  # fmt: skip
        folders.put(plain(mine), folders.sent, flags=":2,S")
        await take(user)
        assert isinstance(user.another().interview(key).events[-1], Thanked)
        assert user.column("awaiting_callback") == [key]

        # They answer by when they will say more.
        await user.tick(at("2026-11-20 10:00"))
        folders.put(told(answers="<t@mail.example>"))
        await take(user)
        event = user.another().interview(key).events[-1]
        assert isinstance(event, Promised) and event.callback_by == "2026-11-26"

        # A second invitation: the application goes on there.
        (folders.calendar / "m2.ics").write_bytes(INVITED_AGAIN)
        await take(user)
        (new,) = (one for one in user.another().book.interviews if one != key)
        assert user.column("upcoming") == [new] and user.column("closed") == [key]

        # It passes, and an offer comes.
        await user.tick(at("2026-11-26 10:00"))
        folders.put(OFFERED)
        await take(user)
        closed = user.another().interview(new).events[-1]
        assert isinstance(closed, Closed) and (closed.result, closed.answer_by) == ("offer", "2026-12-03")
        await user.tick(at("2026-11-26 10:00") + timedelta(days=4))
        assert user.column("call_now") == [new]
