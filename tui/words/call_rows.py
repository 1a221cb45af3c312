"""The rows of the call sheet for a width, each in pieces of a tone. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from store.rules.words import OUTCOME_WORDS
from store.text import show
from tui.keymap import Keymap
from tui.signs import UNICODE, Signs
from tui.words.call_page import ASIDES, SCRIPT, CallView
from tui.words.lines import Piece, cut, flow, row_width

TICKS = ("quiet place", "pen and paper", "CV and job text", "their names")
TICKS_SHORT = ("quiet", "pen", "CV", "names")
BIG = "0123456789+-() "
"""What can be shown in large digits."""
MANY_CELLS = 20
"""Cells from which a row has room for a word that could be left out."""
_GAP = re.compile("«[^«»]*»?")
_GOING_ON = re.compile("^[^«»]*»?|«[^«»]*»?")
_DIRECTION = re.compile(r"[^.?!:\"“]{2,60}:(?= )")
"""How a paragraph begins that says when to say it: `If they ask about your interest:`."""


WORDS: dict[str, tuple[str, str, str]] = {
    "call.reached": (OUTCOME_WORDS["reached"], "talked", "talked"),
    "call.voicemail": (OUTCOME_WORDS["voicemail"], "message", "message"),
    "call.no_answer": (OUTCOME_WORDS["no_answer"], "none", "none"),
    "card.outcome": ("how it ended", "ended", "ended"),
    "card.draft": ("write instead", "mail", "mail"),
    "call.next": ("next person", "next", "next"),
    "call.ask": ("add a question", "ask", "ask"),
    "call.jot": ("write down", "note", "note"),
    "call.machine": ("machine", "machine", ""),
    "call.gatekeeper": ("somebody else", "other", ""),
    "call.waiting": ("undecided", "undecided", ""),
    "call.back": ("back", "back", "back"),
    "call.note": ("note it", "note it", "note it"),
    "call.unasked": ("back", "back", "back"),
}
"""What the keys do, in the words of the bottom lines: with much room, some and little.

Where it is blank the key is left out: the sheet itself names it at what it opens.
"""
OUTCOME_KEYS = ("call.reached", "call.voicemail", "call.no_answer", "card.outcome")
SHEET_KEYS = (
    "call.next", "call.jot", "call.ask", "call.machine", "call.gatekeeper", "call.waiting", "card.draft",
    "call.back",
)  # fmt: skip
ASKED_KEYS = ("call.note", "call.unasked")
_TICK_KEYS = ("call.quiet", "call.pen", "call.papers", "call.names")


class SheetRow(NamedTuple):
    """One row; `name` marks the first of a part that a key brings into view."""

    pieces: tuple[Piece, ...]
    name: str = ""


BLANK = SheetRow(())


def row(text: str, tone: str = "plain", name: str = "") -> SheetRow:
    """A row in one tone."""
    return SheetRow(((text, tone),), name)


def heading(text: str, width: int, name: str = "") -> SheetRow:
    """The heading of a part."""
    return row(cut(text, width), "heading", name)


def head(view: CallView, width: int, keys: Keymap, *, big: bool) -> list[SheetRow]:
    """Below the name: the number to dial or scan, their time, what speaks against calling, who else."""
    rows = list(_number(view, width, keys, big=big))
    if view.office_open:
        rows += [row(line) for line in flow(view.office, width)]
    else:
        rows += [row(line, "warn") for line in flow(f"! {view.office}", width, "  ")]
    rows += [row(line, "warn") for line in flow(show(notice(view, keys)), width)] if view.notice else []
    if view.in_vain:
        rest = f"{view.in_vain} in vain: you may let it rest, {keys.say('card.outcome')} closes the card."
        rows += [row(line, "warn") for line in flow(show(rest), width)]
    rows += [row(line, "warn") for line in flow(show(view.thanks), width)] if view.thanks else []
    if view.others:
        key = f"{keys.say('call.next')} "
        also = "also " if width >= MANY_CELLS else ""
        names = cut(show(", ".join(view.others)), max(1, width - cell_len(key + also)))
        rows.append(SheetRow(((key, "key"), (also, "dim"), (names, "plain"))))
    return rows


def notice(view: CallView, keys: Keymap) -> str:
    """Why to write rather than call, and by which key; or that it is too early."""
    if view.write_to is None:
        return view.notice
    to = f" to {view.write_to}" if view.write_to else ""
    return f"{view.notice}, {keys.say('card.draft')} writes{to}. You can still call."


def _number(view: CallView, width: int, keys: Keymap, *, big: bool) -> Iterator[SheetRow]:
    callee = view.callee
    if callee is None:
        words = (
            f"Nobody here has a telephone number: {keys.say('card.edit')} adds one to the card, "
            f"{keys.say('card.draft')} writes."
        )
        for line in flow(words, width):
            yield row(line, "warn")
        return
    tone = "number" if view.office_open else "number-warn"
    number: list[Piece] = [(callee.tel if big else cut(show(callee.number), width), tone)]
    code = keys.say("code.show")
    hint: list[Piece] = [(f"   {code}", "key"), (" shows a code for your phone", "dim")] if callee.tel else []
    for more in (hint, [(f"  {code}", "key"), (" code", "dim")] if hint else []):
        if row_width([*number, *more]) <= width:
            number += more
            break
    if number[0][0]:
        yield SheetRow(tuple(number))
    for line in flow(show(callee.trouble), width) if callee.trouble else ():
        yield row(line, "warn")


def noted(lines: Sequence[str], width: int) -> list[SheetRow]:
    """What the user has written down in this call."""
    return [heading("NOTED IN THIS CALL", width), *_items(lines, width), BLANK] if lines else []


def talk(view: CallView, width: int) -> list[SheetRow]:
    """What was promised and what came of it."""
    rows = [heading("WHAT THEY PROMISED", width)]
    for place, promise in enumerate(view.promised):
        rows += [row(line, "dim" if place else "strong") for line in flow(show(promise), width, "  ")]
    rows += [BLANK, heading("SINCE THEN", width)]
    for event in view.since:
        rows += [row(line) for line in flow(cut(show(event), 2 * width - 2), width, "  ")]
    return rows if view.since else [*rows, row("no call and no mail yet", "dim")]


def about(view: CallView, width: int) -> list[SheetRow]:
    """What the user has noted about the person who is called."""
    callee = view.callee
    if callee is None or not callee.notes:
        return []
    title = show(f"About {callee.name or callee.number}").upper()
    return [
        BLANK,
        heading(title, width),
        *(row(line) for note in callee.notes for line in flow(show(note), width, "  ")),
    ]


def own(view: CallView, width: int, keys: Keymap) -> list[SheetRow]:
    """The user's own questions, what they owe, and what is left open."""
    rows = [BLANK, heading("YOUR QUESTIONS", width, "questions")]
    rows += _items(view.questions, width)
    if not view.questions:
        key = f"{keys.say('call.ask')} "
        left = cell_len(key)
        rows += [
            SheetRow(((" " * left if place else key, "key"), (line, "warn")))
            for place, line in enumerate(flow("none yet: what do you want to ask them?", width - left))
        ]
    if view.owes:
        rows += [BLANK, heading("YOU OWE THEM", width), *_items(view.owes, width)]
    if view.loose_ends:
        rows += [BLANK, heading("STILL TO SETTLE", width), *_items(view.loose_ends, width)]
    return rows


