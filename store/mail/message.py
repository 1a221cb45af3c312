"""One mail read: who wrote it, what it says, and the calendars in it."""

from __future__ import annotations

import re
from email.message import Message

from msgspec import Struct

from store.mail.markup import without_markup
from store.mail.parts import MimePart, decoded, headers_and_body, parts_of, text_in
from store.text import clean

LONGEST_TEXT = 256 * 2**10
"""Bytes of a text part that are looked at."""
_CALENDARS = ("text/calendar", "application/ics", "text/x-vcalendar", "application/calendar")


class MailMessage(Struct, frozen=True):
    """What a mail says. Texts are clean; all are blank where there is nothing of the kind.

    `text` is the first text part, made of the HTML where there is no plain one; what is attached is no part
    of it. `calendars` are calendar files in UTF-8, each once.
    """

    sender: str
    subject: str
    date: str
    text: str
    calendars: tuple[bytes, ...]


def read_mail(raw: bytes) -> MailMessage:
    """The mail in these bytes. Never fails: what cannot be read is not there."""
    headers, _ = headers_and_body(raw)
    plain, marked = "", ""
    calendars: dict[bytes, None] = {}
    for part in parts_of(raw):
        kind = part.headers.get_content_type()
        if _is_calendar(part, kind):
            calendars.setdefault(_as_utf_8(part))
        elif part.enclosed or part.headers.get_content_disposition() == "attachment":
            continue
        elif kind == "text/plain" and not plain:
            plain = _text(part)
        elif kind == "text/html" and not marked:
            marked = without_markup(_text(part))
    if not calendars:
        # A mail program's pipe may decode what it hands over: the calendar then stands in the text.
        inside = calendar_inside(plain)
        calendars = dict.fromkeys((inside,) if inside else ())
    return MailMessage(
        header_text(headers, "From"),
        header_text(headers, "Subject"),
        header_text(headers, "Date"),
        plain or marked,
        tuple(calendars),
    )


def header_text(headers: Message, name: str) -> str:
    """A header as people read it, in one line; "" where there is none."""
    from email.errors import HeaderParseError
    from email.header import decode_header

    value = str(headers.get(name, ""))
    try:
        pieces = decode_header(value)
    except (HeaderParseError, ValueError):
        pieces = [(value, None)]
    words = (text_in(piece, charset) if isinstance(piece, bytes) else piece for piece, charset in pieces)
    return " ".join(clean("".join(words)).split())


def calendar_inside(text: str) -> bytes | None:
    """A calendar that stands somewhere in a text, from its first line to its last, in UTF-8."""
    begin = re.search(r"(?im)^BEGIN:VCALENDAR\b", text)
    if begin is None:
        return None
    ends = [found.end() for found in re.finditer(r"(?im)^END:VCALENDAR\b", text)]
    return text[begin.start() : ends[-1] if ends else len(text)].encode("utf-8", "replace")


def _is_calendar(part: MimePart, kind: str) -> bool:
    named = part.headers.get_filename() or ""
    return kind in _CALENDARS or named.lower().endswith((".ics", ".vcs"))


def _as_utf_8(part: MimePart) -> bytes:
    text = text_in(decoded(part), _charset(part))
    return text.replace("\r\n", "\n").strip().encode("utf-8", "replace")


def _text(part: MimePart) -> str:
    raw = decoded(part)[:LONGEST_TEXT]
    return clean(text_in(raw, _charset(part)), lines=True)


def _charset(part: MimePart) -> str | None:
    try:
        return part.headers.get_content_charset()
    except (LookupError, ValueError):
        return None
