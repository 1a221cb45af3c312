"""The ways by which a finished text can leave, for one person: those that make sense here, the best first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from store.files.paths import with_tilde
from store.people.addresses import BadAddress, mixed_scripts, sendable_address
from store.people.numbers import Number, number
from store.people.written_numbers import BadNumber
from templates import links
from templates.links import Link
from templates.phone_codes import PhoneMessage
from templates.qr import MOST
from tui.handover import desktop, external_editor, mail
from tui.handover.mail_settings import BadCommand, read_command
from tui.handover.outgoing import HandoverOutcome, Means, Outgoing, WayId

if TYPE_CHECKING:
    from email.message import EmailMessage


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
    codes: PhoneMessage | None = None
    """What is to be shown as QR codes; None for the other ways."""

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
    return _by_hand_alone(text, means)


def _by_mail(text: Outgoing, means: Means) -> Offer:
    try:
        address = sendable_address(text.email)
        link = links.mailto(address, text.subject, text.body)
        if means.me[1]:
            sendable_address(means.me[1])
    except BadAddress as why:
        return _by_hand_alone(text, means, str(why))
    scripts = mixed_scripts(text.email)
    missing = [f"{scripts} letters stand in one name of the address: is it really theirs?"] if scripts else []
    ways = [*_mail_command(text, means, link, missing), *_mail_files(text, means)]
    if not link.too_long:
        program = desktop.link_program(means)
        if program is not None:
            ways.append(_open(program, link, means, "open mail program"))
        ways.append(_copy("link", "link", "Gives a mailto: link to the clipboard.", link.url, means))
    starts = (links.mailto(address, text.subject, "").url, links.mailto(address, "", "").url)
    codes = PhoneMessage(link.url, starts, text.heading, text.text)
    return Offer((*ways, *_by_hand(text, means), *_codes(codes)), (*missing,))


def _by_phone(text: Outgoing, means: Means) -> Offer:
    try:
        found = number(text.phone, means.country)
        link, start = _phone_link(text, found, text.body), _phone_link(text, found, "")
    except BadNumber as why:
        return _by_hand_alone(text, means, str(why))
    starts = (start.url,) if text.text else ()
    ways = [*_codes(PhoneMessage(link.url, starts, "", text.text))]
    program = desktop.link_program(means)
    if program is not None and text.channel == "whatsapp" and not link.too_long:
        ways.append(_open(program, link, means, "open WhatsApp"))
    ways += _by_hand(text, means)
    ways.append(
        _copy("number", "number", f"Sends {found.international} to the clipboard.", found.e164, means)
    )
    if text.channel != "call" and not link.too_long:
        ways.append(_copy("link", "link", f"Sends the {_kind(link)} link to the clipboard.", link.url, means))
    return Offer((*ways,))


def _phone_link(text: Outgoing, found: Number, body: str) -> Link:
    if text.channel == "call":
        return links.tel(found)
    return links.sms(found, body) if text.channel == "sms" else links.whatsapp(found, body)


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

    yield HandoverWay("eml", "mail file", f"Writes the mail to a file in {with_tilde(means.folder)}.", write)
    drafts = means.drafts_folder
    if drafts is not None:

        def put(now: datetime) -> HandoverOutcome:
            written = _mail(text, means, now)
            return _known_by(written, mail.add_draft(written, drafts, now))

        yield HandoverWay("maildir", "drafts", f"Puts the mail into {drafts}, as a draft.", put)


def _mail(text: Outgoing, means: Means, now: datetime) -> EmailMessage:
    from templates.mail import message

    return message(means.me if means.me[1] else None, (text.name, text.email), text.subject, text.body, now)


def _by_hand_alone(text: Outgoing, means: Means, *missing: str) -> Offer:
    """Where no link leads to them: the text is copied, here or on the phone."""
    return Offer((*_by_hand(text, means), *_codes(PhoneMessage(text=text.text))), missing)


def _known_by(written: EmailMessage, outcome: HandoverOutcome) -> HandoverOutcome:
    return replace(outcome, message_id=str(written["Message-ID"])) if outcome.ok else outcome


def _by_hand(text: Outgoing, means: Means) -> Iterator[HandoverWay]:
    if not text.text:
        return
    yield _copy(
        "text", "text", "Gives the text to the clipboard, to be pasted where you like.", text.text, means
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


def _codes(message: PhoneMessage) -> Iterator[HandoverWay]:
    if not message.whole and not message.text:
        return
    if not message.whole:
        hint = "Shows a code of the text, for your phone to copy."
    elif len(message.whole) <= MOST:
        hint = "Shows a code: your phone opens it with everything filled in (a small window: in parts)."
    else:
        hint = "Shows codes: your phone opens the message, and copies the text in parts."
    yield HandoverWay(
        "qr", "scan by phone", hint, lambda _: HandoverOutcome("Shown as a QR code.", ok=True), codes=message
    )
