"""`ringback list`: where every card stands."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from store.interview import iso
from store.rules.board import Board, Card
from store.rules.standing import COLUMNS, Column
from store.rules.words import COLUMN_TITLES, title_of
from tui.cli.faults import UsageError
from tui.cli.output import put, put_json, say
from tui.cli.session import CommandSession

if TYPE_CHECKING:
    from store.rules.channel import Owed
    from store.rules.deeds import Owing
    from store.service import Service

NO_INTERVIEW = "No interview yet: `ringback add` notes one, `ringback import` takes in an invitation."


def run_list(args: argparse.Namespace, session: CommandSession) -> None:
    """Print the cards of one column or of all, for people or for programs."""
    at = session.at(args.at)
    service = session.open()
    board = service.board(at)
    if args.where is not None:
        board = _narrowed(board, args.where, service, session)
    columns = COLUMNS if args.column is None else (args.column,)
    if args.where and not any(board.columns[column] for column in columns):
        say(f"No card fits {args.where!r}; {_meant(args.where) or 'all of its words must fit.'}")
    if args.json:
        cards = [entry(card) for column in columns for card in board.columns[column]]
        put_json({"version": 1, "at": iso(at), "interviews": cards})
        return
    text = table(board, columns, width())
    if text:
        put(text)
    elif not args.where:
        say("Nothing there." if any(board.cards()) else NO_INTERVIEW)


def _narrowed(board: Board, words: str, service: Service, session: CommandSession) -> Board:
    """The board with those cards alone that the words fit."""
    # Imported on use, and TinyDB with it: most runs ask for all.
    from store.database.query import BadQuery

    try:
        ids = service.matching(
            words, board, lambda text: session.times.date_or_instant(text, session.own_office)
        )
    except BadQuery as why:
        raise UsageError(str(why)) from None
    columns = {
        column: tuple(card for card in cards if card.id in ids) for column, cards in board.columns.items()
    }
    return replace(board, columns=columns)


def _meant(words: str) -> str:
    """`did you mean overdue?` where a word for how a card stands seems to be misspelt; else nothing."""
    from store.database.query import STATES
    from store.people.letters import nearest

    near = [one for word in words.split()[:20] for one in nearest(word, STATES, most=1, cutoff=0.75)]
    known = [one for one in dict.fromkeys(near) if one not in words.casefold().split()]
    return f"did you mean {' or '.join(known)}?" if known else ""


def entry(card: Card) -> dict[str, Any]:
    """A card as plain data; instants in UTC."""
    interview, known = card.interview, card.course
    plain: dict[str, Any] = {
        "id": interview.id,
        "company": interview.company,
        "role": interview.role,
        "round": interview.round,
        "zone": interview.zone,
        "column": card.column,
        "level": card.standing.level,
        "due": _instant(card.standing.due),
        "next_change": _instant(card.next_change),
        "call_from": iso(known.call_from),
        "call_by": iso(known.call_by),
        "basis": known.basis,
        "firm": known.window.firm,
        "doable": card.doable,
        "later_round": None if known.elsewhere.later is None else known.elsewhere.later.id,
        "owes": [_owing(one) for one in card.owes],
        "owed": [_owed(one) for one in card.owed],
        "why": card.why,
    }
    if card.column == "call_now":
        follow = card.follow_up
        plain["follow_up"] = None if follow is None else {
            "channel": follow.channel, "to": follow.to, "from": _instant(follow.begins), "rest": follow.rest,
            "reason": follow.reason,
        }  # fmt: skip
    return plain


def _owing(one: Owing) -> dict[str, Any]:
    """What the user has promised them."""
    return {
        "id": one.id, "what": one.what, "due": _instant(one.due), "to": one.to, "pressing": one.pressing,
    }  # fmt: skip


def _owed(one: Owed) -> dict[str, Any]:
    """Who is to be thanked."""
    return {
        "to": one.to, "name": one.name, "channel": one.channel, "from": _instant(one.begins),
        "reason": one.reason,
    }  # fmt: skip


def _instant(at: datetime | None) -> str | None:
    return None if at is None else iso(at)


ENDLESS = 100_000
"""Cells where there is no end to them."""


def width() -> int:
    """The cells a line may have: the terminal's; where standard output is none, each card is one line."""
    import shutil
    import sys

    if sys.stdout is None or not sys.stdout.isatty():
        return ENDLESS
    return max(20, shutil.get_terminal_size((100, 24)).columns)


def table(board: Board, columns: Iterable[Column], cells: int) -> str:
    """The cards in columns of text, below each other; no line is wider than `cells`.

    Why a card stands where it does goes on in the lines below, and so does an id too long for its column: of
    neither anything is cut. Where there is no end to the cells, each card is one whole line.
    """
    # Imported on use: programs ask for JSON and have no columns to fit.
    from rich.cells import cell_len

    from store.text import show

    cards = [card for column in columns for card in board.columns[column]]
    most_id, most_name = max(6, min(cells, _USUAL) // 3), max(10, min(cells, _USUAL) * 2 // 5)
    # One that is too long has a line of its own, and is no reason to move all others.
    ids = max((wide for card in cards if (wide := cell_len(show(card.id))) <= most_id), default=6)
    names = min(max((cell_len(show(_name(card))) for card in cards), default=0), most_name)
    blocks = []
    for column in columns:
        if board.columns[column]:
            lines = [f"{COLUMN_TITLES[column].upper()}  {len(board.columns[column])}"]
            lines += [line for card in board.columns[column] for line in _lines(card, ids, names, cells)]
            blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _name(card: Card) -> str:
    return title_of(card.interview, " · ")


_USUAL = 120
"""Cells beyond which columns grow no wider: the rest is for the reasons."""
_NARROW = 24
"""Cells below which a reason stands in lines of its own."""


def _lines(card: Card, ids: int, names: int, cells: int) -> list[str]:
    from rich.cells import cell_len, chop_cells, set_cell_size

    from store.text import show
    from tui.words.lines import cut, fit, flow

    key, name, why = show(card.id), show(_name(card)), show(card.why)
    if cells == ENDLESS:
        first, second = (
            set_cell_size(text, max(width, cell_len(text))) for text, width in ((key, ids), (name, names))
        )
        return [f"  {first}  {second}  {why}".rstrip()]
    above = [f"  {part}" for part in chop_cells(key, cells - 2)] if cell_len(key) > ids else []
    front = f"  {fit('' if above else key, ids)}  "
    indent = cell_len(front) + names + len("  ")
    if cells - indent < _NARROW:
        head = "" if above and not name else f"{front}{cut(name, max(1, cells - cell_len(front)))}"
        return [*above, head.rstrip(), *(f"    {row}" for row in flow(why, cells - 4))]
    beside, *rest = flow(why, cells - indent)
    head = f"{front}{fit(name, names)}  {beside}"
    return [*above, head.rstrip(), *(" " * indent + row for row in rest)]
