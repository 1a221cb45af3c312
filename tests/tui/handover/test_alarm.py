"""The timer is set to the next announcement by whoever saves, and costs nothing where none is installed."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path

import pytest

from store.rules.announcing import DueMark, announcements, is_quiet, next_announcement
from store.rules.board import board
from tests.command_line import Cli
from tests.making import BERLIN, POLICY, at
from tests.tui.board_app import NOW
from tests.tui.handover.recorder import given, recorder
from tests.tui.test_reminding import MONTH, STEP, boundaries, search
from tests.waiting import PATIENCE
from tui.handover.schedule import SERVICE, TIMER, armed_for

AGAIN = [["--user", "daemon-reload"], ["--user", "restart", TIMER]]


def test_who_looks_only_when_the_timer_goes_off_announces_everything_in_time() -> None:
    cards, now, looks = search(), NOW, 0
    told: dict[DueMark, datetime] = {
        one.mark: NOW for one in announcements(board(cards, POLICY, NOW, BERLIN))
    }
    known = {*told}
    while True:
        comes = next_announcement(board(cards, POLICY, now, BERLIN).cards(), now, BERLIN)
        if comes is None or comes > NOW + MONTH:
            break
        assert comes > now
        now, looks = comes, looks + 1
        assert not is_quiet(POLICY, now, BERLIN)
        for one in announcements(board(cards, POLICY, now, BERLIN)):
            told.setdefault(one.mark, now)
    for mark, latest in boundaries(cards).items():
        assert latest - STEP < told[mark] <= latest, mark
    assert {mark for mark in told if mark not in known} == boundaries(cards).keys()
    assert looks < 200, "hardly more often than something comes"


@pytest.fixture
def installed(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """A board whose timer is installed; systemctl writes down what it is told."""
    recorder(cli.folder / "bin", "systemctl")
    monkeypatch.setenv("PATH", f"{cli.folder / 'bin'}:/usr/bin:/bin")
    cli.set("[policy]\ncalendar = 'none'\n")
    cli.clock.at = at("2026-11-19 12:00")
    cli.done(
        "add",
        "Globex",
        "Data engineer",
        "--start",
        "2026-11-18T15:00+01:00",
        "--with",
        "Ada <a@globex.example>",
    )
    cli.done("remind", "--install")
    (cli.folder / "bin" / "given").unlink()
    return cli


def units(cli: Cli) -> Path:
    return cli.folder / "config" / "systemd" / "user"


def armed(cli: Cli) -> datetime | None:
    return armed_for((units(cli) / TIMER).read_text())


def told_systemd(cli: Cli, times: int) -> bool:
    """Whether systemd comes to have been told so often, and not once more."""
    end, program = time.monotonic() + PATIENCE, cli.folder / "bin"

    def told() -> bool:
        return (given(program) if (program / "given").exists() else []) == AGAIN * times

    while not told() and time.monotonic() < end:
        time.sleep(0.01)
    return told()


def card(cli: Cli) -> str:
    (one,) = cli.done("list", "--json").json["interviews"]
    return str(one["id"])


def test_a_change_sets_it_anew_and_a_look_sets_it_to_what_comes_next(installed: Cli) -> None:
    cli = installed
    assert armed(cli) == at("2026-11-19 13:00"), "the last hours of the first day"
    cli.done("log", card(cli), "thanked", "to=ada", "at=2026-11-19T11:30Z")
    assert armed(cli) == at("2026-11-27 08:00") and told_systemd(cli, 1)
    cli.done("edit", card(cli), "location=Oslo")
    assert armed(cli) == at("2026-11-27 08:00") and told_systemd(cli, 1), "nothing moved"
    cli.done("log", card(cli), "owes", "what=a sample", "due=2026-11-25")
    sample = armed(cli)
    assert sample is not None and sample < at("2026-11-25 08:00") and told_systemd(cli, 2)
    cli.clock.at = sample
    assert "a sample" in cli.done("remind").out
    assert armed(cli) == at("2026-11-27 08:00") and told_systemd(cli, 3)
    cli.done("undo")
    cli.done("rm", card(cli))
    assert armed(cli) is None and "OnCalendar=hourly" in (units(cli) / TIMER).read_text()


def test_the_timer_of_another_database_is_left_alone(installed: Cli) -> None:
    before = (units(installed) / TIMER).read_bytes()
    other = str(installed.folder / "other.json")
    installed.done("--db", other, "add", "Acme", "SRE", "--start", "2026-11-18T15:00+01:00")
    assert (units(installed) / TIMER).read_bytes() == before and told_systemd(installed, 0)


@pytest.mark.parametrize("name", [SERVICE, TIMER])
@pytest.mark.parametrize("text", ["[Timer]\nOnCalendar=daily\n", "", "\0\xff", None])
def test_a_unit_that_is_gone_or_somebody_elses_is_left_as_it_is(
    installed: Cli, name: str, text: str | None
) -> None:
    unit = units(installed) / name
    unit.unlink() if text is None else unit.write_text(text)
    ran = installed.done("log", card(installed), "thanked", "to=ada", "at=2026-11-19T11:30Z")
    assert ran.err.count("\n") <= 1, "nobody is told"
    assert (unit.read_text() if unit.exists() else None) == text and told_systemd(installed, 0)


def test_without_systemctl_the_change_stands(installed: Cli) -> None:
    (installed.folder / "bin" / "systemctl").unlink()
    installed.done("log", card(installed), "thanked", "to=ada", "at=2026-11-19T11:30Z")
    assert armed(installed) == at("2026-11-27 08:00")


def test_the_calendar_folder_is_brought_up_to_date_by_the_timer_too(installed: Cli) -> None:
    installed.set(f"[policy]\ncalendar = 'none'\n[feed]\nfolder = '{installed.folder / 'calendar'}'\n")
    installed.clock.at = at("2026-11-19 13:30")
    installed.done("remind")
    moves = armed(installed)
    assert moves == at("2026-11-19 15:00"), "the first day is over then"
