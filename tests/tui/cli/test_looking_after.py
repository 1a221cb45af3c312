"""The commands that bring something back: undo, restore, merge, and texts whose card is gone."""

from __future__ import annotations

import json
from datetime import timedelta
from zoneinfo import ZoneInfo

from store.clock import StoppedClock
from store.database.autosave import Pad, Pads
from store.database.storage import SafeStorage
from store.interview import Draft
from store.policy import Policy
from store.service import Service
from tests.command_line import NOW, Cli


def test_undo_takes_back_the_newest_step_and_says_whose_it_was(search: Cli) -> None:
    before = search.record("hooli-1")
    search.done("log", "hooli-1", "heard")
    search.done("rm", "acme-1")
    assert search.done("undo").err.startswith(
        "Undone: deleted Acme Rockets (the command line).\nAcme Rockets, "
    )
    assert search.done("undo").err.startswith("Undone: heard from them (the command line).\nHooli")
    assert search.record("hooli-1") == before


def test_undo_refuses_where_the_field_has_changed_since(search: Cli) -> None:
    search.done("edit", "hooli-1", "role=Analyst")
    database = json.loads(search.bytes() or b"")
    database["interviews"]["hooli-1"]["role"] = "Other"
    search.database.write_text(json.dumps(database))
    before = search.bytes()
    ran = search("undo")
    assert (ran.code, ran.out) == (1, "")
    assert "Not undone: another window has since changed Hooli" in ran.err
    assert search.bytes() == before


def test_undo_of_an_addition_with_a_text_asks_for_yes(cli: Cli) -> None:
    card = cli.done("add", "Globex", "Engineer", "--start", "yesterday 10:00").out.strip()
    service = Service(SafeStorage(cli.database), cli.clock, Policy(), ZoneInfo("UTC"))
    service.load()
    service.keep_draft(card, Draft(id="d1", body="Dear Ada"), None)
    before = cli.bytes()
    ran = cli("undo")
    assert ran.code == 1
    assert "a draft written for Globex since" in ran.err
    assert "`ringback undo --yes`" in ran.err
    assert cli.bytes() == before
    cli.done("undo", "--yes")
    (kept,) = (cli.database.parent / "board.json.backups").glob("*.before-undo.*")
    assert b"Dear Ada" in kept.read_bytes()


def test_there_is_nothing_to_undo(cli: Cli) -> None:
    ran = cli("undo")
    assert (ran.code, ran.err) == (1, "ringback: There is nothing to undo.\n")
    assert cli.bytes() is None


def test_the_steps_are_not_exported(search: Cli) -> None:
    search.done("rm", "hooli-1")
    assert b"hooli-1" not in search.done("export", "-").out.encode()


def test_restore_alone_lists_what_each_would_lose_and_changes_nothing(search: Cli) -> None:
    search.done("backup")
    search.clock = StoppedClock(NOW + timedelta(hours=3))
    search.done("rm", "hooli-1")
    search.done("log", "acme-1", "heard")
    search.done("add", "Globex", "Engineer", "--start", "yesterday 10:00")
    search.done("edit", "acme-1", "location=here")
    before = search.bytes()
    ran = search("restore")
    assert ran.code == 1
    assert search.bytes() == before
    assert "Nothing was changed" in ran.err
    lines = ran.out.splitlines()
    assert [line.split()[0] for line in lines] == search.backups()
    assert "3 hours old  by hand" in lines[-1]
    assert lines[-1].endswith("loses 1 interview, 1 event, the facts of 1 interview changed since")
    assert "  by itself  " in lines[0]


def test_a_save_in_a_wrong_year_does_not_bring_back_an_old_state(search: Cli) -> None:
    search.clock = StoppedClock(NOW.replace(year=2033))
    search.done("rm", "hooli-1")
    search.clock = StoppedClock(NOW)
    search.done("rm", "acme-1")
    newest, wrong = search.backups()[:2]
    assert newest.startswith("2026-")
    assert wrong.startswith("2033-")
    assert "from the future" in search("restore").out.splitlines()[1]
    assert "from the future" in search("doctor").out
    search.done("restore", newest)
    search.record("acme-1")


