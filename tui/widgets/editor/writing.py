"""The draft being written, and how it reads for the person it is shown for. Nothing of it is drawn here."""

from __future__ import annotations

from collections import deque
from dataclasses import replace as with_fields

from msgspec.structs import replace

from store.changes.drafts import form_of, same_text
from store.interview import Channel, Draft, Version
from store.people.letters import fold
from store.text import clean
from templates.gaps import as_gap, display
from templates.proof import Case, Finding
from templates.reader_text import LinePlaced, ReaderText
from templates.vocabulary import placeholder
from tui.messages.open_draft import OpenDraft, Recipient
from tui.messages.reader_rows import ReaderRow

REMEMBERED = 300
"""Earlier states of the text that undoing may bring back just as they were."""
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
        self.rows: list[ReaderRow] = []
        """What each of several readers gets, as of the last pause."""
        self.recipient = next(
            (recipient for recipient in opened.recipients if recipient.id == opened.shown),
            opened.recipients[0] if opened.recipients else Recipient(id="", name=""),
        )
        self.out: deque[Draft] = deque(maxlen=100)
        """What has been handed on since the database last took something in."""
        self.lost: Version | None = None
        """The text that stood here before it was emptied, undone or cut."""
        self._known_gaps: dict[str, str] = {}
        """How gaps are shown that this text has had, and how they are stored: they may be put back."""
        self._field = self._for_field()
        """What stands in the field of the text, and which of it is stored otherwise."""
        self._before: deque[tuple[str, str]] = deque(maxlen=REMEMBERED)
        """What stood there, and everyone's text then: what is undone is what it was."""

    @property
    def channel(self) -> Channel:
        """By which way it goes to this recipient."""
        return self.current.channel_for(self.recipient)

    @property
    def has_subject(self) -> bool:
        """Whether a message of this kind has one."""
        return self.opened.purpose != "voicemail" and form_of(self.channel) == "long"

    @property
    def shown(self) -> str:
        """The body as it stands in the field: as this recipient reads it, without their own line."""
        return self._field.text

    @property
    def gaps(self) -> tuple[tuple[int, int], ...]:
        """Where gaps are open in the text shown."""
        return self._field.gaps

    @property
    def line(self) -> str:
        """The line only for this recipient."""
        return self.draft.lines.get(self.recipient.id, "")

    @property
    def final(self) -> LinePlaced:
        """The text as this recipient gets it."""
        return self.current.text_for(self.recipient)

    @property
    def read_text(self) -> str:
        """All that whoever gets it reads, what covers it too; with open gaps in words."""
        text = self.current.sent_text(self.recipient, self.case.me)
        return display(text, self.opened.language)

    def place_of(self, finding: Finding) -> tuple[int, int] | None:
        """Where a finding stands in the text shown, in characters; None where it is elsewhere or nowhere."""
        if finding.start is None or finding.end is None:
            return None
        final = self.final
        start, last = final.place(finding.start), final.place(max(finding.start, finding.end - 1))
        if start is None or last is None:
            return None
        return self._in_field(start)[0], self._in_field(last)[1]

    def _in_field(self, offset: int) -> tuple[int, int]:
        """Where a character of the text that goes out stands in the field; of a gap all its words."""
        further = 0
        for part in self._field.parts:
            start = part.start - further
            if part.kind != "gap":
                continue
            if offset < start:
                break
            if offset < start + len(part.stored):
                return part.start, part.end
            further += part.end - part.start - len(part.stored)
        return offset + further, offset + further + 1

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
        return (
            bool(self.draft.body.strip())
            and (self.case.template_text or "").strip() != self.draft.body.strip()
        )

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
            self._before.append((self.shown, draft.body))
            draft = replace(draft, body=self._take(shown))
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
        # An older text may be any: what it comes from is not known.
        self.draft = replace(self.draft, template=template)
        self.draft = replace(self.draft, subject=clean(subject), body=clean(body, lines=True))
        self._field = self._for_field()

    def outside(self) -> str:
        """The text for another program: as everyone's, but with open gaps in words."""
        return display(self.draft.body, self.opened.language)

    def came_from_outside(self, text: str) -> None:
        """Take in what another program has given back for `outside()`; what stood here is kept at hand."""
        for words, stored in self._known_gaps.items():
            text = text.replace(words, stored)
        if self.draft.body.strip():
            self._keep_at_hand(self.draft)
        self.draft = replace(self.draft, body=clean(text, lines=True))
        self._field = self._for_field()

    @property
    def next_recipient(self) -> Recipient | None:
        """The recipient after this one, round and round; None where there is no other."""
        recipients = self.opened.recipients
        index = next((at for at, recipient in enumerate(recipients) if recipient.id == self.recipient.id), -1)
        return None if len(recipients) < 2 else recipients[(index + 1) % len(recipients)]

    def turn_to(self, recipient: Recipient) -> None:
        """Show it for this recipient."""
        self.recipient = recipient
        self._before.clear()
        self._field = self._for_field()

    def fill(self, word: str, words: str) -> bool:
        """Write these words wherever a gap asks for that word of the vocabulary; whether one does."""
        gap, draft = placeholder(word), self.draft
        if word == "my_name":
            template = self.case.template_text
            self.case = with_fields(
                self.case, me=words, template_text=template and template.replace(gap, words)
            )
        self.draft = replace(
            draft, subject=draft.subject.replace(gap, words), body=draft.body.replace(gap, words)
        )
        self._field = self._for_field()
        return not same_text(draft, self.draft)

    def dismiss(self, rule: str) -> None:
        """Dismiss a check for this draft."""
        if rule not in self.draft.dismissed:
            self.draft = replace(self.draft, dismissed=(*self.draft.dismissed, rule))

    def dismiss_for_good(self, rule: str) -> None:
        """Dismiss a check for this draft and every other."""
        self.case = with_fields(self.case, dismissed=self.case.dismissed | {rule})

    def learn(self, word: str) -> None:
        """This word is right."""
        self.case = with_fields(self.case, known_words=self.case.known_words | {fold(word)})

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

    def _for_field(self) -> ReaderText:
        field = self.current.body_for(self.recipient, in_words=True)
        self._known_gaps |= {
            field.text[part.start : part.end]: part.stored for part in field.parts if part.kind == "gap"
        }
        return field

    def gap(self, words: str) -> str:
        """A gap that asks for these words, as it is put into the field."""
        stored = as_gap(words)
        shown = display(stored, self.opened.language)
        self._known_gaps[shown] = stored
        return shown

    def _take(self, shown: str) -> str:
        """Everyone's text now that this stands in the field."""
        for text, body in reversed(self._before):
            if text == shown:
                self.draft = replace(self.draft, body=body)
                self._field = self._for_field()
                return body
        followed = self._field.followed(shown, self.opened.recipients)
        self._store(followed)
        if self._for_field().text != shown:
            # The greeting is another one than it was: from now on it is everyone's, as it stands.
            self._store(followed.without("greeting"))
        fresh = self._for_field()
        # Where it reads otherwise all the same, as when somebody else is greeted, what is typed stands first.
        self._field = fresh if fresh.text == shown else followed
        return self.draft.body

    def _store(self, text: ReaderText) -> None:
        body = text.stored
        for words, stored in self._known_gaps.items():
            body = body.replace(words, stored)
        self.draft = replace(self.draft, body=body)

    @property
    def reads_otherwise(self) -> bool:
        """Whether this reader gets another text than stands in the field."""
        return self._for_field().text != self._field.text

    def show_what_is_read(self) -> None:
        """Have that stand in the field."""
        self._field = self._for_field()

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
