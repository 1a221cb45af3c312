"""What names a key says it as the user has it, and obeys it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from store.interview import Conflict
from store.rules import board
from tests.making import BERLIN, POLICY, SAM, at, made
from tests.tui.forms.forms_host import card, moment
from tui.bindings import keymap_of
from tui.forms import called
from tui.forms.confirm import Confirm
from tui.forms.form import Form
from tui.handover.outgoing import Means, Outgoing
from tui.keymap import Keymap, groups, written
from tui.keys import CARD_KEYS, PAGES
from tui.screens.call_sheet import CallSheet
from tui.screens.card import CardScreen
from tui.screens.help import HelpScreen
from tui.screens.last_read import LastRead
from tui.screens.qr import CodeScreen
from tui.themes import Themed
from tui.words import call_rows, card_page, cards
from tui.words.call_page import ASIDES, call_view
from tui.words.card_page import PageRow
from tui.words.headline import coming_line, headline
from tui.words.hints import (
    AGENDA_HINTS,
    EDITOR_HINTS,
    EMPTY,
    HEARD_HINTS,
    LOOKING,
    PAGE_HINTS,
    WAITING_HINTS,
    hints,
    row_of,
)
from tui.words.phone_codes import call_codes

NOW = datetime(2026, 11, 30, 9, 30, tzinfo=UTC)
OTHERS = [
    f"{modifier}+{letter}"
    for modifier in ("alt", "super", "hyper", "meta", "alt+super", "alt+hyper")
    for letter in "abcdefghijklmnopqrstuvwxyz0123456789"
]
REBOUND = Keymap(
    dict(zip(dict.fromkeys(key.id for page in PAGES.values() for key in page), OTHERS, strict=False))
)
"""Every key is another than it comes as, and no two are the same."""


@pytest.mark.parametrize("page", PAGES)
def test_the_help_opens_at_what_it_says_of_the_page_that_asks(page: str) -> None:
    for key in PAGES[page]:
        if key.id == "app.help" and page not in ("board", "help"):
            assert key.action == f"app.help({PAGES[page][0].group!r})"
            assert PAGES[page][0].group in {group.title for group in groups()}


def test_the_help_says_every_key_as_the_user_has_it() -> None:
    said = {key.id: written(key) for group in groups(REBOUND.changed) for key in (*group.keys, *group.shared)}
    assert said == REBOUND.changed


def test_the_bottom_lines_say_the_keys_as_the_user_has_them() -> None:
    for name, steps in (
        ("page", PAGE_HINTS),
        ("page with something heard", WAITING_HINTS),
        ("agenda", AGENDA_HINTS),
        ("heard", HEARD_HINTS),
        ("editor", EDITOR_HINTS),
        ("empty", EMPTY),
        ("looking", LOOKING),
    ):
        said = [text for text, tone in row_of(steps, REBOUND) if tone == "key"]
        assert said == [REBOUND.say(key_id) for key_id, _ in steps], name
    for looking in (True, False):
        keys = [text for text, tone in hints(card(), REBOUND, undo="x", looking=looking) if tone == "key"]
        assert keys and set(keys) <= set(REBOUND.changed.values())


def test_what_stands_on_the_board_says_the_keys_as_the_user_has_them() -> None:
    conflict = Conflict(field="role", value="Analyst", at=at("2026-11-18 15:00"))
    now, zone = NOW, BERLIN
    changed_twice = board.card(made(conflicts=(conflict,), interviewers=()), POLICY, now, zone)
    empty = board.board([], POLICY, now, zone)
    line, time = headline(empty, zone, REBOUND, wanted="ada", marked=0, looking=True, width=120)
    page = "\n".join(row.text for row in card_page.page(changed_twice, (), now, zone, REBOUND))
    for said, key_id in (
        (cards.card_lines(changed_twice, now, zone, REBOUND)[3].text, "card.open"),
        (page.partition("TWO PLACES")[2], "card.edit"),
        (page.partition("nobody yet")[2], "card.edit"),
        (cards.empty_column("closed", REBOUND), "card.outcome"),
        (cards.empty_column("upcoming", REBOUND), "card.add"),
        (str(coming_line((), now, zone, REBOUND, None)), "card.add"),
        (str(line), "board.back"),
        (str(time), "board.back"),
    ):
        assert REBOUND.say(key_id) in said, key_id


class Host(Themed):
    """An app with one page on it, and the user's own keys."""

    def __init__(self, page: Any) -> None:
        super().__init__()
        self.page, self.keymap = page, REBOUND
        self.given: list[Any] = []
        self.set_keymap(dict(REBOUND.changed))

    def on_mount(self) -> None:
        self.push_screen(self.page, self.given.append)

    @property
    def drawn(self) -> str:
        return "\n".join(strip.text for strip in self.page._compositor.render_strips())


