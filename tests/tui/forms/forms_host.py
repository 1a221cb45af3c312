"""What the tests of the forms share: a moment, a card, and an app with nothing but a form on it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from textual import events
from textual.app import ComposeResult
from textual.pilot import Pilot
from textual.widgets import Static

from store.clock import StoppedClock
from store.interview import AnyEvent, Interview, Person
from store.rules import board
from store.rules.board import Card
from tests.making import POLICY
from tui.forms.carrying_out import Save
from tui.forms.context import FormContext
from tui.forms.fields import Answers, Line, Sheet, answer_of
from tui.forms.form import Form
from tui.keymap import Keymap
from tui.themes import Themed
from tui.widgets.text_line import TextLine

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 19, 17, 4, tzinfo=UTC)
"""A Thursday, 18:04 in Berlin."""
MARTA = Person(id="p1", name="Marta Lindqvist", email="marta@northwind.example", phone="+49 30 901820")
DENIZ = Person(id="p2", name="Deniz Aydın", email="deniz@northwind.example", title="Staff engineer")
JOAN = Person(id="p3", name="Joan Pell", phone="+49 151 12345678", whatsapp=True, notes="from Leeds")
INES = Person(id="p9", name="Ines Duarte", phone="+1 212 5550190", title="HR")
KEYS = {" ": "space", ":": "colon", "/": "slash", "-": "minus", ",": "comma", "+": "plus"}


def moment(now: datetime = NOW) -> FormContext:
    """A stopped clock in Berlin, and ids that count up."""
    numbers = count(1)
    return FormContext(
        clock=StoppedClock(now),
        zone=BERLIN,
        policy=POLICY,
        new_id=lambda prefix: f"{prefix}n{next(numbers)}",
    )


def interview(*events: AnyEvent, **facts: Any) -> Interview:
    """A panel that ended yesterday at 15:30 in Berlin."""
    facts = {
        "id": "iv-1",
        "company": "Northwind",
        "role": "Data engineer",
        "round": "Panel",
        "zone": "Europe/Berlin",
        "starts_at": datetime(2026, 11, 18, 13, 0, tzinfo=UTC),
        "ends_at": datetime(2026, 11, 18, 14, 30, tzinfo=UTC),
        "interviewers": (MARTA, DENIZ, JOAN),
        "contacts": (INES,),
        **facts,
    }
    return Interview(events=events, **facts)


def card(one: Interview | None = None, now: datetime = NOW) -> Card:
    """The interview as it stands."""
    return board.card(one or interview(), POLICY, now, BERLIN)


def answers(sheet: Sheet[Any], **typed: Any) -> Answers:
    """All answers of a sheet: the texts and values typed here, and for the rest what stands at first."""
    given = {field.name: getattr(field, "value", None) for field in sheet.fields} | typed
    texts = {field.name: str(given[field.name]) for field in sheet.fields if isinstance(field, Line)}
    return {field.name: answer_of(field, given[field.name], texts, Keymap()) for field in sheet.fields}


def filled(sheet: Sheet[Any], **typed: Any) -> Any:
    """What a form gives back that is filled in so."""
    return sheet.finish(answers(sheet, **typed))


class Host(Themed):
    """An app with some text and a form over it."""

    CSS = "Screen { overflow: hidden; }"

    def __init__(self, form: Any) -> None:
        super().__init__()
        self.form = form
        self.given: list[Any] = []
        self.animation_level = "none"

    def compose(self) -> ComposeResult:
        yield Static("the board behind", markup=False)

    def on_mount(self) -> None:
        self.push_screen(self.form, self.given.append)


def host(sheet: Sheet[Any], save: Save[Any] | None = None) -> Host:
    """The app with that sheet's form."""
    return Host(Form(sheet, save))


async def type_in(pilot: Pilot[None], text: str) -> None:
    """Press the keys of a text, one right after the other, as fast fingers do."""
    for letter in text:
        pilot.app.post_message(events.Key(KEYS.get(letter, letter), letter))
    await pilot.pause()


def is_open(app: Host) -> bool:
    """Whether the form is still on the screen."""
    return app.screen is app.form


def said(app: Host, name: str) -> str:
    """The sentence below a field."""
    words: str = app.form.entries[name].said
    return words


def keys_line(app: Host) -> str:
    """The line of keys at the bottom."""
    words: str = app.form.query_one("#keys", TextLine).text
    return words


def ids(events: Sequence[AnyEvent]) -> list[str]:
    """Ids of events."""
    return [one.id for one in events]
