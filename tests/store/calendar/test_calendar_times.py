"""When an invitation says the interview is, and in which zone."""

from datetime import UTC, datetime, timedelta

import pytest

from store.calendar import Invitation, NeedsAnswer, Unreadable
from tests.store.calendar.calendar_files import GUEST, HOME, ORGANISER, read_lines


def at(*lines: str, zone: str | None = None) -> Invitation:
    return read_lines(ORGANISER, GUEST, *lines, me="jo@home.example", zone=zone)


@pytest.mark.parametrize(
    ("start", "instant", "zone"),
    [
        ("DTSTART;TZID=Asia/Tokyo:20261201T100000", "2026-12-01T01:00", "Asia/Tokyo"),
        ("DTSTART;TZID=asia/tokyo:20261201T100000", "2026-12-01T01:00", "Asia/Tokyo"),
        ('DTSTART;TZID="Asia/Tokyo":20261201T100000', "2026-12-01T01:00", "Asia/Tokyo"),
        ("DTSTART;VALUE=DATE-TIME;TZID=Asia/Tokyo:20261201T100000", "2026-12-01T01:00", "Asia/Tokyo"),
        ("DTSTART;TZID=Tokyo Standard Time:20261201T100000", "2026-12-01T01:00", "Asia/Tokyo"),
        ("DTSTART;TZID=GMT Standard Time:20260701T100000", "2026-07-01T09:00", "Europe/London"),
        ("DTSTART;TZID=India Standard Time:20261201T100000", "2026-12-01T04:30", "Asia/Calcutta"),
        ("DTSTART:20261201T100000Z", "2026-12-01T10:00", HOME),
        ("DTSTART;TZID=UTC:20261201T100000", "2026-12-01T10:00", HOME),
        ("DTSTART;TZID=Etc/UTC:20261201T100000Z", "2026-12-01T10:00", HOME),
    ],
)
def test_known_zones(start: str, instant: str, zone: str) -> None:
    invitation = at(start)
    assert invitation.starts_at == datetime.fromisoformat(instant).replace(tzinfo=UTC)
    assert invitation.starts_at.tzinfo is UTC
    assert invitation.zone == zone
    assert any("UTC" in sentence for sentence in invitation.zone_said) is (zone == HOME)


