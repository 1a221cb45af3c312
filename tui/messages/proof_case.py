"""What the checks of a text need to know about its card. Pure but for the templates it is given."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TypeAlias, cast

from store.book import Book
from store.interview import Draft, Interview
from store.rules.words import text_sent
from store.settings import Settings
from templates.library import Library
from templates.proof.findings import Case, MessageChannel, MessagePurpose
from templates.template import BrokenTemplate, UnknownTemplate
from tui.messages.card_words import values
from tui.messages.occasion import Occasion

Rendered: TypeAlias = dict[str, str]


def case(
    occasion: Occasion,
    book: Book,
    settings: Settings,
    now: datetime,
    *,
    draft: Draft | None,
    rendered: Rendered,
) -> Case:
    """The case of a text for this occasion; `draft` where it is stored, `rendered` from `render_all`."""
    interview = occasion.interview
    purpose = draft.purpose if draft is not None else occasion.purpose
    template = draft.template if draft is not None else None
    addressees = [occasion.recipient, *(occasion.course.unsettled if purpose == "thanks" else ())]
    hours = (now - interview.ends_at).total_seconds() / 3600
    return Case(
        company=interview.company,
        role=interview.role,
        people=tuple(one.name for one in interview.people if one.name),
        addressed=tuple(dict.fromkeys(one.name for one in addressees if one is not None and one.name)),
        me=settings.me.name,
        purpose=cast("MessagePurpose", "voicemail" if purpose == "call" else purpose),
        channel=_channel(draft, occasion),
        topics=interview.topics,
        loose_ends=tuple(one.text for one in interview.loose_ends if one.state == "open"),
        other_companies=_other_companies(interview, book),
        other_people=_other_people(interview, book),
        sent_elsewhere=tuple(_sent_elsewhere(interview, book)),
        template_text=rendered.get(template) if template is not None else None,
        template_sources=tuple(rendered.values()),
        late_hours=hours if hours >= 0 else None,
        spelling=settings.spelling,
        dismissed=frozenset(draft.dismissed if draft is not None else ()) | set(book.preferences.dismissed),
    )


def _channel(draft: Draft | None, occasion: Occasion) -> MessageChannel:
    if draft is not None:
        return draft.channel
    return cast("MessageChannel", "other" if occasion.channel == "call" else occasion.channel)


def _other_companies(interview: Interview, book: Book) -> tuple[str, ...]:
    own = interview.company.casefold()
    names = {one.company for one in book.interviews.values()} | set(book.companies)
    return tuple(sorted(name for name in names if name.casefold() != own))


def _other_people(interview: Interview, book: Book) -> tuple[str, ...]:
    """People of other cards; those of the same company may well be mentioned."""
    own = {one.name.casefold() for one in interview.people}
    names = {
        one.name
        for other in book.interviews.values()
        if other.company.casefold() != interview.company.casefold()
        for one in other.people
        if one.name and one.name.casefold() not in own
    }
    return tuple(sorted(names))


def _sent_elsewhere(interview: Interview, book: Book) -> Iterable[tuple[str, str]]:
    for other in book.interviews.values():
        if other.company.casefold() != interview.company.casefold():
            texts = map(text_sent, other.events)
            yield from ((other.company, text) for text in dict.fromkeys(texts) if text.strip())


def render_all(
    library: Library, occasion: Occasion, settings: Settings, *, also: str | None = None
) -> Rendered:
    """The bodies that the program's templates, and the one called `also`, give for this occasion.

    The user's own ones run in a process each, so only the one that is asked for is rendered.
    """
    known = values(occasion, settings)
    found: Rendered = {}
    for template in library.all():
        if not template.own or template.name == also:
            try:
                found[template.name] = library.render(template.name, known).body
            except (BrokenTemplate, UnknownTemplate):
                continue
    return found
