"""Reading keys, pastes and answers from a terminal, asleep until something comes.

Pastes are told from typed keys by the marks around them (bracketed paste, mode 2004).
"""

import codecs
import os
import select
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from threading import Lock

from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

from tui.terminal.waker import Waker

SILENCE = 2.0
"""Seconds without input after which a paste that has not been ended is taken as complete."""
READ_SIZE = 65_536
PASTE_START = "\x1b[200~"
PASTE_END = "\x1b[201~"
LONGEST_PASTE = 100_000
"""The most characters of one paste that are kept."""


class PasteCut(Message):
    """Posted to the app before the `Paste` event of a paste that was too long to keep all of it."""

    def __init__(self, kept: int, dropped: int) -> None:
        super().__init__()
        self.kept = kept
        """Characters in the `Paste` event that follows."""
        self.dropped = dropped
        """Characters cut off its end."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """One paste: its text without NULs, at most `LONGEST_PASTE` characters, and how many were cut."""

    text: str
    dropped: int


class PasteSplitter:
    """Takes pastes out of the stream before the key parser sees it.

    A key parser goes through text one character at a time, waits for ever when a paste is never ended
    (the connection was cut in its middle) and takes escape sequences inside a paste for keys.
    """

    def __init__(self, limit: int = LONGEST_PASTE) -> None:
        self._limit = limit
        self._passed_on = ""  # the part of PASTE_START that the parser has already been given
        self._parser_waits = False
        self._inside = False
        self._carry = ""  # the end of the last chunk, when PASTE_END may begin in it
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
        at = seen.find(PASTE_START)
        if at < 0:
            self._passed_on = _unfinished(seen, PASTE_START)
            self._parser_waits = True
            yield text
            return ""
        if at < len(self._passed_on):
            if self._parser_waits:  # it has the first half of PASTE_START: complete it with an empty paste
                yield PASTE_START[len(self._passed_on) :] + PASTE_END
        elif keys := seen[len(self._passed_on) : at]:
            yield keys
        self._passed_on = ""
        self._inside = True
        return seen[at + len(PASTE_START) :]

    def _paste(self, text: str) -> Generator[Pasted, None, str]:
        seen = self._carry + text
        at = seen.find(PASTE_END)
        if at < 0:
            self._carry = _unfinished(seen, PASTE_END)
            self._take(seen[: len(seen) - len(self._carry)])
            return ""
        self._carry = ""
        self._take(seen[:at])
        yield self.end()
        return seen[at + len(PASTE_END) :]

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


class InputReader:
    """Turns what the terminal at `fd` sends into messages for `post`, in the thread that calls `run`."""

    def __init__(self, fd: int, waker: Waker, post: Callable[[Message], None]) -> None:
        self._fd = fd
        self._waker = waker
        self._post_one = post
        self._parser = XTermParser()
        self._pastes = PasteSplitter()
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._last = 0.0
        self._turn = Lock()

    def run(self) -> bool:
        """Read until woken (True) or until the terminal has gone away (False)."""
        watched: list[int | Waker] = [self._fd, self._waker]
        while True:
            ready, _, _ = select.select(watched, [], [], self._patience())
            if self._waker in ready:
                return True
            if self._fd in ready:
                try:
                    data = os.read(self._fd, READ_SIZE)
                except BlockingIOError:
                    continue
                except OSError:
                    return False
                if not data:
                    return False
                self._last = time.monotonic()
                with self._turn:
                    self._post(self._messages(self._decode(data)))
            with self._turn:
                self._post(self._overdue())

    def finish(self) -> bool:
        """Take a paste whose end has not come as complete; whether there was one. From any thread.

        For the way out: what has come in must be handed on before the program ends.
        """
        with self._turn:
            if not self._pastes.is_open:
                return False
            self._post(self._pasted(self._pastes.end()))
            return True

    def _patience(self) -> float | None:
        """How long there is to wait: without limit unless something unfinished has come in."""
        limits = []
        if self._parser._timeout_time is not None:
            limits.append(self._parser._timeout_time)
        if self._pastes.is_open:
            limits.append(self._last + SILENCE)
        return max(0.0, min(limits) - time.monotonic()) if limits else None

    def _overdue(self) -> Iterator[Message]:
        waited = self._parser._timeout_time is not None
        yield from self._parser.tick()
        if waited and self._parser._timeout_time is None:
            self._pastes.parser_timed_out()
        if self._pastes.is_open and time.monotonic() >= self._last + SILENCE:
            yield from self._pasted(self._pastes.end())

    def _messages(self, text: str) -> Iterator[Message]:
        for piece in self._pastes.feed(text):
            if isinstance(piece, Pasted):
                yield from self._pasted(piece)
            else:
                yield from self._keys(piece)

    def _keys(self, text: str) -> Iterator[Message]:
        try:
            for message in self._parser.feed(text):
                if not isinstance(message, events.Paste):  # empty: see PasteSplitter
                    yield message
        except Exception:
            # A sequence with numbers that make no sense, such as a code point past the last one.
            self._parser = _fresh(self._parser)

    def _pasted(self, pasted: Pasted) -> Iterator[Message]:
        if pasted.dropped:
            yield PasteCut(len(pasted.text), pasted.dropped)
        yield events.Paste(pasted.text)

    def _post(self, messages: Iterator[Message]) -> None:
        for message in messages:
            self._post_one(message)


def _fresh(parser: XTermParser) -> XTermParser:
    """A parser to go on with after one that failed, with what it knew of the terminal."""
    fresh = XTermParser()
    fresh.mouse_pixels = parser.mouse_pixels
    fresh.terminal_size = parser.terminal_size
    fresh.terminal_pixel_size = parser.terminal_pixel_size
    return fresh
