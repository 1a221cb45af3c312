"""All there has been with one company, across its rounds and applications, in the order of time. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from store import spans
from store.interview import AnyEvent, Company, Interview, Person
from store.people.identity import name_key
from store.rules.application import folded, key_of
from store.rules.board import Card
from store.rules.standing import known_events
from store.rules.words import COLUMN_TITLES, EventWords, remark, text_sent
from store.text import show
from tui.words.card_page import person_line
from tui.words.lines import flow

_INDENT = " " * 16
_IN = "  "


class CompanyRow(NamedTuple):
    """A line of the page; `card_id` is the interview that it is of, where one can be opened."""

    text: str
    tone: str = "plain"
    card_id: str | None = None
    before: str = ""
    """What stands before its first line; the others begin as far in."""

    def lines(self, width: int) -> list[str]:
        """It in lines of at most `width` cells."""
        before = self.before if len(self.before) <= width // 2 else self.before[:2]
        text = self.text if before == self.before else f"{self.before.strip()} {self.text}".strip()
        first, *rest = flow(text, max(1, width - len(before)))
        return [before + first, *(" " * len(before) + line for line in rest)]


def of_company(cards: Iterable[Card], company: str) -> list[Card]:
    """The cards of a company and of every application it takes part in, by their interviews' times."""
    cards = [*cards]
    own = {key_of(card.interview) for card in cards if folded(card.interview.company) == folded(company)}
    found = [card for card in cards if key_of(card.interview) in own]
    return sorted(found, key=lambda card: (card.interview.starts_at, card.id))


def company_rows(
    cards: Sequence[Card], company: str, known: Company | None, now: datetime, zone: ZoneInfo
) -> list[CompanyRow]:
    """The page line by line: how it stands, who is there, all that was said; `known`: what is noted of it."""
    rows = [CompanyRow(show(company), "title")]
    if not cards:
        return [*rows, CompanyRow("There is no interview with this company any more.", "dim")]
    rows += [CompanyRow(show(_standing(card)), "strong", card.id, _IN) for card in reversed(cards)]
    if known is not None and known.no_thanks:
        rows.append(CompanyRow("They want no thank-you letters.", "dim"))
    if known is not None and known.notes:
        rows += [CompanyRow(""), CompanyRow("NOTES", "heading")]
        rows += [CompanyRow(line, before=_IN) for line in show(known.notes, lines=True).split("\n")]
    people = _people(cards)
    if people:
        rows += [CompanyRow(""), CompanyRow("PEOPLE", "heading")]
        rows += [CompanyRow(show(person_line(one)), before=_IN) for one in people]
    return [*rows, CompanyRow(""), CompanyRow("ALL THAT WAS SAID", "heading"), *_history(cards, now, zone)]


def _standing(card: Card) -> str:
    one = card.interview
    what = " · ".join(filter(None, (one.role, one.round))) or "interview"
    return f"{what}: {COLUMN_TITLES[card.column]}, {card.why}"


def _people(cards: Sequence[Card]) -> list[Person]:
    """Everybody once, as the latest card has them."""
    found: dict[tuple[str, ...], Person] = {}
    for card in reversed(cards):
        for one in card.interview.people:
            found.setdefault(name_key(one.name) or (one.email or one.phone or one.id,), one)
    return [*found.values()]


def _history(cards: Sequence[Card], now: datetime, zone: ZoneInfo) -> Iterator[CompanyRow]:
    """Interviews and events of all cards, oldest first, under the year where it changes."""
    rounds = len(cards) > 1
    happened = [
        (event.at, place, list(_event_rows(telling, card.interview, event, zone, rounds=rounds)))
        for place, card in enumerate(cards)
        for telling in (EventWords(card.interview, zone),)
        for event in known_events(card.interview, now)
    ]
    happened += [
        (card.interview.starts_at, place, [_interview_row(card.interview, now, zone)])
        for place, card in enumerate(cards)
    ]
    year = None
    for at, _, rows in sorted(happened, key=lambda one: one[:2]):
        if (this := at.astimezone(zone).year) != year:
            year = this
            yield CompanyRow(str(year), "dim", before=_IN)
        yield from rows


def _interview_row(one: Interview, now: datetime, zone: ZoneInfo) -> CompanyRow:
    what = " · ".join(filter(None, (one.role, one.round)))
    names = ", ".join(person.name for person in one.interviewers if person.name)
    to_come = "to come: " if one.starts_at > now else ""
    words = f"{to_come}interview{f': {what}' if what else ''}{f', with {names}' if names else ''}"
    return CompanyRow(show(words), "strong", one.id, _when(one.starts_at, zone))


def _event_rows(
    telling: EventWords, one: Interview, event: AnyEvent, zone: ZoneInfo, *, rounds: bool
) -> Iterator[CompanyRow]:
    noted = remark(event)
    of = f" ({one.round})" if rounds and one.round else ""
    said = f"{telling.told(event)}{of}{f': {noted}' if noted else ''}"
    yield CompanyRow(show(said, lines=True), "plain", one.id, _when(event.at, zone))
    if text := text_sent(event):
        yield CompanyRow(show(text, lines=True), "dim", before=_INDENT)


def _when(at: datetime, zone: ZoneInfo) -> str:
    here = at.astimezone(zone)
    return f"  {here.day:>2} {here:%b} {spans.clock_column(here)}  "
