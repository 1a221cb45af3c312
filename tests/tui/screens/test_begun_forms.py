"""What is typed in forms and on the call sheet survives and is offered again; what was said is stored."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from store.clock import StoppedClock
from store.database.autosave import FormPad, Pads, any_left, folder_of
from store.database.left_behind import forms_left
from store.files import atomic
from store.files.errors import StorageError, not_saved
from store.interview import Interview, Promised
from store.settings import Settings
from templates.library import Library
from tests.tui.board_app import NOW, User, at_the_board, interviews, service_on
from tui.app import Ringback
from tui.forms.form import Form
from tui.screens.call_sheet import CallSheet
from tui.screens.last_read import LastRead


def pad(**facts: object) -> FormPad:
    """A debrief of Initech that was begun an hour ago."""
    given = {
        "form": "debrief", "interviews": ("initech",), "title": "Debrief: Initech, Intro call",
        "texts": {"topics": "Zqx event streams"}, "begun": NOW - timedelta(hours=1), "at": NOW, **facts,
    }  # fmt: skip
    return FormPad(**given)  # type: ignore[arg-type]


def leave_behind(folder: Path, *pads: FormPad) -> Path:
    """What a board that died has left; the database is the one of `at_the_board`."""
    database = folder / "ringback.json"
    session = Pads(database)
    for one in pads:
        session.write(one)
    session.close()
    return database


async def open_form(user: User, key_id: str, card: str = "initech") -> Form[object]:
    await user.go_to(card)
    await user.press(key_id)
    await user.until(lambda: isinstance(user.app.screen, Form))
    await user.settle()
    assert isinstance(user.app.screen, Form)
    return user.app.screen


async def test_a_form_left_with_something_typed_is_kept_and_gone_on_with(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await open_form(user, "card.promise")
        await user.write("2026-11-25")
        await user.key("escape")
        await user.until(user.on_board)
        assert "is kept: enter goes on, esc throws it away" in user.said
        await user.press("card.open")
        await user.until(lambda: isinstance(user.app.screen, Form))
        assert "2026-11-25" in user.text
        await user.key("escape")
        await user.until(user.on_board)
        # Any other key lets it lie; its own opens it with what was typed.
        await user.press("board.down", "board.up")
        await open_form(user, "card.promise")
        assert "2026-11-25" in user.text
        await user.key("ctrl+d")
        await user.until(user.on_board)
        assert user.service.interview("initech").events[-1].KIND == "promised"
    assert not any_left(tmp_path / "ringback.json")


async def test_a_second_esc_throws_it_away(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await open_form(user, "card.promise")
        await user.write("Zqx")
        await user.key("escape")
        await user.until(user.on_board)
        await user.press("board.back")
        assert "is thrown away; enter brings it back" in user.said
        # Two keys in one go were perhaps one too many.
        await user.press("card.open")
        await user.until(lambda: isinstance(user.app.screen, Form))
        assert "Zqx" in user.text
        await user.key("escape")
        await user.until(user.on_board)
        assert any_left(tmp_path / "ringback.json")
        await user.press("board.back", "board.down")
        await open_form(user, "card.promise")
        assert "Zqx" not in user.text
        await user.key("escape")
        await user.until(user.on_board)
    assert not any_left(tmp_path / "ringback.json")


async def test_a_form_of_another_card_is_another(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await open_form(user, "card.promise")
        await user.write("Zqx")
        await user.key("escape")
        await user.until(user.on_board)
        await open_form(user, "card.promise", "contoso")
        assert "Zqx" not in user.text


async def test_the_next_start_offers_what_was_left_and_enter_goes_on(tmp_path: Path) -> None:
    leave_behind(tmp_path, pad())
    async with at_the_board(tmp_path) as user:
        assert "“Debrief: Initech, Intro call” was begun at 17:04 and not saved: enter goes on" in user.said
        assert not user.service.interview("initech").topics
        await user.press("card.open")
        await user.until(lambda: isinstance(user.app.screen, Form))
        assert "Zqx event streams" in user.text
        await user.key("ctrl+d")
        await user.until(user.on_board)
        assert user.service.interview("initech").topics == ("Zqx event streams",)
    assert forms_left(tmp_path / "ringback.json") == {}


async def test_esc_lets_it_lie_for_the_next_start(tmp_path: Path) -> None:
    database = leave_behind(tmp_path, pad())
    async with at_the_board(tmp_path) as user:
        await user.press("board.back")
        assert user.on_board()
        assert "not saved" not in user.said
        await user.press("card.open")
        assert not isinstance(user.app.screen, Form)
    assert [*forms_left(database).values()] == [pad()]


async def test_another_key_is_no_answer(tmp_path: Path) -> None:
    leave_behind(tmp_path, pad())
    async with at_the_board(tmp_path) as user:
        await user.press("board.down", "card.open")
        assert not isinstance(user.app.screen, Form)


async def test_commands_take_no_form_in_and_leave_it(tmp_path: Path) -> None:
    database = leave_behind(tmp_path, pad())
    async with at_the_board(tmp_path):
        service = service_on(database, StoppedClock(NOW))
        assert service.pads.take_in() == 0
        assert not service.interview("initech").topics
    assert len(forms_left(database)) == 1


async def test_a_form_of_an_interview_that_is_gone_is_named(tmp_path: Path) -> None:
    leave_behind(tmp_path, pad(interviews=("nobody",)))
    async with at_the_board(tmp_path) as user:
        assert "enter goes on" not in user.said
        assert "an interview that is gone" in user.said
        await open_form(user, "card.promise")
        await user.write("2026-11-25")
        await user.key("ctrl+d")
        await user.until(user.on_board)
        assert user.said.startswith("promised by"), "what was done is not hidden by what was there before"


async def test_only_what_was_changed_comes_back(tmp_path: Path) -> None:
    """What another window has since written in the other fields is not taken back."""
    async with at_the_board(tmp_path) as user:
        await open_form(user, "card.facts")
        await user.write("Zq")
        await user.key("escape")
        await user.until(user.on_board)
        (kept,) = user.board.begun._kept.values()
        assert set(kept.texts) == {"company"}
        assert not kept.picks


async def test_picks_come_back(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await open_form(user, "card.outcome")
        await user.key("r", "tab")
        await user.write("Zqx")
        await user.key("escape")
        await user.until(user.on_board)
        await user.press("card.open")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.key("ctrl+d")
        await user.until(user.on_board)
        assert getattr(user.service.interview("initech").events[-1], "result", "") == "rejected"


async def test_a_question_being_typed_and_the_ticks_are_kept(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("fabrikam")
        await user.press("card.call")
        await user.until(lambda: isinstance(user.app.screen, CallSheet))
        await user.pilot.press("2", "plus")
        await user.write("Zqx who decides")
        user.board.save_now()
        (file,) = folder_of(user.database).glob("*.form")
        assert "Zqx who decides" in file.read_text()
        before = file.read_bytes()
        folder, token = file.parent, file.name
    # The board ended in an orderly way: what was typed lies there, too.
    assert (folder / token).read_bytes() == before
    service = service_on(tmp_path / "ringback.json", StoppedClock(NOW))
    app = Ringback(service, Settings(), Library)
    async with app.run_test(size=(120, 36)) as pilot:
        user = User(app, pilot, StoppedClock(NOW))
        assert "The call to Fabrikam" in user.said
        await user.press("card.open")
        await user.until(lambda: isinstance(app.screen, CallSheet))
        sheet = app.screen
        assert isinstance(sheet, CallSheet)
        await user.until(lambda: sheet.paper.writing == "question")
        assert (sheet.paper.lines["question"].written, len(sheet.ticked)) == ("Zqx who decides", 1)
        await user.key("enter")
        await user.until(lambda: "Zqx who decides" in service.interview("fabrikam").questions)


async def open_sheet(user: User) -> CallSheet:
    await user.press("card.call")
    await user.until(lambda: isinstance(user.app.screen, CallSheet))
    await user.settle()
    assert isinstance(user.app.screen, CallSheet)
    return user.app.screen


async def test_ticks_and_a_question_stay_when_the_sheet_is_left_and_opened_again(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("fabrikam")
        sheet = await open_sheet(user)
        await user.press("call.quiet", "call.papers", "call.back")
        await user.until(user.on_board)
        assert "is kept" not in user.said, "nothing is made of mere ticks"
        sheet = await open_sheet(user)
        assert sheet.ticked == {0, 2}
        await user.press("call.ask")
        await user.write("Zqx who")
        await user.press("call.unasked", "call.back")
        await user.until(user.on_board)
        assert "“The call to Fabrikam” is kept: enter goes on, esc throws it away" in user.said
        await user.press("board.down")
        await user.go_to("fabrikam")
        sheet = await open_sheet(user)
        assert sheet.ticked == {0, 2} and sheet.paper.writing is None
        await user.press("call.ask")
        await user.write(" decides")
        await user.press("call.note")
        await user.until(lambda: "Zqx who decides" in user.service.interview("fabrikam").questions)
        await user.press("call.unasked", "call.back")
        await user.until(user.on_board)
    assert not any_left(tmp_path / "ringback.json"), "mere ticks end with the board"


@pytest.mark.parametrize("begun_before", [False, True], ids=["here", "in a board that has ended"])
async def test_what_is_said_to_be_saved_is_offered_no_more_whenever_the_board_ends(
    tmp_path: Path, begun_before: bool
) -> None:
    """It would be saved twice."""
    left: list[list[str]] = []
    async with at_the_board(tmp_path) as user:
        if begun_before:
            leave_behind(tmp_path, pad(form="promise", texts={"callback_by": "2026-11-27"}))
        form = await open_form(user, "card.promise")
        form.entries["callback_by"].put("2026-11-28")
        user.board.save_now()
        assert list(folder_of(user.database).glob("*.form"))

        def ended() -> None:
            user.board.save_now()
            left.append([file.name for file in folder_of(user.database).glob("*.form")])

        user.state.after_step(ended)
        await user.press("form.save")
        await user.until(user.on_board)
        assert isinstance(user.service.interview("initech").events[-1], Promised)
    assert left == [[]]


async def test_the_key_last_pressed_is_in_the_pad(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        form = await open_form(user, "card.promise")
        form.entries["callback_by"].put("Zqx")
        user.board.save_now()
        (file,) = folder_of(user.database).glob("*.form")
        assert "Zqx" in file.read_text()


# The last read


async def read_the_last_time(user: User) -> LastRead:
    await user.go_to("northwind")
    await user.press("card.draft")
    await user.until(lambda: user.editor is not None and user.editor.writing is not None)
    await user.settle()
    return await user.read_the_last_time()


def all_by_mail() -> list[Interview]:
    """Everybody of the panel has an address: one letter for all who are still to get it."""
    return [
        replace(
            one,
            interviewers=tuple(replace(who, email=f"{who.id}@globex.example") for who in one.interviewers),
        )
        for one in interviews()
    ]


async def test_who_gets_a_text_message_gets_no_letter_and_is_named(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        screen = await read_the_last_time(user)
        assert [one.name for one in screen.progress.texts] == ["Ben Ito"]
        assert "Cleo" in user.text and "not written yet" in user.text
        await user.key("escape")
        await user.until(lambda: user.app.screen is user.board)
        await user.key("ctrl+n")
        await user.until(lambda: "WhatsApp" in user.text and "Hello Cleo" in user.text)
        await user.write("X")
        await user.settle()
        screen = await user.read_the_last_time()
        names = [one.name for one in screen.progress.texts]
        assert names == ["Cleo Marsh"], "Ben has no text of his own yet"


async def test_sent_is_on_the_disk_before_the_next_person_is_shown(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, all_by_mail()) as user:
        screen = await read_the_last_time(user)
        before = len(user.service.interview("northwind").events)
        first, text = screen.text.to, screen.text.body
        await user.key("s")
        await user.until(lambda: screen.text.to != first)
        events = user.another().interview("northwind").events
        assert len(events) == before + 1
        assert (getattr(events[-1], "to", ""), getattr(events[-1], "text", "")) == (first, text)
        words = user.service.undo_words
        await user.key("s")
        await user.until(user.on_board)
        assert len(user.service.interview("northwind").events) == before + 2
        # One step each.
        await user.press("board.undo")
        await user.until(lambda: user.said.startswith("undone: "))
        assert user.service.undo_words == words
        assert len(user.service.interview("northwind").events) == before + 1


async def test_what_was_handed_over_is_remembered_with_the_draft(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        screen = await read_the_last_time(user)
        to = screen.text.to
        await user.key("f")
        await user.until(lambda: screen.progress.way == "eml")
        (draft,) = user.another().interview("northwind").drafts
        assert [(one.to, one.way) for one in draft.handed_over] == [(to, "eml")]
        assert re.fullmatch(r"<\w{32}@[\w.-]+>", draft.handed_over[0].message_id)
        await user.key("n", "escape")
        await user.until(lambda: user.app.screen is user.board)
        await user.key("escape")
        await user.until(user.on_board)
        await user.until(lambda: "✎ Ben, ✆ Cleo · sent?" in user.text)
        # Writing on does not forget it.
        await user.press("card.draft")
        await user.until(lambda: user.editor is not None and user.editor.writing is not None)
        await user.write("X")
        await user.key("escape")
        await user.until(user.on_board)
        (draft,) = user.another().interview("northwind").drafts
        assert draft.handed_over


async def test_sent_that_cannot_be_stored_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_the_board(tmp_path, all_by_mail()) as user:
        screen = await read_the_last_time(user)
        first = screen.text.to

        def full(*_: object) -> None:
            raise StorageError("not saved: disk full")

        with monkeypatch.context() as patched:
            patched.setattr(user.service, "move", full)
            await user.key("s")
            await user.until(lambda: "disk full" in user.text)
            assert (screen.text.to, screen.progress.sent) == (first, False)
        await user.key("s")
        await user.until(lambda: screen.text.to != first)


# Leaving with a full disk


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A disk that takes nothing; `undo` makes room."""

    def replace_file(path: Path, data: bytes) -> None:
        error = OSError(28, "No space left on device")
        raise not_saved(path, error, existed=True) from error

    monkeypatch.setattr(atomic, "replace_file", replace_file)
    return monkeypatch


