"""What is typed and ticked on a call sheet stays when it is left."""

from __future__ import annotations

from pathlib import Path

from store.clock import StoppedClock
from store.database.autosave import any_left, folder_of
from store.settings import Settings
from templates.library import Library
from tests.tui.board_app import NOW, User, at_the_board, service_on
from tests.tui.screens.begun import open_sheet
from tui.app import Ringback
from tui.screens.board_state import BoardState
from tui.screens.call_sheet import CallSheet


async def test_a_question_being_typed_and_the_ticks_are_kept(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("fabrikam")
        await user.press("card.call")
        await user.until(lambda: isinstance(user.app.screen, CallSheet))
        await user.pilot.press("2", "plus")
        await user.write("Zqx who decides")
        user.board.save_now()
        (file,) = folder_of(user.database).glob("*.form")
        assert "Zqx who decides" in file.read_text()
        before = file.read_bytes()
        folder, token = file.parent, file.name
    # The board ended in an orderly way: what was typed lies there, too.
    assert (folder / token).read_bytes() == before
    service = service_on(tmp_path / "ringback.json", StoppedClock(NOW))
    app = Ringback(BoardState(service, Settings()), Library)
    async with app.run_test(size=(120, 36)) as pilot:
        user = User(app, pilot, StoppedClock(NOW))
        assert "The call to Fabrikam" in user.said
        await user.press("card.open")
        await user.until(lambda: isinstance(app.screen, CallSheet))
        sheet = app.screen
        assert isinstance(sheet, CallSheet)
        await user.until(lambda: sheet.paper.writing == "question")
        assert (sheet.paper.lines["question"].written, len(sheet.ticked)) == ("Zqx who decides", 1)
        await user.key("enter")
        await user.until(lambda: "Zqx who decides" in service.interview("fabrikam").questions)


async def test_ticks_and_a_question_stay_when_the_sheet_is_left_and_opened_again(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("fabrikam")
        sheet = await open_sheet(user)
        await user.press("call.quiet", "call.papers", "call.back")
        await user.until(user.on_board)
        assert "is kept" not in user.said, "nothing is made of mere ticks"
        sheet = await open_sheet(user)
        assert sheet.ticked == {0, 2}
        await user.press("call.ask")
        await user.write("Zqx who")
        await user.press("call.unasked", "call.back")
        await user.until(user.on_board)
        assert "“The call to Fabrikam” is kept: enter goes on, esc throws it away" in user.said
        await user.press("board.down")
        await user.go_to("fabrikam")
        sheet = await open_sheet(user)
        assert sheet.ticked == {0, 2} and sheet.paper.writing is None
        await user.press("call.ask")
        await user.write(" decides")
        await user.press("call.note")
        await user.until(lambda: "Zqx who decides" in user.service.interview("fabrikam").questions)
        await user.press("call.unasked", "call.back")
        await user.until(user.on_board)
    assert not any_left(tmp_path / "ringback.json"), "mere ticks end with the board"
