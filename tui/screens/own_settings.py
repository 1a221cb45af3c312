"""What the user is asked for once, and says while writing: kept in their settings, and in effect at once."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from store.files.errors import StorageError
from store.settings import BadSettings, keep_setting, load
from store.settings.toml import Name
from tui.screens.board_state import BoardState
from tui.screens.steps import Steps


class OwnSettings:
    """Changes single settings, and nothing else in the file."""

    def __init__(self, state: BoardState, steps: Steps, path: Path | None) -> None:
        """Without a `path` they hold while the board is open."""
        self._state = state
        self._steps = steps
        self._path = path

    async def name(self, name: str) -> None:
        """The user's own name, as it stands under their letters."""
        settings = self._state.settings
        self._state.settings = replace(settings, me=replace(settings.me, name=name))
        await self._keep(("me", "name"), name)

    async def learn(self, word: str) -> None:
        """A word that is spelt as it should be."""
        words = (*self._state.settings.known_words, word)
        self._state.settings = replace(self._state.settings, known_words=words)
        if self._path is not None and self._path.exists():
            # Another window may have learnt words, too.
            with suppress(BadSettings):
                words = tuple(dict.fromkeys((*load(self._path)[0].known_words, *words)))
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
        path = self._path
        if path is None:
            return
        try:
            await self._steps.run(lambda: keep_setting(path, name, value))
        except (BadSettings, StorageError) as why:
            self._state.say(f"It holds until you leave, and was not kept: {why}", "warn")
