"""When to look at the database's file: when the kernel tells, else every two seconds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.screen import Screen
from textual.timer import Timer

from store.files.atomic import is_unfinished
from store.files.folder_watch import FolderWatch, watch_folder

WATCH = 2.0
"""Seconds between two looks where the kernel tells of nothing."""


class FileFollowing:
    """Has a call made whenever the database, or what lies beside it, may be another."""

    def __init__(self, screen: Screen[Any], database: Path, look: Callable[[], None]) -> None:
        """`screen` has the timers. Nothing is made of a call for one's own changes either."""
        self._screen = screen
        self._database = database
        self._look = look
        self._timer: Timer | None = None
        self._watch: FolderWatch | None = None

    def start(self) -> None:
        """Follow from now on; the screen is mounted. The first frame does not wait for the kernel."""
        self._timer = self._screen.set_interval(WATCH, self._look)
        self._screen.call_after_refresh(self._be_told)

    def stop(self) -> None:
        """Follow no more."""
        if self._watch is not None:
            asyncio.get_running_loop().remove_reader(self._watch)
            self._watch.close()
            self._watch = None
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _be_told(self) -> None:
        if self._timer is None:
            return
        self._watch = watch_folder(self._database.parent)
        if self._watch is not None:
            asyncio.get_running_loop().add_reader(self._watch, self._told)
            self._timer.pause()
            self._look()

    def _told(self) -> None:
        watch = self._watch
        if watch is None:
            return
        names = watch.names()
        if watch.over:
            self.stop()
            self._timer = self._screen.set_interval(WATCH, self._look)
        if watch.over or any(map(self._matters, names)):
            self._look()

    def _matters(self, name: str) -> bool:
        """Not a lock, a save that is under way, or what is remembered of announcements."""
        own = name.endswith(".lock") or name == f"{self._database.name}.announced"
        return not own and not is_unfinished(Path(name))
