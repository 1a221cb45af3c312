"""The tones in which things are said on the screen: what each looks like. Without the framework.

Style sheets (`rule`) and styled text (`style`, `styles`) are made from this one table, so that a
tone looks the same wherever it is used. Colours are the theme's variables.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

_ACCENT, _MUTED = "$text-accent", "$foreground-muted"
_GOOD, _WARNING, _ERROR = "$text-success", "$text-warning", "$text-error"
_ALERTING, _WARNING_STYLE, _HERE = "$alert-style", "$warn-style", "$cursor-style"
"""Text styles that a theme sets: where there is no colour, weight says it."""


class Tone(NamedTuple):
    """A colour, a text style and a ground; each is that of the surroundings where it is blank."""

    colour: str = ""
    text_style: str = ""
    ground: str = ""


TONES: Mapping[str, Tone] = {
    "plain": Tone(),
    "strong": Tone(text_style="bold"),
    "dim": Tone(_MUTED),
    "title": Tone(_ACCENT, "bold"),
    "other_title": Tone(_MUTED, "bold"),
    "faint": Tone(_MUTED),
    "heading": Tone(_MUTED, "bold"),
    "key": Tone(_ACCENT, "bold"),
    "asked_key": Tone(_ACCENT, "bold reverse"),
    "news": Tone(_ACCENT, "bold"),
    "good": Tone(_GOOD),
    "warn": Tone(_WARNING, _WARNING_STYLE),
    "urgent": Tone(_WARNING, "bold"),
    "alert": Tone(_ERROR, _ALERTING),
    # Stretches of a text that is being written
    "gap": Tone(_WARNING, "bold reverse"),
    "must": Tone(_ERROR, "underline"),
    "may": Tone(text_style="underline"),
    # What the cursor is on, and the lines around it
    "current": Tone("$background", "$current-style", "$text-accent"),
    "cursor": Tone("", _HERE, "$primary-muted"),
    "cursor_away": Tone(ground="$boost"),
    "field": Tone("", "$field-style", "$surface"),
    "bar": Tone(_ACCENT),
    "rule": Tone("$border-blurred"),
}


def style(tone: str) -> str:
    """The tone as styled text has it: `bold $text-warning`."""
    colour, text_style, ground = TONES[tone]
    return " ".join(part for part in (text_style, colour, f"on {ground}" if ground else "") if part)


def styles(**tones: str) -> dict[str, str]:
    """The style of every tone; `tones` says which other tone stands for one on this screen."""
    return {name: style(tones.get(name, name)) for name in {**TONES, **tones}}


def rule(selector: str, tone: str) -> str:
    """The tone as one rule of a style sheet."""
    colour, text_style, ground = TONES[tone]
    parts = (("background", ground), ("color", colour), ("text-style", text_style))
    return f"{selector} {{ {' '.join(f'{name}: {value};' for name, value in parts if value)} }}\n"
