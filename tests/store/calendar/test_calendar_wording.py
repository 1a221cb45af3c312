"""What the texts of an invitation tell: the link, how one meets, the notes."""

import time

import pytest

from store.calendar import Invitation
from tests.store.calendar.calendar_files import GUEST, ORGANISER, WHEN, read_lines


def told(*lines: str) -> Invitation:
    return read_lines(ORGANISER, GUEST, *WHEN, *lines)


PLACE = "LOCATION:Main Street 1"
IDA = {"Ida Holm": "+49 30 5550123"}


@pytest.mark.parametrize(
    ("text", "phones"),
    [
        ("Please call me at +49 30 5550123", IDA),
        ("Phone: +49\u00a030\u202f5550123", IDA),
        ("Tel. +49 30 5550123\\nFax: 1", IDA),
        ("dial +49 30 5550123", IDA),
        ("Call Bo on +49 30 5550123", {"Bo Berg": "+49 30 5550123"}),
        ("Bo Berg\\nEngineer\\n+49 30 5550123", IDA),
        ("Bo Berg\\nMobile +49 30 5550123", {"Bo Berg": "+49 30 5550123"}),
        ("I will call you on +49 30 5550123", {}),
        ("We ring you: your mobile +49 30 5550123", {}),
        ("We will call you on your mobile. Questions? Phone +49 30 5550123", IDA),
        ("Dial-in: +49 30 5550123, PIN 1234#", {}),
        ("Conference ID 77\\n+49 30 5550123", {}),
        ("Reference 20261201 1400", {}),
        ("Call on 2026-12-01, 10:00", {}),
        ("https://zoom.us/j/81234567890?call=+49305550123", {}),
        ("Call +49 30 5550123 or +49 30 5550999", IDA),
    ],
)
def test_a_number_that_is_somebodys_is_theirs(text: str, phones: dict[str, str]) -> None:
    bo = "ATTENDEE;CN=Bo Berg:mailto:bo@northwind.example"
    one = told(bo, f"DESCRIPTION:{text}")
    assert {guest.name: guest.phone for guest in one.people if guest.phone} == phones
    assert one.contacts == ()


def test_a_number_goes_to_the_office_that_organises() -> None:
    office = "ORGANIZER;CN=Northwind Recruiting:mailto:hr@northwind.example"
    one = read_lines(office, GUEST, *WHEN, "DESCRIPTION:Call us on +49 30 5550123", me="jo@home.example")
    assert [(guest.name, guest.phone) for guest in one.contacts] == [
        ("Northwind Recruiting", "+49 30 5550123")
    ]


def test_a_number_of_nobody_known_makes_a_contact() -> None:
    machine = "ORGANIZER;CN=Northwind:mailto:no-reply@northwind.example"
    one = read_lines(machine, GUEST, *WHEN, "DESCRIPTION:Call us on +49 30 5550123", me="jo@home.example")
    assert [(guest.name, guest.phone) for guest in one.contacts] == [("+49 30 5550123", "+49 30 5550123")]
    assert one.people == ()


@pytest.mark.parametrize(
    ("lines", "link"),
    [
        (
            ["X-GOOGLE-CONFERENCE:https://meet.example/a", "DESCRIPTION:https://zoom.example/b"],
            "https://meet.example/a",
        ),
        (
            ["X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.example/l/19%3A%2Cx"],
            "https://teams.example/l/19%3A%2Cx",
        ),
        (["CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://call.example/1"], "https://call.example/1"),
        (["CONFERENCE;VALUE=URI:tel:+49-30-1", "DESCRIPTION:hi"], ""),
        (["LOCATION:https://us02web.zoom.us/j/123?pwd=a.1"], "https://us02web.zoom.us/j/123?pwd=a.1"),
        (["DESCRIPTION:Join Zoom Meeting\\nhttps://rooms.example/123."], "https://rooms.example/123"),
        (["DESCRIPTION:Join (https://rooms.example/123)"], "https://rooms.example/123"),
        (["DESCRIPTION:Join <https://rooms.example/123>\\, please"], "https://rooms.example/123"),
        (
            ["DESCRIPTION:About us https://northwind.example\\nZoom: https://z.example/j/1"],
            "https://z.example/j/1",
        ),
        (["DESCRIPTION:https://calendly.com/cancellations/1\\nhttps://calendly.com/reschedulings/1"], ""),
        (["DESCRIPTION:Here: https://northwind.example/r/1"], ""),
        ([PLACE, "DESCRIPTION:Join: https://rooms.example/1"], "https://rooms.example/1"),
        ([PLACE, "DESCRIPTION:Looking forward to meeting you. Map: https://northwind.example/way"], ""),
        (["DESCRIPTION:javascript:alert(1) file:///etc/passwd"], ""),
        (["DESCRIPTION:About us: https://northwind.example/careers"], ""),
        (["DESCRIPTION:Join our team: https://northwind.example/careers"], ""),
        (["DESCRIPTION:Read https://northwind.example/blog/video-interviews"], ""),
        (["DESCRIPTION:Our page: https://www.zoom.us\\nhttps://support.zoom.us/hc/1"], ""),
        (
            ["DESCRIPTION:https://teams.microsoft.com/l/meetup-join/1"],
            "https://teams.microsoft.com/l/meetup-join/1",
        ),
        (["DESCRIPTION:https://meet.jit.si/northwind"], "https://meet.jit.si/northwind"),
        (["DESCRIPTION:https://northwind.whereby.com/ida"], "https://northwind.whereby.com/ida"),
        (["DESCRIPTION:https://chime.aws/123"], "https://chime.aws/123"),
        (["DESCRIPTION:https://meetings.ringcentral.com/j/1"], "https://meetings.ringcentral.com/j/1"),
        (["DESCRIPTION:https://meet.goto.com/1"], "https://meet.goto.com/1"),
        (["DESCRIPTION:https://zoom.northwind.example/j/1"], "https://zoom.northwind.example/j/1"),
        (["DESCRIPTION:https://notzoom.us/j/1 https://zoom.us.evil.example/j/1"], ""),
        (["DESCRIPTION:https://meet.northwind.example/careers/we"], ""),
        (["URL:https://whereby.com/northwind"], "https://whereby.com/northwind"),
        (["URL:https://northwind.example/event/7"], "https://northwind.example/event/7"),
        (["URL:https://northwind.example/jobs/7"], ""),
        (["URL:https://northwind.example/event/7", PLACE], ""),
        (["LOCATION:https://rooms.example/1"], "https://rooms.example/1"),
        (
            ["DESCRIPTION:https://northwind.example/j/1\\nhttps://us02web.zoom.us/j/1"],
            "https://us02web.zoom.us/j/1",
        ),
        (["X-ALT-DESC;FMTTYPE=text/html:<p><a href='https://zoom.us/j/1'>x</a></p>"], "https://zoom.us/j/1"),
    ],
)
def test_link(lines: list[str], link: str) -> None:
    invitation = told(*lines)
    assert invitation.link == link
    assert invitation.mode == "video" or not link


