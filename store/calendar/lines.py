"""From the bytes of a file to the one event in it that matters.

Only an event's own lines are read. Alarms and time zone definitions, where broken files mostly break, are
passed over: a zone counts by its name alone.
"""

import re
import unicodedata
from collections.abc import Iterator

import msgspec

from store.calendar.answers import Unreadable
from store.text import clean

LARGEST_CALENDAR = 64 * 2**20
# Longer lines are cut before they are parsed; twice the longest text leaves room for escapes.
LONGEST_PROPERTY = 50_000
HIGHEST_SEQUENCE = 2**31 - 1

FOLD = re.compile(rb"\r?\n[ \t]")
ODD_BREAK = re.compile("[\r\u2028\u2029\x85]")
PROPERTY_NAME = re.compile(r"[A-Za-z0-9-]+")
ONCE = ("UID", "DTSTART", "DTEND", "DURATION")
WANTED = frozenset(
    {
        *ONCE,
        "SEQUENCE",
        "ORGANIZER",
        "ATTENDEE",
        "DTSTAMP",
        "RECURRENCE-ID",
        "RRULE",
        "STATUS",
        "SUMMARY",
        "DESCRIPTION",
        "LOCATION",
    }
    | {"CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL"}
    | {"X-MICROSOFT-ONLINEMEETINGEXTERNALLINK", "X-MICROSOFT-ONLINEMEETINGCONFLINK"}
)
INVITING = ("", "REQUEST", "PUBLISH", "CANCEL")


class PropertyLine(msgspec.Struct, frozen=True):
    """One property of an event: its unescaped value and its parameters by upper-case name."""

    value: str
    params: dict[str, str]


class MeetingLines(msgspec.Struct):
    """The lines of one VEVENT, by property name in the order of the file."""

    method: str = ""
    lines: dict[str, list[PropertyLine]] = {}
    broken: list[str] = []

    def all(self, name: str) -> list[PropertyLine]:
        """Every line of this name."""
        return self.lines.get(name, [])

    def value(self, name: str) -> str:
        """The value of the first line of this name, "" where there is none."""
        return next((line.value.strip() for line in self.all(name)), "")

    @property
    def sequence(self) -> int:
        """Which version of the meeting this is; 0 where the file does not say."""
        digits = self.value("SEQUENCE")
        if not (digits.isascii() and digits.isdigit()):
            return 0
        return min(int(digits[:12]), HIGHEST_SEQUENCE)

    @property
    def cancelled(self) -> bool:
        """Whether the meeting is called off."""
        return self.method == "CANCEL" or self.value("STATUS").upper() == "CANCELLED"


def the_event(raw: bytes) -> tuple[MeetingLines, list[str]]:
    """The one meeting of the file, and what has to be said about the choice.

    Of several versions of one meeting the one of the whole series and with the highest SEQUENCE is taken.

    Raises:
        Unreadable: it is no calendar, holds no meeting or several, or answers an invitation.
    """
    text, said = decoded(raw)
    events = list(_events(text))
    if not events:
        raise Unreadable("The calendar holds no event, so there is no interview to import.")
    if len({event.value("UID") for event in events}) > 1:
        raise Unreadable("The file holds several different meetings: import one invitation at a time.")
    event = max(events, key=lambda one: (not one.all("RECURRENCE-ID"), one.sequence))
    _check(event)
    if len(events) > 1:
        said.append(f"The file holds {len(events)} versions or dates of this meeting; one of them is read.")
    if event.all("RRULE"):
        said.append("The meeting repeats; only its first date is read.")
    if event.broken:
        said.append(f"Left out because they could not be read: {', '.join(sorted(set(event.broken)))}.")
    return event, said


def decoded(raw: bytes) -> tuple[str, list[str]]:
    """The file's text with folded lines joined and control characters gone, and whether there were any."""
    if len(raw) > LARGEST_CALENDAR:
        raise Unreadable("The file is larger than 64 MiB.")
    if b"\n" not in raw:
        raw = raw.replace(b"\r", b"\n")
    # Unfolded as bytes: some programs fold in the middle of a character.
    joined = FOLD.sub(b"", raw)
    try:
        text = joined.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        before = joined[: fault.start].rpartition(b"\n")[2].decode("ascii", "replace")
        named = PROPERTY_NAME.match(before)
        where = f" (see its {named.group()[:40]})" if named else ""
        raise Unreadable(f"The file is not UTF-8 text{where}: save it as UTF-8.") from fault
    text = ODD_BREAK.sub(" ", text.replace("\r\n", "\n"))
    cleaned = clean(text, lines=True)
    if cleaned == unicodedata.normalize("NFC", text):
        return cleaned, []
    return cleaned, ["Control characters were removed from the text."]


def _events(text: str) -> Iterator[MeetingLines]:
    if "BEGIN:VCALENDAR" not in text.upper():
        raise Unreadable("This is not a calendar file: there is no BEGIN:VCALENDAR in it.")
    inside: list[str] = []
    method, event = "", MeetingLines()
    for line in text.split("\n"):
        found = PROPERTY_NAME.match(line)
        name = found.group().upper() if found else ""
        within = inside[-1] if inside else ""
        if name == "BEGIN":
            inside.append(line[6:].strip().upper())
            if inside[-1] == "VEVENT":
                event = MeetingLines(method=method, lines={}, broken=[])
        elif name == "END" and inside:
            if inside.pop() == "VEVENT":
                yield event
        elif name == "METHOD" and within == "VCALENDAR":
            method = line[7:].strip().upper()
        elif name in WANTED and within == "VEVENT":
            _take(event, name, line)
    if "VEVENT" in inside:
        raise Unreadable("The file ends in the middle of an event: part of it is missing.")


def _take(event: MeetingLines, name: str, line: str) -> None:
    from icalendar.parser import Contentline

    try:
        _, params, value = Contentline(line[:LONGEST_PROPERTY]).parts()  # type: ignore[no-untyped-call]
        flat = {key.upper(): _flat(one) for key, one in params.items()}
    except Exception:  # the library raises all sorts of things for a bad line
        event.broken.append(name)
    else:
        event.lines.setdefault(name, []).append(PropertyLine(value, flat))


def _flat(value: str | list[str]) -> str:
    # An unquoted comma in a name makes the library see a list.
    return value if isinstance(value, str) else ", ".join(value)


def _check(event: MeetingLines) -> None:
    if event.method not in INVITING:
        raise Unreadable(
            f"This is no invitation but another calendar message (METHOD:{event.method[:40]}): "
            "import the invitation itself."
        )
    if not event.value("UID"):
        raise Unreadable("The event has no UID, so a later change could not be told from a new interview.")
    for name in ONCE:
        if len({line.value for line in event.all(name)}) > 1:
            raise Unreadable(f"The event gives more than one {name}.")
        if name in event.broken:
            raise Unreadable(f"The event's {name} cannot be read.")
