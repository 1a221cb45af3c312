"""Time zones by name and by city, wherever they are typed."""

from __future__ import annotations

import pytest

from store.settings import Settings, read_settings
from store.zones import UnknownZone, calendar_zone, likely_zone, read_zone
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
]


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
    cli.done("edit", name, "zone=tokyo")
    assert cli.record(name)["zone"] == "Asia/Tokyo"
    ran = cli("edit", name, "zone=Atlantis")
    assert (ran.code, "There is no time zone 'Atlantis'" in ran.err) == (2, True)
