"""The text of an invitation, as somebody writes it: what of an interview can be understood from it. Pure.

Nothing of it is taken without being looked at: it fills in a form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from msgspec import Struct

from store import when
from store.calendar.lines import MeetingLines
from store.calendar.links import link_of
from store.calendar.modes import mode_of
from store.intake.letter_lines import sentences
from store.intake.letter_people import ADDRESS, interviewers, not_among, signature
from store.interview import Mode
from store.languages import ENGLISH, PACKAGED, follows_languages, languages
from store.people import senders
from store.tables import ReadBy
from store.when import Span, Unclear
from store.zones import UnknownZone, known_zone, read_zone

_MOST_TRIES = 100
"""How many pieces of a text are tried as a time."""
_MOST_WORDS = 14
"""How many words a time has at most."""
_TIME = re.compile(r"\d{1,2}[:.h]\d\d|\d\s?[ap]\.?m\b|\d\s?(?:uhr|h)\b|\bnoon\b|o.clock", re.IGNORECASE)
_STARTS = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep"
    r"|oct|nov|dec)\w{0,6}\b|\d|today\b|tomorrow\b|next\b|montag|dienstag|mittwoch|donnerstag|freitag|morgen\b"
    r"|heute\b|lundi|mardi|mercredi|jeudi|vendredi|demain|lunes|martes|miércoles|jueves|viernes|the\b|den\b|le\b"
    r"|el\b|am\b|on\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\s*[,(]?\s*([A-Z][\w/]*(?: [A-Z][\w/]*){0,2})(?:\s+(?:local )?(?:time|Zeit)\b|-Zeit\b|\))"
)
"""A place whose clock a time goes by: `(London time)`, `New York time`, `(Europe/Paris)`."""
_NOT_THE_TIME = re.compile(
    r"(?:\b(?:by|until|till|before|no later than|deadline|bis|spätestens|avant|antes)\s+(?:the\s+|zum\s+)?|"
    r"\b(?:reply|respond|answer|confirm|let (?:me|us) know)\b[^.]{0,40})$",
    re.IGNORECASE,
)
_AT_COMPANY = re.compile(
    r"\b(?:at|with|join|bei|chez)\s+((?:[A-Z][\w&-]{1,30})(?:\s[A-Z][\w&-]{1,30}){0,2})"
    r"(?=[\s,.!?;:)]|$)"
)
_ROLE = re.compile(
    r"\b(?:for (?:the|our)|the role of|the position of|as an?|als)\s+[“\"']?([A-Z][\w/+# -]{2,50}?)[”\"']?\s+"
    r"(?:position|role|opening|job|vacancy|team|stelle)\b"
)
_ROLE_BEHIND = re.compile(
    r"\b(?i:position|role|stelle|poste|puesto)(?: (?:of|as|als|de)(?: an?)?)?:? {1,3}[“\"']?"
    r"([A-Z][\w/+#-]{1,30}(?: (?:of |for )?[A-Z][\w/+#-]{1,30}){0,4})"
)


class Letter(Struct, frozen=True):
    """What an invitation's text says; blank and None where it does not say it, or says it in two ways.

    Instants are aware. `interviewers` are those it names, `contacts` whoever signed it.
    """

    text: str
    start: datetime | None = None
    end: datetime | None = None
    times: tuple[str, ...] = ()
    """The words of every time that was found, where there are several."""
    company: str = ""
    role: str = ""
    link: str = ""
    mode: Mode = "other"
    interviewers: str = ""
    """People, one a line."""
    contacts: str = ""

    @property
    def says_anything(self) -> bool:
        """Whether it speaks of a time."""
        return self.start is not None or bool(self.times)


def read_letter(text: str, by: ReadBy) -> Letter:
    """What is understood of a text; times are read in the zone of `by`, in English or another language."""
    lines = list(sentences(text))
    spans = next(filter(None, (list(_spans(lines, by, tongue)) for tongue in _tongues(text))), [])
    event = _as_event(text)
    link = link_of(event)
    signed = signature(text)
    people = interviewers(text, lines, signed)
    starts = {span.start if span is not None else None for span, _ in spans}
    alone = spans[0][0] if len(starts) == 1 else None
    return Letter(
        text,
        alone.start if alone is not None else None,
        next((span.end for span, _ in spans if span and span.end), None) if alone is not None else None,
        () if alone is not None else tuple(words for _, words in spans),
        _company(text),
        _role(text),
        link,
        mode_of(event, link, ""),
        "\n".join(people),
        not_among(people, signed),
    )


def _tongues(text: str) -> Iterator[tuple[str, ...]]:
    """English, and then each other language of whose days or months one is named."""
    yield ()
    words = set(re.findall(r"[^\W\d_]+", text.casefold()))
    for code, one in PACKAGED.items():
        names = {name.casefold() for name in (*one.weekdays, *one.months)}
        if code != ENGLISH.code and names & words:
            yield (code,)


def _as_event(text: str) -> MeetingLines:
    """The text as the description of a meeting, for those who read such."""
    event = MeetingLines()
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    event.add("DESCRIPTION", f"DESCRIPTION:{escaped}")
    return event


def _spans(lines: Sequence[str], by: ReadBy, tongue: Sequence[str]) -> Iterator[tuple[Span | None, str]]:
    """The times that sentences give, each with its words; None for one whose time zone is not understood."""
    tries = 0
    for line in lines:
        if not _TIME.search(line):
            continue
        words = list(re.finditer(r"\S+", line))
        place = 0
        while place < len(words):
            begins, step = words[place].start(), 1
            tried = _pieces(line, words, place) if _may_begin(line, begins) else ()
            for last, piece in tried:
                tries += 1
                if tries > _MOST_TRIES:
                    return
                if (span := _span(piece, by, tongue)) is not None:
                    yield _in_its_zone(span, piece, line[words[last].end() :], by, tongue), piece
                    step = last + 1 - place
                    break
            place += step


def _may_begin(line: str, at: int) -> bool:
    starts = _STARTS.match(line[at:].lstrip('(*_“"'))
    return starts is not None and not _NOT_THE_TIME.search(line[:at])


def _pieces(line: str, words: Sequence[re.Match[str]], first: int) -> Iterator[tuple[int, str]]:
    """What begins at a word and may be a day and a time, the longest first, each with its last word."""
    for last in range(min(len(words), first + _MOST_WORDS) - 1, first - 1, -1):
        piece = line[words[first].start() : words[last].end()]
        if not _TIME.search(piece):
            return
        if _day_names().search(piece):
            yield last, piece


@follows_languages
@cache
def _day_names() -> re.Pattern[str]:
    """A date, or what begins as a weekday or a month does in any language that is known."""
    names = {name[:3] for one in languages().values() for name in (*one.weekdays, *one.months)}
    words = "|".join(sorted(map(re.escape, names)))
    return re.compile(
        rf"\d{{4}}-\d\d-\d\d|\b\d{{1,2}}[./]\d{{1,2}}\b|\b(?:{words}|today|tomorrow)", re.IGNORECASE
    )


def _span(piece: str, by: ReadBy, tongue: Sequence[str], zone: ZoneInfo | None = None) -> Span | None:
    """The time that a piece of a text is, if it is that and nothing else."""
    bare = re.sub(r"[()\[\]]", " ", piece).strip(' .,;:!?*_“”"')
    bare = re.sub(r"^(?:on|at|am)\s+", "", bare, flags=re.IGNORECASE)
    there = zone or by.zone
    try:
        return when.read_span(
            bare, now=by.now, zone=there, hours=by.office(there), date_order=by.date_order,
            languages=tongue,
        )  # fmt: skip
    except Unclear:
        return None


def _in_its_zone(span: Span, piece: str, behind: str, by: ReadBy, tongue: Sequence[str]) -> Span | None:
    """The time by the clock of the place that stands behind it, `(London time)`; None for one not known."""
    found = _PLACE.match(behind)
    if found is None:
        return span
    try:
        zone = known_zone(read_zone(found[1]))
    except UnknownZone:
        return None
    return None if zone is None else _span(piece, by, tongue, zone)


def _company(text: str) -> str:
    """The company that an address tells, else the first that the text names."""
    for found in ADDRESS.finditer(text[:20_000]):
        if company := senders.company_of(found.group()):
            return company
    found_name = _AT_COMPANY.search(text)
    return found_name[1] if found_name is not None else ""


def _role(text: str) -> str:
    """What the interview is for: `the Data engineer position`, `the position of Data Engineer`."""
    found = _ROLE.search(text) or _ROLE_BEHIND.search(text)
    return found[1].strip() if found is not None else ""
