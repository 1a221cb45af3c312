"""The command line as tests run it: in this process, at a time they say."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from store.clock import StoppedClock
from store.languages import use_languages
from store.settings import Settings, as_toml
from tests.making import POLICY
from tui.cli import main

SEARCH = Path(__file__).with_name("search.json")
PINNED = as_toml(Settings(policy=POLICY))
NOW = datetime(2026, 11, 19, 17, 4, tzinfo=UTC)


class Ran(NamedTuple):
    """What came of a command."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)


class Cli:
    """Runs commands on a database of its own."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[bytes]) -> None:
        self.folder = folder
        self.database = folder / "data" / "board.json"
        self.config = folder / "config" / "ringback" / "config.toml"
        self.clock = StoppedClock(NOW)
        self._capture = capture

    def __call__(self, *argv: str) -> Ran:
        """Run a command, whatever comes of it."""
        self._capture.readouterr()
        code = main(argv, self.clock)
        out, err = self._capture.readouterr()
        return Ran(code, out.decode(), err.decode())

    def done(self, *argv: str) -> Ran:
        """Run a command that must succeed."""
        ran = self(*argv)
        assert ran.code == 0, ran.err
        return ran

    def card(self, interview_id: str, *, at: datetime | None = None) -> dict[str, Any]:
        """A card as `list --json` has it."""
        when = () if at is None else ("--at", at.isoformat())
        cards = self.done("list", "--json", *when).json["interviews"]
        return next(card for card in cards if card["id"] == interview_id)

    def record(self, interview_id: str) -> dict[str, Any]:
        """An interview as it is stored."""
        found: dict[str, Any] = self.done("show", interview_id, "--json").json["interview"]
        return found

    def bytes(self) -> bytes | None:
        """The database as it lies on the disk."""
        return self.database.read_bytes() if self.database.exists() else None

    def backups(self) -> list[str]:
        """The names of the copies, the newest first."""
        return [line.split()[0] for line in self.done("backup", "--list").out.splitlines()]

    def speak(self, text: str) -> None:
        """Write the languages of the user's own."""
        self.set("")
        self.config.with_name("languages.toml").write_text(text, "utf-8")

    def set(self, text: str) -> None:
        """Write the settings."""
        for folder in (self.config.parent.parent, self.config.parent):
            folder.mkdir(mode=0o700, exist_ok=True)
        self.config.write_text(text, "utf-8")
        self.config.chmod(0o600)


@pytest.fixture
def cli(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Iterator[Cli]:
    """An empty place to run commands in, in the time zone of Berlin."""
    ran = Cli(tmp_path, capsysbinary)
    monkeypatch.setenv("RINGBACK_DB", str(ran.database))
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.casefold()))
    monkeypatch.setenv("TZ", "Europe/Berlin")
    mask = os.umask(0o022)
    yield ran
    os.umask(mask)
    use_languages({})


@pytest.fixture
def search(cli: Cli) -> Cli:
    """The same with a search in full swing imported, and the numbers that tests go by."""
    cli.set(PINNED)
    cli.done("import", str(SEARCH))
    return cli
