"""What stands above the columns: what is to be done, how many, and what comes."""

from __future__ import annotations

from typing import Any

import pytest
from rich.cells import cell_len

from store.rules.board import Board, Card, board
from store.rules.next_deeds import tasks
from tests.making import BERLIN, POLICY, after, card, made, owes, promised, thanked
from tests.tui.words.shown_cards import DONE, KEYS
from tui.words.cards import upcoming
from tui.words.deeds import deed_words
from tui.words.headline import coming_line, headline, now_line, ways_on


def board_of(*cards: Card) -> Any:
    return board([one.interview for one in cards], POLICY, after(48), BERLIN)


def test_of_what_is_to_be_done_now_the_time_left_is_never_cut() -> None:
    one = card(made(company="A company with a name that is long", interviewers=()), after(2))
    for width in (20, 38, 80):
        left, _ = now_line(
            tasks(board_of(one))[0], 0, None, after(2), BERLIN, KEYS, current=False, width=width
        )
        words = "".join(text for text, _ in left)
        assert words.endswith(" left") and cell_len(words) <= max(20, width - 3)


def test_what_is_owed_and_the_time_left_are_told_apart() -> None:
    one = card(made(DONE, owes(after(1), "references", "2026-11-19")), after(3))
    said = [deed_words(task, after(3)) for task in tasks(board([one.interview], POLICY, after(3), BERLIN))]
    assert "send Globex what you promised (references): 23 h left" in said


def test_what_is_to_be_done_is_counted() -> None:
    thank, call = (
        card(made(), after(2)),
        card(made(thanked(after(1)), promised(after(1), "2026-11-18T15:00:00Z"), id="b"), after(48)),
    )
    assert top_line(board_of()) == "ringback   nothing to do now"
    assert top_line(board_of(thank)) == "ringback   1 to thank"
    assert top_line(board_of(thank, call)) == "ringback   1 to thank · 1 to call"


def top_line(shown: Board, width: int = 80, passing: frozenset[str] | None = None) -> str:
    """The left of the top line; `passing` as under the filter “ada”."""
    wanted = "" if passing is None else "ada"
    left, right = headline(
        shown, BERLIN, KEYS, wanted=wanted, passing=passing, marked=0, looking=False, width=width
    )
    assert sum(cell_len(text) for text, _ in (*left, *right)) <= width - 5
    return "".join(text for text, _ in left)


@pytest.mark.parametrize(
    ("passing", "width", "said"),
    [
        ({"a"}, 120, "ringback   1 of 2 to thank · 0 of 1 to call   only “ada”, esc for all"),
        ({"a"}, 90, "1 of 2 to thank · 0 of 1 to call   only “ada”, esc for all"),
        ({"a"}, 81, "1 of 2 to thank · 0 of 1 more   only “ada”, esc for all"),
        ({"b"}, 120, "ringback   0 of 2 to thank · 1 of 1 to call   only “ada”, esc for all"),
        ((), 120, "ringback   0 of 2 to thank · 0 of 1 to call   only “ada”, esc for all"),
        ({"a"}, 50, "only “ada”, esc for all"),
    ],
)
def test_under_a_filter_its_own_cards_are_counted(passing: set[str], width: int, said: str) -> None:
    thank, other = (card(made(id=name, company=name), after(2)) for name in ("a", "c"))
    due = (thanked(after(1)), promised(after(1), "2026-11-18T15:00:00Z"))
    call = card(made(*due, id="b", company="b"), after(48))
    assert top_line(board_of(thank, other, call), width, frozenset(passing)) == said


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (60, "ringback   1 to thank · 1 to call"),
        (51, "1 to thank · 1 to call"),
        (50, "1 to thank · 1 to call"),
        (49, "1✎ 1✆"),
        (20, "1✎ 1✆"),
    ],
)
def test_counts_are_put_more_briefly_before_they_are_cut(width: int, said: str) -> None:
    thank = card(made(), after(2))
    call = card(made(thanked(after(1)), promised(after(1), "2026-11-18T15:00:00Z"), id="b"), after(48))
    left, right = headline(
        board_of(thank, call), BERLIN, KEYS, wanted="", marked=0, looking=False, width=width
    )
    assert "".join(text for text, _ in left) == said
    assert sum(cell_len(text) for text, _ in (*left, *right)) <= width - 5


