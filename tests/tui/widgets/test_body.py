"""The field of the text draws again only what a key changes; on the screen that is not to be seen."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets.text_area import Edit, EditResult, Selection

from tui.themes import Themed
from tui.widgets.editor.body import Body, Mark

FIRST = "Dear Ada,"
LONG = "thank you for the conversation on Wednesday, which I was glad to have, and for your time."
TEXT = f"{FIRST}\n\n{LONG}\n\nThe queue you said 字 of is on my mind.\n\n{LONG}\n\nKind regards,\nJo"
KEYS: tuple[tuple[str, ...], ...] = (
    ("ctrl+home", *"Oh"),
    ("end", "x"),  # in the middle of what is marked
    ("down",) * 3,
    tuple("very much indeed"),  # the paragraph gets longer by a row
    ("backspace",) * 12,
    ("delete", "delete"),
    ("home", "enter", "x"),
    ("ctrl+z", "ctrl+z", "ctrl+y"),
    ("down", "down", "down", "end", "a", "b"),
    ("shift+left", "shift+left", "c"),
    ("shift+up", "shift+up", "d"),  # a selection over more than one paragraph
    ("up", "e", "backspace"),
    ("ctrl+k", "f"),
    ("ctrl+end", "g", "enter", "h"),
    ("pageup", "i"),
)


class OneBody(Themed):
    def compose(self) -> ComposeResult:
        yield Body(id="body")

    @property
    def body(self) -> Body:
        return self.query_one(Body)

    @property
    def rows(self) -> list[str]:
        """All rows, with how they look."""
        return [strip.render(self.console) for strip in self.screen._compositor.render_strips()]


async def open_text(pilot: Pilot[None]) -> OneBody:
    app = pilot.app
    assert isinstance(app, OneBody)
    app.body.text = TEXT
    app.body.focus()
    mark_anew(app.body)
    await pilot.pause()
    return app


def mark_anew(body: Body) -> None:
    """Mark a word, and a stretch that goes over three paragraphs."""
    queue, thank = (body.text.find(word) for word in ("queue", "thank"))
    body.mark_found([Mark(queue, queue + 5, "may"), Mark(5, thank + 5, "must")])


def assert_drawn(app: OneBody, after: object) -> None:
    """What is on the screen is what it would be if everything were drawn now."""
    shown = app.rows
    app.body.notify_style_update()
    app.body.refresh()
    assert app.rows == shown, after


async def test_all_rows_are_as_if_drawn_anew_after_every_key() -> None:
    async with OneBody().run_test(size=(40, 8)) as pilot:
        app = await open_text(pilot)
        for keys in KEYS:
            mark_anew(app.body)
            for key in keys:
                app.post_message(events.Key(key, key if len(key) == 1 else None))
                await pilot.pause()
                assert_drawn(app, (keys, key))


async def test_all_rows_are_as_if_drawn_anew_after_an_edit_where_the_cursor_is_not() -> None:
    async with OneBody().run_test(size=(40, 16)) as pilot:
        app = await open_text(pilot)
        for keep in (True, False):
            app.body.selection = Selection((0, 0), (0, 4))
            await pilot.pause()
            app.body.edit(Edit("z", (4, 0), (4, 0), keep))
            await pilot.pause()
            assert_drawn(app, keep)
        await pilot.resize_terminal(40, 8)
        for row in (10, 0):  # typed where the text is scrolled away from
            app.body.move_cursor(app.body.document.end if row == 0 else (0, 0))
            await pilot.pause()
            app.body.scroll_to(y=row, animate=False)
            await pilot.pause()
            app.post_message(events.Key("x", "x"))
            await pilot.pause()
            assert_drawn(app, row)


async def test_a_letter_draws_its_paragraph_and_no_other() -> None:
    drawn: list[int] = []

    class Watched(Body):
        def render_line(self, y: int) -> Strip:
            drawn.append(y)
            return super().render_line(y)

    class App(OneBody):
        def compose(self) -> ComposeResult:
            yield Watched(id="body")

    async with App().run_test(size=(40, 16)) as pilot:
        app = await open_text(pilot)
        app.body.move_cursor((2, 20))
        await pilot.pause()
        for letter in "as":
            drawn.clear()
            app.post_message(events.Key(letter, letter))
            await pilot.pause()
            assert sorted(drawn) == [2, 3, 4]


async def test_what_was_found_moves_with_the_text() -> None:
    async with OneBody().run_test(size=(40, 16)) as pilot:
        app = await open_text(pilot)
        body = app.body
        for edit in (Edit("Oh ", (0, 0), (0, 0), False), Edit("", (2, 0), (2, 6), False)):
            result = body.edit(edit)
            assert isinstance(result, EditResult)
            body.mark_gaps([Mark(0, 2, "gap")])
            found = [mark for mark in body._marks if mark.tone == "may"]
            assert [body.text[mark.start : mark.end] for mark in found] == ["queue"]
            assert Mark(0, 2, "gap") in body._marks
