"""A line of `ringback doctor`'s report."""

from __future__ import annotations

from typing import NamedTuple


class ReportLine(NamedTuple):
    """One line of the report; `good` is False where something is to be mended."""

    good: bool
    words: str
