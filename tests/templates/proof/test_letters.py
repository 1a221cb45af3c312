"""Letters by somebody who did not know the checks: good ones as experts praise them, and faulty ones."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from templates.proof import Case, Finding, Meeting, Speller, proof

_LETTERS = json.loads(Path(__file__).with_name("data").joinpath("letters.json").read_text("utf-8"))
_OF_ALL = {"stock", "ai_voice", "length", "subject", "no_topic"}
"""Rules that speak of a text as a whole, whatever passage of it is meant."""


def _findings(letter: dict[str, Any]) -> list[Finding]:
    card = letter["card"]
    begins, ends = (datetime.fromisoformat(card[key]) for key in ("starts_at", "ends_at"))
    mail = card["channel"] == "email"
    case = Case(
        company=card["company"],
        role=card["role"],
        people=(*card["interviewers"], *card["contacts"]),
        addressed=(card["reader"],),
        met=len(card["interviewers"]),
        me=card["me"],
        purpose=card["purpose"],
        channel=card["channel"],
        language=letter["language"],
        now=datetime.fromisoformat(card["at"]),
        meeting=Meeting(begins, ends, ZoneInfo(card["zone"])),
        result=card["result"],
        offer=card["result"] == "offer",
        topics=tuple(card["topics"]),
        loose_ends=tuple(card["loose_ends"]),
    )
    subject = letter["subject"] if mail else None
    return [*proof(letter["text"], case, subject=subject, speller=Speller.load())]


def _found(planted: dict[str, str], letter: dict[str, Any], findings: list[Finding]) -> bool:
    place = letter["text"].find(planted["passage"]) if planted["passage"] else -1
    end = place + len(planted["passage"])
    return any(
        (f.start is None and (place < 0 or f.rule in _OF_ALL))
        or (f.start is not None and f.end is not None and place >= 0 and f.start < end and f.end > place)
        for f in findings
    )


def _id(letter: dict[str, Any]) -> str:
    return str(letter["id"])


@pytest.mark.parametrize("letter", _LETTERS["good"], ids=_id)
def test_a_good_letter_is_not_blocked(letter: dict[str, Any]) -> None:
    assert [(f.rule, f.text) for f in _findings(letter) if f.level == "block"] == []


def test_good_letters_get_hardly_a_remark() -> None:
    remarks = [f for letter in _LETTERS["good"] for f in _findings(letter)]
    assert len(remarks) <= 0.1 * len(_LETTERS["good"]), remarks


@pytest.mark.parametrize("letter", _LETTERS["faulty"], ids=_id)
def test_what_was_planted_is_found(letter: dict[str, Any]) -> None:
    findings = _findings(letter)
    assert [one["what"] for one in letter["planted"] if not _found(one, letter, findings)] == []
