"""A draft as each person gets it, what stands against sending it, and what to log once it is sent. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from store.changes import moves
from store.changes.moves import Move
from store.interview import Channel, Draft, Emailed, Interview, Person, Thanked
from store.rules.board import Card
from templates.greeting import addressed
from templates.proof import RULES, Case, proof
from tui.handover.outgoing import Handed, Outgoing
from tui.widgets.editor.open_draft import OpenDraft, Recipient


def outgoing_texts(opened: OpenDraft, draft: Draft, interview: Interview) -> list[Outgoing]:
    """One text for each person it is still for, the one shown in the editor first."""
    recipients = [recipient for recipient in opened.recipients if recipient.status == "open"] or list(
        opened.recipients
    )
    if draft.purpose != "thanks":
        recipients = [
            recipient for recipient in opened.recipients if recipient.id == opened.shown
        ] or recipients[:1]
    recipients.sort(key=lambda recipient: recipient.id != opened.shown)
    names = [recipient.name for recipient in opened.recipients]
    return [_outgoing(recipient, names, draft, interview) for recipient in recipients]


def _outgoing(recipient: Recipient, names: Sequence[str], draft: Draft, interview: Interview) -> Outgoing:
    carrier = _carrier(recipient, interview)
    body = addressed(draft.body, names=names, to=recipient.name, line=draft.lines.get(recipient.id, ""))
    return Outgoing(
        to=recipient.id,
        name=carrier.name if carrier is not None else recipient.name,
        channel=recipient.channel if draft.purpose == "thanks" else draft.channel,
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


def obstacles(case: Case, draft: Draft, outgoing: Sequence[Outgoing]) -> list[str]:
    """What would have to be mended in any of these texts before it should be sent, each in a few words."""
    words: dict[str, None] = {}
    judged = replace(case, channel=draft.channel, dismissed=frozenset(draft.dismissed) | case.dismissed)
    for text in outgoing:
        for finding in proof(text.body, judged, subject=text.heading):
            if finding.level == "block":
                title = RULES[finding.rule].title
                words.setdefault(f"{title}: “{finding.text}”" if finding.text else title)
    return list(words)


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
