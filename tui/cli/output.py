"""Standard output for data, standard error for talk; nothing from a record gets to a terminal as it is."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from typing import Any, NoReturn

import msgspec

from store.files.errors import reason
from store.patterns import pattern
from store.text import show
from tui.cli.faults import BROKEN_PIPE, Failed
from tui.signs import plain
from tui.terminal.locales import locale_encoding

_NOT_PLAIN = pattern(r"[^\n -~]")


class Unprinted(Failed):
    """Standard output could not be written; `text` is what should have been."""

    def __init__(self, text: str, why: str) -> None:
        super().__init__(f"Standard output could not be written: {why}.")
        self.text = text


class Cut(Unprinted):
    """Whoever was reading standard output has stopped, as `head` does."""

    exit_code = BROKEN_PIPE


LONGEST_SENTENCE = 4_000
"""Characters of a sentence at most: the longest path has room in it. What is quoted may be anything."""


def say(sentence: str) -> None:
    """Talk to the user, on standard error; one that cannot be written to is no reason to fail."""
    if len(sentence) > LONGEST_SENTENCE:
        # The end says what to do.
        sentence = f"{sentence[:500]} … {sentence[-500:]}"
    _to_stream(sys.stderr, f"{show(sentence)}\n", quiet=True)


def put(text: str) -> None:
    """Data in plain form, line breaks kept; whatever else could act on a terminal is replaced."""
    lines = "\n".join(show(line) for line in text.split("\n"))
    _to_stream(sys.stdout, f"{lines}\n")


def put_raw(data: bytes) -> None:
    """Data in a format of its own, byte for byte; it must be UTF-8."""
    stream = sys.stdout
    raw = getattr(stream, "buffer", None)
    if raw is None:
        _to_stream(stream, data.decode("utf-8"))
        return
    try:
        stream.flush()
        raw.write(data)
        raw.flush()
    except OSError as error:
        _silence(stream)
        _give_up(error, "")


def put_json(value: Any) -> None:
    """Data as JSON in UTF-8; what could act on a terminal is escaped, which says the same to a program."""
    data = msgspec.json.format(msgspec.json.encode(value), indent=2)
    if not data.isascii() or b"\x7f" in data:  # else JSON has escaped all of it itself
        data = _NOT_PLAIN.sub(_escaped, data.decode("utf-8")).encode()
    put_raw(data + b"\n")


def _escaped(found: re.Match[str]) -> str:
    letter = found.group()
    if show(letter) == letter:
        return letter
    units = letter.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def _to_stream(stream: Any, text: str, *, quiet: bool = False) -> None:
    if stream is None:
        return
    try:
        stream.write(text if text.isascii() else "".join(map(_shown_by(stream), text)))
        stream.flush()
    except OSError as error:
        _silence(stream)
        if not quiet:
            _give_up(error, text)


def _silence(stream: Any) -> None:
    """Leave nothing for the interpreter to flush at its end, where it would complain and exit with 120."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, stream.fileno())
    os.close(null)


def _give_up(error: OSError, text: str) -> NoReturn:
    if isinstance(error, BrokenPipeError):
        raise Cut(text, reason(error))
    raise Unprinted(text, reason(error))


def can_show(text: str) -> bool:
    """Whether standard output has these characters."""
    return text == "".join(map(_shown_by(sys.stdout), text))


def _shown_by(stream: Any) -> Callable[[str], str]:
    """How a stream shows each letter: as it is, or by what comes nearest in ASCII.

    A terminal of the locale C has ASCII only, although Python writes UTF-8 to it.
    """
    encoding = getattr(stream, "encoding", None) or "utf-8"
    if getattr(stream, "isatty", bool)() and "utf" not in locale_encoding(os.environ).lower():
        encoding = "ascii"

    def shown(letter: str) -> str:
        try:
            letter.encode(encoding)
        except (UnicodeEncodeError, LookupError):
            return plain(letter)
        return letter

    return shown
