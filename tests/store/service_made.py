"""A service over a database of a test, with two interviews."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from store.changes import moves
from store.clock import StoppedClock
from store.database.storage import SafeStorage
from store.interview import AnyEvent
from store.new_ids import new_id
from store.service import Service
from tests.making import ADA, BEN, BERLIN, POLICY, after, heard, made

NOW = after(20)
ONE = made(interviewers=(ADA, BEN))
TWO = made(id="iv-2", company="Acme")


def opened(path: Path, now: datetime = NOW) -> Service:
    service = Service(SafeStorage(path), StoppedClock(now), POLICY, BERLIN)
    service.refresh()
    return service


def filled(path: Path) -> Service:
    service = opened(path)
    service.add("added Globex", ONE)
    service.add("added Acme", TWO)
    return service


def edit(field: str, seen: object, wanted: object) -> moves.Move:
    return moves.edit({field: (seen, wanted)}, now=NOW)


def say_heard(identity: str) -> moves.Move:
    return moves.log(replace(heard(after(2)), id=identity), now=NOW)


def note(service: Service, card: str, event: AnyEvent) -> None:
    """Something happens on a card, now."""
    service.move("noted", [card], moves.log(replace(event, id=new_id("e")), now=service.clock.now()))
