"""The last read: what stands on the screen, what the keys do, and what it closes with."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from tests.templates.test_qr import modules, read
from tui.handover.outgoing import Handed, HandedOver, Means, Outgoing
from tui.keymap import Keymap
from tui.screens import last_read
from tui.screens.last_read import LastRead
from tui.screens.qr import CodeScreen
from tui.themes import Themed

NOW = datetime(2026, 11, 19, 18, 4, tzinfo=UTC)
BODY = "Dear Ada,\n\n" + "thank you for the talk about event streams. " * 12 + "\n\nKind regards\nDana"
ADA = Outgoing(
    "p1", "Ada Okafor", "email", email="ada@globex.example", subject="Thank you for Wednesday", body=BODY
)
JOAN = Outgoing("p2", "Joan Pell", "sms", phone="+49 1511 2345678", body="Thank you, Joan!")
HOSTILE = "[red]x[/] [@click=app.bell]y[/] \x1b]52;c;eA==\a \u202e [/b]"


@pytest.fixture
def means(tmp_path: Path) -> Means:
    return Means(
        {"TERM": "xterm", "PATH": "/usr/bin:/bin"},
        ("Dana", "dana@mail.example"),
        "cat",
        None,
        tmp_path,
        tmp_path,
    )


class Bench(Themed):
    """An app with nothing but the screen under test."""

    result: HandedOver | str | None = "open"
    keymap = Keymap()

    def open(self, screen: LastRead) -> None:
        def closed(result: HandedOver | None) -> None:
            self.result = result

        self.push_screen(screen, closed)


@asynccontextmanager
async def reading(
    means: Means, *texts: Outgoing, size: tuple[int, int] = (120, 36), **options: Any
) -> AsyncIterator[tuple[Bench, LastRead, Pilot[None]]]:
    app = Bench()
    async with app.run_test(size=size) as pilot:
        screen = LastRead(texts, means, lambda: NOW, title="Globex", **options)
        app.open(screen)
        await pilot.pause()
        yield app, screen, pilot


def seen(app: App[None]) -> str:
    """The screen as text, line by line."""
    width, height = app.size
    lines = app.screen._compositor.render_strips(app.size)
    text = "\n".join("".join(segment.text for segment in line)[:width] for line in lines[:height])
    assert not any(letter in text for letter in "\x1b\a\r\u202e")
    return text


async def done(screen: LastRead, pilot: Pilot[None]) -> None:
    """Until what was started has ended."""
    await screen.workers.wait_for_complete()
    await pilot.pause()


async def test_shows_the_text_whole_and_the_ways(means: Means) -> None:
    async with reading(means, ADA, JOAN) as (app, _, _pilot):
        text = seen(app)
        for words in (
            "Last read · Globex", "1 of 2 · e-mail", "Ada Okafor <ada@globex.example>",
            "Thank you for Wednesday",
            "Dana <dana@mail.example>", "Dear Ada,", "Kind regards", "101 words · 1 minute",
            "m   cat ", "Gives the mail to cat", "f   mail file", "esc back",
        ):  # fmt: skip
            assert words in text, words


@pytest.mark.parametrize("size", [(40, 20), (80, 24), (120, 36)])
async def test_at_every_size_reader_text_ways_and_the_bottom_line_are_there(
    size: tuple[int, int], means: Means
) -> None:
    async with reading(means, ADA, JOAN, size=size) as (app, screen, pilot):
        text = seen(app)
        for words in (
            "Last read",
            "ada@globex.example",
            "Wednesday",
            "Dear Ada,",
            "m",
            "mail file",
            "esc back",
        ):
            assert words in text, words
        assert screen.query_one("#last-scroll").size.height >= 6
        for _ in range(5):
            await pilot.press("pagedown")
        assert "Kind regards" in seen(app)


@pytest.mark.parametrize("size", [(20, 5), (3, 3), (1, 1)])
async def test_no_size_breaks_it(size: tuple[int, int], means: Means) -> None:
    async with reading(means, JOAN, size=size) as (app, _, pilot):
        seen(app)
        await pilot.press("v")
        await pilot.pause()
        await pilot.resize_terminal(80, 24)
        await pilot.press("escape", "escape")
        seen(app)


async def test_hostile_text_is_shown_and_not_obeyed(means: Means) -> None:
    text = replace(ADA, name=HOSTILE, subject=HOSTILE, body=HOSTILE)
    async with reading(means, text, replace(JOAN, name=HOSTILE, phone=HOSTILE)) as (app, _, pilot):
        assert "[red]x[/]" in seen(app)
        await pilot.press("tab")
        assert "no telephone number" in seen(app)


async def test_the_users_own_keys_are_written_at_the_ways(means: Means) -> None:
    async with reading(means, ADA) as (app, screen, pilot):
        app.keymap = Keymap({"handover.mail": "ctrl+t", "card.sent": "full_stop"})
        app.set_keymap(dict(app.keymap.changed))
        screen.paint()
        await pilot.pause()
        assert "ctrl+t  cat" in seen(app)
        assert ". sent" in seen(app)
        await pilot.press("ctrl+t")
        await done(screen, pilot)
        assert "Sent? . yes" in seen(app)


async def test_a_way_hands_over_and_then_it_asks(means: Means) -> None:
    async with reading(means, ADA) as (app, screen, pilot):
        await pilot.press("m")
        await done(screen, pilot)
        assert "Sent? s yes" in seen(app)
        assert "Handed to cat." in seen(app)
        await pilot.press("s")
        await pilot.pause()
        assert app.result == HandedOver((Handed("p1", "email", "mail", sent=True),))


async def test_not_yet_is_an_answer_and_leaves_the_text_handed(means: Means) -> None:
    async with reading(means, ADA) as (app, screen, pilot):
        await pilot.press("f")
        await done(screen, pilot)
        await pilot.press("n")
        await pilot.pause()
        assert app.result == HandedOver((Handed("p1", "email", "eml", sent=False),))
        assert app.result.sent == ()


async def test_esc_closes_the_question_first_and_without_anything_done_there_is_no_result(
    means: Means,
) -> None:
    async with reading(means, ADA) as (app, screen, pilot):
        await pilot.press("f")
        await done(screen, pilot)
        await pilot.press("escape")
        assert (screen.asking, app.result) == (False, "open")
        assert "handed over" in seen(app)
    async with reading(means, ADA) as (app, _, pilot):
        await pilot.press("escape")
        await pilot.pause()
        assert app.result is None


async def test_one_person_after_the_other(means: Means) -> None:
    async with reading(means, ADA, JOAN, replace(JOAN, to="p3", name="Deniz")) as (app, screen, pilot):
        await pilot.press("tab")
        assert "2 of 3 · text message" in seen(app)
        await pilot.press("s")
        assert screen.text.name == "Deniz"
        await pilot.press("s")
        assert screen.text.name == "Ada Okafor"
        await pilot.press("f")
        await done(screen, pilot)
        await pilot.press("n")
        await pilot.pause()
        assert app.result == HandedOver((
            Handed("p1", "email", "eml", sent=False),
            Handed("p2", "sms", None, sent=True),
            Handed("p3", "sms", None, sent=True),
        ))  # fmt: skip


async def test_a_way_that_fails_is_told_and_does_not_count(means: Means) -> None:
    async with reading(replace(means, mail_command="false"), ADA) as (app, screen, pilot):
        await pilot.press("m")
        await done(screen, pilot)
        assert "false ended with exit status 1" in seen(app)
        assert not screen.asking
        await pilot.press("escape")
        await pilot.pause()
        assert app.result is None


async def test_in_a_narrow_window_the_sentence_can_still_be_read_whole(means: Means) -> None:
    async with reading(replace(means, mail_command="false"), ADA, size=(40, 20)) as (app, screen, pilot):
        await pilot.press("m")
        await done(screen, pilot)
        assert "exit status 1. Take it that the mail was not sent." in " ".join(seen(app).split())


async def test_a_key_for_a_way_that_is_not_here_says_why(means: Means) -> None:
    async with reading(means, replace(JOAN, channel="whatsapp", phone="+49 30 1234567")) as (app, _, pilot):
        await pilot.press("L")
        assert "That way is not open here. +49 30 1234567 is a landline" in seen(app)


@pytest.mark.parametrize("ascii_only", [False, True])
async def test_the_code_on_the_screen_can_be_read(ascii_only: bool, means: Means) -> None:
    async with reading(means, JOAN, size=(100, 50), ascii_only=ascii_only) as (app, screen, pilot):
        await pilot.press("v")
        await pilot.pause()
        assert isinstance(app.screen, CodeScreen)
        region = app.screen.query_one("#code").region
        rows = seen(app).split("\n")[region.y : region.bottom]
        from templates.qr import Code

        shown = Code(tuple(row[region.x : region.right] for row in rows), region.width, region.height)
        assert read(modules(shown, ascii_only=ascii_only)) == [
            "sms:+4915112345678?body=Thank%20you%2C%20Joan%21"
        ]
        await pilot.press("escape")
        await done(screen, pilot)
        assert screen.asking


async def test_a_small_window_says_that_the_code_does_not_fit_and_a_larger_one_shows_it(means: Means) -> None:
    async with reading(means, JOAN, size=(40, 12)) as (app, _, pilot):
        await pilot.press("v")
        await pilot.pause()
        assert "enlarge the window" in " ".join(seen(app).split())
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "▀" in seen(app)


async def test_a_long_text_is_scanned_in_parts_that_follow_the_window(means: Means) -> None:
    body = "Thank you, Joan, for all of it. " * 30
    async with reading(means, replace(JOAN, body=body), size=(80, 24)) as (app, screen, pilot):
        await pilot.press("v")
        await pilot.pause()
        codes = app.screen
        assert isinstance(codes, CodeScreen)
        assert codes.shown[0].holds == "sms:+4915112345678"
        assert "".join(one.holds for one in codes.shown[1:]) == screen.text.text
        count = len(codes.shown)
        assert f"1 of {count}: opens the message to Joan" in seen(app)
        await pilot.press("space", "right", "left")
        await pilot.pause()
        assert f"2 of {count}: the text, part 1 of {count - 1}: copy it" in seen(app)
        await pilot.resize_terminal(160, 45)
        await pilot.pause()
        assert len(codes.shown) < count
        assert f"1 of {len(codes.shown)}: opens the message to Joan" in seen(app)
        for _ in codes.shown:
            await pilot.press("space")
        await done(screen, pilot)
        assert screen.asking


class Pen:
    """Stands in for the terminal."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, _: object, text: str) -> bool:
        self.text += text
        return True


