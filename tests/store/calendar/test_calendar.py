"""Invitations as the common programs write them, read whole; and what is refused."""

import subprocess
import sys
import time
import warnings
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.calendar import (
    Answers,
    Guest,
    NeedsAnswer,
    Unreadable,
    interview_id,
    read_calendar,
)
from store.mail import read_mail
from tests.store.calendar.calendar_files import (
    FILES,
    HOME,
    NOW,
    USUAL,
    WHEN,
    calendar,
    event,
    read,
    read_file,
    read_lines,
)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type, misc]


def test_google_panel() -> None:
    invitation = read_file("google-panel.ics", me="candidate@mail.example")
    assert (invitation.starts_at, invitation.ends_at) == (utc(2026, 11, 24, 13), utc(2026, 11, 24, 14, 30))
    assert (invitation.zone, invitation.company, invitation.role) == ("Europe/Berlin", "Northwind", "")
    assert (invitation.sequence, invitation.cancelled) == (0, False)
    assert invitation.people == (
        Guest("Talia Berg", "talia.berg@northwind.example"),
        Guest("Marta Lindqvist", "marta.lindqvist@northwind.example"),
        Guest("Deniz Aydın", "deniz@northwind.example"),
    )
    assert (invitation.mode, invitation.link) == ("video", "https://meet.google.com/abc-defg-hij")
    assert invitation.location == "Northwind, Köpenicker Str. 3, 10179 Berlin"
    assert invitation.notes.startswith("Northwind: Panel interview (Senior Data Engineer)\n\nHi, here are")
    (things,) = invitation.said
    assert "Room Spree (8) (a resource)" in things


def test_google_moves_and_cancels_the_same_interview() -> None:
    first, moved, off = (read_file(f"google-panel{end}.ics") for end in ("", "-moved", "-cancelled"))
    assert {interview_id(one.uid) for one in (first, moved, off)} == {interview_id(first.uid)}
    assert [one.sequence for one in (first, moved, off)] == [0, 1, 2]
    assert [one.cancelled for one in (first, moved, off)] == [False, False, True]
    assert moved.starts_at == utc(2026, 11, 26, 8)


def test_outlook_with_a_windows_zone() -> None:
    invitation = read_file("outlook-windows-zone.ics")
    assert (invitation.starts_at, invitation.zone) == (utc(2026, 11, 23, 18), "America/Los_Angeles")
    assert [guest.name for guest in invitation.people] == ["Priya Raman", "Tom O'Neil"]
    assert invitation.people[0].email == "priya.raman@contoso.example"
    # The percent sign of the link survives, which a reader of escapes easily loses.
    assert invitation.link == "https://teams.microsoft.example/l/meetup-join/19%3ameeting"
    assert "____" not in invitation.notes


def test_outlook_without_the_definition_of_its_zone() -> None:
    invitation = read_file("outlook-no-vtimezone.ics")
    assert (invitation.starts_at, invitation.zone) == (utc(2026, 12, 2, 13), "Europe/Berlin")
    assert [guest.name for guest in invitation.people] == ["Weber, Anja", "Kofi Mensah (Extern)"]
    assert (invitation.mode, invitation.location) == ("onsite", "Hauptstr. 1, Haus B")
    assert invitation.notes == "Vorstellungsgespräch\n\nBitte melden Sie sich am Empfang."


def test_apple_in_utc_is_in_the_users_zone_and_says_so() -> None:
    invitation = read_file("apple-utc.ics")
    assert (invitation.starts_at, invitation.zone) == (utc(2026, 11, 20, 16), HOME)
    assert "UTC" in invitation.zone_said[0] and HOME in invitation.zone_said[0]
    assert invitation.people == (Guest("Sam Whitfield", "sam@initech.example"),)
    assert invitation.mode == "phone"
    assert "+1 415 555 2671" in invitation.notes


def test_an_unknown_zone_name_is_asked_for_and_then_used() -> None:
    with pytest.raises(NeedsAnswer, match=r"--zone.*America/New_York"):
        read_file("naive-custom-zone.ics")
    invitation = read_file("naive-custom-zone.ics", zone="America/Chicago")
    assert (invitation.starts_at, invitation.zone) == (utc(2026, 11, 25, 15, 30), "America/Chicago")
    assert (invitation.people, [guest.name for guest in invitation.contacts]) == ((), ["HR Fabrikam"])


def test_a_description_in_html_becomes_text_with_its_link() -> None:
    invitation = read_file("google-html-description.ics")
    assert invitation.link == "https://video.globex.example/room/7?a=1&b=2"
    assert 'Bring a "portfolio".' in invitation.notes
    assert "<" not in invitation.notes.partition("\n")[2]
    assert "~" not in invitation.notes


def test_broken_parts_beside_the_event_do_not_matter() -> None:
    invitation = read_file("duplicate-tzid.ics")
    assert (invitation.starts_at, invitation.ends_at) == (utc(2026, 12, 1, 10), utc(2026, 12, 1, 10, 45))
    assert invitation.company == "Northwind"


