"""An editor with a board of one line above it, and who writes in it by real keys."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace as with_fields
from datetime import UTC, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from msgspec.structs import replace
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.pilot import Pilot
from textual.widgets import Static

from store.interview import Draft
from templates.proof import Case
from tests.waiting import PATIENCE
from tui.keymap import Keymap
from tui.messages.open_draft import Note, OpenDraft, Recipient
from tui.themes import Themed
from tui.typed_ahead import Opening
from tui.widgets.editor.editor import Editor
from tui.widgets.editor.side import Side
from tui.widgets.editor.writing import Writing
from tui.widgets.text_line import TextLine

NOW = datetime(2026, 11, 19, 17, 4, tzinfo=UTC)
BODY = "Dear Deniz,\n\nthank you for Wednesday. I keep thinking of {{ topic }}.\n\nKind regards,\nJo March"
DRAFT = Draft(id="d1", subject="Thank you", body=BODY, template="thanks-email")
OPENED = OpenDraft(
    interview_id="iv-1",
    company="Northwind",
    purpose="thanks",
    draft=DRAFT,
    seen=None,
    recipients=(
        Recipient(id="p1", name="Marta Lindqvist", status="thanked", words="3 h after"),
        Recipient(id="p2", name="Deniz Aydın"),
        Recipient(id="p3", name="Joan Pell"),
    ),
    shown="p2",
    case=Case(company="Northwind", me="Jo March", topics=("the move to event streams",), template_text=BODY),
    now=NOW,
    zone=ZoneInfo("Europe/Berlin"),
    notes=(Note("topic", "the move to event streams"), Note("loose end", "said Kafka, meant Pulsar")),
    status="saved 18:03",
)
CHARACTERS = {"exclamation_mark": "!", "slash": "/", "enter": "\r", "tab": "\t", "escape": "\x1b"}
M = TypeVar("M", bound=Message)


class Host(Themed):
    """A board of one line with the editor below; it must get no key while someone writes."""

    CSS = "#above { height: 1fr; }"
    BINDINGS = [Binding(key, "heard", show=False) for key in ("q", "up", "down", "1", "u", "tab", "slash")]

    def __init__(self, keymap: Keymap | None = None) -> None:
        super().__init__()
        self.keymap = keymap or Keymap()
        self.published: list[tuple[str, Draft, Draft | None]] = []
        self.messages: list[Message] = []
        self.heard = 0

    def compose(self) -> ComposeResult:
        yield Static("the board", id="above", markup=False)
        yield Editor(lambda *what: self.published.append(what), keymap=self.keymap, load_speller=lambda: None)

    def action_heard(self) -> None:
        self.heard += 1

    def hear(self, message: Message) -> None:
        """Keep what the editor says, which passes here once for every widget around; it is done at once."""
        if type(message).__qualname__.startswith("Editor.") and all(
            message is not one for one in self.messages
        ):
            self.messages.append(message)
            if isinstance(opening := getattr(message, "opening", None), Opening):
                opening.end()


class User:
    """Who sits in front of the editor."""

    def __init__(self, pilot: Pilot[None], app: Host) -> None:
        self.pilot, self.app = pilot, app
        self.editor = app.query_one(Editor)

    async def press(self, *keys: str) -> None:
        """Press keys faster than anything is drawn."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else CHARACTERS.get(key)))
        await self.pilot.pause()

    async def write(self, text: str) -> None:
        await self.press(*text)

    async def paste(self, text: str) -> None:
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait for something that a busy machine may do only after a pause: a slow check."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, self.side
            await self.pilot.pause(0.02)

    @property
    def writing(self) -> Writing:
        assert self.editor.writing is not None
        return self.editor.writing

    @property
    def draft(self) -> Draft:
        return self.app.published[-1][1]

    def said(self, kind: type[M]) -> list[M]:
        return [one for one in self.app.messages if type(one) is kind]

    def line(self, name: str) -> str:
        return self.editor.query_one(f"#editor-{name}", TextLine).text

    @property
    def side(self) -> str:
        return self.editor.query_one(Side).text


@asynccontextmanager
async def opened(
    draft: OpenDraft = OPENED, size: tuple[int, int] = (120, 24), keymap: Keymap | None = None
) -> AsyncIterator[User]:
    app = Host(keymap)
    async with app.run_test(size=size, message_hook=app.hear) as pilot:
        user = User(pilot, app)
        user.editor.open(draft)
        await pilot.pause()
        yield user


def with_body(body: str, **more: object) -> OpenDraft:
    return with_fields(OPENED, draft=replace(DRAFT, body=body, **more))
