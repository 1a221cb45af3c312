"""One thing that is to be taken in, and what is found in it."""

from __future__ import annotations

import re

from msgspec import Struct

from store.exchange import BadFile
from store.intake.kinds import TAKEN, Kind, as_utf_8, kind_of, what_else
from store.mail import MailMessage, read_mail, split_mbox
from store.mail.message import calendar_inside
from store.text import clean

LARGEST = 64 * 2**20
"""Bytes that one file, or all files of a folder together, may have."""
_MAY_INVITE = re.compile(rb"text/calendar|application/ics|vcalendar|\.ics\b|message/rfc822", re.IGNORECASE)


class Incoming(Struct, frozen=True):
    """Bytes from outside, and what they are called in sentences; the name of a file has its ending."""

    name: str
    raw: bytes


class Look(Struct, frozen=True):
    """What a source is. `raw` is UTF-8 without a byte-order mark, where it is text at all."""

    name: str
    kind: Kind
    raw: bytes
    calendars: tuple[bytes, ...] = ()
    """Every calendar in it, in UTF-8: itself, those of a mail, of all mails of an mbox."""
    mail: MailMessage | None = None
    """The mail that it is; of an mbox with one mail, that one."""
    mails: int = 0

    @property
    def text(self) -> str:
        """What it says, for people: the mail's own words, else all of it."""
        words = self.raw.decode("utf-8", "replace") if self.mail is None else self.mail.text
        return clean(words, lines=True)

    @property
    def words(self) -> str:
        """The text, and of a mail its subject above it and who wrote it below."""
        if self.mail is None:
            return self.text
        return "\n\n".join(filter(None, (self.mail.subject, self.text.strip(), self.mail.sender)))


def look_at(source: Incoming) -> Look:
    """What a source is, by its content. Raises BadFile for what is nothing that is taken."""
    if len(source.raw) > LARGEST:
        raise BadFile(f"{source.name}: expected at most {LARGEST // 2**20} MiB; nothing was imported.")
    raw = as_utf_8(source.raw)
    if not raw.strip():
        raise BadFile(f"{source.name}: it is empty; nothing was imported.")
    kind = kind_of(raw, source.name)
    match kind:
        case "calendar":
            return Look(source.name, kind, raw, calendars=(_from_its_beginning(raw),))
        case "mail":
            mail = read_mail(raw.lstrip(b"\r\n \t"))
            return Look(source.name, kind, raw, calendars=mail.calendars, mail=mail, mails=1)
        case "mbox":
            return _mbox(source.name, raw)
        case "text":
            # A mail program's pipe may hand over a decoded mail with next to no headers.
            inside = calendar_inside(raw.decode("utf-8", "replace").replace("\r\n", "\n"))
            if inside is not None:
                return Look(source.name, "calendar", raw, calendars=(inside,))
        case "unknown":
            raise BadFile(
                f"{source.name}: this is {what_else(raw)}, which is not read; what is taken are {TAKEN}; "
                "nothing was imported."
            )
        case _:
            pass
    return Look(source.name, kind, raw)


def _from_its_beginning(raw: bytes) -> bytes:
    return raw.lstrip(b"\r\n \t")


def _mbox(name: str, raw: bytes) -> Look:
    mails = split_mbox(raw.lstrip(b"\r\n \t"))
    # Most mails of a mailbox invite to nothing, and reading each takes its time.
    read = [read_mail(one) for one in mails if len(mails) == 1 or _MAY_INVITE.search(one)]
    calendars = dict.fromkeys(calendar for mail in read for calendar in mail.calendars)
    alone = read[0] if len(mails) == 1 else None
    return Look(name, "mbox", raw, calendars=tuple(calendars), mail=alone, mails=len(mails))