def test_a_globally_unique_zone_name() -> None:
    invitation = read_file("evolution-global-zone.ics")
    assert (invitation.starts_at, invitation.zone) == (utc(2026, 12, 1, 13), "America/Argentina/Buenos_Aires")


def test_of_a_series_the_next_date_is_read_and_the_others_are_named() -> None:
    invitation = read_file("moved-occurrence.ics", zone="Europe/Oslo")
    assert (invitation.starts_at, invitation.sequence) == (utc(2026, 12, 1, 10), 4)
    assert [one.starts_at.day for one in invitation.dates] == [1, 9, 15]
    (words,) = (one for one in invitation.said if "repeats" in one)
    assert "2026-12-01 is taken, and not 2026-12-09 or 2026-12-15" in words


def test_of_two_versions_the_newer_is_read() -> None:
    older, newer = (event(*USUAL[:-1], f"SUMMARY:v{n}", f"SEQUENCE:{n}") for n in (1, 2))
    assert read(calendar(newer, older)).notes == "v2"


def test_an_invitation_inside_a_mail() -> None:
    (part,) = read_mail((FILES / "outlook-mail.eml").read_bytes()).calendars
    assert read(part) == read_file("outlook-no-vtimezone.ics")


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "not a calendar"),
        (b'{"format": "ringback"}', "not a calendar"),
        (calendar(), "no event"),
        (calendar(event(*USUAL), method="REPLY"), "METHOD:REPLY"),
        (calendar(event(*USUAL), method="COUNTER"), "METHOD:COUNTER"),
        (calendar(event(*USUAL, "UID:two")), "more than one UID"),
        (calendar(event(*USUAL))[:-40], "part of it is missing"),
        (calendar(event(*USUAL)).decode().encode("utf-16"), "UTF-8"),
        (calendar(event(*USUAL, "LOCATION:Köln")).decode().encode("latin-1"), "see its LOCATION"),
        (b"BEGIN:VCALENDAR\n" + b"x" * 64 * 2**20, "64 MiB"),
    ],
)
def test_what_cannot_be_imported_says_why(raw: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        read(raw)


def test_cancelled_by_method_or_by_status() -> None:
    assert read(calendar(event(*USUAL), method="CANCEL")).cancelled
    assert read_lines(*USUAL, "STATUS:CANCELLED").cancelled
    assert not read_lines(*USUAL, "STATUS:CONFIRMED").cancelled


def test_nothing_is_asked_for_a_cancellation() -> None:
    floating = event("DTSTART:20261201T100000", "ORGANIZER:mailto:x@gmail.com", "SEQUENCE:7")
    timeless = event("DTSTAMP:20261201T100000Z", "SEQUENCE:7")
    for one in (floating, timeless):
        invitation = read(calendar(one, method="CANCEL"))
        assert (invitation.cancelled, invitation.sequence, invitation.said) == (True, 7, ())


@pytest.mark.parametrize(
    ("written", "sequence"), [("3", 3), ("", 0), ("-1", 0), ("x", 0), ("9" * 6000, 2**31 - 1)]
)
def test_sequence(written: str, sequence: int) -> None:
    assert read_lines(*USUAL, f"SEQUENCE:{written}").sequence == sequence


def test_all_questions_come_at_once() -> None:
    with pytest.raises(NeedsAnswer, match=r"--zone.*--me.*--company"):
        read_lines("DTSTART:20261201T100000", "ORGANIZER:mailto:a@gmail.com", "ATTENDEE:mailto:b@gmail.com")


def test_ids_are_stable_and_differ() -> None:
    assert interview_id("one@example") == "ics-53dd32ab4c58"
    assert interview_id(" one@example ") == interview_id("one@example") != interview_id("two@example")


def test_company_and_role_are_taken_as_given() -> None:
    answers = Answers(HOME, company="Acme & Co", role="Clerk")
    (invitation,) = read_calendar(calendar(event(*USUAL)), answers, NOW).meetings
    assert (invitation.company, invitation.role) == ("Acme & Co", "Clerk")


def test_importing_the_package_does_not_load_the_calendar_library() -> None:
    code = "import sys, store.calendar; sys.exit('icalendar' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=FILES.parents[2], check=False).returncode == 0


EVERYTHING = Answers(HOME, ("me@home.example",), zone=HOME, company="X")


def shipped() -> list[Path]:
    import icalendar

    return sorted((Path(icalendar.__file__).parent / "tests").rglob("*.ics"))


@pytest.mark.parametrize("told", [False, True], ids=["bare", "everything told"])
def test_every_sample_of_the_calendar_library_is_read_or_refused(told: bool) -> None:
    samples = shipped()
    if not samples:
        pytest.skip("this icalendar ships no sample calendars")
    good = 0
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for sample in samples:
            raw = sample.read_bytes()
            try:
                read_calendar(raw, EVERYTHING if told else Answers(HOME), NOW)
                good += 1
            except (Unreadable, NeedsAnswer) as reason:
                assert str(reason).endswith(".") and "\n" not in str(reason), sample.name
                assert "cannot be read (" not in str(reason), sample.name
    assert good >= (30 if told else 0)


def instants_by_the_library(raw: bytes) -> dict[str, set[datetime]]:
    """When each meeting begins by the calendar library's own reading, by UID."""
    import icalendar

    found: dict[str, set[datetime]] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for whole in icalendar.Calendar.from_ical(raw, multiple=True):
            for one in whole.walk("VEVENT"):
                start = getattr(one.get("DTSTART"), "dt", None)
                if isinstance(start, datetime) and start.tzinfo is not None:
                    found.setdefault(str(one.get("UID", "")), set()).add(start.astimezone(UTC))
    return found


def test_no_sample_begins_at_another_instant_than_the_library_says() -> None:
    compared = 0
    for sample in shipped():
        raw = sample.read_bytes()
        with suppress(Unreadable, ValueError, KeyError):
            read = read_calendar(raw, EVERYTHING, datetime(1990, 1, 1, tzinfo=UTC)).meetings
            right = instants_by_the_library(raw)
            for one in read:
                begins = {one.starts_at, *(each.starts_at for each in one.dates)}
                if not one.cancelled and one.uid in right:
                    assert begins & right[one.uid], (sample.name, one.uid)
                    compared += 1
    assert compared >= 40 or not shipped()


HOSTILE = {
    "events in events": calendar(*["BEGIN:VEVENT"] * 10_000),
    "alarms in alarms": calendar(event(*USUAL, *["BEGIN:VALARM"] * 10_000)),
    "calendars in calendars": b"BEGIN:VCALENDAR\r\n" * 10_000,
    "ends of nothing": calendar(*["BEGIN:X"] * 10_000, *["END:Y"] * 10_000),
    "a long text": calendar(event(*USUAL, "DESCRIPTION:" + "a b " * 250_000)),
    "a long guest": calendar(event(*USUAL, f"ATTENDEE;CN={'x' * 10**6}:mailto:a@b.example")),
    "a long rule": calendar(event(*USUAL, "RRULE:" + "A=1;" * 250_000)),
    "many exceptions": calendar(event(*USUAL, "RRULE:FREQ=DAILY", "EXDATE:" + "20261201T100000Z," * 60_000)),
    "many guests": calendar(event(*USUAL, *["ATTENDEE;CN=K:mailto:k@northwind.example"] * 10_000)),
    "many guests without sense": calendar(event(*USUAL, *["ATTENDEE;CN"] * 20_000)),
    "no end, from long ago": calendar(
        event("DTSTART;TZID=Europe/Berlin:19700101T100000", *USUAL[:2], "RRULE:FREQ=DAILY")
    ),
    "a date that never comes": calendar(event(*USUAL, "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")),
    "every second": calendar(event(*USUAL, "RRULE:FREQ=SECONDLY")),
    "many rules": calendar(event(*USUAL, *["RRULE:FREQ=DAILY;COUNT=9999"] * 1_000)),
    "many versions": calendar(*[event(*USUAL, f"SEQUENCE:{number}") for number in range(2_000)]),
    "a long zone": calendar(event(f"DTSTART;TZID={'x' * 40_000}:20261201T100000", *USUAL[:2])),
    "numbers": calendar(event(*USUAL, "DESCRIPTION:call " + "+(1" * 16_000)),
    "words": calendar(event(*USUAL, "SUMMARY:" + "Interview with " * 3_000)),
    "links": calendar(event(*USUAL, "DESCRIPTION:" + "join https://x.example/join " * 1_700)),
    "bytes": bytes(range(256)) * 400,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_take_no_long_time(name: str) -> None:
    read(calendar(event(*USUAL)))  # what is loaded on use is loaded
    began = time.process_time()
    try:
        read_calendar(HOSTILE[name], Answers(HOME), NOW)
    except (Unreadable, NeedsAnswer) as reason:
        assert "cannot be read (" not in str(reason) and len(str(reason)) < 400
    # Several times what it takes: the machine may be slow.
    assert time.process_time() - began < 1


@given(
    st.lists(
        st.sampled_from(
            [
                *USUAL,
                *WHEN,
                "BEGIN:VEVENT",
                "END:VEVENT",
                "END:VCALENDAR",
                "BEGIN:VALARM",
                "RRULE:",
                "DTSTART",
            ]
        )
        | st.builds(
            "{}{}:{}".format,
            st.sampled_from(
                ["ATTENDEE", "ORGANIZER", "DTSTART", "DTEND", "DURATION", "LOCATION", "DESCRIPTION"]
            ),
            st.sampled_from(
                ["", ";CN=x", ";CN=", ';TZID="', ";TZID=a,b", ";CUTYPE=ROOM", ";EMAIL=a@b.c", ";"]
            ),
            st.text(max_size=20),
        )
    )
)
@settings(max_examples=100, deadline=None)
def test_whatever_the_lines_there_is_an_invitation_or_a_sentence(lines: list[str]) -> None:
    try:
        invitation = read(calendar(event(*lines)))
    except (Unreadable, NeedsAnswer) as reason:
        assert "cannot be read (" not in str(reason)
    else:
        assert invitation.starts_at <= invitation.ends_at
        assert invitation.company.strip()
