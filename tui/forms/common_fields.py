"""Fields that several forms ask in the same way: whom it was, one thing a line, a time zone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from zoneinfo import ZoneInfo

import msgspec

from store import country_days, languages, spans, zones
from store.country_days import UnknownCountry
from store.interview import Interview, LooseEnd, Person
from store.languages import UnknownLanguage
from store.people.names import ShortNames
from store.people.shown_numbers import shown_number
from store.rules.office import Office, office_in
from store.zones import UnknownZone, known_zone
from tui.forms.context import FormContext, OfficeOf
from tui.forms.fields import Choice, Line, Lines, Option, Texts, Wrong

_STATE = re.compile(r"\s*\((addressed|dropped)\)\s*$", re.IGNORECASE)

# People to choose from


def who_field(
    people: Sequence[Person],
    label: str,
    value: str | None,
    *,
    name: str = "to",
    phones: bool = False,
    other: str = "someone else",
) -> list[Choice]:
    """A choice among people, if any; with `phones` those who have one come first. `other`: none of them."""
    people = list(people)
    if not people:
        return []
    if phones:
        people.sort(key=lambda one: not one.phone)
    options = [
        Option(value=one.id, key=key, words=one.name or one.id, remark=_remark(one, phones))
        for one, key in zip(people, keys(), strict=False)
    ]
    if other:
        options.append(Option(value=None, key="0", words=other))
    return [Choice(name=name, label=label, options=options, value=value, needed=not other)]


def _remark(one: Person, phones: bool) -> str:
    number = shown_number(one.phone or "") or "no number"
    return ", ".join(filter(None, (one.title, number if phones else "")))


def keys() -> Iterable[str]:
    """A key for each of many: digits, then none."""
    yield from "123456789"
    while True:
        yield ""


def first_name(interview: Interview, to: str | None, otherwise: str = "them") -> str:
    """How someone of an interview is named where room is scarce; `otherwise` where nobody has that id."""
    return short_names(interview, [to], otherwise)[0]


def short_names(interview: Interview, whom: Iterable[str | None], otherwise: str = "them") -> list[str]:
    """The same of several."""
    short = ShortNames(interview.people)
    people = map(interview.person, whom)
    return [otherwise if one is None else short.of(one) or one.id for one in people]


# One thing a line: topics, questions, loose ends


def read_lines(text: str, texts: Texts) -> tuple[str, ...]:
    """The lines that are not blank, each once."""
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


def read_loose_ends(text: str, texts: Texts) -> tuple[LooseEnd, ...]:
    """Loose ends, one a line; `(addressed)` or `(dropped)` at its end says that it is settled."""
    ends: dict[str, LooseEnd] = {}
    for line in read_lines(text, texts):
        found = _STATE.search(line)
        words = line[: found.start()].strip() if found else line
        state = found[1].lower() if found else "open"
        if words:
            ends[words] = msgspec.convert({"text": words, "state": state}, LooseEnd)
    return tuple(ends.values())


def loose_end_lines(ends: Sequence[LooseEnd]) -> str:
    """As `read_loose_ends` reads them."""
    return "\n".join(one.text if one.state == "open" else f"{one.text} ({one.state})" for one in ends)


def list_field(name: str, label: str, value: str = "", hint: str = "one a line") -> Lines:
    """Topics or questions."""
    return Lines(name=name, label=label, value=value, blank=(), read=read_lines, hint=hint, rows=3)


def loose_ends_field(value: str = "") -> Lines:
    """Things said wrong or left out, to be put right in the thank-you."""
    return Lines(
        name="loose_ends",
        label="Loose ends",
        value=value,
        blank=(),
        read=read_loose_ends,
        hint="said wrong or left out, one a line; (addressed) or (dropped) behind it once settled",
        rows=3,
    )


# A time zone, a country and a language


def read_zone(text: str, texts: Texts) -> str:
    """The IANA name of the zone typed. Raises `Wrong`."""
    try:
        return zones.read_zone(text)
    except UnknownZone as why:
        raise Wrong(str(why)) from None


def zone_field(context: FormContext, value: str) -> Line:
    """The other side's zone as it may be typed; under it stands what was taken and what time it is there."""

    def read(text: str, texts: Texts) -> str:
        try:
            return zones.read_zone(text, context.now)
        except UnknownZone as why:
            raise Wrong(str(why)) from None

    def say(name: str, texts: Texts) -> str:
        zone = known_zone(name)
        typed = texts.get("zone", "").strip()
        remark = zones.named_zone(typed, context.now).remark if typed else ""
        asked = "" if name == typed else f"{remark.rstrip('.') or name}; "
        if not zone:
            return ""
        here = context.now.astimezone(zone)
        return f"= {asked}it is {here:%a} {spans.clock_time(here)} there"

    return Line(
        name="zone",
        label="Time zone",
        value=value,
        needed=True,
        read=read,
        say=say,
        suggest=sorted(zones.zone_names().values()),
        hint="a city, a country that has one zone, or a name such as Europe/Berlin",
    )


def read_country(text: str, texts: Texts) -> str | None:
    """Whose working days count, as ISO 3166 has it. Raises `Wrong`."""
    try:
        return country_days.read_country(text)
    except UnknownCountry as why:
        raise Wrong(str(why)) from None


def country_field(value: str) -> Line:
    """The country whose working days count, or a part of it."""
    return Line(
        name="country",
        label="Country",
        value=value,
        blank=None,
        read=read_country,
        hint="whose working days count: DE, or DE-BY; blank: that of the time zone",
    )


def read_language(text: str, texts: Texts) -> str | None:
    """Two small letters. Raises `Wrong`."""
    try:
        return languages.read_language(text)
    except UnknownLanguage as why:
        raise Wrong(str(why)) from None


def language_field(value: str) -> Line:
    """The language in which texts to them are written."""
    return Line(
        name="language",
        label="Language",
        value=value,
        blank=None,
        read=read_language,
        hint="in which you write to them, in two letters such as de; may stay blank",
    )


def language_typed(texts: Texts) -> str:
    """The language that the field `language` names, while it names one."""
    with suppress(Wrong):
        return read_language(texts.get("language", ""), texts) or ""
    return ""


def office_typed(context: FormContext, fallback: ZoneInfo) -> OfficeOf:
    """The office that the fields `zone` and `country` make as they stand.

    `fallback` is its zone while that cannot be read; a country that cannot be is that of the zone.
    """

    def office(texts: Texts) -> Office:
        zone, country = fallback, None
        with suppress(Wrong):
            zone = known_zone(read_zone(texts.get("zone", ""), texts)) or fallback
        with suppress(Wrong):
            country = read_country(texts.get("country", ""), texts)
        return office_in(zone, country, context.policy)

    return office
