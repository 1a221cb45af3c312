"""What was heard, in words: for the list, the command line and the card. Plain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from store import spans
from store.book import Book
from store.hearing.proposal import Proposal, ProposedMeeting
from store.interview import Emailed, Interview, Thanked, deadline
from store.people.names import short_name
from store.rules.words import told
from store.text import show
from tui.keymap import Keymap
from tui.words.card_page import PageRow

if TYPE_CHECKING:
    from store.watching.looking import LookProgress
    from store.watching.places import PlaceKind

_READ: dict[PlaceKind, str] = {"maildir": "messages", "mbox": "messages", "calendar": "calendar files"}


def progress_words(at: LookProgress) -> str:
    """How far a long look is: `~/Mail/INBOX: 4,000 of 100,000 messages read.`"""
    of = f" of {at.of:,}" if at.of else ""
    return f"{show(str(at.place.path))}: {at.read:,}{of} {_READ[at.place.kind]} read."


def proposal_words(proposal: Proposal, book: Book, now: datetime, zone: ZoneInfo) -> str:
    """A proposal in one line: of what, by whom, when, and what it rests on."""
    name = _whose(proposal, book)
    return f"{name}: {deed_words(proposal, book, zone)} ({source_words(proposal, now, zone)})"


def deed_words(proposal: Proposal, book: Book, zone: ZoneInfo) -> str:
    """What taking it would note: `heard from Ada Okafor`, `a meeting on Fri 27 Nov at 10:00`."""
    if proposal.meeting is not None:
        return _meeting_words(proposal.meeting, book, zone)
    if proposal.event is None:
        return f"only a remark: {proposal.remark}"
    card = next((book.interviews[key] for key in proposal.cards if key in book.interviews), None)
    if card is None:
        return proposal.event.KIND
    if proposal.readings:
        return f"an answer by {' or '.join(day_words(one) for one in proposal.readings)}"
    return told(proposal.event, card, zone)


def _meeting_words(meeting: ProposedMeeting, book: Book, zone: ZoneInfo) -> str:
    here, when = book.interviews.get(meeting.card), _on_day(meeting.starts_at, zone)
    if here is None:
        return f"a meeting on {when}"
    if meeting.method == "CANCEL":
        return f"the meeting on {_on_day(here.starts_at, zone)} is called off"
    if _same_time(here, meeting):
        return f"another version of the meeting on {when}"
    return f"the meeting on {_on_day(here.starts_at, zone)} moves to {when}"


def _on_day(at: datetime, zone: ZoneInfo) -> str:
    begins = at.astimezone(zone)
    return f"{begins:%a} {begins.day} {begins:%b} at {spans.clock_time(begins)}"


def news_words(proposal: Proposal, book: Book, zone: ZoneInfo) -> str:
    """What has come in, in one line of the board: `Globex, Data: heard from Ada Okafor`."""
    if proposal.event is None and proposal.meeting is None:
        return f"{_whose(proposal, book)}: {proposal.sender} has written"
    return f"{_whose(proposal, book)}: {deed_words(proposal, book, zone)}"


def day_words(day: str) -> str:
    """A day of a proposal as it is read: `Fri 4 Dec 2026`."""
    value: date = deadline(day)
    return f"{value:%a} {value.day} {value:%b} {value.year}"


def source_words(proposal: Proposal, now: datetime, zone: ZoneInfo) -> str:
    """Where it is from: `Ada Okafor <…>, Tue 11:52: “we will let you know by Friday”`."""
    quoted = f": “{proposal.sentence}”" if proposal.sentence else ""
    return f"{proposal.sender}, {spans.moment(proposal.at, now, zone)}{quoted}"


def question_words(proposal: Proposal, book: Book) -> str:
    """What is to be settled before it is taken; blank where nothing is."""
    if proposal.choices:
        names = [
            f"{key} ({_name(book.interviews[key])})" for key in proposal.choices if key in book.interviews
        ]
        return f"It may be of {' or '.join(names)}."
    if proposal.readings:
        return f"The day can be read two ways: {' or '.join(map(day_words, proposal.readings))}."
    return f"Please look first: {proposal.why}." if proposal.ask and proposal.why else ""


def card_rows(
    proposals: Sequence[Proposal], book: Book, now: datetime, zone: ZoneInfo, keys: Keymap
) -> list[PageRow]:
    """What was heard of one card, as rows of its page; none where nothing was."""
    if not proposals:
        return []
    hint = f"{keys.say('page.correct')} takes it, {keys.say('page.take_back')} turns it down"
    rows = [PageRow(f"HEARD  ({hint})", "heading")]
    for proposal in reversed(proposals):
        rows.append(
            PageRow(
                show(f"  {_sentence(deed_words(proposal, book, zone))}"), "strong", proposal.id, waits=True
            )
        )
        rows.append(PageRow(show(f"      {source_words(proposal, now, zone)}"), "dim"))
        if question := question_words(proposal, book):
            rows.append(PageRow(show(f"      {question}"), "warn"))
    return [*rows, PageRow("")]


def all_rows(
    proposals: Sequence[Proposal], book: Book, now: datetime, zone: ZoneInfo, keys: Keymap
) -> list[PageRow]:
    """Everything that was heard and waits, the latest first."""
    rows = [PageRow("What was heard", "title"), PageRow("")]
    for proposal in reversed(proposals):
        deed = f"{_whose(proposal, book)}: {deed_words(proposal, book, zone)}"
        rows.append(PageRow(show(_sentence(deed)), "strong", proposal.id))
        rows.append(PageRow(show(f"    {source_words(proposal, now, zone)}")))
        question = question_words(proposal, book)
        if proposal.why not in question:
            rows.append(PageRow(show(f"    {_sentence(proposal.why)}."), "dim"))
        if question:
            rows.append(PageRow(show(f"    {question}"), "warn"))
        rows.append(PageRow(""))
    if not proposals:
        key = keys.say("board.settings")
        where = f"Which folders of mail and calendar are looked into is one of the settings: {key}."
        rows += [PageRow("Nothing waits for you here."), PageRow(where, "dim")]
    return rows


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def card_lines(
    shown: Mapping[str, Sequence[Proposal]], book: Book, now: datetime, zone: ZoneInfo
) -> dict[str, str]:
    """What each card says, by its id: of several proposals of the latest."""
    return {card: card_line(proposals[-1], book, now, zone) for card, proposals in shown.items()}


def card_line(proposal: Proposal, book: Book, now: datetime, zone: ZoneInfo) -> str:
    """What a card says of a proposal: `Ada wrote at 11:52`, `invited: Thu 3 Dec 10:00`."""
    at = proposal.at.astimezone(zone)
    today = at.date() == now.astimezone(zone).date()
    when = f"at {spans.clock_time(at)}" if today else f"on {spans.moment(proposal.at, now, zone)}"
    if proposal.meeting is not None:
        begins = proposal.meeting.starts_at.astimezone(zone)
        when = f"{begins:%a} {begins.day} {begins:%b} {spans.clock_time(begins)}"
        return f"{_meeting_kind(proposal.meeting, book)}: {when}"
    if isinstance(proposal.event, Thanked | Emailed):
        return f"You wrote {when}"
    return f"{_first_name(proposal, book)} wrote {when}"


def _meeting_kind(meeting: ProposedMeeting, book: Book) -> str:
    here = book.interviews.get(meeting.card)
    if meeting.method == "CANCEL":
        return "Called off"
    if here is None:
        return "Invited"
    return "New version" if _same_time(here, meeting) else "New time"


def _same_time(here: Interview, meeting: ProposedMeeting) -> bool:
    return (here.starts_at, here.ends_at) == (meeting.starts_at, meeting.ends_at)


def _first_name(proposal: Proposal, book: Book) -> str:
    for key, person in proposal.people.items():
        card = book.interviews.get(key)
        found = card.person(person) if card is not None else None
        if found is not None and (name := short_name(found)):
            return name
    return "They" if not proposal.sender else proposal.sender.partition("<")[0].strip() or proposal.sender


def _whose(proposal: Proposal, book: Book) -> str:
    cards = [book.interviews[key] for key in proposal.cards if key in book.interviews]
    if cards:
        return " or ".join(_name(one) for one in cards)
    return (proposal.meeting.company if proposal.meeting is not None else "") or "no card yet"


def _name(card: Interview) -> str:
    return ", ".join(filter(None, (card.company, card.role)))
