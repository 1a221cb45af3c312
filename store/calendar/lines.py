"""From the bytes of a file to the lines that matter: those of its events, and of the zones it defines.

A line is parsed when somebody asks for it: alarms and whatever else breaks in files is passed over, and a
file of many lines costs little.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import msgspec

from store.calendar.answers import Unreadable
from store.text import clean

LARGEST_CALENDAR = 64 * 2**20
# Longer lines are cut before they are parsed; twice the longest text leaves room for escapes.
LONGEST_PROPERTY = 50_000
LONGEST_TOGETHER = 250_000
"""Characters that all lines of one name may have together."""
HIGHEST_SEQUENCE = 2**31 - 1
MOST_LINES = 500
"""Lines of one name that are read: no interview has more guests."""

FOLD = re.compile(rb"\r?\n[ \t]")
ODD_BREAK = re.compile("[\r\u2028\u2029\x85]")
PROPERTY_NAME = re.compile(r"[A-Za-z0-9-]+")
# What the library would give back as it stands: it is slow, and most lines are so.
_PLAIN = re.compile(r"[A-Za-z0-9-]+:([^\\\"%^]*)")
_BEGINS = re.compile(r"(?im)^BEGIN:(?:VCALENDAR|VEVENT)\b")
OBSERVANCES = ("STANDARD", "DAYLIGHT")


class PropertyLine(msgspec.Struct, frozen=True):
    """One property: its unescaped value and its parameters by upper-case name."""

    value: str
    params: dict[str, str]


class PropertyLines:
    """The lines of one component by the upper-case names of the properties, in the order of the file."""

    def __init__(self) -> None:
        self._raw: dict[str, list[str]] = {}
        self._lengths: dict[str, int] = {}
        self._parsed: dict[str, list[PropertyLine]] = {}
        self.broken: set[str] = set()
        """Names of lines that somebody asked for and that cannot be read."""
        self.too_many: set[str] = set()
        """Names of which there are more lines than are read."""

    def __bool__(self) -> bool:
        return bool(self._raw)

    def add(self, name: str, line: str) -> None:
        """One more line."""
        known = self._raw.setdefault(name, [])
        length = self._lengths.get(name, 0) + min(len(line), LONGEST_PROPERTY)
        if len(known) < MOST_LINES and length <= LONGEST_TOGETHER:
            known.append(line)
            self._lengths[name] = length
        else:
            self.too_many.add(name)

    def has(self, name: str) -> bool:
        """Whether there is a line of this name, readable or not."""
        return name in self._raw

    def all(self, name: str) -> list[PropertyLine]:
        """Every line of this name that can be read."""
        if name not in self._parsed:
            self._parsed[name] = [
                read for line in self._raw.get(name, ()) if (read := self._read(name, line)) is not None
            ]
        return self._parsed[name]

    def value(self, name: str) -> str:
        """The value of the first line of this name, "" where there is none."""
        return next((line.value.strip() for line in self.all(name)), "")

    def text(self) -> str:
        """All lines but those that say when the file was made; the same for the same content."""
        raw = (line for name in sorted(self._raw) if name not in _MADE for line in self._raw[name])
        return "\n".join(raw)

    def _read(self, name: str, line: str) -> PropertyLine | None:
        if (plain := _PLAIN.fullmatch(line)) is not None:
            return PropertyLine(plain[1][:LONGEST_PROPERTY], {})
        from icalendar.parser import Contentline

        try:
            _, params, value = Contentline(line[:LONGEST_PROPERTY]).parts()  # type: ignore[no-untyped-call]
            flat = {key.upper(): _flat(one) for key, one in params.items()}
        except Exception:  # the library raises all sorts of things for a bad line
            self.broken.add(name)
            return None
        return PropertyLine(value, flat)


_MADE = frozenset({"DTSTAMP", "CREATED", "LAST-MODIFIED"})


def _flat(value: str | list[str]) -> str:
    # An unquoted comma in a name makes the library see a list.
    return value if isinstance(value, str) else ", ".join(value)


class MeetingLines(PropertyLines):
    """The lines of one event."""

    def __init__(self, method: str = "") -> None:
        super().__init__()
        self._method = method
        self.whole = True
        """Whether the file holds its end as well."""

    @property
    def method(self) -> str:
        """What the message is for, such as REQUEST; some programs say so inside the event only."""
        return (self._method or self.value("METHOD")).upper()

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

    @property
    def title(self) -> str:
        """How it is called in sentences."""
        words = " ".join(clean(self.value("SUMMARY")).split())
        return words[:60] or clean(self.value("UID"))[:60] or "without a title"


class ZoneLines(msgspec.Struct):
    """The lines of one VTIMEZONE: its own, and those of its STANDARD and DAYLIGHT parts."""

    own: PropertyLines
    observances: list[tuple[str, PropertyLines]]


class CalendarLines(msgspec.Struct):
    """What a file holds: its events and zones in their order, and the zone of times that name none."""

    events: list[MeetingLines]
    zones: list[ZoneLines]
    zone: str
    """X-WR-TIMEZONE."""
    said: list[str]


def read_lines(raw: bytes) -> CalendarLines:
    """The lines of a calendar file. Raises Unreadable where it is none, or no text."""
    text, said = decoded(raw)
    if _BEGINS.search(text) is None:
        raise Unreadable("This is not a calendar file: there is no BEGIN:VCALENDAR in it.")
    reader = _LineReader()
    for line in text.split("\n"):
        reader.take(line)
    reader.close()
    return CalendarLines([one for one in reader.events if one], reader.zones, reader.zone, said)


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


class _LineReader:
    """Walks the lines of a file once; an END closes whatever was left open inside it."""

    def __init__(self) -> None:
        self.events: list[MeetingLines] = []
        self.zones: list[ZoneLines] = []
        self.zone = ""
        self._method = ""
        self._inside: list[str] = []
        self._open: Counter[str] = Counter()

    def take(self, line: str) -> None:
        found = PROPERTY_NAME.match(line)
        name = found.group().upper() if found else ""
        if name == "BEGIN":
            self._begin(line[6:].strip().upper())
        elif name == "END":
            self._end(line[4:].strip().upper())
        elif name and self._inside:
            self._line(name, line)

    def close(self) -> None:
        """The file is over."""
        if self._open["VEVENT"]:
            self.events[-1].whole = False

    def _begin(self, what: str) -> None:
        if what == "VEVENT" and self._open["VEVENT"]:
            # The one before has no end.
            self.events[-1].whole = False
            self._end("VEVENT")
        self._inside.append(what)
        self._open[what] += 1
        if what == "VEVENT":
            self.events.append(MeetingLines(self._method))
        elif what == "VTIMEZONE":
            self.zones.append(ZoneLines(PropertyLines(), []))
        elif what in OBSERVANCES and self._open["VTIMEZONE"] and self.zones:
            self.zones[-1].observances.append((what, PropertyLines()))

    def _end(self, what: str) -> None:
        if not self._open[what]:
            return
        while (last := self._inside.pop()) != what:
            self._open[last] -= 1
        self._open[what] -= 1

    def _line(self, name: str, line: str) -> None:
        match self._inside[-1]:
            case "VCALENDAR" if name == "METHOD":
                self._method = line[7:].strip().upper()
            case "VCALENDAR" if name == "X-WR-TIMEZONE":
                self.zone = line.partition(":")[2].strip()
            case "VEVENT":
                self.events[-1].add(name, line)
            case "VTIMEZONE" if self.zones:
                self.zones[-1].own.add(name, line)
            case "STANDARD" | "DAYLIGHT" if self._open["VTIMEZONE"] and self.zones:
                self.zones[-1].observances[-1][1].add(name, line)
            case _:
                pass
