"""Which keys do something now: by column and moment; and what help and palette make of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from store.interview import Closed, Interview
from store.rules import board
from store.rules.board import Card
from store.settings import Settings
from tests.making import BERLIN, POLICY, after, at, made, thanked
from tests.tui.board_app import NOW, interviews
from tui.keymap import Keymap
from tui.keys import BOARD_KEYS, PAGES
from tui.signs import ASCII, UNICODE, Signs
from tui.words.applies import STEPS_ABOUT, BoardSituation, commands, here_and_now, why_not
from tui.words.help_page import HelpLine, help_lines, search
from tui.words.hints import NEXT_STEPS
from tui.words.palette import NOT_NOW, rows_of, setting_rows

KEYS = Keymap({"card.outcome": "O", "board.back": "f9", "card.add": "N", "card.edit": "X"})


def card(one: Interview) -> Card:
    return board.card(one, POLICY, NOW, BERLIN)


CARDS = {one.id: card(one) for one in interviews()}
OFFER = card(
    made(
        thanked(after(2)),
        Closed(id="e9", at=at("2026-11-19 12:00"), result="offer", answer_by="2026-11-24"),
        ends_at=NOW - timedelta(days=1),
    )
)
assert OFFER.to_answer
NOBODY = card(made(interviewers=(), ends_at=NOW - timedelta(hours=3)))
READ_ONLY = "This is a look at another time, and read-only; F9 goes back to now."


@pytest.mark.parametrize(
    ("key", "now", "why"),
    [
        ("card.promise", BoardSituation(CARDS["contoso"]), ""),
        ("card.promise", BoardSituation(CARDS["stark"]), "Stark Foods has ended (rejected): O reopens it."),
        ("card.snooze", BoardSituation(CARDS["stark"]), "Stark Foods has ended (rejected): O reopens it."),
        ("card.outcome", BoardSituation(CARDS["stark"]), ""),
        ("card.keep_in_touch", BoardSituation(CARDS["stark"]), ""),
        ("card.keep_in_touch", BoardSituation(CARDS["contoso"]), "Contoso is not in Closed yet:"),
        ("card.call", BoardSituation(CARDS["hooli"]), "The interview is still ahead;"),
        ("card.call", BoardSituation(CARDS["contoso"]), ""),
        ("card.heard", BoardSituation(OFFER), "Globex waits for your answer: O notes it"),
        ("card.outcome", BoardSituation(OFFER), ""),
        ("code.show", BoardSituation(NOBODY), "Nobody is known at Globex yet; X adds who was there."),
        ("code.show", BoardSituation(CARDS["contoso"], looking=True), ""),
        ("card.draft", BoardSituation(None), "There is no card here; N adds an interview."),
        ("card.mark", BoardSituation(None), "There is no card here; N adds an interview."),
        ("card.add", BoardSituation(None), ""),
        ("card.draft", BoardSituation(CARDS["contoso"], looking=True), READ_ONLY),
        ("card.add", BoardSituation(CARDS["contoso"], looking=True), READ_ONLY),
        ("card.open", BoardSituation(CARDS["contoso"], looking=True), ""),
        ("board.undo", BoardSituation(None), "There is nothing to undo."),
        ("board.undo", BoardSituation(None, undo="thanked Ada"), ""),
        ("board.redo", BoardSituation(None), "There is nothing to redo."),
        ("board.now", BoardSituation(None, to_do=False), "There is nothing to do now."),
    ],
)
def test_a_key_that_does_nothing_now_says_why(key: str, now: BoardSituation, why: str) -> None:
    said = why_not(key, now, KEYS)
    assert said.startswith(why) and bool(said) == bool(why)


@pytest.mark.parametrize("looking", [False, True])
@pytest.mark.parametrize("name", [*CARDS, ""])
def test_every_command_is_offered_once_what_the_card_asks_for_first(name: str, looking: bool) -> None:
    shown = CARDS.get(name)
    now = BoardSituation(shown, looking=looking, undo="x", redo="x")
    found = commands(now, KEYS)
    ids = [one.key.id for part in found for one in part]
    assert sorted(ids) == sorted(key.id for key in BOARD_KEYS if key.id not in STEPS_ABOUT)
    assert all(one.why_not for one in found.not_now)
    if shown is not None and not looking:
        first = [key for key, _ in NEXT_STEPS[shown.column] if key in {one.key.id for one in found.for_card}]
        assert [one.key.id for one in found.for_card][: len(first)] == first


def test_the_palette_has_the_reason_behind_what_cannot_be_done_and_the_key_at_the_right() -> None:
    rows = rows_of("board", BoardSituation(CARDS["hooli"]), KEYS)
    call = next(row for row in rows if row.command.key.id == "card.call")
    assert call.offered.heading == NOT_NOW
    assert call.offered.right == "c"
    assert call.offered.remark.startswith("The interview is still ahead")
    assert next(row for row in rows if row.command.key.id == "card.outcome").offered.right == "O"


@pytest.mark.parametrize("page", [page for page in PAGES if page not in ("options", "long text")])
def test_what_stands_in_the_table_of_a_page_is_in_its_palette_and_its_help(page: str) -> None:
    title = "" if page == "board" else PAGES[page][0].group
    now = BoardSituation(CARDS["contoso"])
    offered = {row.command.key.id for row in rows_of(page, now, KEYS)}
    assert offered == {key.id for key in PAGES[page]} - STEPS_ABOUT
    lines = help_lines(KEYS, UNICODE, title, now)
    assert {key.words for key in PAGES[page]} <= {line.words for line in lines} or page in ("card", "call")
    assert lines[0].words.startswith("Here and now" if page in ("board", "card") else title)


def test_every_row_of_the_palette_begins_as_a_line_does() -> None:
    rows = [
        *rows_of("board", BoardSituation(CARDS["contoso"]), KEYS),
        *setting_rows(Settings(), "Europe/Berlin"),
    ]
    assert not [row.offered.words for row in rows if row.offered.words[:1].islower()]


def test_on_the_page_of_a_card_the_commands_are_the_pages() -> None:
    rows = rows_of("card", BoardSituation(CARDS["contoso"]), KEYS)
    actions = {row.command.key.id: row.command.key.action for row in rows}
    assert actions["card.edit"] == "choose('edit')"
    assert actions["board.now"] == "on_board('board.now')"
    assert actions["page.correct"] == "choose('correct')"


def test_what_can_be_done_here_and_now_leaves_out_what_cannot() -> None:
    assert [key for key, _ in here_and_now(BoardSituation(CARDS["stark"]), KEYS)] == [
        "enter",
        "O",
        "d",
        "K",
        "X",
    ]
    of_offer = dict(here_and_now(BoardSituation(OFFER), KEYS))
    assert of_offer["O"].startswith("accept or decline: ")
    assert "N" in [key for key, _ in here_and_now(BoardSituation(None), KEYS)]


@pytest.mark.parametrize("drawn", [UNICODE, ASCII])
def test_every_sign_is_explained_once(drawn: Signs) -> None:
    lines = help_lines(KEYS, drawn, "", None)
    start = next(place for place, line in enumerate(lines) if line.words == "The signs")
    said = []
    for line in lines[start + 1 :]:
        if line.kind == "heading":
            break
        said.append(line.left)
    assert len(said) == len(set(said))
    assert {drawn.unthanked, drawn.partly, drawn.call, drawn.mail, drawn.moved, drawn.must, drawn.may} <= {
        *said
    }


def test_a_search_keeps_the_heading_of_what_it_finds() -> None:
    lines = [
        HelpLine("heading", "Moving"), HelpLine("entry", "the card above", "k"),
        HelpLine("entry", "the card below", "j"), HelpLine("heading", "Time"),
        HelpLine("entry", "another time", "t"),
    ]  # fmt: skip
    assert search(lines, "card below") == [lines[0], lines[2]]
    assert search(lines, "CARD") == lines[:3]
    assert search(lines, "time") == lines[3:]  # what it stands under is looked in, too
    assert search(lines, " ") == lines
    assert search(lines, "zzz") == []
