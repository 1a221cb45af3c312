"""What the user sets: kept in their own file, everything else in it as it is, and in effect at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from store.files.errors import StorageError
from store.settings import (
    BadSettings,
    Settings,
    UnfitSetting,
    as_toml,
    change_list,
    keep_setting,
    load,
    with_setting,
)
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
        if path is not None:
            return await self._write(partial(keep_setting, path, name, value, CHECKS))
        try:
            self.in_effect(with_setting(as_toml(self._state.settings), name, value, CHECKS)[1])
        except (BadSettings, UnfitSetting) as why:
            return f"{str(why).rstrip('.')}."
        return None

    async def _write(self, write: Callable[[], Settings]) -> str | None:
        """Write the file, and have in effect what it says then; a sentence where that may not be."""
        try:
            settings = await self._steps.run(write)
        except (BadSettings, UnfitSetting, StorageError) as why:
            return f"{str(why).rstrip('.')}."
        self.in_effect(settings)
        self.look_for_trouble()
        return None

    async def name(self, name: str) -> None:
        """The user's own name, as it stands under their letters."""
        settings = self._state.settings
        self._state.settings = replace(settings, me=replace(settings.me, name=name))
        if self.path is not None:
            self.tell(await self.change(("me", "name"), name))

    async def learn(self, word: str) -> None:
        """A word that is spelt as it should be."""
        before = self._state.settings.known_words
        words = (*before, word)
        self._state.settings = replace(self._state.settings, known_words=words)
        await self._keep_list(("known_words",), before, words)

    async def away(self, days: tuple[str, ...]) -> None:
        """The user's days away; the board goes by them at once."""
        from tui.forms.away import said

        state, before = self._state, self._state.settings.away
        state.settings = replace(state.settings, away=days)
        state.service.policy = state.settings.policy
        state.refresh()
        state.say(said(before, days, state.form_context))
        await self._keep_list(("away",), before, days)

    async def _keep_list(self, name: Name, before: tuple[str, ...], after: tuple[str, ...]) -> None:
        """Have in a list of the file what was added here, and no more what was dropped.

        Another window may have changed it, too.
        """
        from tui.settings_check import CHECKS

        def change(there: tuple[str, ...]) -> tuple[str, ...]:
            kept = [one for one in there if one in after or one not in before]
            return tuple(dict.fromkeys((*kept, *(one for one in after if one not in before))))

        if self.path is not None:
            self.tell(await self._write(partial(change_list, self.path, name, change, CHECKS)))

    def tell(self, trouble: str | None) -> None:
        """Say that something holds, and why it is not in the file; nothing where it is."""
        if trouble:
            self._state.say(f"It holds until you leave, and was not kept: {trouble}", "warn")
