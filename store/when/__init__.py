"""Dates and times as people type them. Nothing is guessed: what can be read two ways is refused with both."""

from .context import DateOrder, Hours, Reading
from .reading import read, read_instant
from .unclear import Unclear
from .wording import describe

__all__ = ["DateOrder", "Hours", "Reading", "Unclear", "describe", "read", "read_instant"]
