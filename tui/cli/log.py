"""`ringback log`: one thing that happened."""

from __future__ import annotations

import argparse
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from store.changes import moves
from store.interview import (
    CHANNELS,
    EVENT_KINDS,
    MULTILINE,
    OUTCOMES,
    RESULTS,
    AnyEvent,
    Thanks,
    iso,
    zone_of,
)
from store.service import new_id
from tui.cli.faults import Wrong, near
from tui.cli.output import put
from tui.cli.session import Session, choice, tell_notes, tell_standing

_CHOICES: dict[str, tuple[str, ...]] = {"channel": CHANNELS, "outcome": OUTCOMES, "result": RESULTS}
_DATES = ("callback_by", "until")


def run(args: argparse.Namespace, session: Session) -> None:
    """Log it, print the id of each event and say where the card stands."""
    kind = _kind(args.kind)
    given = _given(kind, args.fields)
    service = session.open()
    interview = service.interview(args.id)
    zone = session.zone_named(args.zone, zone_of(interview))
    values = {field: _value(session, field, text, zone) for field, text in given.items()}
    values.setdefault("at", session.now)
    known = {event.id for event in interview.events}
    saved = service.move(f"logged {kind.KIND}", [args.id], _move(kind, values, session))
    after = saved.after.interviews[args.id]
    for event in after.events:
        if event.id not in known and event not in saved.before.interviews[args.id].events:
            put(event.id)
    tell_standing(service, args.id)
    tell_notes(service)


def _kind(name: str) -> type[AnyEvent]:
    if name not in EVENT_KINDS:
        raise Wrong(f"There is no kind {name!r}; {near(name, list(EVENT_KINDS))}")
    return EVENT_KINDS[name]


def _given(kind: type[AnyEvent], assignments: list[str]) -> dict[str, str]:
    """Field to text, as typed. Raises Wrong for what the kind does not have, or lacks."""
    fields = {field.name: field for field in msgspec.structs.fields(kind) if field.name != "id"}
    given: dict[str, str] = {}
    for assignment in assignments:
        field, equals, text = assignment.partition("=")
        if not equals:
            raise Wrong(f"{assignment!r} is not of the form field=value.")
        if field not in fields:
            raise Wrong(f"{kind.KIND} has no field {field!r}; {near(field, list(fields))}")
        if field in given:
            raise Wrong(f"{field} is given twice.")
        given[field] = text
    for name, one in fields.items():
        if one.required and name not in ("at", *given):
            raise Wrong(f"{kind.KIND} needs {name}={_example(name)}.")
    return given


def _example(field: str) -> str:
    return "|".join(_CHOICES[field]) if field in _CHOICES else "WHEN"


def _value(session: Session, field: str, text: str, zone: ZoneInfo) -> str | datetime:
    if field == "at":
        return session.instant(text, zone)
    if field in _DATES:
        return iso(session.date_or_instant(text, zone))
    if field in _CHOICES:
        return choice(text, field, _CHOICES[field])
    return session.typed(text, field, lines=field in MULTILINE)


def _move(kind: type[AnyEvent], values: dict[str, Any], session: Session) -> moves.Move:
    if issubclass(kind, Thanks) and "to" not in values:
        return moves.settle(
            kind,
            lambda: new_id("e"),
            policy=session.policy,
            now=session.now,
            **values,
        )
    return moves.log(kind(id=new_id("e"), **values), now=session.now)
