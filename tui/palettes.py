"""The colours of the screen: two grounds, in as many colours as a terminal has. Pure, without the framework.

Every part is given three times: as it should be, the nearest of the 256 fixed colours that every such
terminal draws alike, and one of the sixteen. Contrasts hold between the parts of one palette.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

Depth: TypeAlias = Literal["full", "256", "16", "none"]
"""How many colours a terminal has."""


DARK, LIGHT = "ringback-dark", "ringback-light"
OWN = (DARK, LIGHT)
"""The names of our own themes, as the settings have them; each comes in as many colours as there are."""


class Palette(Struct, frozen=True):
    """What each part of the screen is drawn in: `#rrggbb`, or by a terminal's own name `ansi_red`."""

    ground: str
    """Behind the board."""
    page: str
    """Behind what lies before the board: pages, forms, the editor."""
    band: str
    """Behind the first and last line."""
    field: str
    """Behind what can be typed into, and the card under the cursor while the keys go elsewhere."""
    focus: str
    """Behind the field that takes what is typed."""
    cursor: str
    """Behind what the cursor is on."""
    selection: str
    """Behind text that is selected."""
    text: str
    muted: str
    rule: str
    accent: str
    """Keys, titles, and where the user is."""
    good: str
    warn: str
    alert: str


class Drawing(Struct, frozen=True):
    """What weight does where colour cannot: text styles beside a palette."""

    alert: str = "bold"
    warn: str = "not reverse"
    cursor: str = "not reverse"
    """Says nothing where a ground shows it."""
    current: str = "bold"
    """The one of several that is shown, or the one of a few words that the cursor is on."""
    field: str = "not underline"
    """What can be typed into. Not `none`: in the midst of a style that would be taken for a colour."""


_Tints: TypeAlias = Mapping[str, tuple[str, int, str]]
_DARK: _Tints = {
    "ground": ("#14171b", 233, "black"),
    "page": ("#181c21", 234, "black"),
    "band": ("#20252c", 235, "black"),
    "field": ("#262c34", 236, "black"),
    "focus": ("#303844", 238, "black"),
    "cursor": ("#26374a", 237, "black"),
    "selection": ("#3a4c66", 239, "black"),
    "text": ("#dde2e8", 253, "white"),
    "muted": ("#a3adb9", 249, "white"),
    "rule": ("#3c4551", 240, "white"),
    "accent": ("#8fbcf0", 117, "bright_cyan"),
    "good": ("#93cfa1", 114, "bright_green"),
    "warn": ("#e6bd6f", 222, "bright_yellow"),
    "alert": ("#ff9393", 217, "bright_red"),
}
_LIGHT: _Tints = {
    "ground": ("#fafaf7", 231, "bright_white"),
    "page": ("#f4f5f3", 255, "bright_white"),
    "band": ("#e8ebed", 254, "bright_white"),
    "field": ("#e9ecec", 254, "bright_white"),
    "focus": ("#dfe6ee", 189, "bright_white"),
    "cursor": ("#d9e6f5", 189, "bright_white"),
    "selection": ("#c4d9f2", 153, "bright_white"),
    "text": ("#1d2127", 234, "black"),
    "muted": ("#4f5761", 238, "black"),
    "rule": ("#b9c0c8", 249, "black"),
    "accent": ("#0a4f99", 24, "blue"),
    "good": ("#17603a", 22, "black"),
    "warn": ("#744600", 58, "red"),
    "alert": ("#a3161a", 88, "red"),
}
_LEVELS = (0, 95, 135, 175, 215, 255)


def fixed(number: int) -> str:
    """One of the fixed colours of a terminal with 256, 16 to 255, as `#rrggbb`."""
    if number >= 232:
        grey = 8 + 10 * (number - 232)
        return f"#{grey:02x}{grey:02x}{grey:02x}"
    red, rest = divmod(number - 16, 36)
    green, blue = divmod(rest, 6)
    return "#" + "".join(f"{_LEVELS[level]:02x}" for level in (red, green, blue))


def palette(depth: Depth, *, dark: bool) -> Palette:
    """The palette for a ground, in as many colours."""
    tints = _DARK if dark else _LIGHT
    if depth == "none":
        return Palette(**dict.fromkeys(tints, "ansi_default"))
    if depth == "16":
        return Palette(**{part: f"ansi_{name}" for part, (_, _, name) in tints.items()})
    return Palette(
        **{part: _meant(number) if depth == "256" else full for part, (full, number, _) in tints.items()}
    )


def _meant(number: int) -> str:
    """What rich turns into that colour: of the greys it takes each for the one before."""
    if number < 232:
        return fixed(number)
    grey = round((number - 231) / 25 * 255)
    return f"#{grey:02x}{grey:02x}{grey:02x}"


def fixed_number(meant: str) -> int:
    """The fixed colour that a part of a palette for 256 means."""
    return next(
        number for tints in (_DARK, _LIGHT) for _, number, _ in tints.values() if _meant(number) == meant
    )


def drawing(depth: Depth) -> Drawing:
    """What is drawn by weight at that depth: without colour what presses is reversed, and stands out most."""
    if depth == "none":
        return Drawing(
            alert="bold reverse", warn="bold", cursor="reverse", current="bold reverse", field="underline"
        )
    if depth == "16":
        return Drawing(cursor="reverse", field="underline")
    return Drawing()


def tone_variables(colours: Palette, weight: Drawing) -> dict[str, str]:
    """What `tui.tones` names of colours and weights, but for the grounds."""
    return {
        "text-accent": colours.accent, "foreground-muted": colours.muted, "border-blurred": colours.rule,
        "text-success": colours.good, "text-warning": colours.warn, "text-error": colours.alert,
        "primary-muted": colours.cursor,
        "alert-style": weight.alert, "warn-style": weight.warn, "cursor-style": weight.cursor,
        "current-style": weight.current, "field-style": weight.field,
    }  # fmt: skip


def chosen(setting: str, depth: Depth, env: Mapping[str, str]) -> str:
    """The theme for a terminal: as the user has set it, else by the ground that the terminal says it has."""
    if setting and setting not in OWN and depth != "none":
        return setting
    own = setting if setting in OWN else LIGHT if light_ground(env) else DARK
    return named(own, depth)


def light_ground(env: Mapping[str, str]) -> bool:
    """Whether the terminal says that its ground is light: `COLORFGBG=0;15`."""
    *before, ground = env.get("COLORFGBG", "").split(";")
    return bool(before) and ground in ("7", "15")


def named(own: str, depth: Depth) -> str:
    """What the theme of ours is called in that many colours."""
    return own if depth == "full" else f"{own}-{depth}"
