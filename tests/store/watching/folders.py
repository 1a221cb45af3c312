"""Watched folders for tests, and a board that looks at them."""

from __future__ import annotations

import itertools
import os
from datetime import timedelta
from pathlib import Path
from typing import Any

from store.clock import StoppedClock
from store.database.storage import SafeStorage
from store.interview import Interview
from store.service import Service
from store.settings import Settings
from store.settings.records import Me, Watch
from store.watching.looking import FolderLook, Looked
from tests.making import BERLIN, POLICY
from tests.store.hearing.listener import NOW, globex
from tests.store.hearing.mailers import Reply, plain
from tests.store.hearing.reading import WRITTEN

_NUMBERS = itertools.count(1)


class Folders:
    """A Maildir, one of sent mail, an mbox and a calendar folder, and a database beside them."""

    def __init__(self, home: Path) -> None:
        self.inbox, self.sent = home / "Mail" / "INBOX", home / "Mail" / "Sent"
        self.mbox, self.calendar = home / "box", home / "calendar"
        for folder in (self.inbox, self.sent):
            for part in ("cur", "new", "tmp"):
                (folder / part).mkdir(parents=True)
        self.calendar.mkdir()
        self.mbox.touch()
        self.clock = StoppedClock(NOW)
        self.database = home / "data" / "board.json"
        self.settings = Settings(
            policy=POLICY,
            me=Me(name="Robin Vale", email="robin@mail.example"),
            watch=Watch(
                mail=(str(self.inbox), str(self.sent), str(self.mbox)), calendar=(str(self.calendar),)
            ),
        )

    def service(self) -> Service:
        """Another window on the same database, read."""
        service = Service(SafeStorage(self.database), self.clock, POLICY, BERLIN)
        service.load()
        return service

    def add(self, *cards: Interview) -> None:
        """Put cards on the board; without any, that of Globex."""
        for card in cards or (globex(),):
            self.service().add("added", card)

    def look(self, **given: Any) -> Looked:
        """One look, as by a process of its own; `given` as `FolderLook` takes it."""
        return FolderLook(self.service(), self.settings, **given).look()

    def put(self, raw: bytes, folder: Path | None = None, *, flags: str = "") -> Path:
        """Deliver a message into a Maildir."""
        part = "cur" if flags else "new"
        path = (folder or self.inbox) / part / f"17000{next(_NUMBERS):05}.M1P2.host{flags}"
        on_its_way = (folder or self.inbox) / "tmp" / path.name
        on_its_way.write_bytes(raw)
        on_its_way.rename(path)
        return path

    def append(self, raw: bytes) -> None:
        """Deliver a message into the mbox."""
        with self.mbox.open("ab") as box:
            box.write(b"From x@y Wed Nov 25 10:00:00 2026\n" + raw.replace(b"\r\n", b"\n") + b"\n\n")

    def snapshot(self) -> dict[str, tuple[int, int, bytes]]:
        """Every watched file as it lies there."""
        roots = (self.inbox, self.sent, self.calendar, self.mbox)
        found = [path for root in roots for path in ([root] if root.is_file() else root.rglob("*"))]
        return {
            str(path): (
                path.stat().st_mtime_ns,
                path.stat().st_mode,
                path.read_bytes() if path.is_file() else b"",
            )
            for path in found
        }


def answer(number: int, text: str = "We will let you know by Friday.", **more: object) -> bytes:
    """A mail of Ada's."""
    facts = {"message_id": f"<{number}@globex.example>", "at": WRITTEN, **more}
    return plain(Reply(f"Hi Robin,\n\n{text}\n\nAda", **facts))  # type: ignore[arg-type]


def settle(folder: Path) -> None:
    """Let a folder and its parts have changed long ago, so that their times can be relied upon."""
    long_ago = int((NOW - timedelta(days=1)).timestamp())
    for part in (folder, *(one for one in folder.iterdir() if one.is_dir())):
        os.utime(part, (long_ago, long_ago))
