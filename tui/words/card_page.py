"""The whole card as text: facts, people, what is owed, its history and the reason for each move. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from store import spans
from store.interview import Interview, LooseEnd, Person, zone_of
from store.people.notation import ASK_WORDS
from store.people.shown_numbers import shown_number
from store.rules.board import Card
from store.rules.deeds import Owing
from store.rules.history import Moment
from store.rules.words import COLUMN_TITLES, stands_in, title_of, to_thank
from store.text import show
from templates.gaps import display
from tui.keymap import Keymap
from tui.words.lines import hanging
from tui.words.owing import owing_words
from tui.words.rounds import earlier_lines, rounds_line


class PageRow(NamedTuple):
    """One line of the page; `event_id` where it stands for an event that can be corrected."""

    text: str
    tone: str = "plain"
    event_id: str | None = None
    waits: bool = False
    """Whether the cursor begins there: something waits for the user."""

    def lines(self, width: int) -> list[str]:
        """In lines of at most `width` cells; longer ones go on below what they say."""
        return hanging(self.text, width)


def page(
    card: Card, moments: tuple[Moment, ...], now: datetime, zone: ZoneInfo, keys: Keymap,
    rounds: Sequence[Interview] = (), heard: Sequence[PageRow] = (),
) -> list[PageRow]:  # fmt: skip
    """Everything a card holds, times in the user's `zone`; `rounds`: those of its application.

    `heard`: the rows of what was heard and waits for the user.
    """
    one = card.interview
    return [
        PageRow(show(title_of(one, " · ")), "title"),
        PageRow(show(f"{COLUMN_TITLES[card.column]}: {card.why}"), "strong"),
        PageRow(""),
        *heard,
        *_rounds(one, rounds, now, zone),
        *_facts(one, zone),
        *_conflicts(one, keys),
        *_people(card, keys),
        *_owes(card, now, zone),
        *_talk(one),
        *_earlier(one, rounds, now, zone),
        PageRow(""),
        PageRow("HISTORY", "heading"),
        *(_moment(moment, zone) for moment in moments),
        *_ahead(card, now, zone),
    ]


def _rounds(one: Interview, rounds: Sequence[Interview], now: datetime, zone: ZoneInfo) -> Iterator[PageRow]:
    if len(rounds) > 1:
        yield PageRow(show(f"Rounds    {rounds_line(one, rounds, now, zone)}"), "strong")


def _earlier(one: Interview, rounds: Sequence[Interview], now: datetime, zone: ZoneInfo) -> Iterator[PageRow]:
    """Whom the user has met in the rounds before, what it was about, and what was sent."""
    places = [place for place, other in enumerate(rounds) if other.id == one.id]
    before = rounds[: places[0]] if places else ()
    if before:
        yield PageRow("")
        yield PageRow("EARLIER ROUNDS", "heading")
    for other in before:
        first, *rest = earlier_lines(other, now, zone)
        yield PageRow(show(f"  {first}"))
        yield from (PageRow(show(f"      {line}"), "dim") for line in rest)


def _facts(one: Interview, zone: ZoneInfo) -> Iterator[PageRow]:
    starts, ends = one.starts_at.astimezone(zone), one.ends_at.astimezone(zone)
    hours = f"{spans.clock_time(starts)} to {spans.clock_time(ends)}"
    when = f"{starts:%A} {starts.day} {starts:%B %Y}, {hours} {starts:%Z}"
    other = one.starts_at.astimezone(zone_of(one))
    if other.utcoffset() != starts.utcoffset():
        when += f" ({other:%a} {spans.clock_time(other)} in {one.zone})"
    yield PageRow(f"When      {when}")
    for name, value in (
        (
            "Where",
            ", ".join(part for part in (one.mode if one.mode != "other" else "", one.location) if part),
        ),
        ("Link", one.link),
        ("Part of", one.opportunity or ""),
        ("Country", one.country or ""),
        ("Language", one.language or ""),
    ):
        if value:
            yield PageRow(show(f"{name:<10}{value}"))
    for place, line in enumerate(show(one.notes, lines=True).split("\n") if one.notes else ()):
        yield PageRow(f"{'Notes' if not place else '':<10}{line}")


def _conflicts(one: Interview, keys: Keymap) -> Iterator[PageRow]:
    if one.conflicts:
        yield PageRow("")
        yield PageRow(
            f"CHANGED IN TWO PLACES: {keys.say('card.edit')} shows both and lets you choose", "warn"
        )
    for conflict in one.conflicts:
        yield PageRow(show(f"  {conflict.field}: another window wrote “{conflict.value}”"), "warn")


def _people(card: Card, keys: Keymap) -> Iterator[PageRow]:
    yield PageRow("")
    yield PageRow("PEOPLE", "heading")
    owed = {one.to: one for one in card.owed}
    for person in card.interview.interviewers:
        yield PageRow(show(f"  {person_line(person)}"))
        if person.id in owed:
            said = to_thank(owed[person.id].channel, owed[person.id].reason)
            yield PageRow(show(f"      {said}"), "dim")
    for person in card.interview.contacts:
        yield PageRow(show(f"  {person_line(person)} (contact)"))
    if not card.interview.people:
        yield PageRow(f"  nobody yet; {keys.say('card.edit')} adds who was there", "dim")
    if card.follow_up is not None:
        whom = card.interview.person(card.follow_up.to)
        verb = "call" if card.follow_up.channel == "call" else "write to"
        yield PageRow(
            show(f"  next: {verb} {whom.name if whom else 'somebody'}: {card.follow_up.reason}"), "strong"
        )


def _owes(card: Card, now: datetime, zone: ZoneInfo) -> Iterator[PageRow]:
    again = {one.id for one in card.kept_in_touch}
    for title, owed in (
        ("YOU OWE THEM", [one for one in card.owes if one.id not in again]),
        ("TO COME BACK TO", card.kept_in_touch),
    ):
        yield from _owed(title, owed, card, now, zone)


def _owed(title: str, owed: Sequence[Owing], card: Card, now: datetime, zone: ZoneInfo) -> Iterator[PageRow]:
    if owed:
        yield PageRow("")
        yield PageRow(title, "heading")
    for one in owed:
        yield PageRow(show(f"  {owing_words(card, one, now, zone)}"), "warn" if one.pressing else "plain")


def person_line(person: Person) -> str:
    """Who somebody is, how they are reached, and what is noted of them."""
    number = shown_number(person.phone or "")
    way = f"{number} (WhatsApp)" if number and person.whatsapp else number
    marks = [f"called {person.called}"] if person.called else []
    marks += [ASK_WORDS[person.ask]] if person.ask is not None else []
    parts = [person.title, person.email, way, *marks, person.notes.replace("\n", " ")]
    return " · ".join([person.name, *(part for part in parts if part)])


def _talk(one: Interview) -> Iterator[PageRow]:
    lists = (
        ("TALKED ABOUT", [f"  {text}" for text in one.topics]),
        ("LOOSE ENDS", [_loose_end(end) for end in one.loose_ends]),
        ("QUESTIONS TO ASK", [f"  {text}" for text in one.questions]),
        ("DRAFTS", [f"  {display(draft.subject or draft.body)[:60]}" for draft in one.drafts]),
    )  # fmt: skip
    for heading, items in lists:
        if items:
            yield PageRow("")
            yield PageRow(heading, "heading")
            yield from (PageRow(show(item)) for item in items)


def _loose_end(end: LooseEnd) -> str:
    return f"  {end.text}" if end.state == "open" else f"  {end.text} ({end.state})"


def _moment(moment: Moment, zone: ZoneInfo) -> PageRow:
    moved = f" → {stands_in(moment.standing)}" if moment.moved else ""
    remark = f": {moment.remark}" if moment.remark else ""
    by_itself = "" if moment.event is not None else "by itself: "
    tone = "plain" if moment.event is not None else "dim"
    event_id = moment.event.id if moment.event is not None else None
    words = f"{by_itself}{moment.what}{remark}{moved}"
    return PageRow(show(f"  {_when(moment.at, zone)}  {words}"), tone, event_id)


def _ahead(card: Card, now: datetime, zone: ZoneInfo) -> Iterator[PageRow]:
    if card.next_change is not None:
        left = spans.long(card.next_change - now)
        yield PageRow(f"  {_when(card.next_change, zone)}  moves on by itself, in {left}", "dim")


def _when(at: datetime, zone: ZoneInfo) -> str:
    """`Fri  4 Dec 14:00`, each as wide."""
    here = at.astimezone(zone)
    return f"{here:%a} {here.day:>2} {here:%b} {spans.clock_column(here)}"
