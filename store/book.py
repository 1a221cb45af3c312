"""Everything one database holds, as one frozen value, and the form in which it lies in the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from store.interview import Company, Interview
from store.migration import SCHEMA, Tables, migrated


class Preferences(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the user has settled for good while working, as opposed to the settings, which they write."""

    dismissed: tuple[str, ...] = ()
    """Ids of checks that no draft is to be held to."""


class Book(Struct, frozen=True):
    """All interviews by id, and what is known of companies by name."""

    interviews: Mapping[str, Interview] = {}
    companies: Mapping[str, Company] = {}
    preferences: Preferences = Preferences()

    def with_interviews(self, changed: Mapping[str, Interview | None]) -> Book:
        """The same with some interviews put in, replaced, or (None) taken out."""
        interviews = dict(self.interviews)
        for key, interview in changed.items():
            if interview is None:
                interviews.pop(key, None)
            else:
                interviews[key] = interview
        return replace(self, interviews=interviews)

    def with_company(self, company: Company) -> Book:
        """The same with what is now known of that company."""
        return self.with_companies({company.name: company})

    def with_companies(self, changed: Mapping[str, Company | None]) -> Book:
        """The same with what is known of some companies put in, replaced, or (None) taken out."""
        companies = {**self.companies, **changed}
        return replace(self, companies={name: one for name, one in companies.items() if one is not None})


Change: TypeAlias = Callable[[Book], Book]
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


def document(record: Struct) -> dict[str, Any]:
    """A record as the plain data that TinyDB keeps."""
    plain = msgspec.to_builtins(record)
    assert isinstance(plain, dict)
    return plain


def empty() -> Tables:
    """The tables of a new database."""
    return {"meta": {"ringback": {"schema": SCHEMA}}, "interviews": {}, "companies": {}, "preferences": {}}
