"""Whatever has happened to the file: a sentence that says what, exit code 1, no byte touched, a way back."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from tests.command_line import Cli

LIST, ADD = ("list",), ("add", "Globex", "Engineer", "--start", "fri 9:00")
Damage = Callable[[bytes], bytes]


def _later(good: bytes) -> bytes:
    tables = msgspec.json.decode(good)
    tables["meta"]["ringback"]["schema"] = 9999
    return msgspec.json.encode(tables)


DAMAGE: dict[str, tuple[Damage, str]] = {
    "O09-empty": (lambda good: b"", "is empty (0 bytes)"),
    "O09-blank": (lambda good: b" \n\n", "is blank"),
    "O10-cut-in-half": (lambda good: good[: len(good) // 2], "is cut short"),
    "O10-last-byte": (lambda good: good[:-1], "is cut short"),
    "O10-in-a-character": (lambda good: good[: good.index("ü".encode()) + 1], "in the middle of a character"),
    "O10-goes-on": (lambda good: good + good, "goes on after its end"),
    "O11-nul-tail": (lambda good: good[:500] + b"\0" * (len(good) - 500), "holds NUL bytes from byte 500 on"),
    "O11-all-nul": (lambda good: b"\0" * len(good), "holds nothing but"),
    "O12-list": (lambda good: b"[]", "has the wrong shape: a list"),
    "O12-null": (lambda good: b"null", "has the wrong shape: null"),
    "O12-number": (lambda good: b"42", "has the wrong shape: a number"),
    "O12-text": (lambda good: b'"x"', "has the wrong shape: a text"),
    "O12-another-program's": (lambda good: b'{"_default": {"1": {"a": 1}}}', "has the wrong shape"),
    "O12-key-twice": (lambda good: good.replace(b'{', b'{"companies":{},', 1), "the key companies twice"),
    "O12-nan": (lambda good: b'{"meta": NaN}', "holds NaN"),
    "O12-half-a-character": (lambda good: good.replace("ü".encode(), b"\\ud800", 1), "half of a character"),
    "O14-utf-16": (lambda good: b"\xff\xfe" + good.decode().encode("utf-16-le"), "is in UTF-16"),
    "O14-latin-1": (lambda good: '{"Zürich":1}'.encode("latin-1"), "perhaps in Latin-1"),
    "O15-brackets": (lambda good: b"[" * 100_000 + b"]" * 100_000, "nested too deep"),
    "O15-brackets-inside": (lambda good: b'{"meta":' + b"[" * 100_000, "nested too deep"),
    "O16-conflict": (lambda good: b"<<<<<<< a\n" + good + b"\n=======\n{}\n>>>>>>> b\n", "of a Git merge"),
    "O22-newer-schema": (_later, "written by a newer ringback"),
}  # fmt: skip


@pytest.fixture
def zurich(search: Cli) -> Cli:
    """A search in full swing with a letter that is not in ASCII, and one good backup."""
    search.done("edit", "hooli-1", "location=Zürich")
    search.done("backup")
    return search


@pytest.mark.parametrize("case", DAMAGE)
def test_a_damaged_file(zurich: Cli, case: str) -> None:
    damage, words = DAMAGE[case]
    good = zurich.bytes()
    assert good is not None
    damaged = damage(good)
    zurich.database.write_bytes(damaged)
    for argv in (LIST, ADD):
        begun = time.process_time()
        ran = zurich(*argv)
        assert time.process_time() - begun < 1
        assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1), ran.err
        assert words in ran.err
        assert "it was left untouched; the newest good backup is" in ran.err
        assert zurich.bytes() == damaged
    # What the message names brings everything back, and keeps what was there.
    name = ran.err.split("`ringback restore ")[1].split("`")[0]
    zurich.done("restore", name)
    assert zurich.bytes() == good
    kept = [
        path for path in zurich.database.with_name("board.json.backups").iterdir() if "restore" in path.name
    ]
    assert [path.read_bytes() for path in kept] == [damaged]
    # It is not offered: neither now nor by the next message.
    zurich.database.write_bytes(b"")
    again = zurich(*LIST)
    assert name in again.err
    zurich.done("restore", name)
    assert zurich.bytes() == good


def test_restoring_is_itself_undone(search: Cli) -> None:
    search.done("rm", "hooli-1")
    without = search.bytes()
    ran = search.done("restore", search.backups()[0])
    search.record("hooli-1")
    undo = ran.err.split("`ringback restore ")[1].split("`")[0]
    search.done("restore", undo)
    assert search.bytes() == without


def test_restoring_nothing_says_so(cli: Cli) -> None:
    ran = cli("restore")
    assert ran.code == 1
    assert "no good backup" in ran.err
    assert cli.bytes() is None


def test_o13_a_byte_order_mark_is_read_over(search: Cli) -> None:
    data = search.bytes()
    assert data is not None
    search.database.write_bytes(b"\xef\xbb\xbf" + data)
    count = len(search.done("list", "--json").json["interviews"])
    search.done(*ADD)
    assert len(search.done("list", "--json").json["interviews"]) == count + 1


@pytest.mark.parametrize("kind", ["directory", "pipe", "loop", "nowhere", "socket"])
@pytest.mark.parametrize("argv", [LIST, ADD])
def test_o17_what_is_no_file(cli: Cli, kind: str, argv: tuple[str, ...]) -> None:
    import socket

    path = cli.database
    path.parent.mkdir(parents=True)
    with socket.socket(socket.AF_UNIX) as listening:
        match kind:
            case "directory":
                path.mkdir()
            case "pipe":
                os.mkfifo(path)
            case "loop":
                path.symlink_to(path)
            case "nowhere":
                path.symlink_to(path.parent / "gone" / "board.json")
            case _:
                os.chdir(path.parent)  # the name of a socket may not be long
                listening.bind(path.name)
        ran = cli(*argv)
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert str(path) in ran.err
    assert os.path.lexists(path)


def test_o21_what_a_dead_run_left_is_in_nobodys_way(search: Cli) -> None:
    left = search.database.with_name(f".{search.database.name}.new-abcdefgh")
    left.write_bytes(b"half")
    search.database.with_name(f"{search.database.name}.lock").write_bytes(b"999999\n")
    search.done("list")
    search.done(*ADD)
    assert not left.exists()


def test_a_missing_file_with_backups_beside_it_is_no_new_board(search: Cli) -> None:
    before = search.bytes()
    search.done("backup")
    search.database.unlink()
    for argv in (LIST, ADD):
        ran = search(*argv)
        assert (ran.code, ran.out) == (1, "")
        assert "is missing, but not its backups" in ran.err
        assert search.bytes() is None
    search.done("restore", search.backups()[0])
    assert search.bytes() == before


def test_a_conflict_copy_is_merged_and_left(search: Cli) -> None:
    copy = search.database.with_name("board.sync-conflict-20261119-120000-ABCDEFG.json")
    copy.write_bytes(search.bytes() or b"")
    search.done("rm", "hooli-1")
    search.done("edit", "acme-1", "location=here")
    ran = search("doctor")
    assert ran.code == 1
    assert copy.name in ran.out
    said = search.done("merge", str(copy)).err
    assert search.record("hooli-1")["company"] == "Hooli"
    assert search.record("acme-1")["location"] == "here", "a field that differs is left"
    assert "acme-1" in said
    assert copy.exists()


@pytest.mark.parametrize(
    "case", ["O09-empty", "O10-cut-in-half", "O14-utf-16", "O15-brackets", "O22-newer-schema"]
)
def test_a_damaged_copy_is_not_merged(search: Cli, tmp_path: Path, case: str) -> None:
    before = search.bytes()
    assert before is not None
    copy = tmp_path / "copy.json"
    copy.write_bytes(DAMAGE[case][0](before))
    ran = search("merge", str(copy))
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert search.bytes() == before