@pytest.mark.parametrize("width", [20, 59, 60, 120])
def test_the_top_line(width: int) -> None:
    left, right = headline(
        board_of(), BERLIN, KEYS, wanted="ada", marked=2, looking=True, width=width, demo=True
    )
    words = "".join(text for text, _ in left)
    assert words.endswith("2 marked   only “ada”, esc for all")
    assert "".join(text for text, _ in right).startswith(
        "looking at Fri 20 Nov 15:00" if width >= 60 else "looking at Fri 15:00"
    )


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (120, "ringback   demo, nothing is kept   nothing to do now   "),
        (104, "demo, nothing is kept   nothing to do now   "), (90, "demo   nothing to do now   "),
        (60, ""), (59, ""), (20, ""),  # the time that is looked at goes before
    ],
)  # fmt: skip
def test_the_top_line_without_a_filter(width: int, said: str) -> None:
    left, _ = headline(board_of(), BERLIN, KEYS, wanted="", marked=2, looking=True, width=width, demo=True)
    assert "".join(text for text, _ in left) == f"{said}2 marked"


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (120, "ringback   demo, nothing is kept   nothing to do now   only “ada”, esc for all"),
        (80, "demo   nothing to do now   only “ada”, esc for all"),
        (70, "nothing to do now   only “ada”, esc for all"),
        (40, "only “ada”, esc for all"),
    ],
)
def test_that_a_filter_is_on_is_left_out_last(width: int, said: str) -> None:
    left, right = headline(
        board_of(), BERLIN, KEYS, wanted="ada", marked=0, looking=False, width=width, demo=True
    )
    assert "".join(text for text, _ in left) == said
    assert sum(len(text) for text, _ in (*left, *right)) <= width - 5


def test_the_line_of_interviews_to_come() -> None:
    ahead = [card(made(id=f"iv-{n}", company=f"C{n}", round="Final"), after(-3)) for n in range(3)]
    now = after(-3)
    assert "".join(text for text, _ in coming_line((), now, BERLIN, KEYS, None)).startswith(
        "Coming  no interview ahead"
    )
    hidden = coming_line((), now, BERLIN, KEYS, None, hidden=2)
    assert "".join(text for text, _ in hidden) == "Coming  none passes the filter"
    some = "".join(text for text, _ in coming_line(ahead[:1], now, BERLIN, KEYS, None, hidden=2))
    assert some == "Coming  1 of 3: C0, final, today 14:00"
    whole = "".join(text for text, _ in coming_line(ahead, now, BERLIN, KEYS, None))
    assert whole == "Coming  C0, final, today 14:00 · C1, final, today 14:00 · C2, final, today 14:00"
    later = coming_line(ahead, now, BERLIN, KEYS, 2)
    assert ("C2, final, today 14:00", "current") in later
    assert later[1][0] == "… · "
    assert upcoming(card(made(), after(-0.5)), after(-0.5), BERLIN) == "Globex, panel, under way until 15:00"


@pytest.mark.parametrize("width", [36, 40, 60, 80, 120])
def test_with_nothing_yet_the_ways_to_begin_are_whole(width: int) -> None:
    lines = ["".join(text for text, _ in row) for row in ways_on(KEYS, width)]
    left, _ = now_line(None, 0, None, after(2), BERLIN, KEYS, current=False, width=width, empty=True)
    for line in (*lines, "".join(text for text, _ in left)):
        assert len(line) <= width - 4 and not line.endswith(("…", ";"))
