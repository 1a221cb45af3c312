"""What is typed in forms survives, and is offered again."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.clock import StoppedClock
from store.database.autosave import FormPad, any_left, folder_of
from store.database.left_behind import forms_left
from store.interview import Promised
from tests.tui.board_app import NOW, at_the_board, service_on
from tests.tui.screens.begun import leave_behind, open_form, pad
from tui.forms.form import Form


async def test_a_form_left_with_something_typed_is_kept_and_gone_on_with(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await open_form(user, "card.promise")
        await user.write("2026-11-25")
        await user.key("escape")
        await user.until(user.on_board)
        assert "is kept: enter goes on, esc throws it away" in user.said
        await user.press("card.open")
        await user.until(lambda: isinstance(user.app.screen, Form))
        assert "2026-11-25" in user.text
        await user.key("escape")
        await user.until(user.on_board)
        # Any other key lets it lie; its own opens it with what was typed.
        await user.press("board.down", "board.up")
        await open_form(user, "card.promise")
        assert "2026-11-25" in user.text
        await user.key("ctrl+d")
        await user.until(user.on_board)
        assert user.service.interview("initech").events[-1].KIND == "promised"
    assert not any_left(tmp_path / "ringback.json")


async def test_a_second_esc_throws_it_away(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await open_form(user, "card.promise")
        await user.write("Zqx")
        await user.key("escape")
        await user.until(user.on_board)
        await user.press("board.back")
        assert "is thrown away; enter brings it back" in user.said
        # Two keys in one go were perhaps one too many.
        await user.press("card.open")
        await user.until(lambda: isinstance(user.app.screen, Form))
        assert "Zqx" in user.text
        await user.key("escape")
        await user.until(user.on_board)
        assert any_left(tmp_path / "ringback.json")
        await user.press("board.back", "board.down")
        await open_form(user, "card.promise")
        assert "Zqx" not in user.text
        await user.key("escape")
        await user.until(user.on_board)
    assert not any_left(tmp_path / "ringback.json")


async def test_a_form_of_another_card_is_another(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await open_form(user, "card.promise")
        await user.write("Zqx")
        await user.key("escape")
        await user.until(user.on_board)
        await open_form(user, "card.promise", "contoso")
        assert "Zqx" not in user.text


async def test_the_next_start_offers_what_was_left_and_enter_goes_on(tmp_path: Path) -> None:
    leave_behind(tmp_path, pad())
    async with at_the_board(tmp_path) as user:
        assert "“Debrief: Initech, Intro call” was begun at 17:04 and not saved: enter goes on" in user.said
        assert not user.service.interview("initech").topics
        await user.press("card.open")
        await user.until(lambda: isinstance(user.app.screen, Form))
        assert "Zqx event streams" in user.text
        await user.key("ctrl+d")
        await user.until(user.on_board)
        assert user.service.interview("initech").topics == ("Zqx event streams",)
    assert forms_left(tmp_path / "ringback.json") == {}


async def test_esc_lets_it_lie_for_the_next_start(tmp_path: Path) -> None:
    database = leave_behind(tmp_path, pad())
    async with at_the_board(tmp_path) as user:
        await user.press("board.back")
        assert user.on_board()
        assert "not saved" not in user.said
        await user.press("card.open")
        assert not isinstance(user.app.screen, Form)
    assert [*forms_left(database).values()] == [pad()]


async def test_another_key_is_no_answer(tmp_path: Path) -> None:
    leave_behind(tmp_path, pad())
    async with at_the_board(tmp_path) as user:
        await user.press("board.down", "card.open")
        assert not isinstance(user.app.screen, Form)


async def test_commands_take_no_form_in_and_leave_it(tmp_path: Path) -> None:
    database = leave_behind(tmp_path, pad())
    async with at_the_board(tmp_path):
        service = service_on(database, StoppedClock(NOW))
        assert service.pads.take_in() == 0
        assert not service.interview("initech").topics
    assert len(forms_left(database)) == 1


async def test_a_form_of_an_interview_that_is_gone_is_named(tmp_path: Path) -> None:
    leave_behind(tmp_path, pad(interviews=("nobody",)))
    async with at_the_board(tmp_path) as user:
        assert "enter goes on" not in user.said
        assert "an interview that is gone" in user.said
        await open_form(user, "card.promise")
        await user.write("2026-11-25")
        await user.key("ctrl+d")
        await user.until(user.on_board)
        assert user.said.startswith("promised by"), "what was done is not hidden by what was there before"


async def test_only_what_was_changed_comes_back(tmp_path: Path) -> None:
    """What another window has since written in the other fields is not taken back."""
    async with at_the_board(tmp_path) as user:
        await open_form(user, "card.facts")
        await user.write("Zq")
        await user.key("escape")
        await user.until(user.on_board)
        (kept,) = user.board.begun._kept.values()
        assert set(kept.texts) == {"company"}
        assert not kept.picks


async def test_picks_come_back(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await open_form(user, "card.outcome")
        await user.key("r", "tab")
        await user.write("Zqx")
        await user.key("escape")
        await user.until(user.on_board)
        await user.press("card.open")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.key("ctrl+d")
        await user.until(user.on_board)
        assert getattr(user.service.interview("initech").events[-1], "result", "") == "rejected"


@pytest.mark.parametrize("begun_before", [False, True], ids=["here", "in a board that has ended"])
async def test_what_is_said_to_be_saved_is_offered_no_more_whenever_the_board_ends(
    tmp_path: Path, begun_before: bool
) -> None:
    """It would be saved twice."""
    left: list[list[str]] = []
    async with at_the_board(tmp_path) as user:
        if begun_before:
            leave_behind(tmp_path, pad(form="promise", texts={"callback_by": "2026-11-27"}))
        form = await open_form(user, "card.promise")
        form.entries["callback_by"].put("2026-11-28")
        user.board.save_now()
        assert list(folder_of(user.database).glob("*.form"))

        def ended() -> None:
            user.board.save_now()
            left.append([file.name for file in folder_of(user.database).glob("*.form")])

        user.state.after_step(ended)
        await user.press("form.save")
        await user.until(user.on_board)
        assert isinstance(user.service.interview("initech").events[-1], Promised)
    assert left == [[]]


async def test_the_key_last_pressed_is_in_the_pad(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        form = await open_form(user, "card.promise")
        form.entries["callback_by"].put("Zqx")
        user.board.save_now()
        (file,) = folder_of(user.database).glob("*.form")
        assert "Zqx" in file.read_text()


@pytest.mark.parametrize(
    "odd",
    [
        pad(form="nonsense"), pad(form="called"), pad(form="called", preset=("nonsense", "p9")),
        pad(form="correct", event="nonsense"), pad(texts={"nonsense": "x"}, picks={"nonsense": ("x",)}),
        pad(form="outcome", picks={"result": ("nonsense",)}), pad(texts={"topics": "x" * 20_000}),
        pad(form="promise", texts={"by": "in 99999999 years"}, interviews=("initech", "initech", "gone")),
        pad(form="delete"), pad(form="copy"), pad(form="take_back", event="e1"),
    ],
    ids=lambda odd: f"{odd.form} {' '.join(odd.preset)}",
)  # fmt: skip
async def test_a_form_of_another_version_is_no_end_of_the_board(tmp_path: Path, odd: FormPad) -> None:
    leave_behind(tmp_path, odd)
    async with at_the_board(tmp_path) as user:
        assert "not saved: enter goes on" in user.said
        await user.press("card.open")
        await user.settle()
        assert user.app.is_running
        if odd.form in ("nonsense", "called", "delete", "copy", "take_back"):
            assert "ringback has no such form" in user.said
        while not user.on_board():
            await user.key("escape")
            await user.settle()


async def test_what_nobody_believes_is_said_at_the_start(tmp_path: Path) -> None:
    database = leave_behind(tmp_path, pad())
    (file,) = folder_of(database).glob("*.form")
    file.chmod(0o606)
    async with at_the_board(tmp_path) as user:
        assert "enter goes on" not in user.said
        user.service.pads.take_in()
        user.board.steps.say_notes()
        assert "Intro call" not in user.said
        assert "others may write to it" in user.said
