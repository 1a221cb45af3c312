"""The board takes in a path or a paste: it says what that is, asks what is missing, and does one step."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from store.database.left_behind import forms_left
from store.interview import Interview
from tests.making import at
from tests.store.mail.mails import CALENDAR, mail, multipart, part
from tests.tui.board_app import User, at_the_board, interviews
from tui.forms.confirm import Confirm
from tui.forms.form import Form

CASES = Path(__file__).parents[2] / "store/calendar/cases"
SIGNATURE = "Zoe Quell\nStaff engineer\nContoso\nTel.: +49 30 5550123\nzoe@contoso.example"
CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Zoe Quell\nEMAIL:zoe@contoso.example\nEND:VCARD"
LETTER = """Hi Jo,

we would like to invite you to an interview for the Data engineer position on Tuesday, December 1,
10:00–11:15 with Zoe Quell <zoe@umbra.example>.
Join here: https://zoom.us/j/123456

Please confirm by Friday 5pm.

Best regards,
Rita Vale
"""
TABLE = "company;role;starts_at\nUmbra;SRE;2026-12-01 14:00\nTyrell;ML;2026-12-02 9:30\n"


async def opened(user: User) -> None:
    await user.press("board.take_in")
    await user.until(lambda: isinstance(user.app.screen, Form))
    await user.settle()


async def taking(user: User, text: str) -> None:
    """Paste it, and have it taken in."""
    await opened(user)
    await user.paste(text)
    await user.key("ctrl+d")
    await user.settle()


def new(user: User) -> list[Interview]:
    known = {one.id for one in interviews()}
    return [one for key, one in user.service.book.interviews.items() if key not in known]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (CALENDAR, "a calendar file: 1 meeting, Globex, Tue 1 Dec 2026 10:00"),
        (mail(multipart(part("text/calendar", CALENDAR))).decode(), "a mail with 1 meeting, Globex"),
        (TABLE, "a table: 2 interviews, Umbra and Tyrell"),
        (CARD, "1 visiting card: Zoe Quell"),
        (SIGNATURE, "people: Zoe Quell"),
        (LETTER, "the text of an invitation: Tue 1 Dec 2026 10:00–11:15, Umbra"),
        ("/nowhere/at/all.ics", "there is no such file"),
        ("just some words", "Neither a time nor a person"),
        (TABLE.replace("2026-12-02 9:30", "soonish"), "line 3, starts_at"),
    ],
)
async def test_what_it_is_is_said_at_once(tmp_path: Path, text: str, said: str) -> None:
    async with at_the_board(tmp_path) as user:
        await opened(user)
        await user.paste(text)
        shown = " ".join(" ".join(line.strip(" │") for line in user.lines).split())
        assert said in shown


async def test_an_invitation_is_one_step_that_undo_takes_back(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await taking(user, CALENDAR)
        await user.until(lambda: isinstance(user.app.screen, Confirm))
        assert "jo@mail.example" in user.text and "--" not in user.text
        await user.key("y")
        await user.until(user.on_board)
        (one,) = new(user)
        assert (one.company, one.starts_at) == ("Globex", at("2026-12-01 09:00"))
        assert user.card == one.id and "Globex stands in Upcoming" in user.said
        await user.press("board.undo")
        await user.until(lambda: not new(user))


async def test_a_path_is_read_when_it_is_there(tmp_path: Path) -> None:
    file = tmp_path / "two words.csv"
    file.write_text(TABLE)
    async with at_the_board(tmp_path) as user:
        await taking(user, f"'{file}'")
        await user.until(lambda: isinstance(user.app.screen, Confirm))
        assert "Umbra, SRE" in user.text
        await user.key("n")
        await user.settle()
        assert isinstance(user.app.screen, Form) and not new(user)
        await user.key("ctrl+d")
        await user.settle()
        await user.key("y")
        await user.until(user.on_board)
        assert sorted(one.company for one in new(user)) == ["Tyrell", "Umbra"]
        assert "2 interviews added" in user.said


async def test_what_an_invitation_does_not_say_is_asked(tmp_path: Path) -> None:
    nowhere = CALENDAR.replace("ada@globex.example", "ada@gmail.com").replace("00Z", "00")
    async with at_the_board(tmp_path) as user:
        await taking(user, nowhere)
        await user.until(lambda: "what it does not say" in user.text)
        for label in ("Company", "Time zone"):
            assert label in user.text
        form = user.app.screen
        assert isinstance(form, Form)
        for name, text in (("company", "Umbra"), ("zone", "New York")):
            form.entries[name].put(text, None)
        await user.settle()
        await user.key("ctrl+d")
        await user.until(lambda: isinstance(user.app.screen, Confirm))
        await user.key("y")
        await user.until(user.on_board)
        (one,) = new(user)
        assert (one.company, one.zone, one.starts_at) == ("Umbra", "America/New_York", at("2026-12-01 14:00"))


async def test_a_zone_that_names_no_place_is_asked_with_those_that_fit(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await taking(user, str(CASES / "09-custom-vtimezone.ics"))
        await user.until(lambda: "what it does not say" in user.text)
        assert "09-custom-vtimezone.ics: what" in user.text and "America/New_York" in user.text
        await user.key("ctrl+d")
        await user.settle()
        if isinstance(user.app.screen, Confirm):
            await user.key("y")
        await user.until(user.on_board)
        (one,) = new(user)
        assert (one.zone, one.starts_at) == ("America/New_York", at("2026-12-01 14:00"))


async def test_the_zone_of_a_meeting_on_the_board_is_not_asked_for_again(tmp_path: Path) -> None:
    invitation = (CASES / "09-custom-vtimezone.ics").read_text(encoding="utf-8")
    moved = invitation.replace("20261201T10", "20261201T12").replace("20261201T09", "20261201T11")
    moved = moved.replace("END:VEVENT", "SEQUENCE:7\nEND:VEVENT")
    async with at_the_board(tmp_path) as user:
        for text in (invitation, moved):
            await taking(user, text)
            if text is invitation:
                await user.until(lambda: "what it does not say" in user.text)
                await user.key("ctrl+d")
                await user.settle()
            if isinstance(user.app.screen, Confirm):
                await user.key("y")
            await user.until(user.on_board)
        (one,) = new(user)
        assert (one.zone, one.starts_at) == ("America/New_York", at("2026-12-01 16:00"))


async def test_leaving_a_question_leaves_the_form_as_it_was(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await taking(user, SIGNATURE)
        await user.until(lambda: "Whose people" in user.text)
        await user.key("escape")
        await user.settle()
        assert "Zoe Quell" in user.text and "File or text" in user.text
        await user.key("escape")
        await user.until(user.on_board)
        assert "is kept" in user.said
        await user.press("card.open")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.settle()
        assert "Staff engineer" in user.text


@pytest.mark.parametrize("text", [SIGNATURE, CARD])
async def test_people_go_to_the_card_under_the_cursor(tmp_path: Path, text: str) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("contoso")
        await taking(user, text)
        await user.until(lambda: "Whose people are these: Zoe Quell?" in user.text)
        await user.key("enter")
        await user.until(user.on_board)
        zoe = user.service.interview("contoso").interviewers[-1]
        assert (zoe.name, zoe.email) == ("Zoe Quell", "zoe@contoso.example")
        assert "Zoe Quell added" in user.said
        await taking(user, text)
        await user.settle()
        await user.key("enter")
        await user.until(user.on_board)
        assert user.service.interview("contoso").interviewers[-1] == zoe


async def test_a_text_fills_in_the_form_of_a_new_interview(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, size=(120, 80)) as user:
        await taking(user, LETTER)
        await user.until(lambda: "Add an interview" in user.text)
        await user.settle()
        await user.key("ctrl+d")
        await user.until(user.on_board)
        (one,) = new(user)
        assert (one.company, one.role, one.mode) == ("Umbra", "Data engineer", "video")
        assert (one.starts_at, one.ends_at - one.starts_at) == (at("2026-12-01 09:00"), timedelta(minutes=75))
        assert (one.link, one.notes) == ("https://zoom.us/j/123456", LETTER.strip())
        assert [(who.name, who.email) for who in one.interviewers] == [("Zoe Quell", "zoe@umbra.example")]
        assert [who.name for who in one.contacts] == ["Rita Vale"]


async def test_a_text_that_is_left_in_the_form_is_kept(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await taking(user, LETTER)
        await user.until(lambda: "Add an interview" in user.text)
        await user.settle()
        await user.key("escape")
        await user.until(user.on_board)
        assert "“Add an interview” is kept" in user.said
        await user.press("card.open")
        await user.until(lambda: "Add an interview" in user.text)
        await user.settle()
        assert "Umbra" in user.text
    (pad,) = forms_left(tmp_path / "ringback.json").values()
    assert pad.texts["notes"] == LETTER


async def test_several_times_are_left_to_choose_from(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await taking(user, "Could you do Mon 30 Nov 14:00 or Tue 1 Dec 15:00?\nTalk soon at Umbra")
        await user.until(lambda: "Add an interview" in user.text)
        await user.key("ctrl+d")
        await user.settle()
        assert "Starts is needed" in user.text and not new(user)


async def test_whether_it_belongs_to_an_application_is_asked(tmp_path: Path) -> None:
    table = "company,role,starts_at\nContoso,Platform,2026-12-01 14:00\n"
    async with at_the_board(tmp_path) as user:
        await user.go_to("contoso")
        contoso = user.service.interview("contoso")
        user.service.move("named", ["contoso"], lambda one: named(one))
        assert contoso.opportunity is None
        await taking(user, table)
        await user.until(lambda: isinstance(user.app.screen, Confirm))
        assert "co" in user.text
        await user.key("y")
        await user.settle()
        if isinstance(user.app.screen, Confirm):
            await user.key("y")
        await user.until(user.on_board)
        (one,) = new(user)
        assert one.opportunity == "co"


def named(one: Interview) -> Interview:
    from msgspec.structs import replace

    changed: Interview = replace(one, opportunity="co")
    return changed


async def test_another_time_that_is_looked_at_takes_nothing_in(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, at=at("2026-11-25 12:00")) as user:
        await user.press("board.take_in")
        await user.settle()
        assert not isinstance(user.app.screen, Form)


@pytest.mark.parametrize("size", [(40, 20), (80, 24), (160, 45)])
async def test_it_can_be_read_in_any_window(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_board(tmp_path, size=size) as user:
        await opened(user)
        await user.paste(TABLE)
        assert "a table" in user.text and "take in" in user.text
