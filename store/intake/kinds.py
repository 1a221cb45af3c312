"""What a file is, told from its content; the name counts only where the content tells nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

from store.tables.columns import looks_like_a_table

Kind: TypeAlias = Literal["bundle", "calendar", "card", "mail", "mbox", "table", "text", "unknown"]
"""`bundle`: the exchange format; `card`: vCards; `table`: CSV; `unknown`: nothing that ringback reads."""

TAKEN = (
    "calendar files (.ics), mails with an invitation (.eml, mbox), tables (.csv), visiting cards (.vcf) and "
    "ringback's own .json"
)
"""The kinds that are taken, for sentences."""
_BY_NAME: dict[str, Kind] = {
    ".json": "bundle", ".ics": "calendar", ".vcs": "calendar", ".vcf": "card", ".csv": "table",
    ".tsv": "table", ".eml": "mail", ".mbox": "mbox",
}  # fmt: skip
_BOMS = (
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_HEADER = re.compile(rb"([!-9;-~]{1,80}):(?:[ \t]|\r?\n|$)")
_OF_MAILS = frozenset((
    b"from", b"to", b"date", b"subject", b"received", b"return-path", b"mime-version", b"content-type",
    b"message-id", b"delivered-to", b"reply-to", b"cc", b"sender", b"x-received", b"dkim-signature",
))  # fmt: skip
_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"), (b"PK\x03\x04", "an archive or an office document"), (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"), (b"\x1f\x8b", "a compressed file"),
    (b"\xd0\xcf\x11\xe0", "a message or document of Microsoft Office"), (b"SQLite format", "a database"),
)  # fmt: skip
_JSON = re.compile(rb'\{|\[\s{0,99}[\[{"\]\d]')
_LOOKED_AT = 64 * 2**10


def as_utf_8(raw: bytes) -> bytes:
    """The same text in UTF-8 without a byte-order mark, where such a mark says what it is in."""
    for mark, name in _BOMS:
        if raw.startswith(mark):
            try:
                return raw.decode(name).removeprefix("\ufeff").encode("utf-8")
            except ValueError:
                return raw
    return raw.removeprefix(b"\xef\xbb\xbf")


def kind_of(raw: bytes, name: str = "") -> Kind:
    """What `raw` is, as `as_utf_8` gives it. `name` is that of the file, with its ending."""
    start = raw[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n")
    upper = start[:40].upper()
    if _JSON.match(start):
        return "bundle"
    if upper.startswith(b"BEGIN:VCARD"):
        return "card"
    if upper.startswith(b"BEGIN:"):
        return "calendar"
    if start.startswith(b"From ") and _has_headers(start.partition(b"\n")[2]):
        return "mbox"
    if _has_headers(start):
        return "mail"
    if looks_like_a_table(start.decode("utf-8", "replace")):
        return "table"
    named = next((kind for ending, kind in _BY_NAME.items() if name.casefold().endswith(ending)), None)
    if named is not None:
        return named
    return "unknown" if what_else(raw) else "text"


def what_else(raw: bytes) -> str:
    """What a file is that ringback does not read, as "a PDF"; "" where it may well be text."""
    for mark, words in _MARKS:
        if raw.startswith(mark):
            return words
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return "no text in UTF-8"
    return "no text" if b"\0" in raw[:_LOOKED_AT] else ""


def _has_headers(start: bytes) -> bool:
    """Whether it begins as a mail does: two headers at least that mails have."""
    return len({name for name in _header_names(start) if name in _OF_MAILS}) >= 2


def _header_names(start: bytes) -> Iterator[bytes]:
    for line in start.splitlines():
        if line[:1] in (b" ", b"\t"):
            continue
        found = _HEADER.match(line)
        if found is None:
            return
        yield found[1].lower()