def with_letter(cli: Cli, body: str) -> None:
    tables = json.loads(cli.bytes() or b"")
    draft = {"id": "d1", "body": body, "updated_at": "2026-11-19T12:00:00Z"}
    tables["interviews"]["acme-1"] |= {"drafts": [draft], "notes": f"notes: {body}"}
    cli.database.write_text(json.dumps(tables))


def test_merge_keeps_both_letters_and_both_notes(search: Cli) -> None:
    copy = search.database.with_name("board.sync-conflict-20261119-120000-ABCDEFG.json")
    with_letter(search, "theirs")
    copy.write_bytes(search.bytes() or b"")
    with_letter(search, "ours")
    said = search.done("merge", str(copy)).err
    assert "kept beside what is here" in said
    assert "All of it is in" in said
    stored = search.record("acme-1")
    assert [one["body"] for one in stored["drafts"]] == ["ours", "theirs"]
    assert stored["notes"] == "notes: ours"
    assert [(one["field"], one["value"]) for one in stored["conflicts"]] == [("notes", "notes: theirs")]
    before = search.bytes()
    again = search.done("merge", str(copy)).err
    assert "Nothing new" in again
    assert search.bytes() == before


def test_merge_keeps_what_was_let_be_in_either_copy(search: Cli) -> None:
    copy = search.database.with_name("other.json")
    with_letter(search, "ours")
    tables = json.loads(search.bytes() or b"")
    (draft,) = tables["interviews"]["acme-1"]["drafts"]
    draft["dismissed"] = ["length"]
    copy.write_text(json.dumps(tables))
    draft["dismissed"] = ["tone"]
    search.database.write_text(json.dumps(tables))
    said = search.done("merge", str(copy)).err
    assert "All of it is in" in said
    assert "Nothing new" not in said
    assert search.record("acme-1")["drafts"][0]["dismissed"] == ["tone", "length"]
    assert "Nothing new" in search.done("merge", str(copy)).err


def test_merge_with_replace_keeps_a_version(search: Cli) -> None:
    copy = search.database.with_name("other.json")
    with_letter(search, "theirs")
    copy.write_bytes(search.bytes() or b"")
    with_letter(search, "ours")
    search.done("merge", "--replace", str(copy))
    (draft,) = json.loads(search.bytes() or b"")["interviews"]["acme-1"]["drafts"]
    assert draft["body"] == "theirs"
    assert [one["body"] for one in draft["versions"]] == ["ours"]


def test_merge_does_not_say_that_a_copy_may_go_of_which_something_is_left(search: Cli) -> None:
    copy = search.database.with_name("other.json")
    tables = json.loads(search.bytes() or b"")
    events = [key for key, one in tables["interviews"].items() if one["events"]]
    tables["interviews"][events[0]]["events"][0]["at"] = "2026-11-01T00:00:00Z"
    copy.write_text(json.dumps(tables))
    said = search.done("merge", str(copy)).err
    assert "Not all of it is in" in said
    assert "remove it" not in said


def test_texts_whose_card_is_gone_are_printed(search: Cli) -> None:
    with_letter(search, "Dear Ada")
    pads = Pads(search.database)
    draft = Draft(id="d2", subject="Thank you", body="Never saved")
    pads.write(Pad(interview="acme-1", draft=draft, seen=None, at=NOW))
    search.done("rm", "acme-1")
    pads.close()
    ran = search.done("draft", "--left-behind")
    assert "Never saved" in ran.out
    assert "Subject: Thank you" in ran.out
    assert "Dear Ada" in ran.out
    (file,) = pads.folder.glob("*.json")
    assert str(file) in ran.out
    doctor = search("doctor")
    assert doctor.code == 1
    assert "`ringback draft --left-behind` prints it" in doctor.out
    file.write_bytes(b"{")
    assert "Read it, and then remove it" in search("doctor").out
    file.unlink()
    search.done("undo")
    assert search.done("draft", "--left-behind").out == ""
