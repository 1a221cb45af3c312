"""Every expected standing of the timeline vectors."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from store.interview import Interview
from store.rules.application import Applications
from store.rules.board import Card, card
from tests.making import vector_policy, written

VECTORS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "timeline.json").read_text("utf-8"))


def expectation(one: Card) -> dict[str, Any]:
    """The card as the vectors have it."""
    told: dict[str, Any] = {
        "column": one.column,
        "level": one.standing.level,
        "due": written(one.standing.due),
        "next_change": written(one.next_change),
        "owed": [{"to": owed.to, "channel": owed.channel, "from": written(owed.begins)} for owed in one.owed],
    }
    if one.column == "call_now":
        asks = one.follow_up
        told["follow_up"] = asks and {"channel": asks.channel, "to": asks.to, "from": written(asks.begins)}
    if one.owes:
        told["owes"] = [
            {"id": owes.id, "what": owes.what, "to": owes.to, "due": written(owes.due),
             "pressing": owes.pressing}
            for owes in one.owes
        ]  # fmt: skip
    if one.course.elsewhere.later is not None:
        told["later_round"] = one.course.elsewhere.later.id
    return told


@pytest.mark.parametrize("vector", VECTORS, ids=[one["name"] for one in VECTORS])
def test_vector(vector: dict[str, Any]) -> None:
    interview = msgspec.convert(vector["interview"], Interview)
    others = [msgspec.convert(one, Interview) for one in vector.get("others", [])]
    rounds = Applications([interview, *others]).rounds(interview)
    policy, zone = vector_policy(vector)
    for expected in vector["expect"]:
        now = datetime.fromisoformat(expected["at"])
        told = expectation(card(interview, policy, now, zone, rounds))
        assert {"at": expected["at"], **told} == expected
