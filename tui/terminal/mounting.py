"""Waiting for a screen of Textual's to be there; it promises no way of doing that from outside the screen."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen


async def mounted(screen: Screen[Any]) -> None:
    """Wait until the screen has its widgets and has been told so."""
    await screen._mounted_event.wait()
