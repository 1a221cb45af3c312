"""The line that says whom a message is for, and who has had it. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from store.text import show
from tui.signs import Signs
from tui.widgets.editor.letter_state import Reader
from tui.words.lines import Piece


def to_line(readers: Sequence[Reader], shown: Reader, width: int, signs: Signs) -> list[Piece]:
    """Everyone in full, else by first names, else the one shown and how many more there are."""
    label = ("To  ", "dim")
    for short in (False, True):
        pieces = [
            label,
            *(
                piece
                for one in readers
                for piece in _pieces(one, one.id == shown.id, signs, readers if short else None)
            ),
        ]
        if sum(cell_len(text) for text, _ in pieces) <= width:
            return pieces
    left = [one for one in readers if one.id != shown.id and one.status == "open"]
    rest = [one for one in readers if one.id != shown.id and one.status != "open"]
    words = f"{len(left)} more open" if left else ""
    words += f"{', ' if left and rest else ''}{len(rest)} done" if rest else ""
    return [label, *_pieces(shown, True, signs, readers), (words, "dim")]


def _pieces(reader: Reader, is_shown: bool, signs: Signs, among: Sequence[Reader] | None) -> list[Piece]:
    """`among`: all readers where names are to be short."""
    name = show(reader.name if among is None else reader.short(among)) or "whoever held it"
    done = {"open": "", "thanked": "thanked", "skipped": "skipped"}[reader.status]
    if reader.status == "thanked" and not is_shown:
        done = ""
    about = ", ".join(part for part in (done, show(reader.words) if among is None else "") if part)
    way = f" {signs.dot} {show(reader.way)}" if reader.way and reader.status == "open" else ""
    sign = (
        signs.pointer
        if is_shown
        else {"open": signs.open, "thanked": signs.done}.get(reader.status, signs.skipped)
    )
    text = f"{sign} {name}" + (f" ({about})" if about else "") + way
    tone = "current" if is_shown else "plain" if reader.status == "open" else "dim"
    return [(f"{text} " if is_shown else text, tone), ("  ", "plain")]
