"""A field for a time zone: an IANA name, or a city that has one."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from store.interview import known_zone
from store.when.zonenames import cities, zone_names
from tui.forms.context import FormContext, ZoneOf
from tui.forms.fields import Line, Texts, Wrong


def read_zone(text: str, texts: Texts) -> str:
    """The IANA name typed, in any case, or of the city typed. Raises `Wrong`."""
    wanted = text.strip()
    if known_zone(wanted) is not None:
        return wanted
    found = zone_names().get(wanted.lower().replace(" ", "_"))
    if found is not None:
        return found
    fitting = cities().get(" ".join(wanted.lower().replace("_", " ").split()), ())
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise Wrong(f"There are several of that name: write {' or '.join(fitting)}.")
    raise Wrong("That is no time zone: write one such as Europe/Berlin, or a large city.")


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
        suggest=sorted(zone_names().values()),
    )


def zone_typed(fallback: ZoneInfo) -> ZoneOf:
    """The zone in the field `zone` as it stands, else `fallback` while that cannot be read."""

    def zone(texts: Texts) -> ZoneInfo:
        try:
            return known_zone(read_zone(texts.get("zone", ""), texts)) or fallback
        except Wrong:
            return fallback

    return zone
