"""`ringback proof`: what the checks say of a text."""

from __future__ import annotations

import argparse
import dataclasses
import re
import sys
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from store.changes.drafts import latest
from store.interview import CHANNELS, Channel, Draft, Interview, Purpose
from store.text import MAX_TEXT, normal_breaks
from templates.gaps import display
from templates.library import Library
from templates.proof import Finding, proof, ready
from templates.proof.speller import Speller
from templates.reader_text import LinePlaced, ReaderText
from tui.cli.draft import occasion_of, open_library, read_purpose, reader_body
from tui.cli.faults import DONE, FAILED, Failed
from tui.cli.mistakes import quoted_id
from tui.cli.output import put, put_json, say
from tui.cli.session import CommandSession, choice
from tui.messages.drafting import open_draft
from tui.messages.occasion import Occasion
from tui.messages.open_draft import OpenDraft, Recipient
from tui.messages.proof_case import template_text

_SUBJECT = re.compile(r"Subject: *([^\n]*)\n+")
LARGEST_TEXT = 4 * MAX_TEXT
"""Bytes a text may have."""


class _GivenText(NamedTuple):
    """A text to judge: as it was given, its parts, and the stored draft it is, if it is one."""

    whole: str
    subject: str | None
    """None where the text does not say."""
    body: str
    offset: int
    """Where in the whole the body begins, in characters."""
    draft: Draft | None


def run_proof(args: argparse.Namespace, session: CommandSession) -> int:
    """Print the findings, for people or for programs; 1 where there are any.

    Without `--to` the text is judged as each person gets it who is still to; what is so for all is said once.
    """
    channel = None if args.channel is None else choice(args.channel, "--channel", CHANNELS)
    purpose = read_purpose(args.purpose)
    at = session.at(args.at)
    given = None if args.file is None else _parted(_read(args.file, args.id))
    service = session.open()
    interview = service.named(args.id)
    text = given or _stored(interview, purpose, channel)
    if purpose is None and text.draft is not None:
        purpose = text.draft.purpose
    occasion = _judged_as(occasion_of(session, interview, at, args.to, purpose), channel)
    draft = text.draft or Draft(
        id="", subject=text.subject or "", body=text.body,
        purpose="voicemail" if occasion.purpose == "call" else occasion.purpose,
        channel="other" if occasion.channel == "call" else occasion.channel,
    )  # fmt: skip
    library = open_library(session)
    opened = open_draft(
        occasion, draft, None, library=library, book=service.book, settings=session.settings,
        now=at, zone=service.zone,
    )  # fmt: skip
    readers = _readers(opened, args.to, channel)
    if text.draft is None:
        opened = _as_given(opened, readers, args.to, occasion, library, session, at)
    found = _united([_found(opened, reader, text.subject, Speller.load()) for reader in readers])
    moved = [_moved(one, text.offset) for one in found]
    if args.json:
        put_json({"version": 1, "ready": ready(moved), "findings": [_plain(one) for one in moved]})
    else:
        _tell(moved, text.whole, interview)
    return FAILED if moved else DONE


def _as_given(
    opened: OpenDraft, readers: list[Recipient], to: str | None, occasion: Occasion, library: Library,
    session: CommandSession, at: datetime,
) -> OpenDraft:  # fmt: skip
    """A text that is no draft: with the template that it still is, if it is one, as it was printed.

    For a person named it is the very text that goes to them, and their greeting is not put in.
    """
    if to is not None:
        opened = dataclasses.replace(opened, recipients=tuple(readers))
    written = opened.draft.body.split()
    for template in library.all():
        if template.own or template.purpose != opened.purpose:
            continue
        body = template_text(library, template.name, occasion, session.service.book, session.settings, at)
        printed = display(reader_body(occasion, body or "", opened.language), opened.language)
        if body is not None and written in (body.split(), printed.split()):
            return dataclasses.replace(opened, case=dataclasses.replace(opened.case, template_text=printed))
    return opened


def _readers(opened: OpenDraft, to: str | None, channel: Channel | None) -> list[Recipient]:
    """Whose text is judged: the person named, else everyone who is still to get it."""
    readers = [one for one in opened.recipients if one.id == to or (to is None and one.status == "open")]
    if opened.purpose != "thanks":
        readers = [one for one in readers if one.id == opened.shown]
    readers = readers or [*opened.recipients[:1]]
    if channel is not None:
        return [dataclasses.replace(one, channel=channel) for one in readers]
    # A text is in one form: a letter is not judged as a text message, unless nobody gets a letter.
    return [one for one in readers if opened.goes_to(one)] or readers


