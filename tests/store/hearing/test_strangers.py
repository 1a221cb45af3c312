"""What strangers write after interviews, each with the answers that are right; written apart from the rules.

Each record of `strangers.txt` begins with its language and what may be made of it: `owes=…+promised=…` are two
things said, what stands behind `|` would be right as well. Where nothing is named, it was merely heard. `ours.txt`
holds sentences of our own, written to be hard.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from store.hearing.days import Times
from store.hearing.wording import WORDINGS
from tests.store.hearing.reading import reader, said


class Stranger(NamedTuple):
    """A message, and the sets of things said that are right for it."""

    language: str
    right: tuple[frozenset[str], ...]
    text: str


@cache
def strangers() -> tuple[Stranger, ...]:
    here = Path(__file__).parent
    texts = [(here / name).read_text(encoding="utf-8").rstrip() for name in ("strangers.txt", "ours.txt")]
    return tuple(_stranger(record) for text in texts for record in text.split("\n===\n"))


def _stranger(record: str) -> Stranger:
    head, _, text = record.partition("\n")
    language, _, says = head.partition(" ")
    right = tuple(frozenset(one.split("+")) - {"heard"} for one in says.split("|"))
    return Stranger(language, right, text)


def _fits(got: set[str], wanted: frozenset[str]) -> bool:
    """An hour that is not named may be any, and so may a day."""
    return len(got) == len(wanted) and all(any(one.startswith(want) for one in got) for want in wanted)


def test_what_strangers_write_is_read_right() -> None:
    everyone = strangers()
    wrong = [
        one.text for one in everyone if not any(_fits(said(one.text, one.language), way) for way in one.right)
    ]
    assert len(everyone) >= 2200
    assert len(wrong) <= 0.02 * len(everyone), wrong


def test_nothing_that_strangers_did_not_write_is_invented() -> None:
    for one in strangers():
        allowed = tuple(want for way in one.right for want in way)
        invented = [got for got in said(one.text, one.language) if not got.startswith(allowed or ("?",))]
        assert not invented, (one.text, invented)


def test_promises_have_their_day() -> None:
    """One that is missed is taken as merely heard; one with a wrong day is not to be."""
    right, wrong, everyone = 0, [], 0
    for one in strangers():
        days = {want for way in one.right for want in way if want.startswith("promised=")}
        if not days or any("heard" in str(way) or not way for way in one.right):
            continue
        everyone += 1
        got = [found for found in said(one.text, one.language) if found.startswith("promised=")]
        if any(found.startswith(day) for found in got for day in days):
            right += 1
        elif got:
            wrong.append((one.text, got))
    assert not wrong
    assert right >= 0.97 * everyone


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We sat in the sun, which was nice.", "en"),
        ("It may be that the second one is the one.", "en"),
        ("Die Unterlagen, die ich meine, so wie die anderen.", "de"),
        ("Le bureau donne sur la mer.", "fr"),
    ],
)
def test_ordinary_words_are_no_days(text: str, language: str) -> None:
    assert not list(Times(reader(language)).named(text, WORDINGS[language]))


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("I will get back to you by EOD.", "en", "2026-11-25"),
        ("We will let you know by noon.", "en", "2026-11-25"),
        ("Wir melden uns bis morgen.", "de", "2026-11-26"),
        ("Nous reviendrons vers vous d'ici demain.", "fr", "2026-11-26"),
        ("Le daremos una respuesta mañana.", "es", "2026-11-26"),
    ],
)
def test_the_full_stop_of_a_sentence_is_not_that_of_its_day(text: str, language: str, day: str) -> None:
    (found,) = said(text, language)
    assert found.startswith(f"promised={day}")
