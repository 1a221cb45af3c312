"""`ringback add`, `log`, `rm` and `undo`: a new interview, an event, a deletion, and a step back."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, get_args
from zoneinfo import ZoneInfo

import msgspec

from store import spans
from store.changes import moves
from store.changes.undo import NeedsConfirmation
from store.finding import owed_named, person_named
from store.interview import (
    CHANNELS,
    EVENT_KINDS,
    MULTILINE,
    OUTCOMES,
    RESULTS,
    AnyEvent,
    Closed,
    How,
    Interview,
    Owes,
    Person,
    Promised,
    Silence,
    Thanks,
    iso,
)
from store.new_ids import new_id
from store.people.notation import with_ids
from store.rules.office import Office, office_in
from store.rules.words import title_of, told
from store.zones import known_zone
from tui.cli.asked import Belonging, logged_on
from tui.cli.faults import Failed, UsageError, backwards, joined_word, near
from tui.cli.output import put, say
from tui.cli.session import (
    CommandSession,
    choice,
    tell_doubts,
    tell_notes,
    tell_standing,
    typed_country,
    typed_language,
)

if TYPE_CHECKING:
    from store.database.transaction import Saved
    from store.service import Service
    from store.when import Reading

_USUAL_MINUTES, _MOST_MINUTES = 60, 60 * 24 * 14
_CHOICES: dict[str, tuple[str, ...]] = {
    "channel": CHANNELS, "outcome": OUTCOMES, "result": RESULTS, "how": get_args(How),
    "silence": get_args(Silence),
}  # fmt: skip
_MEANT = ("to", "by", "of")
"""Fields that hold an id, and that a name may stand in."""
_DATES = ("callback_by", "until", "due", "answer_by")
_TOLD = 5
"""Of how many cards it is said where they stand now."""


def run_add(args: argparse.Namespace, session: CommandSession) -> None:
    """Add it, print its id and say where it stands."""
    zone = session.times.zone_named(args.zone, session.zone)
    if known_zone(zone.key) is None:
        raise UsageError("Your own time zone has no name; say which one is meant with --zone.")
    office = office_in(zone, typed_country(args.country or ""), session.policy)
    language = typed_language(args.language or "")
    start, end = _start_and_end(args, session, office, language)
    if end < start:
        raise Failed(backwards(start, end, zone))
    promise = None if args.callback_by is None else session.times.limit(args.callback_by, office, language)
    interview = _interview(args, session, zone, start, end, promise)
    service = session.open()
    saved = service.add(f"added {interview.company}", interview, Belonging.of(args, session).settle)
    put(interview.id)
    _tell_of_added(saved, interview.id, service, session)
    tell_notes(service)


def _tell_of_added(saved: Saved, interview_id: str, service: Service, session: CommandSession) -> None:
    """Where the new interview stands, and what that has to do with what was there."""
    # Imported on use: who notes an event does not wait for it.
    from store.rules.doubles import doubles
    from tui.cli.doubles import tell_doubles
    from tui.words.rounds import going_on

    added = service.interview(interview_id)
    tell_doubles(doubles(saved.before.interviews, saved.after.interviews), session)
    tell_standing(service, interview_id)
    tell_doubts(added.people)
    rounds = [service.card(one, session.now) for one in service.rounds(added)]
    for words in going_on(added, rounds, session.now, session.zone):
        say(f"{words}.")


def _start_and_end(
    args: argparse.Namespace, session: CommandSession, office: Office, language: str | None
) -> tuple[datetime, datetime]:
    """By `--start`, which may say the end as well, and `--end` or `--minutes`, which must not say another."""
    start, said = session.times.span(args.start, office, language)
    if said is None:
        return start, _end(args, session, start, office, language)
    for option, text in (("--end", args.end), ("--minutes", args.minutes)):
        if text is not None and _end(args, session, start, office, language) != said:
            until = spans.clock_time(said, office.zone)
            raise UsageError(
                f"--start says that it ends at {until}, and {option} something else; leave one out."
            )
    return start, said


def _end(
    args: argparse.Namespace, session: CommandSession, start: datetime, office: Office, language: str | None
) -> datetime:
    if args.end is not None:
        return session.times.end(args.end, start, office, language)
    text = str(_USUAL_MINUTES) if args.minutes is None else args.minutes.strip()
    if not re.fullmatch(r"\d{1,5}", text, re.ASCII) or not 0 < int(text) <= _MOST_MINUTES:
        raise UsageError(f"--minutes cannot be {text!r}; it takes a whole number from 1 to {_MOST_MINUTES}.")
    return start + timedelta(minutes=int(text))


def _interview(
    args: argparse.Namespace,
    session: CommandSession,
    zone: ZoneInfo,
    start: datetime,
    end: datetime,
    promise: Reading | None,
) -> Interview:
    company = session.typed(args.company, "the company")
    if not company:
        raise UsageError("The company cannot be blank.")
    interviewers, contacts = _people(args, session, company)
    at = min(end, session.now)
    promised = (
        []
        if promise is None
        else [Promised(id=new_id("e"), at=at, callback_by=iso(promise.value), quote=promise.quote)]
    )
    return Interview(
        id=new_id("iv-"),
        company=company,
        role=session.typed(args.role, "the role"),
        round=session.typed(args.round, "the round"),
        mode=args.mode,
        zone=zone.key,
        starts_at=start,
        ends_at=end,
        country=typed_country(args.country or ""),
        language=typed_language(args.language or ""),
        interviewers=interviewers,
        contacts=contacts,
        events=tuple(promised),
    )


def _people(
    args: argparse.Namespace, session: CommandSession, company: str
) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    """Interviewers and contacts, as `--with` and `--contact` name them."""
    if not args.people and not args.contacts:
        return (), ()
    # Imported on use: it is slow to load.
    from tui.cli.people import typed_people

    others = typed_people(args.contacts, "--contact", company, session, as_contacts=True)
    met = typed_people(args.people, "--with", company, session, beside=with_ids(others.contacts))
    interviewers = with_ids(met.people)
    return interviewers, with_ids((*met.contacts, *others.contacts), beside=interviewers)


def run_log(args: argparse.Namespace, session: CommandSession) -> None:
    """Log it, print the id of each event and say where the card stands."""
    kind = _kind(args)
    given = _given(kind, args.fields)
    service = session.open()
    interview = service.named(args.id)
    log_on = None if args.log_on is None else service.named(args.log_on)
    about = log_on or interview
    values = event_values(session, given, session.office_of(about, args.zone), about.language)
    values |= {field: _meant(kind, field, given[field], about) for field in _MEANT if field in given}
    values.setdefault("at", session.now)
    event = _event(kind, values)
    ids = logged_on(event, interview, service.rounds(interview), log_on, session)
    saved = service.move(told(event, interview, session.zone), ids, _move(event, values, session))
    for key in ids:
        known = {one.id for one in saved.before.interviews[key].events}
        for one in saved.after.interviews[key].events:
            if one.id not in known:
                put(one.id)
    for key in ids:
        tell_standing(service, key)
    tell_notes(service)


def _kind(args: argparse.Namespace) -> type[AnyEvent]:
    name = joined_word(args.kind)
    if name in EVENT_KINDS:
        return EVENT_KINDS[name]
    if place := next((at for at, word in enumerate(args.fields, 1) if joined_word(word) in EVENT_KINDS), 0):
        words, behind = args.fields[: place - 1], args.fields[place - 1 :]
        from tui.cli.mistakes import quoted_id

        raise UsageError(quoted_id([args.id, args.kind, *words], behind, "log"))
    for kind, field in (("closed", "result"), ("called", "outcome")):
        if name in _CHOICES[field]:
            raise UsageError(f"There is no kind {args.kind!r}; did you mean {kind} {field}={name}?")
    raise UsageError(f"There is no kind {args.kind!r}; {near(args.kind, list(EVENT_KINDS))}")


def _given(kind: type[AnyEvent], assignments: list[str]) -> dict[str, str]:
    """Field to text, as typed. Raises UsageError for what the kind does not have, or lacks."""
    given = assigned(kind, assignments)
    for one in msgspec.structs.fields(kind):
        if one.required and one.name not in ("id", "at") and not given.get(one.name, "").strip():
            raise UsageError(f"{kind.KIND} needs {one.name}={_example(one.name)}.")
    return given


def assigned(kind: type[AnyEvent], assignments: list[str]) -> dict[str, str]:
    """Field to text, as typed. Raises UsageError for what the kind does not have."""
    fields = {field.name: field for field in msgspec.structs.fields(kind) if field.name != "id"}
    given: dict[str, str] = {}
    for assignment in assignments:
        field, equals, text = assignment.partition("=")
        if not equals:
            raise UsageError(
                f"{assignment!r} is not of the form field=value; {kind.KIND} takes {', '.join(fields)}."
            )
        if field not in fields:
            raise UsageError(f"{kind.KIND} has no field {field!r}; {near(field, list(fields))}")
        if field in given:
            raise UsageError(f"{field} is given twice; give it once.")
        given[field] = text
    return given


def _example(field: str) -> str:
    if field in _CHOICES:
        return "|".join(_CHOICES[field])
    return {
        "what": "TEXT, as in what=references",
        "of": "ID: that of what you owe them, or its first word",
    }.get(field, f"WHEN, as in {field}=fri")


def event_values(
    session: CommandSession, given: Mapping[str, str], office: Office, language: str | None
) -> dict[str, Any]:
    """What the fields of an event say; words for a day that leave room are the quote of who promised it."""
    values: dict[str, Any] = {}
    for field, text in given.items():
        if field == "at":
            values[field] = session.times.instant(text, office, language)
        elif field in _DATES:
            limit = session.times.limit(text, office, language)
            values[field] = iso(limit.value)
            if field == "callback_by" and limit.quote and "quote" not in given:
                values["quote"] = limit.quote
        elif field in _CHOICES:
            values[field] = choice(text, field, _CHOICES[field])
        else:
            values[field] = session.typed(text, field, lines=field in MULTILINE)
    return values


def _meant(kind: type[AnyEvent], field: str, typed: str, interview: Interview) -> str:
    """The id of the person, or of what is owed, that is meant by name. Raises Refused."""
    if field == "of":
        return owed_named((one for one in interview.events if isinstance(one, Owes)), typed, of=interview).id
    thanks = issubclass(kind, Thanks)
    people = interview.interviewers if thanks else interview.people
    return person_named(people, typed, of=interview, what="interviewer" if thanks else "person").id


def _event(kind: type[AnyEvent], values: dict[str, Any]) -> AnyEvent:
    if issubclass(kind, Closed) and values.get("answer_by") and values["result"] != "offer":
        raise UsageError("answer_by goes with result=offer: it is by when you have to answer one.")
    try:
        return kind(id=new_id("e"), **values)
    except ValueError as why:
        raise UsageError(f"{kind.KIND}: {why}.") from None


def _move(event: AnyEvent, values: dict[str, Any], session: CommandSession) -> moves.Move:
    if isinstance(event, Thanks) and event.to is None:
        return moves.settle(type(event), lambda: new_id("e"), now=session.now, **values)
    return moves.log(event, now=session.now)


def run_rm(args: argparse.Namespace, session: CommandSession) -> None:
    """Delete it and name the backup that still has it."""
    service = session.open()
    interview = service.named(" ".join(args.id))
    service.delete(f"deleted {interview.company}", [interview.id])
    backup = next((one for one in service.backups.all() if one.reason == "before-delete"), None)
    kept = f"; the backup {backup.name} still has it" if backup is not None else ""
    say(f"{title_of(interview)} ({interview.id}): deleted{kept}.")
    tell_notes(service)


def run_undo(args: argparse.Namespace, session: CommandSession) -> None:
    """Take the newest step back, say what it was and whose, and where the cards stand now."""
    service = session.open()
    known = dict(service.book.interviews)
    try:
        words = service.undo(anyone=True, sure=args.yes)
    except NeedsConfirmation as why:
        raise Failed(f"{why} `ringback undo --yes` does it; a backup keeps the text.") from None
    say(f"Undone: {words}.")
    changed = [key for key, one in service.book.interviews.items() if known.get(key) is not one]
    for key in changed[:_TOLD]:
        tell_standing(service, key)
    tell_notes(service)
