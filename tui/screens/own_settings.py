"""What the user sets: kept in their own file, everything else in it as it is, and in effect at once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from store.files.errors import StorageError
from store.settings import BadSettings, Settings, UnfitSetting, as_toml, keep_setting, load, with_setting
from store.settings.toml import Name
from tui.screens.board_state import BoardState
from tui.screens.steps import Steps


class OwnSettings:
    """Changes single settings, and nothing else in the file."""

    def __init__(self, state: BoardState, steps: Steps, path: Path | None) -> None:
        """Without a `path` they hold while the board is open."""
        self._state = state
        self._steps = steps
        self.path = path
        self.in_effect: Callable[[Settings], None] = lambda settings: setattr(state, "settings", settings)
        """Has the board, and all that goes with it, follow the settings."""
        self.trouble: tuple[str, ...] = ()
        """What is not right in the file, as it was looked at last, one sentence each."""

    def look_for_trouble(self) -> None:
        """Find out what is not right in the file as it is now."""
        from tui.settings_check import CHECKS

        self.trouble = ()
        if self.path is None:
            return
        try:
            self.trouble = tuple(map(str, load(self.path, CHECKS)[1]))
        except FileNotFoundError:
            return
        except BadSettings as why:
            self.trouble = (f"{str(why).rstrip('.')}. Nothing is written to it before that is mended.",)

    async def change(self, name: Name, value: Any) -> str | None:
        """Have the file say this for a setting, None for nothing; a sentence where that may not be."""
        from tui.settings_check import CHECKS

        path = self.path
        try:
            if path is None:
                _, settings = with_setting(as_toml(self._state.settings), name, value, CHECKS)
            else:
                settings = await self._steps.run(partial(keep_setting, path, name, value, CHECKS))
        except (BadSettings, UnfitSetting, StorageError) as why:
            return f"{str(why).rstrip('.')}."
        self.in_effect(settings)
        self.look_for_trouble()
        return None

    async def name(self, name: str) -> None:
        """The user's own name, as it stands under their letters."""
        settings = self._state.settings
        self._state.settings = replace(settings, me=replace(settings.me, name=name))
        await self._keep(("me", "name"), name)

    async def learn(self, word: str) -> None:
        """A word that is spelt as it should be."""
        words = (*self._state.settings.known_words, word)
        self._state.settings = replace(self._state.settings, known_words=words)
        if self.path is not None and self.path.exists():
            # Another window may have learnt words, too.
            with suppress(BadSettings):
                words = tuple(dict.fromkeys((*load(self.path)[0].known_words, *words)))
        await self._keep(("known_words",), words)

    async def away(self, days: tuple[str, ...]) -> None:
        """The user's days away; the board goes by them at once."""
        from tui.forms.away import said

        state, before = self._state, self._state.settings.away
        state.settings = replace(state.settings, away=days)
        state.service.policy = state.settings.policy
        state.refresh()
        state.say(said(before, days, state.form_context))
        await self._keep(("away",), days)

    async def _keep(self, name: Name, value: str | tuple[str, ...]) -> None:
        if self.path is not None and (trouble := await self.change(name, value)):
            self._state.say(f"It holds until you leave, and was not kept: {trouble}", "warn")
