"""Having `ringback remind` run by itself: systemd's units for the user, or a line for their crontab. Pure."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Struct

SERVICE, TIMER = "ringback-remind.service", "ringback-remind.timer"
MARK = "# Written by `ringback remind --install`; `ringback remind --uninstall` removes it."
"""By what a unit is known to be ringback's own."""
EVERY = 5
"""Minutes between two looks of cron's. Nearly all that becomes due does so at such a minute."""
DIRECTORIES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
_ARMED, _WRITTEN = "OnCalendar=", "%Y-%m-%d %H:%M:%S UTC"
FOR_CRON = ("XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS")
"""What systemd sets for its user, and cron does not: there the desktop is reached."""


class Schedule(Struct, frozen=True, kw_only=True):
    """What is to be run, with nothing in it that depends on where it is run."""

    words: tuple[str, ...]
    """The program by its whole path, and its arguments."""
    variables: Mapping[str, str]
    """What is set for it."""

    def service(self) -> str:
        """The unit that runs it once."""
        lines = [
            MARK,
            "[Unit]",
            "Description=Say what has become due on the ringback board",
            "",
            "[Service]",
            "Type=oneshot",
            *(f"Environment={_quoted(f'{name}={value}')}" for name, value in self._kept(DIRECTORIES).items()),
            f"ExecStart={' '.join(_quoted(word, command=True) for word in self.words)}",
        ]
        return "\n".join(lines) + "\n"

    def crontab(self) -> str:
        """The same as a line of a crontab."""
        variables = self._kept((*DIRECTORIES, *FOR_CRON))
        words = [*(f"{name}={shlex.quote(value)}" for name, value in variables.items())]
        words += map(shlex.quote, self.words)
        # To cron a bare percent sign is the end of the line.
        return f"*/{EVERY} * * * * {' '.join(words)}".replace("%", "\\%")

    def _kept(self, names: Sequence[str]) -> dict[str, str]:
        return {name: self.variables[name] for name in names if self.variables.get(name)}


def timer(at: datetime | None) -> str:
    """The unit that runs the other one at that instant (aware), and every hour in any case."""
    lines = [
        MARK,
        "[Unit]",
        "Description=Look at the ringback board for what has become due",
        "",
        "[Timer]",
        "OnCalendar=hourly",
        *([] if at is None else [f"{_ARMED}{_whole_second(at):{_WRITTEN}}"]),
        "AccuracySec=1s",
        "Persistent=true",
        "",
        "[Install]",
        "WantedBy=timers.target",
    ]
    return "\n".join(lines) + "\n"


def armed_for(unit: str) -> datetime | None:
    """When a timer of ringback's goes off beside every hour, in UTC; None where it does not."""
    for line in unit.splitlines():
        with suppress(ValueError):
            return datetime.strptime(line, _ARMED + _WRITTEN).replace(tzinfo=UTC)
    return None


def _whole_second(at: datetime) -> datetime:
    """The first whole second that is not before that instant, in UTC: none may be too early."""
    whole = at.astimezone(UTC).replace(microsecond=0)
    return whole if whole == at else whole + timedelta(seconds=1)


def schedule(program: Sequence[str], database: Path, config: Path | None, env: Mapping[str, str]) -> Schedule:
    """`ringback remind` with these files, which are named whole."""
    words = [*program, "--db", str(database)]
    words += ["--config", str(config)] if config is not None else []
    variables = {
        name: value
        for name, value in env.items()
        if name in FOR_CRON or (name in DIRECTORIES and value.startswith("/"))
    }
    return Schedule(words=(*words, "remind"), variables=variables)


def units_folder(env: Mapping[str, str]) -> Path:
    """Where systemd looks for units of the user's own."""
    given = env.get("XDG_CONFIG_HOME", "")
    base = Path(given) if given.startswith("/") else Path(env.get("HOME") or "/") / ".config"
    return base / "systemd" / "user"


def is_own(unit: bytes) -> bool:
    """Whether that is a unit that was written here."""
    return unit.startswith(MARK.encode())


def words_of(unit: str) -> tuple[str, ...]:
    """The program that a unit of ringback's starts, and its arguments; none where it names none."""
    line = next((line for line in unit.splitlines() if line.startswith("ExecStart=")), "")
    with suppress(ValueError):
        return tuple(shlex.split(line.removeprefix("ExecStart=").replace("%%", "%").replace("$$", "$")))
    return ()


def _quoted(word: str, *, command: bool = False) -> str:
    """A word as systemd reads it back; in a command a dollar sign would begin a variable."""
    word = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{word.replace("$", "$$") if command else word}"'
