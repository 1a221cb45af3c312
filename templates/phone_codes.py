"""What the codes on the screen bring to a phone: one with all of a message, or several in turn. Pure.

A phone reads a code as a link or as a text. Where all of a message is too much for one code in this window,
the first one opens it with who it is to; the others hold its text, to be copied and pasted in their order.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, NamedTuple, TypeAlias

from templates.qr import TooLong

Brings: TypeAlias = Literal["all", "start", "subject", "text"]
"""What one code brings: the whole message; a message begun; its subject; a part of its text."""

NONE_FITS = "No QR code of it fits in here: enlarge the window."
_BREAKS = tuple(map(re.compile, (r"\n\s*\n", r"\n", r"[.!?…:;]['”’\"»)]*\s", r"\s")))
"""Where a text is best cut: behind a paragraph, a line, a sentence, a word."""
_JOINED = frozenset(("Mn", "Me", "Mc", "Sk", "Cf"))
"""Categories of letters that belong to the one before them."""


class Payload(NamedTuple):
    """What one code holds, to the letter."""

    brings: Brings
    text: str


class PhoneMessage(NamedTuple):
    """A message that a phone is to have."""

    whole: str = ""
    """The link that opens it with everything filled in; blank where there is none."""
    starts: tuple[str, ...] = ()
    """Links that open it without its text, the one with the subject first."""
    subject: str = ""
    text: str = ""

    def payloads(self, room: int) -> tuple[Payload, ...]:
        """What the codes hold, where one has room for so many bytes. Raises TooLong."""
        if self.whole and _size(self.whole) <= room:
            return (Payload("all", self.whole),)
        found: list[Payload] = []
        fitting = [link for link in self.starts if _size(link) <= room]
        if (self.starts and not fitting) or not (self.starts or self.text):
            raise TooLong(NONE_FITS)
        if fitting:
            found.append(Payload("start", fitting[0]))
        if self.subject and fitting[:1] != [*self.starts[:1]]:
            found += [Payload("subject", part) for part in cut(self.subject, room)]
        return (*found, *(Payload("text", part) for part in cut(self.text, room)))


def cut(text: str, room: int) -> list[str]:
    """The text in parts of at most `room` bytes, which together are the text; cut between words if possible.

    Raises TooLong where `room` holds not even one letter.
    """
    parts, at = [], 0
    while at < len(text):
        most = _most(text, at, room)
        end = most if most == len(text) else _best_break(text, at, most)
        parts.append(text[at:end])
        at = end
    return parts


def _size(text: str) -> int:
    return len(text.encode("utf-8"))


def _most(text: str, at: int, room: int) -> int:
    """Up to where the text fits from there on."""
    fitting = text[at : at + room].encode("utf-8")[: max(0, room)].decode("utf-8", "ignore")
    if not fitting:
        raise TooLong(NONE_FITS)
    return at + len(fitting)


def _best_break(text: str, at: int, most: int) -> int:
    """Where to cut at the latest: in the last half, behind the most that belongs together."""
    # What follows a blank may be blank too: it stays with what is before it.
    window = text[at + (most - at) // 2 : most]
    for pattern in _BREAKS:
        ends = [found.end() for found in pattern.finditer(window)]
        if ends:
            return most - len(window) + ends[-1]
    end = most
    while end > at + 1 and unicodedata.category(text[end]) in _JOINED:
        end -= 1
    return end if end > at + 1 else most
