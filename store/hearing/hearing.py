"""From a message or a calendar file to what is proposed for it, and to what is sure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

from store.book import Book
from store.hearing.answers import Answer, answers
from store.hearing.known import without_form
from store.hearing.meaning import meaning
from store.hearing.meetings import concerned, is_known, meeting_proposals
from store.hearing.proposal import Proposal, Sent, event_id, proposal_id, shown
from store.hearing.sent import handed_over, sent_proposals
from store.hearing.surroundings import Surroundings
from store.hearing.whose import Whose, whose
from store.interview import Closed, Interview
from store.mail import Envelope, MailMessage, own_words, read_mail
from store.mail.automatic import is_no_reply
from store.people.letters import fold
from store.rules.standing import closed_by
from store.short_hash import short_hash


class MessageFindings(Struct, frozen=True):
    """What one message or file comes to."""

    proposals: tuple[Proposal, ...] = ()
    sent: tuple[Sent, ...] = ()


NOTHING = MessageFindings()
_CALENDAR_TYPE = re.compile(
    rb"(?:text/(?:x-v)?calendar|application/(?:ics|calendar)|\.ics[\"\s;])", re.IGNORECASE
)


class Ear:
    """Hears messages, one after the other, as things stand in one book."""

    def __init__(self, book: Book, around: Surroundings) -> None:
        self._book = book
        self._around = around
        self._earliest = min(around.known.beginnings.values(), default=around.now)

    def wants(self, envelope: Envelope, *, sent: bool) -> bool:
        """Whether more than the headers is to be read. `sent`: it lies in a folder of sent mail."""
        known = self._around.known
        if not known.cards or self._at(envelope) < self._earliest:
            return False
        if self._is_own(envelope, sent=sent):
            return bool(known.written(envelope.message_id)) or any(
                known.at(one.address) for one in envelope.recipients
            )
        # An invitation counts whatever the headers say, and they do not say whether there is one.
        return True

    def hear(self, envelope: Envelope, raw: bytes, *, sent: bool) -> MessageFindings:
        """What a message comes to; `raw` is its beginning. Only for one that is wanted."""
        at = self._at(envelope)
        if self._is_own(envelope, sent=sent):
            return self._own(envelope, raw, at)
        found = None if envelope.automatic else whose(envelope, self._around.known, self._around.owner, at)
        no_reply = is_no_reply(envelope.sender.address)
        carries = b"BEGIN:VCALENDAR" in raw or _CALENDAR_TYPE.search(raw) is not None
        if found is None and not no_reply and not carries:
            return NOTHING
        mail = read_mail(raw)
        meetings = self._meetings(envelope, mail, found) if carries else ()
        if found is not None:
            answer = Answer(envelope, found, own_words(mail.text), ref_of(envelope), at)
            known = any(is_known(calendar, self._around) for calendar in mail.calendars)
            heard = answers(answer, self._around, invited=bool(meetings) or known)
            if meetings and found.certainty == "remark":
                return MessageFindings(meetings)
            return MessageFindings((*meetings, *heard))
        if no_reply and not meetings:
            return MessageFindings(tuple(self._decision(envelope, own_words(mail.text), at)))
        return MessageFindings(meetings)

    def hear_calendar(self, raw: bytes, name: str) -> MessageFindings:
        """What a file of a calendar folder comes to."""
        return MessageFindings(tuple(meeting_proposals(raw, name, self._around, self._book)))

    def _at(self, envelope: Envelope) -> datetime:
        return self._around.said_at(envelope.at)

    def _is_own(self, envelope: Envelope, *, sent: bool) -> bool:
        return sent or envelope.sender.plain in self._around.owner.addresses

    def _own(self, envelope: Envelope, raw: bytes, at: datetime) -> MessageFindings:
        if self._around.known.written(envelope.message_id):
            return MessageFindings(sent=tuple(handed_over(envelope, self._around.known, self._around.now)))
        text = own_words(read_mail(raw).text)
        return MessageFindings(tuple(sent_proposals(envelope, text, ref_of(envelope), self._around, at)))

    def _meetings(self, envelope: Envelope, mail: MailMessage, found: Whose | None) -> tuple[Proposal, ...]:
        """An invitation of somebody on a card, or to a known meeting, whatever the headers say."""
        trusted = found is not None and found.certainty != "remark"
        alone = found.matches[0] if found is not None and trusted and len(found.matches) == 1 else None
        source = str(envelope.sender)
        return tuple(
            proposal
            for calendar in mail.calendars
            if trusted or concerned(calendar, self._around)
            for proposal in meeting_proposals(calendar, source, self._around, self._book, alone)
        )

    def _decision(self, envelope: Envelope, text: str, at: datetime) -> Iterable[Proposal]:
        """A clear no or an offer from a no-reply address that names company and role of exactly one card."""
        words = fold(f"{envelope.subject}\n{text}")
        cards = [card for card in self._around.known.cards if _is_named(card, words)]
        named = {card.id for card in cards}
        current = {
            card.id: card
            for one in cards
            for card in self._around.known.rounds(one)[-1:]
            if self._around.known.beginnings[card.id] <= at and one.id in named
        }
        if len(current) != 1:
            return
        (card,) = current.values()
        if any(one.ref == ref_of(envelope) for one in card.events):
            return
        said = {one.kind: one for one in meaning(text, self._around.reader(card, at))}
        ending = said.get("rejected") or said.get("offer")
        if ending is None or not _open(card, self._around):
            return
        ref = ref_of(envelope)
        event = Closed(
            id=event_id(proposal_id(ref, "answer")),
            at=self._around.said_at(at),
            ref=ref,
            result="rejected" if ending.kind == "rejected" else "offer",
            note=shown(ending.sentence),
        )
        yield Proposal(
            id=proposal_id(ref, "answer"),
            ref=ref,
            at=event.at,
            interview=card.id,
            event=event,
            ask=True,
            sender=shown(str(envelope.sender)),
            sentence=shown(ending.sentence),
            why="a no-reply address, and it names the company and the role of this card alone",
        )


def _open(card: Interview, around: Surroundings) -> bool:
    return closed_by(card, around.now) is None


def _is_named(card: Interview, words: str) -> bool:
    """Whether a text, folded, names the card's company and its role, each as whole words."""
    return all(
        name in words and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words)
        for name in (without_form(card.company), fold(card.role).strip() or "?")
    )


def ref_of(envelope: Envelope) -> str:
    """Where it is known from: the Message-ID; of a mail that has none, what tells it from others."""
    if envelope.message_id:
        return envelope.message_id
    told = f"{envelope.sender.plain}\n{envelope.at}\n{envelope.subject}"
    return f"mail-{short_hash(told.encode('utf-8', 'replace'), 16)}"
