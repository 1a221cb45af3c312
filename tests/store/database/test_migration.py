"""A database of an older ringback: read as it is, changed by the first save only, and kept as it was."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from store.database.format import SCHEMA, Tables, decode, encode
from store.interview import CalendarEntry
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


# Schema 3: the number of a calendar invitation stood alone


def of_schema_3() -> Tables:
    """A database with invited interviews, and steps that hold one deleted and one changed."""
    plain = msgspec.json.decode(OLDER.read_bytes())
    bare = plain["interviews"]["iv-1"]
    invited, typed = {**bare, "sequence": 2}, {**bare, "id": "iv-2", "sequence": None}
    step = {"words": "x", "at": "2026-11-18T15:00:00Z", "whose": "t", "by": "board", "companies": {}}
    gone = {"name": "Globex", "whole": {**bare, "id": "iv-3", "sequence": 5}}
    moved = {"name": "Globex", "fields": {"sequence": 1, "round": "Phone"}, "seen": "s", "texts": "t"}
    first = {"name": "Globex", "fields": {"sequence": None}, "seen": "s", "texts": "t"}
    return {
        **plain,
        "meta": {"ringback": {"schema": 3, "saves": 7}},
        "interviews": {"iv-1": invited, "iv-2": typed},
        "preferences": {},
        "steps": {
            "s1": {**step, "id": "s1", "number": 1, "interviews": {"iv-3": gone}},
            "s2": {**step, "id": "s2", "number": 2, "interviews": {"iv-1": moved, "iv-2": first}},
        },
    }


def test_the_number_of_an_invitation_becomes_its_version() -> None:
    decoded = decode(encode(of_schema_3()))
    assert decoded.faults == ()
    known = {key: one.calendar for key, one in decoded.book.interviews.items()}
    assert known == {"iv-1": CalendarEntry(uid="", sequence=2), "iv-2": None}
    gone = decoded.steps["s1"].interviews["iv-3"].whole
    assert gone is not None
    assert gone.calendar == CalendarEntry(uid="", sequence=5)
    moved = decoded.steps["s2"].interviews
    assert moved["iv-1"].fields == {"calendar": {"uid": "", "sequence": 1}, "round": "Phone"}
    assert moved["iv-2"].fields == {"calendar": None}


def test_it_is_migrated_where_the_steps_alone_have_the_number() -> None:
    tables = of_schema_3()
    tables["interviews"] = {}
    gone = decode(encode(tables)).steps["s1"].interviews["iv-3"].whole
    assert gone is not None
    assert gone.calendar == CalendarEntry(uid="", sequence=5)


def test_the_first_save_writes_versions_and_undo_knows_them(cli: Cli) -> None:
    cli.database.parent.mkdir(parents=True)
    tables = of_schema_3()
    del tables["steps"]["s2"]
    cli.database.write_bytes(encode(tables))
    assert cli.record("iv-1")["calendar"] == {"uid": "", "sequence": 2, "stamp": None}
    cli.done("undo")
    assert cli.record("iv-3")["calendar"] == {"uid": "", "sequence": 5, "stamp": None}
    saved = msgspec.json.decode(cli.bytes() or b"")
    assert saved["meta"]["ringback"] == {"schema": SCHEMA, "saves": 8}
    assert b'"sequence":2' in (cli.bytes() or b"")
    assert all("sequence" not in one for one in saved["interviews"].values())
