"""The ways by which a finished text can leave, for one person: those that make sense here, the best first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from store.people.addresses import BadAddress, mixed_scripts, sendable_address
from store.people.numbers import Number, number
from store.people.written_numbers import BadNumber
from templates import links
from templates.links import Link
from tui.handover import desktop, external_editor, mail
from tui.handover.mail_settings import BadCommand, read_command
from tui.handover.outgoing import HandoverOutcome, Means, Outgoing, WayId

if TYPE_CHECKING:
    from email.message import EmailMessage

LONGEST_CODE = 600
"""Characters of a link that a phone still reads from a screen with ease."""


@dataclass(frozen=True)
class HandoverWay:
    """One way for one person's text."""

    id: WayId
    title: str
    hint: str
    """One sentence: what happens, and what is left to the user."""
    do: Callable[[datetime], HandoverOutcome]
    needs_terminal: bool = False
    """It takes the terminal over: the board must leave the screen for it."""
    code: str = ""
    """The link to show as a QR code; blank for the other ways."""

    def run(self, now: datetime) -> HandoverOutcome:
        """Hand over, at the aware instant `now`. It may take a minute; nothing raises."""
        return self.do(now)


@dataclass(frozen=True)
class Offer:
    """The ways there are, the best first.

    `missing` says in sentences why one that was to be expected is not there, and what to beware of.
    """

    ways: tuple[HandoverWay, ...]
    missing: tuple[str, ...] = ()


def offer(text: Outgoing, means: Means) -> Offer:
    """What makes sense for this channel, this person and this place."""
    if text.channel == "email":
        return _by_mail(text, means)
    if text.channel in ("sms", "whatsapp", "call"):
        return _by_phone(text, means)
    return Offer((*_by_hand(text, means),))


def _by_mail(text: Outgoing, means: Means) -> Offer:
    try:
        link = links.mailto(sendable_address(text.email), text.subject, text.body)
        if means.me[1]:
            sendable_address(means.me[1])
    except BadAddress as why:
        return Offer((*_by_hand(text, means),), (str(why),))
    scripts = mixed_scripts(text.email)
    missing = [f"{scripts} letters stand in one name of the address: is it really theirs?"] if scripts else []
    ways = [*_mail_command(text, means, link, missing), *_mail_files(text, means)]
    if not link.too_long:
        program = desktop.link_program(means)
        if program is not None:
            ways.append(_open(program, link, means, "open mail program"))
        ways.append(_copy("link", "link", "Sends a mailto: link to the clipboard.", link.url, means))
    return Offer((*ways, *_by_hand(text, means), *_code(link)), (*missing,))


def _by_phone(text: Outgoing, means: Means) -> Offer:
    try:
        found = number(text.phone, means.country)
        link = _phone_link(text, found)
    except BadNumber as why:
        return Offer((*_by_hand(text, means),), (str(why),))
    ways = [*_code(link)]
    program = desktop.link_program(means)
    if program is not None and text.channel == "whatsapp" and not link.too_long:
        ways.append(_open(program, link, means, "open WhatsApp"))
    ways += _by_hand(text, means)
    ways.append(
        _copy("number", "number", f"Sends {found.international} to the clipboard.", found.e164, means)
    )
    if text.channel != "call" and not link.too_long:
        ways.append(_copy("link", "link", f"Sends the {_kind(link)} link to the clipboard.", link.url, means))
    return Offer((*ways,), () if ways[0].code else ("The text is too long for a QR code.",))


def _phone_link(text: Outgoing, found: Number) -> Link:
    if text.channel == "call":
        return links.tel(found)
    return links.sms(found, text.body) if text.channel == "sms" else links.whatsapp(found, text.body)


def _kind(link: Link) -> str:
    return "wa.me" if link.url.startswith("https:") else link.url.partition(":")[0] + ":"


def _mail_command(text: Outgoing, means: Means, link: Link, missing: list[str]) -> Iterator[HandoverWay]:
    if not means.mail_command.strip():
        return
    try:
        command = read_command(means.mail_command)
    except BadCommand as why:
        missing.append(str(why))
        return

    def do(now: datetime) -> HandoverOutcome:
        written = _mail(text, means, now)
        outcome = mail.hand(command, written, link, means.env, means.scratch)
        # A link carries no headers.
        return outcome if "mailto" in command.wants else _known_by(written, outcome)

    hint = f"Gives the mail to {command.program}, as your settings say."
    yield HandoverWay("mail", command.program, hint, do, needs_terminal=command.needs_terminal)


def _mail_files(text: Outgoing, means: Means) -> Iterator[HandoverWay]:
    def write(now: datetime) -> HandoverOutcome:
        written = _mail(text, means, now)
        return _known_by(written, mail.write_eml(written, means.folder, text.name))

    yield HandoverWay("eml", "mail file", f"Writes the mail to a file in {means.folder}.", write)
    drafts = means.drafts_folder
    if drafts is not None:

        def put(now: datetime) -> HandoverOutcome:
            written = _mail(text, means, now)
            return _known_by(written, mail.add_draft(written, drafts, now))

        yield HandoverWay("maildir", "drafts", f"Puts the mail into {drafts}, as a draft.", put)


def _mail(text: Outgoing, means: Means, now: datetime) -> EmailMessage:
    from templates.mail import message

    return message(means.me if means.me[1] else None, (text.name, text.email), text.subject, text.body, now)


def _known_by(written: EmailMessage, outcome: HandoverOutcome) -> HandoverOutcome:
    return replace(outcome, message_id=str(written["Message-ID"])) if outcome.ok else outcome


def _by_hand(text: Outgoing, means: Means) -> Iterator[HandoverWay]:
    if not text.text:
        return
    yield _copy(
        "text", "text", "Sends the text to the clipboard, to be pasted where you like.", text.text, means
    )
    yield HandoverWay(
        "editor", "editor", "Opens a copy in your editor; what you change there stays there.",
        lambda _: _look(text, means), needs_terminal=True,
    )  # fmt: skip


def _look(text: Outgoing, means: Means) -> HandoverOutcome:
    whole = f"{text.heading}\n\n{text.text}" if text.heading else text.text
    edited = external_editor.edit_text(whole, means.env, means.scratch, suffix=".txt")
    if edited.text is not None:
        return HandoverOutcome(
            "The editor is done; what was changed in the copy was not taken over.", ok=True
        )
    unchanged = edited.said == external_editor.UNCHANGED
    return HandoverOutcome("The editor is done." if unchanged else edited.said, ok=unchanged)


def _copy(way: WayId, title: str, hint: str, what: str, means: Means) -> HandoverWay:
    return HandoverWay(way, f"copy {title}", hint, lambda _: desktop.send_to_clipboard(what, means.env))


def _open(program: str, link: Link, means: Means, title: str) -> HandoverWay:
    hint = "Opens a window of the desktop with everything filled in."
    return HandoverWay("open", title, hint, lambda _: desktop.open_link(program, link.url, means.env))


def _code(link: Link) -> Iterator[HandoverWay]:
    if len(link.url) <= LONGEST_CODE:
        hint = "Shows a code: your phone opens it with everything filled in."
        yield HandoverWay(
            "qr",
            "scan by phone",
            hint,
            lambda _: HandoverOutcome("Shown as a QR code.", ok=True),
            code=link.url,
        )
