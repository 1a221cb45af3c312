"""What is heard while the board is open: on the card, on its page, on one of its own; settled by one key."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from store import heard
from store.interview import Promised, Thanked
from store.settings import Settings
from store.settings.records import Me, Watch
from tests.making import ADA, at, made, thanked
from tests.store.hearing.invitations import invitation, mailed
from tests.store.hearing.listener import THANKS, globex, initech
from tests.store.hearing.mailers import Reply, plain
from tests.store.watching.folders import Folders
from tests.tui.board_app import NOW, User, at_the_board
from tui.forms.form import Form
from tui.screens import hearing
from tui.screens.card import CardScreen
from tui.screens.heard import HeardScreen

WRITTEN = at("2026-11-19 10:52")
CARD = made(thanked(WRITTEN - timedelta(hours=8)), role="Data", drafts=(THANKS,))


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    monkeypatch.setattr(hearing, "WATCH", 0.05)
    return Folders(tmp_path / "home")


def settings(folders: Folders) -> Settings:
    watch = Watch(mail=(str(folders.inbox), str(folders.sent)))
    return Settings(me=Me(name="Robin Vale", email="robin@mail.example"), watch=watch)


def comes(folders: Folders, text: str, number: int = 1, **more: object) -> None:
    facts = {"at": WRITTEN, "message_id": f"<{number}@globex.example>", "answers": "", **more}
    folders.put(plain(Reply(f"Hi Robin,\n\n{text}\n\nAda", **facts)))  # type: ignore[arg-type]


async def heard_of(user: User, count: int = 1) -> None:
    """Wait until so much is proposed."""
    await user.until(lambda: len(heard.open_proposals(user.service.book)) == count)
    await user.settle()


async def test_a_mail_stands_on_its_card_and_enter_twice_takes_it(tmp_path: Path, folders: Folders) -> None:
    async with at_the_board(tmp_path, [CARD], settings=settings(folders), size=(150, 36)) as user:
        comes(folders, "we will let you know by Friday of next week.")
        await heard_of(user)
        await user.until(lambda: "Ada wrote at 11:52: enter looks" in user.text)
        await user.go_to("iv-1")
        await user.press("card.open")
        assert isinstance(user.app.screen, CardScreen)
        assert "Ada Okafor promised an answer by Fri 27 Nov" in user.text
        await user.key("enter")
        await user.until(lambda: user.column("awaiting_callback") == ["iv-1"] and user.on_board())
        event = user.service.interview("iv-1").events[-1]
        assert isinstance(event, Promised) and event.ref == "<1@globex.example>"
        assert "enter looks" not in user.text
        await user.press("board.undo")
        await user.until(lambda: "Ada wrote at 11:52" in user.text)


async def test_it_is_turned_down_on_the_page_of_its_card(tmp_path: Path, folders: Folders) -> None:
    async with at_the_board(tmp_path, [CARD], settings=settings(folders)) as user:
        comes(folders, "thank you.")
        await heard_of(user)
        await user.go_to("iv-1")
        await user.press("card.open")
        await user.key("down", "up")
        await user.until(lambda: "turn it down" in user.text)
        await user.key("delete")
        await user.until(lambda: user.another().book.proposals == {})
        assert len(user.another().book.turned_down) == 1
        assert user.another().interview("iv-1").events == CARD.events


async def test_the_page_of_all_takes_changes_and_turns_down(tmp_path: Path, folders: Folders) -> None:
    async with at_the_board(tmp_path, [CARD, initech()], settings=settings(folders)) as user:
        comes(folders, "we will let you know by Friday of next week.", 1)
        comes(
            folders,
            "thank you.",
            2,
            address="sam@agency.example",
            sender="Sam Reed",
            at=WRITTEN - timedelta(hours=1),
        )
        await heard_of(user, 2)
        await user.press("board.heard")
        page = user.app.screen
        assert isinstance(page, HeardScreen)
        assert "Globex, Data: Ada Okafor promised an answer by Fri 27 Nov" in user.text
        await user.press("page.down", "heard.drop")
        await user.until(lambda: len(page.proposals) == 1)
        await user.press("heard.change")
        await user.until(lambda: "Correct:" in user.text)
        assert isinstance(user.another().interview("iv-1").events[-1], Promised)
        await user.key("escape")
        await user.until(lambda: user.app.screen is page)
        await user.until(lambda: "Nothing waits for you here." in user.text)
        await user.press("page.back")
        await user.until(user.on_board)


async def test_which_card_and_which_day_are_asked_for(tmp_path: Path, folders: Folders) -> None:
    other = made(id="iv-2", company="Initech", role="Analyst", interviewers=(ADA,))
    async with at_the_board(tmp_path, [CARD, other], settings=settings(folders)) as user:
        comes(folders, "we will let you know by 12/4.")
        await heard_of(user)
        await user.press("board.heard")
        await user.press("heard.take")
        await user.until(lambda: "It is of" in user.text)
        assert "Initech, Analyst" in user.text and "Fri 4 Dec 2026" in user.text
        await user.key("2", "tab", "a")
        await user.press("form.save")
        await user.until(
            lambda: any(isinstance(one, Promised) for one in user.another().interview("iv-2").events)
        )
        assert user.another().interview("iv-2").events[-1].callback_by == "2026-12-04"  # type: ignore[union-attr]


async def test_an_invitation_becomes_the_next_round(tmp_path: Path, folders: Folders) -> None:
    async with at_the_board(tmp_path, [CARD], settings=settings(folders)) as user:
        folders.put(mailed(invitation()).replace(b"Wed, 25 Nov", b"Thu, 19 Nov"))
        await heard_of(user)
        await user.until(lambda: "a meeting on Wed 2 Dec at" in user.text)
        await user.go_to("iv-1")
        await user.press("card.open")
        await user.key("enter")
        await user.until(lambda: len(user.another().book.interviews) == 2)
        new = next(one for key, one in user.another().book.interviews.items() if key != "iv-1")
        assert new.company == "Globex" and new.role == "Data"


async def test_what_an_invitation_does_not_say_is_asked_for(tmp_path: Path, folders: Folders) -> None:
    text = invitation(summary="Interview", organiser="jo@gmail.com").replace(b"Z\r\nSUMMARY", b"\r\nSUMMARY")
    watched = settings(folders)
    watched = replace(watched, watch=replace(watched.watch, calendar=(str(folders.calendar),)))
    async with at_the_board(tmp_path, [CARD], settings=watched) as user:
        (folders.calendar / "m1.ics").write_bytes(text)
        await heard_of(user)
        await user.press("board.heard")
        await user.until(lambda: isinstance(user.app.screen, HeardScreen))
        await user.key("enter")
        await user.until(lambda: isinstance(user.app.screen, Form))
        assert "what it does not say" in user.text and "Company" in user.text
        await user.key("escape")
        await user.until(lambda: not isinstance(user.app.screen, Form))
        assert len(user.another().book.interviews) == 1
        if user.on_board():
            await user.press("board.heard")
        await user.key("enter")
        await user.until(lambda: isinstance(user.app.screen, Form))
        form = user.app.screen
        assert isinstance(form, Form)
        for name, words in (("company", "Umbra"), ("zone", "New York")):
            form.entries[name].put(words, None)
        await user.settle()
        await user.press("form.save")
        await user.until(lambda: len(user.another().book.interviews) == 2)
        new = next(one for key, one in user.another().book.interviews.items() if key != "iv-1")
        assert (new.company, new.zone) == ("Umbra", "America/New_York")


async def test_what_was_sent_is_logged_said_and_taken_back(tmp_path: Path, folders: Folders) -> None:
    card = globex(ends_at=WRITTEN - timedelta(hours=3))
    async with at_the_board(tmp_path, [card], settings=settings(folders)) as user:
        mine = Reply(
            "Dear Ada,\n\nthank you.", WRITTEN, "Robin Vale", "robin@mail.example", "ada@globex.example", "Thanks",  # noqa: E501
            "<asked@mail.example>", "",
        )  # fmt: skip
        folders.put(plain(mine), folders.sent, flags=":2,S")
        await user.until(
            lambda: any(isinstance(one, Thanked) for one in user.another().interview("iv-1").events)
        )
        await user.until(lambda: "the message lies among what you sent" in user.text)
        await user.press("board.undo")
        await user.until(lambda: user.another().interview("iv-1").events == ())


async def test_hostile_words_are_shown_and_do_nothing(tmp_path: Path, folders: Folders) -> None:
    async with at_the_board(tmp_path, [CARD], settings=settings(folders)) as user:
        comes(
            folders,
            "[red]x[/] [@click=app.quit]y[/] \x1b]52;c;eA==\x07 thank you very much.",
            subject="[/red]\x1b[2J",
        )
        await heard_of(user)
        await user.press("board.heard")
        await user.until(lambda: "[red]x[/] [@click=app.quit]y[/]" in user.text)
        assert "\x1b" not in user.text


async def test_without_folders_nothing_is_looked_at(tmp_path: Path, folders: Folders) -> None:
    comes(folders, "thank you.")
    async with at_the_board(tmp_path, [CARD]) as user:
        await user.press("board.heard")
        assert "Nothing waits for you here." in user.text
    assert not (tmp_path / "ringback.json.heard").exists()


async def test_a_folder_that_is_not_there_is_said_once(tmp_path: Path, folders: Folders) -> None:
    watch = Settings(watch=Watch(mail=("/nowhere/Mail",)))
    async with at_the_board(tmp_path, [CARD], settings=watch) as user:
        await user.until(lambda: "There is no /nowhere/Mail." in user.text)
        assert user.clock.at == NOW
