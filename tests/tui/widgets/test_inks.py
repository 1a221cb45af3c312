"""The tones of what is drawn line by line look as a style sheet would have them, in every theme."""

from __future__ import annotations

from rich.style import Style
from textual.app import App, ComposeResult
from textual.widget import Widget

from tui import tones
from tui.themes import Themed, themes
from tui.widgets.inks import Inks

LETTERS = Style(color="#123456", bgcolor="#654321", underline=True)
OTHERS = ("nord", "dracula", "solarized-light", "ansi-dark")


def sheeted(tone: str) -> str:
    """The class of a tone."""
    return f"sheeted--{tone.replace('_', '-')}"


class Sheeted(Widget):
    """Has every tone as a class of its style sheet."""

    COMPONENT_CLASSES = {*map(sheeted, tones.TONES)}
    DEFAULT_CSS = "Sheeted { background: $panel; }\n" + "".join(
        tones.rule(f"Sheeted > .{sheeted(tone)}", tone) for tone in tones.TONES
    )


class Both(Themed):
    def compose(self) -> ComposeResult:
        yield Sheeted()


def differing(app: App[None]) -> list[str]:
    """The tones that look otherwise by the two roads."""
    widget = app.query_one(Sheeted)
    inks = Inks(widget)
    assert inks.ground == widget.rich_style
    found = []
    for name in tones.TONES:
        sheet = widget.get_component_rich_style(sheeted(name))
        if inks.on_ground(name) != sheet:
            found.append(name)
        alone, partial = inks.alone(name), widget.get_component_rich_style(sheeted(name), partial=True)
        assert LETTERS + alone == LETTERS + partial, name
    return found


async def test_as_a_style_sheet_has_them_in_every_theme_and_after_a_change_of_it() -> None:
    app = Both()
    async with app.run_test() as pilot:
        for name in (*(theme.name for theme in themes()), *OTHERS):
            app.theme = name
            await pilot.pause()
            assert differing(app) == [], name
