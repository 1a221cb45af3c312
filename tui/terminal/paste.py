"""Telling pasted text from typed keys in what a terminal sends (bracketed paste, mode 2004)."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass

START = "\x1b[200~"
END = "\x1b[201~"
LIMIT = 100_000
"""The most characters of one paste that are kept."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """One paste: its text, at most `LIMIT` characters without NULs, and how many characters were cut."""

    text: str
    dropped: int


class PasteSplitter:
    """Takes pastes out of the stream before the key parser sees it.

    A key parser goes through text one character at a time, waits for ever when a paste is never ended
    (the connection was cut in its middle) and takes escape sequences inside a paste for keys.
    """

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._passed_on = ""  # the part of START that the parser has already been given
        self._parser_waits = False
        self._inside = False
        self._carry = ""  # the end of the last chunk, when END may begin in it
        self._kept: list[str] = []
        self._size = 0
        self._dropped = 0

    @property
    def is_open(self) -> bool:
        """Whether a paste has begun and not ended."""
        return self._inside

    def feed(self, text: str) -> Iterator[str | Pasted]:
        """Split a chunk into text for the key parser (`str`) and complete pastes, in order."""
        while text:
            text = yield from self._paste(text) if self._inside else self._keys(text)

    def parser_timed_out(self) -> None:
        """Say that the key parser no longer waits for the rest of a sequence."""
        self._parser_waits = False

    def end(self) -> Pasted:
        """End an open paste as it is."""
        self._take(self._carry)
        pasted = Pasted("".join(self._kept), self._dropped)
        self._inside = False
        self._carry = ""
        self._kept = []
        self._size = self._dropped = 0
        return pasted

    def _keys(self, text: str) -> Generator[str, None, str]:
        seen = self._passed_on + text
        at = seen.find(START)
        if at < 0:
            self._passed_on = _unfinished(seen, START)
            self._parser_waits = True
            yield text
            return ""
        if at < len(self._passed_on):
            if self._parser_waits:  # it has the first half of START: complete it with an empty paste
                yield START[len(self._passed_on) :] + END
        elif keys := seen[len(self._passed_on) : at]:
            yield keys
        self._passed_on = ""
        self._inside = True
        return seen[at + len(START) :]

    def _paste(self, text: str) -> Generator[Pasted, None, str]:
        seen = self._carry + text
        at = seen.find(END)
        if at < 0:
            self._carry = _unfinished(seen, END)
            self._take(seen[: len(seen) - len(self._carry)])
            return ""
        self._carry = ""
        self._take(seen[:at])
        yield self.end()
        return seen[at + len(END) :]

    def _take(self, text: str) -> None:
        text = text.replace("\0", "")
        kept = text[: self._limit - self._size]
        self._kept.append(kept)
        self._size += len(kept)
        self._dropped += len(text) - len(kept)


def _unfinished(text: str, mark: str) -> str:
    """The longest end of `text` with which `mark` may begin."""
    for length in range(min(len(text), len(mark) - 1), 0, -1):
        if text.endswith(mark[:length]):
            return mark[:length]
    return ""
