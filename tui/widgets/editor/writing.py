"""The draft being written, and how it reads for the person it is shown for. Nothing of it is drawn here."""

from __future__ import annotations

from collections import deque
from dataclasses import replace as with_fields

from msgspec.structs import replace

from store.changes.drafts import same_text
from store.interview import Channel, Draft, Version
from store.text import clean
from templates.greeting import Addressed, address, shared
from templates.proof import Case, Finding
from tui.messages.open_draft import OpenDraft, Recipient

A_WORD = 15
"""Characters that go at once, by undoing or cutting, before the text that had them is kept at hand."""


class Writing:
    """One draft while it is open. The body is everyone's, greeting and one line are each recipient's own."""

    def __init__(self, opened: OpenDraft) -> None:
        self.opened = opened
        self.draft = _cleaned(opened.draft)
        self.seen = opened.seen
        self.case = opened.case
        self.findings: tuple[Finding, ...] = ()
        """What the last check found in the text as the recipient shown gets it."""
        self.recipient = next(
            (recipient for recipient in opened.recipients if recipient.id == opened.shown),
            opened.recipients[0] if opened.recipients else Recipient(id="", name=""),
        )
        self.out: deque[Draft] = deque(maxlen=100)
        """What has been handed on since the database last took something in."""
        self.lost: Version | None = None
        """The text that stood here before it was emptied, undone or cut."""

    @property
    def channel(self) -> Channel:
        """By which way it goes to this recipient."""
        return self.current.channel_for(self.recipient)

    @property
    def has_subject(self) -> bool:
        """Whether a message of this kind has one."""
        return self.opened.purpose != "voicemail" and self.channel in ("email", "letter", "other")

    @property
    def shown(self) -> str:
        """The body as this recipient is greeted in it, without their own line."""
        return self._as_greeted(self.draft.body)

    @property
    def line(self) -> str:
        """The line only for this recipient."""
        return self.draft.lines.get(self.recipient.id, "")

    @property
    def final(self) -> Addressed:
        """The text as this recipient gets it."""
        return address(self.draft.body, names=self.opened.recipients, to=self.recipient, line=self.line)

    def place_of(self, finding: Finding) -> tuple[int, int] | None:
        """Where a finding stands in the text shown, in characters; None where it is elsewhere or nowhere."""
        if finding.start is None or finding.end is None:
            return None
        final = self.final
        start, last = final.place(finding.start), final.place(max(finding.start, finding.end - 1))
        return None if start is None or last is None else (start, last + 1)

    @property
    def judged(self) -> Case:
        """What the checks know, for this recipient and this draft."""
        return self.current.judged(self.recipient)

    @property
    def current(self) -> OpenDraft:
        """The draft as it is by now, with what the checks know, shown for the recipient it is shown for."""
        return with_fields(self.opened, draft=self.draft, case=self.case, shown=self.recipient.id)

    @property
    def is_edited(self) -> bool:
        """Whether there is more than a template as it came."""
        template = self._as_greeted(self.case.template_text or "")
        return bool(self.draft.body.strip()) and template.strip() != self.shown.strip()

    @property
    def is_saved(self) -> bool:
        """Whether the database holds just this."""
        return self.seen is not None and same_text(self.seen, self.draft)

    @property
    def versions(self) -> tuple[Version, ...]:
        """Older texts, oldest first, that differ from this one."""
        older = (*self.draft.versions, *((self.lost,) if self.lost is not None else ()))
        current = (self.draft.subject, self.draft.body)
        return tuple(text for text in older if text.body.strip() and (text.subject, text.body) != current)

    def type(self, subject: str, shown: str, line: str) -> bool:
        """Take in what stands in the fields; whether that is anything new."""
        before, draft = self.draft, self.draft
        if self.has_subject:
            draft = replace(draft, subject=subject)
        if shown != self.shown:
            body = shared(shown, body=draft.body, names=self.opened.recipients, to=self.recipient)
            draft = replace(draft, body=body)
        if line != self.line:
            lines = {key: text for key, text in draft.lines.items() if key != self.recipient.id}
            draft = replace(draft, lines={**lines, self.recipient.id: line} if line.strip() else lines)
        if same_text(before, draft):
            return False
        if len(before.body) - len(draft.body) > A_WORD or (before.body.strip() and not draft.body.strip()):
            self._keep_at_hand(before)
        self.draft = draft
        return True

    def start_from(self, template: str | None, subject: str, body: str) -> None:
        """Another text in the place of this one: a template's, which is remembered, or an older one.

        The text that stood here is kept at hand.
        """
        if self.draft.body.strip():
            self._keep_at_hand(self.draft)
        if template is not None:
            self.case = with_fields(self.case, template_text=body)
            self.draft = replace(self.draft, template=template)
        self.draft = replace(self.draft, subject=clean(subject), body=clean(body, lines=True))

    def turn_to_next_recipient(self) -> bool:
        """Show it for the recipient after this one, round and round; False where there is no other."""
        recipients = self.opened.recipients
        index = next((at for at, recipient in enumerate(recipients) if recipient.id == self.recipient.id), -1)
        if len(recipients) < 2:
            return False
        self.recipient = recipients[(index + 1) % len(recipients)]
        return True

    def dismiss(self, rule: str) -> None:
        """Dismiss a check for this draft."""
        if rule not in self.draft.dismissed:
            self.draft = replace(self.draft, dismissed=(*self.draft.dismissed, rule))

    def dismiss_for_good(self, rule: str) -> None:
        """Dismiss a check for this draft and every other."""
        self.case = with_fields(self.case, dismissed=self.case.dismissed | {rule})

    def speak_again(self) -> None:
        """Let every check speak of this draft again."""
        self.draft = replace(self.draft, dismissed=())
        self.case = with_fields(self.case, dismissed=frozenset())

    def stored(self, draft: Draft) -> bool:
        """The database holds this now: perhaps under another id, as someone else wrote in the same draft.

        False where it is a draft that was open before this one.
        """
        if draft.id != self.draft.id and not any(same_text(draft, sent) for sent in self.out):
            return False
        self.out.clear()
        self.seen = draft
        self.draft = replace(self.draft, id=draft.id, versions=draft.versions, updated_at=draft.updated_at)
        return True

    def _as_greeted(self, text: str) -> str:
        return self.opened.greeted(text, self.recipient)

    def _keep_at_hand(self, text: Draft) -> None:
        at = text.updated_at or self.opened.now
        self.lost = Version(at=at, subject=text.subject, body=text.body)


def _cleaned(draft: Draft) -> Draft:
    """What a database or a pad holds may have come from another program: no control characters go on."""
    return replace(
        draft,
        subject=clean(draft.subject),
        body=clean(draft.body, lines=True),
        lines={key: clean(text) for key, text in draft.lines.items()},
    )