def names(view: CallView, width: int) -> list[SheetRow]:
    """Who was there: whom to ask for."""
    if not view.present:
        return []
    lines = flow(show(view.present), width, "  ")
    return [BLANK, heading("WHO WAS THERE", width), *(row(line) for line in lines)]


def _items(texts: Sequence[str], width: int) -> Iterator[SheetRow]:
    for text in texts:
        yield from (row(line) for line in flow(f"- {show(text)}", width, "  "))


def script(view: CallView, width: int) -> list[SheetRow]:
    """What to say when they answer."""
    return [heading("WHAT TO SAY", width, SCRIPT), *_said(view.texts.get(SCRIPT, ""), width)]


def asides(view: CallView, width: int, opened: Collection[str], keys: Keymap) -> list[SheetRow]:
    """The texts for what may happen instead, each folded until its key is pressed."""
    rows = [BLANK]
    for name, (key_id, when) in ASIDES.items():
        if name not in view.texts:
            continue
        key = f"{keys.say(key_id)} "
        words = cut(when.upper() if name in opened else when, max(1, width - cell_len(key)))
        rows.append(SheetRow(((key, "key"), (words, "heading" if name in opened else "dim")), name))
        if name in opened:
            rows += [*_said(view.texts.get(name, ""), width), BLANK]
    return rows


def _said(text: str, width: int) -> list[SheetRow]:
    """A text of the user's to read out, with directions and gaps set off."""
    rows: list[SheetRow] = []
    for line in show(text, lines=True).split("\n"):
        found = _DIRECTION.match(line)
        left = len(found.group()) if found else 0
        in_gap = False
        for part in flow(line, width):
            rows.append(SheetRow(tuple(_toned(part, left, in_gap))))
            left = max(0, left - len(part) - 1)
            in_gap = part.rfind("«") > part.rfind("»") or (in_gap and "»" not in part)
    return rows


def _toned(text: str, direction: int, in_gap: bool) -> Iterator[Piece]:
    """A row in its tones; `in_gap`: a gap that began above goes on in it."""
    place = 0
    for found in (_GOING_ON if in_gap else _GAP).finditer(text):
        yield from _set_off(text, place, found.start(), direction)
        yield found.group(), "gap"
        place = found.end()
    yield from _set_off(text, place, len(text), direction)


def _set_off(text: str, start: int, end: int, direction: int) -> Iterator[Piece]:
    split = min(max(start, direction), end)
    yield from (
        (part, tone) for part, tone in ((text[start:split], "dim"), (text[split:end], "plain")) if part
    )


def ticks(done: Collection[int], width: int, keys: Keymap, signs: Signs = UNICODE) -> list[Piece]:
    """The check before dialling, in words as long as there is room."""
    pieces: list[Piece] = []
    for words, gap in ((TICKS, "  "), (TICKS_SHORT, "  "), (TICKS_SHORT, " ")):
        pieces = []
        for place, word in enumerate(words):
            mark = signs.ticked if place in done else signs.unticked
            key = keys.say(_TICK_KEYS[place])
            pieces += [(key, "key"), (f" {mark} {word}{gap}", "dim" if place in done else "plain")]
        if row_width(pieces) - len(gap) <= width:
            break
    return _without_gap(pieces)


def keys_row(keys: Sequence[tuple[str, tuple[str, ...]]], width: int) -> list[Piece]:
    """Keys and what they do, in words as long as there is room: each with its wordings, the longest first."""
    pieces: list[Piece] = []
    for which, gap in ((0, "  "), (1, "  "), (2, "  "), (2, " ")):
        pieces = [
            piece
            for key, wordings in keys
            if (words := wordings[which])
            for piece in ((key, "key"), (f" {words}{gap}", "plain"))
        ]
        if row_width(pieces) - len(gap) <= width:
            break
    return _without_gap(pieces)


def _without_gap(pieces: list[Piece]) -> list[Piece]:
    return [*pieces[:-1], (pieces[-1][0].rstrip(), pieces[-1][1])]
