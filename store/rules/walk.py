"""Along everything that happens to a card, with what it has come to by then. Pure.

Each event is folded in once, those of the other rounds of its application among them: a card of thousands
must not be walked again for every one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from datetime import datetime, timedelta
from itertools import groupby
from typing import NamedTuple

from msgspec import Struct

from store.interview import AnyEvent, Closed, Interview, Promised, Reopened
from store.policy import Policy
from store.rules.elsewhere import AnswersElsewhere, Elsewhere, RoundSoFar, SaidElsewhere, ToldSoFar
from store.rules.standing import Course, Fold, known_events


class Turn(Struct, frozen=True):
    """One event of the card's, or (`event` is None) what happened at an instant on other rounds."""

    at: datetime
    event: AnyEvent | None
    course: Course
    """What the card has come to since.

    Its `elsewhere` has no `events` and no `until`: a card that is made of it is not to be asked for
    `holds_until` or `next_change`.
    """


def walk(
    interview: Interview, policy: Policy, rounds: Sequence[Interview], until: datetime
) -> Iterator[Turn]:
    """The card before anything has happened, and every turn up to `until`, that instant included.

    At one instant what happened on other rounds comes before the card's own events. With the last of these it
    counts behind them all, as in `course`.
    """
    here = _Here(interview, policy, rounds)
    yield Turn(_beginning(interview), None, here.course())
    own = known_events(interview, until)
    others = _others(interview, rounds, until)
    place = 0
    for at, turn in groupby(others, key=lambda one: one[0]):
        while place < len(own) and own[place].at < at:
            yield Turn(own[place].at, own[place], here.take(own[place]))
            place += 1
        told = here.hear(at, [(where, event) for _, where, event in turn])
        meanwhile: list[AnyEvent] = []
        while place + len(meanwhile) < len(own) and own[place + len(meanwhile)].at == at:
            meanwhile.append(own[place + len(meanwhile)])
        if not meanwhile:
            yield Turn(at, None, here.count(at, told))
            continue
        # What was told stands behind all of these: until the last of them it is counted in a copy.
        so_far = here.copy()
        yield Turn(at, None, so_far.count(at, told))
        for event in meanwhile[:-1]:
            here.take(event)
            yield Turn(at, event, so_far.take(event))
        here.take(meanwhile[-1])
        yield Turn(at, meanwhile[-1], here.count(at, told))
        place += len(meanwhile)
    for event in own[place:]:
        yield Turn(event.at, event, here.take(event))


def _beginning(interview: Interview) -> datetime:
    """Just before anything has happened on a card itself."""
    return min([interview.starts_at, *(event.at for event in interview.events)]) - timedelta(seconds=1)


def _others(
    interview: Interview, rounds: Sequence[Interview], until: datetime
) -> list[tuple[datetime, int, AnyEvent]]:
    """What may count here and happened on other rounds, in order: when, on which of them, and what."""
    found = [
        (event.at, place, event)
        for place, one in enumerate(rounds)
        if one.id != interview.id
        for event in one.events
        if isinstance(event, Closed | Reopened | Promised) and event.at <= until
    ]
    return sorted(found, key=lambda one: one[:2])


class _Told(NamedTuple):
    """What was said at one instant on other rounds."""

    promises: list[Promised]
    """What was promised on earlier ones."""
    elsewhere: Elsewhere | None
    """What the others mean since; None where that is as it was."""
    called_off: list[SaidElsewhere]
    """What later ones say since then because they are called off."""
    taken_back: bool
    """Whether later ones no longer say what they said because they were."""


