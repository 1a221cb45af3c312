"""Time zones by name and by city, wherever they are typed."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from store.places import WELL_KNOWN, countries, country_zones, kept_places
from store.settings import Settings, read_settings
from store.when import read_when
from store.zones import UnknownZone, calendar_zone, known_zone, likely_zone, named_zone, read_zone, zones_of
from tests.command_line import Cli
from tui.forms import common_fields
from tui.forms.fields import Wrong

TYPED = [
    ("Europe/Berlin", "Europe/Berlin"),
    ("europe/berlin", "Europe/Berlin"),
    ("new york", "America/New_York"),
    ("America/new york", "America/New_York"),
    (" Tokyo ", "Asia/Tokyo"),
    ("UTC", "UTC"),
    ("Istanbul", "Europe/Istanbul"),
    ("buenos aires", "America/Argentina/Buenos_Aires"),
    ("Louisville", "America/Kentucky/Louisville"),
    ("EUROPE/berlin", "Europe/Berlin"),
    ("San Francisco", "America/Los_Angeles"),
    ("seattle", "America/Los_Angeles"),
    ("Munich", "Europe/Berlin"),
    ("München", "Europe/Berlin"),
    ("Muenchen", "Europe/Berlin"),
    ("MUNCHEN", "Europe/Berlin"),
    ("Hamburg", "Europe/Berlin"),
    ("Köln", "Europe/Berlin"),
    ("Cologne", "Europe/Berlin"),
    ("Zürich", "Europe/Zurich"),
    ("zuerich", "Europe/Zurich"),
    ("Łódź", "Europe/Warsaw"),
    ("Göteborg", "Europe/Stockholm"),
    ("Gothenburg", "Europe/Stockholm"),
    ("Bangalore", "Asia/Kolkata"),
    ("Bengaluru", "Asia/Kolkata"),
    ("Washington", "America/New_York"),
    ("Hamburg, Germany", "Europe/Berlin"),
    ("Cambridge, UK", "Europe/London"),
    ("Berlin time", "Europe/Berlin"),
    ("Germany", "Europe/Berlin"),
    ("Deutschland", "Europe/Berlin"),
    ("DE", "Europe/Berlin"),
    ("de", "Europe/Berlin"),
    ("UK", "Europe/London"),
    ("india", "Asia/Kolkata"),
    ("Japan", "Asia/Tokyo"),
    ("Singapore", "Asia/Singapore"),
    ("CET", "Europe/Berlin"),
    ("cest", "Europe/Berlin"),
    ("EST", "America/New_York"),
    ("Pacific Time", "America/Los_Angeles"),
    ("Central European Time", "Europe/Berlin"),
    ("W. Europe Standard Time", "Europe/Berlin"),
    ("GMT", "GMT"),
    ("utc", "UTC"),
    ("UTC+0", "UTC"),
    ("Etc/GMT-1", "Etc/GMT-1"),
    ("EST5EDT", "EST5EDT"),
]

WINTER = datetime(2026, 11, 25, tzinfo=UTC)
SUMMER = datetime(2026, 7, 1, tzinfo=UTC)

# What is typed, and what is said of what was taken.
REMARKS = {
    "CET": "“CET” is taken as Europe/Berlin, which follows the clock change.",
    "est": "“est” is taken as America/New_York, which follows the clock change.",
    "JST": "“JST” is taken as Asia/Tokyo.",
    "PT": "“PT” is taken as America/Los_Angeles.",
    "Munich": "“Munich” is in Europe/Berlin.",
    "Germany": "“Germany” is in Europe/Berlin.",
    "eastern time": "“eastern time” is taken as America/New_York.",
    "Europe/Berlin": "",
    "new york": "",
    "UTC": "",
}

# What is typed, and what the sentence says.
REFUSED = {
    "UTC+1": "only an offset: write the zone, of which these have it now: Europe/Berlin, Europe/Paris,",
    "gmt+2": "of which these have it now: Europe/Athens, Europe/Helsinki,",
    "+01:00": "of which these have it now: Europe/Berlin",
    "-5": "of which these have it now: America/New_York,",
    "UTC-08:00": "of which these have it now: America/Los_Angeles or",
    "+0545": "of which these have it now: Asia/Kathmandu.",
    "+13:37": "an offset that no time zone has now",
    "CST": "may be several time zones: write America/Chicago, Asia/Shanghai or America/Havana.",
    "IST": "may be several time zones: write Asia/Kolkata, Asia/Jerusalem or Europe/Dublin.",
    "Spain": "may be several time zones: write Europe/Madrid or Atlantic/Canary.",
    "US": "has 8 time zones: write the one meant, such as America/New_York, America/Chicago,",
    "Birmingham": "may be several time zones: write America/Chicago or Europe/London.",
    "Georgia": "may be several time zones: write America/New_York or Asia/Tbilisi.",
    "San Fransisco": "did you mean San Francisco?",
    "Munch": "did you mean Munich",
    "Berln": "did you mean Berlin",
    "Europe/Munich": "did you mean Europe/Berlin?",
    "Portland, Maine": "There is no time zone 'Portland, Maine'",
    "\x1b[31mBerlin": "There is no time zone '[31mBerlin'",
    "localtime": "There is no time zone 'localtime'",
}


def _set(text: str) -> Settings:
    settings, faults = read_settings(f"zone = '{text}'")
    assert not faults
    return settings


@pytest.mark.parametrize(("text", "name"), TYPED)
def test_form_settings_and_reader_take_the_same(text: str, name: str) -> None:
    assert read_zone(text) == common_fields.read_zone(text, {}) == _set(text).zone == name


@pytest.mark.parametrize("text", ["Atlantis", "", "Europe", "../../etc/passwd", "x" * 500])
def test_what_is_no_zone_is_refused_everywhere(text: str) -> None:
    with pytest.raises(UnknownZone, match="There is no time zone"):
        read_zone(text)
    with pytest.raises(Wrong, match="There is no time zone"):
        common_fields.read_zone(text, {})
    if text:
        settings, (fault,) = read_settings(f"zone = '{text}'")
        assert (settings.zone, fault.name) == ("", "zone")
        assert "there is no time zone" in fault.sentence


@pytest.mark.parametrize("text", REMARKS)
def test_what_was_taken_is_said(text: str) -> None:
    assert named_zone(text).remark == REMARKS[text]


@pytest.mark.parametrize("text", REFUSED)
def test_a_refusal_names_what_would_be_taken(text: str) -> None:
    with pytest.raises(UnknownZone) as refusal:
        read_zone(text, WINTER)
    assert REFUSED[text] in str(refusal.value)
    assert str(refusal.value).isprintable()


def test_the_zones_of_an_offset_are_those_that_have_it_at_the_time() -> None:
    berlin, london = "Europe/Berlin", "Europe/London"
    for now, fitting, other in ((WINTER, berlin, london), (SUMMER, london, berlin)):
        with pytest.raises(UnknownZone) as refusal:
            read_zone("UTC+1", now)
        assert fitting in str(refusal.value)
        assert other not in str(refusal.value)


def test_every_kept_place_has_a_zone_that_is_there() -> None:
    for place, zones in kept_places().items():
        assert all(known_zone(zone) for zone in zones), place
        assert set(zones_of(place)) >= set(zones)
    assert all(known_zone(zone) for zone in WELL_KNOWN)


def test_a_country_is_its_one_zone_or_asked_about() -> None:
    for code in countries().values():
        zones = country_zones(code)
        assert len({*zones}) == len(zones)
    assert country_zones("DE") == ("Europe/Berlin",)


def test_times_are_said_in_the_same_places() -> None:
    now = datetime(2026, 11, 19, 9, tzinfo=UTC)
    for place in ("Munich", "münchen", "San Francisco time", "Seattle", "germany time", "Pacific"):
        read = read_when(f"fri 14:00 {place}", now=now, zone=ZoneInfo("UTC"), dates=False)
        zone = read_zone(place.removesuffix(" time"))
        assert isinstance(read, datetime)
        assert read.astimezone(ZoneInfo(zone)).hour == 14, place


def test_calendars_have_names_of_their_own() -> None:
    assert calendar_zone("W. Europe Standard Time") == "Europe/Berlin"
    assert calendar_zone("/freeassociation.sourceforge.net/Europe/Berlin") == "Europe/Berlin"
    assert calendar_zone("EUROPE/berlin") == "Europe/Berlin"
    assert calendar_zone("Berlin") is None
    assert likely_zone("(UTC+01:00) Amsterdam, Berlin") == "Europe/Amsterdam"


def test_the_command_line_takes_a_city(cli: Cli) -> None:
    ran = cli.done("add", "Hooli", "", "--start", "2026-11-20 10:00", "--zone", "new york")
    name = ran.out.strip()
    assert cli.record(name)["zone"] == "America/New_York"
    ran = cli.done("edit", name, "zone=Osaka")
    assert "“Osaka” is in Asia/Tokyo." in ran.err
    assert cli.record(name)["zone"] == "Asia/Tokyo"
    ran = cli("edit", name, "zone=Atlantis")
    assert (ran.code, "There is no time zone 'Atlantis'" in ran.err) == (2, True)


def test_the_command_line_says_what_was_taken_and_what_would_be(cli: Cli) -> None:
    ran = cli.done("add", "Hooli", "", "--start", "2026-11-20 10:00", "--zone", "CET")
    assert "“CET” is taken as Europe/Berlin, which follows the clock change." in ran.err
    ran = cli("add", "Hooli", "", "--start", "2026-11-20 10:00", "--zone", "UTC+1")
    assert ran.code == 2
    assert "--zone: “UTC+1” is only an offset: write the zone" in ran.err
    assert "Europe/Berlin" in ran.err


def test_the_doctor_says_what_was_taken_in_the_settings(cli: Cli) -> None:
    cli.set("zone = 'CET'\n")
    ran = cli("doctor")
    assert "“CET” is taken as Europe/Berlin, which follows the clock change" in ran.out
