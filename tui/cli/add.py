"""`ringback add`: a new interview."""

from __future__ import annotations

import argparse
import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from store.interview import Interview, Promised, iso
from store.people.notation import NotAPerson, read_person, with_ids
from store.service import new_id
from store.zones import known_zone
from tui.cli.faults import Failed, Wrong
from tui.cli.output import put
from tui.cli.session import Session, tell_notes, tell_standing

_USUAL_MINUTES, _MOST_MINUTES = 60, 60 * 24 * 14


def run(args: argparse.Namespace, session: Session) -> None:
    """Add it, print its id and say where it stands."""
    zone = session.zone_named(args.zone, session.zone)
    if known_zone(zone.key) is None:
        raise Wrong("Your own time zone has no name; say which one is meant with --zone.")
    start = session.instant(args.start, zone)
    end = _end(args, session, start, zone)
    if end < start:
        raise Failed(f"An interview cannot end before it starts: {iso(end)} is before {iso(start)}.")
    promise = None if args.callback_by is None else session.date_or_instant(args.callback_by, zone)
    interview = _interview(args, session, zone, start, end, promise)
    service = session.open()
    service.add(f"added {interview.company}", interview)
    put(interview.id)
    tell_standing(service, interview.id)
    tell_notes(service)


def _end(args: argparse.Namespace, session: Session, start: datetime, zone: ZoneInfo) -> datetime:
    if args.end is not None:
        return session.end(args.end, start, zone)
    text = str(_USUAL_MINUTES) if args.minutes is None else args.minutes.strip()
    if not re.fullmatch(r"\d{1,5}", text, re.ASCII) or not 0 < int(text) <= _MOST_MINUTES:
        raise Wrong(f"--minutes cannot be {text!r}; it takes a whole number from 1 to {_MOST_MINUTES}.")
    return start + timedelta(minutes=int(text))


def _interview(
    args: argparse.Namespace,
    session: Session,
    zone: ZoneInfo,
    start: datetime,
    end: datetime,
    promise: date | None,
) -> Interview:
    company = session.typed(args.company, "the company")
    if not company:
        raise Wrong("The company cannot be blank.")
    try:
        interviewers = with_ids(read_person(line) for line in args.people)
    except NotAPerson as why:
        raise Wrong(str(why)) from None
    at = min(end, session.now)
    promised = [] if promise is None else [Promised(id=new_id("e"), at=at, callback_by=iso(promise))]
    return Interview(
        id=new_id("iv-"),
        company=company,
        role=session.typed(args.role, "the role"),
        round=session.typed(args.round, "the round"),
        mode=args.mode,
        opportunity=None if args.opportunity is None else session.typed(args.opportunity, "the opportunity"),
        zone=zone.key,
        starts_at=start,
        ends_at=end,
        interviewers=interviewers,
        events=tuple(promised),
    )
