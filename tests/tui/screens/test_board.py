"""The board's first frame, moving about on it by every key, all sizes of a terminal, and filtering."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from unittest.mock import Mock

import pytest

from store.interview import Debriefed
from store.settings import Settings
from tests.making import closed, made
from tests.tui.board_app import NOW, at_the_board, interviews
from tests.waiting import PATIENCE
from tui.app import Ringback
from tui.forms.form import Form
from tui.keymap import Keymap
from tui.picture.cursor import FOUR
from tui.words.cards import empty_column

SIZES = [(160, 45), (120, 36), (80, 24), (40, 20), (20, 5), (1, 1)]


async def test_the_first_frame_says_all_of_it(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        assert user.line("headline") == "ringback   2 to thankThu 19 Nov 18:04 CET"
        assert user.line("now") == "Now     thank Ben Ito, Northwind, by e-mail: 20 h leftand 3 more"
        assert user.line("coming") == "Coming  Hooli, first round, tomorrow 20:00 · Globex, panel, Tue 00:00"
        for words in ("TO THANK  2", "AWAITING CALLBACK  1", "CALL NOW  1", "CLOSED  1"):
            assert words in user.lines[4]
        assert [
            [line[place : place + 30].strip() for line in user.lines[6:10]] for place in (0, 30, 60, 90)
        ] == [
            ["▌ Northwind", "▌ Data · Panel", "▌ ◔ 1/3 · late, 20 h left", "▌ ✎ Ben, ✆ Cleo"],
            ["Contoso", "Platform · Panel", "they said Wed", "call from 27 Nov 09:00"],
            ["Fabrikam", "SRE · Panel", "✆ opens Fri 09:00, overdue", "Ada Okafor"],
            ["Stark Foods", "ML · Panel", "rejected, Tue 17 Nov", ""],
        ]
        assert user.said.startswith("d draft  s sent  x skip")
        assert user.said.endswith("? help")
        assert user.on_board()


async def test_escape_leaves_the_line_of_what_to_do_now(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.press("board.now")
        assert user.state.cursor.on_now
        await user.press("board.back")
        assert not user.state.cursor.on_now
        assert user.state.card is not None and user.state.card.id == user.state.tasks[0].card.id


async def test_finding_out_who_it_was_begins_at_the_people(tmp_path: Path) -> None:
    unknown = made(Debriefed(id="d", at=NOW), interviewers=(), ends_at=NOW - timedelta(hours=2))
    async with at_the_board(tmp_path, [unknown]) as user:
        assert user.state.tasks[0].deed.do == "find"
        await user.press("board.now")
        await user.press("card.open")
        form = user.app.screen
        assert isinstance(form, Form)
        await user.until(lambda: form.focused is not None)
        assert form.current == "interviewers"


async def test_what_would_change_nothing_on_an_offer_opens_no_form(tmp_path: Path) -> None:
    offer = made(closed(NOW, "offer", answer_by="2026-11-27"), id="offer", ends_at=NOW - timedelta(days=9))
    async with at_the_board(tmp_path, [offer]) as user:
        assert user.state.card is not None and user.state.card.to_answer
        for name in ("promise", "heard", "snooze"):
            await user.press(f"card.{name}")
            assert user.on_board()
            assert user.said.startswith("Globex waits for your answer: o notes it")
        await user.press("card.outcome")
        assert not user.on_board()


async def test_an_empty_board_says_how_to_begin(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, []) as user:
        assert user.line("headline").startswith("ringback   nothing to do now")
        assert user.line("now").startswith("Now     a adds an interview; i takes in an invitation")
        assert user.line("coming") == "Coming  no interview ahead; a adds one"
        assert user.said.startswith("a add an interview  i take in a file or paste  ctrl+p")
        for place, words in enumerate(empty_column(column, Keymap()) for column in FOUR):
            rows = (line[30 * place : 30 * place + 30].strip() for line in user.lines[12:16])
            assert " ".join(rows).strip() == words
        await user.press("card.open")
        assert user.said.startswith("There is no card here; a adds an interview.")
        for name in (
            "draft",
            "sent",
            "skip",
            "call",
            "promise",
            "heard",
            "outcome",
            "snooze",
            "mark",
            "delete",
            "edit",
        ):
            await user.press(f"card.{name}")
            assert user.on_board(), name


@pytest.mark.parametrize("size", SIZES)
async def test_every_way_of_moving_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_board(tmp_path, size=size) as user:
        for key, card in (
            ("board.to_thank", "northwind"), ("board.down", "initech"), ("board.down", "initech"),
            ("board.first", "northwind"), ("board.last", "initech"), ("board.up", "northwind"),
            ("board.up", "hooli"), ("board.right", "globex"), ("board.right", "globex"),
            ("board.left", "hooli"),
            ("board.down", "northwind"), ("board.right", "contoso"), ("board.right", "fabrikam"),
            ("board.right", "stark"), ("board.right", "stark"), ("board.left", "fabrikam"),
            ("board.next_column", "stark"), ("board.next_column", "northwind"),
            ("board.previous_column", "stark"),
            ("board.awaiting", "contoso"), ("board.call_now", "fabrikam"), ("board.closed", "stark"),
            ("board.upcoming", "hooli"), ("board.next_column", "northwind"),
        ):  # fmt: skip
            await user.press(key)
            assert user.card == card, key
        if size >= (20, 5):
            await user.until(lambda: "Northwind" in user.text)


async def test_the_second_keys_do_the_same_and_all_only_move(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_board(tmp_path) as user:
        await user.press("board.call_now")
        fold, load = Mock(wraps=user.service.board), Mock(wraps=user.service.load)
        monkeypatch.setattr(user.service, "board", fold)
        monkeypatch.setattr(user.service, "load", load)
        for key, card in (("h", "contoso"), ("h", "northwind"), ("j", "initech"), ("k", "northwind"),
                          ("end", "initech"), ("home", "northwind"), ("l", "contoso")):  # fmt: skip
            await user.key(key)
            assert user.card == card, key
        assert not fold.called and not load.called
        user.state.refresh()
        assert fold.called


async def test_a_column_is_come_back_to_where_it_was_left(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.press("board.to_thank", "board.down", "board.right", "board.left")
        assert user.card == "initech"


async def test_the_selection_outlives_every_size(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.press("board.to_thank", "board.down")
        for width, height in [*SIZES, (3, 30), (200, 2), (80, 24)]:
            await user.size(width, height)
            assert user.card == "initech"
            assert len(user.lines) == height
            if width >= 20 and height >= 5:
                await user.until(lambda: "Initech" in user.text)


async def test_the_widths_at_which_columns_give_way(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.press("board.to_thank")
        for width, companies in ((96, 4), (95, 2), (56, 2), (55, 1)):
            await user.size(width, 24)
            found = [
                name for name in ("Northwind", "Contoso", "Fabrikam", "Stark Foods") if name in user.text
            ]
            assert len(found) == companies, width
        for words in ("▸ THANK 2", "AWAIT 1", "CALL 1", "CLOSED 1"):
            assert words in user.lines[3]
        await user.press("board.closed")
        assert "Stark Foods" in user.text
        assert "▸ CLOSED 1" in user.text


async def test_more_cards_than_fit_are_counted_and_reached(tmp_path: Path) -> None:
    many = [
        made(
            id=f"c{number:02}",
            company=f"Company {number:02}",
            ends_at=NOW - timedelta(hours=1, minutes=60 - number),
        )
        for number in range(30)
    ]
    async with at_the_board(tmp_path, many, size=(120, 24)) as user:
        assert "… 27 more below" in user.text
        await user.press("board.last")
        assert "Company 29" in user.text
        assert "27 above" in user.text
        await user.press("board.first")
        assert "Company 00" in user.text
        assert user.text.count("above") == 0


async def test_a_click_selects_and_two_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Ringback, "CLICK_CHAIN_TIME_THRESHOLD", PATIENCE)  # not how fast two clicks are
    async with at_the_board(tmp_path) as user:
        await user.pilot.click(offset=(35, 6))
        assert user.card == "contoso"
        await user.pilot.click(offset=(35, 20))
        assert user.card == "contoso"
        assert user.on_board()
        await user.pilot.click(offset=(5, 6), times=2)
        assert user.card == "northwind"
        await user.until(lambda: not user.on_board())
        await user.until(lambda: "HISTORY" in user.text)


async def test_the_user_s_own_keys_act_and_are_shown(tmp_path: Path) -> None:
    own = Settings(keys={"board.down": "N", "card.open": "f5", "card.draft": "W"})
    async with at_the_board(tmp_path, settings=own) as user:
        assert user.said.startswith("W draft")
        await user.press("board.to_thank")
        await user.key("j")
        assert user.card == "northwind"
        await user.key("N")
        assert user.card == "initech"
        await user.key("f5")
        assert "HISTORY" in user.text


# The filter


async def test_filtering_follows_each_letter_and_enter_keeps_it(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.press("board.filter")
        await user.write("plat")
        assert user.card == "contoso"
        assert not user.state.cursor.columns["to_thank"]
        assert "0 of 2 to thank   only “plat”, esc for all" in user.text
        assert "AWAITING CALLBACK  1 of 1" in user.text and "TO THANK  0 of 2" in user.text
        assert user.text.count("nothing here passes the") == 3
        await user.key("enter")
        assert user.on_board()
        assert not user.state.cursor.columns["to_thank"]
        await user.press("board.back")
        assert len(user.state.cursor.columns["to_thank"]) == 2
        assert user.card == "contoso"


@pytest.mark.parametrize(
    "words",
    ["overdue", "column:call_now", "company:fab", "before:2026-11-16", 'company:"stark f', "fab overdue"],
)
async def test_no_word_on_its_way_empties_the_board(tmp_path: Path, words: str) -> None:
    async with at_the_board(tmp_path) as user:
        await user.press("board.filter")
        for letter in words:
            await user.write(letter)
            assert any(user.state.cursor.columns.values()), user.state.cursor.filter


async def test_enter_takes_half_a_word_for_text(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.press("board.filter")
        await user.write("ov")
        assert user.card
        await user.key("enter")
        assert user.on_board()
        assert not user.card and "only “ov”" in user.text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("salary:90", "There is no 'salary:' to look for; there are company: role:"),
        ("company:", "company: needs a value, as in company:globex."),
        ("before:fr", "“fr” is not understood"),
        ('"init', "A quotation mark is not closed"),
    ],
)
async def test_words_that_cannot_be_looked_for_are_told_and_stay_to_be_put_right(
    tmp_path: Path, words: str, said: str
) -> None:
    async with at_the_board(tmp_path) as user:
        await user.press("board.filter")
        await user.write(words)
        assert any(user.state.cursor.columns.values())
        await user.key("enter")
        assert user.said.startswith(said)
        assert not user.on_board()
        await user.key("escape")
        assert user.on_board()
        assert not user.state.cursor.filter


async def test_a_filter_that_nothing_passes_says_so_and_how_to_get_back(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, size=(80, 24), demo=True) as user:
        await user.press("board.filter")
        await user.write("zzz")
        await user.key("enter")
        assert user.line("coming") == "Coming  none passes the filter"
        assert user.said.startswith("esc all cards")
        assert "only “zzz”, esc for all" in user.lines[0]
        await user.press("board.back")
        assert "Hooli" in user.line("coming")


async def test_escape_clears_the_filter_from_inside_it(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.press("board.filter")
        await user.write("zzz")
        assert user.card == ""
        await user.key("escape")
        assert user.on_board()
        assert "Northwind" in user.text
        assert not user.board.query(".filter")


async def test_a_filter_that_is_opened_again_at_once_takes_the_letters(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.press("board.filter")
        await user.key("z", "escape", "slash", *"GLOB")
        assert user.state.cursor.filter == "GLOB"
        await user.key("enter")
        assert user.card == "globex"


@pytest.mark.parametrize(
    ("words", "found"), [("CLEO", ["northwind"]), ("intro b", ["initech"]), ("globex", ["globex"])]
)
async def test_the_filter_looks_at_people_roles_and_rounds(
    tmp_path: Path, words: str, found: list[str]
) -> None:
    async with at_the_board(tmp_path) as user:
        await user.press("board.filter")
        await user.write(words)
        assert [card.id for cards in user.state.cursor.columns.values() for card in cards] == found


async def test_the_filter_is_found_again_and_nothing_gets_stuck_in_it(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.press("board.filter")
        await user.write("nor")
        await user.pilot.click(offset=(5, 6))
        assert user.on_board()
        await user.press("board.filter")
        await user.write("th")
        assert user.state.cursor.filter == "th"
        await user.key("tab")
        assert user.on_board()
        await user.press("board.back")
        assert user.state.cursor.filter == ""


async def test_what_may_not_be_shown_is_not_taken_into_the_filter(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.press("board.filter")
        await user.paste("a\x1b[2J\u202eb")
        assert user.state.cursor.filter == "a[2Jb"
        assert "\x1b" not in user.text
        assert "\u202e" not in user.text


async def test_a_card_that_stops_passing_the_filter_loses_the_cursor_only(tmp_path: Path) -> None:
    cards = [*interviews(), made(id="north", company="North Star", ends_at=NOW - timedelta(hours=2))]
    async with at_the_board(tmp_path, cards) as user:
        await user.press("board.filter")
        await user.write("north")
        await user.key("enter")
        assert user.card == "northwind"
        user.another().delete("gone", ["northwind"])
        user.board.clock.watch()
        await user.until(lambda: user.card == "north")
