"""The form in which the book lies in its file: TinyDB's tables as JSON, with the number of their schema.

Pure. The tables of an older ringback are brought to today's schema as they are read; the file changes at the
next save.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import msgspec
from msgspec import Struct

from store.book import Book, Preferences, document
from store.changes.undo import Step, Steps
from store.files.damage import strip_bom
from store.hearing.proposal import Proposal, TurnedDown
from store.interview import Company, Interview
from store.validation import Fault, is_mixed_up, may_need_repair, repair

Tables: TypeAlias = dict[str, dict[str, dict[str, Any]]]
"""For each table its documents by their ids."""

SCHEMA = 5
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
    proposals: dict[str, Proposal] = {}
    turned_down: dict[str, TurnedDown] = {}


class NewerSchema(Exception):
    """The file was written by a newer ringback."""


class WrongShape(Exception):
    """The file is JSON, but not a ringback database; the text says where and what was expected."""


UNREADABLE = (
    NewerSchema, WrongShape, msgspec.DecodeError, RecursionError, MemoryError, UnicodeDecodeError
)  # fmt: skip
"""What `decode` raises."""


_REWRITES = re.compile(rb'"rewrites":\s?(\d{1,12})\b')
"""The number as the file begins with it; see `encode`."""


class Decoded(Struct, frozen=True):
    """What a database's bytes hold, and what had to be mended for it to be read."""

    book: Book
    steps: Steps = {}
    """What can be taken back."""
    faults: tuple[Fault, ...] = ()
    as_written: bool = False
    """Whether the bytes are those that ringback writes for this: then they have no key twice."""


def decode(data: bytes) -> Decoded:
    """What a database's bytes hold. Raises NewerSchema, WrongShape, or the errors of what is no JSON.

    Texts that somebody's hand or program put there are cleaned, and ids that are there twice told apart.
    """
    data = strip_bom(data)
    try:
        file = msgspec.json.decode(data, type=_File)
    except msgspec.ValidationError as error:
        file = _older(data, error)
    _check(file.meta.get("ringback", {}).get("schema"))
    names = [("interview", key, one.id) for key, one in file.interviews.items()]
    names += [("company", key, one.name) for key, one in file.companies.items()]
    names += [("step", key, one.id) for key, one in file.steps.items()]
    names += [("proposal", key, one.id) for key, one in file.proposals.items()]
    for what, key, name in names:
        if key != name:
            raise WrongShape(f"The {what} {key!r} calls itself {name!r}")
    as_written = msgspec.json.encode(file) == data
    faults: tuple[Fault, ...] = ()
    if may_need_repair(data) or any(map(is_mixed_up, file.interviews.values())):
        tables, found = _mended(tables_in(data)[0])
        if found:
            file, faults = msgspec.convert(tables, _File), tuple(found)
    book = Book(
        file.interviews,
        file.companies,
        file.preferences.get(PREFERENCES, Preferences()),
        file.proposals,
        file.turned_down,
    )
    return Decoded(book, file.steps, faults, as_written)


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
    raise WrongShape(_whose(tables) or str(error)) from None


def _whose(tables: Any) -> str:
    """Which interview it is that has the wrong shape, and where; blank where it is something else."""
    interviews = tables.get("interviews") if isinstance(tables, dict) else None
    for key, one in interviews.items() if isinstance(interviews, dict) else ():
        try:
            msgspec.convert(one, Interview)
        except msgspec.ValidationError as error:
            names = [one.get(field) for field in ("company", "role")] if isinstance(one, dict) else []
            whose = ", ".join(name[:80] for name in names if isinstance(name, str) and name.strip())
            return f"{whose} ({key[:80]}): {error}" if whose else f"the interview {key[:80]}: {error}"
    return ""


def _check(schema: object) -> None:
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        raise WrongShape("Expected the number of a schema at `$.meta.ringback.schema`")
    if schema > SCHEMA:
        raise NewerSchema(f"its schema is {schema}, and this ringback knows {SCHEMA}")


