"""The README says what is so: its keys are the board's, its pictures are there, and its commands work."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from screenshots.readme import KEYS, README, document, renewed
from store.settings import read_settings
from store.settings.own_languages import FIELDS, read_languages
from templates.sandbox import Limits
from tests.tui.cli.test_faults_files import DAMAGE
from tui.cli.topic_texts import HEADER, JSON
from tui.cli.topics import places

TEXT = README.read_text(encoding="utf-8")
ROOT = README.parent
TEMPLATES = (ROOT / "templates" / "README.md").read_text(encoding="utf-8")
SCRIPTS = re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL)


def test_the_keys_are_those_of_the_board() -> None:
    if renewed(TEXT) != TEXT or document() != KEYS.read_text(encoding="utf-8"):
        pytest.fail("The key tables have changed; `python screenshots/readme.py` writes them.", pytrace=False)


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#:]+)\)", TEXT))))
def test_what_is_pointed_to_is_there(target: str) -> None:
    assert (ROOT / target).is_file()


def test_the_settings_shown_are_taken() -> None:
    heard, told, zone = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    assert (len(read_settings(heard)[0].watch.mail), read_settings(heard)[1]) == (2, ())
    assert (read_settings(told)[0].feed.privacy, read_settings(told)[1]) == ("initials", ())
    assert (read_settings(zone)[0].zone, read_settings(zone)[1]) == ("Europe/Berlin", ())
    (words,) = re.findall(r"```toml\n(.*?)```", TEMPLATES, re.DOTALL)
    languages, faults = read_languages(words)
    assert ([*languages], faults) == (["tr", "de"], ())


def test_the_header_of_a_template_has_the_fields_that_the_help_names() -> None:
    (header,) = re.findall(r"```jinja\n(.*?)```", TEMPLATES, re.DOTALL)
    assert {*re.findall(r"^(?:\{#)?\s+(\w+):", header, re.MULTILINE)} <= {*HEADER}
    assert [field for field in HEADER if f"`{field}`" not in TEMPLATES and f"{field}:" not in header] == []


def test_commands_for_programs_are_all_named() -> None:
    (named,) = re.findall(r"\*\*For programs\*\*(.*?)take `--json`", TEXT, re.DOTALL)
    assert {*re.findall(r"`(\w+)`", named)} == {*JSON}


def test_what_lies_where_is_what_the_help_says() -> None:
    usual = Path("~/.local/share/ringback/ringback.json"), Path("~/.config/ringback/config.toml")
    moved = Path("~/.local/state/ringback/ringback.log"), Path("~/.cache/ringback/country-days.json")
    for _, path in places(*usual, *moved):
        assert f"`{path}`" in TEXT or f"`{path.rpartition('/ringback/')[2]}`" in TEXT, path


def test_every_word_of_a_language_is_named() -> None:
    (section,) = re.findall(r"\n## Languages\n(.*)", TEMPLATES, re.DOTALL)
    assert {*FIELDS} <= {*re.findall(r"\w+", section)}


def _put_files(home: Path) -> None:
    """The files that its commands name."""
    invitations = ROOT / "tests/store/calendar/invitations"
    shutil.copy(invitations / "google-panel.ics", home / "invitation.ics")
    folder = home / ".local/share/calendars/interviews"
    folder.mkdir(parents=True)
    shutil.copy(invitations / "google-panel.ics", folder / "one.ics")
    (home / "interviews.csv").write_text(
        "company,starts_at,interviewers\nInitech,2026-12-01 10:00,Joan Pell <joan@initech.example>\n"
    )
    (home / "ada.vcf").write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Okafor\nEMAIL:ada@globex.example\nEND:VCARD\n"
    )


@pytest.mark.slow
def test_the_commands_work_in_the_order_they_stand_in(tmp_path: Path) -> None:
    _put_files(tmp_path)
    commands = [text for text in SCRIPTS if re.search(r"(^|\()ringback ", text, re.MULTILINE)]
    assert len(commands) >= 4
    here = tmp_path / "bin"
    here.mkdir()
    program = here / "ringback"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tui "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    env = os.environ | {
        "PATH": f"{here}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "TZ": "UTC",
        "XDG_DATA_HOME": str(tmp_path / "data"), "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_STATE_HOME": str(tmp_path / "state"), "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }  # fmt: skip
    env.pop("RINGBACK_DB", None)
    script = "\n".join(["set -eu", *commands])
    done = subprocess.run(
        ["/bin/sh", "-c", script], cwd=tmp_path, env=env, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert "Globex" in done.stdout


def test_as_many_spoilt_files_are_tried_as_it_says() -> None:
    (count,) = re.findall(r"The tests spoil it in (\d+) ways", TEXT)
    assert int(count) == len(DAMAGE)


def test_the_limits_of_templates_are_those_that_are_kept() -> None:
    limits = Limits()
    assert (limits.cpu_seconds, limits.wall_seconds) == (2, 3)
    assert f"give {limits.output_bytes // 1000} kB of text" in TEXT
    assert f"{limits.memory_bytes // 2**20} MiB of memory" in TEXT
