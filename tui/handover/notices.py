"""A notice on the user's desktop, by the desktop's own program or one that the user has named."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from store.text import show
from tui.handover.schedule import TIMER, units_folder

SECONDS = 5.0
"""How long such a program is waited for; then it goes on by itself."""
LONGEST = 2_000
"""Characters of a notice at most."""
TITLE = "ringback"
_NOTIFY_SEND = "notify-send"
_ON_A_MAC = (
    "osascript",
    "-e", "on run argv",
    "-e", "display notification (item 2 of argv) with title (item 1 of argv)",
    "-e", "end run",
)  # fmt: skip


class NotNotified(Exception):
    """A notice could not be given; one sentence says why."""


def notify_words(command: str, env: Mapping[str, str]) -> tuple[str, ...]:
    """The program that gives notices and what it is always given; none where there is no program.

    `command` is the setting, blank where it is not set.
    """
    if command.strip():
        return tuple(shlex.split(command))
    if sys.platform == "darwin":
        return _ON_A_MAC
    return (_NOTIFY_SEND, "--app-name=ringback") if shutil.which(_NOTIFY_SEND, path=env.get("PATH")) else ()


def notice_program(command: str, env: Mapping[str, str]) -> tuple[str, ...]:
    """The program by which an open board gives notices: where the user has named one, or has reminders."""
    installed = os.path.exists(units_folder(env) / TIMER)  # noqa: PTH110 -- no fault of a folder is raised
    return notify_words(command, env) if command or installed else ()


def give_notice(words: Sequence[str], texts: Sequence[str], env: Mapping[str, str]) -> None:
    """Give one notice for each text; no shell reads them. Raises NotNotified, with all of them tried."""
    # Imported on use, as below: a board that starts looks only for the program.
    from tui.handover.process import NotStarted, beside

    trouble = ""
    for text in texts:
        try:
            ended = beside(_arguments(words, text), env, seconds=SECONDS, stop=False)
        except NotStarted as why:
            raise NotNotified(str(why)) from None
        if ended.code:
            last = f": {show(ended.words)}" if ended.words else ""
            trouble = f"{words[0]} has given no notice (exit status {ended.code}){last}"
    if trouble:
        raise NotNotified(f"{trouble.rstrip('.')}.")


def _arguments(words: Sequence[str], text: str) -> list[str]:
    """With title and text behind; the text never looks like an option, and to notify-send not like markup."""
    text = show(text, lines=True)[:LONGEST]
    if Path(words[0]).name == _NOTIFY_SEND:
        import html

        return [*words, "--", TITLE, html.escape(text, quote=False)]
    return [*words, TITLE, f" {text}" if text.startswith("-") else text]
