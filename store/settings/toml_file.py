"""What is read of a TOML file that the user writes: its text, its values, and every fault with its line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from msgspec import Struct

from store.settings.toml import Name, lines_of
from store.settings.values import called, lower_first

_LINES_ARE = "a line is `name = value`, with texts in quotes"
LARGEST_SETTINGS = 2**16
"""Bytes such a file may have."""
MOST_DOTS = 200
"""Dots a line may have: the time and memory for a name of many parts grow with their square."""


class BadSettings(Exception):
    """The file cannot be read at all; one sentence with the file and the place."""


class Remark(Struct, frozen=True):
    """What a check has found: the settings that are not right, and a whole sentence about them."""

    names: tuple[Name, ...]
    sentence: str


class SettingsFault(Struct, frozen=True):
    """What is wrong with one setting, or with several that do not go together."""

    line: int | None
    """The line in the file, from 1; None where it is not one line."""
    name: str
    """As in `policy.thank_due`; blank for the whole file."""
    sentence: str
    """What is wrong and what is allowed. No text under [me] is quoted in it, and of
    [mail] only the program and the folder."""

    def __str__(self) -> str:
        return f"line {self.line}: {self.sentence}" if self.line else self.sentence


def read_text(path: Path, what: str) -> str:
    """The text of such a file; `what` it holds, as in "The settings", begins the sentence of a fault.

    Raises BadSettings and FileNotFoundError.
    """
    from store.files.errors import StorageError
    from store.files.regular import read_plain

    try:
        raw, _ = read_plain(path.resolve(), LARGEST_SETTINGS)
    except FileNotFoundError:
        raise
    except (StorageError, OSError, RuntimeError, ValueError) as why:
        raise BadSettings(f"{what} could not be read: {why}.") from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as why:
        line = raw.count(b"\n", 0, why.start) + 1
        raise BadSettings(f"{what} {path} are not in UTF-8 (line {line}); save them as UTF-8.") from None


def values_in(text: str, what: str, source: str) -> dict[str, Any]:
    """What stands in a TOML text that comes from `source`. Raises BadSettings where it is none."""
    import tomllib

    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > MOST_DOTS:
            raise BadSettings(f"{what} {source} cannot be read: line {number} has over {MOST_DOTS} dots.")
    try:
        return tomllib.loads(text)
    except (RecursionError, MemoryError):
        raise BadSettings(f"{what} {source} cannot be read: too many brackets in each other.") from None
    except ValueError as why:
        raise BadSettings(f"{what} {source} are not TOML: {lower_first(str(why))}; {_LINES_ARE}.") from None


def faults_in(text: str, remarks: Iterable[Remark]) -> tuple[SettingsFault, ...]:
    """The remarks with the lines on which what they are about stands, by line."""
    remarks = [*remarks]
    lines = lines_of(text) if remarks else {}
    return tuple(sorted((_fault(remark, lines) for remark in remarks), key=lambda fault: fault.line or 0))


def _fault(remark: Remark, lines: dict[Name, int]) -> SettingsFault:
    found = [
        lines[name[:end]] for name in remark.names for end in range(len(name), 0, -1) if name[:end] in lines
    ]
    return SettingsFault(found[0] if found else None, ", ".join(map(called, remark.names)), remark.sentence)
