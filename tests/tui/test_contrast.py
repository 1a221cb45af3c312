"""Every letter on every screen stands out from its ground, in every number of colours: WCAG AA, 4.5 to 1.

Measured from what is drawn, cell by cell, not from the table of colours.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from functools import partial
from itertools import product
from pathlib import Path

import pytest
from msgspec.structs import astuple
from rich.color import Color, ColorSystem
from rich.style import Style

from store.clock import StoppedClock
from store.database.storage import SafeStorage
from store.demo import sample
from store.service import Service
from store.settings import Me, Settings
from templates.library import Library
from tests.making import BERLIN
from tests.tui.board_app import NOW, User
from tui.app import Ringback
from tui.forms.first_hour import name_sheet
from tui.forms.form import Form
from tui.palettes import OWN, Depth, chosen, fixed, palette
from tui.screens.board_state import BoardState

LEAST = 4.5
DEPTHS: tuple[Depth, ...] = ("full", "256", "16")
SIXTEEN = {
    "xterm": "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 "
    "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
    "console": "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa "
    "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
}
"""The sixteen colours as two common terminals draw them."""
LINES = range(0x2500, 0x25A0)
"""Rules, bars and blocks: no text."""
SCREENS = {
    "the board": ((), "TO THANK"),
    "a card": (("card.open",), "HISTORY"),
    "the days ahead": (("board.agenda",), "tomorrow"),
    "the editor": (("board.to_thank", "board.first", "card.draft"), "F4 inserts"),
    "help": (("app.help",), "Here and now"),
    "a question": (("card.delete",), "Undo brings it back"),
    "adding": (("card.add",), "Company"),
    "the outcome": (("card.outcome",), "Result"),
    "the call": (("board.call_now", "card.call"), "WHAT TO SAY"),
    "the filter": (("board.filter",), "overdue, late"),
    "the palette": (("app.palette",), "type what you want"),
    "what cannot be done now": (("app.palette", "=redo"), "Not now"),
    "editing": (("board.call_now", "card.edit"), "greeted as"),
    "what was promised": (("card.promise",), "In their words"),
    "an answer that cannot be": (("card.promise", "=zzz", "form.save"), "zzz"),
    "what was heard": (("board.heard",), "Nothing waits"),
    "my numbers": (("board.numbers",), "HOW FAR"),
    "a company": (("board.company",), "ALL THAT WAS SAID"),
    "the settings": (("board.settings",), "WHAT YOU SEE"),
    "a setting": (("board.settings", "settings.change"), "ctrl+d save"),
    "marked": (("card.mark",), "1 marked"),
    "another time": (("time.back",), "looking at"),
}
"""What is pressed to see each, or typed behind a `=`, and what stands on it."""


def luminance(triplet: tuple[int, int, int]) -> float:
    parts = [part / 255 for part in triplet]
    red, green, blue = (one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def triplet(colour: Color, depth: Depth, sixteen: Sequence[str] = ()) -> tuple[int, int, int]:
    """What a terminal draws for it."""
    if depth == "256":
        number = colour.downgrade(ColorSystem.EIGHT_BIT).number
        assert number is not None
        colour = Color.parse(fixed(number))
    if colour.triplet is not None:
        return colour.triplet
    assert colour.number is not None
    return Color.parse(f"#{sixteen[colour.number]}").get_truecolor()


def faint(user: User, depth: Depth, sixteen: Sequence[str]) -> Iterator[str]:
    """Texts on the screen that stand out too little."""
    for strip in user.app.screen._compositor.render_strips():
        for text, style, _ in strip:
            letters = "".join(one for one in text if ord(one) not in LINES).strip()
            if letters and style is not None and (why := too_faint(style, depth, sixteen)):
                yield f"{letters[:40]!r} {why}"


def too_faint(style: Style, depth: Depth, sixteen: Sequence[str]) -> str:
    if style.dim:
        return "is dim, which each terminal draws as it likes"
    ink, ground = style.color, style.bgcolor
    if ink is None or ground is None or ink.is_default or ground.is_default:
        return f"is in the terminal's own colours, which nobody knows ({style})"
    found = contrast(triplet(ink, depth, sixteen), triplet(ground, depth, sixteen))
    return f"{found:.2f} ({style})" if found < LEAST else ""


@asynccontextmanager
async def at_the_sample(folder: Path) -> AsyncIterator[User]:
    settings = Settings(zone=BERLIN.key, me=Me(name="Robin Vale"))
    clock = StoppedClock(NOW)
    service = Service(SafeStorage(folder / "ringback.json"), clock, settings.policy, BERLIN)
    book = sample(NOW, settings.policy)
    service.database.apply(lambda _: book, NOW)
    app = Ringback(
        BoardState(service, settings, ascii_only=bool(settings.ascii)), partial(Library, folder / "templates")
    )
    async with app.run_test(size=(120, 36)) as pilot:
        yield User(app, pilot, clock)


async def faint_in_every_theme(user: User, screen: str) -> AsyncIterator[str]:
    for own in OWN:
        for depth in DEPTHS:
            user.app.theme = chosen(own, depth, {})
            await user.pilot.pause()
            for name, colours in SIXTEEN.items() if depth == "16" else [("", "")]:
                where = f"{screen}, {user.app.theme} {name}"
                for words in faint(user, depth, colours.split()):
                    yield f"{where}: {words}"
    user.app.theme = OWN[0]


async def test_every_letter_on_every_screen_stands_out(tmp_path: Path) -> None:
    found: list[str] = []
    async with at_the_sample(tmp_path) as user:
        for screen, (keys, stands) in SCREENS.items():
            for key in keys:
                await (user.write(key[1:]) if key.startswith("=") else user.press(key))
            await user.until(partial(shows, user, stands))
            found += [words async for words in faint_in_every_theme(user, screen)]
            await user.key("escape")
            await user.key("escape")
            await user.until(user.on_board)
        user.app.push_screen(Form(name_sheet("P")))
        await user.until(partial(shows, user, "Welcome"))
        found += [words async for words in faint_in_every_theme(user, "the first question")]
    assert not found, "\n".join(dict.fromkeys(found))


def shows(user: User, words: str) -> bool:
    return words in user.text


@pytest.mark.parametrize("dark", [True, False])
@pytest.mark.parametrize("depth", ["full", "256"])
def test_every_ink_stands_out_from_every_ground(depth: Depth, dark: bool) -> None:
    colours = palette(depth, dark=dark)
    grounds = (colours.ground, colours.page, colours.band, colours.field, colours.focus, colours.cursor)
    inks = (colours.text, colours.muted, colours.accent, colours.good, colours.warn, colours.alert)
    for ink, ground in [*product(inks, grounds), (colours.text, colours.selection)]:
        assert contrast(triplet(Color.parse(ink), depth), triplet(Color.parse(ground), depth)) >= LEAST


PLAIN: tuple[Depth, ...] = ("full", "256")


@pytest.mark.parametrize("dark", [True, False])
def test_of_256_colours_each_is_drawn_that_is_nearest(dark: bool) -> None:
    for full, fewer in zip(*(astuple(palette(depth, dark=dark)) for depth in PLAIN), strict=True):
        wanted, drawn = triplet(Color.parse(full), "full"), triplet(Color.parse(fewer), "256")
        assert max(abs(one - other) for one, other in zip(wanted, drawn, strict=True)) <= 60, (full, drawn)
