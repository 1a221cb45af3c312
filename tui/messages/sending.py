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
from tui.handover.outgoing import Outgoing
from tui.handover.progress import Handed
from tui.widgets.editor.letter_state import Letter, Reader


def texts(letter: Letter, draft: Draft, interview: Interview) -> list[Outgoing]:
    """One text for each person it is still for, the one shown in the editor first."""
    waiting = [one for one in letter.readers if one.status == "open"] or list(letter.readers)
    if draft.purpose != "thanks":
        waiting = [one for one in letter.readers if one.id == letter.shown] or waiting[:1]
    waiting.sort(key=lambda one: one.id != letter.shown)
    names = [one.name for one in letter.readers]
    return [_outgoing(one, names, draft, interview) for one in waiting]


def _outgoing(reader: Reader, names: Sequence[str], draft: Draft, interview: Interview) -> Outgoing:
    carrier = _carrier(reader, interview)
    body = addressed(draft.body, names=names, to=reader.name, line=draft.lines.get(reader.id, ""))
    return Outgoing(
        to=reader.id,
        name=carrier.name if carrier is not None else reader.name,
        channel=reader.channel if draft.purpose == "thanks" else draft.channel,
        email=(carrier.email or "") if carrier is not None else "",
        phone=(carrier.phone or "") if carrier is not None else "",
        subject=draft.subject,
        body=body,
    )


def _carrier(reader: Reader, interview: Interview) -> Person | None:
    """Who gets it: the person, or the contact who is to pass it on."""
    person = interview.person(reader.id)
    if person is not None and (person.email or person.phone):
        return person
    contacts = interview.contacts
    return next((one for one in contacts if one.email), next(iter(contacts), person))


def obstacles(case: Case, draft: Draft, outgoing: Sequence[Outgoing]) -> list[str]:
    """What would have to be mended in any of these texts before it should be sent, each in a few words."""
    found: dict[str, None] = {}
    for one in outgoing:
        fitting = replace(case, channel=draft.channel, dismissed=frozenset(draft.dismissed) | case.dismissed)
        for finding in proof(one.body, fitting, subject=one.heading):
            if finding.level == "block":
                words = (
                    f"{RULES[finding.rule].title}: “{finding.text}”"
                    if finding.text
                    else RULES[finding.rule].title
                )
                found.setdefault(words)
    return list(found)


def log_sent(
    card: Card, purpose: str, sent: Sequence[Handed], bodies: dict[str, str], new_id: str, now: datetime
) -> Move:
    """One event for each person whose text the user has sent."""
    events: list[Thanked | Emailed] = []
    for number, one in enumerate(sent):
        to, text = one.to or None, bodies.get(one.to, "")
        if purpose == "thanks":
            events.append(
                Thanked(id=f"{new_id}{number}", at=now, to=to, channel=_logged(one, card), text=text)
            )
        else:
            events.append(Emailed(id=f"{new_id}{number}", at=now, to=to, text=text))
    return moves.log(*events, now=now)


def _logged(one: Handed, card: Card) -> Channel:
    """Passed on by the recruiter counts as `other`."""
    via = any(owed.to == (one.to or None) and owed.channel == "recruiter" for owed in card.owed)
    return "other" if via or one.channel == "call" else one.channel
