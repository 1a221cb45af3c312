"""A database of an older ringback: read as it is, changed by the first save only, and kept as it was."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from store.database.format import SCHEMA
from tests.command_line import Cli

OLDER = Path(__file__).with_name("schema-1.json")
"""As ringback wrote it when its schema was 1: there was no table of preferences."""


@pytest.fixture
def older(cli: Cli) -> Cli:
    cli.database.parent.mkdir(parents=True)
    cli.database.write_bytes(OLDER.read_bytes())
    return cli


def test_an_older_database_is_read_and_not_touched(older: Cli) -> None:
    assert older.record("iv-1")["loose_ends"] == [{"text": "said Kafka, meant Pulsar", "state": "open"}]
    assert older.card("iv-1")["basis"] == "promised"
    older.done("export", "-")
    older("doctor")
    assert older.bytes() == OLDER.read_bytes()
    assert list(older.database.parent.iterdir()) == [older.database]


def test_the_first_save_migrates_it_after_a_backup(older: Cli) -> None:
    before = older.record("iv-1")
    older.done("log", "iv-1", "heard")
    tables = msgspec.json.decode(older.bytes() or b"")
    assert tables["meta"] == {"ringback": {"schema": SCHEMA, "saves": 1}}
    assert {"preferences", "steps"} <= tables.keys()
    after = older.record("iv-1")
    assert after["events"][:-1] == before["events"]
    assert {key: after[key] for key in after if key != "events"} == {
        key: before[key] for key in before if key != "events"
    }
    (copy,) = (older.database.parent / f"{older.database.name}.backups").iterdir()
    assert ".before-migration." in copy.name
    assert copy.read_bytes() == OLDER.read_bytes()
    older.done("log", "iv-1", "heard", "note=again")
    assert len(older.record("iv-1")["events"]) == 3


def test_the_copy_from_before_can_be_restored_and_used(older: Cli) -> None:
    older.done("rm", "iv-1")
    older.done("restore", older.backups()[0])
    assert older.bytes() == OLDER.read_bytes()
    assert older.record("iv-1")["company"] == "Globex"


def test_another_copy_in_the_older_schema_is_merged(cli: Cli) -> None:
    cli.done("merge", str(OLDER))
    assert cli.record("iv-1")["company"] == "Globex"
