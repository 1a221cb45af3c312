"""The facts of an interview as fields, and from the answers back to values."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from store import spans
from store.interview import MODES
from store.rules.application import folded
from store.rules.office import Office
from store.zones import known_zone
from tui.forms.common_fields import (
    country_field,
    language_field,
    language_typed,
    list_field,
    loose_ends_field,
    office_typed,
    zone_field,
)
from tui.forms.context import FormContext, Remark
from tui.forms.fields import Answers, AnyField, Choice, Line, Lines, Option, Texts, Wrong
from tui.forms.filled import Filled
from tui.forms.known import Known, company_typed, people_known
from tui.forms.people_field import people_field

PEOPLE_HINT = (
    "one a line: Name <mail> +phone, title; or paste a signature, a To line, a vCard; also (whatsapp), "
    "(called Jo), (ask by phone), (ask by e-mail), (never ask), (note: …)"
)
FIELD_WORDS = {
    "company": "Company", "role": "Role", "round": "Round", "mode": "How", "opportunity": "Application",
    "zone": "Time zone", "country": "Country", "language": "Language", "starts_at": "Starts",
    "ends_at": "Ends", "location": "Place", "link": "Link", "interviewers": "Interviewers",
    "contacts": "Contacts", "notes": "Notes", "topics": "Topics", "loose_ends": "Loose ends",
    "questions": "Questions",
}  # fmt: skip
"""What each fact is called on the screen."""


def fact_fields(
    context: FormContext, given: Known, stands: Filled, remark: Remark | None = None
) -> list[AnyField]:
    """A field for each fact, with what `stands` in it; `given` is offered for completion.

    `remark` says what else there is to say of the start.
    """
    return [
        *_what(given, stands), *_when(context, stands, remark),
        *_who(context, given, stands), *_rest(given, stands),
    ]  # fmt: skip


def _what(given: Known, stands: Filled) -> Iterator[AnyField]:
    yield Line(
        name="company", label=FIELD_WORDS["company"], value=stands.company, needed=True,
        suggest=given.companies,
    )  # fmt: skip
    yield Line(name="role", label=FIELD_WORDS["role"], value=stands.role, suggest=given.roles)
    yield Line(name="round", label=FIELD_WORDS["round"], value=stands.round, suggest=given.rounds)


def _when(context: FormContext, stands: Filled, remark: Remark | None) -> Iterator[AnyField]:
    zone = known_zone(stands.zone) or context.zone
    yield _start_field(context, zone, stands.starts, remark)
    yield _end_field(context, zone, stands.ends)
    yield zone_field(context, stands.zone)
    yield country_field(stands.country)


def _who(context: FormContext, given: Known, stands: Filled) -> Iterator[AnyField]:
    options = [Option(value=mode, key=str(place), words=mode) for place, mode in enumerate(MODES, 1)]
    yield Choice(
        name="mode",
        label=FIELD_WORDS["mode"],
        across=True,
        value=stands.mode,
        options=options,
        hint="recorded: a video, a test, a task at home; nobody was there",
    )
    yield people_field(
        context, "interviewers", FIELD_WORDS["interviewers"], stands.interviewers, beside=stands.contacts,
        hint=PEOPLE_HINT, offers=lambda texts: people_known(company_typed(texts), given),
    )  # fmt: skip
    yield people_field(
        context, "contacts", FIELD_WORDS["contacts"], stands.contacts, beside=stands.interviewers,
        hint="a recruiter, say: never owed thanks", as_contacts=True,
    )  # fmt: skip


def _rest(given: Known, stands: Filled) -> Iterator[AnyField]:
    yield _opportunity_field(given, stands.opportunity)
    yield Line(name="location", label=FIELD_WORDS["location"], value=stands.location)
    yield Line(name="link", label=FIELD_WORDS["link"], value=stands.link)
    yield language_field(stands.language)
    yield list_field(
        "topics", FIELD_WORDS["topics"], stands.topics, "what is or was talked about, one a line"
    )
    if stands.loose_ends is not None:
        yield loose_ends_field(stands.loose_ends)
    yield list_field("questions", FIELD_WORDS["questions"], stands.questions, "yours to them, one a line")
    yield Lines(name="notes", label=FIELD_WORDS["notes"], value=stands.notes)


def _opportunity_field(given: Known, value: str) -> Line:
    owners = {folded(name): whose for name, whose in reversed(given.opportunities)}

    def say(name: str, texts: Texts) -> str:
        whose = owners.get(folded(name))
        return "= a new one" if whose is None else f"= joins the rounds at {whose}"

    return Line(
        name="opportunity",
        label=FIELD_WORDS["opportunity"],
        value=value,
        blank=None,
        say=say,
        suggest=[name for name, _ in given.opportunities],
        hint="one name for all rounds of one application; may stay blank",
    )


def _start_field(context: FormContext, zone: ZoneInfo, value: str, remark: Remark | None) -> Line:
    """When it begins; the end may be typed with it, and then stands for the field behind."""
    typed = office_typed(context, zone)

    def read(text: str, texts: Texts) -> datetime:
        return context.span(text, typed(texts), language_typed(texts)).start

    def say(start: datetime, texts: Texts) -> str:
        words = f"= {context.described(start, typed(texts).zone)}"
        end = _end_said(context, typed(texts), texts)
        words += f", until {spans.clock_time(end)}" if end is not None else ""
        more = remark(start, texts) if remark is not None else ""
        return f"{words}: {more}" if more else words

    return Line(
        name="starts_at",
        label=FIELD_WORDS["starts_at"],
        value=value,
        needed=True,
        blank=None,
        read=read,
        say=say,
        hint="such as: fri 14:00, fri 14-15:30, tomorrow 3pm, yesterday 10:00, 2026-11-27 14:00",
    )


def _end_said(context: FormContext, office: Office, texts: Texts) -> datetime | None:
    """The end that is typed with the start."""
    with suppress(Wrong):
        return context.span(texts.get("starts_at", ""), office, language_typed(texts)).end
    return None


def _end_field(context: FormContext, zone: ZoneInfo, value: str) -> Line:
    """When it ends; what stood there when the form was opened gives way to an end typed with the start."""
    typed = office_typed(context, zone)

    def read(text: str, texts: Texts) -> datetime:
        office, language = typed(texts), language_typed(texts)
        try:
            start = context.span(texts.get("starts_at", ""), office, language)
        except Wrong:
            raise Wrong("The end follows from the start, which is not clear yet.") from None
        if start.end is not None and text.strip() == value:
            return start.end
        end = context.end(text, start.start, office, language)
        if start.end is not None and end != start.end:
            until = spans.clock_time(start.end)
            raise Wrong(f"The start says that it ends at {until}: change the one or the other.")
        return end

    def say(end: datetime, texts: Texts) -> str:
        office = typed(texts)
        there = end.astimezone(office.zone)
        start = context.span(texts["starts_at"], office, language_typed(texts)).start
        if start.date() == there.date():
            return f"= until {spans.clock_time(there)}"
        return f"= until {context.described(end, office.zone)}"

    return Line(
        name="ends_at",
        label=FIELD_WORDS["ends_at"],
        value=value,
        needed=True,
        read=read,
        say=say,
        hint="minutes, as in 45 or 1 h 30, or a time",
    )


def plain_values(answers: Answers) -> dict[str, Any]:
    """The answers that are facts as they stand; people get their ids elsewhere."""
    names = (
        "company", "role", "round", "mode", "opportunity", "zone", "country", "language", "starts_at",
        "ends_at", "location", "link", "notes", "topics", "loose_ends", "questions",
    )  # fmt: skip
    return {name: answers[name] for name in names if name in answers}
