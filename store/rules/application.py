"""The rounds of one application: which interviews belong together, and what one says for another. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from store.interview import (
    AnyEvent,
    Closed,
    Heard,
    Interview,
    Promised,
    Reopened,
    deadline,
    iso,
    without_repeats,
)
from store.policy import Policy
from store.rules.office import Office, office_of

Key: TypeAlias = tuple[str, ...]


def folded(text: str | None) -> str:
    """As names are compared: case folded, white space at the ends dropped and inside one space."""
    return " ".join(text.casefold().split()) if text else ""


def key_of(interview: Interview) -> Key:
    """What the interviews of one application have in common: the opportunity, else company and role."""
    if opportunity := folded(interview.opportunity):
        return ("opportunity", opportunity)
    company, role = folded(interview.company), folded(interview.role)
    return ("role", company, role) if role else ("alone", interview.id)


def other_rounds(interview: Interview, interviews: Iterable[Interview]) -> list[Interview]:
    """The other interviews of its application, the last to begin first."""
    own = key_of(interview)
    found = (one for one in interviews if one.id != interview.id and key_of(one) == own)
    return sorted(found, key=lambda one: one.starts_at, reverse=True)


def counts_from(interview: Interview) -> datetime:
    """The instant by which rounds are ordered: the end, of something recorded the start."""
    return interview.starts_at if interview.mode == "recorded" else interview.ends_at


def _order(interview: Interview) -> tuple[datetime, datetime, str]:
    return counts_from(interview), interview.starts_at, interview.id


class Applications:
    """All interviews by the applications they belong to."""

    def __init__(self, interviews: Iterable[Interview]) -> None:
        self._keys: dict[str, Key] = {}
        self._together: dict[Key, tuple[Interview, ...]] = {}
        together: dict[Key, list[Interview]] = {}
        for interview in interviews:
            key = self._keys[interview.id] = key_of(interview)
            together.setdefault(key, []).append(interview)
        for key, rounds in together.items():
            self._together[key] = tuple(sorted(rounds, key=_order)) if len(rounds) > 1 else tuple(rounds)

    def rounds(self, interview: Interview) -> Sequence[Interview]:
        """The rounds of its application in their order, itself among them."""
        key = self._keys.get(interview.id)
        return (interview,) if key is None else self._together[key]

    def together(self, ids: Iterable[str]) -> frozenset[str]:
        """These interviews and the other rounds of theirs: what one says moves the others."""
        keys = {key for one in ids if (key := self._keys.get(one)) is not None}
        return frozenset(one.id for key in keys for one in self._together[key])

    def following(self, changed: Mapping[str, Interview | None]) -> Applications:
        """The same with some interviews put in, replaced, or (None) taken out."""
        if not changed:
            return self
        new = Applications(())
        new._keys, new._together = dict(self._keys), dict(self._together)
        for interview_id, interview in changed.items():
            new._take_out(interview_id)
            if interview is not None:
                key = new._keys[interview_id] = key_of(interview)
                rounds = (*new._together.get(key, ()), interview)
                new._together[key] = tuple(sorted(rounds, key=_order))
        return new

    def _take_out(self, interview_id: str) -> None:
        key = self._keys.pop(interview_id, None)
        if key is not None:
            left = tuple(one for one in self._together.pop(key) if one.id != interview_id)
            if left:
                self._together[key] = left


class Elsewhere(Struct, frozen=True, kw_only=True):
    """What the other rounds of its application mean for an interview at one instant."""

    later: Interview | None = None
    """The first later round; there the answer has come."""
    offer_until: datetime | None = None
    """Until when an offer is pending on another round, if nothing more happens."""
    events: tuple[AnyEvent, ...] = ()
    """What was said on other rounds and counts here, in the order of these; to stand behind its own."""
    until: datetime | None = None
    """When the next of what is entered on other rounds for later takes effect."""


ALONE = Elsewhere()


def elsewhere(interview: Interview, rounds: Sequence[Interview], policy: Policy, now: datetime) -> Elsewhere:
    """What the other rounds mean for `interview` by what is known at `now`."""
    if len(rounds) < 2:
        return ALONE
    later: Interview | None = None
    offer_until: datetime | None = None
    events: list[AnyEvent] = []
    is_later = False
    for other in rounds:
        if other.id == interview.id:
            is_later = True
            continue
        known = _Known(other, now)
        if (answer_by := known.offer) is not None:
            until = office_of(other, policy).instant(answer_by) + timedelta(days=policy.quiet_after)
            if now < until and (offer_until is None or until > offer_until):
                offer_until = until
        if is_later and known.called_off is None:
            later = later or other
        elif known.called_off is not None and is_later:
            events += [*known.promises(office_of(other, policy)), Heard(id="", at=known.called_off.at)]
        elif not is_later:
            events += _passed_on(known, interview, office_of(other, policy))
    ahead = min((event.at for one in rounds for event in one.events if event.at > now), default=None)
    return Elsewhere(later=later, offer_until=offer_until, events=tuple(events), until=ahead)


class _Known:
    """What has happened on another round by `now`."""

    def __init__(self, interview: Interview, now: datetime) -> None:
        self.interview = interview
        self._promises: list[Promised] = []
        closed: Closed | None = None
        known = sorted((one for one in interview.events if one.at <= now), key=lambda one: one.at)
        for event in without_repeats(known):
            if isinstance(event, Closed):
                closed = event
            elif isinstance(event, Reopened):
                closed = None
            elif isinstance(event, Promised) and closed is None:
                self._promises.append(event)
        self.called_off = closed if closed is not None and closed.result == "cancelled" else None
        self.offer: date | None = None
        """By when an offer has to be answered."""
        if closed is not None and closed.answer_by is not None:
            self.offer = deadline(closed.answer_by)

    def promises(self, office: Office) -> list[Promised]:
        """Its promises as they count elsewhere: nobody of that card has named them, and a date is an hour."""
        return [_without_card(one, office) for one in self._promises]


def _without_card(event: Promised, office: Office) -> Promised:
    limit = deadline(event.callback_by)
    if isinstance(limit, datetime):
        return replace(event, id="", by=None)
    # A ring without an hour is an answer; with one, made of the date here, it must not become a ring.
    return replace(event, id="", by=None, callback_by=iso(office.closing(limit)), how="answer")


def _passed_on(known: _Known, to: Interview, office: Office) -> list[Promised]:
    starts = to.starts_at.astimezone(office.zone).date()
    return [one for one in known.promises(office) if starts <= one.at.astimezone(office.zone).date()]
