"""Drafts in a Maildir and mails as files: private, whole, and never in the place of another."""

from __future__ import annotations

import email
import mailbox
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from email.policy import default
from pathlib import Path

import pytest
from hypothesis import given

from templates.mail import message
from tests.hostile import hostile, quick
from tui.handover import mail, new_files

NOW = datetime(2026, 11, 19, 18, 4, tzinfo=UTC)
MAIL = message(("Dana", "dana@mail.example"), ("Ada", "ada@globex.example"), "Danke schön", "Grüße\n", NOW)


@pytest.fixture(autouse=True)
def open_umask() -> Iterator[None]:
    """Files have to be private whatever the umask."""
    before = os.umask(0)
    yield
    os.umask(before)


def test_a_draft_in_a_maildir(tmp_path: Path) -> None:
    folder = tmp_path / "Drafts"
    mailbox.Maildir(folder, create=True)
    done = mail.add_draft(MAIL, folder, NOW)
    assert (done.ok, done.said) == (True, f"Put into {folder} as a draft: send it from your mail program.")
    (path,) = (folder / "cur").iterdir()
    assert path.name.endswith(":2,DS")
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.stat().st_mtime == NOW.timestamp()
    assert not list((folder / "tmp").iterdir())
    back = email.message_from_bytes(path.read_bytes(), policy=default)
    assert back["Subject"] == "Danke schön"
    assert "X-Unsent" not in back
    assert b"\r" not in path.read_bytes()


def test_a_folder_that_is_missing_is_not_made(tmp_path: Path) -> None:
    folder = tmp_path / "Drafts"
    assert "does not exist" in mail.add_draft(MAIL, folder, NOW).said
    assert not folder.exists()


def test_a_directory_that_is_no_maildir_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    done = mail.add_draft(MAIL, tmp_path / "letters", NOW)
    assert (done.ok, "is no Maildir" in done.said) == (False, True)
    assert not list((tmp_path / "letters").iterdir())


def test_a_file_that_mail_programs_open_for_sending(tmp_path: Path) -> None:
    done = mail.write_eml(MAIL, tmp_path, "Ada Okáfor")
    path = tmp_path / "ringback-ada-okafor.eml"
    assert (done.ok, done.said) == (True, f"Written to {path}: open it with your mail program.")
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.read_bytes().startswith(b"X-Unsent: 1\r\n")


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("mine")
    (tmp_path / "ringback-ada.eml").write_text("mine")
    (tmp_path / "ringback-ada-2.eml").symlink_to(tmp_path / "elsewhere")
    for count in (3, 4):
        assert f"ringback-ada-{count}.eml" in mail.write_eml(MAIL, tmp_path, "Ada").said
    assert (tmp_path / "ringback-ada.eml").read_text() == "mine"
    assert (tmp_path / "elsewhere").read_text() == "mine"


def test_a_directory_that_is_gone_is_named(tmp_path: Path) -> None:
    done = mail.write_eml(MAIL, tmp_path / "gone", "Ada")
    assert (done.ok, done.said) == (
        False,
        f"No file was written to {tmp_path / 'gone'}: the directory is gone.",
    )


def test_a_save_that_fails_leaves_no_empty_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = mail.write_eml(MAIL, tmp_path, "Ada")
    assert (done.ok, "disk full" in done.said) == (False, True)
    assert not list(tmp_path.iterdir())


@quick
@given(hostile)
def test_no_name_is_a_path(name: str) -> None:
    bare = new_files.bare(f"../{name}/..")
    assert bare.isascii()
    assert set(bare) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert 0 < len(bare) <= new_files.LONGEST_FILE_NAME
