"""Which theme a terminal gets, and that no colour is needed to see what presses."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.style import Style

from tests.making import after, made, promised, thanked
from tests.tui.board_app import User, at_the_board
from tui.palettes import Depth
from tui.themes import chosen, depth, light_ground, names, themes


@pytest.mark.parametrize(
    ("colours", "no_colour", "found"),
    [
        ("truecolor", False, "full"), ("256", False, "256"), ("standard", False, "16"),
        ("windows", False, "16"), (None, False, "none"), ("truecolor", True, "none"),
    ],
)  # fmt: skip
def test_how_many_colours_there_are(colours: str | None, no_colour: bool, found: str) -> None:
    assert depth(colours, no_colour=no_colour) == found


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
