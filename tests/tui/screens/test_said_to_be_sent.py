"""What was said to be sent is on the disk before the next person is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from store.files.errors import StorageError
from store.interview import Interview
from tests.tui.board_app import User, at_the_board, interviews
from tui.screens.last_read import LastRead


async def read_the_last_time(user: User) -> LastRead:
    await user.draft("northwind")
    return await user.read_the_last_time()


def all_by_mail() -> list[Interview]:
    """Everybody of the panel has an address: one letter for all who are still to get it."""
    return [
        replace(
            one,
            interviewers=tuple(replace(who, email=f"{who.id}@globex.example") for who in one.interviewers),
        )
        for one in interviews()
    ]


async def test_who_gets_a_text_message_gets_no_letter_and_is_named(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        screen = await read_the_last_time(user)
        assert [one.name for one in screen.progress.texts] == ["Ben Ito"]
        assert "Cleo" in user.text and "not written yet" in user.text
        await user.key("escape")
        await user.until(lambda: user.app.screen is user.board)
        await user.key("ctrl+n")
        await user.until(lambda: "WhatsApp" in user.text and "Hello Cleo" in user.text)
        await user.write("X")
        await user.settle()
        screen = await user.read_the_last_time()
        names = [one.name for one in screen.progress.texts]
        assert names == ["Cleo Marsh"], "Ben has no text of his own yet"


async def test_sent_is_on_the_disk_before_the_next_person_is_shown(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, all_by_mail()) as user:
        screen = await read_the_last_time(user)
        before = len(user.service.interview("northwind").events)
        first, text = screen.text.to, screen.text.body
        await user.key("s")
        await user.until(lambda: screen.text.to != first)
        events = user.another().interview("northwind").events
        assert len(events) == before + 1
        assert (getattr(events[-1], "to", ""), getattr(events[-1], "text", "")) == (first, text)
        words = user.service.undo_words
        await user.key("s")
        await user.until(user.on_board)
        assert len(user.service.interview("northwind").events) == before + 2
        # One step each.
        await user.press("board.undo")
        await user.until(lambda: user.said.startswith("undone: "))
        assert user.service.undo_words == words
        assert len(user.service.interview("northwind").events) == before + 1


async def test_what_was_handed_over_is_remembered_with_the_draft(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        screen = await read_the_last_time(user)
        to = screen.text.to
        await user.key("f")
        await user.until(lambda: screen.progress.way == "eml")
        (draft,) = user.another().interview("northwind").drafts
        assert [(one.to, one.way) for one in draft.handed_over] == [(to, "eml")]
        assert re.fullmatch(r"<\w{32}@[\w.-]+>", draft.handed_over[0].message_id)
        await user.key("n", "escape")
        await user.until(lambda: user.app.screen is user.board)
        await user.key("escape")
        await user.until(user.on_board)
        await user.until(lambda: "✎ Ben, ✆ Cleo · sent?" in user.text)
        # Writing on does not forget it.
        await user.press("card.draft")
        await user.until(user.is_writing)
        await user.write("X")
        await user.key("escape")
        await user.until(user.on_board)
        (draft,) = user.another().interview("northwind").drafts
        assert draft.handed_over


async def test_sent_that_cannot_be_stored_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_the_board(tmp_path, all_by_mail()) as user:
        screen = await read_the_last_time(user)
        first = screen.text.to

        def full(*_: object) -> None:
            raise StorageError("not saved: disk full")

        with monkeypatch.context() as patched:
            patched.setattr(user.service, "move", full)
            await user.key("s")
            await user.until(lambda: "disk full" in user.text)
            assert (screen.text.to, screen.progress.sent) == (first, False)
        await user.key("s")
        await user.until(lambda: screen.text.to != first)
