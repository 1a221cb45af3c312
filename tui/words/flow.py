"""Text in rows: broken between words, and never within a gap `{{ name }}`. Pure."""

from __future__ import annotations

import re

from rich.cells import cell_len, chop_cells

GAP = re.compile(r"\{\{ \w+ \}\}")
_WORD = re.compile(rf"(?:{GAP.pattern}|\S)+")


def flow(text: str, width: int, indent: str = "") -> list[str]:
    """The text in rows of at most `width` cells, all but the first indented; line breaks are kept.

    A word longer than a row is broken, so that nothing of it is lost.
    """
    width = max(1, width)
    if cell_len(indent) > width // 2:
        indent = ""
    rows: list[str] = []
    for line in text.split("\n"):
        rows += _flow_line(line, width, indent if rows else "", indent)
    return rows


def _flow_line(line: str, width: int, first: str, indent: str) -> list[str]:
    rows, row, blank = [], first, True
    for word in _WORD.findall(line):
        joined = row + word if blank else f"{row} {word}"
        if cell_len(joined) <= width:
            row, blank = joined, False
            continue
        if not blank:
            rows.append(row)
        *whole, row = [indent + part for part in chop_cells(word, max(1, width - cell_len(indent)))]
        rows += whole
        blank = False
    return [*rows, row if not blank else row.rstrip()]
