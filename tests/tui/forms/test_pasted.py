"""What is pasted into the form of a new interview fills in the fields it belongs in."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from store.book import Book
from store.changes.moves import Refused
from tests.tui.forms.forms_host import Host, host, interview, moment, type_in
from tui.forms import add
from tui.forms.done import Done
from tui.forms.form import Form
from tui.forms.known import Known, known
from tui.forms.pasted import Pastes

LETTER = """Hello Jo,

we would like to invite you to an interview for the Data engineer position at Globex
on Tuesday 1 December 2026, 10:00 to 11:00. The call: https://meet.example/abc

Kind regards
Ada Okafor <ada@globex.example>
"""
SIGNATURE = """Ada Okafor
CTO
ada@globex.example
+49 30 5550123
"""
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//y//EN
BEGIN:VEVENT
UID:zqx-1@globex.example
DTSTAMP:20261101T100000Z
DTSTART:20261201T090000Z
DTEND:20261201T094500Z
SUMMARY:Interview at Globex
ORGANIZER;CN=Ada Okafor:mailto:ada@globex.example
ATTENDEE;CN=Jo:mailto:jo@home.example
END:VEVENT
END:VCALENDAR
"""


def test_the_text_of_an_invitation() -> None:
    found = Pastes(moment()).read(LETTER, "company")
    assert found is not None
    assert found.texts["company"] == "Globex"
    assert (found.texts["starts_at"], found.texts["ends_at"]) == ("2026-12-01 10:00", "60 min")
    assert "Ada Okafor <ada@globex.example>" in found.texts["interviewers"]
    assert found.texts["notes"].strip() == LETTER.strip()


@pytest.mark.parametrize("breaks", ["\n", "\r\n", "\r"])
def test_a_calendar_is_that_meeting_also_once_it_is_added(breaks: str) -> None:
    pastes = Pastes(moment())
    found = pastes.read(CALENDAR.replace("\n", breaks), "notes")
    assert found is not None
    assert (found.texts["starts_at"], found.texts["ends_at"]) == ("2026-12-01 10:00", "45 min")
    at = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
    made = pastes.meeting(interview(starts_at=at, ends_at=at))
    assert made.calendar is not None and made.calendar.uid == "zqx-1@globex.example"
    # Moved by hand it is another: a later version of the invitation says nothing of it.
    assert pastes.meeting(interview()).calendar is None
    again = Pastes(moment(), [made]).read(CALENDAR, "company")
    assert again is not None and not again.texts and "on the board already" in again.said


@pytest.mark.parametrize(
    ("name", "into"), [("company", "interviewers"), ("starts_at", "interviewers"), ("contacts", "contacts")]
)
def test_a_signature(name: str, into: str) -> None:
    found = Pastes(moment()).read(SIGNATURE, name)
    assert found is not None
    assert found.texts["company"] == "Globex"
    assert found.texts[into].startswith("Ada Okafor <ada@globex.example>")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("fri 14:00", "starts_at"), ("Globex\n", "company"), ("Ada <ada@globex.example>", "interviewers"),
        ("streams\nrota", "topics"), (SIGNATURE, "notes"), ("a\nb\nc", "company"), ("", "company"),
        ("BEGIN:VCALENDAR\nnonsense", "company"), ("\x00\n\x00", "notes"),
    ],
)  # fmt: skip
def test_what_is_meant_for_its_field_is_left_to_it(text: str, name: str) -> None:
    assert Pastes(moment()).read(text, name) is None


@pytest.mark.parametrize("name", ["company", "starts_at", "role"])
def test_a_letter_without_a_time_fills_in_what_it_says(name: str) -> None:
    found = Pastes(moment()).read(
        "Hello Jo,\nlet us talk soon!\nBest,\nAda Okafor\nada@globex.example\n", name
    )
    assert found is not None and "No time" in found.said
    assert found.texts["company"] == "Globex" and "Ada Okafor" in found.texts["contacts"]
    assert "starts_at" not in found.texts


async def test_pasted_said_and_taken_back_on_the_screen() -> None:
    from textual import events

    app: Host = host(add.sheet(moment(), known([interview()])))
    async with app.run_test(size=(90, 30)) as pilot:
        form: Form[object] = app.form
        await pilot.press("tab")
        form.post_message(events.Paste(LETTER))
        await pilot.pause()
        assert dict(form.texts)["company"] == "Globex" and not form.entries.folded
        assert form.notice.startswith("Taken from the text of an invitation: company, starts,")
        assert form.notice.endswith("ctrl+z takes it back.")
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert not any(dict(form.texts)[name] for name in ("company", "notes"))
        assert form.current == "starts_at"
        # A text of the user's own is added to.
        await pilot.press("tab")
        await type_in(pilot, "Zoe Zqx")
        await pilot.press("enter")
        form.post_message(events.Paste(SIGNATURE))
        await pilot.pause()
        assert form.texts["interviewers"].startswith("Zoe Zqx\nAda Okafor\n")
        assert dict(form.texts)["company"] == "Globex"


def test_a_form_without_interviews_knows_nothing() -> None:
    assert Pastes(moment(), Known().interviews).meeting(interview()) == interview()


def test_a_meeting_that_came_onto_the_board_meanwhile_is_not_written_over() -> None:
    there = interview(id="cal-1", notes="what was noted")
    done = Done(words="added Globex", added=interview(id="cal-1"))
    with pytest.raises(Refused, match="meanwhile"):
        done.change(Book({"cal-1": there}))
    assert done.change(Book({})).interviews == {"cal-1": done.added}
