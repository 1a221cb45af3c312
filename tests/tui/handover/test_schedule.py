"""What systemd and cron are given runs the same command, whatever is in the paths."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.making import BERLIN
from tui.handover.schedule import (
    MARK,
    SERVICE,
    TIMER,
    armed_for,
    is_own,
    schedule,
    timer,
    units_folder,
    words_of,
)

ODD = '/tmp/a b/100% "of" $HOME/it\'s\\here'
PROGRAM = "/bin/true"
ENV = {
    "XDG_DATA_HOME": ODD, "XDG_CONFIG_HOME": "relative", "XDG_RUNTIME_DIR": "/run/user/7", "PATH": "/secret",
}  # fmt: skip


def test_the_line_for_cron_runs_what_it_says() -> None:
    planned = schedule((PROGRAM,), Path(ODD), Path("/c.toml"), ENV)
    line = planned.crontab()
    assert line.startswith("*/5 * * * * ")
    command = line.removeprefix("*/5 * * * * ").replace("\\%", "%")
    assert "%" not in line.replace("\\%", "")
    assert shlex.split(command) == [
        f"XDG_DATA_HOME={ODD}", "XDG_RUNTIME_DIR=/run/user/7",
        PROGRAM, "--db", ODD, "--config", "/c.toml", "remind",
    ]  # fmt: skip
    said = subprocess.run(
        ["sh", "-c", command.replace(PROGRAM, "printf '%s\\n'", 1)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.splitlines()[1] == ODD


def test_the_units_name_everything_whole() -> None:
    planned = schedule((PROGRAM,), Path("/d/board.json"), None, ENV)
    service, unit = planned.service(), timer(None)
    assert 'ExecStart="/bin/true" "--db" "/d/board.json" "remind"' in service
    assert "XDG_CONFIG_HOME" not in service and "/secret" not in service and "RUNTIME" not in service
    assert "OnCalendar=hourly\nAccuracySec" in unit and "WantedBy=timers.target" in unit
    assert is_own(service.encode()) and is_own(unit.encode()) and service.startswith(MARK)


@pytest.mark.parametrize(
    "path", ["/usr/bin/ringback", "/a b/ringback", "/100%/ringback", '/q"uote/r', "/b\\s/r", "/$H/r"]
)
def test_the_program_of_a_unit_is_found_in_it(path: str) -> None:
    assert words_of(schedule((path,), Path(path), None, {}).service()) == (path, "--db", path, "remind")


@pytest.mark.parametrize("unit", ["", "ExecStart=", 'ExecStart="', "[Service]\n"])
def test_a_unit_that_starts_nothing(unit: str) -> None:
    assert words_of(unit) == ()


@pytest.mark.parametrize(
    ("at", "kept"),
    [
        (datetime(2026, 11, 27, 9, 30, tzinfo=BERLIN), datetime(2026, 11, 27, 8, 30, tzinfo=UTC)),
        (datetime(2026, 12, 31, 23, 59, 59, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)),
        (None, None),
    ],
)
def test_a_timer_goes_off_when_it_is_said_and_never_a_moment_before(
    at: datetime | None, kept: datetime | None
) -> None:
    unit = timer(at)
    assert armed_for(unit) == kept
    assert unit.count("OnCalendar=") == (1 if at is None else 2) and "OnCalendar=hourly" in unit


def test_where_the_units_lie() -> None:
    assert units_folder({"HOME": "/h"}) == Path("/h/.config/systemd/user")
    assert units_folder({"HOME": "/h", "XDG_CONFIG_HOME": "/c"}) == Path("/c/systemd/user")
    assert units_folder({"HOME": "/h", "XDG_CONFIG_HOME": "c"}) == Path("/h/.config/systemd/user")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not here")
def test_systemd_finds_nothing_wrong_with_them(tmp_path: Path) -> None:
    planned = schedule((PROGRAM,), Path(ODD), Path("/c.toml"), ENV)
    (tmp_path / SERVICE).write_text(planned.service())
    (tmp_path / TIMER).write_text(timer(datetime(2026, 11, 27, 8, tzinfo=UTC)))
    ran = subprocess.run(
        ["systemd-analyze", "--user", "verify", tmp_path / TIMER, tmp_path / SERVICE],
        env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, "")
