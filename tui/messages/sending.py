"""A draft as each person gets it, what stands against sending it, and what to log once it is sent. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from store.changes import moves
from store.changes.moves import Move
from store.interview import Channel, Emailed, Interview, Person, Thanked
from store.people.names import full_name
from store.rules.board import Card
from templates.greeting import addressed
from templates.proof import RULES, proof
from templates.proof.substance import takes_up
from tui.handover.outgoing import Handed, Outgoing
from tui.messages.open_draft import OpenDraft, Recipient


def outgoing_texts(opened: OpenDraft, interview: Interview) -> list[Outgoing]:
    """One text of the draft for each person it is still for, the one it is shown for first."""
    recipients = [recipient for recipient in opened.recipients if recipient.status == "open"] or list(
        opened.recipients
    )
    if opened.purpose != "thanks":
        recipients = [
            recipient for recipient in opened.recipients if recipient.id == opened.shown
        ] or recipients[:1]
    recipients.sort(key=lambda recipient: recipient.id != opened.shown)
    return [_outgoing(opened, recipient, interview) for recipient in recipients]


def _outgoing(opened: OpenDraft, recipient: Recipient, interview: Interview) -> Outgoing:
    draft, carrier = opened.draft, _carrier(recipient, interview)
    line, bearer = draft.lines.get(recipient.id, ""), carrier or recipient
    body = addressed(draft.body, names=opened.recipients, to=recipient, line=line)
    return Outgoing(
        to=recipient.id,
        name=full_name(bearer) or bearer.name,
        channel=opened.channel_for(recipient),
        email=(carrier.email or "") if carrier is not None else "",
        phone=(carrier.phone or "") if carrier is not None else "",
        subject=draft.subject,
        body=body,
    )


def _carrier(recipient: Recipient, interview: Interview) -> Person | None:
    """Who gets it: the person, or the contact who is to pass it on."""
    person = interview.person(recipient.id)
    if person is not None and (person.email or person.phone):
        return person
    contacts = interview.contacts
    return next((contact for contact in contacts if contact.email), next(iter(contacts), person))


def obstacles(opened: OpenDraft, outgoing: Sequence[Outgoing]) -> list[str]:
    """What would have to be mended in any of these texts before it should be sent, each in a few words.

    Each is judged as the editor judges it for the person it goes to.
    """
    words: dict[str, None] = {}
    recipients = {recipient.id: recipient for recipient in opened.recipients}
    for text in outgoing:
        for finding in proof(text.body, opened.judged(recipients[text.to]), subject=text.heading):
            if finding.level == "block":
                title = RULES[finding.rule].title
                words.setdefault(f"{title}: “{finding.text}”" if finding.text else title)
    return list(words)


def taken_up(interview: Interview, texts: Sequence[str]) -> list[str]:
    """The open loose ends that one of these texts takes up."""
    ends = [end.text for end in interview.loose_ends if end.state == "open"]
    return [end for end in ends if any(takes_up(text, end) for text in texts)]


def log_sent(card: Card, purpose: str, handed: Handed, text: str, event_id: str, now: datetime) -> Move:
    """The event that the user has sent this person's text."""
    to = handed.to or None
    if purpose == "thanks":
        channel = _logged_channel(handed, card)
        return moves.log(Thanked(id=event_id, at=now, to=to, channel=channel, text=text), now=now)
    return moves.log(Emailed(id=event_id, at=now, to=to, text=text), now=now)


def _logged_channel(handed: Handed, card: Card) -> Channel:
    """Passed on by the recruiter counts as `other`."""
    via = any(owed.to == (handed.to or None) and owed.channel == "recruiter" for owed in card.owed)
    return "other" if via or handed.channel == "call" else handed.channel
