"""However much lies in the watched folders, and whatever is sent there, a look stays small."""

from __future__ import annotations

import os
import time
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

from store.watching import looking, vdir
from store.watching.positions import load_positions, positions_file
from tests.store.hearing.invitations import invitation
from tests.store.watching.folders import Folders, answer, settle


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
