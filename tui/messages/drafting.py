"""From a card to the draft that is opened for it: which template, which recipients, what the checks know.

Pure but for the templates. One of the user's own may take seconds to render: not while a screen waits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace as with_fields
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from store import spans
from store.book import Book
from store.changes.drafts import Form, form_of, is_sent, latest
from store.interview import Channel, Draft, Interview, Person, Purpose, Thanked, Thanks
from store.languages import ENGLISH
from store.rules import channel as channels
from store.rules.application import other_rounds
from store.rules.board import Card
from store.rules.words import CHANNEL_WORDS, by_channel
from store.settings import Settings
from templates.choice import best, holds, to_choose
from templates.library import Library
from templates.template import Template
from tui.messages.card_words import language_of, situation, text_of
from tui.messages.occasion import Occasion, occasion_for, purposes, writes_by, written_to
from tui.messages.open_draft import Note, OpenDraft, Recipient, TemplateChoice
from tui.messages.proof_case import case, template_text

LONGEST_NOTE = 200
"""Characters beyond which a paragraph of notes is not offered for insertion."""


def occasion_to_write(
    card: Card, settings: Settings, now: datetime, to: Person | None = None, purpose: Purpose | None = None,
    of: str | None = None,
) -> Occasion:  # fmt: skip
    """The message to write for a card: for the purpose given, or what it asks for, in writing.

    `of` is the id of what is delivered.
    """
    occasion = occasion_for(card, settings.policy, now, to, purpose, of)
    if occasion.purpose != "call":
        return occasion
    recipient = occasion.to if occasion.to is not None and occasion.to.email else None
    recipient = recipient or next(iter(written_to(card.interview.people)), occasion.to)
    return replace(occasion, purpose="status", channel=writes_by(recipient), to=recipient)


def choices(
    occasion: Occasion, library: Library, book: Book, settings: Settings, now: datetime
) -> list[tuple[Template, str]]:
    """The templates for it, the one that fits best first, each with the reason."""
    return best(library.all(), situation(occasion, book, settings, now))


def new_draft(
    occasion: Occasion, library: Library, book: Book, settings: Settings, now: datetime, *, draft_id: str,
    ends: str = "",
) -> Draft:  # fmt: skip
    """A draft from the template that fits best, or from one that `ends` the card so; an empty one where
    there is none, or where only the user knows what is to be said. Raises BrokenTemplate."""
    empty = empty_draft(occasion, draft_id)
    wanted = situation(occasion, book, settings, now)
    ranked = best(library.all(), wanted)
    if ends:
        ranked = [one for one in ranked if one[0].ends == ends and holds(one[0], wanted)]
    if not ranked or (not ends and to_choose(library.all(), wanted)):
        return empty
    name = ranked[0][0].name
    text = text_of(library, name, occasion, settings, book, now)
    return replace(empty, subject=text.subject, body=text.body, template=name)


def empty_draft(occasion: Occasion, draft_id: str) -> Draft:
    """A draft for this message in which nothing stands yet."""
    purpose: Purpose = "voicemail" if occasion.purpose == "call" else occasion.purpose
    channel: Channel = "other" if occasion.channel == "call" else occasion.channel
    return Draft(id=draft_id, purpose=purpose, channel=channel)


_HEADINGS: dict[Purpose, str] = {
    "thanks": "Thanks",
    "status": "Asking where things stand",
    "voicemail": "On the telephone",
    "reply": "Replies",
    "delivery": "Sending what was promised",
    "other": "Other",
}


def every_choice(
    card: Card, occasion: Occasion, library: Library, book: Book, settings: Settings, now: datetime
) -> list[TemplateChoice]:
    """All templates for a card by what they are for, beginning with this message's own purpose.

    Those in a language that is neither the card's nor English are left out.
    """
    own: Purpose = "voicemail" if occasion.purpose == "call" else occasion.purpose
    language = language_of(card.interview, settings)
    found: list[TemplateChoice] = []
    for purpose in dict.fromkeys((own, *purposes(card))):
        wanted = occasion if purpose == own else occasion_to_write(card, settings, now, None, purpose)
        heading = _HEADINGS[purpose]
        for template, why in choices(wanted, library, book, settings, now):
            known = template.language in ("", ENGLISH.code, language)
            if known and all(template.name != one.name for one in found):
                found.append(TemplateChoice(template.name, purpose, f"{template.title}: {why}", heading))
                heading = ""
    return found


def current_draft(
    occasion: Occasion, library: Library, book: Book, settings: Settings, now: datetime, *,
    drafts: Sequence[Draft] | None = None, ends: str = "",
) -> Draft | None:  # fmt: skip
    """The draft already begun for this message and not sent yet, the last of the card's, or of `drafts`.

    A withdrawal counts only where it is wanted, and a text whose template claims what is so no longer not at
    all: "I accept" is no reply to a refusal. One in the other form counts where it is for the same person: a
    letter begun stays the letter to go on with, though a text message is advised.
    """
    known = {one.name: one for one in library.all()}
    wanted = situation(occasion, book, settings, now)

    def fits(draft: Draft) -> bool:
        template = known.get(draft.template or "")
        if draft.purpose != occasion.purpose or is_sent(occasion.interview, draft):
            return False
        if ends:
            return template is not None and template.ends == ends
        if template is None:
            return True
        # A withdrawal is gone on with only where one is wanted; a reply that was chosen is the reply.
        return holds(template, wanted) and not (template.ends and draft.purpose == "other")

    begun = [one for one in (occasion.interview.drafts if drafts is None else drafts) if fits(one)]
    channel: Channel = "other" if occasion.channel == "call" else occasion.channel
    same = [one for one in begun if form_of(one.channel) == form_of(channel)]
    if not same and (len(occasion.interview.interviewers) < 2 or _has_both(occasion.to)):
        same = begun
    return max(same, key=lambda one: (one.updated_at is not None, one.updated_at), default=None)


def _has_both(person: Person | None) -> bool:
    return person is not None and bool(person.email and person.phone)


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
    everyone = recipients(occasion, settings, now)
    make = partial(
        _opened, occasion, everyone, library=library, book=book, settings=settings, now=now, zone=zone
    )
    opened = make(draft, seen)
    form: Form = "long" if form_of(draft.channel) == "short" else "short"
    other = latest(interview, "thanks", form) if draft.purpose == "thanks" else None
    if other is None or all(opened.goes_to(one) for one in everyone):
        return opened
    return with_fields(opened, beside=make(other, other))


def _opened(
    occasion: Occasion, everyone: tuple[Recipient, ...], draft: Draft, seen: Draft | None, *,
    library: Library, book: Book, settings: Settings, now: datetime, zone: ZoneInfo,
) -> OpenDraft:  # fmt: skip
    interview = occasion.interview
    template = template_text(library, draft.template, occasion, book, settings, now)
    status = ""
    if seen is not None and seen.updated_at is not None:
        status = f"saved {spans.moment(seen.updated_at, now, zone).removeprefix('today ')}"
    return OpenDraft(
        interview_id=interview.id,
        company=interview.company,
        purpose=draft.purpose,
        draft=draft,
        seen=seen,
        recipients=everyone,
        shown=occasion.to.id if occasion.to is not None else "",
        case=with_fields(
            case(occasion, book, settings, now, draft=draft, template=template),
            dismissed=frozenset(book.preferences.dismissed),
        ),
        now=now,
        zone=zone,
        language=language_of(interview, settings),
        notes=notes(interview, book, settings),
        status=status,
    )


def recipients(occasion: Occasion, settings: Settings, now: datetime) -> tuple[Recipient, ...]:
    """Whom the message may go to: for thanks everyone who was there, else everyone one can write to."""
    interview = occasion.interview
    if occasion.purpose != "thanks":
        # What was promised to one is sent to that one.
        everyone = [] if occasion.purpose == "delivery" else written_to(interview.people)
        if occasion.to is not None and occasion.to not in everyone:
            everyone.insert(0, occasion.to)
        found = tuple(_written_to(occasion, person) for person in everyone)
        return found or (Recipient(id="", name=""),)
    if not interview.interviewers:
        way = by_channel("recruiter")
        return (Recipient(id="", name="", way=way, carrier=channels.passes_on(interview)),)
    return tuple(_thanked(occasion, person, settings, now) for person in interview.interviewers)


def _written_to(occasion: Occasion, person: Person) -> Recipient:
    """Somebody to whom one can write; or who is known to be meant, and gets it by way of another."""
    recipient = Recipient(id=person.id, name=person.name, called=person.called, channel=writes_by(person))
    carrier = channels.passes_on(occasion.interview)
    if person.email or person.phone or carrier is None:
        return recipient
    way = by_channel("recruiter")
    return with_fields(recipient, channel=writes_by(carrier), way=way, carrier=carrier)


def _way_words(way: channels.ThanksWay | None) -> str:
    """The way advised, where it is not e-mail, which goes without saying."""
    if way == "email" or way is None:
        return ""
    return by_channel(way) if way == "recruiter" else CHANNEL_WORDS[way]


def _thanked(occasion: Occasion, person: Person, settings: Settings, now: datetime) -> Recipient:
    way = channels.thanks_by(occasion.course, person, settings.policy, now).channel
    carrier = channels.passes_on(occasion.interview)
    channel: Channel = "email" if way is None else writes_by(carrier) if way == "recruiter" else way
    if form_of(channel) == "short" and _has_both(person) and _writes_letters(occasion.interview):
        channel = way = "email"
    recipient = Recipient(
        id=person.id, name=person.name, called=person.called, channel=channel, way=_way_words(way),
        carrier=carrier if way == "recruiter" else None,
    )  # fmt: skip
    if person in occasion.course.unsettled:
        return recipient
    ends = occasion.interview.ends_at
    events = [
        event
        for event in occasion.interview.events
        if event.at <= now and isinstance(event, Thanks) and event.to in (person.id, None)
    ]
    # Thanks that were sent after all count for more than that they were left out.
    sent = next((event for event in events if isinstance(event, Thanked)), None)
    if sent is None and events:
        return with_fields(recipient, status="skipped")
    after = f"{spans.short(sent.at - ends)} after" if sent is not None and sent.at >= ends else ""
    return with_fields(recipient, status="thanked", words=after)


def _writes_letters(interview: Interview) -> bool:
    """Whether thanks have been begun as a letter and not as a text message: then that is gone on with."""
    begun = latest(interview, "thanks", "long")
    return begun is not None and latest(interview, "thanks", "short") is None


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
    rounds = other_rounds(interview, book.interviews.values())
    return [one for one in rounds if one.starts_at < interview.starts_at]
