"""`ringback forget`: after it no file of ringback's has the name; stopped on the way, it is begun again."""

from __future__ import annotations

import base64
import io
import os
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from store.clock import StoppedClock
from store.database import backups, file
from store.database.autosave import FormPad, Pads
from store.database.storage import SafeStorage
from store.files import atomic
from store.files.errors import StorageError
from store.hearing.proposal import Proposal, ProposedMeeting
from store.policy import Policy
from store.service import Service
from tests.command_line import NOW, PINNED, Cli

NAME, ADDRESS = "Zoë Okafor", "zoe.okafor@globex.example"
COMPANY = "Globex"


def service_of(cli: Cli) -> Service:
    service = Service(SafeStorage(cli.database), cli.clock, Policy(), ZoneInfo("UTC"))
    service.load()
    return service


@pytest.fixture
def known(cli: Cli) -> Cli:
    """A person of a company, in every place in which ringback may have them."""
    feed = cli.folder / "calendar"
    words = PINNED.replace("known_words = []", 'known_words = ["Okafor", "Kafka"]')
    cli.set(words.replace('\nfolder = ""', f'\nfolder = "{feed}"'))
    cli.done(
        "add", COMPANY, "Engineer", "--start", "yesterday 10:00", "--with",
        f"{NAME} <{ADDRESS}> +49 30 5550123", "--with", "Ben Ito <ben@globex.example>",
    )  # fmt: skip
    cli.done(
        "add", "Initech", "Analyst", "--start", "yesterday 12:00", "--with", "Cleo Marsh <c@initech.example>"
    )
    cli.clock = StoppedClock(NOW + timedelta(hours=1))
    cli.done("log", "globex", "thanked", "to=ben", f"text=Dear Ben, thank you and {NAME}.")
    cli.done("log", "globex", "promised", "callback_by=2026-11-27", "by=zoë", f"quote=Friday, said {NAME}")
    cli.done("edit", "initech", f"notes=met {NAME} of {COMPANY} before, +49 (30) 555-0123")
    cli.done("backup")
    service = service_of(cli)
    (card,) = (one.id for one in service.book.interviews.values() if one.company == COMPANY)
    mail = base64.b64encode(f"a letter to {NAME} at {COMPANY}, {COMPANY}".encode()).decode()
    text = f"LOCATION:{quote(NAME)}\r\nATTACH;ENCODING=BASE64:{mail}"
    meeting = ProposedMeeting(uid="u", card="m", starts_at=NOW, ends_at=NOW, text=text)
    proposals = {
        "h1": Proposal(id="h1", ref="r1", at=NOW, interview=card, remark=f"{COMPANY}, {NAME}"),
        "h2": Proposal(id="h2", ref="r2", at=NOW, meeting=meeting),
    }
    service.change_quietly(lambda book: replace(book, proposals=proposals))
    cli.done("remind")
    form = FormPad(
        form="called", interviews=(card,), title=f"{COMPANY}: a call", texts={"note": f"{NAME} said"},
        begun=NOW, at=NOW,
    )  # fmt: skip
    pads = Pads(cli.database)
    pads.write(form)
    assert pads._lock is not None
    os.close(pads._lock)
    handed = cli.folder / "state" / "ringback" / "ringback-abc" / "letter.eml"
    handed.parent.mkdir(parents=True)
    handed.write_text(f"To: {NAME} <{ADDRESS}>\n\nDear {NAME} of {COMPANY}", "utf-8")
    damaged = cli.database.parent / "board.json.backups" / f"2026-11-01T00-00-00Z.{'0' * 16}.damaged"
    damaged.write_bytes(f"{{{NAME} of {COMPANY}".encode("utf-16"))
    return cli


def spellings(text: str) -> Iterator[bytes]:
    """How a text may lie in a file."""
    yield from (text.encode(), quote(text).encode(), text.encode("unicode_escape"), text.encode("utf-16-le"))
    for before in range(3):
        coded = base64.b64encode(b"\0" * before + text.encode()).rstrip(b"=")
        yield coded[(0, 2, 3)[before] : -1]


def files_with(folder: Path, *texts: str) -> dict[str, str]:
    """The files below a folder that have any of these texts in them, however that is written."""
    found = {}
    for path in folder.rglob("*"):
        data = path.read_bytes() if path.is_file() else path.name.encode()
        if hits := [text for text in texts if any(one.lower() in data.lower() for one in spellings(text))]:
            found[path.name] = ", ".join(hits)
    return found


PERSON = (NAME, "Okafor", ADDRESS, "5550123", "555-0123")


