"""The file of the database: what it is, what can be read, and that what cannot is left as it is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from tinydb import TinyDB
from tinydb.table import Table

from store.book import Book, document
from store.database.format import SCHEMA
from store.files.errors import StorageError
from store.interview import Company
from tests.making import END, made, thanked
from tests.store.database.database_made import ONE, TWO, opened, put, whole


class Named(Table):
    document_id_class = str  # type: ignore[assignment]


def test_the_file_is_one_of_tinydbs(path: Path) -> None:
    database = opened(path)
    put(database, ONE, TWO)
    database.apply(lambda book: book.with_company(Company(name="Acme", no_thanks=True)), END)
    put(database, replace(ONE, role="Analyst", events=(thanked(END),)))
    with TinyDB(path, access_mode="r") as plain:
        assert plain.tables() == {
            *("meta", "interviews", "companies", "preferences", "steps", "proposals", "turned_down")
        }
        rows = {str(one.doc_id): dict(one) for one in Named(plain.storage, "interviews").all()}
    assert rows == json.loads(msgspec.json.encode(database.safe.book.interviews))
    assert rows["iv-1"]["role"] == "Analyst"


def test_the_file_begins_with_what_it_is(path: Path) -> None:
    put(opened(path), ONE)
    start = b'{"meta":{"ringback":{"schema":%d,"saves":1}},"interviews":{"iv-1":' % SCHEMA
    assert path.read_bytes().startswith(start)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_file_written_by_hand_is_read(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(json.loads(whole()), indent=2).encode())
    assert opened(path).safe.load() == Book({"iv-1": ONE})
    database = opened(path)
    put(database, TWO)
    assert list(opened(path).safe.load().interviews) == ["iv-1", "iv-2"]


UNUSABLE = [
    (b"", "is empty (0 bytes)"),
    (b"\0" * 40, "NUL bytes"),
    (whole()[:80], "is cut short"),
    (whole() + b"\0" * 9, "NUL bytes"),
    (b"[]", "has the wrong shape"),
    (b"null", "has the wrong shape"),
    (b"42", "has the wrong shape"),
    (b'"x"', "has the wrong shape"),
    (b"{}", "has the wrong shape"),
    (b'{"a": NaN}', "NaN"),
    (whole().decode().encode("utf-16"), "UTF-16"),
    (whole().replace(b"Globex", b"Gl\xf6bex"), "not in UTF-8"),
    (b"[" * 100_000, "nested too deep"),
    (b"<<<<<<< mine\n" + whole(), "Git merge"),
    (whole(meta={}), "number of a schema"),
    (whole(meta={"ringback": {"schema": 0}}), "number of a schema"),
    (whole(meta={"ringback": {"schema": SCHEMA + 1}}), "written by a newer ringback: its schema is "),
    (whole(meta={"ringback": {"schema": SCHEMA + 1}}, events={}), "written by a newer ringback"),
    (whole(_default={}), "unknown field `_default`"),
    (whole(interviews={"iv-2": document(ONE)}), "'iv-2' calls itself 'iv-1'"),
    (whole(interviews={"iv-1": {**document(ONE), "salary": 1}}), "unknown field `salary`"),
    (whole(interviews={"iv-1": {**document(ONE), "zone": "Mars/Base"}}), "`zone`"),
    (whole(interviews={"iv-1": {"id": "iv-1"}}), "missing required field"),
    (whole(companies={"Acme": {"name": "Globex"}}), "'Acme' calls itself 'Globex'"),
    (whole().replace(b'"companies": {}', b'"companies": {}, "companies": {}'), "has the key companies twice"),
    (whole().replace(b'"role": ', b'"role": "x", "role": '), "has the key interviews.iv-1.role twice"),
]


@pytest.mark.parametrize(("data", "words"), UNUSABLE, ids=[words for _, words in UNUSABLE])
def test_a_file_that_cannot_be_used_is_left_as_it_is(path: Path, data: bytes, words: str) -> None:
    path.write_bytes(data)
    database = opened(path)
    for attempt in (database.safe.load, lambda: put(database, ONE)):
        with pytest.raises(StorageError) as refused:
            attempt()
        assert words in str(refused.value)
        assert "left untouched" in str(refused.value)
    assert path.read_bytes() == data


def test_any_key_twice_is_noticed_in_a_file_that_is_otherwise_as_it_was_written(path: Path) -> None:
    put(opened(path), ONE)
    written = path.read_bytes()
    assert opened(path).safe.load().interviews == {"iv-1": ONE}
    keys = sorted(set(re.findall(rb'"[a-z_0-9-]+":', written)))
    assert len(keys) > 20
    for key in keys:
        # The same value again: what comes of it would be the same, and the file was spoilt all the same.
        value = rb'(?:"[^"]*"|null|\d+|true|false|\[\]|\{\})'
        twice, count = re.subn(key + value, lambda met: met[0] + b"," + met[0], written, count=1)
        if count:
            path.write_bytes(twice)
            with pytest.raises(StorageError, match=f"the key .*{key[1:-2].decode()} twice"):
                opened(path).safe.load()


def test_a_file_spoilt_while_open_is_left_as_it_is(path: Path) -> None:
    database = opened(path)
    put(database, ONE)
    put(database, TWO)
    spoilt = path.read_bytes()[:-20]
    path.write_bytes(spoilt)
    with pytest.raises(StorageError, match=r"cut short.*newest good backup is .*ringback restore"):
        put(database, made(id="iv-3"))
    assert path.read_bytes() == spoilt
    assert database.safe.book == Book({"iv-1": ONE, "iv-2": TWO}), "what is shown stays"


@pytest.mark.parametrize("changes", [1, 2], ids=["without backups", "with backups"])
def test_a_file_removed_while_open_is_no_new_beginning(path: Path, changes: int) -> None:
    database = opened(path)
    put(database, ONE)
    if changes == 2:
        put(database, TWO)
    path.unlink()
    assert database.safe.changed()
    for attempt in (database.safe.load, lambda: put(database, made(id="iv-3")), lambda: put(database, ONE)):
        with pytest.raises(StorageError, match=r"removed|missing"):
            attempt()
    assert not path.exists()


def test_a_folder_removed_while_open_is_not_made_again(tmp_path: Path) -> None:
    path = tmp_path / "search" / "ringback.json"
    database = opened(path)
    put(database, ONE)
    for one in path.parent.iterdir():
        one.unlink()
    path.parent.rmdir()
    with pytest.raises(StorageError):
        put(database, TWO)
    assert not path.parent.exists()
