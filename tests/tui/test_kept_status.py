"""The kept answer of `status --short`: the same as that of the command, or none."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from store.database.autosave import folder_of
from tests.command_line import NOW, Cli
from tui.kept_status import known_answer

ROOT = Path(__file__).parents[2]


@pytest.fixture
def asked(cli: Cli) -> Callable[..., str | None]:
    """What is kept for the status bar of this database, some seconds after it was found out."""
    cli.done("add", "Initech", "Backend", "--start", "today 15:00", "--with", "Ada Okafor", "--zone", "UTC")
    cli.done("status", "--short")  # the calendar of the country is worked out, and kept, too
    assert cli.done("status", "--short").out == "1✎\n"

    def ask(*words: str, later: float = 5) -> str | None:
        words = words or ("status", "--short")
        return known_answer(words, NOW.timestamp() + later)

    return ask


def own_languages(cli: Cli) -> None:
    cli.config.parent.mkdir(parents=True, exist_ok=True)
    cli.config.with_name("languages.toml").touch()


def test_it_is_that_of_the_command_as_long_as_nothing_is_another(asked: Callable[..., str | None]) -> None:
    assert asked() == "1✎\n"
    assert asked("status") is None
    assert asked("status", "--short", "--at", "tomorrow") is None
    assert asked("next") is None
    assert asked("--db", "other.json", "status", "--short") is None


def test_what_is_named_on_the_command_line_counts(cli: Cli) -> None:
    cli.done("add", "Initech", "Backend", "--start", "today 15:00", "--zone", "UTC")
    words = ("--db", str(cli.database), "status", "--short")
    answers = [cli.done(*words).out for _ in range(2)]
    assert known_answer(words, NOW.timestamp()) == answers[-1]
    assert known_answer((f"--db={cli.database}", *words[2:]), NOW.timestamp()) == answers[-1]
    assert known_answer(words[2:], NOW.timestamp()) is None


@pytest.mark.parametrize("later", [-1, 24 * 3600])
def test_it_holds_for_a_time(asked: Callable[..., str | None], later: float) -> None:
    assert asked(later=later) is None


CHANGES: dict[str, Callable[[Cli, pytest.MonkeyPatch], object]] = {
    "the database": lambda cli, _: os.utime(cli.database, (1, 1)),
    "no database": lambda cli, _: cli.database.unlink(),
    "texts left behind": lambda cli, _: folder_of(cli.database).mkdir(),
    "the settings": lambda cli, _: cli.set("# nothing is set\n"),
    "languages": lambda cli, _: own_languages(cli),
    "the zone": lambda _, patch: patch.setenv("TZ", "Asia/Tokyo"),
    "the locale": lambda _, patch: patch.setenv("LC_ALL", "C"),
    "the folder that names are relative to": lambda cli, patch: patch.chdir(cli.folder),
    "what is kept": lambda _, __: kept_file().write_text("nothing that can be read"),
    "too much that is kept": lambda _, __: kept_file().write_text("\n" * 10_000),
    "a text that acts on a terminal": lambda _, __: kept_file().write_text(
        kept_file().read_text().replace("1✎", "\x1b[2J")
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_it_is_found_out_anew_where_anything_is_another(
    asked: Callable[..., str | None], cli: Cli, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    CHANGES[what](cli, monkeypatch)
    assert asked() is None


def test_no_names_are_kept_and_nobody_else_reads_it(asked: Callable[..., str | None]) -> None:
    assert asked() is not None
    assert not any(word in kept_file().read_text() for word in ("Initech", "Backend", "Ada", "Okafor"))
    assert kept_file().stat().st_mode & 0o777 == 0o600
    assert [one.name for one in kept_file().parent.iterdir() if one.name.startswith("status")] == ["status"]


def test_nothing_is_kept_where_something_is_to_be_said_each_time(cli: Cli) -> None:
    cli.done("add", "Initech", "Backend", "--start", "today 15:00")
    cli.set("[me]\nnmae = 1\n")
    for _ in range(2):
        assert "nmae" in cli.done("status", "--short").err
    assert not kept_file().exists()


def test_nothing_is_kept_while_texts_lie_beside_the_database(cli: Cli) -> None:
    cli.done("add", "Initech", "Backend", "--start", "today 15:00")
    folder_of(cli.database).mkdir()
    (folder_of(cli.database) / "not ringback's").touch()
    cli.done("status", "--short")
    cli.done("status", "--short")
    assert known_answer(("status", "--short"), NOW.timestamp()) is None


def test_the_short_way_imports_nothing_of_ringback_but_itself(tmp_path: Path) -> None:
    env = os.environ | {"HOME": str(tmp_path), "RINGBACK_DB": str(tmp_path / "none.json")}
    words = [sys.executable, "-X", "importtime", "-m", "tui", "status", "--short"]
    runs = [subprocess.run(words, cwd=ROOT, env=env, capture_output=True, text=True) for _ in range(3)]
    names = {line.rpartition("|")[2].strip() for line in runs[-1].stderr.splitlines()}
    assert {name for name in names if name.startswith(("tui", "store", "templates"))} <= {
        "tui", "tui.start", "tui.kept_status",
    }  # fmt: skip
    assert "typing" not in names - {line.rpartition("|")[2].strip() for line in bare().splitlines()}
    assert [run.stdout for run in runs] == ["", "", ""]


def bare() -> str:
    """What an empty Python imports, started in the same way."""
    words = [sys.executable, "-X", "importtime", "-m", "this"]
    return subprocess.run(words, capture_output=True, text=True, check=True).stderr


def kept_file() -> Path:
    return Path(os.environ["XDG_STATE_HOME"]) / "ringback" / "status"