async def type_on_a_full_disk(user: User) -> None:
    def keep(*_: object, **__: object) -> None:
        raise StorageError("not saved: disk full")

    user.service.keep_draft = keep  # type: ignore[assignment,method-assign]
    await user.go_to("initech")
    await user.press("card.draft")
    await user.until(lambda: user.editor is not None and user.editor.writing is not None)
    await user.write("Zqx")
    await user.key("escape")
    await user.until(user.on_board)
    await user.until(lambda: "not on the disk" in user.said)


async def test_a_text_that_is_not_on_the_disk_stays_in_memory(
    tmp_path: Path, full: pytest.MonkeyPatch
) -> None:
    async with at_the_board(tmp_path) as user:
        await type_on_a_full_disk(user)
        await user.press("card.draft")
        await user.until(lambda: "Zqx" in user.text)
        full.undo()


async def test_leaving_offers_a_file(
    tmp_path: Path, full: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("home")
    full.setattr(Path, "home", lambda: home)
    async with at_the_board(tmp_path) as user:
        await type_on_a_full_disk(user)
        await user.press("app.leave")
        await user.until(lambda: isinstance(user.app.screen, Form))
        assert "Not on the disk (disk full): The text" in user.text
        await user.key("f", "ctrl+d")
        await user.until(lambda: "disk full" in user.text.split("Before leaving")[1])
        full.undo()
        full.setattr(Path, "home", lambda: home)
        await user.key("ctrl+d")
        await user.until(lambda: user.app.return_code is not None)
    assert user.app.return_code == 0
    (file,) = home.iterdir()
    assert "Zqx" in file.read_text()


async def test_leaving_all_the_same_says_so_by_the_exit_code(
    tmp_path: Path, full: pytest.MonkeyPatch
) -> None:
    async with at_the_board(tmp_path) as user:
        await type_on_a_full_disk(user)
        await user.press("app.leave")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.key("escape")
        await user.until(user.on_board)
        await user.press("app.leave")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.key("L", "ctrl+d")
        await user.until(lambda: user.app.return_code is not None)
    assert user.app.return_code == 74


@pytest.mark.parametrize(
    "odd",
    [
        pad(form="nonsense"), pad(form="called"), pad(form="called", preset=("nonsense", "p9")),
        pad(form="correct", event="nonsense"), pad(texts={"nonsense": "x"}, picks={"nonsense": ("x",)}),
        pad(form="outcome", picks={"result": ("nonsense",)}), pad(texts={"topics": "x" * 20_000}),
        pad(form="promise", texts={"by": "in 99999999 years"}, interviews=("initech", "initech", "gone")),
        pad(form="delete"), pad(form="copy"), pad(form="take_back", event="e1"),
    ],
    ids=lambda odd: f"{odd.form} {' '.join(odd.preset)}",
)  # fmt: skip
async def test_a_form_of_another_version_is_no_end_of_the_board(tmp_path: Path, odd: FormPad) -> None:
    leave_behind(tmp_path, odd)
    async with at_the_board(tmp_path) as user:
        assert "not saved: enter goes on" in user.said
        await user.press("card.open")
        await user.settle()
        assert user.app.is_running
        if odd.form in ("nonsense", "called", "delete", "copy", "take_back"):
            assert "ringback has no such form" in user.said
        while not user.on_board():
            await user.key("escape")
            await user.settle()


async def test_what_nobody_believes_is_said_at_the_start(tmp_path: Path) -> None:
    database = leave_behind(tmp_path, pad())
    (file,) = folder_of(database).glob("*.form")
    file.chmod(0o606)
    async with at_the_board(tmp_path) as user:
        assert "enter goes on" not in user.said
        user.service.pads.take_in()
        user.board.steps.say_notes()
        assert "Intro call" not in user.said
        assert "others may write to it" in user.said
