"""What a source is, in a few words: said at once, before anything is asked or taken in."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from store import spans
from store.calendar import Invitation
from store.exchange import is_bundle, read_bundle
from store.intake.given import Asks, Given
from store.intake.kinds import Kind
from store.intake.letters import Letter
from store.intake.people import names_of, people_in
from store.intake.reading import meetings_of
from store.intake.source import Look
from store.languages import counted, some_of
from store.tables import read_table

_MOST_NAMED = 3
_NOBODY = "nobody@ringback.invalid"


def described(look: Look, given: Given) -> str:
    """`a calendar file: 1 meeting, Globex, Tue 1 Dec 2026 10:00`. Raises BadFile."""
    match look.kind:
        case "bundle":
            return f"ringback's own format: {_of_bundle(look)}"
        case "table":
            rows = read_table(look.raw, look.name, given.by).rows
            companies = [row.interview.company for row in rows]
            return f"a table: {counted(len(rows), 'interview')}{_named(companies)}"
        case "card":
            return (
                f"{counted(look.raw.upper().count(b'BEGIN:VCARD'), 'visiting card')}: {_people(look, given)}"
            )
        case "text":
            return f"people: {_people(look, given)}"
        case "mail":
            return f"a mail with {_of_calendars(look, given)}"
        case "mbox":
            return f"{counted(look.mails, 'mail')} with {_of_calendars(look, given)}"
        case _:
            return f"a calendar file: {_of_calendars(look, given)}"


_KIND_WORDS: dict[Kind, str] = {
    "bundle": "an export", "calendar": "a calendar file", "card": "a visiting card",
    "mail": "a mail", "mbox": "a mailbox", "table": "a table",
}  # fmt: skip


def kind_words(look: Look) -> str:
    """`a calendar file`: what a source is that an import takes; "" where it is not known to be one."""
    if look.kind == "bundle" and not is_bundle(look.raw):
        return ""
    return _KIND_WORDS.get(look.kind, "")


def letter_words(letter: Letter, zone_key: str) -> str:
    """`the text of an invitation: Tue 1 Dec 2026 10:00–11:00, Globex`."""
    if letter.start is None:
        when = f"times to choose from ({', '.join(letter.times[:_MOST_NAMED])})"
    else:
        when = spans.from_to(letter.start, letter.end, ZoneInfo(zone_key))
    return f"the text of an invitation: {', '.join(filter(None, (when, letter.company)))}"


def _of_bundle(look: Look) -> str:
    bundle = read_bundle(look.raw, look.name)
    companies = [record.company for record, _ in bundle.interviews]
    return counted(len(companies), "interview") + _named(companies)


def _people(look: Look, given: Given) -> str:
    return names_of(people_in(look, given)) or "nobody"


def _of_calendars(look: Look, given: Given) -> str:
    """How many meetings, and the first of them; read as if all questions were answered."""
    try:
        read, _ = meetings_of(look, given)
    except Asks as asks:
        kinds = {one.kind for one in asks.questions}
        answers = replace(
            given.answers,
            zone=given.answers.user_zone if "zone" in kinds else given.answers.zone,
            company="?" if "company" in kinds else given.answers.company,
            me=(_NOBODY,) if "me" in kinds else given.answers.me,
        )
        read, _ = meetings_of(look, replace(given, answers=answers))
    meetings = [meeting for one in read for meeting in one.meetings]
    return f"{counted(len(meetings), 'meeting')}{_first(meetings)}"


def _first(meetings: Sequence[Invitation]) -> str:
    if not meetings:
        return ""
    one = meetings[0]
    if one.cancelled:
        return ", called off"
    company = "" if one.company == "?" else one.company
    when = spans.from_to(one.starts_at, None, ZoneInfo(one.zone))
    more = f" and {len(meetings) - 1} more" if len(meetings) > 1 else ""
    return f", {', '.join(filter(None, (company, when)))}{more}"


def _named(companies: Sequence[str]) -> str:
    names = list(dict.fromkeys(companies))
    return f", {some_of(names, _MOST_NAMED)}" if names else ""
