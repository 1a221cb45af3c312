"""The text a template gives: tidy, and with what is missing still to be seen in it."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

_GAP = re.compile(r"\{\{ (\w+) \}\}")


class Unwritable(ValueError):
    """The text holds a character that no message can carry; the message says which."""


@dataclass(frozen=True)
class Text:
    """A message to start from. `gaps`: the names left open in it as `{{ name }}`, in order of appearance."""

    subject: str
    body: str
    gaps: tuple[str, ...]


def tidied(subject: str, body: str, missing: Collection[str]) -> Text:
    """The text without stray white space: one line of subject, no double blank lines, no spaces at line ends.

    `missing` are the names that had no value. Raises Unwritable for control characters and half characters,
    which a template can write as escapes and which would reach a terminal or a mail header.
    """
    _refuse_unwritable(subject + body)
    subject = " ".join(subject.split())
    lines = (line.rstrip() for line in body.split("\n"))
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    left_open = (name for name in _GAP.findall(f"{subject}\n{body}") if name in missing)
    return Text(subject, body, tuple(dict.fromkeys(left_open)))


def _refuse_unwritable(text: str) -> None:
    for letter in text:
        if letter not in "\n\t" and unicodedata.category(letter) in ("Cc", "Cs"):
            raise Unwritable(f"it writes the character U+{ord(letter):04X}, which no message can carry")
