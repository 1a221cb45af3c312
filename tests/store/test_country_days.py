"""Whose working days count: the country of a zone, its holidays, its weekend, and who has none."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from store.country_days import UnknownCountry, country_of, is_working, known_country, read_country
from store.rules.office import office_of
from tests.making import made, pinned

INSTEAD = [
    ("Germany", "did you mean DE?"),
    ("Deutschland", "did you mean DE?"),
    ("österreich", "did you mean AT?"),
    ("United States", "did you mean US?"),
    ("USA", "did you mean US?"),
    ("DEU", "did you mean DE?"),
    ("Grmany", "did you mean DE?"),
    ("Scotland", "did you mean GB-SCT?"),
    ("DE-XX", "its parts are DE-BB, DE-BE, DE-BW, DE-BY,"),
    ("GB-England", "its parts are GB-ENG, GB-NIR, GB-SCT, GB-WLS."),
    ("Atlantis", "write two letters such as DE"),
    ("x" * 10_000, "write two letters such as DE"),
]


@pytest.mark.parametrize(("typed", "offered"), INSTEAD, ids=[row[0][:20] for row in INSTEAD])
def test_what_is_no_country_is_answered_with_one_that_is(typed: str, offered: str) -> None:
    with pytest.raises(UnknownCountry) as refused:
        read_country(typed)
    assert offered in str(refused.value)
    for code in re.findall(r"\b[A-Z]{2}(?:-[A-Z]{2,3})?\b", str(refused.value).partition(";")[2]):
        assert read_country(code) == code


AUTO = pinned(calendar="auto")
THANKSGIVING = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Europe/Berlin", "DE"),
        ("Australia/Sydney", "AU"),
        ("Europe/Oslo", "NO"),  # tzdata has it as a name of Berlin; its own row in the table comes first
        ("US/Eastern", "US"),
        ("Asia/Calcutta", "IN"),
        ("America/Montreal", "CA"),
        ("PRC", "CN"),
        ("GB", "GB"),
    ],
)
def test_a_zone_lies_in_a_country_also_by_a_name_of_old(zone: str, country: str) -> None:
    assert country_of(zone) == country


@pytest.mark.parametrize(
    "zone", ["UTC", "Zulu", "GMT", "Etc/GMT+5", "Etc/UTC", "CET", "EET", "MET", "WET", "EST", "MST", "HST",
             "EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT", "No/Such"],
)  # fmt: skip
def test_an_offset_is_no_place(zone: str) -> None:
    assert country_of(zone) == ""


@pytest.mark.parametrize(
    ("country", "day", "works"),
    [
        pytest.param("US", THANKSGIVING, False, id="Thanksgiving"),
        pytest.param("DE", THANKSGIVING, True, id="a Thursday elsewhere"),
        pytest.param("US", date(2026, 11, 27), True, id="the day after it"),
        pytest.param("GB", date(2026, 12, 28), False, id="Boxing Day is a Saturday: its substitute"),
        pytest.param("SA", date(2026, 11, 27), False, id="Riyadh: a Friday"),
        pytest.param("SA", date(2026, 11, 28), False, id="Riyadh: a Saturday"),
        pytest.param("SA", date(2026, 11, 29), True, id="Riyadh: a Sunday"),
        pytest.param("CN", date(2026, 2, 14), True, id="China: a Saturday made up for the new year"),
        pytest.param("CN", date(2026, 2, 21), False, id="China: a Saturday of the new year"),
        pytest.param("CN", date(2026, 3, 7), False, id="China: any Saturday"),
        pytest.param("DE-BY", date(2026, 1, 6), False, id="Bavaria: Epiphany"),
        pytest.param("DE-BE", date(2026, 1, 6), True, id="Berlin: none"),
        pytest.param("DE", date(2026, 1, 6), True, id="what a part has, the whole has not"),
        pytest.param("GB-SCT", date(2026, 8, 31), True, id="Scotland"),
        pytest.param("GB", date(2026, 8, 31), False, id="Great Britain is read as England"),
        pytest.param("US", date(2028, 12, 31), False, id="the last day of a leap year: a Sunday"),
        pytest.param("US", date(2028, 2, 29), True, id="the leap day: a Tuesday"),
    ],
)
def test_a_working_day_is_one_of_the_country(country: str, day: date, works: bool) -> None:
    assert is_working(country, day) is works


def test_a_country_without_a_calendar_says_nothing() -> None:
    assert is_working("XX", THANKSGIVING) is None


@pytest.mark.parametrize(
    ("name", "known"),
    [("DE", True), ("DE-BY", True), ("GB", True), ("GB-SCT", True), ("US-CA", True), ("XX", False),
     ("DE-XX", False), ("de", False), ("DEU", False), ("Germany", False), ("", False), ("DE-", False)],
)  # fmt: skip
def test_which_countries_there_are(name: str, known: bool) -> None:
    assert known_country(name) is known


# In the rules


def opens(zone: str, country: str | None, after: date, **numbers: object) -> date:
    """The local date of the first opening from midnight of that date on, which lies in November 2026."""
    office = office_of(made(zone=zone, country=country), pinned(**{"calendar": "auto", **numbers}))
    there = ZoneInfo(zone)
    midnight = datetime.combine(after, time(), there).astimezone(UTC)
    return office.next_open(midnight).astimezone(there).date()


@pytest.mark.parametrize(
    ("zone", "country", "day", "numbers"),
    [
        pytest.param("America/New_York", None, 27, {}, id="the zone's"),
        pytest.param("US/Eastern", None, 27, {}, id="the zone's, by a name of old"),
        pytest.param("America/New_York", "DE", 26, {}, id="the interview's before the zone's"),
        pytest.param("Europe/Berlin", "US", 27, {}, id="the interview's"),
        pytest.param("America/New_York", None, 26, {"calendar": "none"}, id="no calendar"),
        pytest.param("Europe/Berlin", "US", 26, {"calendar": "none"}, id="no calendar for anybody"),
        pytest.param("UTC", None, 26, {}, id="no country: the working days that are set"),
        pytest.param("UTC", None, 28, {"working_days": (5,)}, id="other working days"),
        pytest.param("Europe/Berlin", None, 26, {"working_days": (5,)}, id="a country has its own"),
        pytest.param("Europe/Berlin", "XX", 28, {"working_days": (5,)}, id="a country without a calendar"),
        pytest.param("Europe/Berlin", None, 27, {"holidays": (THANKSGIVING,)}, id="a day off beside them"),
        pytest.param("America/New_York", None, 30, {"holidays": (date(2026, 11, 27),)}, id="both"),
    ],
)
def test_whose_days_count(zone: str, country: str | None, day: int, numbers: dict[str, object]) -> None:
    assert opens(zone, country, THANKSGIVING, **numbers) == date(2026, 11, day)


def test_nobody_is_rung_on_thanksgiving() -> None:
    """A promise for the day before: the full working day of waiting is the Friday after it."""
    office = office_of(made(zone="America/New_York"), AUTO)
    opens_at, closes_at = office.window(office.closing(date(2026, 11, 25)))
    assert opens_at == datetime(2026, 11, 30, 14, tzinfo=UTC)
    assert closes_at == datetime(2026, 11, 30, 22, tzinfo=UTC)


def test_the_week_of_riyadh_begins_on_sunday() -> None:
    office = office_of(made(zone="Asia/Riyadh"), AUTO)
    opens_at, closes_at = office.window(office.closing(date(2026, 11, 26)))
    assert opens_at == datetime(2026, 11, 30, 6, tzinfo=UTC)
    assert closes_at == datetime(2026, 11, 30, 14, tzinfo=UTC)
