"""What the texts of an invitation tell: the link, how one meets, the notes."""

import time

import pytest

from store.calendar import Invitation
from tests.store.calendar.calendar_files import GUEST, ORGANISER, WHEN, read_lines


def told(*lines: str) -> Invitation:
    return read_lines(ORGANISER, GUEST, *WHEN, *lines)


PLACE = "LOCATION:Main Street 1"


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
