"""How the editor looks: at any size, with any text, and drawn no more often than it must be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace as with_fields

import pytest

from tests.tui.widgets.editor_user import BODY, opened, with_body
from tui.messages.open_draft import Note, Recipient
from tui.widgets.editor import checks
from tui.widgets.editor.side import Side
from tui.widgets.text_line import TextLine


async def test_shows_whom_what_and_how_it_stands() -> None:
    async with opened() as user:
        assert user.line("head") == "Thanks · Northwind · e-mail · Englishsaved 18:03"
        to = user.line("to")
        assert to == "To  ✓ Marta Lindqvist (3 h after)  ▸ Deniz Aydın   ☐ Joan Pell  "
        assert user.editor.view.subject.value == "Thank you"
        assert user.editor.body.text == BODY.replace("{{ topic }}", "«what you talked about»")
        assert user.editor.body.has_focus
        assert "a gap is open" in user.side
        assert "1 the move to event streams" in user.side
        assert not user.app.published


HOSTILE = ("[red]x[/]", "[/b]", "[@click=app.quit]x[/]", "a\x1b[2Jb", "‮evil", "\U0001f9d1‍💻" * 9)


async def test_foreign_text_is_shown_as_it_is() -> None:
    async with opened() as user:
        for words in HOSTILE:
            user.editor.open(
                with_fields(
                    with_body(words, subject=words, lines={"p2": words}),
                    company=words,
                    recipients=(Recipient("p2", words, way=words), Recipient("p3", words, status="skipped")),
                    notes=(Note("note", words),),
                    status=words,
                )
            )
            user.editor.action_insert()
            await user.pilot.pause()
            strips = user.app.screen._compositor.render_strips()
            drawn = "".join(segment.text for strip in strips for segment in strip)
            assert "\x1b" not in drawn and "\u202e" not in drawn
            if words.startswith("["):
                assert drawn.count(words) >= 6
            await user.press("escape")


async def test_any_size() -> None:
    async with opened() as user:
        for size in [(1, 1), (20, 5), (40, 10), (160, 50)]:
            await user.pilot.resize_terminal(*size)
            await user.press("f4", "escape", "f8", "x", "ctrl+n")
            assert user.app.published


async def test_a_narrow_screen_says_it_in_one_line() -> None:
    async with opened(size=(80, 24)) as user:
        assert not user.editor.query_one(Side).display
        assert user.line("summary").startswith("not yet: a gap is open")
    async with opened(size=(120, 24)) as user:
        assert user.editor.query_one(Side).display
        assert not user.editor.query_one("#editor-summary").display


async def test_the_cursor_is_in_sight_from_the_first() -> None:
    async with opened(with_body("line\n\n" * 30 + "{{ topic }}"), size=(60, 12)) as user:
        await user.pilot.pause()
        body = user.editor.body
        assert body.cursor_location[0] == 60
        assert body.scroll_offset.y + body.size.height > 60


async def test_nothing_is_drawn_for_a_letter_that_changes_no_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "CHECK_AFTER", 3600)  # what the checks find is drawn in its own time
    async with opened(with_body("Dear Deniz")) as user:
        await user.press("ctrl+end", "x")
        drawn: list[str] = []

        def watch(widget: TextLine | Side) -> None:
            real: Callable[..., object] = widget.refresh

            def refresh(*args: object, **options: object) -> object:
                drawn.append(widget.id or "")
                return real(*args, **options)

            widget.refresh = refresh  # type: ignore[method-assign, assignment]

        for one in (*user.editor.query(TextLine), user.editor.query_one(Side)):
            watch(one)
        await user.press("y")
        assert drawn == []
        await user.write(" z")
        assert drawn == ["editor-side"]
        assert user.side.startswith("3 words")