@pytest.mark.parametrize(
    ("tzid", "guess"),
    [
        ('"(UTC-05:00) Eastern Time (US & Canada)"', "America/New_York"),
        ('"(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien"', "Europe/Amsterdam"),
        ("Pacific Daylight Time", "America/Los_Angeles"),
        ("custom Europe/Oslo", "Europe/Oslo"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("Customized Time Zone", ""),
        ("tzone://Microsoft/Custom", ""),
        ("Mitteleuropäische Zeit", ""),
        ("GMT+0100", ""),
        ("../../etc/passwd", ""),
        ("America", ""),
        ("localtime", ""),
        ("a,b", ""),
    ],
)
def test_other_names_are_asked_for_never_guessed(tzid: str, guess: str) -> None:
    start = f"DTSTART;TZID={tzid}:20261201T100000"
    with pytest.raises(NeedsAnswer, match="--zone") as asked:
        at(start)
    assert guess in str(asked.value)
    assert ("perhaps" in str(asked.value)) is bool(guess)
    assert at(start, zone="Asia/Tokyo").starts_at == datetime(2026, 12, 1, 1, tzinfo=UTC)
    assert at(start, zone="Asia/Tokyo").zone == "Asia/Tokyo"


def test_a_floating_time_is_asked_for() -> None:
    with pytest.raises(NeedsAnswer, match=r"2026-12-01 10:00 without a time zone.*--zone"):
        at("DTSTART:20261201T100000")
    invitation = at("DTSTART:20261201T100000", "DTEND:20261201T113000", zone="Asia/Tokyo")
    assert (invitation.starts_at.hour, invitation.ends_at.hour, invitation.zone) == (1, 2, "Asia/Tokyo")
    assert invitation.said == ()


def test_a_zone_given_for_a_time_in_utc_is_the_interviews_zone_only() -> None:
    invitation = at("DTSTART:20261201T100000Z", "DTEND:20261201T110000Z", zone="Asia/Tokyo")
    assert (invitation.starts_at.hour, invitation.zone, invitation.said) == (10, "Asia/Tokyo", ())


def test_the_files_zone_gives_the_time_and_the_one_given_the_office_hours_which_is_said() -> None:
    invitation = at("DTSTART;TZID=Asia/Tokyo:20261201T100000", "DURATION:PT1H", zone=HOME)
    assert (invitation.starts_at.hour, invitation.zone) == (1, HOME)
    assert len(invitation.said) == 1 and HOME in invitation.said[0] and "Asia/Tokyo" in invitation.said[0]


def test_a_zone_given_must_exist() -> None:
    with pytest.raises(Unreadable, match="Mars"):
        at("DTSTART:20261201T100000", zone="Mars/Olympus")


@pytest.mark.parametrize(
    ("end", "minutes"),
    [
        ("DTEND;TZID=Asia/Tokyo:20261201T103000", 30),
        ("DTEND;TZID=Asia/Seoul:20261201T104500", 45),
        ("DTEND:20261201T020000Z", 60),
        ("DTEND:20261201T111500", 75),
        ("DURATION:PT1H30M", 90),
        ("DURATION:P1D", 1440),
        ("DTEND;TZID=Asia/Tokyo:20261201T100000", 0),
    ],
)
def test_ends(end: str, minutes: int) -> None:
    invitation = at("DTSTART;TZID=Asia/Tokyo:20261201T100000", end)
    assert invitation.ends_at - invitation.starts_at == timedelta(minutes=minutes)
    assert invitation.said == ()


def test_without_an_end_it_lasts_an_hour_and_says_so() -> None:
    invitation = at("DTSTART;TZID=Asia/Tokyo:20261201T100000")
    assert invitation.ends_at - invitation.starts_at == timedelta(hours=1)
    assert "60 minutes" in " ".join(invitation.said)


def test_an_end_in_another_unknown_zone_is_asked_for() -> None:
    with pytest.raises(NeedsAnswer, match="--zone"):
        at("DTSTART;TZID=Asia/Tokyo:20261201T100000", "DTEND;TZID=Nowhere:20261201T110000")


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ((), "DTSTART"),
        (("DTSTART:tomorrow",), "DTSTART"),
        (("DTSTART:20261301T100000Z",), "DTSTART"),
        (("DTSTART:00010101T000000Z",), "DTSTART"),
        (("DTSTART:PT1H",), "DTSTART"),
        (("DTSTART;TZID=\x00",), "DTSTART"),
        (("DTSTART:20261201T100000Z", "DTSTART:20261202T100000Z"), "more than one DTSTART"),
        (("DTSTART:20261201T100000Z", "DTEND:20261201T090000Z"), "ends before"),
        (("DTSTART:20261201T100000Z", "DURATION:-PT1H"), "ends before"),
        (("DTSTART:20261201T100000Z", "DURATION:an hour"), "DURATION"),
        (("DTSTART:20261201T100000Z", "DURATION:P99999999999W"), "DURATION"),
        (("DTSTART:20261201T100000Z", "DURATION:P99999W"), "DURATION"),
        (("DTSTART:20261201T100000Z", "DTEND;VALUE=DATE:20261202"), "do not fit together"),
    ],
)
def test_times_that_cannot_be_read(lines: tuple[str, ...], says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        at(*lines)


def test_a_whole_day_is_floating_and_lasts_the_day_there() -> None:
    with pytest.raises(NeedsAnswer, match=r"gives 2026-10-25 without"):
        at("DTSTART;VALUE=DATE:20261025")
    for end in ((), ("DTEND;VALUE=DATE:20261026",)):
        invitation = at("DTSTART;VALUE=DATE:20261025", *end, zone="Europe/Berlin")
        # 25 hours: the clocks go back that night.
        assert invitation.ends_at - invitation.starts_at == timedelta(hours=25)
        assert "day" in " ".join(invitation.said)


@pytest.mark.parametrize(
    ("wall", "instant", "word"),
    [
        ("20260329T023000", "2026-03-29T01:30", "skip 02:30"),
        ("20261025T023000", "2026-10-25T00:30", "twice"),
    ],
)
def test_the_nights_the_clocks_change(wall: str, instant: str, word: str) -> None:
    invitation = at(f"DTSTART;TZID=Europe/Berlin:{wall}", "DURATION:PT1H")
    assert invitation.starts_at == datetime.fromisoformat(instant).replace(tzinfo=UTC)
    assert word in " ".join(invitation.said)
