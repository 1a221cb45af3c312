"""Which theme a terminal gets, and that no colour is needed to see what presses."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.console import Console
from rich.style import Style

from tests.making import after, made, promised, thanked
from tests.tui.board_app import User, at_the_board
from tui.palettes import Depth, chosen, light_ground
from tui.terminal.colours import SET, colour_depth
from tui.themes import names, themes

TERMS = (
    "", "dumb", "unknown", "xterm", "xterm-256color", "xterm-kitty", "tmux-256color", "linux",
    "xterm-16color", "alacritty", "xterm-direct", " XTERM-256COLOR ",
)  # fmt: skip


@pytest.mark.parametrize("term", TERMS)
@pytest.mark.parametrize("given", [None, "truecolor", "24bit", " TrueColor", "yes", ""])
@pytest.mark.parametrize("system", [None, "auto", "standard", "256", "truecolor"])
def test_how_many_colours_there_are_as_the_framework_finds_it(
    term: str, given: str | None, system: str | None
) -> None:
    env = {"TERM": term, **({} if given is None else {"COLORTERM": given})}
    found = Console(color_system=system or "auto", _environ=env, force_terminal=True).color_system  # type: ignore[arg-type]
    depths = {"truecolor": "full", "256": "256", "standard": "16", None: "none"}
    assert colour_depth(env | ({} if system is None else {SET: system})) == depths[found]
    assert colour_depth({**env, "NO_COLOR": ""}) == "none"


@pytest.mark.parametrize(
    ("setting", "colours", "env", "theme"),
    [
        ("", "full", {}, "ringback-dark"),
        ("", "full", {"COLORFGBG": "0;15"}, "ringback-light"),
        ("", "256", {"COLORFGBG": "0;default;7"}, "ringback-light-256"),
        ("", "16", {"COLORFGBG": "15;0"}, "ringback-dark-16"),
        ("ringback-dark", "256", {"COLORFGBG": "0;15"}, "ringback-dark-256"),
        ("ringback-light", "16", {}, "ringback-light-16"),
        ("nord", "256", {}, "nord"),
        ("nord", "none", {}, "ringback-dark-none"),
    ],
)
def test_which_theme_a_terminal_gets(setting: str, colours: Depth, env: dict[str, str], theme: str) -> None:
    assert chosen(setting, colours, env) == theme
    assert theme in {one.name for one in themes()} | set(names())


@pytest.mark.parametrize(
    ("said", "light"),
    [("", False), ("15", False), ("0;15", True), ("15;0", False), ("0;7", True), ("x;y", False)],
)
def test_whether_the_ground_is_light(said: str, light: bool) -> None:
    assert light_ground({"COLORFGBG": said}) == light


async def test_without_colour_what_presses_stands_out_most(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    due = (thanked(after(2)), promised(after(0), "2026-11-17"))
    calm = made(id="calm", company="Calm", ends_at=after(22))
    late = made(*due, id="late", company="Late", ends_at=after(-100))
    async with at_the_board(tmp_path, [calm, late], now=after(24 * 9)) as user:
        await user.go_to("calm")
        await user.until(lambda: "overdue" in user.text)
        styles = drawn(user)
        assert all(style.color is None or style.color.is_default for style in styles.values())
        alarm = next(style for text, style in styles.items() if text.startswith("✆ overdue"))
        assert alarm.bold and alarm.reverse
        assert not any(style.dim for style in styles.values())
        await user.go_to("late")
        alarm = next(style for text, style in drawn(user).items() if text.startswith("✆ overdue"))
        assert alarm.bold and not alarm.reverse, "in the reversed block of the cursor it is what is not"


def drawn(user: User) -> dict[str, Style]:
    """What is drawn on the screen, and how."""
    strips = user.app.screen._compositor.render_strips()
    return {text: style or Style() for strip in strips for text, style, _ in strip if text.strip()}
