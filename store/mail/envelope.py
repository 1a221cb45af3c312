"""What the headers of a mail say, read from its beginning: from whom, to whom, when, and in reply to what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from email.message import Message

from msgspec import Struct

from store.mail.automatic import why_automatic
from store.mail.message import header_text
from store.mail.parts import headers_and_body
from store.people.senders import mailbox_of

MOST_ADDRESSES = 200
"""People of a mail that are looked at."""
_MOST_REFERENCES = 100
_MESSAGE_ID = re.compile(r"<[^<>\s]{1,500}>")
_ADDRESS = re.compile(r"[^\s<>@,;:\"()\[\]]{1,64}@[^\s<>@,;:\"()\[\]]{1,190}")
_PIECE = re.compile(
    r'\s*(?:"(?P<quoted>(?:[^"\\]|\\.){0,300})"|(?P<bare>[^"<>,;]{0,300}?))\s*<(?P<angle>[^<>]{1,300})>'
    r"|(?P<plain>[^\s<>@,;:\"()]{1,64}@[^\s<>@,;:\"()]{1,190})(?:\s*\((?P<comment>[^()]{0,200})\))?"
)


class Mailbox(Struct, frozen=True):
    """Somebody in a header: the name as it stands there, blank where there is none, and the address."""

    name: str
    address: str

    @property
    def plain(self) -> str:
        """The address as addresses are compared; see `mailbox_of`."""
        return mailbox_of(self.address)

    def __str__(self) -> str:
        """As people write it: `Ada Okafor <ada@globex.example>`."""
        return f"{self.name} <{self.address}>" if self.name else self.address


class Envelope(Struct, frozen=True):
    """The headers of a mail. Texts are clean and one line each; what is not there is blank or empty.

    `at` is aware, in UTC; None where the date cannot be read. `automatic` says in a few words by which mark
    no person wrote it; blank where there is none.
    """

    message_id: str
    replies_to: tuple[str, ...]
    """Message-IDs that it answers, the nearest first."""
    sender: Mailbox
    recipients: tuple[Mailbox, ...]
    subject: str
    at: datetime | None
    automatic: str


def read_envelope(raw: bytes) -> Envelope:
    """The headers of the mail that begins with these bytes. Never fails: what cannot be read is not there."""
    headers, _ = headers_and_body(raw)
    senders = mailboxes(_header(headers, "From")) or mailboxes(_header(headers, "Sender"))
    sender = senders[0] if senders else Mailbox("", "")
    subject = header_text(headers, "Subject")
    return Envelope(
        message_id=next(iter(_ids(headers, "Message-ID")), ""),
        replies_to=tuple(
            dict.fromkeys((*_ids(headers, "In-Reply-To"), *reversed(_ids(headers, "References"))))
        ),
        sender=sender,
        recipients=tuple(one for name in ("To", "Cc", "Bcc") for one in mailboxes(_header(headers, name)))[
            :MOST_ADDRESSES
        ],
        subject=subject,
        at=_instant(str(headers.get("Date", ""))),
        automatic=why_automatic(headers, sender.address, subject),
    )


def mailboxes(text: str) -> list[Mailbox]:
    """Everybody named in an address header. Nothing nests here, so a hostile one costs no more."""
    found = []
    for piece in _PIECE.finditer(text):
        address = (piece["angle"] or piece["plain"] or "").strip()
        if not _ADDRESS.fullmatch(address):
            continue
        name = re.sub(r"\\(.)", r"\1", piece["quoted"] or piece["bare"] or piece["comment"] or "")
        found.append(Mailbox(" ".join(name.replace('"', "").split()).strip(" '"), address))
        if len(found) == MOST_ADDRESSES:
            break
    return found


def _header(headers: Message, name: str) -> str:
    """Names are decoded one by one: a comma that comes out of one must not part it."""
    raw = ", ".join(str(value) for value in headers.get_all(name, []))
    if "=?" not in raw:
        return header_text(headers, name) if len(headers.get_all(name, [])) < 2 else " ".join(raw.split())
    word = re.compile(
        r"=\?[^?\s]{1,60}\?[bBqQ]\?[^?\s]{0,2000}\?=(?:\s*=\?[^?\s]{1,60}\?[bBqQ]\?[^?\s]{0,2000}\?=){0,20}"
    )
    return word.sub(lambda found: _quoted(found.group()), raw)


def _quoted(encoded: str) -> str:
    holder = Message()
    holder["From"] = encoded
    return '"' + header_text(holder, "From").replace("\\", "").replace('"', "") + '"'


def _ids(headers: Message, name: str) -> Sequence[str]:
    return _MESSAGE_ID.findall(str(headers.get(name, "")))[-_MOST_REFERENCES:]


def _instant(text: str) -> datetime | None:
    from email.utils import parsedate_to_datetime

    try:
        at = parsedate_to_datetime(text[:100])
        # A date in an unknown zone is in UTC (RFC 5322).
        return (
            (at if at.tzinfo is not None else at.replace(tzinfo=UTC)).astimezone(UTC).replace(microsecond=0)
        )
    except (TypeError, ValueError, OverflowError, IndexError):
        return None
