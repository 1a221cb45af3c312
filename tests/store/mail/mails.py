"""Mails made part by part, as mailers write them and as nobody should."""

from __future__ import annotations

import base64
import quopri

CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:one@globex.example\r\n"
    "DTSTART:20261201T090000Z\r\nDTEND:20261201T100000Z\r\nSUMMARY:Gespräch\r\n"
    "ORGANIZER;CN=Ada Okafor:mailto:ada@globex.example\r\nATTENDEE;CN=Jo:mailto:jo@mail.example\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n"
)
HEADERS = (
    "From: Ada Okafor <ada@globex.example>\r\nTo: jo@mail.example\r\nSubject: Your interview\r\n"
    "Date: Fri, 20 Nov 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n"
)


def part(
    content_type: str, text: str, *, encoding: str = "8bit", charset: str = "utf-8", more: str = ""
) -> bytes:
    """One part with its headers, in a transfer encoding and a charset."""
    raw = text.encode(charset)
    if encoding == "base64":
        raw = base64.encodebytes(raw)
    elif encoding == "quoted-printable":
        raw = quopri.encodestring(raw)
    head = f"Content-Type: {content_type}\r\nContent-Transfer-Encoding: {encoding}\r\n{more}\r\n"
    return head.encode() + raw


def multipart(*parts: bytes, kind: str = "mixed", boundary: str = "=_b(1)'+", closed: bool = True) -> bytes:
    """Parts between boundaries, with the header that says so."""
    head = f'Content-Type: multipart/{kind};\r\n boundary="{boundary}"\r\n\r\nfor old mailers\r\n'
    line = f"--{boundary}"
    body = b"".join(f"{line}\r\n".encode() + one + b"\r\n" for one in parts)
    return head.encode() + body + (f"{line}--\r\n".encode() if closed else b"")


def mail(body: bytes, *, headers: str = HEADERS) -> bytes:
    """A mail with that body, which begins with its own headers."""
    return headers.encode() + body


def nested(depth: int, inner: bytes) -> bytes:
    """A part within so many others."""
    for level in range(depth):
        inner = multipart(inner, boundary=f"b{level}")
    return inner
