"""Zones that a file defines itself: which instant a time there is, whatever the zone is called."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Timezone

from store.calendar import Invitation, NeedsAnswer
from tests.store.calendar.calendar_files import GUEST, HOME, ORGANISER, calendar, event, read

ZONES = (
    "Europe/Berlin", "Europe/London", "America/New_York", "America/St_Johns", "America/Sao_Paulo",
    "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe", "Australia/Sydney", "Pacific/Auckland",
    "Pacific/Apia", "Asia/Tehran",
)  # fmt: skip


def zone(*parts: str, tzid: str = "Mine", more: tuple[str, ...] = ()) -> str:
    return "\r\n".join(("BEGIN:VTIMEZONE", f"TZID:{tzid}", *more, *parts, "END:VTIMEZONE"))


def part(kind: str, start: str, before: str, after: str, *more: str) -> str:
    lines = (f"BEGIN:{kind}", f"DTSTART:{start}", f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{after}", *more)
    return "\r\n".join((*lines, f"END:{kind}"))


IN_MARCH = "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"
IN_OCTOBER = "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"
BERLIN = (
    part("STANDARD", "16010101T030000", "+0200", "+0100", IN_OCTOBER),
    part("DAYLIGHT", "16010101T020000", "+0100", "+0200", IN_MARCH),
)
FIXED = (part("STANDARD", "19700101T000000", "+0530", "+0530"),)


def at(
    wall: str, definition: str, *, tzid: str = "Mine", given_zone: str | None = None, head: str = ""
) -> Invitation:
    lines = (f"DTSTART;TZID={tzid}:{wall}", "DURATION:PT1H", ORGANISER, GUEST)
    raw = calendar(definition, event(*lines)).replace(b"VERSION:2.0", f"VERSION:2.0{head}".encode())
    return read(raw, me="jo@home.example", zone=given_zone)


@given(st.sampled_from(ZONES), st.datetimes(datetime(2015, 1, 1), datetime(2037, 1, 1)))  # noqa: DTZ001
@settings(max_examples=80, deadline=None)
def test_it_means_what_the_zone_means_that_it_was_made_from(name: str, wall: datetime) -> None:
    wall = wall.replace(second=0, microsecond=0)
    definition = Timezone.from_tzid(name).to_ical().decode().replace(f"TZID:{name}", "TZID:Mine")
    definition = "\r\n".join(one for one in definition.split("\r\n") if not one.startswith("X-LIC"))
    means = wall.replace(tzinfo=ZoneInfo(name)).astimezone(UTC)
    assert at(f"{wall:%Y%m%dT%H%M%S}", definition.strip()).starts_at == means


@pytest.mark.parametrize(
    ("wall", "parts", "instant"),
    [
        ("20260701T100000", BERLIN, "2026-07-01T08:00"),
        ("20261201T100000", BERLIN, "2026-12-01T09:00"),
        ("20260329T023000", BERLIN, "2026-03-29T01:30"),
        ("20261025T023000", BERLIN, "2026-10-25T00:30"),
        ("20261201T100000", FIXED, "2026-12-01T04:30"),
        ("20261201T100000", (part("STANDARD", "00010101T000000", "+0000", "-0300"),), "2026-12-01T13:00"),
        ("20261201T100000", (part("STANDARD", "20170101", "+1100", "+1100"),), "2026-11-30T23:00"),
        (
            "20261201T100000",
            (part("STANDARD", "20200101T000000", "+0100", "+0200", "RDATE:20210101,20250101T000000"),),
            "2026-12-01T08:00",
        ),
        (
            # The rule ended, and what it said last still holds.
            "20261201T100000",
            (
                part("STANDARD", "20001029T030000", "+0200", "+0100", f"{IN_OCTOBER};UNTIL=20151025T010000Z"),
                part("DAYLIGHT", "20000326T020000", "+0100", "+0200", f"{IN_MARCH};UNTIL=20160327T010000Z"),
            ),
            "2026-12-01T08:00",
        ),
        (
            # Before the first change it is the standard time.
            "19980312T083000",
            (
                part("DAYLIGHT", "19990404T020000", "-0500", "-0400"),
                part("STANDARD", "19981025T020000", "-0400", "-0500"),
            ),
            "1998-03-12T13:30",
        ),
    ],
)  # fmt: skip
def test_what_a_time_there_is(wall: str, parts: tuple[str, ...], instant: str) -> None:
    assert at(wall, zone(*parts)).starts_at == datetime.fromisoformat(instant).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "tzid", ["Customized Time Zone", "Eastern Standard Time", "/example.org/X", "-03:00"]
)
def test_the_definition_counts_for_any_name_but_that_of_a_place(tzid: str) -> None:
    taken = at("20261201T100000", zone(*FIXED, tzid=tzid), tzid=f'"{tzid}"')
    assert taken.starts_at == datetime(2026, 12, 1, 4, 30, tzinfo=UTC)


def test_the_name_of_a_place_is_a_fact() -> None:
    taken = at("20261201T100000", zone(*FIXED, tzid="Europe/Berlin"), tzid="Europe/Berlin")
    assert (taken.starts_at.hour, taken.zone, taken.zone_said) == (9, "Europe/Berlin", ())


@pytest.mark.parametrize(
    "parts",
    [
        (),
        (part("STANDARD", "not a time", "+0100", "+0100"),),
        (part("STANDARD", "19700101T000000", "+9999", "+0100"),),
        (part("STANDARD", "19700101T000000", "", "+0100"),),
        (part("STANDARD", "19700101T000000", "+0100", "+0200", "RRULE:FREQ=SECONDLY"),),
        (part("STANDARD", "19700101T000000", "+0100", "+0200", "RRULE:FREQ=YEARLY;BYDAY=9XX"),),
        (*BERLIN, part("DAYLIGHT", "broken", "+0100", "+0200")),
    ],
)
def test_a_broken_definition_is_none_and_is_asked_about(parts: tuple[str, ...]) -> None:
    with pytest.raises(NeedsAnswer) as asks:
        at("20261201T100000", zone(*parts))
    assert [one.kind for one in asks.value.questions] == ["zone"]
    assert at("20261201T100000", zone(*parts), given_zone="Asia/Tokyo").starts_at.hour == 1


def test_the_zones_that_fit_are_offered() -> None:
    taken = at("20261201T100000", zone(*BERLIN))
    assert taken.zone == HOME and taken.zone_choices[0] == HOME
    assert {"Europe/Paris", "Europe/Madrid"} <= {*taken.zone_choices}
    assert "Africa/Lagos" not in taken.zone_choices
    fixed = at("20261201T100000", zone(*FIXED))
    assert (fixed.zone, fixed.zone_choices) == (HOME, ("Asia/Kolkata",))
    assert "Asia/Kolkata" in fixed.zone_said[0] and HOME in fixed.zone_said[0]


def test_no_zone_fits_what_no_zone_does() -> None:
    taken = at("20261201T100000", zone(part("STANDARD", "19700101T000000", "+0217", "+0217")))
    assert (taken.zone, taken.zone_choices, len(taken.zone_said)) == (HOME, (), 1)


def test_a_place_that_the_definition_names_is_the_zone() -> None:
    taken = at("20261201T100000", zone(*FIXED, more=("X-LIC-LOCATION:Asia/Kolkata",)))
    assert (taken.zone, taken.zone_said, taken.zone_choices) == ("Asia/Kolkata", (), ())


@pytest.mark.parametrize(("given_zone", "contradicts"), [("Asia/Kolkata", False), ("Asia/Tokyo", True)])
def test_a_zone_that_is_given_is_that_of_office_hours_only(given_zone: str, contradicts: bool) -> None:
    taken = at("20261201T100000", zone(*FIXED), given_zone=given_zone)
    assert (taken.starts_at.hour, taken.starts_at.minute, taken.zone) == (4, 30, given_zone)
    assert any("UTC+05:30" in words and given_zone in words for words in taken.said) is contradicts


@pytest.mark.parametrize(
    ("name", "hour", "place"),
    [("Asia/Tokyo", 1, "Asia/Tokyo"), ("Mine", 4, HOME), ("Tokyo Standard Time", 1, "Asia/Tokyo")],
)
def test_a_floating_time_is_in_the_zone_of_the_file(name: str, hour: int, place: str) -> None:
    lines = ("DTSTART:20261201T100000", "DURATION:PT1H", ORGANISER, GUEST)
    raw = calendar(f"X-WR-TIMEZONE:{name}", zone(*FIXED), event(*lines))
    taken = read(raw, me="jo@home.example")
    assert (taken.starts_at.hour, taken.zone) == (hour, place)


def test_a_time_with_both_a_zone_and_the_sign_of_utc_is_in_the_zone() -> None:
    taken = at("20261201T100000Z", zone(*FIXED))
    assert taken.starts_at == datetime(2026, 12, 1, 4, 30, tzinfo=UTC)
    assert taken.ends_at - taken.starts_at == timedelta(hours=1)
