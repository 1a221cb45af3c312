"""What is said of each watched path: one sentence, that names what lies there and what to name in its place."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from store.settings import Settings
from store.settings.records import Watch
from store.watching.looking import FolderLook
from store.watching.reports import reports
from tests.making import BERLIN
from tests.store.hearing.listener import NOW
from tests.store.watching.folders import Folders

Make = Callable[[Path], object]


def folder(*names: str) -> Make:
    """Makes a folder with these in it: files where they have an ending, else folders."""

    def make(path: Path) -> None:
        path.mkdir()
        for name in names:
            if "." in name or name.isupper():
                (path / name).parent.mkdir(parents=True, exist_ok=True)
                (path / name).write_text(
                    "BEGIN:VCALENDAR" if "." in name else "From a@b Wed\nFrom: a@b\n\nx\n"
                )
            else:
                (path / name).mkdir(parents=True)

    return make


def file(text: str) -> Make:
    return lambda path: path.write_text(text)


def said(home: Path, mail: str = "", calendar: str = "") -> list[tuple[bool, str]]:
    watch = Watch(mail=(mail,) if mail else (), calendar=(calendar,) if calendar else ())
    found = reports(Settings(watch=watch), home / "data" / "board.json", NOW, BERLIN)
    return [(good, words.replace(str(home), "~")) for good, words in found]


GOOD = [
    ("mail", folder("cur", "new", "tmp"), "~/it is a Maildir, not looked at yet"),
    ("mail", file("From a@b Wed\nFrom: a@b\n\nx\n"), "~/it is an mbox, not looked at yet"),
    ("mail", file(""), "~/it is an mbox, not looked at yet"),
    ("calendar", folder("a.ics"), "~/it is a calendar folder, not looked at yet"),
    ("calendar", folder(), "~/it is a calendar folder with no .ics file in it yet, not looked at yet"),
]  # fmt: skip
WRONG = [
    ("mail", lambda path: None, "There is no ~/it"),
    ("calendar", lambda path: None, "There is no ~/it"),
    ("mail", lambda path: path.symlink_to("/nowhere/x"), "There is no ~/it"),
    ("mail", folder(), "~/it is no Maildir: there is no `cur` in it"),
    ("mail", folder("new", "tmp"), "~/it is no Maildir: there is no `cur` in it"),
    ("mail", folder("cur"), "~/it is no whole Maildir: there is no `new` in it, where new mail comes in"),
    ("mail", folder("IN/cur", "OUT/cur"), "~/it is no Maildir itself; in it there are IN, OUT: name those"),
    ("mail", folder("INBOX", "SENT"), "~/it is no Maildir; there are mboxes in it, INBOX, SENT: name those"),
    ("mail", folder("a.ics"), "~/it is a calendar folder: name it under `calendar`"),
    ("mail", file("hello"), "~/it is no mbox: it does not begin with a line `From …`, as one does"),
    ("mail", os.mkfifo, "~/it is neither a Maildir nor an mbox file"),
    ("calendar", file("BEGIN:VCALENDAR"), "~/it is not a folder of calendar files"),
    ("calendar", folder("cur", "new"), "~/it is a Maildir: name it under `mail`"),
    ("calendar", folder("work/a.ics"), "~/it has no calendar files itself; there are some in work: name that"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "make", "words", "good"),
    [*((*case, True) for case in GOOD), *((*case, False) for case in WRONG)],
)
def test_each_path_has_its_sentence(tmp_path: Path, kind: str, make: Make, words: str, good: bool) -> None:
    make(tmp_path / "it")
    assert said(tmp_path, **{kind: str(tmp_path / "it")}) == [(good, words)]


@pytest.mark.parametrize(
    ("kind", "make", "mode"), [("mail", file(""), "r"), ("calendar", folder("a.ics"), "rx")]
)
def test_what_may_not_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, make: Make, mode: str
) -> None:
    make(tmp_path / "it")
    monkeypatch.setattr(os, "access", lambda path, wanted: False)
    sentence = f"~/it may not be read by you; `chmod u+{mode}` lets you, if it is yours"
    assert said(tmp_path, **{kind: str(tmp_path / "it")}) == [(False, sentence)]


def test_paths_that_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ((_, relative),) = said(tmp_path, mail="Mail/INBOX")
    assert relative == "There is no Mail/INBOX in ~: a whole path begins with / or ~"
    ((good, blank),) = said(tmp_path, calendar=" ")
    assert not good and blank.startswith("A watched folder has no name")


def test_a_folder_that_is_named_later_was_not_looked_at_yet(tmp_path: Path) -> None:
    folders = Folders(tmp_path)
    folders.add()
    folders.look()
    later = Settings(watch=Watch(mail=(str(folders.inbox), str(folders.inbox.parent / "Later"))))
    folder("cur", "new")(folders.inbox.parent / "Later")
    first, second = reports(later, folders.database, NOW, BERLIN)
    assert first.words.endswith("last looked at today 13:00") and second.words.endswith("not looked at yet")
    assert FolderLook(folders.service(), later).look().trouble == ()
