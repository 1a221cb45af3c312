"""What is said of the codes that a phone is to scan, one after the other. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from rich.cells import cell_len

from store.people.vcard_text import AddressEntry, mecard, vcard
from templates.phone_codes import NONE_FITS, Payload, PhoneMessage
from templates.qr import TooLong


class ShownCode(NamedTuple):
    """One code: what it holds, and what is said of it, from the longest sentence to the shortest."""

    holds: str
    forms: tuple[str, ...]

    def said(self, width: int) -> str:
        """What fits into so many cells; the shortest where nothing does."""
        return next((form for form in self.forms if cell_len(form) <= width), self.forms[-1])


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
    return lambda room: [ShownCode(one.text, (caption,)) for one in message.payloads(room)]


def _shown(payloads: Sequence[Payload], place: int, name: str) -> ShownCode:
    brings, holds = payloads[place]
    if brings == "all":
        caption = f"{name}: scan it with your phone" if name else "Scan it with your phone"
        return ShownCode(holds, (caption,))
    count = len(payloads)
    texts = [at for at, one in enumerate(payloads) if one.brings == brings]
    many, nth = len(texts), texts.index(place) + 1
    where, short = f"{place + 1} of {count}: ", f"{place + 1}/{count} "
    if brings == "start":
        opens = f"{where}opens the message{f' to {name}' if name else ''}"
        return ShownCode(
            holds, (f"{opens}; then copy and paste the others", opens, f"{short}opens the message")
        )
    what = f"the {brings}" if many == 1 else f"the {brings}, part {nth} of {many}"
    brief = brings if many == 1 else f"{brings} {nth} of {many}"
    if count == 1:
        return ShownCode(holds, ("The text: scan it, copy it, and paste it", "The text: copy and paste it"))
    behind = " behind the part before" if nth > 1 else ""
    whole = f"{where}{what}: copy it, and paste it"
    return ShownCode(holds, (f"{whole}{behind}", whole, f"{short}{brief}: copy, paste"))


def people_codes(entries: Sequence[AddressEntry], country: str | None) -> Codes:
    """A code for each of these people, for the phone's address book; a small one holds less of them."""
    return lambda room: [_person(entries, place, country, room) for place in range(len(entries))]


def _person(entries: Sequence[AddressEntry], place: int, country: str | None, room: int) -> ShownCode:
    one, count = entries[place], len(entries)
    bare = one._replace(called="", title="", company="")
    forms = [vcard(one, country), vcard(bare, country), mecard(one, country)]
    # A number or an address alone is better than none of it.
    forms += [mecard(one._replace(email=""), country)] if one.phone else []
    forms += [mecard(one._replace(phone=""), country)] if one.email else []
    fitting = next((form for form in forms if len(form.encode("utf-8")) <= room), None)
    if fitting is None:
        raise TooLong(NONE_FITS)
    where, short = (f"{place + 1} of {count}: ", f"{place + 1}/{count} ") if count > 1 else ("", "")
    words = (f"{where}{one.shown}, for the address book", f"{short}{one.shown}: scan it")
    return ShownCode(fitting, words)
