"""The palettes as themes of the framework, and an app that knows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from textual.app import App
from textual.driver import Driver
from textual.filter import LineFilter
from textual.theme import BUILTIN_THEMES, Theme

from tui.palettes import DARK, OWN, Depth, drawing, named, palette, tone_variables
from tui.terminal.plain import PlainFilter

STYLES: Mapping[str, str] = {
    "alert-style": "bold", "warn-style": "not reverse", "cursor-style": "not reverse",
    "current-style": "bold", "field-style": "not underline", "surface-active": "transparent",
}  # fmt: skip
"""Variables of style sheets that a theme which is none of ours may not have."""


def themes() -> Iterator[Theme]:
    """All of them, to be registered."""
    for name in OWN:
        for depth in ("full", "256", "16", "none"):
            yield _theme(name, depth)


def names() -> tuple[str, ...]:
    """What may be set as the theme: our own, then those of the framework."""
    return (*OWN, *sorted(BUILTIN_THEMES))


def _theme(own: str, depth: Depth) -> Theme:
    colours, weight = palette(depth, dark=own == DARK), drawing(depth)
    return Theme(
        name=named(own, depth),
        dark=own == DARK,
        ansi=depth in ("16", "none"),
        primary=colours.accent, secondary=colours.accent, accent=colours.accent,
        success=colours.good, warning=colours.warn, error=colours.alert,
        foreground=colours.text, background=colours.ground,
        surface=colours.page, panel=colours.band, boost=colours.field,
        variables={
            **tone_variables(colours, weight),
            "text": colours.text, "link-color": colours.text, "footer-foreground": colours.text,
            "input-selection-foreground": colours.text,
            "text-muted": colours.muted, "text-disabled": colours.muted, "foreground-disabled": colours.muted,
            "text-primary": colours.accent, "text-secondary": colours.accent,
            # What the cursor is on
            "block-cursor-foreground": colours.text, "block-cursor-background": colours.cursor,
            "block-cursor-blurred-foreground": colours.text, "block-cursor-blurred-background": colours.field,
            "block-hover-background": colours.field,
            "block-cursor-text-style": weight.cursor if depth in ("16", "none") else "bold",
            "input-cursor-foreground": colours.text, "input-cursor-background": "transparent",
            "input-cursor-text-style": "reverse",
            "input-selection-background": colours.selection,
            "screen-selection-background": colours.selection,
            "ansi-background": colours.ground, "ansi-foreground": colours.text,
            # Lines
            "border": colours.accent,
            "panel-lighten-1": colours.rule,
            "scrollbar-background": colours.page, "scrollbar-background-hover": colours.page,
            "scrollbar-background-active": colours.page, "scrollbar-corner-color": colours.page,
            "scrollbar": colours.rule, "scrollbar-hover": colours.muted, "scrollbar-active": colours.muted,
            "surface-active": colours.focus,
        },
    )  # fmt: skip


class Themed(App[None]):
    """An app in which our style sheets and themes are known, and which can do with ASCII."""

    ascii_only = False
    """Whether nothing but ASCII is drawn, whoever draws it."""

    # A scroll bar of the screen would flip for ever on the smallest terminals.
    CSS = """
    Screen { overflow: hidden; }
    Ringback:ansi, Screen:ansi { background: $background; color: $foreground; }
    Input:ansi { color: $text; }
    Input:ansi > .input--cursor { color: $input-cursor-foreground; background: $input-cursor-background; }
    Input:ansi > .input--placeholder, Input:ansi > .input--suggestion {
        color: $text-muted; text-style: none;
    }
    /* Nothing is dimmed: what lies behind is in full sight, or not at all. */
    ModalScreen { background: $surface; }
    Form, Form:ansi, Confirm, Confirm:ansi { background: transparent; }
    Screen.-page { align: left top; background: $surface; }
    Screen.-page > TextLine { width: 100%; max-width: 100%; background: $panel; }
    """

    def __init__(self, driver_class: type[Driver] | None = None, *, ansi_color: bool | None = None) -> None:
        super().__init__(driver_class=driver_class, ansi_color=ansi_color)
        for theme in themes():
            self.register_theme(theme)

    def begin_in(self, theme: str) -> None:
        """Have that theme from the first frame on, where setting it would have all styles made again."""
        if self.available_themes[theme].ansi != self.native_ansi_color:
            # Then what is drawn goes another way, too.
            self.theme = theme
            return
        self.set_reactive(Themed.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, where a theme has none of them."""
        return dict(STYLES)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Whatever is drawn goes through these."""
        filters = super().get_line_filters()
        return [*filters, PlainFilter()] if self.ascii_only else filters
