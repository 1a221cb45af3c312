"""The two questions of the first start: who the user is, and whether their clock is right."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from store import spans
from store.clock import Clock
from store.zones import UnknownZone, known_zone, read_zone
from tui.forms.fields import Answers, Line, Sheet, Texts, Wrong

_NAME, _ZONE = "name", "zone"


def name_sheet(change: str) -> Sheet[str]:
    """The form for the name; `change`: the key that opens the settings."""
    return Sheet(
        title="Welcome. What is your name?",
        intro=f"It stands under your letters. Later it is one of the settings: {change}.",
        fields=[Line(name=_NAME, label="Your name", hint="as you sign, such as: Ada Okafor")],
        finish=lambda answers: str(answers[_NAME]),
        verb="go on",
        leave="skip",
    )


def zone_sheet(zone: ZoneInfo, clock: Clock) -> Sheet[str]:
    """The form for the time zone, with that of the machine in it and what the clock shows there."""

    def read(text: str, texts: Texts) -> str:
        try:
            return read_zone(text, clock.now())
        except UnknownZone as why:
            raise Wrong(str(why)) from None

    def say(name: str, texts: Texts) -> str:
        there = known_zone(name)
        return clock_reading(name, texts.get(_ZONE, ""), clock.now().astimezone(there)) if there else ""

    return Sheet(
        title="Is this your time zone?",
        intro="All times are shown in it.",
        fields=[Line(name=_ZONE, label="Time zone", value=zone.key, read=read, say=say)],
        finish=_zone,
        verb="yes",
        leave="skip",
    )


def clock_reading(name: str, typed: str, here: datetime) -> str:
    """What a zone was read as, where it was not typed so, and what its clock shows."""
    named = "" if name == typed.strip() else f"{name}, "
    return f"= {named}it is {here:%A} {here.day} {here:%B}, {spans.clock_time(here)} ({here:%Z})"


def _zone(answers: Answers) -> str:
    return str(answers[_ZONE])
