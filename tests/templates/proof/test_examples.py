"""The examples that were agreed on: where a rule must speak, and where it must not."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from templates.proof import Case, Meeting, Speller, proof

_EXAMPLES = json.loads(Path(__file__).with_name("data").joinpath("examples.json").read_text("utf-8"))
_ROWS = [
    (rule, kind == "positive", example)
    for rule, kinds in _EXAMPLES["rules"].items()
    for kind in ("positive", "negative")
    for example in kinds[kind]
]


def _case(card: dict[str, Any]) -> Case:
    meeting = Meeting(
        datetime.fromisoformat(card["starts_at"]),
        datetime.fromisoformat(card["ends_at"]),
        ZoneInfo(card["zone"]),
    )
    people = tuple(card["interviewers"])
    return Case(
        company=card["company"],
        role=card["role"],
        people=people,
        addressed=(card["reader"],),
        met=len(people),
        me=card["me"],
        purpose=card["purpose"],
        channel=card["channel"],
        now=datetime.fromisoformat(card["at"]),
        meeting=meeting,
        topics=tuple(card["topics"]),
        loose_ends=tuple(card["loose_ends"]),
    )


def test_there_are_examples_of_twelve_rules() -> None:
    assert len({rule for rule, _, _ in _ROWS}) == 12


@pytest.mark.parametrize(("rule", "speaks", "example"), _ROWS, ids=lambda value: str(value)[:60])
def test_a_rule_speaks_where_it_must_and_only_there(rule: str, speaks: bool, example: dict[str, str]) -> None:
    case = _case(_EXAMPLES["cards"][example["card"]])
    found = {f.rule for f in proof(example["text"], case, speller=Speller.load())}
    assert (rule in found) is speaks
