"""Which columns are shown where not all fit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import pytest

from store.rules.standing import Column
from tui.picture.cursor import FOUR, in_view


@pytest.mark.parametrize(
    ("current", "due", "shown"),
    [
        ("to_thank", ["to_thank", "call_now"], ("to_thank", "call_now")),
        ("call_now", ["to_thank", "call_now"], ("to_thank", "call_now")),
        ("awaiting_callback", ["call_now", "to_thank"], ("awaiting_callback", "call_now")),
        ("closed", ["to_thank"], ("to_thank", "closed")),
        ("to_thank", [], ("to_thank", "awaiting_callback")),
        ("closed", [], ("call_now", "closed")),
        ("call_now", ["upcoming"], ("call_now", "closed")),
    ],
)
def test_the_pair_is_where_the_user_is_and_what_is_due(
    current: Column, due: Sequence[Column], shown: tuple[Column, ...]
) -> None:
    assert in_view(current, 2, due) == shown


def test_as_many_as_fit_in_their_order_and_the_cursors_among_them() -> None:
    for current, count, due in product(FOUR, (1, 2, 4), ([], ["call_now"], ["closed", "to_thank"])):
        shown = in_view(current, count, due)  # type: ignore[arg-type]
        assert len(shown) == count and current in shown
        assert list(shown) == sorted(shown, key=FOUR.index)
