"""import and export."""

from __future__ import annotations

import io
import json
from datetime import datetime
from pathlib import Path

import pytest

from tests.command_line import SEARCH, Cli

INVITATIONS = Path(__file__).parents[2] / "store/calendar/invitations"
PANEL = INVITATIONS / "google-panel.ics"


def test_the_same_again_changes_nothing(search: Cli) -> None:
    before = search.bytes()
    ran = search.done("import", str(SEARCH))
    assert search.bytes() == before
    assert "Nothing new" in ran.err


def test_export_then_import_gives_the_same_export(search: Cli, tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    file.write_text("old")
    file.chmod(0o644)
    search.done("export", str(file))
    assert file.stat().st_mode & 0o777 == 0o600
    other = tmp_path / "other.json"
    search.done("--db", str(other), "import", str(file))
    assert search.done("--db", str(other), "export", "-").out.encode() == file.read_bytes()


def test_all_files_or_none(cli: Cli, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"format": "ringback", "version": 1, "interviews": [{"company": " "}]}')
    ran = cli("import", str(SEARCH), str(bad))
    assert (ran.code, cli.bytes()) == (1, None)
    assert "bad.json" in ran.err
    assert ran.err.count("\n") == 1


def test_a_dry_run_writes_nothing(cli: Cli) -> None:
    ran = cli.done("import", "--dry-run", str(SEARCH))
    assert cli.bytes() is None
    assert "northwind-2" in ran.err


def test_replace_takes_the_files_value(search: Cli) -> None:
    search.done("edit", "hooli-1", "round=Second")
    assert "round" in search.done("import", str(SEARCH)).err
    assert search.record("hooli-1")["round"] == "Second"
    search.done("import", "--replace", str(SEARCH))
    assert search.record("hooli-1")["round"] == "First"


def test_standard_input(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SEARCH.read_bytes())))
    cli.done("import", "-")
    assert cli.card("hooli-1")


@pytest.mark.parametrize("name", ["nowhere.json", ".", "people.csv"])
def test_files_that_cannot_be_taken(cli: Cli, tmp_path: Path, name: str) -> None:
    (tmp_path / "people.csv").write_text("a,b\n")
    ran = cli("import", str(tmp_path / name))
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)


def test_export_does_not_write_over_the_database(search: Cli) -> None:
    before = search.bytes()
    assert search("export", str(search.database)).code == 1
    assert search.bytes() == before


def _interviews(cli: Cli) -> dict[str, dict[str, object]]:
    return {one["id"]: one for one in json.loads(cli.done("export", "-").out)["interviews"]}


def test_an_invitation_comes_moves_and_is_called_off(cli: Cli) -> None:
    cli.done("import", str(PANEL), "--company", "Northwind", "--me", "you@mail.example")
    ((key, first),) = _interviews(cli).items()
    cli.done("edit", key, "round=Panel", "role=Mine", "company=Northwind Ltd")
    before = cli.bytes()
    cli.done("import", str(PANEL), "--company", "Northwind", "--me", "you@mail.example")
    assert cli.bytes() == before
    moved = cli.done("import", str(INVITATIONS / "google-panel-moved.ics"), "--me", "you@mail.example")
    assert "moved from" in moved.err
    before = cli.bytes()
    cli.done("import", str(PANEL), "--company", "Northwind", "--me", "you@mail.example")
    assert cli.bytes() == before, "an older invitation must not move it back"
    after = _interviews(cli)[key]
    assert after["starts_at"] != first["starts_at"]
    assert (after["company"], after["role"], after["round"]) == ("Northwind Ltd", "Mine", "Panel")
    cancel = str(INVITATIONS / "google-panel-cancelled.ics")
    cli.done("import", cancel)
    cli.done("import", cancel)
    assert [(e["kind"], e["result"]) for e in _interviews(cli)[key]["events"]] == [("closed", "cancelled")]  # type: ignore[attr-defined]
    assert cli.card(key)["level"] == "cancelled"
    cli.done("log", key, "reopened")
    cli.done("import", cancel)
    assert len(_interviews(cli)[key]["events"]) == 2  # type: ignore[arg-type]


def test_a_cancellation_of_something_unknown_imports_nothing(cli: Cli) -> None:
    ran = cli.done("import", str(INVITATIONS / "google-panel-cancelled.ics"))
    assert cli.bytes() is None
    assert "not on the board" in ran.err


def test_a_zone_that_is_not_known_is_asked_for(cli: Cli) -> None:
    file = str(INVITATIONS / "naive-custom-zone.ics")
    ran = cli("import", file)
    assert (ran.code, cli.bytes()) == (1, None)
    assert "--zone" in ran.err
    cli.done("import", file, "--zone", "Europe/Lisbon", "--company", "X", "--me", "you@mail.example")
    ((_, one),) = _interviews(cli).items()
    assert one["zone"] == "Europe/Lisbon"
    assert datetime.fromisoformat(str(one["starts_at"])).tzinfo is not None
