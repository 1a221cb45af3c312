"""The words of the last read: what stands around the text, its ways with their keys, its question. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from rich.cells import cell_len

from store.languages import counted
from store.people.addresses import shown_address
from store.people.header_text import one_line
from store.people.shown_numbers import shown_number
from templates.length import minutes_to_read, seconds_to_speak, word_count
from templates.proof import segments
from tui.handover.outgoing import Means, Outgoing, WayId
from tui.handover.ways import Offer
from tui.keymap import Keymap
from tui.words.lines import Piece, cut, fit, wrapped

ROOMY = 30
"""Rows from which each way has a line of its own."""
WAY_KEYS: Mapping[WayId, str] = {
    "mail": "handover.mail", "eml": "handover.eml", "maildir": "handover.maildir", "open": "handover.open",
    "qr": "code.show", "text": "card.copy", "number": "handover.number", "link": "handover.link",
    "editor": "handover.editor",
}  # fmt: skip
"""The id of the key for each way."""


def heads(text: Outgoing, means: Means) -> list[tuple[str, str]]:
    """The lines above the text, as label and value; the first names the reader, the last one is From."""
    address = (
        shown_address(text.email)
        if text.channel == "email"
        else shown_number(text.phone)
        if text.channel != "letter"
        else ""
    )
    name = one_line(text.name)
    to = f"{name} <{one_line(address)}>" if name and text.channel == "email" and address else ""
    found = [("To", to or " · ".join(filter(None, (name, one_line(address)))) or "nobody known by name")]
    if text.channel == "email":
        me = one_line(means.me[0])
        found.append(("Subject", text.heading or "(none)"))
        if means.me[1]:
            found.append(("From", f"{me} <{means.me[1]}>" if me else means.me[1]))
    return found


def measure(text: Outgoing) -> str:
    """How long it is: words and minutes, or how many messages it becomes."""
    words = word_count(text.text)
    words_counted = counted(words, "word")
    if text.channel == "sms":
        sent = segments(text.text)
        why = f", because of {' '.join(sent.culprits[:3])}" if sent.count > 1 and sent.culprits else ""
        return f"{words_counted} · {counted(sent.count, 'text message')}{why}"
    if text.channel == "call":
        return f"{words_counted} · {seconds_to_speak(words)} seconds spoken"
    return f"{words_counted} · {counted(minutes_to_read(words), 'minute')}"


def way_lines(offer: Offer, width: int, keys: Keymap) -> list[list[Piece]]:
    """A line for each way: key, title and what happens; then what is missing."""
    widest = max((cell_len(way.title) for way in offer.ways), default=0) + 3
    broadest = max((cell_len(keys.say(WAY_KEYS[way.id])) for way in offer.ways), default=0) + 2
    rows: list[list[Piece]] = []
    for way in offer.ways:
        hint = cut(way.hint, max(0, width - widest - broadest))
        key = keys.say(WAY_KEYS[way.id])
        title = " " * (broadest - cell_len(key)) + fit(way.title, widest)
        rows.append([(key, "key"), (title, "plain"), (hint, "dim")])
    return rows + _missing(offer, width)


def way_rows(offer: Offer, width: int, keys: Keymap) -> list[list[Piece]]:
    """The ways with their keys side by side, in as few rows as it takes."""
    rows: list[list[Piece]] = [[]]
    used = 0
    for way in offer.ways:
        key = keys.say(WAY_KEYS[way.id])
        words = f" {way.title}  "
        takes = cell_len(key + words)
        if rows[-1] and used + takes - 2 > width:
            rows.append([])
            used = 0
        rows[-1] += [(key, "key"), (words, "plain")]
        used += takes
    return [row for row in rows if row] + _missing(offer, width)


def _missing(offer: Offer, width: int) -> list[list[Piece]]:
    return [[(line, "warn")] for sentence in offer.missing for line in wrapped(sentence, width)]


def asked(said: str | None, keys: Keymap) -> list[Piece]:
    """The question after a hand-over, and what came of that."""
    question: list[Piece] = [
        ("Sent?", "strong"),
        (f" {keys.say('card.sent')}", "key"),
        (" yes  ", "plain"),
        (keys.say("handover.not_yet"), "key"),
        (" not yet  ", "plain"),
    ]
    return [*question, (said or "", "dim")]


def bottom(keys: Keymap, *, several: bool) -> list[Piece]:
    """What can be done with the text but to hand it over; `several`: there are texts for others, too."""
    ids = [("handover.next", " next person  ")] if several else []
    ids += [("card.sent", " sent  "), ("handover.back", " back")]
    return [piece for key, words in ids for piece in ((keys.say(key), "key"), (words, "plain"))]


def standing(way: WayId | None, *, sent: bool) -> str:
    """Where one person's text stands."""
    if sent:
        return "sent"
    return "" if way is None else "handed over"
