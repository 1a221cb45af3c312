"""The draft being written, and how it reads for the person it is shown for. Nothing of it is drawn here."""

from __future__ import annotations

from collections import deque
from dataclasses import replace as with_fields

from msgspec.structs import replace

from store.changes.drafts import same_text
from store.interview import Channel, Draft, Version
from store.text import clean
from templates.greeting import Addressed, address, shared
from templates.proof import Case
from tui.widgets.editor.letter_state import Letter, Reader

A_WORD = 15
"""Characters that go at once, by undoing or cutting, before the text that had them is kept at hand."""


class Writing:
    """One letter while it is open. The body is everyone's, greeting and one line are each reader's own."""

    def __init__(self, letter: Letter) -> None:
        self.letter = letter
        self.draft = _cleaned(letter.draft)
        self.seen = letter.seen
        self.case = letter.case
        self.reader = next(
            (one for one in letter.readers if one.id == letter.shown),
            letter.readers[0] if letter.readers else Reader(id="", name=""),
        )
        self.out: deque[Draft] = deque(maxlen=100)
        """What has been handed on since the database last took something in."""
        self.lost: Version | None = None
        """The text that stood here before it was emptied, undone or cut."""

    @property
    def channel(self) -> Channel:
        """By which way it goes to this reader."""
        return self.reader.channel if self.letter.purpose == "thanks" else self.draft.channel

    @property
    def has_subject(self) -> bool:
        """Whether a message of this kind has one."""
        return self.letter.purpose != "voicemail" and self.channel in ("email", "letter", "other")

    @property
    def shown(self) -> str:
        """The body as this reader is greeted in it, without their own line."""
        return address(self.draft.body, names=self._names, to=self.reader.name).text

    @property
    def line(self) -> str:
        """The line only for this reader."""
        return self.draft.lines.get(self.reader.id, "")

    @property
    def final(self) -> Addressed:
        """The text as this reader gets it."""
        return self.final_for(self.reader)

    def final_for(self, reader: Reader) -> Addressed:
        """The text as any reader gets it."""
        line = self.draft.lines.get(reader.id, "")
        return address(self.draft.body, names=self._names, to=reader.name, line=line)

    @property
    def judged(self) -> Case:
        """What the checks know, for this reader and this draft."""
        came = self.case.template_text
        return with_fields(
            self.case,
            template_text=came and address(came, names=self._names, to=self.reader.name).text,
            addressed=(self.reader.name,) if self.reader.name else (),
            channel=self.channel,
            dismissed=frozenset(self.draft.dismissed) | self.case.dismissed,
        )

    @property
    def is_edited(self) -> bool:
        """Whether there is more than a template as it came."""
        came = self.case.template_text or ""
        same = address(came, names=self._names, to=self.reader.name).text.strip() == self.shown.strip()
        return bool(self.draft.body.strip()) and not same

    @property
    def is_saved(self) -> bool:
        """Whether the database holds just this."""
        return self.seen is not None and same_text(self.seen, self.draft)

    @property
    def versions(self) -> tuple[Version, ...]:
        """Older texts, oldest first, that differ from this one."""
        kept = (*self.draft.versions, *((self.lost,) if self.lost is not None else ()))
        here = (self.draft.subject, self.draft.body)
        return tuple(one for one in kept if one.body.strip() and (one.subject, one.body) != here)

    def type(self, subject: str, shown: str, line: str) -> bool:
        """Take in what stands in the fields; whether that is anything new."""
        before, draft = self.draft, self.draft
        if self.has_subject:
            draft = replace(draft, subject=subject)
        if shown != self.shown:
            body = shared(shown, body=draft.body, names=self._names, to=self.reader.name)
            draft = replace(draft, body=body)
        if line != self.line:
            lines = {key: text for key, text in draft.lines.items() if key != self.reader.id}
            draft = replace(draft, lines={**lines, self.reader.id: line} if line.strip() else lines)
        if same_text(before, draft):
            return False
        if len(before.body) - len(draft.body) > A_WORD or (before.body.strip() and not draft.body.strip()):
            at = before.updated_at or self.letter.now
            self.lost = Version(at=at, subject=before.subject, body=before.body)
        self.draft = draft
        return True

    def start_from(self, template: str | None, subject: str, body: str) -> None:
        """Another text in the place of this one: a template's, which is remembered, or an older one."""
        if template is not None:
            self.case = with_fields(self.case, template_text=body)
            self.draft = replace(self.draft, template=template)
        self.draft = replace(self.draft, subject=clean(subject), body=clean(body, lines=True))

    def choose(self, reader_id: str) -> bool:
        """Show it for another reader; False where there is none of that id."""
        found = next((one for one in self.letter.readers if one.id == reader_id), None)
        if found is not None:
            self.reader = found
        return found is not None

    def next_reader(self) -> Reader:
        """The one after this, round and round."""
        readers = self.letter.readers or (self.reader,)
        place = next((at for at, one in enumerate(readers) if one.id == self.reader.id), -1)
        return readers[(place + 1) % len(readers)]

    def dismiss(self, rule: str) -> None:
        """Do not speak of a rule any more, for this draft."""
        if rule not in self.draft.dismissed:
            self.draft = replace(self.draft, dismissed=(*self.draft.dismissed, rule))

    def dismiss_for_good(self, rule: str) -> None:
        """Do not speak of a rule any more, here or in any other draft."""
        self.case = with_fields(self.case, dismissed=self.case.dismissed | {rule})

    def speak_again(self) -> None:
        """Let every check speak of this draft again."""
        self.draft = replace(self.draft, dismissed=())
        self.case = with_fields(self.case, dismissed=frozenset())

    def stored(self, draft: Draft) -> bool:
        """The database holds this now: perhaps under another id, as someone else wrote in the same draft.

        False where it is a draft that was open before this one.
        """
        if draft.id != self.draft.id and not any(same_text(draft, one) for one in self.out):
            return False
        self.out.clear()
        self.seen = draft
        self.draft = replace(self.draft, id=draft.id, versions=draft.versions, updated_at=draft.updated_at)
        return True

    @property
    def _names(self) -> tuple[str, ...]:
        return tuple(one.name for one in self.letter.readers)


def _cleaned(draft: Draft) -> Draft:
    """What a database or a pad holds may have come from another program: no control characters go on."""
    return replace(
        draft,
        subject=clean(draft.subject),
        body=clean(draft.body, lines=True),
        lines={key: clean(text) for key, text in draft.lines.items()},
    )
