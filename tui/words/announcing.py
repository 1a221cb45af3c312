"""What is said when something becomes due: as the list of what to do says it, or with no names. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import assert_never

from store.rules.announcing import Announcement
from store.rules.next_deeds import Task
from tui.words.deeds import deed_words

MOST_APART = 5
"""Announcements at one time that are made one by one; more than these are made as one."""


def announced(one: Announcement, now: datetime, *, neutral: bool = False, reach: bool = False) -> str:
    """`Call Ada Okafor, Globex: 5 h left`; `reach` adds the number or the address.

    `neutral`: `There is a call to make`, for a screen that others see.
    """
    if neutral:
        return _neutral(one)
    words = deed_words(Task(one.card, one.deed), now, reach=reach and one.deed.channel is not None)
    return f"{words[:1].upper()}{words[1:]}"


def _neutral(one: Announcement) -> str:
    match one.kind:
        case "ask":
            return "There is a call to make" if one.deed.do == "call" else "There is a mail to write"
        case "answer":
            return "There is an offer to answer"
        case "owes":
            return "Something you promised is due soon"
        case "thank":
            return "There is a thank-you to send within the next two hours"
        case never:
            assert_never(never)


def together(lines: Sequence[str]) -> list[str]:
    """The texts of the notices: one each, or all in one where there are many at once."""
    return [*lines] if len(lines) <= MOST_APART else ["\n".join(lines)]
