"""The board in a browser: `textual serve` names a driver of its own, in the terminal's place. Pure."""

from __future__ import annotations

from collections.abc import Mapping

VARIABLE = "TEXTUAL_DRIVER"


def in_browser(env: Mapping[str, str]) -> bool:
    """Whether a driver is named, so that what is known of the terminal counts for nothing."""
    return bool(env.get(VARIABLE))
