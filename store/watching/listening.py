"""New messages and meetings, as they are heard: held against the cards as these are when the first is met."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from store.hearing.known import KnownCards
from store.hearing.proposal import Proposal, Sent
from store.people.senders import mailbox_of
from store.service import Service
from store.settings import Settings
from store.watching.beginnings import Beginning


class Listening:
    """Says what is proposed for each."""

    def __init__(self, service: Service, settings: Settings, began: Mapping[str, datetime]) -> None:
        """`began` says when each card began. What is imported here is slow: it is made when it is needed."""
        from store.hearing.hearing import Ear
        from store.hearing.surroundings import Surroundings
        from store.hearing.whose import Owner

        book = service.book
        around = Surroundings(
            KnownCards(book.interviews.values(), {key: began[key] for key in book.interviews}),
            Owner(frozenset(map(mailbox_of, settings.me.addresses)), settings.me.name),
            service.policy,
            service.zone,
            service.clock.now(),
            settings.language,
            settings.date_order,
        )
        self._ear = Ear(book, around)

    def message(self, file: Beginning, *, sent: bool) -> tuple[Iterable[Proposal], Iterable[Sent]]:
        """What a mail comes to. Raises OSError."""
        from store.mail import read_envelope

        envelope = read_envelope(file.headers())
        if not self._ear.wants(envelope, sent=sent):
            return (), ()
        found = self._ear.hear(envelope, file.text(), sent=sent)
        return found.proposals, found.sent

    def calendar(self, raw: bytes, name: str) -> tuple[Iterable[Proposal], Iterable[Sent]]:
        """What a calendar file of that name comes to."""
        return self._ear.hear_calendar(raw, name).proposals, ()
