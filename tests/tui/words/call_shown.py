"""The call sheet of a card, on a Monday on which the office is open."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from store.interview import AnyEvent, Interview, Person
from store.policy import Policy
from tests.making import BERLIN, POLICY, at, card, made
from tui.keymap import Keymap
from tui.words.call_page import CallView, call_view

NOW = at("2026-11-30 09:30")
"""A Monday, 10:30 in Berlin; the answer that nobody promised is overdue."""
KEYMAP = Keymap()
INES = Person(id="p7", name="Ines Duarte", title="Head of Platform", phone="+1 415 555 0142")


def view(*events: AnyEvent, now: datetime = NOW, to: str | None = None, **facts: Any) -> CallView:
    return shown(made(*events, **facts), now=now, to=to)


def shown(
    one: Interview, *, now: datetime = NOW, to: str | None = None, policy: Policy = POLICY, country: str = "",
    texts: dict[str, str] | None = None,
) -> CallView:  # fmt: skip
    return call_view(card(one, now, policy), policy, country, now, BERLIN, texts or {}, to)
