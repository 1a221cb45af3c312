"""Cutting what a terminal sends into typed text, whole sequences and pastes, wherever its chunks end.

What a terminal says in strings (colours, its version, its settings: OSC, DCS, APC, PM, SOS) is left out.
Pastes are told from typed keys by the marks around them (bracketed paste, mode 2004).
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

SILENCE = 2.0
"""Seconds after which a paste, a string or a sequence whose end has not come is at its end."""
PASTE_START = "\x1b[200~"
PASTE_END = "\x1b[201~"
LONGEST_PASTE = 100_000
"""The most characters of one paste that are kept."""

ESC = "\x1b"
_SPECIAL = re.compile("[\x1b\x8f\x90\x98\x9b\x9d-\x9f]")
"""ESC, and the single characters that stand for ESC and another."""
_CSI = re.compile(r"[0-?]*[ -/]*")
_KEY_WITH_DOLLAR = re.compile(r"\d{1,2}\$")  # rxvt's shifted keys end in what elsewhere comes before the end
_SS3 = re.compile("[A-DFHMP-Sa-dj-y]")
_STRING_END = re.compile("[\a\x18\x1a\x1b\x9c]")
_TERMINALS_OWN = re.compile(r"\x1b(\[200~|\[[?<>]\d|\]\d+;|P(>\||!\||[01][$+]r))")
"""How begins what nobody types: it is known even when its first characters came long before."""


class Sequence(NamedTuple):
    """A whole escape sequence, or the key `esc` where it is ESC alone."""

    text: str


@dataclass(frozen=True, slots=True)
class Pasted:
    """One paste: its text without NULs, at most `LONGEST_PASTE` characters, and how many were cut."""

    text: str
    dropped: int


Piece: TypeAlias = "str | Sequence | Pasted"


class Splitter:
    """Cuts the stream; times are monotonic, in seconds.

    ESC and a character that begins no sequence are the key `esc` and then that character, however close
    together: the terminal, tmux or a slow line may have put them into one packet.
    """

    def __init__(self, escape_delay: float, limit: int = LONGEST_PASTE) -> None:
        """`escape_delay`: seconds after which ESC alone is the key `esc`."""
        self._escape_delay = escape_delay
        self._limit = limit
        self._held = ""  # the beginning of a sequence, or of PASTE_END
        self._inside = ""  # "paste" or "string"
        self._began: float | None = None  # when what is held began to come
        self._deadline: float | None = None
        self._lapsed = ""  # what was held, and then taken for keys
        self._lapsed_at = 0.0
        self._kept: list[str] = []
        self._size = self._dropped = 0

    @property
    def deadline(self) -> float | None:
        """When `expire` is to be called; None where nothing is unfinished."""
        return self._deadline

    @property
    def in_paste(self) -> bool:
        """Whether a paste has begun and not ended."""
        return self._inside == "paste"

    def feed(self, text: str, now: float) -> Iterator[Piece]:
        """Typed text, whole sequences and complete pastes, in order."""
        if self._lapsed:
            again = self._lapsed + text
            if now < self._lapsed_at + SILENCE and _TERMINALS_OWN.match(again):
                text = again
            self._lapsed = ""
        text, self._held = self._held + text, ""
        while text and not self._held:
            if self._inside == "paste":
                text = yield from self._paste(text, now)
            elif self._inside:
                text = self._string(text)
            else:
                text = yield from self._keys(text, now)
        if not self._inside and not self._held:
            self._deadline = None

    def expire(self, now: float) -> Iterator[Piece]:
        """What is unfinished and has waited for long enough."""
        if self._deadline is None or now < self._deadline:
            return
        held, self._held, self._deadline, self._began = self._held, "", None, None
        if self._inside == "paste":
            self._held = held
            yield self.end_paste()
        elif self._inside:
            self._inside = ""
            if held:
                yield Sequence(ESC)
        elif _may_be_typed(held):
            self._lapsed, self._lapsed_at = held, now
            yield Sequence(ESC)
            if held[1:]:
                yield held[1:]

    def end_paste(self) -> Pasted:
        """End an open paste as it is."""
        self._take(self._held)
        pasted = Pasted("".join(self._kept), self._dropped)
        self._held = self._inside = ""
        self._deadline = None
        self._kept = []
        self._size = self._dropped = 0
        return pasted

    # Each of these gives back what comes behind the part it has taken.

    def _keys(self, text: str, now: float) -> Generator[Piece, None, str]:
        found = _SPECIAL.search(text)
        if found is None:
            yield text
            return ""
        if found.start():
            yield text[: found.start()]
        rest = text[found.start() :]
        if rest[0] != ESC:
            rest = ESC + chr(ord(rest[0]) - 0x40) + rest[1:]
        length = _length(rest)
        if length is None:
            self._hold(rest, now)
            return ""
        sequence, rest = rest[:length], rest[length:]
        self._began = None
        if sequence == PASTE_START:
            self._inside, self._deadline = "paste", now + SILENCE
        elif sequence[1:] and sequence[1] in "]P^_X":
            self._inside, self._deadline = "string", now + SILENCE
        elif sequence != PASTE_END:
            yield Sequence(sequence)
        return rest

    def _hold(self, held: str, now: float) -> None:
        """Wait for the rest of a sequence; not for ever, and not longer for each bit of it."""
        self._held = held
        if self._began is None:
            self._began = now
        self._deadline = now + self._escape_delay if _may_be_typed(held) else self._began + SILENCE

    def _string(self, text: str) -> str:
        found = _STRING_END.search(text)
        if found is None:
            return ""
        at = found.start()
        if text[at:] == ESC:
            self._held = ESC
            return ""
        self._inside = ""
        if text[at] == ESC and text[at + 1] != "\\":
            return text[at:]
        return text[at + 2 if text[at] == ESC else at + 1 :]

    def _paste(self, text: str, now: float) -> Generator[Piece, None, str]:
        self._deadline = now + SILENCE
        at = text.find(PASTE_END)
        if at < 0:
            self._held = _unfinished(text, PASTE_END)
            self._take(text[: len(text) - len(self._held)])
            return ""
        self._take(text[:at])
        yield self.end_paste()
        return text[at + len(PASTE_END) :]

    def _take(self, text: str) -> None:
        text = text.replace("\0", "")
        kept = text[: self._limit - self._size]
        self._kept.append(kept)
        self._size += len(kept)
        self._dropped += len(text) - len(kept)


def _length(text: str) -> int | None:
    """How much of a text that begins with ESC is one sequence, a string's beginning, or the key `esc`.

    None where that is not to be seen yet.
    """
    second = text[1:2]
    if not second:
        return None
    if second == "[":
        return _length_of_csi(text)
    if second == "O":
        if text[2:3].isdecimal() and text[2:3].isascii():  # old ways of shift and ctrl
            return None if not text[3:] else 4 if text[3].isascii() and text[3].isalpha() else 1
        return None if not text[2:] else 3 if _SS3.match(text[2]) else 1
    if second == "]":
        return None if not text[2:] else 2 if text[2] in "0123456789lL" else 1
    if second in "P^_X":
        return 2 if text[2:] else None
    # Meta and backspace deletes a word; some terminals send the second for shift+tab.
    return 2 if second in "\x7f\t" else 1


def _length_of_csi(text: str) -> int | None:
    if text[2:3] == "[":  # the function keys of the Linux console
        return None if not text[3:] else 4 if text[3] in "ABCDE" else 1
    if text[2:3] == "M":  # an old mouse report: three characters follow, whichever
        return None if len(text) < 6 else 6
    found = _CSI.match(text, 2)
    assert found is not None
    end = found.end()
    if _KEY_WITH_DOLLAR.fullmatch(found[0]):
        return end
    if end == len(text):
        return None
    if "@" <= text[end] <= "~":
        return end + 1
    return end if found[0] else 1


def _may_be_typed(held: str) -> bool:
    """Whether what is held may as well be `esc` and a key or two."""
    return len(held) <= 2 or held[:2] == "\x1bO" or held == "\x1b[["


def _unfinished(text: str, mark: str) -> str:
    """The longest end of `text` with which `mark` may begin."""
    for length in range(min(len(text), len(mark) - 1), 0, -1):
        if text.endswith(mark[:length]):
            return mark[:length]
    return ""
