"""Stored telephone numbers as they are shown. Pure, and as quickly loaded as a status bar needs it."""

from __future__ import annotations


def shown_number(stored: str) -> str:
    """A stored number as people write it: `+49 30 5550123 ext. 12`."""
    return stored.replace(";ext=", " ext. ")
