"""Looking without changing: another time, the page of a card."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from store.clock import StoppedClock
from store.settings import Settings
from tests.making import at, made, promised, thanked
from tests.tui.board_app import NOW, at_the_board
from tui.forms.form import Form
from tui.screens.card import CardScreen

LATER = at("2026-11-27 13:00")


async def test_another_time_is_looked_at_and_left(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("contoso")
        await user.press("time.travel")
        await user.write("2026-11-27 14:00")
        await user.key("enter")
        await user.until(user.on_board)
        assert user.said.startswith("7 days from now; [ and ] step from change to change")
        assert "looking at Fri 27 Nov 14:00 CET, esc for now" in user.line("headline")
        assert "contoso" in [card.id for card in user.state.board.columns["call_now"]]
        await user.press("board.back")
        assert user.state.at is None
        assert (user.card, user.state.cursor.column) == ("contoso", "awaiting_callback")
        assert "looking" not in user.text


@pytest.mark.parametrize("asked", ["in 5 days", "5 days ago"])
async def test_it_is_as_far_away_as_was_asked_for(tmp_path: Path, asked: str) -> None:
    async with at_the_board(tmp_path, now=NOW + timedelta(seconds=29)) as user:
        clock, moment = type(user.clock), timedelta(seconds=1)
        now = clock.now
        with pytest.MonkeyPatch.context() as patch:

            def later(self: StoppedClock) -> datetime:
                self.at += moment
                return now(self)

            await user.press("time.travel")
            await user.write(asked)
            patch.setattr(clock, "now", later)
            await user.key("enter")
            await user.until(lambda: user.said.startswith("5 days "))


async def test_stepping_goes_from_change_to_change_and_back(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        seen: list[datetime | None] = []
        for _ in range(4):
            await user.press("time.on")
            seen.append(user.state.at)
        assert seen == sorted(set(filter(None, seen)))
        first, *_ = seen
        assert first == user.service.board(NOW).next_change
        for earlier in reversed(seen[:-1]):
            await user.press("time.back")
            assert user.state.at is not None and earlier is not None
            assert user.state.at <= earlier
        await user.press("board.back")
        assert user.state.at is None


async def test_before_the_first_and_after_the_last_change_it_says_so(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, []) as user:
        await user.press("time.on")
        assert user.said.startswith("No card moves by itself after this.")
        await user.press("time.back")
        assert user.said.startswith("No card moves by itself before this.")


async def test_another_time_is_read_only(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, at=LATER) as user:
        before = user.database.read_bytes()
        await user.go_to("northwind")
        for name in (
            "add",
            "edit",
            "draft",
            "sent",
            "skip",
            "call",
            "promise",
            "heard",
            "outcome",
            "snooze",
            "delete",
        ):
            await user.key("f12")
            await user.press(f"card.{name}")
            assert user.on_board(), name
            assert user.said.startswith("This is a look at another time, and read-only"), name
        assert user.database.read_bytes() == before


async def test_what_is_said_names_the_user_s_own_keys(tmp_path: Path) -> None:
    own = Settings(keys={"board.back": "f9", "time.back": "f6", "card.add": "N", "card.edit": "f4"})
    async with at_the_board(tmp_path, at=LATER, settings=own) as user:
        await user.key("N")
        assert user.said.startswith("This is a look at another time, and read-only; F9 goes back to now.")
        await user.press("time.on")
        assert "; F6 and ] step from change to change, F9 goes back to now" in user.said
        await user.key("f9")
        await user.press("board.filter")
        await user.write("zzz")
        await user.key("enter")
        await user.press("card.open")
        assert user.said.startswith("There is no card here; N adds an interview.")


async def test_the_clock_goes_on_behind_a_look_at_another_time(tmp_path: Path) -> None:
    cards = [
        made(
            thanked(NOW - timedelta(hours=2)),
            promised(NOW, "2026-11-19T12:00:00Z"),
            id="waits",
            company="Waits",
        )
    ]
    async with at_the_board(tmp_path, cards, at=NOW - timedelta(hours=1)) as user:
        await user.tick(NOW + timedelta(days=2))
        assert user.state.board.at == NOW - timedelta(hours=1)
        await user.press("board.back")
        assert user.state.cursor.column == "call_now"
        assert "Sat 21 Nov" in user.line("headline")


# The page of a card


async def test_the_page_holds_everything_and_goes_back(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("northwind")
        await user.press("card.open")
        await user.until(lambda: not user.on_board())
        title = "Northwind · Data · Panel"
        for words in (title, "To thank: ", "PEOPLE", "Ada Okafor", "ada@globex.example", "by itself"):
            assert words in user.text, words
        await user.press("page.back")
        assert user.on_board()
        assert user.card == "northwind"


async def test_an_event_is_taken_back_from_the_page_and_that_is_undone(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("contoso")
        before = user.service.book
        await user.press("card.open", "page.up", "page.down", "page.take_back")
        await user.until(lambda: user.said.startswith("Contoso: took back “"))
        assert len(user.service.interview("contoso").events) == 1
        await user.press("board.undo")
        await user.until(lambda: user.service.book == before)


async def test_an_event_is_corrected_from_the_page(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("contoso")
        await user.press("card.open")
        events = [row.event_id for row in user.app.screen.rows if row.event_id]  # type: ignore[attr-defined]
        place = user.app.screen.row  # type: ignore[attr-defined]
        assert user.app.screen.rows[place].event_id == events[-1]  # type: ignore[attr-defined]
        await user.press("page.correct")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.key("escape")
        await user.until(lambda: isinstance(user.app.screen, CardScreen))
        await user.key("escape")
        assert user.on_board()


@pytest.mark.parametrize(
    ("deed", "opened"),
    [
        ("card.edit", "Northwind"), ("card.facts", "Northwind"), ("card.promise", "answer"),
        ("card.heard", "Northwind"), ("card.outcome", "Northwind: how did it end?"),
        ("card.snooze", "Northwind"), ("card.skip", "Northwind"), ("card.delete", "Delete Northwind?"),
        ("card.sent", "Northwind"), ("card.call", "Call "),
    ],
)  # fmt: skip
async def test_a_deed_of_the_board_is_done_from_the_page_to_that_card_alone(
    tmp_path: Path, deed: str, opened: str
) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("initech")
        await user.press("card.mark")
        await user.go_to("northwind")
        await user.press("card.open")
        await user.until(lambda: user.app.screen is not user.board)
        page = user.app.screen
        await user.press(deed)
        await user.until(lambda: user.app.screen not in (user.board, page))
        await user.until(lambda: opened in user.text)


async def test_how_it_ended_is_asked_from_the_call_sheet_with_the_boards_key(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("fabrikam")
        await user.press("card.call")
        await user.until(lambda: "WHAT THEY PROMISED" in user.text)
        await user.press("card.outcome")
        await user.until(lambda: "Fabrikam: how did it end?" in user.text)


@pytest.mark.parametrize("size", [(120, 36), (80, 12)])
async def test_arrows_go_from_event_to_event_also_where_the_page_is_longer_than_the_window(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with at_the_board(tmp_path, size=size) as user:
        await user.go_to("contoso")
        await user.press("card.open")
        await user.until(lambda: isinstance(user.app.screen, CardScreen))
        page = user.app.screen
        assert isinstance(page, CardScreen) and page.row is not None
        last = page.row
        await user.key("up")
        assert page.row < last
        await user.key("down")
        assert page.row == last


async def test_the_page_is_read_only_at_another_time(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, at=LATER) as user:
        await user.go_to("contoso")
        before = user.service.book
        for deed in ("card.edit", "page.correct", "page.take_back", "card.draft", "card.sent"):
            await user.press("card.open", deed)
            assert "This is a look at another time, and read-only" in user.lines[-1], deed
            await user.press("page.down")
            assert "read-only" not in user.lines[-1]
            await user.press("page.back")
            assert user.on_board(), deed
        assert user.service.book == before


async def test_an_interview_deleted_elsewhere_closes_nothing(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("contoso")
        await user.press("card.open")
        user.another().delete("gone", ["contoso"])
        user.board.clock.watch()
        await user.until(lambda: user.state.board.card("contoso") is None)
        user.app.screen.look_again()  # type: ignore[attr-defined]
        await user.until(lambda: "no longer there" in user.text)
        for deed in ("page.up", "page.take_back", "page.correct", "card.edit"):
            await user.press(deed)
        await user.until(lambda: "That interview is no longer there" in user.lines[-1])
        await user.press("page.back")
        assert user.on_board()
        assert "contoso" not in user.service.book.interviews
        assert not user.service.undo_words


@pytest.mark.parametrize("deed", ["card.edit", "card.call", "card.sent", "card.delete", "card.outcome"])
async def test_escape_is_one_step_back_from_what_the_page_has_opened(tmp_path: Path, deed: str) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("northwind")
        await user.press("card.open")
        page = user.app.screen
        await user.press(deed)
        await user.until(lambda: user.app.screen not in (user.board, page))
        await user.key("escape")
        await user.until(lambda: user.app.screen is page)
        await user.key("escape")
        assert user.on_board()


async def test_the_page_is_left_once_a_step_is_done(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("fabrikam")
        await user.press("card.open", "card.promise")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.write("2026-11-25")
        await user.key("ctrl+d")
        await user.until(user.on_board)
        assert user.said.startswith("promised by Wed 25 Nov")
        await user.press("card.open", "card.delete")
        await user.key("y")
        await user.until(user.on_board)
        await user.until(lambda: user.said.startswith("deleted Fabrikam"))


async def test_the_editor_takes_the_place_of_the_page(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("fabrikam")
        await user.press("card.open", "card.call")
        await user.until(lambda: "WHAT THEY PROMISED" in user.text)
        await user.press("card.draft")
        await user.until(lambda: user.editor is not None and user.editor.display)
        await user.until(lambda: user.editor is not None and user.editor.body.has_focus)
        assert user.app.screen is user.board
        await user.write("Zq")
        assert user.editor is not None and "Zq" in user.editor.body.text


async def test_what_the_board_says_is_said_on_the_page(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("hooli")
        await user.press("card.open", "card.call")
        await user.until(lambda: "nothing to call about yet" in user.lines[-1])
        await user.key("f12")
        assert "nothing to call about yet" not in user.lines[-1]


@pytest.mark.parametrize("deed", ["card.open", "card.call"])
async def test_nothing_of_the_board_looks_out_beside_a_page(tmp_path: Path, deed: str) -> None:
    async with at_the_board(tmp_path, size=(150, 36)) as user:
        await user.go_to("fabrikam")
        keys = user.said
        await user.press(deed)
        await user.until(lambda: not user.on_board())
        await user.until(lambda: "TO THANK" not in user.text and "Contoso" not in user.text)
        await user.key("escape")
        await user.until(user.on_board)
        await user.until(lambda: user.said == keys)
