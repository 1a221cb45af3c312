"""What a message template is, how its file is read, and how one can fail.

The comment at the top of a file says what it is for, and below it stands the text:

    {# title: Thanks after a panel
       purpose: thanks
       channel: email
       when: several people interviewed you
       fits: several people
       claims: undecided
       subject: Thank you for the interview on {{ day }}
    #}

`title`, `purpose` and `channel` are required. `when` is told to the user. `fits` decides: conditions with
commas between them (`templates.conditions`), which make it the more fitting the more telling they are.
`claims` are conditions that its sentences rest on: where one is not met, it does not fit. `does` names what
it says where the card cannot know what the user wants to say: accept the offer. `ends` is what the card is
closed as once the text was sent: accepted, declined or withdrawn. The subject is a template of
its own, on one line.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias, TypeVar, get_args

from store.people.letters import nearest
from templates.conditions import Condition, condition

TemplatePurpose: TypeAlias = Literal["thanks", "status", "voicemail", "call", "reply", "delivery", "other"]
TemplateChannel: TypeAlias = Literal["email", "sms", "whatsapp", "call", "letter", "other"]
TEMPLATE_PURPOSES: tuple[TemplatePurpose, ...] = get_args(TemplatePurpose)
TEMPLATE_CHANNELS: tuple[TemplateChannel, ...] = get_args(TemplateChannel)
ENDINGS = ("accepted", "declined", "withdrawn")
LARGEST_FILE = 100_000
_Word = TypeVar("_Word", bound=str)
_COMMENT = re.compile(r"\s*\{#-?(.*?)-?#\}", re.DOTALL)
_REQUIRED = ("title", "purpose", "channel")
_KEYS = (*_REQUIRED, "when", "fits", "claims", "does", "ends", "subject")


@dataclass(frozen=True)
class Template:
    """A template as its header presents it. `own`: from the user's folder rather than from the program."""

    name: str
    title: str
    purpose: TemplatePurpose
    channel: TemplateChannel
    when: str
    own: bool
    path: Path
    fits: tuple[Condition, ...] = ()
    """All of them must be met for it to fit; the most telling of them says how well."""
    claims: tuple[Condition, ...] = ()
    """What its sentences rest on: all of it must be met too, and makes it no more fitting."""
    does: str = ""
    """What it says, where only the user can know that: `accept the offer`."""
    ends: str = ""
    """How the card ends once it was sent: accepted, declined or withdrawn; blank for most."""
    language: str = ""
    """Two letters; blank for one of the user's own that does not say."""


class BrokenTemplate(Exception):
    """A template that gives no text; its message is one sentence with name, line and what is wrong."""

    def __init__(self, name: str, reason: str, line: int | None = None, path: Path | None = None) -> None:
        self.name, self.reason, self.line, self.path = name, reason, line, path
        super().__init__(name, reason, line, path)

    def __str__(self) -> str:
        where = f"the template {self.name}"
        if self.path is not None:
            where += f" ({self.path})"
        if self.line is not None:
            where += f", line {self.line}"
        return f"{where}: {self.reason}" if self.reason.endswith("?") else f"{where}: {self.reason}."


class UnknownTemplate(KeyError):
    """No template has this name; `near` are the names it may be a slip of, `known` all there are."""

    def __init__(self, name: str, near: tuple[str, ...], known: tuple[str, ...] = ()) -> None:
        self.name, self.near, self.known = name, near, known
        super().__init__(name)

    def __str__(self) -> str:
        offer = (
            f"did you mean {' or '.join(self.near)}?" if self.near else f"there are {', '.join(self.known)}."
        )
        return f"there is no template called {self.name[:80]!r}: {offer}"


@dataclass(frozen=True)
class Source:
    """A template file, read. `text` is the whole file, so that line numbers are the file's."""

    title: str
    purpose: TemplatePurpose
    channel: TemplateChannel
    when: str
    fits: tuple[str, ...]
    claims: tuple[str, ...]
    does: str
    ends: str
    subject: str
    subject_line: int
    text: str


def read(name: str, path: Path) -> Source:
    """The template in this file. Raises BrokenTemplate where it cannot be read or its header is wrong."""
    try:
        if not path.is_file():
            raise BrokenTemplate(name, "it is not an ordinary file", path=path)
        with path.open("rb") as file:
            raw = file.read(LARGEST_FILE + 1)
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise BrokenTemplate(name, f"it cannot be read ({error.strerror})", path=path) from error
    except UnicodeDecodeError as error:
        raise BrokenTemplate(name, "it is not written in UTF-8", path=path) from error
    if len(raw) > LARGEST_FILE:
        raise BrokenTemplate(name, f"it is larger than {LARGEST_FILE // 1000} kB", path=path)
    try:
        return parse(name, text)
    except BrokenTemplate as broken:
        raise BrokenTemplate(name, broken.reason, broken.line, path) from broken


def parse(name: str, text: str) -> Source:
    """The template written as `text`. Raises BrokenTemplate, with the line, where its header is wrong."""
    comment = _COMMENT.match(text)
    if comment is None:
        raise BrokenTemplate(name, "it must begin with a header, {# title: … purpose: … channel: … #}", 1)
    first = text.count("\n", 0, comment.start(1)) + 1
    fields: dict[str, tuple[str, int]] = {}
    for line, written in enumerate(comment[1].split("\n"), first):
        if written.strip():
            key, value = _field(name, written, line)
            fields[key] = value, line
    for key in _REQUIRED:
        if not fields.get(key, ("", 0))[0]:
            raise BrokenTemplate(name, f"its header gives no {key}", first)
    purpose = _one_of(name, TEMPLATE_PURPOSES, "purpose", fields["purpose"])
    channel = _one_of(name, TEMPLATE_CHANNELS, "channel", fields["channel"])
    subject, subject_line = fields.get("subject", ("", first))
    when, does = (fields.get(key, ("", first))[0] for key in ("when", "does"))
    ends = fields.get("ends", ("", first))
    _one_of(name, ("", *ENDINGS), "ends", ends)
    fits, claims = (_conditions(name, *fields.get(key, ("", first))) for key in ("fits", "claims"))
    return Source(
        fields["title"][0], purpose, channel, when, fits, claims, does, ends[0], subject, subject_line, text
    )


def _field(name: str, written: str, line: int) -> tuple[str, str]:
    key, colon, value = written.partition(":")
    key = key.strip()
    if not colon or key not in _KEYS:
        near = nearest(key, _KEYS, most=1) if colon else []
        meant = f" (did you mean {near[0]}:?)" if near else ""
        known = f"its header knows {', '.join(_KEYS)}, each followed by a colon"
        raise BrokenTemplate(name, f"{known}, not {key[:40]!r}{meant}", line)
    return key, value.strip()


def _conditions(name: str, value: str, line: int) -> tuple[str, ...]:
    """The conditions of the header, each of which is known."""
    try:
        return tuple(condition(part).text for part in value.split(",") if part.strip())
    except ValueError as error:
        raise BrokenTemplate(name, str(error), line) from None


def _one_of(name: str, allowed: tuple[_Word, ...], key: str, field: tuple[str, int]) -> _Word:
    value, line = field
    for word in allowed:
        if word == value:
            return word
    known = ", ".join(filter(None, allowed))
    raise BrokenTemplate(name, f"its {key} must be one of {known}, not {value[:40]!r}", line)
