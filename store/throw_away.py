"""A database of the sample, in a folder that goes with it: nothing of it is kept."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from store.clock import Clock
from store.database.storage import SafeStorage
from store.demo import sample
from store.policy import Policy
from store.service import Service


class ThrowAway:
    """Holds the sample's service; as a context it lasts as long as that."""

    def __init__(self, clock: Clock, policy: Policy, zone: ZoneInfo) -> None:
        """`zone` is the user's own."""
        # What cannot be removed, as on a full disk, is the system's to clear up.
        self._folder = TemporaryDirectory(prefix="ringback-demo-", ignore_cleanup_errors=True)
        now = clock.now()
        self.service = Service(SafeStorage(Path(self._folder.name) / "demo.json"), clock, policy, zone)
        book = sample(now, policy, zone)
        self.service.database.apply(lambda _: book, now)

    def __enter__(self) -> Service:
        return self.service

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Remove it."""
        self._folder.cleanup()
