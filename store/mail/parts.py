"""From bytes to the parts of a mail, however deep and however broken; and from an mbox to its mails.

Everything is bounded: parts, depth, the length of a header. What lies beyond is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message
from typing import NamedTuple

MOST_PARTS = 200
DEEPEST = 12
MOST_HEADER_LINES = 5_000
"""Lines of a header block that are read: each header costs its time."""
LONGEST_HEADERS = 128 * 2**10
"""Bytes of a header block that are looked at."""
LONGEST_HEADER = 4_000
"""Characters of one header that are looked at."""

_END_OF_HEADERS = re.compile(rb"\r?\n[ \t]*\r?\n|\r\r")
_FROM_LINE = re.compile(rb"^From [^\r\n]{1,1000}\r?\n(?=[!-9;-~]{1,200}:)", re.MULTILINE)
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)


class MimePart(NamedTuple):
    """One part that holds no others: its headers, and its body still encoded."""

    headers: Message
    body: bytes
    enclosed: bool = False
    """Whether it is of a mail within the mail."""


def headers_and_body(raw: bytes) -> tuple[Message, bytes]:
    """A header block, cut where it is longer than anyone's, and what comes after it."""
    # Imported on use: the parser is slow to load.
    from email.parser import BytesHeaderParser

    if raw[:1] in (b"\r", b"\n"):  # a part without headers
        return Message(), raw
    found = _END_OF_HEADERS.search(raw)
    block, body = (raw, b"") if found is None else (raw[: found.start()], raw[found.end() :])
    lines = block[:LONGEST_HEADERS].split(b"\n", MOST_HEADER_LINES)[:MOST_HEADER_LINES]
    parsed = BytesHeaderParser().parsebytes(b"\n".join(lines) + b"\n\n")
    headers = Message()
    for name, value in parsed.items():
        headers[name] = "".join(str(value).splitlines())[:LONGEST_HEADER]
    return headers, body


def parts_of(raw: bytes) -> Iterator[MimePart]:
    """The parts of a mail in their order, those of a mail within it too; at most `MOST_PARTS`."""
    waiting = [(raw, 0, False)]
    found = 0
    while waiting and found < MOST_PARTS:
        piece, depth, enclosed = waiting.pop()
        headers, body = headers_and_body(piece)
        inner = list(_inner(headers, body)) if depth < DEEPEST else []
        if inner:
            enclosed = enclosed or headers.get_content_maintype() == "message"
            waiting.extend((one, depth + 1, enclosed) for one in reversed(inner))
        else:
            yield MimePart(headers, body, enclosed)
        found += 1


def _inner(headers: Message, body: bytes) -> Iterator[bytes]:
    kind = headers.get_content_maintype()
    if kind == "message" and headers.get_content_subtype() == "rfc822":
        yield decoded(MimePart(headers, body))
    elif kind == "multipart":
        boundary = headers.get_boundary()
        if boundary:
            yield from _between(body, boundary)


def _between(body: bytes, boundary: str) -> Iterator[bytes]:
    """What stands between the lines of a boundary; what is before the first and after the last is no part."""
    line = re.compile(
        rb"^--" + re.escape(boundary.encode("utf-8", "surrogateescape")) + rb"(--)?[ \t]*\r?$", re.MULTILINE
    )
    begin: int | None = None
    for count, found in enumerate(line.finditer(body), 1):
        if begin is not None:
            yield body[begin : found.start()].removesuffix(b"\n").removesuffix(b"\r")
        if found[1] or count > MOST_PARTS:
            return
        begin = found.end() + 1
    if begin is not None:  # cut short, as a mail is of which only the beginning was read
        yield body[begin:]


def decoded(part: MimePart) -> bytes:
    """The body of a part without its transfer encoding; one that is broken is taken as it is."""
    import base64
    import binascii
    import quopri

    encoding = str(part.headers.get("Content-Transfer-Encoding", "")).strip().lower()
    if encoding == "quoted-printable":
        return quopri.decodestring(part.body)
    if encoding != "base64":
        return part.body
    digits = re.sub(rb"[^A-Za-z0-9+/]", b"", part.body)
    try:
        return base64.b64decode(digits[: len(digits) // 4 * 4] + _rest(digits))
    except binascii.Error:
        return part.body


def _rest(digits: bytes) -> bytes:
    rest = digits[len(digits) // 4 * 4 :]
    return rest.ljust(4, b"=") if len(rest) > 1 else b""


def text_in(raw: bytes, charset: str | None) -> str:
    """Bytes as text in the charset they name, else in the likeliest."""
    for name in (charset, "utf-8-sig"):
        try:
            if name:
                return raw.decode("utf-8-sig" if name.lower() in ("utf-8", "utf8") else name)
        except (LookupError, ValueError):
            continue
    return raw.decode("cp1252", "replace")


def split_mbox(raw: bytes) -> list[bytes]:
    """The mails of an mbox, without the lines that part them and with `>From` as it was."""
    starts = [
        found
        for found in _FROM_LINE.finditer(raw)
        if found.start() == 0 or raw[max(0, found.start() - 4) : found.start()].endswith((b"\n\n", b"\n\r\n"))
    ]
    ends = [*(found.start() for found in starts[1:]), len(raw)][: len(starts)]
    return [_QUOTED_FROM.sub(rb"\1", raw[found.end() : end]) for found, end in zip(starts, ends, strict=True)]
