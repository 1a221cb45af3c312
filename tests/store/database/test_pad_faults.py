"""Every call to the system fails once while texts lie beside the database: none is lost or hidden.

A form is typed in, laid aside, offered at the next start, saved and removed; a letter and a text in the
user's own editor are taken in. Whatever fails: what is not on the disk is in memory, and that is said.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from msgspec.structs import replace

from store.changes.moves import edit
from store.clock import StoppedClock
from store.database.autosave import FormPad, Pads, folder_of
from store.database.left_behind import drop_form, forms_left
from store.database.outside_texts import handed_out
from store.files.errors import StorageError
from store.interview import Draft
from tests.store.database.failing import KEEPING, Failing
from tests.store.service_made import NOW, filled, opened
from tui.messages.autosaver import Autosaver

NUMBERS = [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EINTR]
FORM = FormPad(
    form="debrief", interviews=("iv-1",), title="Debrief: Acme", texts={"topics": "Zqx"}, begun=NOW, at=NOW
)
MORE = replace(FORM, texts={"topics": "Zqx jvk", "notes": "Wvu"})
LETTER = Draft(id="d1", body="Dear Ada")
NEVER = 3600.0
_failed: list[str] = []


class Disk:
    """A place for a database, made anew for each call that fails, and what was done there."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.path = home / "ringback.json"
        copytree(filled_home(home.parent), home)
        self.said: list[str | None] = []

    def autosaver(self) -> Autosaver:
        """A board's; it writes when it is told to."""
        return Autosaver(self.path, StoppedClock(NOW), self.said.append, pause=NEVER, longest=NEVER)

    @property
    def forms(self) -> list[dict[str, str]]:
        """What the next start would offer."""
        return [pad.texts for pad in forms_left(self.path).values()]

    def drafts(self) -> list[str]:
        """The letters in the database."""
        return [one.body for one in opened(self.path).interview("iv-1").drafts]


def filled_home(folder: Path) -> Path:
    """A folder with a database in it that was saved as any is: what each disk of a test begins with."""
    home = folder / "filled"
    if not home.exists():
        home.mkdir()
        filled(home / "ringback.json")
    return home


def die(autosaver: Autosaver) -> None:
    """What the system does for a board that was killed: its lock is free."""
    lock = autosaver._session._lock
    if lock is not None:
        with suppress(OSError):  # a call that failed may have closed it all the same
            os.close(lock)
        autosaver._session._lock = None


def each_failing(
    folder: Path, number: int, prepare: Callable[[Disk], Any], act: Callable[[Disk, Any], None],
    check: Callable[[Disk, Any, bool], None],
) -> int:  # fmt: skip
    """Let every call that `act` makes fail, each in a place of its own; how many there were.

    `check` is told whether `act` raised that something was not done.
    """
    at, count = 0, 1
    while at <= count:
        disk = Disk(folder / f"{number}-{at}")
        prepared = prepare(disk)
        with pytest.MonkeyPatch.context() as patch:
            failing = Failing(patch, OSError(number, os.strerror(number)) if at else None, at, KEEPING)
            try:
                act(disk, prepared)
                refused = False
            except (StorageError, OSError):
                refused = True
        assert at or not refused
        try:
            check(disk, prepared, refused)
        except AssertionError as error:
            error.add_note(f"where call {at} failed: {failing.calls[:at]}")
            raise
        count = max(count, len(failing.calls)) if at == 0 else count
        _failed.extend(failing.calls[at - 1 : at] if at else [])
        at += 1
    return count


@pytest.fixture(scope="module", autouse=True)
def figures() -> Iterator[None]:
    """`pytest -s` shows how many calls failed."""
    yield
    print(f"\n{len(_failed)} calls failed in turn: {', '.join(sorted(set(_failed)))}")


@pytest.mark.parametrize("number", NUMBERS)
def test_typing_in_a_form(tmp_path: Path, number: int) -> None:
    def prepare(disk: Disk) -> Autosaver:
        return disk.autosaver()

    def act(disk: Disk, board: Autosaver) -> None:
        for pad in (FORM, MORE):
            board.publish_form(pad)
            board.flush()

    def check(disk: Disk, board: Autosaver, refused: bool) -> None:
        assert not refused
        if board.unwritten():
            assert board.unwritten() == [MORE]
            assert disk.said[-1], "it was not said"
        else:
            assert disk.said[-1:] in ([], [None])
        board.flush()
        assert board.unwritten() == []
        die(board)
        assert disk.forms == [MORE.texts]

    assert each_failing(tmp_path, number, prepare, act, check) > 15


@pytest.mark.parametrize("number", NUMBERS)
def test_laying_a_form_aside_and_leaving(tmp_path: Path, number: int) -> None:
    def prepare(disk: Disk) -> Autosaver:
        board = disk.autosaver()
        board.publish_form(FORM)
        board.flush()
        board.publish_form(MORE)
        return board

    def act(disk: Disk, board: Autosaver) -> None:
        board.close()

    def check(disk: Disk, board: Autosaver, refused: bool) -> None:
        assert not refused
        unwritten = board.unwritten()
        assert disk.forms == [FORM.texts if unwritten else MORE.texts]
        assert not unwritten or disk.said[-1]

    assert each_failing(tmp_path, number, prepare, act, check) > 8


