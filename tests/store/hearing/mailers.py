"""A reply as many mail programs send it: with what it answers quoted below, above, or in an HTML of its own."""

from __future__ import annotations

import base64
import html
import quopri
from collections.abc import Callable
from datetime import datetime
from email.header import Header
from email.utils import format_datetime
from typing import NamedTuple

ASKED = """Dear Ada,

thank you for the talk. Will you let me know by Tuesday? I will call you on Monday at 9.
You said that you would get back to me by 20 December, and that you are happy to offer me the position.
Unfortunately, we will not be moving forward with your application. Please send it by Thursday.

Robin"""
"""What the user wrote, full of words that count for nothing where they are quoted."""


class Reply(NamedTuple):
    """What is sent: by whom, to whom, when, and in reply to which message."""

    text: str
    at: datetime
    sender: str = "Ada Okafor"
    address: str = "ada@globex.example"
    to: str = "Robin Vale <robin@mail.example>"
    subject: str = "Re: Thank you for the conversation"
    message_id: str = "<reply@globex.example>"
    answers: str = "<asked@mail.example>"
    extra: tuple[str, ...] = ()

    def headers(self, *more: str) -> str:
        name = self.sender if self.sender.isascii() else Header(self.sender, "utf-8").encode()
        if "," in name:
            name = f'"{name}"'
        subject = self.subject if self.subject.isascii() else Header(self.subject, "utf-8").encode()
        lines = [
            f"From: {name} <{self.address}>",
            f"To: {self.to}",
            f"Subject: {subject}",
            f"Date: {format_datetime(self.at)}",
            f"Message-ID: {self.message_id}",
            *((f"In-Reply-To: {self.answers}", f"References: {self.answers}") if self.answers else ()),
            "MIME-Version: 1.0",
            *self.extra,
            *more,
        ]
        return "\r\n".join(lines) + "\r\n\r\n"


Mailer = Callable[[Reply], bytes]


def _crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def plain(reply: Reply) -> bytes:
    """No quote at all."""
    return (reply.headers("Content-Type: text/plain; charset=utf-8") + _crlf(reply.text)).encode()


def gmail(reply: Reply) -> bytes:
    """Two parts; the words before the quote wrapped over two lines."""
    text = f"{reply.text}\n\nOn Wed, Nov 25, 2026 at 9:12 AM Robin Vale\n<robin@mail.example> wrote:\n\n{_quoted(ASKED)}\n"
    marked = (
        f'<div dir="ltr">{_marked(reply.text)}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">'
        "On Wed, Nov 25, 2026 at 9:12 AM Robin Vale &lt;robin@mail.example&gt; wrote:<br></div>"
        f'<blockquote class="gmail_quote">{_marked(ASKED)}</blockquote></div>'
    )
    return _alternative(reply, text, marked)


def gmail_html_only(reply: Reply) -> bytes:
    marked = (
        f'<div dir="ltr">{_marked(reply.text)}</div><div class="gmail_quote">On Wed, Nov 25, 2026 at 9:12 AM Robin '
        f"Vale &lt;robin@mail.example&gt; wrote:<br><blockquote>{_marked(ASKED)}</blockquote></div>"
    )
    return (reply.headers("Content-Type: text/html; charset=utf-8") + marked).encode()


def outlook(reply: Reply) -> bytes:
    """A block of headers above the quote, and no sign before its lines."""
    text = (
        f"{reply.text}\n\n________________________________\nFrom: Robin Vale <robin@mail.example>\n"
        f"Sent: Wednesday, November 25, 2026 9:12 AM\nTo: Ada Okafor <ada@globex.example>\n"
        f"Subject: Thank you for the conversation\n\n{ASKED}\n"
    )
    return (reply.headers("Content-Type: text/plain; charset=utf-8") + _crlf(text)).encode()


def outlook_german(reply: Reply) -> bytes:
    text = (
        f"{reply.text}\n\nVon: Robin Vale <robin@mail.example>\nGesendet: Mittwoch, 25. November 2026 09:12\n"
        f"An: Ada Okafor <ada@globex.example>\nBetreff: Danke für das Gespräch\n\n{ASKED}\n"
    )
    raw = text.encode("cp1252", "replace").replace(b"\n", b"\r\n")
    encoded = quopri.encodestring(raw).decode()
    return (
        reply.headers(
            "Content-Type: text/plain; charset=windows-1252", "Content-Transfer-Encoding: quoted-printable"
        )
        + encoded
    ).encode()


def outlook_html(reply: Reply) -> bytes:
    marked = (
        f"<html><head><style>p {{margin:0}}</style></head><body>{_marked(reply.text)}"
        '<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> Robin Vale &lt;robin@mail.example&gt; <br>'
        "<b>Sent:</b> Wednesday, November 25, 2026 9:12 AM<br><b>To:</b> Ada Okafor<br>"
        f"<b>Subject:</b> Thank you</p></div>{_marked(ASKED)}</body></html>"
    )
    encoded = base64.encodebytes(marked.encode()).decode()
    return (
        reply.headers("Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: base64") + encoded
    ).encode()


