"""`remind`: what has become due, once; the units it writes and takes away. `feed`: the calendar folder."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.command_line import Cli
from tests.making import at
from tests.tui.handover.recorder import given, recorder
from tui.handover.schedule import SERVICE, TIMER

INVITATIONS = Path(__file__).parents[2] / "store/calendar/invitations"
FIRST = at("2026-11-19 12:00")
"""13:00 in Berlin: nothing is due yet."""
LAST_HOURS = at("2026-11-19 13:00")
ADA = "Ada Okafor <ada@globex.example> +49 30 5550123"


def settings(text: str = "") -> str:
    """The tests' rules of time, and these settings."""
    return f"[policy]\ncalendar = 'none'\n{text}\n"


@pytest.fixture
def asked(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """One interview that was yesterday, and somebody who has asked once; no notify-send anywhere."""
    monkeypatch.setenv("PATH", str(cli.folder / "bin"))
    cli.set(settings())
    cli.clock.at = FIRST
    cli.done("add", "Globex", "Data engineer", "--start", "2026-11-18T15:00+01:00", "--with", ADA)
    assert cli.done("remind") == (0, "", "")
    return cli


def the_card(cli: Cli, company: str = "") -> str:
    cards = cli.done("list", "--json").json["interviews"]
    (card,) = (one for one in cards if company in one["company"])
    return str(card["id"])


def remind(cli: Cli, now: datetime) -> str:
    cli.clock.at = now
    ran = cli.done("remind")
    assert ran.err == ""
    return ran.out


def test_each_is_said_once_when_it_is_due(asked: Cli) -> None:
    assert remind(asked, LAST_HOURS - timedelta(seconds=1)) == ""
    line = "Thank Ada Okafor (ada@globex.example), Globex, by e-mail: 2 h left\n"
    assert remind(asked, LAST_HOURS) == line
    assert remind(asked, LAST_HOURS) == remind(asked, LAST_HOURS + timedelta(hours=1)) == ""
    assert remind(asked, at("2026-11-27 07:59")) == ""
    assert remind(asked, at("2026-11-27 08:00")) == "Call Ada Okafor (+49 30 5550123), Globex\n"


def test_the_first_time_says_what_it_leaves_out(cli: Cli) -> None:
    cli.set(settings())
    cli.clock.at = LAST_HOURS
    assert cli.done("remind") == (0, "", ""), "without a database"
    assert not cli.database.parent.exists()
    cli.done("add", "Globex", "SRE", "--start", "2026-11-18T15:00+01:00")
    ran = cli.done("remind")
    assert ran.out == ""
    assert ran.err == "What was due before the first reminder is not announced; `ringback next` lists it.\n"
    assert cli.done("remind") == (0, "", "")


def test_what_waits_in_quiet_hours_is_said_at_their_end(asked: Cli) -> None:
    asked.done(
        "log",
        the_card(asked),
        "owes",
        "what=a sample",
        "due=2026-11-21T21:30:00+01:00",
        "at=2026-11-19T12:00Z",
    )
    assert remind(asked, at("2026-11-20 20:30")) == remind(asked, at("2026-11-21 06:59")) == ""
    assert remind(asked, at("2026-11-21 07:00")).startswith("Send Globex what you promised (a sample): ")


def test_the_command_of_the_settings_is_given_each(asked: Cli) -> None:
    program = recorder(asked.folder / "bin")
    asked.set(settings(f"[remind]\nnotify_command = '{program} -x'"))
    out = remind(asked, LAST_HOURS)
    assert given(program.parent) == [["-x", "ringback", out.rstrip()]]


def test_without_a_command_the_desktop_is_told(asked: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    program = recorder(asked.folder / "bin", "notify-send")
    out = remind(asked, LAST_HOURS)
    assert given(program.parent) == [["--app-name=ringback", "--", "ringback", out.rstrip()]]


def test_neutral_wording_names_nobody(asked: Cli) -> None:
    program = recorder(asked.folder / "bin")
    asked.set(settings(f"[remind]\nneutral = true\nnotify_command = '{program}'"))
    assert remind(asked, LAST_HOURS) == "There is a thank-you to send within the next two hours\n"
    assert "Globex" not in str(given(program.parent))


@pytest.mark.parametrize(("name", "code"), [("notify", 1), ("notify-send", 0)])
def test_a_notice_that_fails_is_said_beside_the_line(asked: Cli, name: str, code: int) -> None:
    """Only the user's own command is theirs to mend: cron has no desktop, and mails the line."""
    program = recorder(asked.folder / "bin", name, code=1)
    if name == "notify":
        asked.set(settings(f"[remind]\nnotify_command = '{program}'"))
    asked.clock.at = LAST_HOURS
    ran = asked("remind")
    assert ran.code == code
    assert ran.out.startswith("Thank Ada Okafor")
    assert "has given no notice (exit status 1): no bus." in ran.err


def test_it_brings_the_calendar_folder_up_to_date(asked: Cli) -> None:
    folder = asked.folder / "calendar"
    asked.set(settings(f"[feed]\nfolder = '{folder}'"))
    remind(asked, LAST_HOURS)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert len(before) == 2
    remind(asked, at("2026-11-19 15:00"))
    after = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert before.keys() == after.keys() and before != after


# The units


def systemctl(cli: Cli, code: int = 0) -> Path:
    return recorder(cli.folder / "bin", "systemctl", code)


def units(cli: Cli) -> dict[str, str]:
    folder = cli.folder / "config" / "systemd" / "user"
    return {path.name: path.read_text() for path in folder.iterdir()} if folder.exists() else {}


def test_units_are_written_started_and_taken_away(asked: Cli) -> None:
    program = systemctl(asked)
    ran = asked.done("remind", "--install")
    assert [Path(line).name for line in ran.out.splitlines()] == [SERVICE, TIMER] == sorted(units(asked))
    service = units(asked)[SERVICE]
    for word in (str(asked.database), str(asked.config), str(asked.folder / "data"), '"remind"'):
        assert word in service
    assert all(word.startswith('"/') for word in service.split("ExecStart=")[1].split()[:1])
    assert given(program.parent) == [["--user", "daemon-reload"], ["--user", "enable", "--now", TIMER]]
    ran = asked("doctor")
    assert (
        "looks every hour, and next at Thu 2026-11-19 14:00" in ran.out
        and "WRONG  remind: there is no notify-send" in ran.out
    )
    ran = asked.done("remind", "--uninstall")
    assert len(ran.out.splitlines()) == 2
    assert units(asked) == {}
    assert given(program.parent)[2:] == [["--user", "disable", "--now", TIMER], ["--user", "daemon-reload"]]
    assert "No units are installed" in asked.done("remind", "--uninstall").err


def test_where_systemd_does_not_run_the_units_are_there_and_cron_is_offered(asked: Cli) -> None:
    systemctl(asked, code=1)
    ran = asked.done("remind", "--install")
    assert "systemd has not started them (no bus)" in ran.err
    assert ran.out.splitlines()[-1].startswith("*/5 * * * * ")
    assert sorted(units(asked)) == [SERVICE, TIMER]


def test_without_systemd_a_line_for_cron_is_all(asked: Cli) -> None:
    ran = asked.done("remind", "--install")
    (line,) = ran.out.splitlines()
    assert line.startswith("*/5 * * * * ") and f"--db {asked.database}" in line and line.endswith(" remind")
    assert units(asked) == {}


def test_what_is_due_when_it_is_installed_is_no_news_and_what_comes_is(cli: Cli) -> None:
    cli.set(settings())
    cli.done("add", "Globex", "SRE", "--start", "2026-11-17T15:00+01:00", "--callback-by", "2026-11-18")
    cli.clock.at = at("2026-11-20 12:00")
    cli.done("remind", "--install")
    assert cli.done("remind").out == ""


def test_units_of_somebody_elses_making_stay(asked: Cli) -> None:
    systemctl(asked)
    folder = asked.folder / "config" / "systemd" / "user"
    folder.mkdir(parents=True)
    (folder / TIMER).write_text("[Timer]\n")
    ran = asked("remind", "--install")
    assert ran.code == 1 and f"{folder / TIMER} is not of ringback's making" in ran.err
    assert asked("remind", "--uninstall").code == 1
    assert units(asked) == {TIMER: "[Timer]\n"}


def test_a_path_that_no_unit_can_hold_is_refused(asked: Cli) -> None:
    systemctl(asked)
    ran = asked("--db", f"{asked.folder}/a\nb.json", "remind", "--install")
    assert ran.code == 1 and "has a character that cannot stand in a unit or a crontab" in ran.err
    assert units(asked) == {}


def test_both_at_once_is_wrong_use(asked: Cli) -> None:
    assert asked("remind", "--install", "--uninstall").code == 2


def test_doctor_tells_of_units_whose_program_is_gone(asked: Cli) -> None:
    program = systemctl(asked)
    recorder(program.parent, "notify-send")
    asked.done("remind", "--install")
    unit = asked.folder / "config" / "systemd" / "user" / SERVICE
    for text, words in (
        ('ExecStart="/gone/ringback" "remind"\n', "it starts /gone/ringback, which is gone"),
        ("[Service]\n", "starts nothing"),
    ):
        unit.write_text(text)
        ran = asked("doctor")
        assert ran.code == 1 and f"{words}; `ringback remind --install` writes it anew" in ran.out
    unit.unlink()
    assert asked("doctor").code == 1


# The calendar folder


def test_feed_writes_where_it_is_told(asked: Cli) -> None:
    folder = asked.folder / "calendar"
    assert asked.done("feed", str(folder)).err == f"2 entries in {folder}: 2 new.\n"
    assert asked.done("feed", str(folder)).err == f"2 entries in {folder}; nothing had changed.\n"
    asked.done("log", the_card(asked), "thanked", "at=2026-11-19T11:00Z")
    asked.clock.at = LAST_HOURS
    assert asked.done("feed", str(folder)).err == f"1 entry in {folder}: 1 removed.\n"


def test_feed_without_a_folder_asks_for_one(asked: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = asked("feed")
    assert ran.code == 2 and "or set `folder` under [feed]" in ran.err
    asked.set(settings("[feed]\nfolder = '~/calendar'"))
    monkeypatch.setenv("HOME", str(asked.folder))
    assert "2 new" in asked.done("feed").err
    assert len([*(asked.folder / "calendar").iterdir()]) == 2


def test_with_a_folder_each_command_that_changes_something_writes(asked: Cli) -> None:
    folder = asked.folder / "calendar"
    asked.set(settings(f"[feed]\nfolder = '{folder}'\nprivacy = 'initials'"))
    asked.done("list")
    assert not folder.exists(), "reading writes nothing"
    asked.done("add", "Acme", "SRE", "--start", "2026-11-26T10:00+01:00")
    assert len([*folder.iterdir()]) == 3
    assert not any(b"Acme" in path.read_bytes() or b"Ada" in path.read_bytes() for path in folder.iterdir())
    assert f"3 entries in {folder}" in asked.done("doctor").out


def test_a_folder_that_cannot_be_is_said_and_the_change_stands(asked: Cli) -> None:
    wrong = asked.folder / "file"
    wrong.write_text("x")
    asked.set(settings(f"[feed]\nfolder = '{wrong}'"))
    ran = asked.done("add", "Acme", "SRE", "--start", "2026-11-26T10:00+01:00")
    assert (
        f"The calendar entries in {wrong} are not up to date: {wrong} is a file, and a folder is needed."
        in ran.err
    )
    assert asked("doctor").code == 1
    assert asked("feed").code == 1


def test_feed_without_a_database_writes_nothing(cli: Cli) -> None:
    assert "There is no database yet" in cli.done("feed", str(cli.folder / "calendar")).err
    assert not (cli.folder / "calendar").exists()


def told(*files: bytes) -> set[tuple[str, ...]]:
    """What a calendar shows of these files."""
    events = (event for raw in files for event in Calendar.from_ical(raw).walk("VEVENT"))
    return {
        tuple(str(one.get(name, "")) for name in ("UID", "SUMMARY", "DESCRIPTION", "LOCATION", "URL"))
        for one in events
    }


@pytest.mark.parametrize("privacy", ["none", "initials"])
@pytest.mark.parametrize("watched", [True, False])
def test_an_export_of_the_deadlines_tells_what_the_folder_does(
    asked: Cli, privacy: str, watched: bool
) -> None:
    asked.clock.at = at("2026-11-19 12:30")
    asked.done("import", str(INVITATIONS / "google-panel.ics"), "--me", "you@mail.example")
    asked.done("log", the_card(asked, "Globex"), "owes", "what=a sample", "due=2026-11-25")
    watch = f"[watch]\ncalendar = ['{asked.folder}']" if watched else ""
    folder, file = asked.folder / "calendar", asked.folder / "due.ics"
    asked.set(settings(f"[feed]\nprivacy = '{privacy}'\n{watch}"))
    asked.done("feed", str(folder))
    asked.done("export", str(file))
    exported = told(file.read_bytes())
    assert exported == told(*(path.read_bytes() for path in folder.iterdir()))
    assert any("interview@" in uid for uid, *_ in exported) != watched
    assert any("Globex" in "".join(words) for _, *words in exported) == (privacy == "none")


# The settings


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("osc = true", '"9"'), ("osc = false", '""'), ("osc = 777", '"777"'), ('osc = "99"', '"99"'),
    ],
)  # fmt: skip
def test_the_sequence_may_be_a_number_or_yes(cli: Cli, text: str, kept: str) -> None:
    cli.set(f"[remind]\n{text}\n")
    assert f"osc = {kept}" in cli.done("config").out


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[remind]\nosc = 52", 'remind.osc: expected "", "777", "9" or "99", not 52'),
        ("[remind]\nneutral = 1", "remind.neutral: expected true or false"),
        ("[remind]\nnotify_command = 'a \"b'", "remind.notify_command: a quote is not closed in it"),
        ("[remind]\nnotify_command = '/gone/notify -x'", "remind.notify_command: /gone/notify is not there"),
        ("[feed]\nprivacy = 'all'", 'feed.privacy: expected "initials" or "none"'),
        ("[feed]\nfolder = 3", "feed.folder: expected text in quotes"),
    ],
)
def test_settings_at_fault_are_said(cli: Cli, text: str, sentence: str) -> None:
    cli.set(f"{text}\n")
    ran = cli("doctor")
    assert ran.code == 1 and sentence in ran.out
