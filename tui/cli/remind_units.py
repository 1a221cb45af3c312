"""`ringback remind --install` and `--uninstall`: systemd's units in the user's folder, or a crontab line."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from store.files.atomic import make_directory, replace_file
from store.files.errors import StorageError, reason
from store.files.regular import read_plain
from store.service import Service
from store.text import show
from tui.cli.faults import DONE, FAILED, Failed
from tui.cli.output import put, say
from tui.cli.session import CommandSession
from tui.handover.alarm import LARGEST
from tui.handover.process import NotStarted, beside
from tui.handover.schedule import SERVICE, TIMER, Schedule, is_own, schedule, timer, units_folder

SECONDS = 20.0
"""How long systemd is waited for."""


def install(session: CommandSession) -> int:
    """Write and start the units; where there is no systemd, print a line for the user's crontab."""
    planned = _planned(session)
    if shutil.which("systemctl") is None:
        _begin(session)
        put(planned.crontab())
        say("There is no systemd here; this line in your crontab (`crontab -e`) does it.")
        return DONE
    folder = units_folder(os.environ)
    service = _begin(session)
    comes = service.announcer.comes_next() if service.exists() else None
    texts = {folder / SERVICE: planned.service(), folder / TIMER: timer(comes)}
    if foreign := [path for path in texts if path.exists() and not _is_own(path)]:
        raise Failed(f"{foreign[0]} is not of ringback's making and was left as it is; move it away first.")
    try:
        make_directory(folder)
    except OSError as error:
        raise Failed(f"{folder} was not made: {reason(error)}.") from None
    for path, text in texts.items():
        replace_file(path, text.encode())
        session.wrote = True
        put(str(path))
    trouble = _systemctl("daemon-reload") or _systemctl("enable", "--now", TIMER)
    if trouble:
        say(
            f"The units are written, but systemd has not started them ({trouble}). "
            f"`systemctl --user enable --now {TIMER}` does it later; or put this into your crontab:"
        )
        put(planned.crontab())
    else:
        say("While you are logged in, what becomes due is announced at once.")
    return DONE


def uninstall() -> int:
    """Stop the units and remove them, as far as they are ringback's own."""
    folder = units_folder(os.environ)
    there = [path for path in (folder / TIMER, folder / SERVICE) if os.path.lexists(path)]
    own = [path for path in there if _is_own(path)]
    systemd = shutil.which("systemctl") is not None
    if own and systemd:
        _systemctl("disable", "--now", TIMER)
    wanted = folder / "timers.target.wants" / TIMER
    if own and wanted.is_symlink():
        own.append(wanted)
    for path in own:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise Failed(f"{path} was not removed: {reason(error)}.") from None
        put(str(path))
    if own and systemd:
        _systemctl("daemon-reload")
    foreign = [path for path in there if path not in own]
    for path in foreign:
        say(f"{path} is not of ringback's making and was left as it is.")
    if not there:
        say("No units are installed; a line in your crontab is taken out with `crontab -e`.")
    return FAILED if foreign else DONE


def _planned(session: CommandSession) -> Schedule:
    """What is to be run. Raises Failed for a path that no such file can hold."""
    config = session.config.absolute() if session.config.exists() else None
    found = schedule(_program(), session.database.absolute(), config, os.environ)
    for text in (*found.words, *found.variables.values()):
        if not text.isprintable():
            raise Failed(f"The path {show(text)!r} has a character that cannot stand in a unit or a crontab.")
    return found


def _program() -> tuple[str, ...]:
    """How this ringback is started from anywhere."""
    for script in (Path(sys.argv[0]).absolute(), Path(sys.executable).with_name("ringback")):
        if script.name == "ringback" and script.is_file() and os.access(script, os.X_OK):
            return (str(script),)
    return (sys.executable, "-m", "ringback")


def _begin(session: CommandSession) -> Service:
    """What is due by now is no news when the first timer looks; whatever becomes due from now on is."""
    service = session.open()
    if service.exists() and not service.announcer.begun:
        service.announcer.take(service.board())
    return service


def _is_own(path: Path) -> bool:
    with suppress(FileNotFoundError, StorageError):
        return is_own(read_plain(path, LARGEST)[0])
    return False


def _systemctl(*words: str) -> str:
    """Have systemd do something for the user; why it did not, blank where it did."""
    try:
        ended = beside(["systemctl", "--user", *words], os.environ, seconds=SECONDS)
    except NotStarted as why:
        return str(why).rstrip(".")
    if ended.code:
        return show(ended.words).rstrip(".") or f"exit status {ended.code}"
    return "" if ended.code == 0 else "it has not answered"
