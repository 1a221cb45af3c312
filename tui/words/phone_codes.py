"""What is said of the codes that a phone is to scan, one after the other. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from store.people.vcard_text import AddressEntry, mecard, vcard
from templates.phone_codes import NONE_FITS, Payload, PhoneMessage
from templates.qr import TooLong

_ROOMY = 80
"""Cells from which on there is room for whole sentences."""


class ShownCode(NamedTuple):
    """One code: what it holds, and what is said of it where there is much room and little."""

    holds: str
    words: str
    brief: str

    def said(self, width: int) -> str:
        """What fits into a line of a screen of so many cells."""
        return self.words if width >= _ROOMY else self.brief


Codes: TypeAlias = Callable[[int], Sequence[ShownCode]]
"""The codes in their order, where each has room for so many bytes. Raises TooLong."""


def message_codes(message: PhoneMessage, name: str) -> Codes:
    """The codes of a message to somebody of that name, which may be blank."""

    def shown(room: int) -> list[ShownCode]:
        payloads = message.payloads(room)
        return [_shown(payloads, place, name) for place in range(len(payloads))]

    return shown


def call_codes(link: str, whom: str) -> Codes:
    """The code of a number to call."""
    message = PhoneMessage(whole=link)
    caption = f"Call {whom}: scan it with your phone"
    return lambda room: [ShownCode(one.text, caption, caption) for one in message.payloads(room)]


def _shown(payloads: Sequence[Payload], place: int, name: str) -> ShownCode:
    brings, holds = payloads[place]
    if brings == "all":
        caption = f"{name}: scan it with your phone" if name else "Scan it with your phone"
        return ShownCode(holds, caption, caption)
    count = len(payloads)
    texts = [at for at, one in enumerate(payloads) if one.brings == brings]
    many, nth = len(texts), texts.index(place) + 1
    where, short = f"{place + 1} of {count}: ", f"{place + 1}/{count} "
    if brings == "start":
        to = f" to {name}" if name else ""
        follows = "scan the others, and paste what they hold into it"
        return ShownCode(holds, f"{where}opens the message{to}; {follows}", f"{short}opens the message")
    what = f"the {brings}" if many == 1 else f"the {brings}, part {nth} of {many}"
    brief = brings if many == 1 else f"{brings} {nth} of {many}"
    behind = "" if nth == 1 else " behind the part before"
    if count == 1:
        return ShownCode(holds, "The text: scan it, copy it, and paste it", "The text: copy and paste it")
    return ShownCode(holds, f"{where}{what}: copy it, and paste it{behind}", f"{short}{brief}: copy, paste")


def people_codes(entries: Sequence[AddressEntry], country: str | None) -> Codes:
    """A code for each of these people, for the phone's address book; a small one holds less of them."""
    return lambda room: [_person(entries, place, country, room) for place in range(len(entries))]


def _person(entries: Sequence[AddressEntry], place: int, country: str | None, room: int) -> ShownCode:
    one, count = entries[place], len(entries)
    bare = one._replace(called="", title="", company="")
    forms = (vcard(one, country), vcard(bare, country), mecard(one, country))
    fitting = next((form for form in forms if len(form.encode("utf-8")) <= room), None)
    if fitting is None:
        raise TooLong(NONE_FITS)
    where, short = (f"{place + 1} of {count}: ", f"{place + 1}/{count} ") if count > 1 else ("", "")
    return ShownCode(
        fitting, f"{where}{one.shown}, for your phone's address book", f"{short}{one.shown}: scan it"
    )
