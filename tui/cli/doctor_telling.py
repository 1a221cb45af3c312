"""What `ringback doctor` says of reminders and of the calendar folder."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from store import spans
from store.files.errors import StorageError
from store.files.regular import read_plain
from tui.cli.report import ReportLine
from tui.cli.session import CommandSession
from tui.handover.alarm import LARGEST
from tui.handover.notices import notify_words
from tui.handover.schedule import SERVICE, TIMER, armed_for, units_folder, words_of


def remind_lines(session: CommandSession) -> Iterator[ReportLine]:
    """Whether anything announces what becomes due, and by what."""
    folder = units_folder(os.environ)
    installed = (folder / TIMER).exists()
    if not installed:
        words = "no timer of systemd's; `ringback remind --install` writes one, or a line for cron"
        yield ReportLine(True, words)
    else:
        next_ = armed_for(_unit(folder / TIMER))
        goes = ""
        if next_ is not None:
            goes = f", and next at {spans.dated(next_, session.zone)}"
        yield ReportLine(True, f"{folder / TIMER} looks every hour{goes}")
        program = next(iter(words_of(_unit(folder / SERVICE))), None)
        if program is None or not Path(program).exists():
            lack = (
                f"{folder / SERVICE} starts nothing"
                if program is None
                else f"it starts {program}, which is gone"
            )
            yield ReportLine(False, f"{lack}; `ringback remind --install` writes it anew")
    words_given = notify_words(session.settings.remind.notify_command, os.environ)
    if words_given:
        yield ReportLine(True, f"notices are given by {shlex.quote(words_given[0])}")
    else:
        yield ReportLine(
            not installed,
            "there is no notify-send, which gives notices; install it, or set notify_command under [remind]",
        )
    osc = session.settings.remind.osc
    if osc and os.environ.get("TMUX"):
        yield ReportLine(True, f"OSC {osc} gets through tmux with `set -g allow-passthrough on`")


def _unit(path: Path) -> str:
    """What stands in a unit; nothing where that cannot be told."""
    with suppress(FileNotFoundError, StorageError, UnicodeDecodeError):
        return read_plain(path, LARGEST)[0].decode()
    return ""


def feed_lines(session: CommandSession) -> Iterator[ReportLine]:
    """Where the deadlines are written to, and what stands in the way."""
    feed = session.feed
    if feed is None:
        yield ReportLine(True, "no folder is set, so the deadlines are written nowhere")
        return
    folder = feed.folder
    if not os.path.lexists(folder):
        yield ReportLine(True, f"{folder} does not exist yet; the next change makes it")
    elif not folder.is_dir():
        yield ReportLine(False, f"{folder} is no folder; set another one, or move it away")
    elif not os.access(folder, os.W_OK | os.X_OK):
        yield ReportLine(False, f"{folder} cannot be written to; `chmod u+wx` on it makes it writable again")
    else:
        try:
            yield ReportLine(True, f"{sum(1 for _ in feed.entries())} entries in {folder}")
        except StorageError as why:
            yield ReportLine(False, str(why))
