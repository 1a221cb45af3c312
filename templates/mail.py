"""A finished text as a mail: one message to one person. Nothing is sent here."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import TYPE_CHECKING

from store.people.addresses import sendable_address
from store.people.header_text import one_line, plain_lines

if TYPE_CHECKING:
    from email.headerregistry import Address
    from email.message import EmailMessage

Named = tuple[str, str]
"""A person's name (may be blank) and e-mail address."""
LONGEST_NAME = 60
"""Characters of a name in a header. Some Pythons lose the quotes of a longer one where they fold its line."""

_NO_DOMAIN = "ringback.invalid"
"""Stands for the sender's domain where that is not known: nobody can ever have it (RFC 2606)."""


def message(
    sender: Named | None,
    to: Named,
    subject: str,
    body: str,
    now: datetime,
) -> EmailMessage:
    """The mail, in UTF-8, with `now` (aware) as its date.

    Long lines stay whole and are encoded, so that every reader's program wraps them to its own width. It has
    an ID of its own, by which it, and an answer to it, is known again. Without a sender there is no From,
    which the user's own mail program then adds. Raises BadAddress, and ValueError for a naive `now`.
    """
    from email.message import EmailMessage
    from email.policy import SMTP
    from email.utils import format_datetime

    if now.tzinfo is None:
        raise ValueError("the date of a mail needs a time zone")
    mail = EmailMessage(policy=SMTP.clone(cte_type="7bit"))
    if sender is not None:
        mail["From"] = _person(sender)
    mail["To"] = _person(to)
    mail["Subject"] = one_line(subject)
    mail["Date"] = format_datetime(now)
    domain = _NO_DOMAIN if sender is None else sendable_address(sender[1]).rpartition("@")[2]
    mail["Message-ID"] = f"<{secrets.token_hex(16)}@{domain}>"
    text = plain_lines(body)
    # Base64, which Python may choose for other letters, is text that no plain tool can read.
    mail.set_content(text, cte=None if text.isascii() else "quoted-printable")
    return mail


def eml(mail: EmailMessage) -> bytes:
    """The mail as an `.eml` file that mail programs open for sending, not as one that has come in."""
    return b"X-Unsent: 1\r\n" + mail.as_bytes()


def raw(mail: EmailMessage) -> bytes:
    """The mail as programs and Maildir folders of Unix take it: lines end in LF, nothing is marked unsent."""
    return mail.as_bytes(policy=mail.policy.clone(linesep="\n"))


def _person(named: Named) -> Address:
    from email.headerregistry import Address

    return Address(display_name=_display_name(named[0]), addr_spec=sendable_address(named[1]))


def _display_name(name: str) -> str:
    # Without these nothing needs quoting, and a header that is folded wrongly still has one recipient.
    bare = "".join(" " if letter in '<>@,;:"\\()[]' else letter for letter in one_line(name))
    return " ".join(bare.split())[:LONGEST_NAME].strip()
