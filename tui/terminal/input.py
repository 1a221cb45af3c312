"""Reading keys, pastes and answers from a terminal, asleep until something comes."""

from __future__ import annotations

import codecs
import os
import re
import select
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from threading import Lock

from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.message import Message

from tui.terminal.burst import TYPED, Burst, is_pasted
from tui.terminal.splitter import ESC, Pasted, Piece, Sequence, Splitter
from tui.terminal.waker import Waker

READ_SIZE = 65_536
LONGEST_SEQUENCE = 32
"""Characters of a sequence after which Textual takes it for typed text."""
LARGEST = 5_000
"""Cells beyond which a size that a terminal reports is none."""
LONG_BURST = 500
"""Characters of a burst from which on the rest of it may come in another read."""
BURST_PAUSE = 0.1
"""Seconds within which that rest comes."""
TYPED_AHEAD = 50
"""The most characters that fingers write while the program starts and nobody reads."""
_TEXT = re.compile("[^\x00-\x08\x0a-\x0c\x0e-\x1f\x7f-\x9f]+")
_KITTY = re.compile(r"\x1b\[(\d+):(\d*)(?::(\d*))?(.*u)")
_WITH_MODIFIER = re.compile(r"\x1b\[(?:27;(\d+);(\d+)~|(\d+);(\d+)u)")
_COMPOSED = re.compile(r"\x1b\[0?;[\d:]*;([\d:]+)u")
_WITH_TEXT = re.compile(r"\x1b\[(\d+)(?::[\d:]*)?;(\d+);(\d+)u")
SHIFT, ALT = "2", 2


class PasteCut(Message):
    """Posted to the app before the `Paste` event of a paste that was too long to keep all of it."""

    def __init__(self, kept: int, dropped: int) -> None:
        super().__init__()
        self.kept = kept
        """Characters in the `Paste` event that follows."""
        self.dropped = dropped
        """Characters cut off its end."""


@dataclass(slots=True)
class Bursts:
    """Finds text that came too fast for fingers, also where a read ends in the middle of it."""

    _until: float = 0.0

    def find(self, text: str, now: float) -> Iterator[str | Burst]:
        """A read's typed text, cut where something else comes between; `now`: monotonic, in seconds."""
        done = 0
        for run in _TEXT.finditer(text):
            if run.start() > done:
                yield text[done : run.start()]
            goes_on, self._until = not run.start() and now < self._until, 0.0
            if len(run[0]) > TYPED or goes_on:
                yield Burst(run[0], pasted=goes_on or is_pasted(run[0]))
            else:
                yield run[0]
            if run.end() == len(text) and (goes_on or len(run[0]) >= LONG_BURST):
                self._until = now + BURST_PAUSE
            done = run.end()
        if done < len(text):
            yield text[done:]