def outlook_original(reply: Reply) -> bytes:
    text = f"{reply.text}\n\n-----Original Message-----\nFrom: Robin Vale\nSent: 25 November 2026 09:12\nTo: Ada\n\n{ASKED}"
    return (reply.headers("Content-Type: text/plain; charset=utf-8") + _crlf(text)).encode()


def apple(reply: Reply) -> bytes:
    text = f"{reply.text}\n\n> On 25. Nov 2026, at 09:12, Robin Vale <robin@mail.example> wrote:\n> \n{_quoted(ASKED)}\n"
    return (reply.headers("Content-Type: text/plain; charset=utf-8; format=flowed") + _crlf(text)).encode()


def thunderbird(reply: Reply) -> bytes:
    """The answer below what it answers."""
    text = f"On 25/11/2026 09:12, Robin Vale wrote:\n{_quoted(ASKED)}\n\n{reply.text}\n\n-- \nAda Okafor\nGlobex\n"
    return (reply.headers("Content-Type: text/plain; charset=UTF-8; format=flowed") + _crlf(text)).encode()


def thunderbird_german(reply: Reply) -> bytes:
    text = f"Am 25.11.26 um 09:12 schrieb Robin Vale:\n{_quoted(ASKED)}\n\n{reply.text}\n"
    return (reply.headers("Content-Type: text/plain; charset=UTF-8") + _crlf(text)).encode()


def mutt(reply: Reply) -> bytes:
    """The answer within what it answers."""
    first, rest = ASKED.split("\n\n", 1)
    text = (
        f"On Wed, Nov 25, 2026 at 09:12:00AM +0100, Robin Vale wrote:\n{_quoted(first)}\n\n{reply.text}\n\n"
        f"{_quoted(rest)}\n\n-- \nAda Okafor, Globex. Office hours until Friday.\n"
    )
    return (reply.headers("Content-Type: text/plain; charset=us-ascii") + _crlf(text)).encode("utf-8")


def phone(reply: Reply) -> bytes:
    text = f"{reply.text}\n\nSent from my iPhone\n\nOn 25 Nov 2026, at 09:12, Robin Vale <robin@mail.example> wrote:\n\n{ASKED}\n"
    encoded = base64.encodebytes(text.encode()).decode()
    return (
        reply.headers("Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64")
        + encoded
    ).encode()


def french(reply: Reply) -> bytes:
    text = f"{reply.text}\n\nLe mer. 25 nov. 2026 à 09:12, Robin Vale <robin@mail.example> a écrit :\n\n{_quoted(ASKED)}\n"
    return (reply.headers("Content-Type: text/plain; charset=utf-8") + _crlf(text)).encode()


def spanish(reply: Reply) -> bytes:
    text = f"{reply.text}\n\nEl mié, 25 nov 2026 a las 9:12, Robin Vale (<robin@mail.example>)\nescribió:\n\n{_quoted(ASKED)}\n"
    return (reply.headers("Content-Type: text/plain; charset=utf-8") + _crlf(text)).encode()


def with_forward(reply: Reply) -> bytes:
    """Something else is forwarded with it."""
    text = (
        f"{reply.text}\n\n---------- Forwarded message ---------\nFrom: Joan Pell <joan@globex.example>\n"
        f"Date: Tue, 24 Nov 2026\nSubject: candidates\nTo: Ada\n\n{ASKED}\n"
    )
    return (reply.headers("Content-Type: text/plain; charset=utf-8") + _crlf(text)).encode()


def with_attached_mail(reply: Reply) -> bytes:
    inner = f"From: joan@globex.example\r\nSubject: x\r\n\r\n{_crlf(ASKED)}"
    body = (
        f"--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{_marked(reply.text)}\r\n"
        f"--b\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\n"
        f"--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=n.txt\r\n\r\n{_crlf(ASKED)}\r\n--b--\r\n"
    )
    return (reply.headers("Content-Type: multipart/mixed; boundary=b") + body).encode()


def _alternative(reply: Reply, text: str, marked: str) -> bytes:
    body = (
        f"--=_1\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n{_crlf(text)}\r\n"
        f"--=_1\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n{marked}\r\n--=_1--\r\n"
    )
    return (reply.headers('Content-Type: multipart/alternative; boundary="=_1"') + body).encode()


def _marked(text: str) -> str:
    return "".join(f"<p>{html.escape(part).replace(chr(10), '<br>')}</p>" for part in text.split("\n\n"))


MAILERS: tuple[Mailer, ...] = (
    plain, gmail, gmail_html_only, outlook, outlook_german, outlook_html, outlook_original, apple, thunderbird,
    thunderbird_german, mutt, phone, french, spanish, with_forward, with_attached_mail,
)  # fmt: skip
