"""From a card to the draft that is opened for it: which template, which recipients, what the checks know.

Pure but for the templates. One of the user's own may take seconds to render: not while a screen waits.
"""

from __future__ import annotations

from dataclasses import replace as with_fields
from datetime import datetime
from typing import cast
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from store import spans
from store.book import Book
from store.changes.drafts import latest
from store.interview import Channel, Draft, Interview, Person, Purpose, Thanks, ThanksSkipped
from store.rules import channel as channels
from store.rules.board import Card
from store.rules.words import CHANNEL_WORDS, by_channel
from store.settings import Settings
from templates.choice import best
from templates.library import Library, Text
from templates.template import Template
from tui.messages.card_words import situation, values
from tui.messages.occasion import Occasion, occasion_for
from tui.messages.open_draft import Note, OpenDraft, Recipient
from tui.messages.proof_case import case, render_all

LONGEST_NOTE = 200
"""Characters beyond which a paragraph of notes is not offered for insertion."""


def occasion_to_write(card: Card, settings: Settings, now: datetime, to: Person | None = None) -> Occasion:
    """The message to write for a card: what it asks for, or a status mail where it asks for a call."""
    occasion = occasion_for(card, settings.policy, now, to)
    if occasion.purpose != "call":
        return occasion
    recipient = occasion.to if occasion.to is not None and occasion.to.email else None
    recipient = recipient or next((one for one in card.interview.people if one.email), occasion.to)
    return replace(occasion, purpose="status", channel="email", to=recipient)


def choices(
    occasion: Occasion, library: Library, book: Book, settings: Settings, now: datetime
) -> list[tuple[Template, str]]:
    """The templates for it, the one that fits best first, each with the reason."""
    return best(library.all(), situation(occasion, book, settings, now))


def text_from(occasion: Occasion, library: Library, template: str, settings: Settings) -> Text:
    """The text a template gives. Raises UnknownTemplate, BrokenTemplate."""
    return library.render(template, values(occasion, settings))


def new_draft(
    occasion: Occasion, library: Library, book: Book, settings: Settings, now: datetime, *, draft_id: str
) -> Draft:
    """A draft from the template that fits best; an empty one where there is none. Raises BrokenTemplate."""
    purpose = cast("Purpose", occasion.purpose if occasion.purpose in ("thanks", "status") else "other")
    empty = Draft(id=draft_id, purpose=purpose, channel=cast("Channel", occasion.channel))
    ranked = choices(occasion, library, book, settings, now)
    if not ranked:
        return empty
    name = ranked[0][0].name
    text = text_from(occasion, library, name, settings)
    return replace(empty, subject=text.subject, body=text.body, template=name)


def current_draft(occasion: Occasion) -> Draft | None:
    """The draft already begun for this occasion's purpose, last written in."""
    return latest(occasion.interview, occasion.purpose)


def open_draft(
    occasion: Occasion,
    draft: Draft,
    seen: Draft | None,
    *,
    library: Library,
    book: Book,
    settings: Settings,
    now: datetime,
    zone: ZoneInfo,
) -> OpenDraft:
    """What the editor is opened with for this draft; times in the user's `zone`."""
    interview = occasion.interview
    rendered = render_all(library, occasion, settings, also=draft.template)
    status = ""
    if seen is not None and seen.updated_at is not None:
        status = f"saved {spans.moment(seen.updated_at, now, zone).removeprefix('today ')}"
    return OpenDraft(
        interview_id=interview.id,
        company=interview.company,
        purpose=draft.purpose,
        draft=draft,
        seen=seen,
        recipients=recipients(occasion, settings, now),
        shown=occasion.to.id if occasion.to is not None else "",
        case=with_fields(
            case(occasion, book, settings, now, draft=draft, rendered=rendered),
            dismissed=frozenset(book.preferences.dismissed),
        ),
        now=now,
        zone=zone,
        notes=notes(interview, book, settings),
        status=status,
    )


def recipients(occasion: Occasion, settings: Settings, now: datetime) -> tuple[Recipient, ...]:
    """Whom the message may go to: for thanks everyone who was there, else everyone with an address."""
    interview = occasion.interview
    if occasion.purpose != "thanks":
        people = [one for one in interview.people if one.email] or [one for one in (occasion.to,) if one]
        return tuple(Recipient(id=one.id, name=one.name) for one in people) or (Recipient(id="", name=""),)
    if not interview.interviewers:
        return (Recipient(id="", name="", way=by_channel("recruiter")),)
    return tuple(_thanked(occasion, person, settings, now) for person in interview.interviewers)


def _way_words(way: channels.ThanksWay | None) -> str:
    """The way advised, where it is not e-mail, which goes without saying."""
    if way == "email" or way is None:
        return ""
    return by_channel(way) if way == "recruiter" else CHANNEL_WORDS[way]


def _thanked(occasion: Occasion, person: Person, settings: Settings, now: datetime) -> Recipient:
    way = channels.thanks_by(occasion.course, person, settings.policy, now).channel
    channel: Channel = "email" if way == "recruiter" or way is None else way
    recipient = Recipient(id=person.id, name=person.name, channel=channel, way=_way_words(way))
    if person in occasion.course.unsettled:
        return recipient
    ends = occasion.interview.ends_at
    for event in occasion.interview.events:
        if event.at <= now and isinstance(event, Thanks) and event.to in (person.id, None):
            if isinstance(event, ThanksSkipped):
                return with_fields(recipient, status="skipped")
            after = f"{spans.short(event.at - ends)} after" if event.at >= ends else ""
            return with_fields(recipient, status="thanked", words=after)
    return with_fields(recipient, status="thanked")


def notes(interview: Interview, book: Book, settings: Settings) -> tuple[Note, ...]:
    """What there is for a text: topics, loose ends, own strengths, what earlier rounds said, and notes."""
    found: list[Note] = [Note("topic", topic) for topic in interview.topics]
    found += [Note("loose end", one.text) for one in interview.loose_ends if one.state == "open"]
    found += [Note("strength", strength) for strength in settings.me.about]
    for earlier in _earlier(interview, book):
        found += [Note("earlier round", topic) for topic in earlier.topics]
        found += [Note("earlier round", one.text) for one in earlier.loose_ends if one.state == "open"]
    for text in (*(one.notes for one in interview.interviewers), interview.notes):
        lines = (line.strip() for line in text.splitlines())
        found += [Note("note", line) for line in lines if line and len(line) <= LONGEST_NOTE]
    return tuple(dict.fromkeys(found))


def _earlier(interview: Interview, book: Book) -> list[Interview]:
    """The rounds of the same application before this one, the last first."""
    if interview.opportunity is None:
        return []
    rounds = [
        one
        for one in book.interviews.values()
        if one.opportunity == interview.opportunity and one.starts_at < interview.starts_at
    ]
    return sorted(rounds, key=lambda one: one.starts_at, reverse=True)