class InputReader:
    """Turns what the terminal at `fd` sends into messages for `post`, in the thread that calls `run`."""

    def __init__(
        self, fd: int, waker: Waker, post: Callable[[Message], None], *, unread: bool = False
    ) -> None:
        """`unread`: what there is at the start was typed while nobody read, and pastes are marked in it."""
        self._fd = fd
        self._unread = unread and bool(select.select([fd], [], [], 0)[0])
        self._waker = waker
        self._post_one = post
        self._parser = XTermParser()
        self._splitter = Splitter(constants.ESCAPE_DELAY)
        self._bursts = Bursts()
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._turn = Lock()

    def run(self) -> bool:
        """Read until woken (True) or until the terminal has gone away (False)."""
        watched: list[int | Waker] = [self._fd, self._waker]
        while True:
            ready, _, _ = select.select(watched, [], [], self._patience())
            if self._waker in ready:
                return True
            if self._fd in ready:
                # What has been read is handed on before anybody else has a turn: the program may be ending.
                with self._turn:
                    try:
                        data = os.read(self._fd, READ_SIZE)
                    except BlockingIOError:
                        continue
                    except OSError:
                        return False
                    if not data:
                        return False
                    self._post(self._splitter.feed(self._decode(data), time.monotonic()))
                    self._unread = False
            with self._turn:
                self._post(self._splitter.expire(time.monotonic()))

    def finish(self) -> bool:
        """Take a paste whose end has not come as complete; whether there was one. From any thread.

        For the way out: what has come in must be handed on before the program ends.
        """
        with self._turn:
            if not self._splitter.in_paste:
                return False
            self._post(iter([self._splitter.end_paste()]))
            return True

    def _patience(self) -> float | None:
        """How long there is to wait: without limit unless something unfinished has come in."""
        deadline = self._splitter.deadline
        return max(0.0, deadline - time.monotonic()) if deadline is not None else None

    def _post(self, pieces: Iterator[Piece]) -> None:
        for piece in pieces:
            for message in self._messages(piece):
                self._post_one(message)

    def _messages(self, piece: Piece) -> Iterator[Message]:
        if isinstance(piece, Pasted):
            if piece.dropped:
                yield PasteCut(len(piece.text), piece.dropped)
            yield events.Paste(piece.text)
        elif isinstance(piece, Sequence):
            yield from self._sequence(piece.text)
        elif self._unread and len(piece) <= TYPED_AHEAD:
            yield from self._parsed(piece)
        else:
            for part in self._bursts.find(piece, time.monotonic()):
                if isinstance(part, Burst):
                    yield part
                else:
                    yield from self._parsed(part)

    def _sequence(self, text: str) -> Iterator[Message]:
        """What a whole sequence says; nothing where Textual does not know it."""
        if text == ESC:
            yield events.Key("escape", ESC)
        elif composed := _COMPOSED.fullmatch(text):
            yield from self._parsed("".join(map(_character, composed[1].split(":"))))
        elif (shifted := _WITH_MODIFIER.fullmatch(text)) and (shifted[1] or shifted[4]) == SHIFT:
            yield from self._parsed(_character(shifted[2] or shifted[3]))
        else:
            text, place = _plain(text)
            for message in self._parsed(text) if len(text) <= LONGEST_SEQUENCE else ():
                if isinstance(message, events.Resize) and not _is_size(message):
                    continue
                if place and isinstance(message, events.Key):
                    message = events.Key(message.key[:-1] + place, message.character)
                yield message
        if self._parser._timeout_time is not None:
            self._parser = _fresh(self._parser)

    def _parsed(self, text: str) -> Iterator[Message]:
        try:
            yield from self._parser.feed(text)
        except Exception:
            # A sequence with numbers that make no sense, such as a code point past the last one.
            self._parser = _fresh(self._parser)


def _plain(text: str) -> tuple[str, str]:
    """A sequence without what Textual does not understand, and the name of the key at that place.

    The name is blank where the terminal does not say it, or where the layout writes Latin letters.
    """
    if modified := _WITH_MODIFIER.fullmatch(text):
        return (f"\x1b[{modified[2]};{modified[1]}u" if modified[1] else text), ""
    if (same := _WITH_TEXT.fullmatch(text)) and int(same[2] or 1) - 1 & ALT and _same(same[1], same[3]):
        return f"\x1b[{same[1]};{same[2]}u", ""  # alt and a letter write nothing
    kitty = _KITTY.fullmatch(text)
    if kitty is None:
        return text, ""
    written = chr(min(int(kitty[1]), sys.maxunicode))
    shifted = kitty[2] and chr(min(int(kitty[2]), sys.maxunicode))
    place = chr(min(int(kitty[3] or 0), 0x7F))
    if written.isascii() or not place.isalpha():
        return f"\x1b[{kitty[1]}{kitty[4]}", ""
    return f"\x1b[{kitty[1]}{kitty[4]}", place.upper() if shifted else place


def _character(code: str) -> str:
    """The character of a code point; none where it writes nothing."""
    number = int(code or 0)
    found = chr(number) if number <= sys.maxunicode else ""
    return found if found.isprintable() else ""


def _same(code: str, other: str) -> bool:
    return _character(code).lower() == _character(other).lower()


def _is_size(event: events.Resize) -> bool:
    return 0 < event.size.width <= LARGEST and 0 < event.size.height <= LARGEST


def _fresh(parser: XTermParser) -> XTermParser:
    """A parser to go on with after one that failed, with what it knew of the terminal."""
    fresh = XTermParser()
    fresh.mouse_pixels = parser.mouse_pixels
    fresh.terminal_size = parser.terminal_size
    fresh.terminal_pixel_size = parser.terminal_pixel_size
    return fresh