def _found(
    opened: OpenDraft, reader: Recipient, subject: str | None, speller: Speller | None
) -> list[Finding]:
    """What there is to say of this reader's text, at the places of the text as it was given."""
    body, line = opened.body_for(reader), opened.text_for(reader)
    found = proof(line.text, opened.judged(reader), subject=subject, speller=speller)
    return [
        dataclasses.replace(one, to=reader.id or None, start=place and place[0], end=place and place[1])
        for one in found
        for place in (_place(one, line, body),)
    ]


def _place(finding: Finding, line: LinePlaced, body: ReaderText) -> tuple[int, int] | None:
    """Where it stands in the stored text; None where it does not, as in a personal line."""
    if finding.start is None or finding.end is None:
        return None
    start, last = line.place(finding.start), line.place(max(finding.start, finding.end - 1))
    if start is None or last is None:
        return None
    return body.place_stored(start)[0], body.place_stored(last)[1]


def _united(by_reader: list[list[Finding]]) -> list[Finding]:
    """The findings of all readers in order; those that each reader's text has are of all."""
    whose: dict[Finding, list[str | None]] = {}
    for found in by_reader:
        for one in found:
            whose.setdefault(dataclasses.replace(one, to=None), []).append(one.to)
    united: list[Finding] = []
    for one, readers in whose.items():
        of = [None] if len(readers) == len(by_reader) else readers
        united += [dataclasses.replace(one, to=to) for to in of]
    return united


def _read(name: str, card: str) -> str:
    from store.files.regular import read_plain

    if name == "-":
        raw = b"" if sys.stdin is None else sys.stdin.buffer.read(LARGEST_TEXT + 1)
    else:
        try:
            raw = read_plain(Path(name).resolve(), 2**28)[0]
        except (FileNotFoundError, RuntimeError):
            if re.fullmatch(r"\w+", name):
                raise Failed(
                    f"{name}: there is no such file. {quoted_id([card, name], [], 'proof')}"
                ) from None
            raise Failed(f"{name}: there is no such file; give another, or - for standard input.") from None
    try:
        text = normal_breaks(raw[: LARGEST_TEXT + 1].decode("utf-8-sig"))
    except UnicodeDecodeError as why:
        raise Failed(f"{name}: expected UTF-8 (byte {why.start}).") from None
    if len(raw) > LARGEST_TEXT or len(text) > MAX_TEXT:
        raise Failed(f"{name}: expected a text of at most {MAX_TEXT:,} characters.")
    return text


def _parted(text: str) -> _GivenText:
    """A text that may begin with a line `Subject: …`, as `ringback draft` writes it."""
    found = _SUBJECT.match(text)
    if found is None:
        return _GivenText(text, None, text, 0, None)
    return _GivenText(text, found[1], text[found.end() :], found.end(), None)


def _stored(interview: Interview, purpose: Purpose | None, channel: Channel | None) -> _GivenText:
    draft = latest(interview, purpose)
    if draft is None:
        what = "no draft" if purpose is None else f"no draft of that purpose ({purpose})"
        raise Failed(f"{interview.id} has {what}; give a file, or - for standard input.")
    if channel is not None:
        draft = replace(draft, channel=channel)
    return _GivenText(draft.body, draft.subject, draft.body, 0, draft)


def _judged_as(occasion: Occasion, channel: Channel | None) -> Occasion:
    """A text is there to be sent, so in the place of a call it is a status mail."""
    if occasion.purpose == "call":
        occasion = replace(occasion, purpose="status", channel="email")
    return occasion if channel is None else replace(occasion, channel=channel)


def _moved(finding: Finding, offset: int) -> Finding:
    if finding.start is None or finding.end is None:
        return finding
    return dataclasses.replace(finding, start=finding.start + offset, end=finding.end + offset)


def _plain(finding: Finding) -> dict[str, Any]:
    return dataclasses.asdict(finding)


def _tell(found: list[Finding], text: str, interview: Interview) -> None:
    for one in found:
        place = "" if one.start is None else f"line {text.count(chr(10), 0, one.start) + 1}: "
        person = interview.person(one.to)
        whose = f"for {person.name or person.id}: " if person is not None else ""
        put(f"{one.level}  {one.rule}: {whose}{place}{one.why}")
    if not found:
        say("Nothing to find fault with.")
