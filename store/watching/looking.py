"""One look at the watched folders: what is new is heard, kept, and then counts as read.

It can be stopped after any message, and goes on there the next time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from typing import TypeAlias

from msgspec import Struct

from store import heard
from store.files.errors import StorageError, reason
from store.hearing.proposal import Proposal, Sent
from store.service import Service
from store.settings import Settings
from store.watching import maildir, mbox, vdir
from store.watching.beginnings import Beginning
from store.watching.listening import Listening
from store.watching.places import NoPlace, WatchedPlace, places
from store.watching.positions import (
    FolderPosition,
    Positions,
    load_positions,
    only_one,
    positions_file,
    save_positions,
)
from store.watching.since import beginnings, digests

_EACH = 250
"""Messages after which what was found is kept."""
_SAVED_EACH = 2_000
"""Messages after which it is told how far it is, and written down: that is dear where there are many."""
_EARLIER = timedelta(days=1)
"""A message may lie in its folder with a time before the one it was written at."""


Keep: TypeAlias = Callable[[Sequence[Proposal], Sequence[Sent]], heard.Kept]


class LookProgress(Struct, frozen=True):
    """How far a look is: messages or calendar files that were read, of all that are there.

    In an mbox `read` are those of this look, and `of` is 0: how many there are is not known.
    """

    place: WatchedPlace
    read: int
    of: int


class Looked(Struct, frozen=True):
    """What a look has come to. `trouble`: what could not be read, a sentence each."""

    new: tuple[Proposal, ...] = ()
    logged: tuple[str, ...] = ()
    trouble: tuple[str, ...] = ()
    read: int = 0
    stopped: bool = False
    busy: bool = False
    """Somebody else is looking just now."""


class FolderLook:
    """Looks at what the settings name, for one database."""

    def __init__(
        self,
        service: Service,
        settings: Settings,
        *,
        stopped: Callable[[], bool] = lambda: False,
        progress: Callable[[LookProgress], object] = lambda _: None,
        keep: Keep | None = None,
        pause: Callable[[], object] = lambda: None,
    ) -> None:
        """`keep` puts what was found into the database; by the service itself where it is not given.

        `pause` is called after each message or meeting, so that others in the process have their turn.
        """
        self._service = service
        self._settings = settings
        self._stopped = stopped
        self._progress = progress
        self._kept = keep or partial(heard.keep, service)
        self._pause = pause
        self._trouble: list[str] = []
        self._proposals: list[Proposal] = []
        self._sent: list[Sent] = []
        self._new: list[Proposal] = []
        self._logged: list[str] = []
        self._read = 0
        self._is_new = False
        """Whether a position is another one than was loaded."""
        self._positions = Positions()
        self._hearing: Listening | None = None

    def look(self) -> Looked:
        """Look once at everything. Raises StorageError."""
        watch = self._settings.watch
        if not (watch.calendar or (watch.mail and self._service.exists())):
            return Looked()  # nobody's mail can be of a card where there is none
        self._service.storage.file.prepare()
        file = positions_file(self._service.path)
        with only_one(file) as alone:
            if not alone:
                return Looked(busy=True)
            self._positions = load_positions(file)
            found = list(self._places())
            if (again := self._people_since()) is not None:
                self._begin_again(found, again)
            for place in found:
                if self._stopped():
                    break
                self._at(place)
            self._keep()
            stopped = self._stopped()
            if not stopped:
                self._positions.looked_at = self._service.clock.now()
            if self._is_new:
                save_positions(file, self._positions)
        return Looked(
            tuple(self._new), tuple(self._logged), tuple(self._trouble), self._read, stopped=stopped
        )

    # Since when

    def _people_since(self) -> datetime | None:
        """Notes since when each card is looked out for; the earliest of those with somebody new, if any."""
        book, positions = self._service.book, self._positions
        born = beginnings(book, self._service)
        known = positions.beginnings
        positions.beginnings = {key: min(at, known.get(key, at)) for key, at in born.items()}
        people = {digest: card.id for card in book.interviews.values() for digest in digests(card)}
        fresh = {card for digest, card in people.items() if digest not in positions.people}
        first = not positions.people and not positions.folders
        positions.people = set(people)
        if not fresh:
            return None
        self._is_new = True
        return None if first else min(positions.beginnings[card] for card in fresh)

    # Folders

    def _places(self) -> Iterator[WatchedPlace]:
        for place in places(self._settings.watch):
            if isinstance(place, NoPlace):
                self._trouble.append(str(place))
            else:
                yield place

    def _begin_again(self, found: Iterable[WatchedPlace], again: datetime) -> None:
        """Have what came since then read once more; of a place that is not to be seen now all, once it is.

        In all places before any is read: a look may be stopped on its way.
        """
        folders, self._positions.folders = self._positions.folders, {}
        oldest = int((again - _EARLIER).timestamp()) * 10**9
        for place in found:
            name = str(place.path)
            with suppress(OSError):
                if name in folders:
                    self._positions.folders[name] = _begun_again(place, folders[name], oldest)

    def _at(self, place: WatchedPlace) -> None:
        position = self._positions.folders.setdefault(str(place.path), FolderPosition())
        try:
            if place.kind == "maildir":
                self._maildir(place, position)
            elif place.kind == "mbox":
                self._mbox(place, position)
            else:
                self._calendar(place, position)
        except OSError as why:
            self._trouble.append(f"{place.path} cannot be read: {reason(why)}.")

    def _maildir(self, place: WatchedPlace, position: FolderPosition) -> None:
        now = self._service.clock.now()
        if maildir.unchanged(place, position, now):
            return
        self._is_new = True
        state = maildir.state_of(place, now)
        new = maildir.new_files(place, position)
        known, met_again = len(position.names), False
        for count, file in enumerate(new):
            if self._stopped():
                return
            # One that has just been moved by its mail program is met again at its new place.
            with suppress(FileNotFoundError):
                if self._message(place, Beginning(file.path)):
                    position.names.add(file.name)
                else:
                    met_again = True
            self._step(place, known + count + 1, known + len(new))
        # Writing into a file does not touch the time of its folder.
        position.changed = {} if met_again else state

    def _mbox(self, place: WatchedPlace, position: FolderPosition) -> None:
        if mbox.unchanged(place, position):
            return
        self._is_new = True
        found = place.path.stat()
        for count, message in enumerate(mbox.new_messages(place, position), 1):
            if self._stopped():
                return
            self._message(place, Beginning(str(place.path), message.start, message.end))
            position.last, position.offset = message.begins, message.end
            self._step(place, count, 0)
        position.size, position.mtime_ns = found.st_size, found.st_mtime_ns

    def _calendar(self, place: WatchedPlace, position: FolderPosition) -> None:
        now = self._service.clock.now()
        state = vdir.state_of(place, now)
        new = vdir.changed_files(place, position, now)
        known = len(position.files.keys() - {name for name, _ in new})
        self._is_new = self._is_new or bool(new) or state != position.changed
        for count, (name, file_state) in enumerate(new):
            if self._stopped():
                return
            if self._meeting(place, name):
                position.files[name] = file_state
            self._step(place, known + count + 1, known + len(new))
        position.changed = state

    def _meeting(self, place: WatchedPlace, name: str) -> bool:
        """Hear a calendar file; False where it cannot be read now, which keeps none of the others."""
        try:
            with Beginning(str(place.path / name)) as file:
                raw = file.text()
        except FileNotFoundError:
            return False
        except OSError as why:
            self._trouble.append(f"A calendar file in {place.path} cannot be read: {reason(why)}.")
            return False
        self._hear(lambda hearing: hearing.calendar(raw, name))
        return True

    def _message(self, place: WatchedPlace, beginning: Beginning) -> bool:
        """Hear a message; False where nothing stands there yet, as it is being written in its place."""
        try:
            with beginning as file:
                if file.is_empty:
                    return False
                self._hear(lambda hearing: hearing.message(file, sent=place.sent))
        except FileNotFoundError:
            raise
        except OSError as why:
            self._trouble.append(f"A message in {place.path} cannot be read: {reason(why)}.")
        return True

    def _hear(self, work: Callable[[Listening], tuple[Iterable[Proposal], Iterable[Sent]]]) -> None:
        if self._hearing is None:
            self._hearing = Listening(self._service, self._settings, self._positions.beginnings)
        try:
            proposals, sent = work(self._hearing)
        except OSError:
            raise
        except Exception as fault:  # a message from outside must never end the look, whatever is in it
            self._trouble.append(
                f"A message could not be understood ({type(fault).__name__}); it is passed over."
            )
            return
        self._proposals += proposals
        self._sent += sent

    # Keeping

    def _step(self, place: WatchedPlace, count: int, of: int) -> None:
        self._read += 1
        self._pause()
        if self._read % _EACH == 0:
            self._keep()
        if self._read % _SAVED_EACH == 0:
            self._progress(LookProgress(place, count, of))
            with suppress(StorageError):
                save_positions(positions_file(self._service.path), self._positions)

    def _keep(self) -> None:
        """What was found is in the database before it counts as read."""
        if not self._proposals and not self._sent:
            return
        kept = self._kept(self._proposals, self._sent)
        self._new += kept.new
        self._logged += kept.logged
        self._proposals, self._sent, self._hearing = [], [], None


def _begun_again(place: WatchedPlace, position: FolderPosition, oldest_ns: int) -> FolderPosition:
    """The position from which what came at or after that time is read once more. Raises OSError."""
    if place.kind == "maildir":
        read_again = frozenset(maildir.since(place, position, oldest_ns))
        return FolderPosition(names=position.names - read_again)
    return FolderPosition()
