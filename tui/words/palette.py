"""What the palette offers, and in which order: what the card asks for, the rest, and what cannot be. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from store.rules.board import Card
from store.rules.words import COLUMN_TITLES
from store.settings import Settings
from tui.keymap import Keymap, effective
from tui.keys import PAGE, PAGES, Key
from tui.words.applies import STEPS_ABOUT, BoardCommand, BoardCommands, BoardSituation, commands
from tui.words.offered_list import Offered
from tui.words.settings_page import TITLES, value_words

THE_BOARD, SETTINGS, NOT_NOW = "On the board", "Settings", "Not now"


class Row(NamedTuple):
    """A command as the palette shows it."""

    offered: Offered
    command: BoardCommand


def card_heading(card: Card) -> str:
    """`Globex, Call now`: the card, and where it stands."""
    return f"{card.interview.company}, {COLUMN_TITLES[card.column]}"


def rows_of(page: str, now: BoardSituation, keys: Keymap) -> list[Row]:
    """What is offered on that page of the key tables: a card's own has the board's, others their keys."""
    table = [key for key in effective(PAGES[page], keys.changed) if key.id not in STEPS_ABOUT]
    if page == "board":
        return _board_rows(commands(now, keys), now.card)
    if page != "card":
        return [*_rows((BoardCommand(key) for key in table), table[0].group)]
    # There they do what the page does about them.
    there = {key.id: key for key in table}
    own = [BoardCommand(key) for key in table if key.id.startswith("page.")]
    found = commands(now, keys)
    here = BoardCommands(
        *(tuple(replace(one, key=there[one.key.id]) for one in part if one.key.id in there) for part in found)
    )
    return _board_rows(here, now.card, own, PAGE)


def _board_rows(
    found: BoardCommands, card: Card | None, own: Sequence[BoardCommand] = (), title: str = ""
) -> list[Row]:
    return [
        *_rows(found.for_card, card_heading(card) if card is not None else ""),
        *_rows(own, title),
        *_rows(found.elsewhere, THE_BOARD),
        *_rows(found.not_now, NOT_NOW),
    ]


def setting_rows(settings: Settings, zone: str) -> list[Row]:
    """Each setting with its value; none has a key of its own. `zone`: the user's."""
    rows = []
    for place, (name, title) in enumerate(TITLES.items()):
        key = Key(f"setting.{'.'.join(name)}", "", f"screen.change_setting{name!r}", title, SETTINGS)
        heading, value = SETTINGS if place == 0 else "", value_words(settings, name, zone)
        rows.append(
            Row(Offered(BoardCommand(key).title, heading, "settings", right=value), BoardCommand(key))
        )
    return rows


def _rows(found: Iterable[BoardCommand], heading: str) -> Iterator[Row]:
    for one in found:
        name = f"{one.key.id} {one.key.group}"
        offered = Offered(one.title, heading, name, one.written, one.why_not, by_heading=False)
        yield Row(offered, one)
