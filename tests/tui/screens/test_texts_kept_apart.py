"""Several texts of one card: each is found again, and what is sent ends just what it says."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from store.changes import moves
from store.files.errors import StorageError
from store.interview import Closed, Draft, Interview, LooseEnd, Owes, Person
from tests.making import ADA, BEN, closed, made
from tests.tui.board_app import NOW, User, at_the_board
from tui.forms.form import Form
from tui.messages.open_draft import TemplateChoice
from tui.screens.last_read import LastRead
from tui.terminal.burst import Burst


def interview(**facts: object) -> Interview:
    one = made(id="initech", company="Initech", role="Backend", ends_at=NOW - timedelta(hours=2))
    return replace(one, **{"interviewers": (ADA,), **facts})


def offered(**facts: object) -> Interview:
    event = closed(NOW - timedelta(days=1), "offer", answer_by="2026-11-23")
    long_ago = {"starts_at": NOW - timedelta(days=9, hours=1), "ends_at": NOW - timedelta(days=9)}
    return interview(events=(event,), **long_ago, **facts)


async def write(user: User, purpose: str | None = None, ends: str = "", card: str = "initech") -> None:
    one = user.board.state.board.card(card)
    assert one is not None
    user.board.editor_host.write(one, purpose=purpose, ends=ends)  # type: ignore[arg-type]
    await user.until(lambda: purpose in (None, open_purpose(user)) and open_purpose(user) is not None)
    await user.settle()


def open_purpose(user: User) -> str | None:
    return None if user.editor is None or user.editor.writing is None else user.editor.writing.draft.purpose


async def choose(user: User, name: str, purpose: str) -> None:
    choice = TemplateChoice(name, purpose, "x")  # type: ignore[arg-type]
    await user.board.other_texts.start_from(choice)
    await user.settle()


async def send(user: User) -> None:
    await user.read_the_last_time()
    await user.key("s")
    await user.settle()


def results(user: User, card: str = "initech") -> list[str]:
    return [one.result for one in user.service.interview(card).events if isinstance(one, Closed)]


async def test_going_to_another_purpose_and_back_comes_to_the_same_text(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, [interview()]) as user:
        await write(user)
        await user.write("MINE ")
        first = user.writing.draft.id
        await choose(user, "status-email", "status")
        await user.write("STAT ")
        await choose(user, "thanks-plain", "thanks")
        assert user.writing.draft.id == first and "MINE" in user.writing.draft.body
        assert user.editor is not None and user.editor.is_asking, (
            "the template does not take its place unasked"
        )


async def test_two_texts_that_could_not_be_stored_stay_two(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_board(tmp_path, [interview()]) as user:

        def full(*_: object, **__: object) -> None:
            raise StorageError("not saved: disk full")

        with monkeypatch.context() as patched:
            patched.setattr(user.service, "keep_draft", full)
            await write(user, "thanks")
            await user.write("T1 ")
            await user.key("escape")
            await write(user, "status")
            await user.write("S1 ")
            await user.key("escape")
            await write(user, "status")
            assert "S1" in user.writing.draft.body
            await write(user, "thanks")
            assert "T1" in user.writing.draft.body


async def test_a_letter_that_was_sent_and_taken_back_is_there_again(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, [offered()]) as user:
        await write(user, "reply", "accepted")
        await user.write("MINE ")
        await send(user)
        await user.until(lambda: results(user) == ["offer", "accepted"])
        await user.press("board.undo")
        await user.until(lambda: results(user) == ["offer"])
        await write(user, "reply", "accepted")
        assert "MINE" in user.writing.draft.body


async def test_a_reply_that_was_begun_is_gone_on_with_and_a_withdrawal_only_where_it_is_wanted(
    tmp_path: Path,
) -> None:
    async with at_the_board(tmp_path, [offered(), interview(id="b", company="Bcorp")]) as user:
        await write(user, "reply", "accepted")
        await user.write("MINE ")
        await user.key("escape")
        await user.until(user.on_board)
        await write(user, "reply")
        assert "MINE" in user.writing.draft.body
        await write(user, "other", "withdrawn", card="b")
        await user.write("GOING ")
        await user.key("escape")
        await user.until(user.on_board)
        await write(user, "other", card="b")
        assert "GOING" not in user.writing.draft.body


async def test_a_letter_that_says_something_else_by_now_does_not_end_the_card_unasked(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, [offered()]) as user:
        await write(user, "reply", "accepted")
        assert user.editor is not None
        user.editor.put(
            "Dear Ada,\n\nbefore I answer I have a question about the pay.\n\nKind regards,\nJo March"
        )
        await user.settle()
        await send(user)
        await user.until(lambda: "Note Initech as accepted?" in user.text)
        assert results(user) == ["offer"]
        await user.key("n")
        await user.until(user.on_board)
        assert results(user) == ["offer"]


async def test_what_was_promised_is_named_and_sent_to_whom_it_was_promised(tmp_path: Path) -> None:
    cleo = Person(id="p9", name="Cleo Marsh", email="cleo@globex.example")
    owed = (
        Owes(id="o1", at=NOW - timedelta(hours=1), what="my references", due="2026-11-27", to="p9"),
        Owes(id="o2", at=NOW - timedelta(hours=1), what="the salary slip", due="2026-11-20", to=ADA.id),
    )
    async with at_the_board(tmp_path, [interview(interviewers=(ADA, cleo), events=owed)]) as user:
        one = user.board.state.board.card("initech")
        assert one is not None
        for of, what, whom in (("o1", "my references", "Cleo"), ("o2", "the salary slip", "Ada")):
            user.board.editor_host.write(one, purpose="delivery", of=of)
            await user.until(lambda: open_purpose(user) == "delivery")
            await user.settle()
            assert what in user.writing.draft.body and f"Dear {whom}," in user.writing.draft.body
            assert [person.name.split()[0] for person in user.writing.opened.recipients] == [whom]
            await user.key("escape")
            await user.until(user.on_board)


async def test_an_old_text_for_a_channel_nobody_has_any_more_can_still_be_sent(tmp_path: Path) -> None:
    text = Draft(id="d1", channel="sms", body="Hello Ada, thank you for the talk about streams! Jo")
    ben = replace(BEN, email="ben@globex.example")
    async with at_the_board(tmp_path, [interview(interviewers=(ADA, ben), drafts=(text,))]) as user:
        await write(user)
        if user.writing.draft.id != "d1":
            return  # a letter is begun instead, and that is as good
        await send(user)
        await user.until(lambda: user.app.screen is user.board or isinstance(user.app.screen, LastRead))


async def test_another_language_leaves_it_a_withdrawal(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, [interview(language="de")]) as user:
        await write(user, "other", "withdrawn")
        assert user.writing.draft.template == "rueckzug"
        await user.board.other_texts.write_in("en")
        await user.settle()
        assert user.writing.draft.template == "withdrawal"
        assert user.writing.draft.body.startswith("Dear Ada,")


async def test_what_is_settled_is_asked_before_the_next_withdrawal(tmp_path: Path) -> None:
    cards = [
        interview(loose_ends=(LooseEnd(text="said Kafka, meant Flink"),)),
        interview(id="b", company="Bcorp"),
    ]
    async with at_the_board(tmp_path, cards) as user:
        board = user.board.state.board
        found = [card for one in ("initech", "b") if (card := board.card(one)) is not None]
        user.board.withdrawals.begin(found)
        await user.until(user.is_writing)
        await user.settle()
        await user.write("I said Kafka, and meant Flink. ")
        await send(user)
        await user.until(lambda: isinstance(user.app.screen, Form))
        assert "settled by this text?" in user.text
        await user.press("form.save")
        await user.until(user.is_writing)
        assert user.writing.opened.company == "Bcorp"


async def test_nobody_withdraws_from_what_is_over_meanwhile(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, [interview(), interview(id="b", company="Bcorp")]) as user:
        board = user.board.state.board
        found = [card for one in ("initech", "b") if (card := board.card(one)) is not None]
        user.board.withdrawals.begin(found)
        await user.until(user.is_writing)
        await user.settle()
        no = Closed(id="no", at=NOW, result="rejected")
        await user.board.steps.do("no", lambda: user.service.move("no", ["b"], moves.log(no, now=NOW)))
        await user.key("escape")
        await user.until(user.on_board)
        await user.settle()
        assert user.on_board() and "Go on with the letter" not in user.text


@pytest.mark.parametrize("key", ["editor.template", "editor.language"])
async def test_many_letters_at_once_while_a_question_stands_are_no_answer_and_no_end(
    tmp_path: Path, key: str
) -> None:
    async with at_the_board(tmp_path, [interview()]) as user:
        await write(user)
        before = user.writing.draft.body
        await user.press(key)
        await user.until(lambda: user.editor is not None and user.editor.is_asking)
        user.app.post_message(Burst("abcdefgh\rij", pasted=False))
        await user.settle()
        assert user.editor is not None and user.editor.is_asking
        assert user.writing.draft.body == before
