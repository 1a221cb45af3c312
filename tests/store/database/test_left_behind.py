"""Whatever can lie among the pads: believed, or said with the way out; never taken in unseen."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from store.database.autosave import FORM, LETTER, FormPad, Pad, Pads, folder_of, folder_warnings
from store.database.left_behind import forms_left, lying, unbelieved, waiting
from store.database.outside_texts import OUTSIDE, LeftBehind, OutsideText, handed_out
from store.files.atomic import is_unfinished
from store.interview import MULTILINE, Draft, all_texts
from store.left_texts import left_texts
from store.text import forbidden
from tests.hostile import CONTROLS
from tests.store.service_made import NOW, opened

pytestmark = pytest.mark.usefixtures("service")
DRAFT = Draft(id="d1", body="Dear Ada")
KINDS = (LETTER, FORM, OUTSIDE)


def left(path: Path, kind: str, body: str = "Dear Ada", interview: str = "iv-1") -> Path:
    """One text of a board that has ended; the file that stands for it."""
    if kind == OUTSIDE:
        return outside(path, body.encode(), interview)
    session = Pads(path)
    if kind == FORM:
        session.write(form(interview, body))
    else:
        session.write(Pad(interview=interview, draft=replace(DRAFT, body=body), seen=None, at=NOW))
    session.close()
    (file,) = folder_of(path).glob(f"{session.token}*{kind}")
    return file


def form(interview: str = "iv-1", text: str = "Zqx") -> FormPad:
    return FormPad(
        form="debrief", interviews=(interview,), title="Debrief: Globex", texts={"topics": text},
        begun=NOW, at=NOW,
    )  # fmt: skip


def outside(path: Path, saved: bytes | None, interview: str = "iv-1") -> Path:
    """A text that the user's editor had when the board ended, and what it saved of it."""
    text = path.with_name(f"ringback-{os.urandom(4).hex()}") / "text.md"
    text.parent.mkdir(0o700)
    if saved is not None:
        text.write_bytes(saved)
    before = {*folder_of(path).glob(f"*{OUTSIDE}")} if folder_of(path).exists() else set()
    with pytest.raises(LeftBehind), handed_out(path, interview, DRAFT, text, NOW):
        raise LeftBehind
    (record,) = {*folder_of(path).glob(f"*{OUTSIDE}")} - before
    return record


def why(path: Path) -> str:
    (one,) = unbelieved(path)
    return one.why


def half(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-9])


def linked(file: Path) -> None:
    file.rename(file.with_name("elsewhere"))
    file.symlink_to("elsewhere")


def piped(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def in_a_far_year(file: Path) -> None:
    plain = msgspec.json.decode(file.read_bytes())
    file.write_bytes(msgspec.json.encode(plain | {"at": "9999-12-31T23:59:59-14:00"}))


def too_long(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"Dear Ada", b"x" * 20_001))


