"""The use cases of pads: what is being typed, or was when a board died that has left it behind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from store.book import Book
from store.changes import drafts
from store.database import autosave
from store.new_ids import new_id

if TYPE_CHECKING:
    from store.service import Service


class LeftPads:
    """What lies among the pads of a service's database."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._state = autosave.state_of(service.path)
        self._distrusted: set[str] = set()
        """What was said of pads that are not believed: once is enough."""

    def take_in(self, limit: float = 8.0) -> int:
        """Take in drafts that a crashed board left behind; how many there were. Raises StorageError.

        One for an interview that is gone stays where it is. `limit` is how many seconds to wait for another
        writer.
        """
        service = self._service
        if not autosave.any_left(service.path):
            return 0
        # Imported on use: hardly ever is anything left.
        from store.database import left_behind

        interviews = service.load().interviews
        service.notes += self.new_distrusted()
        with left_behind.left_behind(service.path) as found:
            for file in [file for file, pad in found.items() if pad.interview not in interviews]:
                service.notes.append(left_behind.of_one_gone(file, service.whose(found.pop(file).interview)))
            taken = sorted(found.values(), key=lambda pad: pad.at)
            if taken:
                now = service.clock.now()
                service.note(service.database.apply(lambda book: _with_pads(book, taken), now, limit=limit))
            for company in sorted({interviews[pad.interview].company for pad in taken if pad.mark}):
                service.notes.append(f"What your editor has made of the text for {company} was taken in.")
            return sum(not pad.mark for pad in taken)

    def new_distrusted(self) -> list[str]:
        """What lies among the pads and is not believed, a sentence each, as far as it is not known here."""
        from store.database import left_behind

        service = self._service
        told = [one.said(service.whose(one.interview)) for one in left_behind.unbelieved(service.path)]
        new = [sentence for sentence in told if sentence not in self._distrusted]
        self._distrusted |= {*new}
        return new

    def changed(self) -> bool:
        """Whether anything among the pads has changed since this was last asked; nothing is read."""
        before, self._state = self._state, autosave.state_of(self._service.path)
        return self._state != before


def _with_pads(book: Book, found: Iterable[autosave.Pad]) -> Book:
    # Imported on use: a status bar names no card.
    from store.finding import found_in

    for pad in found:
        fresh = new_id("d")
        move = drafts.keep(pad.draft, pad.seen, fresh_id=fresh, now=pad.at, mark=pad.mark)
        book = book.with_interviews({pad.interview: move(found_in(book, pad.interview))})
    return book