def tables_in(data: bytes | None, *, mend: bool = False) -> tuple[Tables, bool]:
    """The tables in these bytes, which `decode` has read, in today's schema, and whether that changed them.

    `mend`: `decode` has found faults, which are mended here as well. None gives the tables of a new file.
    """
    if data is None:
        meta = {"ringback": {"schema": SCHEMA}}
        empty = ("interviews", "companies", "preferences", "steps", "proposals", "turned_down")
        return {"meta": meta, **{name: {} for name in empty}}, False
    tables = msgspec.json.decode(strip_bom(data), type=Tables)
    older = tables["meta"]["ringback"]["schema"] < SCHEMA
    if older:
        tables = _migrated(tables)
    return (_mended(tables)[0], True) if mend else (tables, older)


def tables_of(held: Decoded, data: bytes) -> Tables:
    """The tables that hold this; what else there is of the file is as in `data`, which `decode` has read."""
    book = held.book
    records: Mapping[str, Mapping[str, Struct]] = {
        "interviews": book.interviews,
        "companies": book.companies,
        "preferences": {PREFERENCES: book.preferences},
        "steps": held.steps,
        "proposals": book.proposals,
        "turned_down": book.turned_down,
    }
    tables = tables_in(data)[0]
    return {
        "meta": tables["meta"],
        **{name: {key: document(one) for key, one in table.items()} for name, table in records.items()},
    }


def _mended(tables: Tables) -> tuple[Tables, list[Fault]]:
    mended: Tables = {}
    faults: list[Fault] = []
    for name, documents in tables.items():
        mended[name], found = repair(name, documents)
        faults += found
    return mended, faults


def count_save(tables: Tables) -> None:
    """Count one more save of these tables. Backups are ordered by that: a clock may be wrong, or set."""
    meta = tables.get("meta", {}).get("ringback")
    if isinstance(meta, dict):
        meta["saves"] = _count_in(meta, "saves") + 1


def count_rewrite(tables: Tables) -> None:
    """Count one more time that something was forgotten: nobody brings back what they remember."""
    meta = tables.get("meta", {}).get("ringback")
    if isinstance(meta, dict):
        meta["rewrites"] = _count_in(meta, "rewrites") + 1


def rewrites_of(data: bytes) -> int:
    """How often something was forgotten in the database of these bytes."""
    found = _REWRITES.search(data[:400])
    return int(found[1]) if found else 0


def _count_in(meta: dict[str, Any], name: str) -> int:
    known = meta.get(name, 0)
    return known if isinstance(known, int) and 0 <= known < MOST_SAVES else 0


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


def _to_4(tables: Tables) -> None:
    """The number of a calendar invitation got company: which meeting it is, and when it was written."""
    plain = [*tables.get("interviews", {}).values()]
    for step in tables.get("steps", {}).values():
        for was in step.get("interviews", {}).values():
            plain += [one for one in (was.get("whole"), was.get("fields")) if isinstance(one, dict)]
    for one in plain:
        if "sequence" in one:
            sequence = one.pop("sequence")
            one["calendar"] = None if sequence is None else {"uid": "", "sequence": sequence}


def _to_5(tables: Tables) -> None:
    """What was heard got tables: what is proposed, and what was turned down."""
    tables.setdefault("proposals", {})
    tables.setdefault("turned_down", {})


_STEPS: Mapping[int, Callable[[Tables], None]] = {1: _to_2, 2: _to_3, 3: _to_4, 4: _to_5}
"""For each older schema the step to the next one."""


def _migrated(tables: Tables) -> Tables:
    """The tables in today's schema. Changes what it is given."""
    schema = tables["meta"]["ringback"]["schema"]
    for step in range(schema, SCHEMA):
        _STEPS[step](tables)
    tables["meta"]["ringback"]["schema"] = SCHEMA
    return tables
