"""What the user owes them, on the board, on the card's page and on the call sheet."""

from __future__ import annotations

from pathlib import Path

from store.interview import Delivered, Owes
from tests.making import after, made, promised, thanked
from tests.tui.board_app import at_the_board
from tui.forms.form import Form
from tui.screens.call_sheet import CallSheet


async def test_it_is_noted_shown_and_ticked_off(tmp_path: Path) -> None:
    ended = (thanked(after(-98)), promised(after(-100), "2026-11-17"))
    card = made(*ended, id="fabrikam", company="Fabrikam", ends_at=after(-100))
    async with at_the_board(tmp_path, [card]) as user:
        await user.go_to("fabrikam")
        await user.press("card.owes")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.settle()
        await user.write("references")
        await user.key("tab")
        await user.write("2026-11-27")
        await user.key("ctrl+d")
        await user.until(user.on_board)
        event = user.service.interview("fabrikam").events[-1]
        assert isinstance(event, Owes) and (event.what, event.due) == ("references", "2026-11-27")

        await user.press("card.open")
        await user.until(lambda: "YOU OWE THEM" in user.text)
        assert "references, by Fri 27 Nov" in user.text
        await user.key("escape")
        await user.press("card.call")
        await user.until(lambda: isinstance(user.app.screen, CallSheet))
        await user.until(lambda: "references, by Fri 27 Nov" in user.text)
        await user.press("card.owes")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.settle()
        await user.key("1", "ctrl+d")
        await user.until(user.on_board)
        assert isinstance(user.service.interview("fabrikam").events[-1], Delivered)
        await user.press("card.open")
        await user.until(lambda: "HISTORY" in user.text)
        assert "YOU OWE THEM" not in user.text


async def test_in_the_editor_it_is_noted_beside_the_text(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("initech")
        await user.press("card.draft")
        await user.until(user.is_writing)
        await user.write("Zqx ")
        # The cursor of the board may be elsewhere: it is the card that is written about.
        await user.go_to("contoso")
        editor = user.editor
        assert editor is not None
        text, place = editor.body.text, editor.body.cursor_location
        await user.press("editor.owes")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.settle()
        assert "Initech: what you owe them" in user.text
        await user.write("references")
        await user.press("form.save")
        await user.until(lambda: user.app.screen is user.board)
        await user.settle()
        event = user.service.interview("initech").events[-1]
        assert isinstance(event, Owes) and event.what == "references"
        assert "to do: references" in user.text
        assert editor.body.has_focus
        assert (editor.body.text, editor.body.cursor_location) == (text, place)
        await user.write("Q")
        assert "Zqx Q" in editor.body.text
        await user.press("editor.owes")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.settle()
        await user.press("form.leave")
        await user.until(lambda: user.app.screen is user.board)
        assert editor.body.has_focus
