"""A draft as each person gets it, what stands against sending it, and what to log once it is sent. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from store.changes import drafts, moves
from store.changes.moves import Move
from store.interview import AnyEvent, Channel, Closed, Draft, Emailed, HandOver, Interview, Result, Thanked
from store.people.names import ShortNames, full_name
from store.rules.board import Card
from templates.gaps import display
from templates.proof import RULES, Finding, Speller, proof
from templates.proof.substance import takes_up
from tui.handover.outgoing import Handed, Outgoing
from tui.messages.open_draft import OpenDraft, Recipient

_SENTENCE_END = re.compile(r"[.!?](?:\s|$)|\n")


@dataclass(frozen=True, slots=True)
class OutgoingText:
    """What one person is to get, the draft that it is of, and what the checks say of it."""

    outgoing: Outgoing
    opened: OpenDraft
    recipient: Recipient
    findings: tuple[Finding, ...]

    def sent_words(self, company: str) -> str:
        """What has been done by sending it: `thanked Ben Ito, through Carla Weiss`.

        `company` stands for a reader without a name.
        """
        deed = "thanked" if self.opened.purpose == "thanks" else "wrote to"
        words = f"{deed} {full_name(self.recipient) or self.recipient.name or company}"
        carrier = self.recipient.carrier
        return words if carrier is None else f"{words}, through {full_name(carrier) or carrier.name}"


def outgoing_texts(
    opened: OpenDraft, interview: Interview, me: str, speller: Speller | None = None
) -> list[OutgoingText]:
    """One text for each person the message is still for, the one it is shown for first; `me`: my name.

    Thanks go to all who are still owed some, those in the other form from the draft beside it; everything
    else to the one it is shown for.
    """
    texts = [(one, recipient) for one, recipient in opened.texts() if recipient.status == "open"]
    texts = texts or [*opened.texts()]
    if opened.purpose != "thanks":
        texts = [text for text in texts if text[1].id == opened.shown] or texts[:1]
    texts.sort(key=lambda text: text[1].id != opened.shown)
    return [_outgoing(one, recipient, interview, me, speller) for one, recipient in texts]


def _outgoing(
    opened: OpenDraft, recipient: Recipient, interview: Interview, me: str, speller: Speller | None
) -> OutgoingText:
    carrier = recipient.carrier or interview.person(recipient.id)
    channel = opened.channel_for(recipient)
    outgoing = Outgoing(
        to=recipient.id,
        name=full_name(carrier or recipient) or (carrier or recipient).name,
        channel=channel,
        email=(carrier.email or "") if carrier is not None else "",
        phone=(carrier.phone or "") if carrier is not None else "",
        subject=_subject(opened, recipient),
        body=display(opened.sent_text(recipient, me), opened.language),
    )
    return OutgoingText(outgoing, opened, recipient, findings(opened, recipient, speller))


def _subject(opened: OpenDraft, recipient: Recipient) -> str:
    """The draft's; for who passes the text on, it says whose it is."""
    subject = display(opened.subject_for(recipient), opened.language)
    return f"{recipient.name}: {subject}" if opened.covers(recipient) and recipient.name else subject


def findings(opened: OpenDraft, recipient: Recipient, speller: Speller | None = None) -> tuple[Finding, ...]:
    """What the checks say of the text that this person gets."""
    has_subject = drafts.form_of(opened.channel_for(recipient)) == "long"
    subject = opened.subject_for(recipient) if has_subject else None
    return proof(opened.text_for(recipient).text, opened.judged(recipient), subject=subject, speller=speller)


def obstacles(texts: Sequence[OutgoingText]) -> list[str]:
    """What would have to be mended in any of these texts before it should be sent, each in a few words.

    With the name of the reader where it is not so for all of them.
    """
    blocked: dict[str, list[Recipient]] = {}
    for text in texts:
        for finding in text.findings:
            if finding.level == "block":
                title = RULES[finding.rule].title
                said = display(finding.text)
                words = f"{title}: “{said}”" if said else title
                if text.recipient not in blocked.setdefault(words, []):
                    blocked[words].append(text.recipient)
    return [words if len(of) == len(texts) else f"{_names(of)}: {words}" for words, of in blocked.items()]


