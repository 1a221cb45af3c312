"""The call sheet, by real keys: one key for what came of the call, and nothing typed or ticked is lost."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.widgets import Digits

from store.interview import Called, Interview, Person, Promised
from store.rules import board
from tests.making import POLICY, SAM, at, called, emailed, made
from tests.tui.forms.forms_host import KEYS
from tui.keys import CALL_KEYS
from tui.screens.call_sheet import CallOutcome, CallSheet
from tui.screens.qr import CodeScreen
from tui.themes import Themed
from tui.widgets.text_line import TextLine
from tui.words.call_page import call_view

JOT = next(key.keys for key in CALL_KEYS if key.id == "call.jot")
BERLIN = ZoneInfo("Europe/Berlin")
NOW = at("2026-11-30 09:30")
TEXTS = {
    "call-script": "\n".join(f"Script line {n}." for n in range(12)),
    "voicemail": "Please call back, {{ interviewer }}.",
    "gatekeeper": "May I speak to her?",
    "still-deciding": "Until when?",
}
ONE = made(
    Promised(id="e1", at=at("2026-11-18 14:30"), callback_by="2026-11-26", quote="by Thursday", by="p1"),
    contacts=(SAM,),
    questions=("Who decides?",),
)


class Host(Themed):
    """An app with a sheet on it, a clock that a test sets, and a place for questions that may fail."""

    CSS = "Screen { overflow: hidden; }"

    def __init__(self, one: Interview = ONE, *, ascii_only: bool = False) -> None:
        super().__init__()
        self.ascii_only = ascii_only
        self.one, self.now, self.trouble = one, NOW, ""
        self.given: list[CallOutcome | None] = []
        self.sheet = CallSheet(self.view, self.keep, ascii_only=ascii_only)

    def view(self, to: str | None) -> Any:
        card = board.card(self.one, POLICY, self.now, BERLIN)
        return call_view(card, POLICY, "", self.now, BERLIN, TEXTS, to)

    async def keep(self, question: str) -> str | None:
        if self.trouble:
            return self.trouble
        self.one = replace(self.one, questions=(*self.one.questions, question))
        return None

    def on_mount(self) -> None:
        self.push_screen(self.sheet, self.given.append)

    @property
    def drawn(self) -> list[str]:
        return [strip.text for strip in self.sheet._compositor.render_strips()]

    def line(self, name: str) -> str:
        return self.sheet.query_one(f"#call-{name}", TextLine).text


@asynccontextmanager
async def opened(
    one: Interview = ONE, size: tuple[int, int] = (80, 24), **more: Any
) -> AsyncIterator[tuple[Host, Pilot[None]]]:
    app = Host(one, **more)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


async def test_one_key_says_what_came_of_it_and_back_says_nothing() -> None:
    kinds: dict[str, Any] = {
        "t": "reached", "m": "voicemail", "n": "no_answer", "o": "outcome", "d": "draft", "e": "edit",
        "p": "promise", "r": "heard", "z": "snooze",
    }  # fmt: skip
    async with opened() as (app, pilot):
        for key in (*kinds, "escape", "q"):
            if app.given:
                await app.push_screen(CallSheet(app.view, app.keep), app.given.append)
            await pilot.press(key)
        assert app.given == [*(CallOutcome(kind, "p1") for kind in kinds.values()), None, None]


async def test_whom_the_number_and_what_was_promised_are_seen_at_once() -> None:
    for size in ((120, 36), (80, 24), (40, 20)):
        async with opened(size=size) as (app, _):
            page = "\n".join(app.drawn)
            assert "Call Ada Okafor" in page
            assert "+49 30 1234567" in page or "tel:+49-30-1234567" in page
            assert "10:30, office open until 17:00" in page
            assert "“by Thursday”" in page
            assert all(key in page for key in ("t ", "m ", "n ", "1 ☐"))


async def test_the_number_is_large_where_there_is_room() -> None:
    async with opened(size=(80, 24)) as (app, _):
        assert app.sheet.query_one(Digits).value == "+49 30 1234567"
        assert app.sheet.query_one(Digits).display
    async with opened(size=(40, 20)) as (app, _):
        assert not app.sheet.query_one(Digits).display


async def test_the_next_person_is_called_and_named_in_the_outcome() -> None:
    async with opened() as (app, pilot):
        assert "tab also Sam Reed" in "\n".join(app.drawn)
        await pilot.press("tab")
        assert "Call Sam Reed" in app.line("title")
        assert app.sheet.query_one(Digits).value == "+49 30 555000"
        await pilot.press("tab", "tab", "t")
        assert app.given == [CallOutcome("reached", "c1")]


async def test_ticks_stay_while_the_sheet_is_open() -> None:
    async with opened() as (app, pilot):
        await pilot.press("3", "space", "space", "1")
        await pilot.press("v", "escape", "tab")
        assert app.sheet.ticked == {1, 2}
        assert "1 ☐ quiet place  2 ✓ pen and paper  3 ✓ CV and job text" in app.line("ticks")


async def test_the_number_is_shown_as_a_code_and_the_same_key_goes_back() -> None:
    async with opened() as (app, pilot):
        await pilot.press("v")
        assert isinstance(app.screen, CodeScreen)
        assert [one.holds for one in app.screen.shown] == ["tel:+49-30-1234567"]
        await pilot.press("v")
        assert app.sheet.is_current


async def test_a_question_is_kept_at_once_and_listed() -> None:
    async with opened(replace(ONE, questions=())) as (app, pilot):
        await pilot.press("plus", *(KEYS.get(letter, letter) for letter in "r 0 q"), "enter")
        await pilot.pause()
        assert app.one.questions == ("r 0 q",)
        assert any("- r 0 q" in line for line in app.drawn)
        await pilot.press("enter")
        assert app.sheet.paper.writing is None
        assert app.given == []
        await pilot.press("t")
        assert app.given == [CallOutcome("reached", "p1")]


async def test_a_question_that_cannot_be_kept_stays_and_says_why() -> None:
    async with opened() as (app, pilot):
        app.trouble = "The disk is [full]."
        await pilot.press("plus", "w", "enter")
        await pilot.pause()
        assert app.sheet.paper.lines["question"].written == "w"
        assert app.line("outcomes") == "The disk is [full]."
        app.trouble = ""
        await pilot.press("enter")
        assert app.one.questions == ("Who decides?", "w")


async def test_a_question_half_typed_waits_in_its_line() -> None:
    async with opened() as (app, pilot):
        await pilot.press("plus", "w", "escape")
        assert app.sheet.paper.writing is None
        assert app.given == []
        await pilot.press("plus", "h")
        await pilot.pause()
        assert app.sheet.paper.lines["question"].written == "wh"
        await pilot.press("escape", "escape")
        assert app.given == [None]
        assert app.one.questions == ("Who decides?",)


async def test_what_they_say_is_written_down_line_by_line_and_shown() -> None:
    async with opened(size=(120, 36)) as (app, pilot):
        await pilot.press(JOT, *"tn", "enter")
        await pilot.pause()
        assert app.line("outcomes") == "1 noted; every letter writes your note of this call"
        assert app.sheet.query_one(VerticalScroll).scroll_y == 0, "what is read out stands still"
        await pilot.press(*"bd", "escape")
        await pilot.pause()
        assert app.sheet.noted == ("tn", "bd")
        assert app.given == [], "its letters are no outcomes"
        page = [line.strip().split("  ")[0] for line in app.drawn]
        assert page.index("NOTED IN THIS CALL") + 2 == page.index("- bd")
        await pilot.press(JOT, "enter")
        assert app.sheet.paper.writing is None
        await pilot.press("t")
        assert app.given == [CallOutcome("reached", "p1")]


async def test_notes_about_the_person_who_is_called_stand_on_the_sheet() -> None:
    ada = replace(ONE.interviewers[0], notes="from Leeds\nhas a [dog]")
    async with opened(replace(ONE, interviewers=(ada,)), size=(120, 36)) as (app, pilot):
        page = "\n".join(app.drawn)
        assert "ABOUT ADA OKAFOR" in page and "from Leeds" in page and "has a [dog]" in page
        await pilot.press("tab")
        assert "from Leeds" not in "\n".join(app.drawn)


async def test_after_many_tries_the_sheet_offers_to_let_it_rest_and_counts_them_all() -> None:
    days = ("2026-11-26 10:00", "2026-11-27 10:00")
    calls = [called(at(day), "no_answer", "p1") for day in days]
    one = made(*ONE.events, *calls, emailed(at("2026-11-28 10:00"), "p1"), contacts=(SAM,))
    async with opened(one, size=(120, 36)) as (app, pilot):
        assert "in vain" not in "\n".join(app.drawn)
        app.now = at("2026-12-10 09:30")
        app.sheet.look_again()
        await pilot.pause()
        assert "2 calls and 1 mail in vain: you may let it rest, o closes the card." in "\n".join(app.drawn)


@pytest.mark.parametrize("size", [(80, 24), (40, 20), (120, 24)], ids=str)
async def test_a_text_unfolds_before_the_eyes_and_folds_again(size: tuple[int, int]) -> None:
    async with opened(size=size) as (app, pilot):
        assert not any("Please call back" in line for line in app.drawn)
        await pilot.press("b")
        await pilot.pause()
        assert any("Please call back, {{" in line for line in app.drawn)
        await pilot.press("g")
        await pilot.pause()
        assert any("May I speak to her?" in line for line in app.drawn)
        await pilot.press("g")
        await pilot.pause()
        assert any("Script line 0." in line for line in app.drawn)


async def test_the_sheet_scrolls() -> None:
    async with opened(size=(40, 20)) as (app, pilot):
        body = app.sheet.query_one(VerticalScroll)
        await pilot.press("j", "pagedown")
        await pilot.pause()
        assert body.scroll_y == 11
        await pilot.press("k", "pageup")
        await pilot.pause()
        assert body.scroll_y == 0


async def test_the_clock_goes_on() -> None:
    async with opened() as (app, pilot):
        await pilot.press("tab", "1")
        app.now = at("2026-11-30 16:30")
        app.sheet.look_again()
        await pilot.pause()
        page = "\n".join(app.drawn)
        assert "! 17:30, office closed, opens Tue 09:00" in page
        assert "17:30 CET" in app.line("title")
        assert "Call Sam Reed" in app.line("title")
        assert app.sheet.ticked == {0}


async def test_after_two_calls_it_says_to_write_and_calling_stays_possible() -> None:
    events = tuple(
        Called(id=f"c{n}", at=at(f"2026-11-27 1{n}:00"), outcome="no_answer", to="p1") for n in range(2)
    )
    async with opened(replace(ONE, events=(*ONE.events, *events))) as (app, pilot):
        assert "it is time to write instead, d writes to Ada Okafor" in " ".join(" ".join(app.drawn).split())
        await pilot.press("m")
        assert app.given == [CallOutcome("voicemail", "p1")]


async def test_without_a_number_there_is_no_code_and_writing_is_offered() -> None:
    nobody = replace(ONE, interviewers=(Person(id="p1", name="Ada"),), contacts=())
    async with opened(nobody) as (app, pilot):
        assert "Nobody here has a telephone number" in "\n".join(app.drawn)
        await pilot.press("v", "tab")
        assert app.screen is app.sheet
        await pilot.press("d")
        assert app.given == [CallOutcome("draft", None)]


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (200, 50)], ids=str)
async def test_no_size_is_too_small(size: tuple[int, int]) -> None:
    async with opened() as (app, pilot):
        await pilot.resize_terminal(*size)
        await pilot.press("b", "plus", "b", "enter", "escape", "tab", "1")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert app.screen is app.sheet
        assert "Call Sam Reed" in app.drawn[0]


async def test_hostile_texts_are_shown_and_obeyed_nowhere() -> None:
    markup, click, clipboard, turned = "[/red]", "[@click=app.quit]x[/]", "\x1b]52;c;eA==\x07", "\u202egnp"
    person = Person(id="p1", name=markup, title=clipboard, phone=turned)
    one = replace(ONE, company=click, role=turned, interviewers=(person,), questions=(markup, clipboard))
    async with opened(one, size=(120, 36)) as (app, _):
        page = "".join(app.drawn)
        assert not set(page) & set("\x1b\x07\u202e")
        assert "Call [/red] at [@click=app.quit]x[/]" in page
        assert "- [/red]" in page


async def test_ascii_sheets_have_no_other_signs() -> None:
    async with opened(ascii_only=True) as (app, pilot):
        await pilot.press("1", "b")
        await pilot.pause()
        assert "".join(app.drawn).isascii()