def call_sheet() -> CallSheet:
    one = made(contacts=(SAM,))
    texts = dict.fromkeys(("call-script", *ASIDES), "Hello.")

    def view(to: str | None) -> Any:
        shown = board.card(one, POLICY, NOW, at("2026-11-30 09:30").tzinfo)  # type: ignore[arg-type]
        return call_view(shown, POLICY, "", NOW, UTC, texts, to)  # type: ignore[arg-type]

    async def keep(question: str) -> str | None:
        return None

    return CallSheet(view, keep)


def last_read() -> LastRead:
    means = Means({"TERM": "xterm", "PATH": "/bin"}, ("Jo", "jo@mail.example"), "cat", None, Path(), Path())
    mail = Outgoing("p1", "Ada", "email", email="ada@globex.example", subject="Thanks", body="Dear Ada")
    return LastRead([mail, mail], means, lambda: NOW, title="Globex")


PLACES: dict[str, tuple[Any, tuple[str, ...], str]] = {
    "call": (
        call_sheet,
        (*call_rows.OUTCOME_KEYS, *call_rows.SHEET_KEYS, "code.show", "call.pen"),
        "call.reached",
    ),
    "last read": (
        last_read,
        (
            "handover.mail",
            "handover.eml",
            "card.copy",
            "code.show",
            "handover.next",
            "card.sent",
            "handover.back",
        ),
        "handover.back",
    ),
    "card": (
        lambda: CardScreen(lambda: [PageRow("Globex")], REBOUND, ask=lambda *_: None),
        tuple(name for name, _ in PAGE_HINTS[:5]),
        "page.back",
    ),
    "form": (
        lambda: Form(called.sheet(moment(), card())),
        ("form.save", "form.leave", "form.next_field", "call.reached", "call.voicemail", "call.no_answer"),
        "form.leave",
    ),
    "confirm": (lambda: Confirm("Really?"), ("confirm.yes", "confirm.no"), "confirm.yes"),
    "code": (lambda: CodeScreen(call_codes("tel:1", "Ada")), ("code.back",), "code.back"),
    "help": (lambda: HelpScreen(REBOUND), ("board.up", "board.down"), "help.back"),
}
"""How to open a page, which keys it names, and one that closes it."""


@pytest.mark.parametrize("name", PLACES)
async def test_a_page_says_and_obeys_the_keys_as_the_user_has_them(name: str) -> None:
    page, named_keys, closing = PLACES[name]
    app = Host(page())
    async with app.run_test(size=(140, 60)) as pilot:
        await pilot.pause()
        drawn = app.drawn
        for key_id in named_keys:
            assert REBOUND.say(key_id) in drawn, key_id
        await pilot.press(REBOUND.say(closing))
        await pilot.pause()
        assert len(app.given) == 1


async def test_an_option_is_picked_by_the_users_own_key() -> None:
    app = Host(Form(called.sheet(moment(), card())))
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press(REBOUND.say("call.voicemail"))
        assert app.page.entries["outcome"].given == "voicemail"


def test_an_app_that_says_nothing_of_keys_has_them_as_they_come() -> None:
    assert keymap_of(App()).say("card.call") == "c"
    assert keymap_of(Host(None)).say("card.call") == REBOUND.changed["card.call"]
    assert {key.id for key in CARD_KEYS} <= REBOUND.changed.keys()
