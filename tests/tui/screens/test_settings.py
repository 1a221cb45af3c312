"""The settings within the program: changed on their page, kept in the file, in effect at once."""

from __future__ import annotations

from pathlib import Path

from store.settings import load
from store.settings.toml import Name
from tests.tui.board_app import User, at_the_board
from tui.forms.form import Form
from tui.screens.settings import SettingsScreen

OWN = """\
# mine
clock = "24h"   # as at home

[policy]
thank_due = 20
"""


async def change(user: User, name: Name) -> None:
    """Open the form of a setting, from its page."""
    if not isinstance(user.app.screen, SettingsScreen):
        await user.key("P")
        await user.until(lambda: isinstance(user.app.screen, SettingsScreen))
    page = user.app.screen
    assert isinstance(page, SettingsScreen)
    while page.setting != name:
        await user.key("down")
    await user.key("enter")
    await user.until(lambda: isinstance(user.app.screen, Form) and user.app.screen.focused)


def words(user: User) -> str:
    """What is on the screen, wherever its lines are broken."""
    return " ".join(user.text.replace("│", " ").split())


async def saved(user: User) -> None:
    """Save, and wait until the page is there again."""
    await user.press("form.save")
    await user.until(lambda: isinstance(user.app.screen, SettingsScreen))


async def test_what_is_changed_is_kept_and_holds_at_once(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(OWN, "utf-8")
    async with at_the_board(tmp_path, settings=load(file)[0], settings_file=file) as user:
        assert "18:04" in user.line("headline")
        await change(user, ("me", "name"))
        await user.write("Jo March")
        await saved(user)
        await user.until(lambda: "Jo March" in user.text)
        await change(user, ("theme",))
        await user.write("nosuch")
        await user.press("form.save")
        await user.until(lambda: "Nothing fits “nosuch”" in user.text)
        assert isinstance(user.app.screen, Form)
        await user.key(*["backspace"] * 6)
        await user.write("nord")
        await saved(user)
        assert user.app.theme == "nord"
        await change(user, ("clock",))
        await user.key("1")
        await saved(user)
        await change(user, ("ascii",))
        await user.key("2")
        await saved(user)
        # It is drawn so from the next start on; what is said of it is what the file says.
        await user.until(lambda: "plain ASCII: yes" in user.text)
        assert not user.state.ascii_only
        await change(user, ("policy", "thank_due"))
        await user.key(*["backspace"] * 2)
        await user.write("90")
        await user.press("form.save")
        await user.until(lambda: "expected" in user.text)
        await user.key("escape", "escape")
        await user.until(lambda: isinstance(user.app.screen, SettingsScreen))
        await user.key("escape")
        await user.until(user.on_board)
        assert "6:04 pm" in user.line("headline")
        expected = OWN.replace('"24h"', '"12h"')
        text = file.read_text("utf-8")
        assert text.startswith(expected.split("[policy]")[0].rstrip()) and "thank_due = 20" in text
        assert load(file)[0] == user.state.settings
        assert (user.state.settings.me.name, user.service.policy.thank_due) == ("Jo March", 20)


async def test_a_file_that_is_broken_is_never_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    broken = OWN + "zone = \n"
    file.write_text(broken, "utf-8")
    async with at_the_board(tmp_path, settings_file=file) as user:
        await change(user, ("me", "name"))
        await user.write("Jo")
        await user.press("form.save")
        await user.until(lambda: "are not TOML" in words(user))
        assert "line 6" in words(user)
        await user.key("escape", "escape")
        await user.until(lambda: isinstance(user.app.screen, SettingsScreen))
        assert "are not TOML" in words(user) and "before that is mended" in words(user)
    assert file.read_text("utf-8") == broken