async def test_the_clipboard_sequence_goes_to_the_terminal(
    means: Means, monkeypatch: pytest.MonkeyPatch
) -> None:
    pen = Pen()
    monkeypatch.setattr(last_read, "write_out", pen.write)
    async with reading(means, JOAN) as (app, screen, pilot):
        await pilot.press("y")
        await done(screen, pilot)
        assert pen.text == "\x1b]52;c;VGhhbmsgeW91LCBKb2FuIQ==\a"
        assert "Given to the terminal's clipboard" in seen(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_way_and_a_key_that_are_named_can_be_clicked(
    size: tuple[int, int], means: Means, monkeypatch: pytest.MonkeyPatch
) -> None:
    pen = Pen()
    monkeypatch.setattr(last_read, "write_out", pen.write)
    async with reading(means, JOAN, size=size) as (app, screen, pilot):
        await click(pilot, app, "copy text")
        await done(screen, pilot)
        assert pen.text
        await click(pilot, app, "not yet")
        await pilot.pause()
        assert app.result != "open"


async def click(pilot: Pilot[None], app: Bench, words: str) -> None:
    lines = seen(app).split("\n")
    y = next(y for y, line in enumerate(lines) if words in line)
    await pilot.click(offset=(lines[y].index(words) + 1, y))


async def test_without_a_terminal_nothing_is_said_to_be_sent(means: Means) -> None:
    async with reading(means, JOAN) as (app, screen, pilot):
        await pilot.press("y")
        await done(screen, pilot)
        assert "There is no terminal to send it to." in seen(app)
        assert not screen.asking
        await pilot.press("f6")
        await done(screen, pilot)
        assert "editor needs the terminal" in seen(app)


async def test_the_text_can_be_selected_with_the_mouse(means: Means) -> None:
    async with reading(means, JOAN) as (app, screen, pilot):
        body = screen.query_one("#last-text").region
        await pilot.mouse_down(offset=(body.x, body.y))
        await pilot.hover(offset=(body.x + 8, body.y))
        await pilot.mouse_up(offset=(body.x + 8, body.y))
        assert (app.screen.get_selected_text() or "").startswith("Thank yo")
