"""Dates and times as people type them. Nothing is guessed: what can be read two ways is refused with both."""

from .context import DID_YOU_MEAN, DateOrder, OfficeHours, Reading, ReadingTerms, Unclear, WorkingHours
from .ends import BeforeStart, read_end
from .reading import Span, read_fully, read_span, read_when
from .wording import describe

__all__ = [
    "DID_YOU_MEAN", "BeforeStart", "DateOrder", "OfficeHours", "Reading", "ReadingTerms", "Span", "Unclear",
    "WorkingHours", "describe", "read_end", "read_fully", "read_span", "read_when",
]  # fmt: skip
