"""What has been announced of a database: a small file beside it, which every board and command shares.

It holds ids and instants, and no names. It may be lost: then what is due by now counts as announced.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
from msgspec import Struct

from store.files.atomic import replace_file
from store.files.errors import StorageError
from store.files.lock import FileLock
from store.files.regular import read_plain
from store.interview import Aware
from store.rules.announcing import AnnouncementKind, DueMark

LARGEST = 2**22
"""Bytes of the file at most: some 40,000 announcements."""
KEPT = timedelta(days=60)
"""For how long an announcement about a card that is gone is remembered: the card may come back."""
PATIENCE = 5.0
"""Seconds to wait for another one who is about to announce."""


class _Line(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    card: str
    kind: AnnouncementKind
    of: str
    limit: Aware


class _KeptMarks(Struct, frozen=True, forbid_unknown_fields=True):
    version: int
    announced: tuple[_Line, ...]


class AnnouncedMemory:
    """Says of each announcement, to one asker only, that it is still to be made."""

    def __init__(self, database: Path) -> None:
        """Nothing is read or written yet."""
        self.path = database.with_name(f"{database.name}.announced")
        self._lock = FileLock(self.path.with_name(f"{self.path.name}.lock"), self.path)

    def begun(self) -> bool:
        """Whether anything has ever been remembered here; costs one look at the folder."""
        return self.path.exists()

    def take(self, due: Iterable[DueMark], cards: Collection[str], now: datetime) -> frozenset[DueMark]:
        """Those of `due` that nobody has announced: the caller is to, and nobody else will.

        Where nothing is remembered yet, none: what was due before anyone looked is no news. `cards` are the
        ids that the caller knows of; what is remembered of others is dropped in time. Raises StorageError,
        and then whether they have been announced is not known.
        """
        with self._lock.held(PATIENCE):
            known = self._read()
            fresh = frozenset(due) - (known or frozenset())
            if fresh or known is None:
                every = fresh | (known or frozenset())
                self._write(one for one in every if one.card in cards or one.limit > now - KEPT)
        return frozenset() if known is None else fresh

    def forget(self, cards: Collection[str]) -> None:
        """Remember nothing more of these cards. Raises StorageError."""
        if not self.begun():
            return
        with self._lock.held(PATIENCE):
            known = self._read() or frozenset()
            self._write(one for one in known if one.card not in cards)

    def _read(self) -> frozenset[DueMark] | None:
        """What is remembered; None where there is nothing, or nothing that can be read."""
        try:
            kept = msgspec.json.decode(read_plain(self.path, LARGEST)[0], type=_KeptMarks)
        except (FileNotFoundError, StorageError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return None
        return frozenset(DueMark(one.card, one.kind, one.of, one.limit) for one in kept.announced)

    def _write(self, marks: Iterable[DueMark]) -> None:
        lines = tuple(_Line(*mark) for mark in sorted(marks))
        replace_file(self.path, msgspec.json.encode(_KeptMarks(version=1, announced=lines)))
