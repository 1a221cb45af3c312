"""Links that open a message or a call with everything filled in: `mailto:`, `sms:`, `tel:`, WhatsApp. Pure.

Everything that comes from data is percent-encoded to the last letter, so that no text can end its field and
begin another, let alone a header of the mail that is made of it.
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from store.people.addresses import sendable_address
from store.people.header_text import one_line, plain_lines
from store.people.numbers import Number
from store.people.written_numbers import BadNumber

LONGEST_LINK = 2_000
"""Characters of a link that every browser and mail program passes on."""


class Link(NamedTuple):
    """A link; `too_long` where some program on its way may cut it."""

    url: str
    too_long: bool


def mailto(to: str, subject: str, body: str) -> Link:
    """A new mail (RFC 6068), its lines ending in CRLF as the standard has it. Raises BadAddress."""
    local, _, domain = sendable_address(to).rpartition("@")
    lines = plain_lines(body).replace("\n", "\r\n")
    fields = [("subject", one_line(subject)), ("body", lines)]
    query = "&".join(f"{name}={_encoded(value)}" for name, value in fields if value)
    return _link(f"mailto:{_encoded(local)}@{domain}" + (f"?{query}" if query else ""))


def sms(number: Number, body: str) -> Link:
    """A text message (RFC 5724). Raises BadNumber where the number takes none."""
    if reason := number.no_sms:
        raise BadNumber(reason)
    return _link(f"sms:{number.e164}" + _query("body", body))


def whatsapp(number: Number, body: str) -> Link:
    """A WhatsApp message. Raises BadNumber where the number is not valid or no mobile number."""
    return _link(f"https://wa.me/{number.digits}" + _query("text", body))


def tel(number: Number) -> Link:
    """A call (RFC 3966), with the extension if there is one."""
    return _link(number.tel)


def _query(name: str, body: str) -> str:
    text = plain_lines(body)
    return f"?{name}={_encoded(text)}" if text else ""


def _encoded(text: str) -> str:
    return quote(text, safe="")


def _link(url: str) -> Link:
    return Link(url, len(url) > LONGEST_LINK)
