"""The user's own name, asked for when the first text needs it."""

from __future__ import annotations

from tui.forms.fields import Answers, Line, Sheet


def sheet() -> Sheet[str]:
    """The form for it."""
    return Sheet(
        title="Your name, as it stands under your letters",
        intro="Asked once: it is kept in your settings, as `name` under [me].",
        fields=[Line(name="name", label="Name", needed=True)],
        finish=answer,
    )


def answer(answers: Answers) -> str:
    """The name."""
    return str(answers["name"])
