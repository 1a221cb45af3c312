"""What a form says of itself: its keys, what a paste has filled in, what was taken back. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from store.languages import listed
from tui.forms.entry import FormEntry
from tui.forms.fields import Filling, Lines, Sheet
from tui.keymap import Keymap
from tui.words.hints import help_hint
from tui.words.lines import Piece


def hints(
    keys: Keymap, sheet: Sheet[Any], entry: FormEntry, *, last: bool, alone: bool, asked: bool, folded: bool
) -> tuple[list[Piece], list[Piece]]:
    """The line of keys, left and right; `asked`: whether what was typed is to be thrown away.

    `last`, `alone`: whether the field with the cursor is the last one, or the only one.
    """
    leave = keys.say("form.leave")
    if asked:
        return [(f"{leave} ", "key"), ("again throws away what you typed", "warn")], []
    looked_for = entry.picking is not None and entry.picking.looked_for
    found = [("form.save", sheet.verb), ("form.leave", "show all" if looked_for else sheet.leave)]
    if isinstance(entry.field, Lines):
        found.append(("form.new_line", "new line"))
    elif last and entry.picking is None:
        found.append(("form.next", sheet.verb))
    if not alone:
        found.append(("form.next_field", "next"))
    if folded:
        found.append(("form.more", "more fields"))
    left = [piece for key, words in found for piece in ((f"{keys.say(key)} ", "key"), (f"{words}   ", "dim"))]
    return left, help_hint(keys, typing=True)


def filled_words(filling: Filling, filled: Sequence[FormEntry], kept: Sequence[FormEntry], key: str) -> str:
    """`Taken from the text of an invitation: company and starts. ctrl+z takes it back.`"""
    said = [f"Nothing new is in {filling.words}."]
    if filled:
        said = [f"Taken from {filling.words}: {_named(filled)}."]
    if kept:
        said.append(f"Left as you filled it in: {_named(kept)}.")
    said += [filling.said] if filling.said else []
    said += [f"{key} takes it back."] if filled else []
    return " ".join(said)


def taken_back_words(turned: Sequence[FormEntry]) -> str:
    """`As it was before: company and role.`"""
    return f"As it was before: {_named(turned)}."


def _named(entries: Sequence[FormEntry]) -> str:
    return listed([one.field.label.lower() for one in entries])
