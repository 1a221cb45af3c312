"""How many colours the terminal has: what the framework finds, told before that is there."""

from __future__ import annotations

from collections.abc import Mapping

from tui.palettes import Depth

SET = "TEXTUAL_COLOR_SYSTEM"
"""The variable by which the user may tell the framework."""
_SYSTEMS: Mapping[str, Depth] = {"truecolor": "full", "256": "256", "standard": "16", "windows": "16"}
_TERMS: Mapping[str, Depth] = {"256color": "256", "kitty": "256"}


def colour_depth(env: Mapping[str, str]) -> Depth:
    """By the variables of the environment; as `NO_COLOR` wants it, none."""
    if "NO_COLOR" in env:
        return "none"
    if given := _SYSTEMS.get(env.get(SET, "")):
        return given
    term = env.get("TERM", "").strip().lower()
    if term in ("dumb", "unknown"):
        return "none"
    if env.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return "full"
    return _TERMS.get(term.rpartition("-")[2], "16")
