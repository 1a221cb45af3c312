"""The rounds of one application on the board: one goes on in the next."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from store.interview import Closed, Interview
from store.rules.standing import Column
from tests.making import ADA, closed, made, thanked
from tests.tui.board_app import NOW, User, at_the_board
from tui.forms.form import Form


def panel(**facts: Any) -> Interview:
    """A panel three days ago, with the thanks sent."""
    ends = NOW - timedelta(days=3)
    plain: dict[str, Any] = {
        "id": "first",
        "company": "Zephyr",
        "role": "ML",
        "round": "Panel",
        "ends_at": ends,
    }
    return made(thanked(NOW - timedelta(days=2)), **{**plain, **facts})


async def enter(user: User, round_name: str, start: str) -> None:
    """Fill in what is new in the form of the next round, which has just been asked for, and save."""
    await user.until(lambda: isinstance(user.app.screen, Form))
    await user.settle()
    await user.write(round_name)
    await user.key("tab")
    await user.write(start)
    await user.key("ctrl+d")
    await user.until(user.on_board)


async def test_the_next_round_is_two_keys_away_and_the_earlier_card_goes_on_in_it(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, [panel()]) as user:
        before = user.service.book
        await user.go_to("first")
        await user.press("card.outcome")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.key("n")
        await user.until(lambda: "the next round" in user.text and "how did it end" not in user.text)
        await enter(user, "Technical", "2026-11-30 14:00")
        assert "Panel goes on in Technical, Mon 30 Nov" in user.said
        assert user.column("closed") == ["first"]
        new = next(one for one in user.service.book.interviews.values() if one.id != "first")
        assert (new.company, new.role, new.round, new.interviewers) == ("Zephyr", "ML", "Technical", (ADA,))
        assert user.service.interview("first").events == before.interviews["first"].events
        await user.press("board.undo")
        await user.until(lambda: user.said.startswith("undone: added Zephyr, Technical"))
        assert user.service.book == before


async def test_the_page_of_a_card_adds_its_next_round(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, [panel(role="")]) as user:
        await user.go_to("first")
        await user.press("card.open")
        await user.key("a")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await enter(user, "Technical", "2026-11-30 14:00")
        assert user.column("closed") == ["first"]
        assert {one.opportunity for one in user.service.book.interviews.values()} == {"Zephyr"}
        await user.press("board.undo")
        await user.until(lambda: user.said.startswith("undone: "))
        assert user.service.interview("first").opportunity is None


async def test_what_was_begun_of_a_next_round_is_gone_on_with(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, [panel()]) as user:
        await user.go_to("first")
        await user.press("card.outcome")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.key("n")
        await user.until(lambda: "the next round" in user.text and "how did it end" not in user.text)
        await user.settle()
        await user.write("Tech")
        await user.key("escape")
        await user.until(lambda: "the next round" in user.said and "is kept" in user.said)
        await user.key("enter")
        await enter(user, "nical", "2026-11-30 14:00")
        assert {one.round for one in user.service.book.interviews.values()} == {"Panel", "Technical"}


@pytest.mark.parametrize(("key", "column"), [("y", "closed"), ("n", "awaiting_callback")])
async def test_whether_it_belongs_to_the_application_is_asked_before(
    tmp_path: Path, key: str, column: Column
) -> None:
    async with at_the_board(tmp_path, [panel(opportunity="zephyr-ml")]) as user:
        before = user.service.book
        await user.press("card.add")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.settle()
        for text in ("Zephyr", "2026-11-30 14:00"):
            await user.write(text)
            await user.key("tab")
        await user.key("ctrl+d")
        await user.until(lambda: "Is this a round of the application “zephyr-ml”?" in user.text)
        assert user.service.book == before
        await user.key(key)
        await user.until(user.on_board)
        assert user.column(column) == ["first"]
        await user.press("board.undo")
        await user.until(lambda: user.said.startswith("undone: added Zephyr"))
        assert user.service.book == before


def technical(**facts: Any) -> Interview:
    """The round in which the panel goes on."""
    plain: dict[str, Any] = {"id": "last", "company": "Zephyr", "role": "ML", "round": "Technical"}
    return made(**{**plain, "ends_at": NOW + timedelta(days=11), **facts})


async def test_a_later_round_from_another_window_is_told(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, [panel(), panel(id="other", company="Acme")]) as user:
        user.another().add("added", technical())
        user.board.clock.watch()
        await user.until(lambda: user.said.startswith("Zephyr: Panel goes on in Technical, Mon 30 Nov."))
        assert user.column("closed") == ["first"]
        user.another().add("added", technical(id="third", round="Final", ends_at=NOW + timedelta(days=20)))
        user.board.clock.watch()
        await user.until(lambda: user.said.startswith("Zephyr: Technical goes on in Final, Wed 9 Dec."))


@pytest.mark.parametrize("brought", [closed(NOW - timedelta(days=1)), None], ids=["already closed", "new"])
async def test_a_round_that_waited_for_nothing_here_is_not_told(
    tmp_path: Path, brought: Closed | None
) -> None:
    """Its answer was there, or it has come with the later one."""
    cards = [panel(id="other", company="Acme")]
    if brought is not None:
        cards.append(made(brought, id="first", company="Zephyr", role="ML", ends_at=NOW - timedelta(days=3)))
    async with at_the_board(tmp_path, cards) as user:
        rounds = [technical()] if brought is not None else [panel(), technical()]
        service = user.another()
        for one in rounds:
            service.add("added", one)
        user.board.clock.watch()
        await user.until(lambda: user.state.board.card("last") is not None)
        await user.settle()
        assert "goes on" not in user.said


@pytest.mark.parametrize(("key", "where"), [("y", "last"), ("n", "first")])
async def test_what_is_heard_on_an_earlier_card_may_be_about_the_last_round(
    tmp_path: Path, key: str, where: str
) -> None:
    async with at_the_board(tmp_path, [panel(), technical()]) as user:
        await user.go_to("first")
        await user.press("card.promise")
        await user.until(lambda: "Is it about Technical?" in user.text)
        await user.key(key)
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.settle()
        await user.write("2026-12-04")
        await user.key("ctrl+d")
        await user.until(user.on_board)
        promised = [one.id for one in user.service.book.interviews.values() if one.events[-1:]
                    and one.events[-1].KIND == "promised"]  # fmt: skip
        assert promised == [where]


@pytest.mark.parametrize(("key", "over"), [("y", ["first", "last"]), ("n", ["first"])])
async def test_their_word_may_go_for_the_last_round_as_well(
    tmp_path: Path, key: str, over: list[str]
) -> None:
    async with at_the_board(tmp_path, [panel(), technical()]) as user:
        before = user.service.book
        await user.go_to("first")
        await user.press("card.outcome")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.key("r", "ctrl+d")
        await user.until(lambda: "Is it their word on Technical as well?" in user.text)
        assert user.service.book == before
        await user.key(key)
        await user.until(user.on_board)
        found = user.service.book.interviews.values()
        assert [one.id for one in found if any(isinstance(event, Closed) for event in one.events)] == over
        await user.press("board.undo")
        await user.until(lambda: user.said.startswith("undone: Zephyr: rejected"))
        assert user.service.book == before


async def test_an_offer_that_is_held_says_how_many_others_are_open(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("initech")
        await user.press("card.outcome")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.key("o", "tab", "tab")
        await user.write("2026-11-27")
        await user.key("ctrl+d")
        await user.until(user.on_board)
        assert "An offer is held until Fri 27 Nov; 5 others are still open." in user.said


async def test_after_accepting_one_step_withdraws_from_the_others(tmp_path: Path) -> None:
    cards = [
        panel(),
        technical(),
        panel(id="open", company="Globex"),
        made(closed(NOW, "offer"), id="offered", company="Initech", ends_at=NOW - timedelta(days=3)),
        made(closed(NOW), id="over", company="Hooli", ends_at=NOW - timedelta(days=3)),
    ]
    async with at_the_board(tmp_path, cards) as user:
        await user.go_to("last")
        await user.press("card.outcome")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.key("a", "ctrl+d")
        await user.until(lambda: "Withdraw from the other 2 applications?" in user.text)
        await user.key("y")
        seen = []
        for _ in range(2):
            await user.until(user.is_writing)
            await user.settle()
            seen.append(user.writing.opened.company)
            assert user.writing.draft.template in ("withdrawal", "reply-decline")
            await user.read_the_last_time()
            await user.key("s")
            await user.until(lambda: results(user, seen[-1]) & {"withdrawn", "declined"})
        assert sorted(seen) == ["Globex", "Initech"]
        assert results(user, "Globex") == {"withdrawn"}
        assert results(user, "Initech") == {"offer", "declined"}
        assert results(user, "Hooli") == {"rejected"}
        await user.until(user.on_board)


async def test_a_letter_that_is_not_sent_withdraws_from_nothing_and_the_next_is_offered(
    tmp_path: Path,
) -> None:
    cards = [technical(), panel(id="open", company="Globex"), panel(id="other", company="Umbrella")]
    async with at_the_board(tmp_path, cards) as user:
        await user.go_to("last")
        await user.press("card.outcome")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.key("a", "ctrl+d")
        await user.until(lambda: "Withdraw from the other 2 applications?" in user.text)
        await user.key("y")
        await user.until(user.is_writing)
        await user.settle()
        await user.key("escape")
        await user.until(lambda: "Go on with the letter to" in user.text)
        await user.key("n")
        await user.until(user.on_board)
        assert results(user, "Globex") == results(user, "Umbrella") == set()


def results(user: User, company: str) -> set[str]:
    return {
        event.result
        for one in user.service.book.interviews.values()
        if one.company == company
        for event in one.events
        if isinstance(event, Closed)
    }
