"""`ringback show`: one card whole, with its history."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import datetime
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from store import spans
from store.exchange.bundles import KEPT_HERE
from store.interview import Interview, Person, iso, zone_of
from store.people.notation import ASK_WORDS
from store.people.shown_numbers import shown_number
from store.rules.board import Card
from store.rules.history import Moment
from store.rules.words import CHANNEL_WORDS, COLUMN_TITLES, stands_in, title_of, to_thank
from templates.gaps import display
from tui.cli.listing import entry
from tui.cli.output import put, put_json
from tui.cli.session import CommandSession
from tui.words.owing import owing_words


def run_show(args: argparse.Namespace, session: CommandSession) -> None:
    """Print the card, for people or for programs."""
    at = session.at(args.at)
    interview = session.open().named(" ".join(args.id))
    card = session.service.card(interview, at)
    moments = session.service.history(interview, at)
    if args.json:
        put_json(_plain(card, moments, at))
        return
    for line in _lines(card, moments, at, session.zone):
        put(line)


def _plain(card: Card, moments: tuple[Moment, ...], at: datetime) -> dict[str, Any]:
    record = msgspec.to_builtins(card.interview)
    for field, kept_here in KEPT_HERE.items():
        entries = [record[field] or {}] if field == "calendar" else record[field]
        for entry_of, name in product(entries, kept_here):
            entry_of.pop(name, None)
    return {
        "version": 1,
        "at": iso(at),
        "interview": record,
        "card": entry(card),
        "history": [_moment(moment) for moment in moments],
    }


def _moment(moment: Moment) -> dict[str, Any]:
    return {
        "at": iso(moment.at),
        "event": None if moment.event is None else moment.event.id,
        "column": moment.standing.column,
        "level": moment.standing.level,
        "moved": moment.moved,
        "what": moment.what,
    }


def _lines(card: Card, moments: tuple[Moment, ...], at: datetime, zone: ZoneInfo) -> Iterator[str]:
    interview = card.interview
    yield title_of(interview, " · ")
    yield f"{COLUMN_TITLES[card.column].upper()}: {card.why}"
    yield from _facts(interview, zone)
    yield from _people(card)
    owes = [f"{one.id}  {owing_words(card, one, at, zone)}" for one in card.owes]
    yield from _listed("you owe them", owes)
    yield from _listed("topics", interview.topics)
    yield from _listed("loose ends", [f"{one.text} ({one.state})" for one in interview.loose_ends])
    yield from _listed("questions", interview.questions)
    yield from _listed("notes", interview.notes.splitlines())
    drafts = [
        f"{one.id}  {one.purpose}, {CHANNEL_WORDS[one.channel]}: "
        + display(one.subject or _first_line(one.body))
        for one in interview.drafts
    ]
    yield from _listed("drafts", drafts)
    yield from _listed("conflicts", [f"{one.field}: also {one.value}" for one in interview.conflicts])
    yield from _listed("history", [_past(moment, zone) for moment in moments])
    ahead = [f"{one.id}  {spans.dated(one.at, zone)}  {one.KIND}" for one in interview.events if one.at > at]
    yield from _listed("events ahead, not yet known", ahead)


def _facts(interview: Interview, zone: ZoneInfo) -> Iterator[str]:
    there = zone_of(interview)
    begins_there = spans.dated(interview.starts_at, there)
    ends = spans.clock_time(interview.ends_at, zone)
    facts = {
        "id": interview.id,
        "when": f"{spans.dated(interview.starts_at, zone)} – {ends} {zone.key}",
        "there": f"{begins_there} {interview.zone}" if there.key != zone.key else "",
        "mode": interview.mode if interview.mode != "other" else "",
        "opportunity": interview.opportunity or "",
        "location": interview.location,
        "link": interview.link,
        "country": interview.country or "",
        "language": interview.language or "",
    }
    for name, value in facts.items():
        if value:
            yield f"  {name:<12} {value}"


def _people(card: Card) -> Iterator[str]:
    owed = {one.to: to_thank(one.channel, one.reason) for one in card.owed}
    interviewers = [_person(one, owed.get(one.id, "")) for one in card.interview.interviewers]
    if None in owed:
        interviewers.append(f"nobody known; {owed[None]}")
    yield from _listed("interviewers", interviewers)
    yield from _listed("contacts", [_person(one, "") for one in card.interview.contacts])
    if card.follow_up is not None:
        who = card.interview.person(card.follow_up.to)
        name = f" {who.name}" if who is not None else ""
        way = CHANNEL_WORDS[card.follow_up.channel] if card.follow_up.channel is not None else "ask"
        yield from _listed("next", [f"{way}{name}: {card.follow_up.reason}"])


def _person(person: Person, owed: str) -> str:
    parts = [person.name, person.title, person.email or "", shown_number(person.phone or "")]
    parts += ["WhatsApp" if person.whatsapp else "", f"called {person.called}" if person.called else ""]
    parts += [ASK_WORDS[person.ask] if person.ask is not None else "", person.notes.replace("\n", " "), owed]
    return f"{person.id}  {', '.join(part for part in parts if part)}"


def _past(moment: Moment, zone: ZoneInfo) -> str:
    mark = moment.event.id if moment.event is not None else "·"
    said = f" “{moment.remark}”" if moment.remark else ""
    moved = f"  → {stands_in(moment.standing).lower()}" if moment.moved else ""
    return f"{spans.dated(moment.at, zone, column=True)}  {mark}  {moment.what}{said}{moved}"


def _first_line(text: str) -> str:
    return next((line for line in text.splitlines() if line.strip()), "(empty)")


def _listed(title: str, lines: list[str] | tuple[str, ...]) -> Iterator[str]:
    if lines:
        yield f"\n{title}"
        yield from (f"  {line}" for line in lines)
