"""The key tables: on each page a key does one thing, can be typed and changed, and is said as it is."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.keys import Keys, _character_to_key

from store.interview import Conflict
from store.rules import board
from tests.making import BERLIN, POLICY, SAM, at, made
from tests.tui.forms.forms_host import card, moment
from tui.bindings import bindings, keymap_of
from tui.forms import called
from tui.forms.confirm import Confirm
from tui.forms.form import Form
from tui.handover.outgoing import Means, Outgoing
from tui.key_check import complaints
from tui.key_names import CHARACTERS, NAMES, is_key, named, pressed, short
from tui.keys import (
    BOARD_KEYS,
    CARD_KEYS,
    CARDS,
    IN_FIELDS,
    PAGES,
    Key,
    Keymap,
    effective,
    groups,
    written,
)  # fmt: skip
from tui.screens.call_sheet import CallSheet
from tui.screens.card import CardScreen
from tui.screens.help import HelpScreen
from tui.screens.last_read import LastRead
from tui.screens.qr import CodeScreen
from tui.themes import Themed
from tui.words import call_rows, card_page, cards
from tui.words.call_page import ASIDES, call_view
from tui.words.card_page import PageRow
from tui.words.handover import WAY_KEYS
from tui.words.headline import coming_line, headline
from tui.words.hints import (
    AGENDA_HINTS,
    COMPANY_HINTS,
    EDITOR_HINTS,
    EMPTY,
    HEARD_HINTS,
    LOOKING,
    NEXT_STEPS,
    NUMBERS_HINTS,
    PAGE_HINTS,
    WAITING_HINTS,
    hints,
    row_of,
)
from tui.words.phone_codes import call_codes

TAKEN_BY_TERMINALS = {f"ctrl+{letter}" for letter in "sqzcbahimj"}
"""Stopped, suspended or taken by the terminal, by tmux and by screen, or the same as another key."""
ANSWERED = {"question", "options", "confirm"}
"""What stands in the place of a page and is answered, each answer by its own letter."""
DEEDS = {
    "card.add", "card.draft", "card.edit", "card.facts", "card.sent", "card.skip", "card.call",
    "card.promise", "card.heard", "card.outcome", "card.snooze", "card.copy", "card.delete", "card.owes",
    "board.take_in",
}  # fmt: skip
"""What has its key on every page."""
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
def test_no_key_does_two_things(page: str) -> None:
    used = Counter(one for key in PAGES[page] for one in key.keys.split(","))
    assert [one for one, times in used.items() if times > 1] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_entry_says_what_it_is(page: str) -> None:
    for key in PAGES[page]:
        assert key.id and key.action and key.words and key.group
        # What has no key of its own is in the palette, which offers what the board can do.
        assert (key.keys and written(key)) or page == "board"


def test_an_id_has_the_same_keys_on_every_page_and_stands_once_on_each() -> None:
    keys: dict[str, str] = {}
    for page in PAGES.values():
        assert set(Counter(key.id for key in page).values()) == {1}
        for key in page:
            assert keys.setdefault(key.id, key.keys) == key.keys, key.id


def test_a_page_has_nothing_else_on_the_key_of_a_deed() -> None:
    deeds = {part: key.id for key in BOARD_KEYS if key.id in DEEDS for part in key.keys.split(",")}
    for page in PAGES.keys() - IN_FIELDS - ANSWERED:
        for key in PAGES[page]:
            for part in key.keys.split(","):
                assert deeds.get(part, key.id) == key.id, page


def test_every_key_of_the_board_is_on_the_page_of_a_card() -> None:
    there = {part for key in CARD_KEYS for part in key.keys.split(",")}
    assert {part for key in BOARD_KEYS for part in key.keys.split(",") if part} <= there
    ids = {key.id: key.action for key in CARD_KEYS}
    for key in BOARD_KEYS:
        if key.group == CARDS and key.id not in ("card.open", "card.mark", "board.take_in"):
            assert ids[key.id].startswith("choose("), key.id


def test_esc_q_enter_and_help_mean_one_thing_everywhere() -> None:
    for page, keys in PAGES.items():
        does = {part: key for key in keys for part in key.keys.split(",")}
        if page == "options":  # they are part of a form, whose keys these are
            continue
        assert "escape" in does and "f1" in does, page
        back = does["escape"]
        assert does["f1"].id == "app.help" and does["ctrl+p"].id == "app.palette"
        if page in IN_FIELDS or page == "question":  # there letters write, or look for something in a list
            assert "q" not in does, page
        else:
            assert "question_mark" in does, page
            # From the board there is nowhere to go back to but out of the program.
            assert does["q"].id == ("app.leave" if page == "board" else back.id), page
        assert does.get("enter", does["f1"]).id != back.id, page


@pytest.mark.parametrize("page", PAGES)
def test_nothing_hangs_on_a_key_that_does_not_arrive(page: str) -> None:
    for key in PAGES[page]:
        assert set(key.keys.split(",")) - TAKEN_BY_TERMINALS, key.id


@pytest.mark.parametrize("page", PAGES)
def test_the_table_itself_gives_no_cause_for_complaint(page: str) -> None:
    as_it_is = {key.id: key.keys for key in PAGES[page]}
    assert complaints(as_it_is, PAGES[page]) == []
    assert complaints({}) == []


def test_what_the_bottom_lines_name_is_in_the_table() -> None:
    ids = {page: {key.id for key in keys} for page, keys in PAGES.items()}
    for steps in (*NEXT_STEPS.values(), EMPTY, LOOKING):
        assert {name for name, _ in steps} <= ids["board"]
    assert {name for name, _ in (*PAGE_HINTS, *WAITING_HINTS)} <= ids["card"]
    assert {name for name, _ in AGENDA_HINTS} <= ids["agenda"]
    assert {name for name, _ in HEARD_HINTS} <= ids["heard"]
    assert {name for name, _ in (*COMPANY_HINTS, *NUMBERS_HINTS)} <= ids["looking back"]
    assert {name for name, _ in EDITOR_HINTS} <= ids["editor"]
    on_the_sheet = (*call_rows.OUTCOME_KEYS, *call_rows.SHEET_KEYS)
    assert {*on_the_sheet, *(name for name, _ in ASIDES.values())} <= ids["call"]
    assert {*call_rows.ASKED_KEYS} <= ids["asking"]
    assert {*WAY_KEYS.values()} <= ids["last read"]


# The user's own


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"card.nonsense": "N"}, "keys: there is no 'card.nonsense'"),
        ({"card.ad": "N"}, "did you mean 'card.add'?"),
        ({"card.add": "nonsense"}, "keys.card.add: 'nonsense' is no key"),
        ({"card.add": "ctrl+"}, "keys.card.add: 'ctrl+' is no key"),
        ({"card.add": ""}, "keys.card.add: '' is no key"),
        ({"card.add": "N,,m"}, "keys.card.add: '' is no key"),
        ({"card.add": "e"}, "keys: e is for both card.add and card.edit"),
        ({"card.edit": "a"}, "keys: a is for both card.add and card.edit"),
        ({"card.add": "N, e"}, "keys: e is for both card.add and card.edit"),
        ({"card.add": "S", "card.edit": "S"}, "keys: S is for both card.add and card.edit"),
        ({"card.add": "?"}, "keys: question_mark is for both card.add and app.help"),
        ({"card.add": "/"}, "keys: slash is for both board.filter and card.add"),
        ({"handover.mail": "f"}, "keys: f is for both handover.mail and handover.eml"),
        ({"card.sent": "L"}, "keys: L is for both handover.link and card.sent"),
        ({"call.ask": "t"}, "keys: t is for both call.reached and call.ask"),
        ({"confirm.yes": "n"}, "keys: n is for both confirm.yes and confirm.no"),
        ({"editor.person": "n"}, "keys.editor.person: n writes there; take a key that writes nothing"),
        ({"form.save": "space,!"}, "keys.form.save: space, ! writes there; take a key that writes nothing"),
    ],
)
def test_what_is_wrong_with_ones_own_keys(changed: dict[str, str], complaint: str) -> None:
    found = complaints(changed)
    assert len(found) == 1
    assert complaint in found[0].sentence


@pytest.mark.parametrize(
    "changed",
    [
        {"card.add": "N"},
        {"card.add": "N,ctrl+n,f5"},
        {"card.add": "B", "time.travel": "a"},
        {"card.add": "é"},
        {"card.add": "a,a"},
        {"card.add": "alt+enter"},
        {"card.add": "!, minus, +"},
        {"page.up": "e", "card.edit": "up", "board.up": "e", "call.up": "e", "heard.change": "up"},
        {"page.up": "N"},
        {"app.help": "Q"},
        {"code.show": "M", "handover.maildir": "v"},
    ],
)
def test_what_is_right(changed: dict[str, str]) -> None:
    assert complaints(changed) == []


def test_ones_own_keys_take_the_place_of_the_others() -> None:
    table = {key.id: key for key in effective(BOARD_KEYS, {"board.up": "w", "nonsense": "N"})}
    assert (table["board.up"].keys, written(table["board.up"])) == ("w", "w")
    assert table["board.down"] == next(key for key in BOARD_KEYS if key.id == "board.down")


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("w", "w"), ("f8,ctrl+g", "F8"), ("up,k", "k"), ("escape", "esc"), ("?", "?"), ("question_mark", "?"),
        ("left_square_bracket", "["), ("ctrl+t", "ctrl+t"), ("pagedown, space", "pgdn"), ("", "a"),
        ("up", "↑"),
    ],
)  # fmt: skip
def test_a_key_is_said_as_it_stands_on_the_keyboard(keys: str, said: str) -> None:
    assert Keymap({"card.add": keys}).say("card.add") == said


def test_an_id_that_is_not_there_is_a_fault() -> None:
    with pytest.raises(KeyError):
        Keymap().say("card.nonsense")


def test_in_fields_no_letter_does_anything_but_write() -> None:
    keys = Keymap({"editor.person": "n,f11", "editor.sent": "space", "app.help": "?,f2"})
    done = keys.in_fields(PAGES["editor"])
    assert done["f11"] == "next_person"
    assert done["f2"] == "app.help('In the editor')"
    assert not {"n", "space", "question_mark"} & done.keys()


# The framework


def test_the_framework_gets_the_whole_table() -> None:
    def ids(keys: Iterable[Key]) -> list[str | None]:
        return [one.id for one in bindings(keys)]

    assert ids(BOARD_KEYS) == [key.id for key in BOARD_KEYS]
    assert all(one.key_display and not one.show for one in bindings(BOARD_KEYS))


def test_the_tables_need_no_framework() -> None:
    check = "import sys, tui.keys, tui.key_check; sys.exit('textual' in sys.modules or 'rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_the_names_of_keys_are_the_frameworks() -> None:
    theirs = {one.value.split("+")[-1] for one in Keys if one.value[-1] != "+"}
    # Not pressed by anybody, and an odd name of ctrl+space.
    theirs -= {"<any>", "<ignore>", "<scroll-down>", "<scroll-up>", "ctrl-at"}
    assert {name for name in theirs if len(name) > 1} <= NAMES
    for number in range(0x20, 0x7F):
        character = chr(number)
        assert named(character) == _character_to_key(character)
        assert is_key(named(character))


@pytest.mark.parametrize("page", PAGES)
def test_what_is_written_of_a_key_can_be_pressed(page: str) -> None:
    for key in PAGES[page]:
        for name in filter(None, key.keys.split(",")):
            character = " " if name == "space" else CHARACTERS.get(name, name if len(name) == 1 else None)
            assert pressed(short(name)) == (name, character)


@pytest.mark.parametrize("words", ["", "3 marked", "letters", "…", "esc q"])
def test_other_words_are_no_key(words: str) -> None:
    assert pressed(words) is None


# What is said


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
