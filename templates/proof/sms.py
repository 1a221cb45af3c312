"""How many short messages a text becomes.

A message of letters from the GSM 7-bit alphabet (3GPP TS 23.038) holds 160 of them, or 153 where it is one of
several; a letter of the extension table takes two places. One letter outside turns the whole message into
UCS-2: 70 code units of 16 bits, or 67. No letter is split between two messages.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from templates.proof.draft import Draft
from templates.proof.findings import Finding

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENSION = frozenset("\f^{}\\[~]|€")
MOST_SEGMENTS = 2
_INSTEAD = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "\u00a0": "a plain space"}


@dataclass(frozen=True)
class Segments:
    """`count` messages in `encoding`; `units` septets or 16-bit code units in all.

    `culprits` are the letters that force UCS-2: each once, in order.
    """

    count: int
    encoding: Literal["GSM-7", "UCS-2"]
    units: int
    culprits: tuple[str, ...]


def segments(text: str) -> Segments:
    """How a text is sent as SMS; an empty one takes no message."""
    culprits = tuple(dict.fromkeys(c for c in text if c not in _BASIC and c not in _EXTENSION))
    if culprits:
        sizes = [2 if ord(c) > 0xFFFF else 1 for c in text]
        return Segments(_packed(sizes, 70, 67), "UCS-2", sum(sizes), culprits)
    sizes = [2 if c in _EXTENSION else 1 for c in text]
    return Segments(_packed(sizes, 160, 153), "GSM-7", sum(sizes), ())


def _packed(sizes: Iterable[int], alone: int, together: int) -> int:
    sizes = list(sizes)
    if sum(sizes) <= alone:
        return 1 if sizes else 0
    count, room = 1, together
    for size in sizes:
        if size > room:
            count, room = count + 1, together
        room -= size
    return count


def many_segments(draft: Draft) -> Iterator[Finding]:
    """`segments`: an SMS of more than two messages, and which letters make it so."""
    if draft.case.channel != "sms":
        return
    sent = segments(draft.text)
    if sent.count <= MOST_SEGMENTS:
        return
    why = f"This takes {sent.count} text messages: shorten it to {MOST_SEGMENTS}."
    if not sent.culprits:
        yield draft.finding("segments", why)
        return
    first = sent.culprits[0]
    shown = " ".join(sent.culprits[:5])
    instead = f" (write {_INSTEAD[first]} for {first})" if first in _INSTEAD else ""
    why = (
        f"This takes {sent.count} text messages, because of {shown}{instead}: replace it or shorten the text."
    )
    place = draft.text.index(first)
    yield draft.finding("segments", why, place, place + 1)
