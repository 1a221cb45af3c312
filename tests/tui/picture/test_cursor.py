"""Where the user is on the board, and where that place goes when cards move."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from store.interview import Interview
from store.rules.board import Board, board
from tests.making import BERLIN, POLICY, after, closed, made, thanked
from tui.picture.cursor import Cursor

NOW = after(2)


def card(name: str, *events: Any, **facts: Any) -> Interview:
    return made(*events, id=name, company=name, **facts)


def to_thank(name: str) -> Interview:
    return card(name)


def waiting(name: str) -> Interview:
    return card(name, thanked(after(1)))


def to_call(name: str) -> Interview:
    return card(name, thanked(after(-200)), ends_at=after(-24 * 9))


def ended(name: str) -> Interview:
    return card(name, closed(after(1)))


def ahead(name: str) -> Interview:
    return card(name, ends_at=after(24 * 5))


def look(*interviews: Interview, now: datetime = NOW) -> Board:
    return board(interviews, POLICY, now, BERLIN)


def at(cursor: Cursor) -> tuple[str, str | None]:
    return cursor.column, cursor.card.id if cursor.card is not None else None


def started(*interviews: Interview) -> Cursor:
    cursor = Cursor()
    cursor.show(look(*interviews))
    return cursor


def test_it_begins_where_something_is_to_be_done() -> None:
    assert at(started()) == ("to_thank", None)
    assert at(started(ended("a"), ahead("b"))) == ("upcoming", "b")
    assert at(started(ended("a"), ahead("b"), waiting("c"))) == ("awaiting_callback", "c")
    assert at(started(waiting("c"), to_thank("d"))) == ("to_thank", "d")
    # A guess may wait; a thank-you has its day.
    assert at(started(to_thank("d"), to_call("e"))) == ("to_thank", "d")
    assert at(started(waiting("d"), to_call("e"))) == ("call_now", "e")


def test_it_follows_a_card_to_another_column() -> None:
    cursor = started(to_thank("a"), to_thank("b"), to_thank("c"))
    cursor.select("b")
    cursor.show(look(to_thank("a"), waiting("b"), waiting("bb"), to_thank("c")))
    assert at(cursor) == ("awaiting_callback", "b")


def test_it_follows_a_card_to_another_place() -> None:
    cursor = started(to_thank("b"), to_thank("c"))
    cursor.select("c")
    cursor.show(look(to_thank("a"), to_thank("aa"), to_thank("b"), to_thank("c")))
    assert (at(cursor), cursor.row) == (("to_thank", "c"), 3)


def test_it_stays_at_its_place_when_the_card_goes() -> None:
    cursor = started(to_thank("a"), to_thank("b"), to_thank("c"))
    cursor.select("b")
    cursor.show(look(to_thank("a"), to_thank("c")))
    assert at(cursor) == ("to_thank", "c")
    cursor.show(look(to_thank("a")))
    assert at(cursor) == ("to_thank", "a")
    cursor.show(look(waiting("x")))
    assert at(cursor) == ("to_thank", None)
    cursor.show(look(to_thank("y"), waiting("x")))
    assert at(cursor) == ("to_thank", "y")


def test_each_column_remembers_its_card() -> None:
    cursor = started(to_thank("a"), to_thank("b"), waiting("c"), waiting("d"))
    cursor.select("d")
    cursor.to_column("to_thank")
    assert at(cursor) == ("to_thank", "a")
    cursor.show(look(to_thank("a"), to_thank("b"), waiting("bb"), waiting("c"), waiting("d")))
    cursor.to_column("awaiting_callback")
    assert at(cursor) == ("awaiting_callback", "d")


def test_a_cursor_in_an_empty_column_stays_there() -> None:
    cursor = started(to_thank("a"))
    cursor.to_column("closed")
    cursor.show(look(to_thank("a"), to_thank("b")))
    assert at(cursor) == ("closed", None)


def test_steps() -> None:
    cursor = started(to_thank("a"), to_thank("b"), waiting("c"), ahead("x"), ahead("y"))
    steps = [
        ((0, 1), "b"), ((0, 1), "b"), ((1, 0), "c"), ((-1, 0), "b"), ((-1, 0), "b"), ((0, -1), "a"),
        ((0, -1), "x"), ((1, 0), "y"), ((1, 0), "y"), ((-1, 0), "x"), ((0, 1), "a"),
        ((1, 0), "c"), ((1, 0), None), ((1, 0), None), ((1, 0), None), ((-1, 0), None), ((-1, 0), "c"),
    ]  # fmt: skip
    for number, ((across, down), wanted) in enumerate(steps):
        cursor.go(across, down)
        assert at(cursor)[1] == wanted, number


def test_up_stays_where_there_is_nothing_above() -> None:
    cursor = started(waiting("a"))
    cursor.go(0, -1)
    assert at(cursor) == ("awaiting_callback", "a")
    assert not cursor.on_now


def test_the_line_of_what_to_do_now_is_above_all_and_follows_what_is_first() -> None:
    first, second = card("a", ends_at=after(-2)), card("b", ends_at=after(-1))
    cursor = started(first, second, ahead("x"))
    cursor.go(0, -1)
    assert (cursor.in_line, cursor.on_now) == (True, False)
    cursor.go(0, -1)
    assert (cursor.on_now, cursor.card and cursor.card.id) == (True, "a")
    cursor.go(0, -1)
    assert cursor.on_now
    cursor.show(look(second, ahead("x")))
    assert (cursor.on_now, cursor.card and cursor.card.id) == (True, "b")
    cursor.go(0, 1)
    assert (cursor.in_line, cursor.on_now) == (True, False)
    assert cursor.to_now()
    cursor.show(look(ahead("x")))
    assert not cursor.on_now
    assert not cursor.to_now()


def test_after_a_step_the_next_card_of_the_column_is_gone_on_to() -> None:
    cards = [to_thank("a"), to_thank("b"), to_thank("c")]
    cursor = started(*cards)
    cursor.select("b")
    cursor.show(look(cards[0], waiting("b"), cards[2]), stay=True)
    assert at(cursor) == ("to_thank", "c")
    cursor.show(look(cards[0], waiting("b"), waiting("c")), stay=True)
    assert at(cursor) == ("to_thank", "a")
    cursor.show(look(waiting("a"), waiting("b"), waiting("c")), stay=True)
    assert at(cursor) == ("awaiting_callback", "a")


def test_columns_go_round() -> None:
    cursor = started(to_thank("a"), ahead("x"))
    seen = []
    for _ in range(5):
        cursor.cycle(1)
        seen.append(cursor.column)
    assert seen == ["awaiting_callback", "call_now", "closed", "to_thank", "awaiting_callback"]
    cursor.cycle(-1)
    cursor.cycle(-1)
    assert cursor.column == "closed"
    for by, column in ((1, "to_thank"), (-1, "closed")):
        cursor.to_column("upcoming")
        cursor.cycle(by)
        assert cursor.column == column


def test_first_and_last() -> None:
    cursor = started(to_thank("a"), to_thank("b"), to_thank("c"))
    cursor.edge(1)
    assert at(cursor)[1] == "c"
    cursor.edge(-1)
    assert at(cursor)[1] == "a"
    cursor.to_column("closed")
    cursor.edge(1)
    assert at(cursor) == ("closed", None)


def test_a_filter_shows_what_fits_and_keeps_the_place() -> None:
    cards = [to_thank("Acme"), to_thank("Globex"), waiting("Hooli")]
    cursor = started(*cards)
    cursor.select("Globex")
    cursor.passing = frozenset({"Globex"})
    cursor.show(look(*cards))
    assert [one.id for one in cursor.columns["to_thank"]] == ["Globex"]
    assert (at(cursor), cursor.columns["awaiting_callback"]) == (("to_thank", "Globex"), ())
    cursor.passing = frozenset()
    cursor.show(look(*cards))
    assert at(cursor) == ("to_thank", None)
    assert not cursor.select("Globex")
    cursor.passing = None
    cursor.show(look(*cards))
    assert at(cursor) == ("to_thank", "Globex")


makers = st.sampled_from([to_thank, waiting, to_call, ended, ahead])
boards = st.dictionaries(st.sampled_from("abcdef"), makers, max_size=6).map(
    lambda found: [make(name) for name, make in found.items()]
)
steps = st.sampled_from(["up", "down", "left", "right", "cycle", "back", "first", "last", "filter", "all"])


@given(st.lists(steps | boards, max_size=20))
def test_it_is_always_on_a_card_or_in_an_empty_column(moves: list[Any]) -> None:
    cursor, shown = started(), look()
    for move in moves:
        before = cursor.card
        match move:
            case "up" | "down":
                cursor.go(0, -1 if move == "up" else 1)
            case "left" | "right":
                cursor.go(-1 if move == "left" else 1, 0)
            case "cycle" | "back":
                cursor.cycle(1 if move == "cycle" else -1)
            case "first" | "last":
                cursor.edge(-1 if move == "first" else 1)
            case "filter" | "all":
                cursor.passing = frozenset("a") if move == "filter" else None
                cursor.show(shown)
            case _:
                shown = look(*move)
                cursor.show(shown)
                still = shown.card(before.id) if before is not None and not cursor.on_now else None
                if still is not None and (cursor.passing is None or still.id in cursor.passing):
                    assert at(cursor) == (still.column, still.id)
        cards = cursor.columns[cursor.column]
        assert cursor.on_now or (cursor.card is None) == (not cards)
        assert 0 <= cursor.row <= max(0, len(cards) - 1)


# What closed long ago


def test_what_closed_long_ago_is_folded_until_it_is_asked_for() -> None:
    late = after(24 * 40)
    shown = look(ended("old"), card("new", closed(after(24 * 39))), now=late)
    cursor = Cursor()
    cursor.show(shown)
    assert ([one.id for one in cursor.columns["closed"]], cursor.older) == (["new"], 1)
    assert cursor.counted("closed") == (2, None)
    assert not cursor.select("old")
    assert cursor.card is not None and cursor.card.id == "new"
    cursor.unfolded = True
    cursor.show(shown)
    assert [one.id for one in cursor.columns["closed"]] == ["new", "old"]
    assert cursor.select("old")
    cursor.unfolded = False
    cursor.show(shown)
    assert at(cursor) == ("closed", "new")


def test_a_filter_finds_what_is_folded() -> None:
    cursor = Cursor()
    cursor.passing = frozenset({"old"})
    cursor.show(look(ended("old"), waiting("b"), now=after(24 * 40)))
    assert [one.id for one in cursor.columns["closed"]] == ["old"]
    assert (cursor.older, cursor.counted("closed")) == (0, (1, 2))


def test_a_card_is_old_from_the_thirtieth_day_on() -> None:
    for hours, old in ((24 * 30 + 0.9, False), (24 * 30 + 1, True)):
        cursor = Cursor()
        cursor.show(look(ended("a"), now=after(hours)))
        assert cursor.older == int(old)
