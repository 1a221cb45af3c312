"""The tones of what is drawn line by line look as a style sheet would have them, in every theme."""

from __future__ import annotations

from rich.color import ColorSystem
from rich.style import Style
from textual.app import App, ComposeResult
from textual.widget import Widget

from tui import tones
from tui.themes import Themed, themes
from tui.widgets.inks import Inks

OTHERS = ("nord", "dracula", "solarized-light", "ansi-dark")


class Sheeted(Widget):
    """Has every tone as a class of its style sheet."""

    _OWN = {name.replace("_", "-"): name for name in tones.TONES}
    COMPONENT_CLASSES = tones.classes("sheeted--", _OWN)
    DEFAULT_CSS = f"Sheeted {{ background: $panel; }} {tones.rules('Sheeted > .sheeted--', _OWN)}"


class Both(Themed):
    def compose(self) -> ComposeResult:
        yield Sheeted()


def drawn(style: Style) -> str:
    """What is sent for it: an attribute that is off is not sent, and neither is one that is not set."""
    return style.render("x", color_system=ColorSystem.TRUECOLOR)


def differing(app: App[None]) -> list[str]:
    """The tones that look otherwise by the two roads."""
    widget = app.query_one(Sheeted)
    inks = Inks(widget)
    assert inks.ground == widget.rich_style
    found = []
    for name in tones.TONES:
        sheet = widget.get_component_rich_style(f"sheeted--{name.replace('_', '-')}")
        if drawn(inks.on_ground(name)) != drawn(sheet):
            found.append(name)
    return found


async def test_as_a_style_sheet_has_them_in_every_theme_and_after_a_change_of_it() -> None:
    app = Both()
    async with app.run_test() as pilot:
        for name in (*(theme.name for theme in themes()), *OTHERS):
            app.theme = name
            await pilot.pause()
            assert differing(app) == [], name
