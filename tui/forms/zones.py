"""A field for a time zone: an IANA name, or a city that has one."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from store import zones
from store.zones import UnknownZone, known_zone
from tui.forms.context import FormContext, ZoneOf
from tui.forms.fields import Line, Texts, Wrong


def read_zone(text: str, texts: Texts) -> str:
    """The IANA name of the zone typed. Raises `Wrong`."""
    try:
        return zones.read_zone(text)
    except UnknownZone as why:
        raise Wrong(str(why)) from None


def zone_field(context: FormContext, value: str) -> Line:
    """The other side's zone; under it stands what time it is there."""

    def say(name: str, texts: Texts) -> str:
        zone = known_zone(name)
        asked = "" if name == texts.get("zone", "").strip() else f"{name}, "
        return f"= {asked}it is {context.now.astimezone(zone):%a %H:%M} there" if zone else ""

    return Line(
        name="zone",
        label="Time zone",
        value=value,
        needed=True,
        read=read_zone,
        say=say,
        suggest=sorted(zones.zone_names().values()),
    )


def zone_typed(fallback: ZoneInfo) -> ZoneOf:
    """The zone in the field `zone` as it stands, else `fallback` while that cannot be read."""

    def zone(texts: Texts) -> ZoneInfo:
        try:
            return known_zone(read_zone(texts.get("zone", ""), texts)) or fallback
        except Wrong:
            return fallback

    return zone
