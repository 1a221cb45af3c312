"""What a sent text took up is asked about, right behind the sending; nothing where it took up none."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from store.interview import Draft, Interview, LooseEnd
from tests.making import ADA, made
from tests.making import card as card_of
from tests.tui.board_app import NOW, User, at_the_board
from tui.forms.form import Form
from tui.messages.sending import taken_up

KAFKA, NOTICE = "said Kafka, meant Flink", "my notice period is six weeks"
BODY = """Dear Ada,

Thank you for the conversation on Wednesday. I said Kafka where I should have said Flink. I enjoyed hearing
how your team moved its billing jobs to a queue, and I would be glad to work on that with you.

Kind regards,
Jo March"""


def card(*ends: LooseEnd, body: str = BODY) -> Interview:
    draft = Draft(id="d1", subject="Thank you for Wednesday", body=body, updated_at=NOW - timedelta(hours=1))
    return made(
        id="initech", company="Initech", ends_at=NOW - timedelta(hours=2), interviewers=(ADA,),
        loose_ends=ends or (LooseEnd(text=KAFKA), LooseEnd(text=NOTICE)), drafts=(draft,),
    )  # fmt: skip


def ends(user: User) -> dict[str, str]:
    return {end.text: end.state for end in user.service.interview("initech").loose_ends}


async def send(user: User) -> None:
    """Say on the last read that it was sent."""
    await user.draft("initech")
    await user.read_the_last_time()
    await user.press("card.sent")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (BODY, [KAFKA]),
        ("Dear Ada, my notice period is six weeks, and I meant Flink, not Kafka.", [KAFKA, NOTICE]),
        ("Dear Ada, thank you for the six questions.", []),
        ("", []),
    ],
)
def test_a_text_takes_up_what_it_shares_the_telling_words_with(text: str, found: list[str]) -> None:
    gone = LooseEnd(text="said Flink", state="dropped")
    one = card(LooseEnd(text=KAFKA), LooseEnd(text=NOTICE), gone)
    assert taken_up(card_of(one, NOW), "thanks", [text]) == found


async def test_it_is_asked_after_the_last_read_and_is_a_step_right_behind(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, [card()]) as user:
        await send(user)
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.settle()
        assert "Initech: settled by this text?" in user.text
        assert KAFKA in user.text and NOTICE not in user.text
        await user.press("form.save")
        await user.until(user.on_board)
        assert ends(user) == {KAFKA: "addressed", NOTICE: "open"}
        assert f"settled: {KAFKA}" in user.said
        await user.press("board.undo")
        await user.until(lambda: user.said.startswith("undone: settled"))
        assert ends(user)[KAFKA] == "open"
        assert user.service.undo_words == "thanked Ada Okafor"


async def test_left_unanswered_it_stays_open(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, [card()]) as user:
        await send(user)
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.settle()
        await user.press("form.leave")
        await user.until(user.on_board)
        assert ends(user) == {KAFKA: "open", NOTICE: "open"}
        assert user.service.undo_words == "thanked Ada Okafor"


async def test_it_is_asked_after_marking_as_sent_what_is_written(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, [card()]) as user:
        await user.go_to("initech")
        await user.press("card.sent")
        await user.until(lambda: "mark the thank-you as sent" in user.text)
        await user.settle()
        await user.press("form.save")
        await user.until(lambda: "settled by this text?" in user.text)
        await user.settle()
        await user.press("form.save")
        await user.until(user.on_board)
        assert ends(user) == {KAFKA: "addressed", NOTICE: "open"}


async def test_nothing_is_asked_where_nothing_was_taken_up(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, [card(LooseEnd(text=NOTICE))]) as user:
        await send(user)
        await user.until(user.on_board)
        await user.settle()
        assert user.on_board()
        assert ends(user) == {NOTICE: "open"}
