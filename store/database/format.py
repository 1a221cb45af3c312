"""The form in which the book lies in its file: TinyDB's tables as JSON, with the number of their schema.

Pure. The tables of an older ringback are brought to today's schema as they are read; the file changes at the
next save.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import msgspec
from msgspec import Struct

from store.book import Book, Preferences
from store.changes.undo import Step, Steps
from store.files.damage import strip_bom
from store.interview import Company, Interview

Tables: TypeAlias = dict[str, dict[str, dict[str, Any]]]
"""For each table its documents by their ids."""

SCHEMA = 3
"""Grows when older versions of ringback could not read what a newer one writes."""

MOST_SAVES = 10**12
"""What is beyond was not counted by ringback."""

PREFERENCES = "user"
"""The one document of the table of preferences."""


class _File(Struct, forbid_unknown_fields=True):
    """The file's own shape: TinyDB's tables, each a mapping from string ids to documents."""

    meta: dict[str, dict[str, int]]
    interviews: dict[str, Interview] = {}
    companies: dict[str, Company] = {}
    preferences: dict[str, Preferences] = {}
    steps: dict[str, Step] = {}


class NewerSchema(Exception):
    """The file was written by a newer ringback."""


class WrongShape(Exception):
    """The file is JSON, but not a ringback database; the text says where and what was expected."""


UNREADABLE = (NewerSchema, WrongShape, msgspec.DecodeError, RecursionError, UnicodeDecodeError)
"""What `decode` raises."""


def decode(data: bytes) -> Book:
    """The book in a database's bytes. Raises NewerSchema, WrongShape, or the errors of what is no JSON."""
    return decode_all(data)[0]


def decode_all(data: bytes) -> tuple[Book, Steps]:
    """The book and the steps that can be taken back. Raises as `decode` does."""
    data = strip_bom(data)
    try:
        file = msgspec.json.decode(data, type=_File)
    except msgspec.ValidationError as error:
        file = _older(data, error)
    _check(file.meta.get("ringback", {}).get("schema"))
    names = [("interview", key, one.id) for key, one in file.interviews.items()]
    names += [("company", key, one.name) for key, one in file.companies.items()]
    names += [("step", key, one.id) for key, one in file.steps.items()]
    for what, key, name in names:
        if key != name:
            raise WrongShape(f"The {what} {key!r} calls itself {name!r}")
    book = Book(file.interviews, file.companies, file.preferences.get(PREFERENCES, Preferences()))
    return book, file.steps


def _older(data: bytes, error: msgspec.ValidationError) -> _File:
    """The file once its tables are in today's shape; an older and a newer one may well have another."""
    tables = msgspec.json.decode(data)
    try:
        schema = tables["meta"]["ringback"]["schema"]
        _check(schema)
        if schema < SCHEMA:
            return msgspec.convert(_migrated(tables), _File)
    except (KeyError, TypeError, IndexError, AttributeError):
        pass
    except msgspec.ValidationError as still:
        error = still
    raise WrongShape(str(error)) from None


def _check(schema: object) -> None:
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        raise WrongShape("Expected the number of a schema at `$.meta.ringback.schema`")
    if schema > SCHEMA:
        raise NewerSchema(f"its schema is {schema}, and this ringback knows {SCHEMA}")


def tables_in(data: bytes | None) -> tuple[Tables, bool]:
    """The tables in these bytes, which `decode` has read, in today's schema, and whether theirs was older.

    None gives those of a new file.
    """
    if data is None:
        meta = {"ringback": {"schema": SCHEMA}}
        return {"meta": meta, "interviews": {}, "companies": {}, "preferences": {}, "steps": {}}, False
    tables = msgspec.json.decode(strip_bom(data), type=Tables)
    if tables["meta"]["ringback"]["schema"] < SCHEMA:
        return _migrated(tables), True
    return tables, False


def count_save(tables: Tables) -> None:
    """Count one more save of these tables. Backups are ordered by that: a clock may be wrong, or set."""
    meta = tables.get("meta", {}).get("ringback")
    if isinstance(meta, dict):
        saves = meta.get("saves", 0)
        meta["saves"] = saves + 1 if isinstance(saves, int) and 0 <= saves < MOST_SAVES else 1


def encode(tables: Tables) -> bytes:
    """The file's bytes; `meta` first, so that a reader knows at once what it holds."""
    first = {"meta": tables["meta"]} if "meta" in tables else {}
    return msgspec.json.encode({**first, **{name: table for name, table in tables.items() if name != "meta"}})


def _to_2(tables: Tables) -> None:
    """What the user has settled for good, such as checks not to be made again, got a table."""
    tables.setdefault("preferences", {})


def _to_3(tables: Tables) -> None:
    """The last steps of the user, to be taken back, got a table."""
    tables.setdefault("steps", {})


_STEPS: Mapping[int, Callable[[Tables], None]] = {1: _to_2, 2: _to_3}
"""For each older schema the step to the next one."""


def _migrated(tables: Tables) -> Tables:
    """The tables in today's schema. Changes what it is given."""
    schema = tables["meta"]["ringback"]["schema"]
    for step in range(schema, SCHEMA):
        _STEPS[step](tables)
    tables["meta"]["ringback"]["schema"] = SCHEMA
    return tables
