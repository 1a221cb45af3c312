"""What a user does to cards: one after the other or several at once, and back again."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from store.changes.moves import log
from store.interview import Closed, Draft, Emailed, Promised, Thanked
from tests.making import after, closed, made, thanked
from tests.tui.board_app import NOW, User, at_the_board


async def do(user: User, key_id: str, typed: str = "") -> None:
    """Press a key, fill its form in and save."""
    await user.press(key_id)
    await user.until(lambda: user.app.screen is not user.board)
    await user.write(typed)
    await user.key("ctrl+d")
    await user.until(user.on_board)


async def test_a_promise_moves_the_cursor_with_its_card(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("fabrikam")
        await do(user, "card.promise", "2026-11-25")
        assert (user.card, user.state.cursor.column) == ("fabrikam", "awaiting_callback")
        assert user.said.startswith("promised by Wed 25 Nov")
        assert "»" not in user.text
        await user.press("board.down")
        assert "u undo: promised by Wed 25 Nov" in user.said


@pytest.mark.parametrize(
    ("key_id", "typed", "kind"), [("card.promise", "2026-12-02", Promised), ("card.outcome", "r", Closed)]
)
async def test_several_marked_are_one_step_to_undo(
    tmp_path: Path, key_id: str, typed: str, kind: type[Promised | Closed]
) -> None:
    async with at_the_board(tmp_path) as user:
        before = user.service.book
        await user.press("board.to_thank", "card.mark")
        assert user.card == "initech"
        assert "▌✓" not in user.text and " ✓Northwind" in user.text
        await user.press("card.mark")
        await user.press("board.awaiting", "card.mark", "card.mark", "card.mark")
        assert "3 marked" in user.line("headline")
        await do(user, key_id, typed)
        for name in ("northwind", "initech", "contoso"):
            assert isinstance(user.service.interview(name).events[-1], kind)
        assert "marked" not in user.line("headline")
        await user.press("board.undo")
        await user.until(lambda: user.said.startswith("undone: "))
        assert user.service.book == before
        await user.press("board.undo")
        await user.until(lambda: user.said.startswith("There is nothing to undo."))


async def test_sent_on_a_card_that_asks_is_that_they_were_asked_in_writing(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        before = user.service.book
        await user.go_to("fabrikam")
        await do(user, "card.sent")
        assert user.said.startswith("wrote to Ada")
        event = user.service.interview("fabrikam").events[-1]
        assert isinstance(event, Emailed) and event.to == "p1"
        assert "fabrikam" in user.column("awaiting_callback")
        await user.press("board.undo")
        await user.until(lambda: user.said.startswith("undone: wrote to Ada"))
        assert user.service.book == before


async def test_of_several_marked_as_sent_each_gets_what_it_asks_for(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        for one in ("contoso", "fabrikam"):
            await user.go_to(one)
            await user.press("card.mark")
        await do(user, "card.sent")
        assert isinstance(user.service.interview("contoso").events[-1], Emailed)
        assert isinstance(user.service.interview("fabrikam").events[-1], Emailed)
        for one in ("initech", "fabrikam"):
            await user.go_to(one)
            await user.press("card.mark")
        await do(user, "card.sent")
        assert isinstance(user.service.interview("initech").events[-1], Thanked)
        assert sum(isinstance(one, Emailed) for one in user.service.interview("fabrikam").events) == 1


async def test_an_offer_to_answer_is_not_asked_about(tmp_path: Path) -> None:
    offered = made(thanked(after(2)), closed(after(3), "offer", "2026-11-20"), id="offered", ends_at=after(0))
    async with at_the_board(tmp_path, [offered]) as user:
        await user.go_to("offered")
        await user.press("card.sent")
        await user.until(lambda: user.said.startswith("Globex waits for your answer: o notes it"))


async def test_marks_are_taken_off_by_escape(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.press("board.to_thank", "card.mark", "board.back")
        assert "marked" not in user.text
        assert "✓" not in user.text


async def test_undo_and_redo_say_what_they_did_and_what_comes_next(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, size=(80, 24)) as user:
        await user.go_to("initech")
        await do(user, "card.sent")
        assert user.said.startswith("thanked Ada")
        assert user.column("awaiting_callback") == ["contoso", "initech"]
        await user.key("f12")
        assert "u undo: thanked Ada" in user.lines[-1]
        await user.press("board.undo")
        await user.until(lambda: user.said.startswith("undone: thanked Ada"))
        assert "initech" in user.column("to_thank")
        await user.press("board.redo")
        await user.until(lambda: user.said.startswith("done again: thanked Ada"))
        assert "initech" in user.column("awaiting_callback")
        await user.press("board.redo")
        await user.until(lambda: user.said.startswith("There is nothing to redo."))


async def test_a_step_another_window_has_built_on_is_not_undone(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("initech")
        await do(user, "card.promise", "2026-11-25")
        event = Thanked(id="e9", at=NOW, to="p1", channel="email")
        user.another().move("thanked", ["initech"], log(event, now=NOW))
        await user.press("board.undo")
        await user.until(lambda: user.said.startswith("Not undone: another window has since changed Initech"))
        assert user.service.interview("initech").events[-1] == event
        assert user.card == "initech"


async def test_deleting_asks_once_and_is_undone(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("northwind")
        await user.press("card.delete")
        assert "Delete Northwind?" in user.text
        await user.key("n")
        assert user.on_board()
        assert "Northwind" in user.text
        await user.press("card.delete")
        await user.key("y")
        await user.until(lambda: user.said.startswith("deleted Northwind"))
        assert "northwind" not in user.service.book.interviews
        assert user.card == "initech"
        await user.press("board.undo")
        await user.until(lambda: user.said.startswith("undone: deleted Northwind"))
        assert "Northwind" in user.text
        assert user.card == "initech"


def begins(user: User, words: str) -> bool:
    return user.said.startswith(words)


async def test_an_interview_noted_twice_is_remarked_on_and_added(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        for company in ("Zéphyr", "ZEPHYR"):
            assert "The same seems" not in user.said
            await user.press("card.add")
            await user.write(company)
            await user.key("tab")
            await user.write("today 10:00")
            await user.key("ctrl+d")
            await user.until(partial(begins, user, company))
        assert "The same seems to be on the board already: Zéphyr, " in user.said
        added = [one for one in user.service.book.interviews.values() if "phyr" in one.company.casefold()]
        assert len(added) == 2


async def test_a_new_interview_says_where_it_landed_and_why(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.press("card.add")
        await user.write("Zephyr")
        await user.key("tab")
        await user.write("today 10:00")
        await user.key("ctrl+d")
        await user.until(user.on_board)
        assert user.said.startswith("Zephyr stands in To thank: ")
        assert user.state.card is not None
        assert user.state.card.interview.company == "Zephyr"
        await user.press("board.undo")
        await user.until(lambda: user.said.startswith("undone: added Zephyr"))
        assert "Zephyr" not in "\n".join(user.lines[:-1])


async def test_what_a_form_cannot_save_leaves_it_open_and_the_board_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from store.files.errors import StorageError

    async with at_the_board(tmp_path) as user:
        await user.go_to("initech")
        before = user.service.book

        def full(*_: object, **__: object) -> None:
            raise StorageError("not saved: disk full")

        monkeypatch.setattr(user.service.storage.file, "save", full)
        await user.press("card.promise")
        await user.write("2026-11-25")
        await user.key("ctrl+d")
        await user.until(lambda: "disk full" in user.text)
        assert not user.on_board()
        assert user.service.book == before
        monkeypatch.undo()
        await user.key("ctrl+d")
        await user.until(user.on_board)
        assert user.service.interview("initech").events[-1].KIND == "promised"


async def test_undo_pressed_as_fast_as_keys_come_goes_one_step_each(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("initech")
        before = user.service.book
        for day in ("2026-11-25", "2026-11-26", "2026-11-27"):
            await do(user, "card.promise", day)
        await user.key("u", "u", "u")
        await user.until(lambda: user.service.book == before)
        await user.until(lambda: user.service.undo_words is None)
        await user.key("U", "U", "U")
        await user.until(lambda: len(user.service.interview("initech").events) == 3)


async def test_undoing_an_addition_with_a_text_by_now_asks_first(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        user.service.add("added Zephyr", made(id="zephyr", company="Zephyr", ends_at=NOW))
        user.service.keep_draft("zephyr", Draft(id="d1", body="Dear Ada"), None)
        await user.press("board.undo")
        await user.until(lambda: "Remove the text?" in user.text)
        await user.key("n")
        assert user.service.interview("zephyr").drafts
        await user.press("board.undo")
        await user.until(lambda: "Remove the text?" in user.text)
        await user.key("y")
        await user.until(lambda: user.said.startswith("undone: added Zephyr"))
        assert "zephyr" not in user.service.book.interviews


async def test_steps_of_an_earlier_window_are_undone_too(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("initech")
        await do(user, "card.promise", "2026-11-25")
    cards = list(user.service.book.interviews.values())
    async with at_the_board(tmp_path, cards) as user:
        await user.press("board.undo")
        await user.until(lambda: user.said.startswith("undone: promised by Wed 25 Nov (the command line)"))
