"""What to do now, and when there is more: the vectors, and what holds for all of them."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from store.interview import Interview
from store.rules.board import board
from store.rules.next_deeds import Task, tasks, then
from tests.making import vector_policy, written

BOOKS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "next.json").read_text("utf-8"))


def entry(task: Task) -> dict[str, Any]:
    """A task as the vectors have it."""
    deed = task.deed
    return {
        "id": task.card.id,
        "do": deed.do,
        "to": list(deed.to),
        "channel": deed.channel,
        "until": written(deed.until),
        "of": deed.of,
    }


@pytest.mark.parametrize("book", BOOKS, ids=[f"book {number}" for number in range(len(BOOKS))])
def test_book(book: dict[str, Any]) -> None:
    interviews = [msgspec.convert(one, Interview) for one in book["interviews"]]
    policy, zone = vector_policy(book)
    for expected in book["expect"]:
        now = datetime.fromisoformat(expected["at"])
        stands = board(interviews, policy, now, zone)
        found = [entry(task) for task in tasks(stands)]
        assert found == expected["now"], expected["at"]
        assert written(then(stands.cards(), policy, now, zone)) == expected["then"], expected["at"]