class _Here:
    """Where the walk has come to."""

    def __init__(self, interview: Interview, policy: Policy, rounds: Sequence[Interview]) -> None:
        self._rounds = [RoundSoFar(one, place, policy) for place, one in enumerate(rounds)]
        self._place = next((one.place for one in self._rounds if one.interview.id == interview.id), 0)
        self._answers = AnswersElsewhere(self._rounds)
        self._elsewhere = self._answers.to(self._place, min(one.starts_at for one in (interview, *rounds)))
        self._taken: list[AnyEvent] = []
        self._fold = Fold(interview, policy)
        """Its own events, and what earlier rounds have passed on: these stay."""
        self._passed_on = ToldSoFar()
        self._called_off = ToldSoFar()
        self._said: dict[int, list[SaidElsewhere]] = {}
        """What each later round says that is called off, by its place."""
        self._with_those: Fold | None = None
        """The fold with all that, while there is any."""

    def copy(self) -> _Here:
        """The same once more, to take its own events in another way; the other rounds are those of both."""
        new = copy(self)
        new._taken = [*self._taken]
        new._fold = self._fold.copy()
        new._with_those = self._with_those and self._with_those.copy()
        return new

    def take(self, event: AnyEvent) -> Course:
        """The next of its own events."""
        self._taken.append(event)
        self._add(event)
        return self.course()

    def hear(self, at: datetime, events: Sequence[tuple[int, AnyEvent]]) -> _Told:
        """What has happened at an instant on other rounds, each with the place of its round."""
        promises: list[Promised] = []
        turned: dict[int, None] = {}
        for place, event in events:
            one = self._rounds[place]
            had, known = one.closed, len(one.promises)
            self._answers.take(place, event)
            if one.closed is not had:
                turned[place] = None
            if place < self._place:
                promises += self._pass_on(one.promises[known:])
        if not turned:
            return _Told(promises, None, [], False)
        fresh: list[SaidElsewhere] = []
        taken_back = False
        for place in turned:
            if place > self._place:
                came, went = self._replace(place)
                fresh += came
                taken_back |= went
        return _Told(promises, self._answers.to(self._place, at), fresh, taken_back)

    def count(self, at: datetime, told: _Told) -> Course:
        """Have what was said at an instant on other rounds count."""
        for event in told.promises:
            self._add(event)
        self._elsewhere = told.elsewhere or self._elsewhere
        if not self._said:
            self._with_those = None
        elif told.taken_back or any(one.at != at for one in told.called_off):
            self._with_those = self._anew()
        elif told.called_off:
            self._with_those = self._with_those or self._fold.copy()
            for one in told.called_off:
                self._with_those.take(one.event)
        return self.course()

    def _add(self, event: AnyEvent) -> None:
        self._fold.take(event)
        if self._with_those is not None:
            self._with_those.take(event)

    def _pass_on(self, promises: Sequence[SaidElsewhere]) -> Iterator[Promised]:
        """Those of an earlier round's that count here."""
        for told in promises:
            if told.passes_on_to(self._interview) and isinstance(told.event, Promised):
                self._passed_on.add(told)
                yield told.event

    def _replace(self, place: int) -> tuple[list[SaidElsewhere], bool]:
        """What a later round that was closed or reopened says more than before, and whether it says less."""
        had, says = self._said.pop(place, []), self._rounds[place].when_called_off()
        if says:
            self._said[place] = says
        before, since = ({(one.place, one.at) for one in some} for some in (had, says))
        came = [one for one in says if (one.place, one.at) not in before]
        went = [one for one in had if (one.place, one.at) not in since]
        for one in went:
            self._called_off.drop(one)
        for one in came:
            self._called_off.add(one)
        return came, bool(went)

    @property
    def _interview(self) -> Interview:
        return self._fold.interview

    def _anew(self) -> Fold:
        """Those count from when they were said, which may be long before they are called off."""
        fold = Fold(self._interview, self._fold.policy)
        instants = [event.at for event in self._taken]
        told = [
            *self._passed_on.telling(self._interview, instants),
            *self._called_off.telling(self._interview, instants),
        ]
        events = [*self._taken, *(one.event for one in sorted(told))]
        for event in sorted(events, key=lambda one: one.at):
            fold.take(event)
        return fold

    def course(self) -> Course:
        """What it has come to."""
        return (self._with_those or self._fold).course(self._elsewhere)
