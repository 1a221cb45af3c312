"""Every expected standing of the timeline vectors."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from store.interview import Interview, iso
from store.rules.standing import next_change, standing
from tests.making import POLICY

VECTORS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "timeline.json").read_text("utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=[one["name"] for one in VECTORS])
def test_vector(vector: dict[str, Any]) -> None:
    interview = msgspec.convert(vector["interview"], Interview)
    for expected in vector["expect"]:
        now = datetime.fromisoformat(expected["at"])
        stands = standing(interview, POLICY, now)
        change = next_change(interview, POLICY, now)
        assert {
            "at": expected["at"],
            "column": stands.column,
            "level": stands.level,
            "due": stands.due and iso(stands.due),
            "next_change": change and iso(change),
        } == expected