def announces_attachment(texts: Sequence[OutgoingText]) -> bool:
    """Whether one of the texts speaks of something attached, which only the user's own program can send."""
    return any(finding.rule == "attachment" for text in texts for finding in text.findings)


def _names(recipients: Sequence[Recipient]) -> str:
    among = ShortNames(recipients)
    return ", ".join(one.short(among) for one in recipients)


def taken_up(card: Card, purpose: str, texts: Sequence[str]) -> list[str]:
    """What one of these texts may have settled: open loose ends by their words, what is owed by its id.

    A text that was to deliver something settles the first that is owed, whatever its words.
    """
    ends = [end.text for end in card.interview.loose_ends if end.state == "open"]
    found = [end for end in ends if any(takes_up(text, end) for text in texts)]
    found += [
        one.id
        for place, one in enumerate(card.owes)
        if (purpose == "delivery" and place == 0 and texts) or any(takes_up(text, one.what) for text in texts)
    ]
    return found


def ending_of(card: Card, wanted: str) -> Result | None:
    """How the card ends once a text was sent that ends it so; None where it goes on as it is.

    Whoever has an offer declines it, and does not withdraw; nobody accepts what was not offered.
    """
    closed = card.course.closed
    offered = closed is not None and closed.result == "offer"
    if closed is not None and not offered and closed.result != "advanced":
        return None
    if wanted == "accepted":
        return "accepted" if offered else None
    if wanted in ("declined", "withdrawn"):
        return "declined" if offered else "withdrawn"
    return None


def still_says(text: str, template: str | None) -> bool:
    """Whether a text still has most of the sentences of its template, and so says what that says."""
    sentences = [" ".join(one.split()) for one in _SENTENCE_END.split(template or "") if "{{" not in one]
    telling = [one for one in sentences if len(one.split()) >= 4]
    said = " ".join(text.split())
    return 2 * sum(one in said for one in telling) >= len(telling)


def log_sent(
    card: Card, draft: Draft, handed: Handed, text: str, event_id: str, now: datetime, ending: Result | None
) -> Move:
    """That the user has sent this person's text: thanks and a question how things stand are events.

    A letter that accepts, declines or withdraws is what ends the card, as `ending` says. Of other replies, a
    delivery and the like only the draft knows.
    """
    to = handed.to or None
    if draft.purpose == "thanks":
        channel = _logged_channel(handed, card)
        return moves.log(Thanked(id=event_id, at=now, to=to, channel=channel, text=text), now=now)
    asks = draft.purpose == "status" and card.course.closed is None and card.course.elsewhere.later is None
    event: AnyEvent | None = None
    if ending is not None:
        event = Closed(id=event_id, at=now, result=ending)
    elif asks:
        event = Emailed(id=event_id, at=now, to=to, text=text)
    way = drafts.sent_with(event_id if event is not None else "")
    sent = drafts.hand_over(draft, HandOver(to=to, at=now, way=way))
    return sent if event is None else moves.chain(moves.log(event, now=now), sent)


def is_logged(interview: Interview, draft_id: str, to: str) -> bool:
    """Whether that this person's text was sent is noted already: it was found among the user's sent mail."""
    given = {
        one.message_id
        for draft in interview.drafts
        if draft.id == draft_id
        for one in draft.handed_over
        if (one.to or "") == to and one.message_id
    }
    return any(isinstance(event, Thanked | Emailed) and event.ref in given for event in interview.events)


def _logged_channel(handed: Handed, card: Card) -> Channel:
    """Passed on by the recruiter counts as `other`."""
    via = any(owed.to == (handed.to or None) and owed.channel == "recruiter" for owed in card.owed)
    return "other" if via or handed.channel == "call" else handed.channel
