"""Dates and times as people type them. Nothing is guessed: what can be read two ways is refused with both."""

from .context import DateOrder, OfficeHours, Reading, Unclear, WorkingHours
from .reading import read_when
from .wording import describe

__all__ = ["DateOrder", "OfficeHours", "Reading", "Unclear", "WorkingHours", "describe", "read_when"]
