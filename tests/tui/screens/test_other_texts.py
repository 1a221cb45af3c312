"""What the editor asks the board for: other texts, another language, the user's own name and words."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from msgspec.structs import replace

from store.interview import Interview, LooseEnd
from store.settings import Settings, load
from tests.making import ADA, BEN, CLEO, closed, made
from tests.tui.board_app import NOW, User, at_the_board
from tui.forms.form import Form
from tui.widgets.editor.writing import Writing

MINE = '# my settings\n\n[me]\n# name = ""\nemail = "jo@mail.example"  # the private one\n'


def interview(**facts: object) -> Interview:
    one = made(
        id="initech", company="Initech", ends_at=NOW - timedelta(hours=2), interviewers=(ADA,),
        topics=("the move to event streams",), loose_ends=(LooseEnd(text="said Kafka, meant Flink"),),
    )  # fmt: skip
    return replace(one, **facts)


async def write(user: User, card: str = "initech") -> Writing:
    await user.draft(card)
    return user.writing


async def test_the_user_s_name_is_asked_for_where_a_gap_wants_it_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(MINE, "utf-8")
    async with at_the_board(tmp_path, [interview()], settings=Settings(), settings_file=file) as user:
        await write(user)
        assert "«your name»" in user.writing.shown and "{{" not in user.text
        for _ in range(20):
            await user.press("editor.finding")
            await user.settle()
            if isinstance(user.app.screen, Form):
                break
            await user.press("question.back") if user.editor and user.editor.is_asking else None
        assert "as it stands under your letters" in user.text
        await user.write("Jo March")
        await user.press("form.save")
        await user.until(lambda: user.app.screen is user.board)
        await user.settle()
        assert user.writing.draft.body.rstrip().endswith("Jo March")
        await user.until(lambda: load(file)[0].me.name == "Jo March")
        assert file.read_text("utf-8") == MINE.replace('# name = ""', 'name = "Jo March"')
        await user.key("escape")
        await user.until(user.on_board)
        assert user.board.state.settings.me.name == "Jo March"


async def test_a_word_that_is_right_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    async with at_the_board(tmp_path, [interview()], settings_file=file) as user:
        await write(user)
        assert user.editor is not None
        user.editor.post_message(user.editor.WordLearnt("Zorblatt"))
        await user.until(lambda: file.exists() and load(file)[0].known_words == ("Zorblatt",))
        assert user.board.state.settings.known_words == ("Zorblatt",)


async def test_another_language_is_the_card_s_from_then_on(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, [interview()]) as user:
        await write(user)
        assert "Initech · e-mail · English" in user.text
        await user.press("editor.language")
        await user.until(lambda: "In which language is it?" in user.text)
        await user.key("2")
        await user.until(lambda: "Initech · e-mail · German" in user.text)
        assert user.service.interview("initech").language == "de"
        assert user.writing.draft.body.startswith("Guten Tag Ada Okafor,")


async def test_what_a_text_is_for_can_be_chosen(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, [interview()]) as user:
        first = (await write(user)).draft
        await user.write("Mine. ")
        await user.press("editor.template")
        await user.until(lambda: "Start from which?" in user.text)
        assert user.editor is not None
        question = user.editor.view.question
        rows = [row for row in question._list.rows if row.place is not None]
        place = next(n for n, row in enumerate(rows) if "Withdraw" in row.line[1][0])
        for _ in range(place):
            await user.key("down")
        await user.key("enter")
        await user.until(lambda: "Message · Initech" in user.text)
        assert user.writing.draft.id != first.id and "withdraw" in user.writing.draft.body
        await user.key("escape")
        await user.until(user.on_board)
        kept = {one.purpose: one.body for one in user.service.interview("initech").drafts}
        assert "Mine." in kept["thanks"], "the text that was open is kept"


async def test_an_offer_is_answered_by_what_the_user_chooses(tmp_path: Path) -> None:
    offered = interview(
        ends_at=NOW - timedelta(days=9), starts_at=NOW - timedelta(days=9, hours=1),
        events=(closed(NOW - timedelta(days=1), "offer", answer_by="2026-11-23"),),
    )  # fmt: skip
    async with at_the_board(tmp_path, [offered]) as user:
        await user.go_to("initech")
        await user.press("card.draft")
        await user.until(lambda: "Start from which?" in user.text)
        assert "Accepting" in user.text or "accept" in user.text
        await user.key("1")
        await user.until(lambda: bool(user.writing.draft.body))
        assert user.writing.draft.purpose == "reply"


async def test_for_whom_it_is_a_text_message_there_is_another_text(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, [interview(interviewers=(ADA, BEN, CLEO))]) as user:
        letter = (await write(user)).draft
        await user.write("Mine. ")
        while user.writing.recipient.name != CLEO.name:
            await user.press("editor.person")
            await user.settle()
        short = user.writing.draft
        assert (short.id != letter.id, short.channel) == (True, "whatsapp")
        assert len(short.body) < len(letter.body)
        await user.press("editor.person")
        await user.until(lambda: user.writing.recipient.name == ADA.name)
        assert user.writing.draft.id == letter.id and "Mine." in user.writing.draft.body
