"""The calendar folder holds what is due, no more and no less, and nothing of anybody else's is touched."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from msgspec.structs import replace

from store.changes.moves import Refused
from store.clock import StoppedClock
from store.database.storage import SafeStorage
from store.deadlines import Discretion, deadlines_of
from store.feed import FeedCounts, FeedFolder
from store.files.errors import StorageError
from store.interview import AnyEvent, CalendarEntry, Draft, Interview, Owes
from store.new_ids import new_id
from store.service import Service
from tests.making import (
    BERLIN,
    POLICY,
    after,
    at,
    called,
    closed,
    delivered,
    heard,
    made,
    owes,
    promised,
    reopened,
    snoozed,
    thanked,
)
from tests.store.service_made import note

NOW = at("2026-11-19 17:04")
CARDS = (
    made(id="a", company="Globex", ends_at=after(20)),
    made(thanked(after(2)), owes(after(3), "a sample", due="2026-11-25"), id="b", company="Acme"),
    made(id="c", company="Initech", ends_at=after(72)),
    made(closed(after(3), "offer", "2026-11-24"), thanked(after(2)), id="d", company="Hooli"),
    made(closed(after(3)), id="e", company="Stark"),
)


def window(folder: Path, now: datetime = NOW, *, initials: bool = False) -> Service:
    """One more board or command on the database in `folder`, that writes to the calendar beside it."""
    service = Service(SafeStorage(folder / "board.json"), StoppedClock(now), POLICY, BERLIN)
    service.feed = FeedFolder(folder / "calendar" / "ringback", Discretion(initials=initials))
    service.load()
    return service


def filled(folder: Path, *cards: Interview) -> Service:
    service = window(folder)
    for one in cards or CARDS:
        service.add("added", one)
    assert service.notes == []
    return service


def calendar(service: Service) -> dict[str, tuple[datetime, datetime]]:
    """What a calendar program finds in the folder: each entry with its times; no UID twice."""
    assert service.feed is not None
    found: dict[str, tuple[datetime, datetime]] = {}
    for path in service.feed.folder.glob("*.ics"):
        (event,) = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
        assert str(event["UID"]) not in found
        found[str(event["UID"])] = event.decoded("DTSTART"), event.decoded("DTEND")
    return found


def due(service: Service) -> dict[str, tuple[datetime, datetime]]:
    return {one.uid: (one.begins, one.ends) for one in deadlines_of(service.board().cards())}


def entries(service: Service) -> dict[str, tuple[tuple[str, str], int]]:
    """The same as the files have it, with how often each has moved: quicker than by the calendar library."""
    assert service.feed is not None
    found = [entry for _, entry in service.feed.entries()]
    assert len(found) == len({entry.uid for entry in found}) == len([*service.feed.folder.glob("*.ics")])
    return {entry.uid: ((entry.begins, entry.ends), entry.sequence) for entry in found}


def written_times(service: Service) -> dict[str, tuple[str, str]]:
    """What is due, as the files should have it."""
    return {
        uid: (f"{begins:%Y%m%dT%H%M%SZ}", f"{ends:%Y%m%dT%H%M%SZ}")
        for uid, (begins, ends) in due(service).items()
    }


def sequences(service: Service) -> dict[str, int]:
    assert service.feed is not None
    return {entry.uid: entry.sequence for _, entry in service.feed.entries()}


def test_after_each_change_there_is_what_is_due(tmp_path: Path) -> None:
    service = filled(tmp_path)
    assert calendar(service) == due(service)
    assert {uid.partition("-")[2] for uid in calendar(service)} >= {
        "thanks@ringback", "call@ringback", "interview@ringback", "answer@ringback",
    }  # fmt: skip
    note(service, "a", thanked(after(21)))
    assert "a-thanks@ringback" not in calendar(service)
    service.undo()
    assert "a-thanks@ringback" in calendar(service)
    service.delete("deleted", ["b"])
    assert calendar(service) == due(service)
    assert not any(uid.startswith("b-") for uid in calendar(service))


def test_what_moves_keeps_its_file_and_its_uid(tmp_path: Path) -> None:
    service = filled(tmp_path)
    names = {path.name for path in (tmp_path / "calendar" / "ringback").iterdir()}
    before = calendar(service)
    note(service, "a", promised(after(21), "2026-12-04"))
    assert calendar(service).keys() == before.keys()
    assert calendar(service)["a-call@ringback"][0] == at("2026-12-08 08:00")
    assert {path.name for path in (tmp_path / "calendar" / "ringback").iterdir()} == names
    moved = {uid for uid, sequence in sequences(service).items() if sequence}
    assert moved == {"a-call@ringback"}


def test_time_alone_moves_what_is_due_once_anybody_looks(tmp_path: Path) -> None:
    filled(tmp_path)
    later = window(tmp_path, NOW + timedelta(hours=24))
    assert calendar(later) != due(later)
    assert later.feed is not None
    assert later.feed.renew(later) == ""
    assert calendar(later) == due(later)
    assert later.feed.write(later) == FeedCounts(len(due(later)), 0, 0, 0)


def test_a_text_that_is_being_written_is_no_change(tmp_path: Path) -> None:
    service = filled(tmp_path)
    (tmp_path / "calendar" / "ringback").rename(tmp_path / "elsewhere")
    draft = Draft(
        id="d1", purpose="thanks", channel="email", subject="", body="Dear Ada", template="", updated_at=NOW
    )
    service.keep_draft("a", draft, None)
    assert not (tmp_path / "calendar" / "ringback").exists()


def test_only_its_own_files_are_touched(tmp_path: Path) -> None:
    service = filled(tmp_path)
    folder = tmp_path / "calendar" / "ringback"
    others = {
        "private.ics": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        "ringback-notes.ics": b"UID:a-thanks@ringback\r\n",
        f"ringback-{'0' * 20}.ics": b"UID:somebody-else\r\n",
        "displayname": b"Search",
    }
    for name, data in others.items():
        (folder / name).write_bytes(data)
    (folder / f"ringback-{'1' * 20}.ics").mkdir()
    (folder / f"ringback-{'2' * 20}.ics").symlink_to(folder / "private.ics")
    service.delete("deleted", [*service.book.interviews])
    left = {path.name for path in folder.iterdir()}
    assert left == {*others, f"ringback-{'1' * 20}.ics", f"ringback-{'2' * 20}.ics"}
    assert {name: (folder / name).read_bytes() for name in others} == others


def test_two_databases_share_a_folder(tmp_path: Path) -> None:
    one = filled(tmp_path)
    other = Service(SafeStorage(tmp_path / "other.json"), StoppedClock(NOW), POLICY, BERLIN)
    other.feed = one.feed
    other.add("added", made(id="z", company="Zeta"))
    assert calendar(one) == due(one) | due(other)
    note(one, "a", thanked(after(21)))
    assert calendar(one) == due(one) | due(other)


def test_an_entry_that_somebody_deleted_or_spoilt_is_there_again(tmp_path: Path) -> None:
    service = filled(tmp_path)
    first, second, *_ = sorted((tmp_path / "calendar" / "ringback").glob("*.ics"))
    first.unlink()
    lines = second.read_bytes().splitlines(keepends=True)
    second.write_bytes(b"".join(line for line in lines if not line.startswith(b"X-RINGBACK")))
    note(service, "e", thanked(after(21)))
    assert calendar(service) == due(service)
    assert len(sequences(service)) == len(due(service))


def test_with_initials_the_same_entries_say_less(tmp_path: Path) -> None:
    filled(tmp_path)
    service = window(tmp_path, initials=True)
    assert service.feed is not None
    counts = service.feed.write(service)
    assert counts == FeedCounts(len(due(service)), 0, len(due(service)), 0)
    assert calendar(service) == due(service)
    assert all(b"Globex" not in path.read_bytes() for path in service.feed.folder.iterdir())


def test_interviews_that_the_users_own_calendar_has_are_left_to_it(tmp_path: Path) -> None:
    invited = replace(CARDS[2], id="i", calendar=CalendarEntry(uid="x@globex.example"))
    service = filled(tmp_path, *CARDS, invited)
    assert {"c-interview@ringback", "i-interview@ringback"} <= calendar(service).keys()
    assert service.feed is not None
    service.feed = FeedFolder(service.feed.folder, Discretion(invitations=False))
    service.feed.write(service)
    assert calendar(service).keys() == due(service).keys() - {"i-interview@ringback"}


def test_who_has_not_read_the_last_change_leaves_it_to_whoever_made_it(tmp_path: Path) -> None:
    service = filled(tmp_path)
    other = window(tmp_path)
    note(service, "a", thanked(after(21)))
    assert other.feed is not None
    assert other.feed.write(other) is None
    assert calendar(service) == due(service)


def test_a_folder_that_cannot_be_written_is_said_and_the_change_stands(tmp_path: Path) -> None:
    (tmp_path / "calendar").write_text("a file")
    service = window(tmp_path)
    service.add("added", CARDS[0])
    (sentence,) = service.notes
    assert sentence.startswith(f"The calendar entries in {tmp_path}/calendar/ringback are not up to date: ")
    assert service.interview("a").company == "Globex"
    (tmp_path / "calendar").unlink()
    (tmp_path / "calendar").mkdir()
    (tmp_path / "calendar" / "ringback").write_text("a file")
    assert service.feed is not None
    with pytest.raises(StorageError, match="is a file, and a folder is needed"):
        service.feed.write(service)


def test_nobody_else_may_read_them(tmp_path: Path) -> None:
    service = filled(tmp_path)
    assert service.feed is not None
    assert {path.stat().st_mode & 0o777 for path in service.feed.folder.iterdir()} == {0o600}
    assert service.feed.folder.stat().st_mode & 0o777 == 0o700


def any_step(service: Service, dice: random.Random) -> None:
    """Any step that a user may make, now."""
    now, book = service.clock.now(), service.book.interviews
    kind = dice.choice(["add", "add", "delete", "undo", *["log"] * 8])
    if kind == "add" or not book:
        ends = now + timedelta(hours=dice.randint(-96, 96))
        role = dice.choice(["SRE", "QA", ""])
        fresh = made(id=new_id("iv-"), company=dice.choice("ABCDEFG"), role=role, ends_at=ends)
        service.add("added", fresh)
    elif kind == "delete" or len(book) > 20:
        service.delete("deleted", [dice.choice([*book])])
    elif kind == "undo":
        service.undo()
    else:
        card = dice.choice([*book])
        day = (now + timedelta(days=dice.randint(-3, 14))).date().isoformat()
        open_ = [event.id for event in book[card].events if isinstance(event, Owes)]
        events: list[AnyEvent] = [
            thanked(now), promised(now, day), called(now), heard(now), snoozed(now, day), owes(now, due=day),
            closed(now), closed(now, "offer", day), reopened(now),
            delivered(now, dice.choice(open_ or ["x"])),
        ]  # fmt: skip
        note(service, card, dice.choice(events))


@pytest.mark.parametrize("count", [60, pytest.param(1_000, marks=pytest.mark.slow)])
def test_after_any_steps_of_two_windows_there_is_no_double_and_no_orphan(tmp_path: Path, count: int) -> None:
    dice, now, made_of = random.Random(count), NOW, 0
    windows = [window(tmp_path), window(tmp_path)]
    for _ in range(count):
        now += timedelta(minutes=dice.randint(0, 300))
        service = dice.choice(windows)
        service.clock = StoppedClock(now)
        service.load()
        before = entries(service)
        try:
            any_step(service, dice)
        except Refused:
            assert service.feed is not None
            service.feed.renew(service)
        after = entries(service)
        assert {uid: times for uid, (times, _) in after.items()} == written_times(service)
        assert service.notes == []
        for uid in before.keys() & after.keys():
            assert after[uid][1] - before[uid][1] == (before[uid][0] != after[uid][0])
        made_of += len(after)
    assert calendar(windows[0]) == calendar(windows[1])
    assert made_of > count, "there was hardly anything to write"