SPOILT: dict[str, tuple[Callable[[Path], object], str]] = {
    "half": (half, "it holds no "),
    "empty": (lambda file: file.write_text(""), "it holds no "),
    "another shape": (lambda file: file.write_bytes(b'{"at": 1}'), "it holds no "),
    "nested": (lambda file: file.write_bytes(b"[" * 100_000), "it holds no "),
    "no text": (lambda file: file.write_bytes(b"\xff\xfe"), "it holds no "),
    "huge": (lambda file: os.truncate(file, 17 * 2**20), "larger than 16 MiB"),
    "writable by others": (lambda file: file.chmod(0o602), "others may write to it"),
    "a link": (linked, "it is a symbolic link"),
    "a pipe": (piped, "it is a named pipe"),
    "a far year": (in_a_far_year, "its time cannot be right"),
    "too long": (too_long, "a text in it is longer than 20,000 characters"),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("spoilt", SPOILT)
def test_what_is_not_believed_is_said_once_and_left(path: Path, kind: str, spoilt: str) -> None:
    file = left(path, kind)
    spoil, words = SPOILT[spoilt]
    spoil(file)
    service = opened(path)
    assert service.pads.take_in() == 0
    (note,) = service.notes
    assert str(file) in note
    assert words in note
    assert note.endswith("Read it, and then remove it.")
    assert service.pads.take_in() == 0
    assert len(service.notes) == 1, "once is enough"
    assert service.interview("iv-1").drafts == ()
    assert forms_left(path) == {}
    file.unlink()
    assert unbelieved(path) == []


@pytest.mark.parametrize("kind", KINDS)
def test_what_another_user_has_put_there_is_not_believed(
    path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    left(path, kind)
    monkeypatch.setattr(os, "geteuid", lambda: 12_345)
    assert why(path) == "it belongs to another user"
    assert (opened(path).pads.take_in(), forms_left(path)) == (0, {})


@pytest.mark.parametrize("kind", KINDS)
def test_whose_it_is_is_named_where_that_can_be_read(path: Path, kind: str) -> None:
    left(path, kind).chmod(0o620)
    service = opened(path)
    service.pads.take_in()
    assert " for Globex, Data engineer left behind in " in service.notes[0]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", CONTROLS)
def test_no_control_character_comes_in(path: Path, kind: str, name: str) -> None:
    text = CONTROLS[name]
    file = left(path, kind)
    plain = file.read_bytes().decode()
    for word in ("Dear Ada", "Debrief: Globex"):
        plain = plain.replace(f'"{word}"', msgspec.json.encode(text).decode())
    file.write_text(plain)
    for one in (*lying(path).values(), *forms_left(path).values()):
        # What is typed in a form may have several lines, whatever its field is called.
        typed = one.texts if isinstance(one, FormPad) else {}
        for _, field, held in all_texts(one):
            assert forbidden(held, lines=field in MULTILINE or field in typed) is None
    opened(path).pads.take_in()
    assert opened(path).storage.faults == ()


def test_what_was_typed_in_a_form_keeps_its_lines(path: Path) -> None:
    with_lines = "Ada Okafor\nBen Ito\tCTO\n\nthe end"
    session = Pads(path)
    session.write(form(text=with_lines))
    session.close()
    (pad,) = forms_left(path).values()
    assert pad.texts == {"topics": with_lines}


# Texts in another program's hands


@pytest.mark.parametrize(
    ("saved", "words"),
    [
        (b"\xff\xfe", "is not in UTF-8 (byte 0)"), (b"x" * 20_001, "longer than 20,000 characters"),
        (b"x" * 80_001, "cannot be read"),
    ],
)  # fmt: skip
def test_what_an_editor_made_of_a_text_and_cannot_be_used_can_be_mended(
    path: Path, saved: bytes, words: str
) -> None:
    record = outside(path, saved)
    assert words in why(path)
    service = opened(path)
    assert service.pads.take_in() == 0
    (note,) = service.notes
    (text,) = path.parent.glob("ringback-*/text.md")
    assert f"Mend {text}, and it is taken in; or remove both files." in note
    text.write_text("Dear Ada, mended")
    service.pads.take_in()
    assert [one.body for one in service.interview("iv-1").drafts] == ["Dear Ada, mended"]
    assert not record.exists()
    assert not text.parent.exists()


def test_a_text_that_became_a_link_is_not_followed(path: Path) -> None:
    outside(path, None)
    (folder,) = path.parent.glob("ringback-*")
    (folder / "text.md").symlink_to(path)
    assert "cannot be read" in why(path)
    assert opened(path).pads.take_in() == 0


def test_what_an_editor_still_has_is_nobodys_business(path: Path) -> None:
    record = outside(path, b"\xff")
    with record.open("r+b") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert unbelieved(path) == []
        assert waiting(path) == {}


def test_the_other_texts_of_a_record_are_cleaned_too(path: Path) -> None:
    record = outside(path, b"Dear Ada")
    plain = msgspec.json.decode(record.read_bytes(), type=OutsideText)
    record.write_bytes(msgspec.json.encode(replace(plain, draft=replace(DRAFT, subject="a\x1b[2J"))))
    service = opened(path)
    service.pads.take_in()
    assert [one.subject for one in service.interview("iv-1").drafts] == ["a[2J"]


# What has no owner any more


@pytest.mark.parametrize("kind", [LETTER, FORM])
def test_a_pad_whose_session_was_taken_away_is_found_all_the_same(path: Path, kind: str) -> None:
    left(path, kind)
    for lock in folder_of(path).glob("*.session"):
        lock.unlink()
    assert len(forms_left(path)) == (kind == FORM)
    assert len(waiting(path)) == (kind == LETTER)
    assert opened(path).pads.take_in() == (kind == LETTER)


def test_a_lock_that_nobody_can_take_is_said_and_holds_up_nothing_once_it_is_gone(path: Path) -> None:
    file = left(path, LETTER)
    (lock,) = file.parent.glob("*.session")
    lock.unlink()
    lock.symlink_to("nowhere")
    service = opened(path)
    assert service.pads.take_in() == 0
    said = f"The lock of drafts left behind in {lock} holds them up: its symbolic links cannot be followed."
    assert service.notes == [f"{said} Remove it, and they are taken in."]
    assert waiting(path) == {}
    lock.unlink()
    assert service.pads.take_in() == 1


def test_what_a_killed_board_had_half_written_is_swept_when_its_session_is(path: Path) -> None:
    file = left(path, LETTER)
    (file.parent / f".{file.name}.new-abcd1234").write_text("half")
    alive = Pads(path)
    alive.write(form("iv-2"))
    kept = alive.folder / f".{alive.token}-0123.form.new-abcd1234"
    kept.write_text("of a living board")
    opened(path).pads.take_in()
    assert [one for one in file.parent.iterdir() if is_unfinished(one)] == [kept]


@pytest.mark.parametrize("kind", KINDS)
def test_texts_of_an_interview_that_is_gone_are_listed_with_all_that_holds_them(
    path: Path, kind: str
) -> None:
    file = left(path, kind, "Never saved")
    service = opened(path)
    service.delete("deleted Globex", ["iv-1"])
    (one,) = left_texts(service)
    assert (one.interview, one.whose) == ("iv-1", "Globex, Data engineer")
    assert one.files[0] == file
    assert len(one.files) == 1 + (kind == OUTSIDE)
    assert "Never saved" in one.text
    for each in one.files:
        each.unlink()
    assert left_texts(service) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("spoilt", ["writable by others", "a far year", "too long"])
def test_what_is_not_believed_is_listed_as_far_as_it_can_be_read(path: Path, kind: str, spoilt: str) -> None:
    file = left(path, kind)
    SPOILT[spoilt][0](file)
    (one,) = left_texts(opened(path))
    assert one.files[0] == file
    assert ("x" * 20_001 if spoilt == "too long" else "Dear Ada") in one.text
    assert one.at == (None if spoilt == "a far year" else NOW)


# The folder


def test_a_folder_that_others_may_write_in_or_nobody_may_look_into_is_said(path: Path) -> None:
    assert folder_warnings(path) == []
    left(path, LETTER)
    folder = folder_of(path)
    assert folder_warnings(path) == []
    for mode, words in (
        (0o707, "others may write in"),
        (0o300, "is closed to you"),
        (0o500, "closed to you"),
    ):
        folder.chmod(mode)
        assert words in folder_warnings(path)[0]
        assert words in " ".join(opened(path).warnings())
    folder.chmod(0o700)
    folder.rename(folder.with_name("away"))
    folder.write_text("in the way")
    assert "is in the way" in folder_warnings(path)[0]


def test_an_unknown_time_is_no_reason_to_fall_over(path: Path) -> None:
    """What a board wrote whose clock was far off."""
    session = Pads(path)
    far = datetime(9999, 12, 31, tzinfo=UTC)
    session.write(replace(form(), begun=far))
    session.close()
    assert why(path) == "its time cannot be right"
