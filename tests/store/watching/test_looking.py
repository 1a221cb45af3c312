"""The watched folders: what is new is heard once, whatever becomes of the looks; nothing is written there."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from store import heard
from store.interview import Promised, Thanked
from store.settings.records import Watch
from store.watching import looking
from store.watching.beginnings import Beginning
from store.watching.positions import load_positions, only_one, positions_file
from tests.store.hearing.invitations import invitation
from tests.store.hearing.listener import NOW, SAM, globex, initech
from tests.store.hearing.mailers import Reply, plain
from tests.store.hearing.reading import WRITTEN
from tests.store.watching.folders import Folders, answer


def test_what_is_new_is_proposed_once(folders: Folders) -> None:
    folders.put(answer(1))
    folders.append(answer(2, "thank you for your note."))
    assert len(folders.look().new) == 2
    assert folders.look().new == () == folders.look().new
    folders.put(answer(3), flags=":2,S")
    folders.append(answer(4))
    assert [one.ref for one in folders.look().new] == ["<3@globex.example>", "<4@globex.example>"]
    assert len(heard.open_proposals(folders.service().book)) == 4


def test_a_message_that_is_written_in_its_place_is_read_once_it_is_there(folders: Folders) -> None:
    path = folders.put(b"")
    long_ago = NOW.timestamp() - 3600
    for part in ("cur", "new"):  # nothing else has come since
        os.utime(folders.inbox / part, (long_ago, long_ago))
    assert folders.look().new == ()
    path.write_bytes(answer(1))
    assert len(folders.look().new) == 1
    assert folders.look().new == ()


def test_the_same_message_in_two_folders_counts_once(folders: Folders) -> None:
    folders.put(answer(1))
    folders.put(answer(1), folders.sent.parent / "INBOX")
    folders.append(answer(1))
    assert len(folders.look().new) == 1


def test_a_message_that_was_read_and_moved_is_not_new(folders: Folders) -> None:
    path = folders.put(answer(1))
    folders.look()
    path.rename(folders.inbox / "cur" / f"{path.name}:2,RS")
    assert folders.look().read == 0


def test_an_mbox_that_was_cleared_up_is_read_anew_and_nothing_doubles(folders: Folders) -> None:
    for number in range(5):
        folders.append(answer(number))
    assert len(folders.look().new) == 5
    folders.mbox.write_bytes(b"")
    folders.append(answer(4))
    folders.append(answer(9))
    assert [one.ref for one in folders.look().new] == ["<9@globex.example>"]


def test_an_mbox_whose_last_message_was_still_being_written(folders: Folders) -> None:
    folders.append(answer(1))
    whole = b"From x@y Wed Nov 25 10:00:00 2026\n" + answer(2).replace(b"\r\n", b"\n") + b"\n\n"
    with folders.mbox.open("ab") as box:
        box.write(whole[:120])
    folders.look()
    with folders.mbox.open("ab") as box:
        box.write(whole[120:])
    folders.look()
    refs = {one.ref for one in heard.open_proposals(folders.service().book)}
    assert refs >= {"<1@globex.example>", "<2@globex.example>"}


def test_many_messages_of_an_mbox_over_several_chunks(folders: Folders) -> None:
    for number in range(30):
        folders.append(answer(number, "hello again.\n\n" + f"From here on {number}\n" + "x" * 99_000))
    assert len(folders.look().new) == 30


def test_calendar_files_are_read_when_they_are_new_or_changed(folders: Folders) -> None:
    file = folders.calendar / "m1.ics"
    file.write_bytes(invitation())
    (one,) = folders.look().new
    assert one.joins == "iv-1"
    assert folders.look().read == 0
    file.write_bytes(invitation(sequence=1, start="20261203T090000Z", end="20261203T100000Z"))
    (later,) = folders.look().new
    assert later.meeting is not None and later.meeting.starts_at.day == 3
    assert [one.id for one in heard.open_proposals(folders.service().book)] == [later.id]


def test_a_calendar_file_that_cannot_be_read_keeps_none_of_the_others(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folders.calendar / "a.ics").write_bytes(invitation())
    (folders.calendar / "b.ics").write_bytes(invitation())
    real = Beginning.__enter__

    def spoilt(self: Beginning) -> Beginning:
        if self._path.endswith("a.ics"):
            raise PermissionError(13, "Permission denied")
        return real(self)

    with monkeypatch.context() as patched:
        patched.setattr(Beginning, "__enter__", spoilt)
        looked = folders.look()
    assert len(looked.new) == 1
    assert [str(folders.calendar) in one for one in looked.trouble] == [True]
    assert folders.look().read == 1, "once it can be read it is"


@pytest.mark.parametrize("missing", [False, True], ids=["stopped", "not there"])
def test_what_somebody_new_had_written_is_heard_though_the_look_was_cut_short(
    folders: Folders, *, missing: bool
) -> None:
    earlier = Reply(
        "We will let you know by Friday.", WRITTEN, "Sam", SAM.email or "", answers="<else@mail.example>"
    )
    folders.append(plain(earlier))
    assert folders.look().new == ()
    folders.add(initech())
    away = folders.mbox.with_name("elsewhere")
    if missing:
        folders.mbox.rename(away)
        folders.look()
        away.rename(folders.mbox)
    else:
        folders.look(stopped=lambda: True)
    assert [one.interview for one in folders.look().new] == ["iv-2"]


def test_nothing_is_written_into_the_watched_folders(folders: Folders) -> None:
    folders.put(answer(1))
    folders.append(answer(2))
    (folders.calendar / "m1.ics").write_bytes(invitation())
    before = folders.snapshot()
    folders.look()
    assert folders.snapshot() == before


def test_what_was_turned_down_stays_so_though_all_is_read_again(folders: Folders) -> None:
    folders.put(answer(1, "a secret."))
    (one,) = folders.look().new
    heard.drop(folders.service(), [one.id])
    positions_file(folders.database).unlink()
    assert folders.look().new == ()
    book = folders.service().book
    assert book.proposals == {} and list(book.turned_down) == [one.id]
    assert b"a secret" not in folders.database.read_bytes()


def test_the_positions_say_nothing_of_the_messages(folders: Folders) -> None:
    folders.put(answer(1))
    folders.look()
    file = positions_file(folders.database)
    assert file.stat().st_mode & 0o777 == 0o600
    assert not any(word in file.read_bytes() for word in (b"Ada", b"globex", b"Friday", b"Robin"))


def test_the_message_that_was_handed_over_is_logged_once_and_can_be_taken_back(folders: Folders) -> None:
    mine = Reply(
        "Dear Ada,\n\nthank you.", WRITTEN, "Robin Vale", "robin@mail.example", "ada@globex.example", "Thanks",
        "<asked@mail.example>", "",
    )  # fmt: skip
    folders.put(plain(mine), folders.sent, flags=":2,S")
    looked = folders.look()
    (sentence,) = looked.logged
    assert "thanked Ada Okafor" in sentence and looked.new == ()
    (event,) = folders.service().interview("iv-1").events
    assert isinstance(event, Thanked) and event.ref == "<asked@mail.example>"
    folders.service().undo(anyone=True)
    positions_file(folders.database).unlink()
    assert folders.look().logged == ()
    assert folders.service().interview("iv-1").events == ()


def test_a_look_that_is_stopped_goes_on_where_it_was(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "_EACH", 5)
    for number in range(20):
        folders.put(answer(number))
    asked = 0

    def stopped() -> bool:
        nonlocal asked
        asked += 1
        return asked > 9

    first = folders.look(stopped=stopped)
    assert first.stopped and 0 < first.read < 20
    second = folders.look()
    assert first.read + second.read == 20
    assert len(heard.open_proposals(folders.service().book)) == 20


def test_somebody_new_on_a_card_may_have_written_before(folders: Folders) -> None:
    sam = "sam@agency.example"
    folders.put(answer(1, address=sam, sender="Sam", answers=""))
    folders.append(answer(2, address=sam, sender="Sam", answers=""))
    assert folders.look().new == ()
    folders.add(initech(starts_at=WRITTEN - timedelta(days=2), ends_at=WRITTEN - timedelta(days=1)))
    assert {one.interview for one in folders.look().new} == {"iv-2"}
    assert folders.look().new == ()


def test_what_was_written_before_the_card_was_made_is_not_proposed(tmp_path: Path) -> None:
    folders = Folders(tmp_path)
    folders.put(answer(1))
    folders.add(globex(ends_at=NOW + timedelta(days=4)))
    assert folders.look().new == ()
    folders.clock.at = NOW + timedelta(hours=2)
    folders.put(answer(2, at=NOW + timedelta(hours=1)))
    assert len(folders.look().new) == 1


def test_only_one_looks_at_a_time(folders: Folders) -> None:
    folders.put(answer(1))
    with only_one(positions_file(folders.database)) as alone:
        assert alone
        assert folders.look().busy
    assert len(folders.look().new) == 1


def test_folders_that_are_not_there_are_named_and_the_others_are_read(
    folders: Folders, tmp_path: Path
) -> None:
    folders.put(answer(1))
    folders.settings = replace(
        folders.settings,
        watch=Watch(
            mail=("/nowhere/at all", str(tmp_path / "Mail"), str(folders.inbox)),
            calendar=(str(folders.mbox),),
        ),
    )
    looked = folders.look()
    assert len(looked.new) == 1
    assert [sentence.partition(";")[0] for sentence in looked.trouble] == [
        "There is no /nowhere/at all.",
        f"{tmp_path / 'Mail'} is no Maildir itself",
        f"{folders.mbox} is not a folder of calendar files.",
    ]
    assert "INBOX, Sent" in looked.trouble[1]


def test_positions_that_cannot_be_read_are_begun_anew(folders: Folders) -> None:
    folders.put(answer(1))
    folders.look()
    positions_file(folders.database).write_bytes(b"\x00{")
    assert folders.look().read == 1
    assert len(heard.open_proposals(folders.service().book)) == 1
    assert load_positions(positions_file(folders.database)).folders


def test_a_pipe_a_directory_and_a_dead_link_among_the_messages_end_nothing(folders: Folders) -> None:
    os.mkfifo(folders.inbox / "new" / "1.pipe")
    (folders.inbox / "new" / "2.dir").mkdir()
    (folders.inbox / "new" / "3.link").symlink_to("/nowhere")
    folders.put(answer(1))
    assert len(folders.look().new) == 1


def test_a_link_to_nothing_in_a_calendar_hides_no_other_file(folders: Folders) -> None:
    (folders.calendar / "a.ics").symlink_to("/nowhere/a.ics")
    (folders.calendar / "m1.ics").write_bytes(invitation())
    looked = folders.look()
    assert len(looked.new) == 1 and looked.trouble == ()


def test_taking_undoing_and_changing(folders: Folders) -> None:
    folders.put(answer(1))
    (one,) = folders.look().new
    service = folders.service()
    heard.take(service, one, heard.TakenAs(values={"callback_by": "2026-11-30"}))
    (event,) = folders.service().interview("iv-1").events
    assert isinstance(event, Promised) and event.callback_by == "2026-11-30" and event.ref == one.ref
    assert heard.open_proposals(service.book) == []
    service.undo()
    assert heard.open_proposals(service.book) == [one]
