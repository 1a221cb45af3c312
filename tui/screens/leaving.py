"""Leaving while a text is not on the disk: it is said, and another place is offered."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, TypeAlias

from store.files import atomic
from store.files.errors import StorageError
from store.text import show
from tui.forms.fields import Choice, Option, Sheet
from tui.handover.desktop import send_to_clipboard

LOST = 74
"""The exit code where a text could not be kept and the user left all the same (EX_IOERR)."""

Way: TypeAlias = Literal["file", "clipboard", "leave"]


@dataclass(frozen=True)
class Unsaved:
    """A text that is on no disk: what it is, in the user's words, and the text."""

    title: str
    text: str


def file_for(home: Path, now: datetime) -> Path:
    """A file in the user's home that is not there yet."""
    names = (
        f"ringback-unsaved-{now:%Y-%m-%d-%H%M}{more}.txt" for more in ("", *map("-{}".format, range(2, 99)))
    )
    return next(path for name in names if not (path := home / name).exists())


def sheet(unsaved: Sequence[Unsaved], trouble: str, path: Path) -> Sheet[Way]:
    """Asks where the texts are to go before the board is left."""
    what = "; ".join(show(one.title) for one in unsaved)
    options = [
        Option(value="file", key="f", words="write it to a file", remark=str(path)),
        Option(value="clipboard", key="y", words="copy it", remark="and stay on the board"),
        Option(value="leave", key="L", words="leave all the same", remark="the text is lost"),
    ]
    return Sheet(
        title=f"Not on the disk{f' ({trouble})' if trouble else ''}: {what}",
        fields=[Choice(name="way", label="Before leaving", options=options, value="file")],
        finish=lambda answers: answers["way"],
        verb="go on",
    )


def carry_out(
    way: Way,
    unsaved: Sequence[Unsaved],
    path: Path,
    write: Callable[[str], bool],
    said: Callable[[str], None],
) -> str | None:
    """Bring the texts there; a sentence where that failed. `write` sends a sequence to the terminal."""
    whole = "\n\n".join(f"{one.title}\n\n{one.text}" for one in unsaved) + "\n"
    if way == "file":
        try:
            atomic.replace_file(path, whole.encode("utf-8", "replace"))
        except StorageError as why:
            return str(why)
    elif way == "clipboard":
        outcome = send_to_clipboard(whole, os.environ)
        if not outcome.ok or (outcome.sequence and not write(outcome.sequence)):
            return outcome.said
        said(outcome.said)
    return None
