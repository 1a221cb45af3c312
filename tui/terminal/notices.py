"""The sequences by which a terminal shows a notice: OSC 9, 777 and 99. Most terminals know one of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

LONGEST = 250
"""Letters of a notice at most: terminals cut, or drop, what is longer."""
_UNSEEN = ("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")
_BEGINNINGS = {"9": "9;ringback: ", "777": "777;notify;ringback;", "99": "99;;ringback: "}
"""What stands before the text: without words in front, 9 takes a number for another command."""


def notice(kind: str, text: str, env: Mapping[str, str]) -> str:
    """The sequence for that text; blank where `kind` is none of them. Within tmux it is handed through."""
    if kind not in _BEGINNINGS:
        return ""
    plain = "".join(" " if letter == "\n" else letter for letter in text)
    plain = "".join(letter for letter in plain if unicodedata.category(letter) not in _UNSEEN)
    if kind == "777":
        plain = plain.replace(";", ",")  # it parts title and text
    sequence = f"\x1b]{_BEGINNINGS[kind]}{plain[:LONGEST]}\x1b\\"
    if env.get("TMUX"):
        return f"\x1bPtmux;{sequence.replace(chr(27), chr(27) * 2)}\x1b\\"
    return sequence
