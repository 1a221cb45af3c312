"""The sentences of a letter, each on one line: without what is quoted, day and time together. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_LONGEST_LINE = 2_000
_WRAPPED = 40
"""Characters of a line from which on the next may be more of it."""
_QUOTED = re.compile(
    r"^\s*(?:>|(?:on|am|le|el)\b.{0,200}(?:wrote|schrieb|écrit|escribió)|sent:|date:|gesendet:)", re.I
)
_DAY = re.compile(
    r"[\W_]{0,8}(?:date|day|datum|tag|jour|fecha|d[ií]a)[\s*_]{0,4}:\W{0,8}(?P<said>.{1,80})", re.I
)
_TIME = re.compile(
    r"[\W_]{0,8}(?:time|uhrzeit|zeit|heure|horaire|hora)[\s*_]{0,4}:\W{0,8}(?P<said>\d.{0,80})", re.I
)
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d")


def sentences(text: str) -> Iterator[str]:
    """The lines of a text, those that were wrapped joined again, without what is quoted in it."""
    joined, last = "", ""
    for line in (*_together(text.split("\n")), ""):
        line = line.strip()[:_LONGEST_LINE]
        if line and len(last) >= _WRAPPED and len(joined) < _LONGEST_LINE:
            joined += f" {line}"
        else:
            if joined:
                yield joined
            joined = line
        if _QUOTED.match(line):
            joined = line = ""
        last = line
    if joined:
        yield joined


def _together(lines: list[str]) -> Iterator[str]:
    """The lines with `Date: 1 December` and `Time: 10:00` below it as one, in whichever order they come."""
    written = [(place, line) for place, line in enumerate(lines) if line.strip()]
    whole: dict[int, str] = {}
    for (place, line), (after, other) in pairwise(written):
        if place not in whole and (said := _said(line, other) or _said(other, line)):
            whole[place], whole[after] = "", f"{said}."
    for place, line in enumerate(lines):
        yield from ("", whole[place], "") if whole.get(place) else (whole.get(place, line),)


def _said(day: str, time: str) -> str:
    one, other = _DAY.fullmatch(day.strip()), _TIME.fullmatch(time.strip())
    if one is None or other is None or _CLOCK.search(one["said"]):
        return ""
    return f"{one['said'].strip(' *_.')} {other['said'].strip(' *_.')}"