def dead_board(disk: Disk) -> None:
    """A board that was killed with a form, a letter and a text in the user's own editor."""
    board = disk.autosaver()
    board.publish_form(MORE)
    board.publish("iv-1", LETTER, None)
    board.flush()
    die(board)


@pytest.mark.parametrize("number", NUMBERS)
def test_offering_at_the_next_start(tmp_path: Path, number: int) -> None:
    def act(disk: Disk, _: None) -> None:
        found = [pad.texts for pad in forms_left(disk.path).values()]
        assert found in ([], [MORE.texts])

    def check(disk: Disk, _: None, refused: bool) -> None:
        assert not refused
        assert disk.forms == [MORE.texts]

    assert each_failing(tmp_path, number, dead_board, act, check) > 5


@pytest.mark.parametrize("number", NUMBERS)
def test_taking_in_letters_beside_a_form(tmp_path: Path, number: int) -> None:
    def act(disk: Disk, _: None) -> None:
        opened(disk.path).pads.take_in()

    def check(disk: Disk, _: None, refused: bool) -> None:
        opened(disk.path).pads.take_in()
        assert disk.drafts() == [LETTER.body]
        assert disk.forms == [MORE.texts]
        assert not [*folder_of(disk.path).glob("*.json")]

    assert each_failing(tmp_path, number, dead_board, act, check) > 20


def lent(disk: Disk) -> Path:
    """A text that the user's own editor has changed, after the board was killed."""
    stored = opened(disk.path).keep_draft("iv-1", LETTER, None)
    text = disk.home / "ringback-abc" / "text.md"
    text.parent.mkdir(0o700)
    text.write_text(stored.body)
    record = handed_out(disk.path, "iv-1", stored, text, NOW)
    record.__enter__()
    (file,) = folder_of(disk.path).glob("*.outside")
    kept = file.read_bytes()
    record.__exit__(None, None, None)
    folder_of(disk.path).mkdir(0o700, exist_ok=True)
    file.write_bytes(kept)
    file.chmod(0o600)
    text.write_text("Dear Ada, Zqx")
    return text


@pytest.mark.parametrize("number", NUMBERS)
def test_giving_a_text_to_the_users_editor(tmp_path: Path, number: int) -> None:
    def prepare(disk: Disk) -> list[int]:
        return []

    def act(disk: Disk, given: list[int]) -> None:
        with handed_out(disk.path, "iv-1", LETTER, disk.home / "text.md", NOW) as held:
            given.append(held)
            assert b"text.md" in os.pread(held, 4096, 0), "an editor has a text that nobody knows of"

    def check(disk: Disk, given: list[int], refused: bool) -> None:
        assert given or refused
        assert opened(disk.path).pads.take_in() in (0, 1)

    assert each_failing(tmp_path, number, prepare, act, check) > 5


@pytest.mark.parametrize("number", NUMBERS)
def test_taking_in_what_the_users_editor_made(tmp_path: Path, number: int) -> None:
    def act(disk: Disk, text: Path) -> None:
        opened(disk.path).pads.take_in()

    def check(disk: Disk, text: Path, refused: bool) -> None:
        opened(disk.path).pads.take_in()
        assert disk.drafts() == ["Dear Ada, Zqx"]
        assert not [*folder_of(disk.path).glob("*.outside")] if folder_of(disk.path).exists() else True

    assert each_failing(tmp_path, number, lent, act, check) > 20


@pytest.mark.parametrize("number", NUMBERS)
def test_saving_a_form_that_was_left_and_removing_it(tmp_path: Path, number: int) -> None:
    def prepare(disk: Disk) -> tuple[Pads, Path]:
        dead_board(disk)
        opened(disk.path).pads.take_in()
        (file,) = forms_left(disk.path)
        session = Pads(disk.path)
        session.write(MORE)
        return session, file

    def remove(session: Pads, file: Path) -> None:
        session.drop(MORE.key)
        drop_form(file)
        session.close()

    def act(disk: Disk, prepared: tuple[Pads, Path]) -> None:
        service = opened(disk.path)
        service.move("debriefed", ["iv-1"], edit({"topics": ((), ("Zqx jvk",))}, now=NOW))
        remove(*prepared)

    def check(disk: Disk, prepared: tuple[Pads, Path], refused: bool) -> None:
        saved = opened(disk.path).interview("iv-1").topics == ("Zqx jvk",)
        assert saved or (refused and disk.forms == [MORE.texts])
        remove(*prepared)
        assert disk.forms == []
        opened(disk.path).pads.take_in()
        assert not folder_of(disk.path).exists()

    assert each_failing(tmp_path, number, prepare, act, check) > 25


def test_a_form_whose_file_cannot_be_removed_is_removed_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(tmp_path / "home")
    board = disk.autosaver()
    board.publish_form(FORM)
    board.flush()
    with monkeypatch.context() as patch:
        failing = OSError(errno.EIO, os.strerror(errno.EIO))
        patch.setattr(os, "unlink", lambda *args, **kwargs: (_ for _ in ()).throw(failing))
        board.form_settled(FORM.key)
        board.flush()
        assert "input/output error" in (disk.said[-1] or "")
    board.flush()
    assert disk.said[-1] is None
    board.close()
    assert not folder_of(disk.path).exists()
