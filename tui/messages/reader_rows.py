"""What each reader of a message gets, side by side: way, greeting, own line, what is found. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from store.changes.drafts import form_of
from store.languages import counted
from store.people.names import ShortNames, called
from store.rules.words import CHANNEL_WORDS
from templates.greeting import greeting_of
from templates.length import word_count
from templates.proof import Finding
from tui.messages.open_draft import OpenDraft, Recipient


@dataclass(frozen=True, slots=True)
class ReaderRow:
    """One reader's text in a few words."""

    name: str
    way: str
    """`e-mail`, `WhatsApp`, `via Sam`."""
    greeting: str
    """As it begins for them: `Dear Deniz,`; blank where none is recognised."""
    line: str
    """`own line: 12 words`, or nothing."""
    found: str
    """`ready`, `2 to mend`, `1 remark`."""
    blocked: bool
    differs: str
    """What is otherwise than for most, beyond greeting and line: `the short form, 24 words`."""


def reader_rows(
    texts: Sequence[tuple[OpenDraft, Recipient, Sequence[Finding]]], unwritten: Sequence[Recipient] = ()
) -> list[ReaderRow]:
    """A row for each reader, in the order given; then for those whose text has not been begun."""
    everyone = ShortNames([*(recipient for _, recipient, _ in texts), *unwritten])
    forms = [form_of(one.channel_for(recipient)) for one, recipient, _ in texts]
    usual = max(dict.fromkeys(forms), key=forms.count, default="long")
    rows = [_row(one, recipient, found, everyone, usual) for one, recipient, found in texts]
    return [*rows, *(_unwritten(recipient, everyone) for recipient in unwritten)]


def _unwritten(recipient: Recipient, everyone: ShortNames) -> ReaderRow:
    name, way = recipient.short(everyone), recipient.way or CHANNEL_WORDS[recipient.channel]
    return ReaderRow(name, way, "", "", "not written yet", blocked=True, differs="")


def _row(
    opened: OpenDraft,
    recipient: Recipient,
    found: Sequence[Finding],
    everyone: ShortNames,
    usual: str,
) -> ReaderRow:
    text = opened.text_for(recipient).text
    own = word_count(opened.draft.lines.get(recipient.id, ""))
    channel = opened.channel_for(recipient)
    differs = []
    if form_of(channel) != usual:
        form = "short" if form_of(channel) == "short" else "long"
        differs.append(f"the {form} form, {counted(word_count(text), 'word')}")
    if opened.covers(recipient):
        differs.append(f"below a line to {called(recipient.carrier or '') or 'the recruiter'}")
    return ReaderRow(
        name=recipient.short(everyone),
        way=recipient.way or CHANNEL_WORDS[channel],
        greeting=greeting_of(text),
        line=f"own line: {counted(own, 'word')}" if own else "",
        found=_found(found),
        blocked=any(one.level == "block" for one in found),
        differs=", ".join(differs),
    )


def _found(found: Sequence[Finding]) -> str:
    blocks = sum(one.level == "block" for one in found)
    if blocks:
        return f"{blocks} to mend"
    return counted(len(found), "remark") if found else "ready"
