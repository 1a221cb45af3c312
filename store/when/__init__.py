"""Dates and times as people type them. Nothing is guessed: what can be read two ways is refused with both."""

from .context import DateOrder, OfficeHours, Reading, Unclear, WorkingHours
from .reading import Span, read_fully, read_span, read_when
from .wording import describe

__all__ = [
    "DateOrder", "OfficeHours", "Reading", "Span", "Unclear", "WorkingHours", "describe", "read_fully",
    "read_span", "read_when",
]  # fmt: skip
