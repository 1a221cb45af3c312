"""Systemd's timer, which looks for what has become due: set to the next announcement by whoever saves."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from store.files.atomic import replace_file
from store.files.errors import StorageError
from store.files.regular import read_plain
from tui.handover.schedule import SERVICE, TIMER, armed_for, is_own, timer, units_folder, words_of

if TYPE_CHECKING:
    from store.service import Service

LARGEST = 2**16
"""Bytes of a unit at most; what is larger is not of ringback's making."""
_AGAIN = f"systemctl --user daemon-reload && systemctl --user restart {TIMER}"


class TimerAlarm:
    """Sets the timer anew, if that of this database is installed; else it does nothing."""

    def __init__(self, env: Mapping[str, str]) -> None:
        """Nothing is looked at yet."""
        self._env = env
        self._folder = units_folder(env)

    def __call__(self, service: Service) -> None:
        """Have the timer go off when there will be something to announce. Nobody waits for systemd.

        What goes wrong is not said: the change stands, and the timer goes off every hour in any case.
        """
        with suppress(FileNotFoundError, StorageError):
            if not self._is_for(service.path):
                return
            unit = self._read(TIMER)
            wanted = timer(service.announcer.comes_next())
            if is_own(unit.encode()) and armed_for(unit) != armed_for(wanted):
                replace_file(self._folder / TIMER, wanted.encode())
                self._start_again()

    def _is_for(self, database: Path) -> bool:
        words = words_of(self._read(SERVICE))
        named = words[words.index("--db") + 1 :][:1] if "--db" in words else ()
        return bool(named) and Path(os.path.realpath(named[0])) == database

    def _start_again(self) -> None:
        # Imported on use: hardly any command has something to start.
        from tui.handover.process import NotStarted, beside

        with suppress(NotStarted):
            beside(["/bin/sh", "-c", _AGAIN], self._env, seconds=0, stop=False)

    def _read(self, name: str) -> str:
        """One of the units. Raises FileNotFoundError, StorageError."""
        return read_plain(self._folder / name, LARGEST)[0].decode("utf-8", "replace")
