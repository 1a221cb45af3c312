"""Lengths come before parsers: what is read from outside takes its length, however it nests."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from store import calendar
from store.database import format as books
from store.exchange import BadFile, read_bundle
from store.people.addresses import BadAddress, mixed_scripts, sendable_address, typed_address
from store.people.name_guess import guess
from store.people.name_parts import parse_name
from store.people.numbers import number, read_number
from store.people.reading import read_people
from store.people.written_numbers import BadNumber
from store.settings import BadSettings, read_settings
from store.when import Unclear, read_when
from store.zones import UnknownZone, read_zone
from tests.growth import growth

NOW = datetime(2026, 11, 19, 17, 4, tzinfo=UTC)
SENTENCES = (
    BadAddress, BadNumber, UnknownZone, Unclear, BadSettings, BadFile, calendar.Unreadable,
    calendar.NeedsAnswer, *books.UNREADABLE,
)  # fmt: skip
"""How a reader says that it will not; anything else is a fault of its own."""
BITS = (
    "(",
    "[",
    "{",
    '"',
    "<",
    "\\",
    ".",
    "@",
    "a.",
    "ü",
    "1 ",
    "+1",
    "in 2 ",
    "mon ",
    "or ",
    "[[",
    "a=[",
    "xn--",
)


def invitation(text: str) -> object:
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:REQUEST", "BEGIN:VEVENT", "UID:1",
        "DTSTART:20261120T100000Z", "DTEND:20261120T110000Z", "ORGANIZER;CN=A:mailto:a@globex.example",
        "ATTENDEE:mailto:me@x.example",
        f"ATTENDEE;CN={text}:mailto:b@x.example", f"DESCRIPTION:{text}", f"RRULE:FREQ=DAILY;{text}", text,
        "END:VEVENT", "END:VCALENDAR", "",
    )  # fmt: skip
    raw = "\r\n".join(lines).encode()
    return calendar.read_calendar(raw, calendar.Answers("UTC", ("me@x.example",)), NOW)


READERS: dict[str, Callable[[str], object]] = {
    "typed address": typed_address,
    "sendable address": sendable_address,
    "address in two scripts": lambda text: mixed_scripts(f"a@{text}"),
    "typed number": read_number,
    "pasted number": lambda text: read_number(text, "DE"),
    "number": lambda text: number(text, "DE"),
    "people": lambda text: read_people(text, company="Globex", country="DE"),
    "vCard": lambda text: read_people(f"BEGIN:VCARD\nFN:{text}\nTEL:{text}\nNOTE:{text}\nEND:VCARD"),
    "name": parse_name,
    "written name": guess,
    "zone": read_zone,
    "when": lambda text: read_when(text, now=NOW, zone=ZoneInfo("UTC"), dates=True),
    "settings": lambda text: read_settings(f"zone = {text}"),
    "exchange file": lambda text: read_bundle(text.encode(), "file.json"),
    "database": lambda text: books.decode(text.encode()),
    "invitation": invitation,
}


@pytest.mark.parametrize("name", READERS)
def test_what_is_read_takes_its_length_and_ends_in_a_sentence(name: str) -> None:
    def reading(times: int) -> Callable[[], object]:
        def read() -> None:
            for bit in BITS:
                with suppress(*SENTENCES):
                    READERS[name](bit * times)

        return read

    # Of what takes hardly any time the ratio says nothing, so the least that counts is some milliseconds.
    assert growth(reading(1_500), reading(6_000), rounds=1, least=0.02) < 12
