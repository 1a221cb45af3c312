"""What the checks of a text need to know about its card. Pure but for the templates it is given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path

from store.book import Book
from store.interview import Draft, Interview, zone_of
from store.people.letters import fold, fold_words
from store.rules.application import other_rounds
from store.rules.words import text_sent
from store.settings import Settings
from templates.gaps import known_beginnings
from templates.library import PACKAGED, Library
from templates.proof.findings import Case, Meeting
from templates.proof.money import speaks_of_pay
from templates.proof.words import WORD
from templates.template import BrokenTemplate, UnknownTemplate
from tui.messages.card_words import language_of, text_of
from tui.messages.occasion import Occasion


def case(
    occasion: Occasion, book: Book, settings: Settings, now: datetime, *, draft: Draft, template: str | None
) -> Case:
    """The case of a draft of this message; `template` is the text of its template (`template_text`)."""
    interview, addressed = occasion.interview, _addressed(occasion, draft)
    people = tuple(one.name for one in interview.people if one.name)
    closed, hours = occasion.course.closed, (now - interview.ends_at).total_seconds() / 3600
    language = language_of(interview, settings)
    rounds = (interview, *other_rounds(interview, book.interviews.values()))
    return Case(
        company=interview.company,
        role=interview.role,
        people=people,
        addressed=addressed,
        others=tuple(name for name in people if name not in addressed),
        called=tuple((one.name, one.called) for one in interview.people if one.name and one.called),
        met=len(interview.interviewers),
        me=settings.me.name,
        purpose=draft.purpose,
        channel=draft.channel,
        language=language,
        now=now,
        meeting=Meeting(interview.starts_at, interview.ends_at, zone_of(interview)),
        result=closed.result if closed is not None else None,
        offer=closed is not None and closed.result == "offer",
        salary_topic=any(speaks_of_pay(topic) for one in rounds for topic in one.topics),
        topics=interview.topics,
        loose_ends=tuple(one.text for one in interview.loose_ends if one.state == "open"),
        other_companies=_other_companies(interview, book),
        other_people=_other_people(interview, book),
        sent_elsewhere=tuple(_sent_elsewhere(interview, book)),
        template_text=template,
        template_sources=_sources(draft, template),
        gap_words=known_beginnings(language),
        late_hours=hours if hours >= 0 else None,
        spelling=settings.spelling,
        known_words=_known_words(book, settings),
        dismissed=frozenset(draft.dismissed) | set(book.preferences.dismissed),
    )


def _addressed(occasion: Occasion, draft: Draft) -> tuple[str, ...]:
    """The names of those who may read it: whom it is for, and with thanks all who are still owed some."""
    owed = occasion.course.unsettled if draft.purpose == "thanks" else ()
    return tuple(
        dict.fromkeys(one.name for one in (occasion.recipient, *owed) if one is not None and one.name)
    )


def _sources(draft: Draft, template: str | None) -> tuple[str, ...]:
    """The program's templates as they are, with their gaps open, and the user's own one that was taken."""
    packaged = _packaged()
    own = template is not None and all(path.stem != draft.template for path in packaged)
    return (*packaged.values(), *((template or "",) if own else ()))


@cache
def _packaged() -> Mapping[Path, str]:
    return {path: path.read_text("utf-8") for path in sorted(PACKAGED.rglob("*.j2"))}


def _known_words(book: Book, settings: Settings) -> frozenset[str]:
    """Words that are no slips: those of the settings, of roles and topics, and of what the user has sent."""
    found = {word for known in settings.known_words for word in _words(known)}
    for interview in book.interviews.values():
        found |= _words(" ".join((interview.role, *interview.topics)))
        for event in interview.events:
            found |= _words(text_sent(event))
    return frozenset(found)


@lru_cache(maxsize=2048)
def _words(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in WORD.findall(text))


def _other_companies(interview: Interview, book: Book) -> tuple[str, ...]:
    own = fold_words(interview.company)
    names = {one.company for one in book.interviews.values()} | set(book.companies)
    return tuple(sorted(name for name in names if fold_words(name) != own))


def _other_people(interview: Interview, book: Book) -> tuple[str, ...]:
    """People of other cards; those of the same company may well be mentioned."""
    company = fold_words(interview.company)
    own = {fold_words(name) for one in interview.people for name in (one.name, one.called)}
    names = {
        name
        for other in book.interviews.values()
        if fold_words(other.company) != company
        for one in other.people
        for name in (one.name, one.called)
        if name and fold_words(name) not in own
    }
    return tuple(sorted(names))


def _sent_elsewhere(interview: Interview, book: Book) -> Iterable[tuple[str, str]]:
    company = fold_words(interview.company)
    for other in book.interviews.values():
        if fold_words(other.company) != company:
            texts = map(text_sent, other.events)
            yield from ((other.company, text) for text in dict.fromkeys(texts) if text.strip())


def template_text(
    library: Library, name: str | None, occasion: Occasion, book: Book, settings: Settings, now: datetime
) -> str | None:
    """The body that this template gives for the message; None without one, or where it gives none.

    One of the user's own runs in a process of its own, and may take seconds.
    """
    if name is None:
        return None
    try:
        return text_of(library, name, occasion, settings, book, now).body
    except (BrokenTemplate, UnknownTemplate):
        return None
