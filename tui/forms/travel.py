"""Look at the board at another time."""

from __future__ import annotations

from datetime import datetime

from tui.forms.context import FormContext
from tui.forms.fields import Answers, Sheet
from tui.forms.times import when


def sheet(context: FormContext) -> Sheet[datetime]:
    """The form for an instant, past or to come."""
    return Sheet(
        title="Look at the board as it stands, or stood, at another time",
        fields=[
            when(
                context, "at", "At", dates=False, needed=True,
                hint="such as: fri 14:00, in 3 days, yesterday 9:00, 2026-11-27 14:00",
            )
        ],
        finish=answer,
        verb="look",
    )  # fmt: skip


def answer(answers: Answers) -> datetime:
    """The aware instant."""
    at = answers["at"]
    assert isinstance(at, datetime)
    return at
