"""`ringback proof`: what the checks say of a text."""

from __future__ import annotations

import argparse
import dataclasses
import re
import sys
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from store.changes.drafts import latest
from store.interview import CHANNELS, Channel, Draft, Interview
from store.text import MAX_TEXT, normal_breaks
from templates.proof import Finding, proof, ready
from templates.proof.speller import Speller
from tui.cli.draft import occasion_of, open_library
from tui.cli.faults import DONE, FAILED, Failed
from tui.cli.output import put, put_json, say
from tui.cli.session import CommandSession, choice
from tui.messages.occasion import Occasion
from tui.messages.proof_case import Rendered, case, render_all

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
    """Print the findings, for people or for programs; 1 where there are any."""
    channel = None if args.channel is None else choice(args.channel, "channel", CHANNELS)
    at = session.at(args.at)
    given = None if args.file is None else _parted(_read(args.file))
    service = session.open()
    interview = service.interview(args.id)
    text = given or _stored(interview, channel)
    occasion = _judged_as(occasion_of(session, interview, at, None), text, channel)
    library = open_library(session)
    template = text.draft.template if text.draft is not None else None
    rendered = render_all(library, occasion, session.settings, also=template)
    judged = case(occasion, service.book, session.settings, at, draft=text.draft, rendered=rendered)
    if text.draft is None:
        judged = dataclasses.replace(judged, template_text=_template_of(text.body, rendered))
    found = proof(text.body, judged, subject=text.subject, speller=Speller.load())
    moved = [_moved(one, text.offset) for one in found]
    if args.json:
        put_json({"version": 1, "ready": ready(moved), "findings": [_plain(one) for one in moved]})
    else:
        _tell(moved, text.whole)
    return FAILED if moved else DONE


def _read(name: str) -> str:
    from store.files.regular import read_plain

    if name == "-":
        raw = b"" if sys.stdin is None else sys.stdin.buffer.read(LARGEST_TEXT + 1)
    else:
        try:
            raw = read_plain(Path(name).resolve(), 2**28)[0]
        except (FileNotFoundError, RuntimeError):
            raise Failed(f"{name}: there is no such file.") from None
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


def _stored(interview: Interview, channel: Channel | None) -> _GivenText:
    draft = latest(interview)
    if draft is None:
        raise Failed(f"{interview.id} has no draft; give a file, or - for standard input.")
    if channel is not None:
        draft = replace(draft, channel=channel)
    return _GivenText(draft.body, draft.subject, draft.body, 0, draft)


def _judged_as(occasion: Occasion, text: _GivenText, channel: Channel | None) -> Occasion:
    """A text in a file is there to be sent, so in the place of a call it is a status mail."""
    if text.draft is None and occasion.purpose == "call":
        occasion = replace(occasion, purpose="status", channel="email")
    return occasion if channel is None else replace(occasion, channel=channel)


def _template_of(body: str, rendered: Rendered) -> str | None:
    """The template that the text is word for word, if there is one."""
    return next((text for text in rendered.values() if text.split() == body.split()), None)


def _moved(finding: Finding, offset: int) -> Finding:
    if finding.start is None or finding.end is None:
        return finding
    return dataclasses.replace(finding, start=finding.start + offset, end=finding.end + offset)


def _plain(finding: Finding) -> dict[str, Any]:
    return dataclasses.asdict(finding)


def _tell(found: list[Finding], text: str) -> None:
    for one in found:
        place = "" if one.start is None else f"line {text.count(chr(10), 0, one.start) + 1}: "
        put(f"{one.level}  {one.rule}: {place}{one.why}")
    if not found:
        say("Nothing to find fault with.")