def test_a_person_is_in_no_file_any_more(known: Cli) -> None:
    assert len(files_with(known.folder, *PERSON)) > 4
    ran = known.done("forget", NAME, "--yes")
    assert files_with(known.folder, *PERSON) == {}
    assert f"{NAME} is forgotten." in ran.err
    assert "has the name still" not in ran.err
    assert "Kafka" in known.config.read_text("utf-8")
    assert [one["name"] for one in known.record("globex")["interviewers"]] == ["Ben Ito"]
    assert [one["kind"] for one in known.record("globex")["events"]] == ["thanked", "promised"]
    assert known("doctor").code == 0
    assert known("undo").code == 1


def test_a_company_is_in_no_file_any_more(known: Cli) -> None:
    ran = known.done("forget", "globex", "--yes")
    assert files_with(known.folder, COMPANY, ADDRESS, "Ben Ito") == {}
    assert "1 interview with all that is in it" in ran.err
    assert "the people in it: Zoë Okafor and Ben Ito" in ran.err
    assert [one["company"] for one in known.done("list", "--json").json["interviews"]] == ["Initech"]
    assert known.record("initech")["notes"].startswith("met Zoë Okafor of … before")
    assert known("doctor").code == 0
    for name in known.backups():
        known.done("restore", name)
        assert files_with(known.database.parent, COMPANY) == {}


def test_nothing_is_changed_unless_it_is_said(known: Cli) -> None:
    before = {path: path.read_bytes() for path in known.folder.rglob("*") if path.is_file()}
    ran = known("forget", "globex")
    assert ran.code == 1
    assert "add --yes" in ran.err
    assert "It cannot be undone." in ran.err
    assert known("forget", "nobody at all", "--yes").code == 1
    after = {path: path.read_bytes() for path in known.folder.rglob("*") if path.is_file()}
    assert after == before


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("glo", False), ("zo", False), ("person:oka", False), ("globex", True), ("okafor", True),
        ("Okafor, Zoë", True), (ADDRESS, True), ("+49 30 5550123", True), ("person:zoe okafor", True),
    ],
)  # fmt: skip
def test_unasked_a_beginning_is_not_enough(known: Cli, typed: str, right: bool) -> None:
    before = known.bytes()
    ran = known("forget", typed, "--yes")
    assert (ran.code == 0) is right
    assert (known.bytes() != before) is right
    if not right:
        assert "give the name in full: `ringback forget" in ran.err


@pytest.mark.parametrize(("typed", "gone"), [("yes\n", True), ("Y\n", True), ("no\n", False), ("", False)])
def test_at_a_terminal_it_is_asked(
    known: Cli, monkeypatch: pytest.MonkeyPatch, typed: str, gone: bool
) -> None:
    class Typed(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Typed(typed))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    before = known.bytes()
    ran = known.done("forget", "globex")
    assert "Forget Globex? Type yes" in ran.err
    assert ("Nothing was changed." in ran.err) is not gone
    assert (known.bytes() != before) is gone


def test_while_a_text_is_being_written_nothing_is_forgotten(known: Cli) -> None:
    pads = Pads(known.database)
    pads.write(FormPad(form="add", title="t", texts={"role": "x"}, begun=NOW, at=NOW))
    before = known.bytes()
    ran = known("forget", "globex", "--yes")
    assert ran.code == 1
    assert "a board is open on which something is being written" in ran.err
    assert known.bytes() == before
    pads.close()


@pytest.mark.parametrize("whom", [NAME, COMPANY])
def test_stopped_anywhere_it_can_be_begun_again(
    known: Cli, monkeypatch: pytest.MonkeyPatch, whom: str
) -> None:
    """Each saving of a file in turn is the last thing that was done; the next attempt does all of it."""
    saves, stopped = 0, 0
    real = atomic.replace_file

    def stops(path: Path, data: bytes, *more: object) -> bool:
        nonlocal saves
        saves += 1
        if saves > stopped:
            raise StorageError("not saved: the power went")
        return real(path, data, *more)  # type: ignore[arg-type]

    for module in (backups, file):
        monkeypatch.setattr(module, "replace_file", stops)
    while known("forget", whom, "--yes").code:
        saves, stopped = 0, stopped + 1
        assert known("list").code == 0
        for name in known.backups():
            assert "damaged" not in name or name.endswith(".damaged")
    assert stopped > 2
    searched = (NAME, ADDRESS) if whom == NAME else (COMPANY,)
    assert files_with(known.folder, *searched) == {}


def test_copies_of_others_are_named_and_left(known: Cli) -> None:
    copy = known.database.with_name("board.sync-conflict-1.json")
    copy.write_text(f'"{NAME}"', "utf-8")
    ran = known.done("forget", NAME, "--yes")
    assert f"{copy} has the name still" in ran.err
    assert copy.exists()
