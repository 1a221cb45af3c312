"""The form in which the book lies in its file: TinyDB's tables as JSON, with the number of their schema."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from store.book import Book, Preferences
from store.database.migration import SCHEMA, Tables, migrated
from store.interview import Company, Interview

PREFERENCES = "user"
"""The one document of the table of preferences."""


class _File(Struct, forbid_unknown_fields=True):
    """The file's own shape: TinyDB's tables, each a mapping from string ids to documents."""

    meta: dict[str, dict[str, int]]
    interviews: dict[str, Interview] = {}
    companies: dict[str, Company] = {}
    preferences: dict[str, Preferences] = {}


class NewerSchema(Exception):
    """The file was written by a newer ringback."""


class WrongShape(Exception):
    """The file is JSON, but not a ringback database; the text says where and what was expected."""


def decode(data: bytes) -> Book:
    """What a database's bytes hold. Raises NewerSchema, WrongShape, or msgspec.DecodeError for no JSON."""
    try:
        file = msgspec.json.decode(data, type=_File)
    except msgspec.ValidationError as error:
        file = _older(data, error)
    _check(file.meta.get("ringback", {}).get("schema"))
    names = [("interview", key, one.id) for key, one in file.interviews.items()]
    names += [("company", key, one.name) for key, one in file.companies.items()]
    for what, key, name in names:
        if key != name:
            raise WrongShape(f"The {what} {key!r} calls itself {name!r}")
    return Book(file.interviews, file.companies, file.preferences.get(PREFERENCES, Preferences()))


def _older(data: bytes, error: msgspec.ValidationError) -> _File:
    """The file once its tables are in today's shape; an older and a newer one may well have another."""
    tables = msgspec.json.decode(data)
    try:
        schema = tables["meta"]["ringback"]["schema"]
        _check(schema)
        if schema < SCHEMA:
            return msgspec.convert(migrated(tables), _File)
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


def empty() -> Tables:
    """The tables of a new database."""
    return {"meta": {"ringback": {"schema": SCHEMA}}, "interviews": {}, "companies": {}, "preferences": {}}
