"""The watched folders: what is new is heard once, whatever becomes of the looks; nothing is written there."""

from __future__ import annotations

import os
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from store import heard
from store.interview import Promised, Thanked
from store.settings.records import Watch
from store.watching import looking, vdir
from store.watching.beginnings import Beginning
from store.watching.positions import load_positions, only_one, positions_file
from tests.store.hearing.listener import NOW, SAM, globex, initech
from tests.store.hearing.mailers import Reply, plain
from tests.store.hearing.reading import WRITTEN
from tests.store.hearing.test_meetings import invitation
from tests.store.watching.folders import Folders, answer, settle


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    made = Folders(tmp_path)
    made.add()
    return made


def test_what_is_new_is_proposed_once(folders: Folders) -> None:
    folders.put(answer(1))
    folders.append(answer(2, "thank you for your note."))
    assert len(folders.look().new) == 2
    assert folders.look().new == () == folders.look().new
    folders.put(answer(3), flags=":2,S")
    folders.append(answer(4))
    assert [one.ref for one in folders.look().new] == ["<3@globex.example>", "<4@globex.example>"]
    assert len(heard.open_proposals(folders.service().book)) == 4


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


class Touched:
    """Counts what is asked of the watched folders."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folders: Folders) -> None:
        self.calls: Counter[str] = Counter()
        home = str(folders.inbox.parent.parent)
        for name in ("open", "listdir", "scandir", "stat"):
            real = getattr(os, name)

            def counting(path: Any, *args: Any, real: Any = real, name: str = name, **more: Any) -> Any:
                outside = "data" in str(path) or not (str(path).startswith(home) or "dir_fd" in more)
                self.calls[name] += not outside
                return real(path, *args, **more)

            monkeypatch.setattr(os, name, counting)


def many(folders: Folders, messages: int, meetings: int) -> None:
    """Messages and calendar files that concern nobody, in folders that changed long ago."""
    for number in range(messages):
        (folders.inbox / "cur" / f"16000{number:05}.M1P2.host:2,S").write_bytes(b"From: a@b.example\n\nx")
    for number in range(meetings):
        (folders.calendar / f"{number:05}.ics").write_bytes(b"BEGIN:VCALENDAR\nEND:VCALENDAR\n")
    for folder in (folders.inbox, folders.sent, folders.calendar):
        settle(folder)


def test_a_look_with_nothing_new_asks_for_little_however_much_there_is(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vdir, "MOST_AT_ONCE", 50)
    many(folders, 1_000, 1_000)
    assert folders.look().read == 2_000
    touched = Touched(monkeypatch, folders)
    assert folders.look().read == 0
    assert touched.calls["listdir"] == touched.calls["scandir"] == 0
    assert touched.calls["open"] == 1, "the calendar folder itself"
    assert touched.calls["stat"] < 50 + 40


def test_in_a_large_calendar_that_seems_unchanged_all_files_have_their_turn(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vdir, "MOST_AT_ONCE", 20)
    many(folders, 0, 100)
    folders.look()
    for name in ("00000", "00041", "00099"):
        (folders.calendar / f"{name}.ics").write_bytes(b"BEGIN:VCALENDAR\nX:1\nEND:VCALENDAR\n")
    settle(folders.calendar)
    read = 0
    for _ in range(7):  # the turns of a hundred files, 20 at once; cron looks every ten minutes
        folders.clock.at += timedelta(minutes=10)
        read += folders.look().read
    assert read == 3


def test_a_large_calendar_in_which_something_is_put_or_lost_is_looked_at_whole(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vdir, "MOST_AT_ONCE", 20)
    many(folders, 0, 100)
    folders.look()
    (folders.calendar / "00007.ics").unlink()
    (folders.calendar / "m1.ics").write_bytes(invitation())
    looked = folders.look()
    assert looked.read == len(looked.new) == 1
    file = load_positions(positions_file(folders.database))
    assert len(file.folders[str(folders.calendar)].files) == 100


def test_a_link_to_nothing_in_a_calendar_hides_no_other_file(folders: Folders) -> None:
    (folders.calendar / "a.ics").symlink_to("/nowhere/a.ics")
    (folders.calendar / "m1.ics").write_bytes(invitation())
    looked = folders.look()
    assert len(looked.new) == 1 and looked.trouble == ()


def test_a_first_look_that_is_stopped_twice_comes_to_its_end_and_says_how_far_it_is(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "_SAVED_EACH", 10)
    many(folders, 60, 45)
    told: list[tuple[str, int, int]] = []
    read = rests = 0

    def rest() -> None:
        nonlocal rests
        rests += 1

    for most in (25, 25, 1_000):
        begun = rests
        looked = folders.look(
            stopped=lambda begun=begun, most=most: rests - begun >= most,
            progress=lambda at: told.append((at.place.kind, at.read, at.of)),
            pause=rest,
        )
        assert looked.stopped == (most == 25)
        read += looked.read
    assert read == rests == 105
    assert told[:2] == [("maildir", 10, 60), ("maildir", 20, 60)]
    assert told[2:4] == [("maildir", 35, 60), ("maildir", 45, 60)], "it goes on from the 25th"
    assert told[-1] == ("calendar", 45 - 5, 45)
    assert folders.look().read == 0


HOSTILE = {
    "ten thousand parts in one another": b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (number, number)
        for number in range(10_000)
    ),
    "a header of a megabyte": b"X: " + b"a" * 2**20 + b"\n\nx",
    "a subject of encoded words": b"Subject: " + b"=?utf-8?q?a?= " * 20_000 + b"\n\nx",
    "ten thousand addresses": b"To: " + b"a@b.example, " * 10_000 + b"\n\nx",
    "quotes without an end": b'To: "' + b'\\"' * 100_000 + b"\n\nx",
    "a charset that is none": b"Content-Type: text/plain; charset=klingon\n\n\xff\xfe we will let you know by friday",
    "ten megabytes": b"\n" + b"we will let you know by friday. " * 300_000,
    "nested HTML": b"Content-Type: text/html\n\n" + b"<blockquote><a href=" * 50_000,
    "lines that may be attributions": b"\n" + b"On Wed, a wrote\n" * 20_000,
    "lines that are nearly attributions": b"\n" + b"am hat am wrote said  am:x hat <\n" * 9_000,
    "headers without an end": b"X-A: b\n" * 150_000,
    "broken base64": b"Content-Transfer-Encoding: base64\n\n" + b"=" * 200_000,
    "a calendar of nothing but beginnings": b"Content-Type: text/calendar\n\n" + b"BEGIN:VEVENT\n" * 20_000,
    "nothing but newlines": b"\n" * 300_000,
    "NULs": b"Subject: \x00\x01\x1b]52;c;x\x07\n\n\x00\x1b[2J",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_mail_costs_little_and_ends_nothing(folders: Folders, what: str) -> None:
    head = b"From: Ada <ada@globex.example>\nDate: Wed, 25 Nov 2026 10:52:00 +0100\nMessage-ID: <h@x>\n"
    folders.put(answer(1))
    folders.look()
    folders.put(head + HOSTILE[what])
    folders.put(answer(2))
    begun = time.process_time()
    looked = folders.look()
    assert (
        time.process_time() - begun < 1.0
    )  # a fifth of that where nothing else runs; growth is what is looked for
    assert "<2@globex.example>" in {one.ref for one in looked.new}
    for one in looked.new:
        assert not any(ord(letter) < 32 for letter in f"{one.sentence}{one.sender}{one.why}")


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
