"""Drafts: what is kept of a text while it is being written. Pure moves."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from msgspec.structs import replace

from store.changes.moves import Move
from store.interview import Channel, Draft, HandOver, Interview, Version

VERSIONS = 20
"""How many older texts of a draft are kept."""
SPACING = timedelta(seconds=60)
"""While someone types, older texts are kept at least this far apart, so that twenty of them reach back."""

SENT = "sent"
"""The `way` of a hand-over of which the user has said that the text went out; see `sent_with`."""
Form: TypeAlias = Literal["short", "long"]
"""A text message is a text of its own beside the letter."""


def form_of(channel: Channel) -> Form:
    """Whether what goes out by this way is a text message or a letter."""
    return "short" if channel in ("sms", "whatsapp") else "long"


def latest(
    interview: Interview, purpose: str | None = None, form: Form | None = None, *, unsent: bool = False
) -> Draft | None:
    """The draft last written in, of a purpose or of any, in a form or in any; `unsent`: not sent yet."""
    fitting = [
        one
        for one in interview.drafts
        if purpose in (None, one.purpose)
        and form in (None, form_of(one.channel))
        and not (unsent and is_sent(interview, one))
    ]
    return max(fitting, key=lambda one: (one.updated_at is not None, one.updated_at), default=None)


def is_sent(interview: Interview, draft: Draft) -> bool:
    """Whether the user has said that it went out, and has not taken that back.

    Thanks are for several, and their events say for whom.
    """
    events = {event.id for event in interview.events}
    return draft.purpose != "thanks" and any(
        handed.way == SENT or (handed.way.startswith(f"{SENT}:") and handed.way[len(SENT) + 1 :] in events)
        for handed in draft.handed_over
    )


def sent_with(event_id: str = "") -> str:
    """The `way` of a text that the user has said was sent; with the event that says so, if there is one."""
    return f"{SENT}:{event_id}" if event_id else SENT


def same_text(one: Draft, other: Draft) -> bool:
    """Whether two drafts say the same."""
    return (one.subject, one.body, one.lines) == (other.subject, other.body, other.lines)


def keep(draft: Draft, seen: Draft | None, *, fresh_id: str, now: datetime, mark: bool = False) -> Move:
    """Save a draft as it is now; `seen` is how it was stored when the writer last saw it.

    Where another instance has meanwhile written in the same draft, this one is kept beside it under
    `fresh_id`. The text that stood before joins the versions; `mark` makes sure that it does (a template
    was chosen, the text was emptied, another program edited it).
    """
    draft = replace(draft, updated_at=now)

    def move(interview: Interview) -> Interview:
        here = next((one for one in interview.drafts if one.id == draft.id), None)
        if here is None:
            return replace(interview, drafts=(*interview.drafts, draft))
        if seen is not None and not same_text(here, seen) and not same_text(here, draft):
            return replace(interview, drafts=(*interview.drafts, replace(draft, id=fresh_id, versions=())))
        versions = _versions(here, draft, now, mark=mark)
        if same_text(here, draft) and versions == here.versions and _same_dress(here, draft):
            return interview
        # Whoever writes on may not know yet that it was handed over meanwhile.
        newer = replace(draft, versions=versions, handed_over=here.handed_over)
        return replace(
            interview, drafts=tuple(newer if one.id == draft.id else one for one in interview.drafts)
        )

    return move


def hand_over(draft: Draft, handed: HandOver) -> Move:
    """Note that a draft's text was handed over; a text in which nobody has typed is kept from now on, too."""

    def move(interview: Interview) -> Interview:
        kept = {one.id: one for one in interview.drafts}
        here = kept.get(draft.id) or replace(draft, updated_at=handed.at)
        kept[draft.id] = replace(here, handed_over=(*here.handed_over, handed))
        return replace(interview, drafts=tuple(kept.values()))

    return move


def _same_dress(one: Draft, other: Draft) -> bool:
    return (one.purpose, one.channel, one.template, one.dismissed) == (
        other.purpose,
        other.channel,
        other.template,
        other.dismissed,
    )


def _versions(here: Draft, draft: Draft, now: datetime, *, mark: bool) -> tuple[Version, ...]:
    if same_text(here, draft) or not (here.body.strip() or here.subject.strip()):
        return here.versions
    last = here.versions[-1] if here.versions else None
    shrunk = len(draft.body) < len(here.body) // 2
    if not mark and not shrunk and last is not None and now - last.at < SPACING:
        return here.versions
    kept = Version(at=here.updated_at or now, subject=here.subject, body=here.body)
    if last is not None and (last.subject, last.body) == (kept.subject, kept.body):
        return here.versions
    return (*here.versions, kept)[-VERSIONS:]
