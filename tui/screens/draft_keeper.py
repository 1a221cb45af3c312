"""Keeps the drafts that are being written: what is typed is never lost, whatever comes next."""

from __future__ import annotations

from asyncio import CancelledError, Lock
from collections.abc import Callable
from typing import Any

from msgspec.structs import replace
from textual.screen import Screen
from textual.timer import Timer

from store.changes.moves import Refused
from store.database.autosave import PadKey
from store.files.errors import StorageError
from store.interview import Draft
from store.service import Service
from tui import background
from tui.messages.autosaver import Autosaver
from tui.screens.steps import Steps

IDLE = 2.0
"""Seconds without a key after which the database takes a draft in; until then its pad has it."""
LAST_WAIT = 1.0
"""Seconds that leaving waits for another writer; the pad keeps the text for the next start."""


class DraftKeeper:
    """Keeps what is typed: beside the database at once, and in the database when there is a pause."""

    def __init__(
        self,
        screen: Screen[Any],
        service: Service,
        steps: Steps,
        *,
        autosaver: Autosaver,
        stored: Callable[[PadKey, Draft], None],
    ) -> None:
        """`stored` is told what the database holds of a draft."""
        self._screen = screen
        self._service = service
        self._steps = steps
        self._stored = stored
        self.autosaver = autosaver
        self._unkept: dict[PadKey, tuple[Draft, Draft | None]] = {}
        """What the database has not taken in yet: the text, and how it was stored before."""
        self._timer: Timer | None = None
        self._keeping = Lock()

    def note(self, interview_id: str, draft: Draft, seen: Draft | None) -> None:
        """Have this text taken in with the next save; `seen` is the draft as the database held it."""
        self._unkept[interview_id, draft.id] = (draft, seen)

    def keep_later(self) -> None:
        """Save when there is a pause; each key begins it anew."""
        if self._timer is not None:
            self._timer.stop()
        # A timer's callback runs in a task of its own: it only says that the time has come.
        self._timer = self._screen.set_timer(IDLE, lambda: self._screen.call_later(self.begin_to_keep))

    def begin_to_keep(self) -> None:
        """Save, without waiting for it."""
        background.begin(self._screen, self.keep, group="keep")

    async def keep(self, *, mark: bool = False) -> None:
        """Have the database take in what has been written, as it is; `mark`: the older text as a version."""
        # One after the other: each goes on from what the one before has stored.
        async with self._keeping:
            for key in [*self._unkept]:
                await self._keep(key, mark=mark)

    async def _keep(self, key: PadKey, *, mark: bool) -> None:
        interview_id, (draft, seen) = key[0], self._unkept.pop(key)
        try:
            stored = await self._steps.work(
                lambda: self._service.keep_draft(interview_id, draft, seen, mark=mark)
            )
        except CancelledError:
            self._unkept.setdefault(key, (draft, seen))
            raise
        later = self._unkept.pop(key, None)
        if stored is None:
            self._unkept[key] = later or (draft, seen)
            return
        if later is not None:
            # Typed while the disk was at work: it goes on from what is stored now.
            self.note(interview_id, replace(later[0], id=stored.id), stored)
        self.autosaver.settled(interview_id, draft)
        self._stored(key, stored)

    def unkept(self, interview_id: str) -> dict[str, tuple[Draft, Draft | None]]:
        """The texts of that interview that the database could not take in, by the ids of their drafts.

        Each with how it was stored before.
        """
        return {key[1]: one for key, one in self._unkept.items() if key[0] == interview_id}

    @property
    def unsaved(self) -> list[tuple[str, Draft]]:
        """The texts that are on no disk, each with its interview's id; as of the last attempt to write."""
        lost = {pad.key for pad in self.autosaver.unwritten()}
        return [(key[0], draft) for key, (draft, _) in self._unkept.items() if key in lost]

    def save_last(self) -> None:
        """Before leaving: the database takes the texts in, their pads have them, or they stay `unsaved`."""
        for key, (draft, seen) in [*self._unkept.items()]:
            try:
                stored = self._service.keep_draft(key[0], draft, seen, limit=LAST_WAIT)
                self.autosaver.settled(key[0], draft)
                # What is still typed goes on from there, or it would be taken in as a second draft.
                self._stored(key, stored)
            except (Refused, StorageError):
                self.autosaver.flush()
                if any(pad.key == key for pad in self.autosaver.unwritten()):
                    continue
            del self._unkept[key]
        self.autosaver.flush()

    def close(self) -> None:
        """The last save, made before the screen goes."""
        self.save_last()
        self.autosaver.close()
