"""How far the last read of several texts has come: which is shown, handed over, sent. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.handover.outgoing import Outgoing, OutgoingChannel
from tui.handover.ways import WayId


class Handed(NamedTuple):
    """What became of one person's text."""

    to: str
    """The person's id; blank where nobody is known."""
    channel: OutgoingChannel
    way: WayId | None
    """The last way that took it; None where the user sent it in a way of their own."""
    sent: bool
    """The user says that it has been sent."""


class HandedOver(NamedTuple):
    """What became of the texts; only people for whom something was done, in the order they were given."""

    people: tuple[Handed, ...]

    @property
    def sent(self) -> tuple[Handed, ...]:
        """Those of whom the user says that theirs has been sent."""
        return tuple(one for one in self.people if one.sent)


class Progress:
    """One text is shown at a time; an answer leads to the next that has none."""

    def __init__(self, texts: Sequence[Outgoing]) -> None:
        if not texts:
            raise ValueError("there is no text to hand over")
        self.texts = tuple(texts)
        self.place = 0
        self._ways: dict[int, WayId] = {}
        self._answers: dict[int, bool] = {}

    @property
    def text(self) -> Outgoing:
        """The text that is shown."""
        return self.texts[self.place]

    @property
    def way(self) -> WayId | None:
        """The last way that took it."""
        return self._ways.get(self.place)

    @property
    def sent(self) -> bool:
        """Whether the user says that it has been sent."""
        return self._answers.get(self.place, False)

    def turn(self, by: int) -> None:
        """To another text, round and round."""
        self.place = (self.place + by) % len(self.texts)

    def handed(self, way: WayId) -> None:
        """A way took the text that is shown."""
        self._ways[self.place] = way

    def answer(self, *, sent: bool) -> bool:
        """Note whether it has been sent, and go to the next text without one; False if there is none."""
        self._answers[self.place] = sent
        count = len(self.texts)
        following = ((self.place + step) % count for step in range(1, count))
        place = next((one for one in following if one not in self._answers), None)
        if place is None:
            return False
        self.place = place
        return True

    def result(self) -> HandedOver | None:
        """What was done; None if nothing."""
        people = tuple(
            Handed(text.to, text.channel, self._ways.get(at), self._answers.get(at, False))
            for at, text in enumerate(self.texts)
            if at in self._ways or self._answers.get(at)
        )
        return HandedOver(people) if people else None
