"""Thirty days with two boards and a timer: whoever is first gives notice, and nobody a second time."""

from __future__ import annotations

import os
import random
import re
from collections import Counter
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from store.clock import StoppedClock
from store.interview import Interview
from store.rules.announcing import DueMark, announcements, is_quiet
from store.rules.board import board
from store.settings import Remind, Settings, as_toml
from tests.making import (
    ADA,
    BEN,
    BERLIN,
    CLEO,
    POLICY,
    after,
    called,
    closed,
    made,
    owes,
    promised,
    snoozed,
    thanked,
)
from tests.tui.board_app import NOW, at_the_board
from tests.tui.handover.recorder import given, recorder
from tests.tui.screens.waiting import tick
from tui.cli import main

MONTH = timedelta(days=30)
STEP = timedelta(minutes=5)


def search() -> list[Interview]:
    """Cards of which each announces something at some time, some of them at the same."""
    there = (thanked(after(1)), thanked(after(1), "p2"), thanked(after(1), "p3"))
    events = [
        (promised(after(1), "2026-11-24"),),
        (promised(after(1), "2026-11-27"),),
        (promised(after(1), "2026-11-27"), snoozed(after(2), "2026-12-09")),
        (called(after(20)), called(after(21), "no_answer")),
        (closed(after(2), "offer", "2026-11-30T11:17:00Z"),),
        (closed(after(2), "offer", "2026-11-24T22:30:00Z"), owes(after(3), due="2026-11-27")),
        (owes(after(2), "a sample", due="2026-11-23T22:45:00Z"), owes(after(2), "a list", due="2026-12-01")),
    ]
    cards = [
        made(*there, *own, id=f"card{n}", company=f"Company{n}", interviewers=(ADA, BEN, CLEO))
        for n, own in enumerate(events)
    ]
    ends = [NOW + timedelta(hours=hours) for hours in (-20, -9, 3, 70, 200, 371.5)]
    cards += [made(id=f"new{n}", company=f"Fresh{n}", ends_at=one) for n, one in enumerate(ends)]
    zones = ("America/New_York", "Asia/Tokyo", "Asia/Kathmandu")
    cards += [
        made(*there, id=f"far{n}", company=f"Far{n}", zone=zone, interviewers=(BEN, CLEO))
        for n, zone in enumerate(zones)
    ]
    return cards


def boundaries(cards: list[Interview]) -> dict[DueMark, datetime]:
    """When each thing may first be announced, if nobody does anything; what is due at the start left out."""
    first = {one.mark: NOW for one in announcements(board(cards, POLICY, NOW, BERLIN))}
    known = set(first)
    at = NOW
    while at < NOW + MONTH:
        at += STEP
        if not is_quiet(POLICY, at, BERLIN):
            for one in announcements(board(cards, POLICY, at, BERLIN)):
                first.setdefault(one.mark, at)
    return {mark: at for mark, at in first.items() if mark not in known}


KINDS = {"Call": "ask", "Write": "ask", "Answer": "answer", "Send": "owes", "Thank": "thank"}


def told(folder: Path) -> Counter[tuple[str, str]]:
    """Of which company notice was given, and of what."""
    found: Counter[tuple[str, str]] = Counter()
    for _, text in given(folder):
        for line in text.split("\n"):
            company = re.search(r"(Company|Fresh|Far)\d", line)
            assert company, line
            found[company[0], KINDS[line.split()[0]]] += 1
    return found


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
async def test_each_boundary_once_in_thirty_days(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    dice, cards = random.Random(seed), search()
    expected = boundaries(cards)
    assert len(expected) >= 18
    program = recorder(tmp_path / "bin")
    settings = Settings(remind=Remind(notify_command=str(program)), policy=POLICY)
    config = tmp_path / "config.toml"
    config.write_text(as_toml(settings))
    config.chmod(0o600)
    monkeypatch.setenv("TZ", "Europe/Berlin")
    clock = StoppedClock(NOW)
    timer = ["--db", str(tmp_path / "ringback.json"), "--config", str(config), "remind"]
    ticks = {NOW + dice.random() * MONTH for _ in range(60)} | {NOW + MONTH}
    ticks |= {at + dice.choice((-1, 0, 1)) * timedelta(seconds=1) for at in expected.values()}
    ticks |= {at + timedelta(seconds=30) for at in expected.values()}
    async with AsyncExitStack() as stack:
        boards = [
            await stack.enter_async_context(
                at_the_board(tmp_path, cards, settings=settings, notify=(str(program),))
            )
            for _ in range(2)
        ]
        for user in boards:
            await tick(user, NOW)
        mask = os.umask(0o077)
        for now in sorted(ticks):
            who = dice.sample([*boards, None], dice.choice((1, 2, 3)))
            for one in who:
                if one is None:
                    clock.at = now
                    assert main(timer, clock) == 0
                else:
                    await tick(one, now)
        os.umask(mask)
    companies = {one.id: one.company for one in cards}
    assert told(program.parent) == Counter((companies[mark.card], mark.kind) for mark in expected)