def test_a_location_that_is_the_link_is_not_kept_twice() -> None:
    assert told("LOCATION:https://zoom.example/j/1").location == ""


@pytest.mark.parametrize(
    ("lines", "mode"),
    [
        ([PLACE], "onsite"),
        ([PLACE, "DESCRIPTION:Ring +49 30 1234567 at the door"], "onsite"),
        (["LOCATION:Microsoft Teams Meeting"], "video"),
        (["LOCATION:Phone"], "phone"),
        (["LOCATION:+49 30 1234567"], "phone"),
        (["DESCRIPTION:We ring you on 030 1234567"], "phone"),
        (["DESCRIPTION:Tel:+49-30-1234567"], "phone"),
        (["DESCRIPTION:Call (415) 555-2671"], "phone"),
        (["SUMMARY:Call +1 415 555 2671"], "phone"),
        (["DESCRIPTION:Reference 20261124 1400"], "other"),
        (["DESCRIPTION:A call on 2026-11-24\\, 10:00-11:30"], "other"),
        (["DESCRIPTION:A call on 24.11.2026 at 14:00"], "other"),
        (["SUMMARY:Talk"], "other"),
        (["DESCRIPTION:Ida will call you on your mobile. https://northwind.example/careers"], "phone"),
        (["DESCRIPTION:We'll call you."], "phone"),
        (["SUMMARY:Phone screen"], "phone"),
        (["SUMMARY:Telefoninterview"], "phone"),
        (["DESCRIPTION:Ich rufe Sie an."], "phone"),
        (["SUMMARY:Entretien téléphonique"], "phone"),
        (["LOCATION:Ida will call you"], "phone"),
        (["LOCATION:TBD"], "other"),
        (["LOCATION:TBD", "DESCRIPTION:We will call you."], "phone"),
        (["LOCATION:Online"], "video"),
        (["SUMMARY:What to call things"], "other"),
        ([], "other"),
    ],
)
def test_mode(lines: list[str], mode: str) -> None:
    assert told(*lines).mode == mode


def test_notes_begin_with_the_summary_on_one_line() -> None:
    notes = told(
        "SUMMARY:First\\n round\\, Köln", "DESCRIPTION:One\\r\\nTwo\\n\\n\\n\\n______\\nThree\\tx"
    ).notes
    assert notes.startswith("First round, Köln\n\nOne")
    assert "\n\n\n" not in notes and "___" not in notes and "Three" in notes


def test_what_nobody_sees_of_markup_is_no_note() -> None:
    text = told("X-ALT-DESC;FMTTYPE=text/html:<style>p {color: red}</style><p>One<br>Two</p>\\nThree").notes
    assert text == "One\nTwo\n\nThree"


def test_a_character_folded_in_the_middle_is_whole_again() -> None:
    assert told("SUMMARY:K\u00f6ln").notes == "Köln"
    from tests.store.calendar.calendar_files import calendar, event, read

    raw = calendar(event(ORGANISER, GUEST, *WHEN, "SUMMARY:Köln")).replace(b"\xc3\xb6", b"\xc3\r\n \xb6")
    assert read(raw).notes == "Köln"


@pytest.mark.parametrize("separator", [b"\n", b"\r"])
def test_other_line_ends(separator: bytes) -> None:
    from tests.store.calendar.calendar_files import calendar, event, read

    raw = calendar(event(ORGANISER, GUEST, *WHEN, "SUMMARY:Talk")).replace(b"\r\n", separator)
    assert read(raw).notes == "Talk"


def test_long_texts_are_cut_and_that_is_said() -> None:
    invitation = told("SUMMARY:Talk", "DESCRIPTION:" + "word " * 10_000, "LOCATION:" + "x" * 30_000)
    assert len(invitation.notes) <= 20_000 and len(invitation.location) <= 20_000
    assert "20,000" in " ".join(invitation.said)


@pytest.mark.parametrize("piece", ["<a ", "http://", "<a href='", "( 1", "\\n-----", "https://x.example/a "])
def test_hostile_texts_take_no_long_time(piece: str) -> None:
    began = time.process_time()
    told("SUMMARY:Talk", "DESCRIPTION:<br>" + piece * (2**20 // len(piece)))
    assert time.process_time() - began < 3
