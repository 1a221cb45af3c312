"""The exchange format, written and read.

The same book always gives the same bytes. Reading is strict, and names the place of whatever does not fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn, TypeVar, get_args

import msgspec
from msgspec import Struct

from store import country_days
from store.book import Book
from store.changes.moves import first_twice
from store.files import damage
from store.interview import (
    ASKS,
    CHANNELS,
    EVENT_KINDS,
    MODES,
    MULTILINE,
    OUTCOMES,
    RESULTS,
    Company,
    How,
    Interview,
    Purpose,
    Silence,
    all_texts,
)
from store.short_hash import short_hash
from store.text import forbidden, normal_breaks, show
from store.validation import acceptable_book

FORMAT, VERSION = "ringback", 1
KEPT_HERE = {"drafts": ("versions",), "calendar": ("occurrence", "invited", "me")}
"""Fields that stay in the database: older texts of a draft, and what a later invitation is compared with."""


def write_bundle(book: Book) -> bytes:
    """Everything that an import takes, in the order of the interviews' starts; ends in a line break.

    `store.validation.acceptable_book` says what is left out.
    """
    book, _ = acceptable_book(book)
    interviews = sorted(book.interviews.values(), key=lambda one: (one.starts_at, one.id))
    companies = sorted(book.companies.values(), key=lambda one: (one.name.casefold(), one.name))
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "companies": [msgspec.to_builtins(one) for one in companies],
        "interviews": [_exported(one) for one in interviews],
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def _exported(interview: Interview) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(interview)
    if plain["calendar"] is None:
        del plain["calendar"]
    else:
        plain["calendar"] = {k: v for k, v in plain["calendar"].items() if k not in KEPT_HERE["calendar"]}
    known = {person.id for person in interview.people}
    for draft in plain["drafts"]:
        del draft["versions"]
        # A line may have been written for someone since taken out of the interview; no file may hold one.
        draft["lines"] = {to: line for to, line in draft["lines"].items() if to in known}
    return plain


LARGEST_BUNDLE = 64 * 2**20
"""Bytes a file may have."""
TOP = {"format", "version", "companies", "interviews"}
_DEEPEST = 30

ALLOWED_WORDS: dict[str, tuple[str, ...]] = {
    "ask": ASKS,
    "channel": CHANNELS,
    "how": get_args(How),
    "mode": MODES,
    "outcome": OUTCOMES,
    "purpose": get_args(Purpose),
    "result": RESULTS,
    "silence": get_args(Silence),
    "state": ("open", "addressed", "dropped"),
}
"""The words each field takes, where it takes only some: no name stands for two sets of them."""
_INSTANT = "expected an instant with its offset, such as 2026-11-18T13:00:00Z"

AnyRecord = TypeVar("AnyRecord")


class BadFile(Exception):
    """A file that is not taken; one sentence with the file, the place and what was expected."""


class Bundle(Struct, frozen=True):
    """What a file holds: each record with the fields that the file itself gave."""

    source: str
    interviews: tuple[tuple[Interview, Mapping[str, Any]], ...]
    companies: tuple[tuple[Company, Mapping[str, Any]], ...]
    places: Mapping[str, str] = {}
    """Where in the file each interview stands, by its id: `interviews[3]`."""
    partly: bool = False
    """Whether what cannot be taken is left out and named; else the whole is refused."""


def refuse(source: str, place: str, expected: str) -> NoReturn:
    """Refuse a file; `place` may be empty."""
    raise BadFile(f"{source}: {place}{': ' if place else ''}{expected}; nothing was imported.")


class _Header(Struct):
    format: str = ""


def is_bundle(raw: bytes) -> bool:
    """Whether it says of itself that it is in this format."""
    try:
        return msgspec.json.decode(raw, type=_Header).format == FORMAT
    except (msgspec.DecodeError, RecursionError, MemoryError, UnicodeDecodeError):
        return False


def read_bundle(raw: bytes, source: str) -> Bundle:
    """The records of a file named `source`. Raises BadFile; nothing is taken in part."""
    return _Reader(source).read(raw)


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source

    def bad(self, place: str, expected: str) -> NoReturn:
        refuse(self.source, place, expected)

    def read(self, raw: bytes) -> Bundle:
        if len(raw) > LARGEST_BUNDLE:
            self.bad("", f"expected a file of at most {LARGEST_BUNDLE // 2**20} MiB")
        whole = self._whole(damage.strip_bom(raw))
        companies = self._listed(whole, "companies")
        interviews = self._listed(whole, "interviews")
        records = [(place, *self._interview(one, place)) for place, one in interviews]
        return Bundle(
            self.source,
            tuple((record, given) for _, record, given in records),
            tuple(self._company(one, place) for place, one in companies),
            {record.id: place for place, record, _ in records},
        )

    def _whole(self, raw: bytes) -> dict[str, Any]:
        try:
            whole = msgspec.json.decode(raw)
        except (msgspec.DecodeError, RecursionError, MemoryError, UnicodeDecodeError) as why:
            self.bad("", f"expected JSON: {damage.check_text(raw) or why}")
        if not isinstance(whole, dict) or whole.get("format") != FORMAT:
            self.bad("format", f'expected an object with "format": "{FORMAT}"')
        version = whole.get("version")
        if not isinstance(version, int) or isinstance(version, bool) or version < 1:
            self.bad("version", f"expected {VERSION}")
        if version > VERSION:
            self.bad("version", f"expected {VERSION}; version {version} needs a newer ringback")
        for key in whole:
            if key not in TOP:
                self.bad(_shown(key), f"expected one of {', '.join(sorted(TOP))}")
        duplicate = damage.duplicate_key(raw)
        if duplicate is not None:
            self.bad(_shown(duplicate), "expected each key once")
        return whole

    def _listed(self, whole: dict[str, Any], key: str) -> list[tuple[str, dict[str, Any]]]:
        """The entries under a key, each with its place in the file."""
        items = whole.get(key, [])
        if not isinstance(items, list):
            self.bad(key, "expected a list")
        listed: dict[str, tuple[str, dict[str, Any]]] = {}
        for place, item in enumerate(items):
            if not isinstance(item, dict):
                self.bad(f"{key}[{place}]", "expected an object")
            self._check_texts(item, f"{key}[{place}]")
            item = _with_normal_breaks(item)
            name = "name" if key == "companies" else "id"
            made = name not in item
            if key == "interviews":
                item = _with_ids(item)
            identity = item.get(name)
            if isinstance(identity, str):
                if identity in listed and not (made and listed[identity][1] == item):
                    self.bad(f"{key}[{place}].{name}", _once(identity))
                listed.setdefault(identity, (f"{key}[{place}]", item))
            else:
                listed[f"\0{place}"] = f"{key}[{place}]", item
        return list(listed.values())

    def _check_texts(self, item: dict[str, Any], place: str) -> None:
        if _depth(item) > _DEEPEST:
            self.bad(place, "expected no such deep nesting")
        for path, field, text in all_texts(item):
            fault = forbidden(normal_breaks(text), lines=field in MULTILINE)
            if fault is not None:
                self.bad(f"{place}.{_shown(path.lstrip('.'))}", f"expected plain text, not {fault}")

    def _interview(self, item: dict[str, Any], place: str) -> tuple[Interview, Mapping[str, Any]]:
        self._check_kept_here(item, place)
        self._check_kinds(item, place)
        record = self._converted(item, Interview, place)
        if not record.id.strip():
            self.bad(f"{place}.id", "expected an id that is not blank")
        if record.country is not None and not country_days.known_country(record.country):
            self.bad(f"{place}.country", "expected a country of ISO 3166 such as DE, or a part of one: DE-BY")
        self._check_once(record, place)
        return record, item

    def _check_once(self, record: Interview, place: str) -> None:
        """Refuse an id twice. Whether events are about people who are there only the union can tell."""
        people = [f"interviewers[{number}]" for number in range(len(record.interviewers))]
        people += [f"contacts[{number}]" for number in range(len(record.contacts))]
        for places, entries in (
            (people, record.people),
            ([f"events[{number}]" for number in range(len(record.events))], record.events),
            ([f"drafts[{number}]" for number in range(len(record.drafts))], record.drafts),
        ):
            twice = first_twice([one.id for one in entries])
            if twice is not None:
                self.bad(f"{place}.{places[twice]}.id", _once(entries[twice].id))

    def _check_kept_here(self, item: dict[str, Any], place: str) -> None:
        for number, draft in enumerate(_dicts(item.get("drafts"))):
            for field in KEPT_HERE["drafts"]:
                if field in draft:
                    self.bad(f"{place}.drafts[{number}].{field}", "expected no such field")
        calendar = item.get("calendar")
        for field in KEPT_HERE["calendar"]:
            if isinstance(calendar, dict) and field in calendar:
                self.bad(f"{place}.calendar.{field}", "expected no such field")

    def _check_kinds(self, item: dict[str, Any], place: str) -> None:
        for number, event in enumerate(_dicts(item.get("events"))):
            kind = event.get("kind")
            if not isinstance(kind, str) or kind not in EVENT_KINDS:
                self.bad(f"{place}.events[{number}].kind", f"expected one of {', '.join(EVENT_KINDS)}")

    def _company(self, item: dict[str, Any], place: str) -> tuple[Company, Mapping[str, Any]]:
        record = self._converted(item, Company, place)
        if not record.name.strip():
            self.bad(f"{place}.name", "expected a name that is not blank")
        return record, item

    def _converted(self, item: dict[str, Any], kind: type[AnyRecord], place: str) -> AnyRecord:
        try:
            return msgspec.convert(item, kind)
        except msgspec.ValidationError as why:
            inner, expected = _complaint(str(why))
            self.bad(_shown(".".join(part for part in (place, inner) if part)), expected)
        except (ValueError, OverflowError) as why:
            self.bad(place, str(why))


def _once(identity: str) -> str:
    return f"expected an id only once, and {identity[:80]!r} came before"


def _shown(text: str) -> str:
    return show(text[:200])


def _with_ids(item: dict[str, Any]) -> dict[str, Any]:
    """The entry with every missing id made from its content; equal entries without an id are one."""
    item = dict(item)
    for key, prefix in (("interviewers", "p"), ("contacts", "c"), ("events", "e"), ("drafts", "d")):
        entries = item.get(key)
        if isinstance(entries, list):
            item[key] = _unique(entries, prefix)
    if "id" not in item:
        item["id"] = _made_id("iv-", item)
    return item


def _unique(entries: list[Any], prefix: str) -> list[Any]:
    kept: list[Any] = []
    made: set[str] = set()
    for entry in entries:
        if isinstance(entry, dict) and "id" not in entry:
            identity = _made_id(prefix, entry)
            if identity in made:
                continue
            made.add(identity)
            entry = {"id": identity, **entry}
        kept.append(entry)
    return kept


def _made_id(prefix: str, item: Mapping[str, Any]) -> str:
    content = msgspec.json.encode(item, order="sorted")
    return prefix + short_hash(content, 12)


def _dicts(items: Any) -> Iterator[dict[str, Any]]:
    for item in items if isinstance(items, list) else []:
        yield item if isinstance(item, dict) else {}


def _with_normal_breaks(value: Any) -> Any:
    if isinstance(value, str):
        return normal_breaks(value)
    if isinstance(value, dict):
        return {key: _with_normal_breaks(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_with_normal_breaks(inner) for inner in value]
    return value


def _depth(value: Any) -> int:
    depth, level = 0, [value]
    while level and depth <= _DEEPEST:
        depth += 1
        level = [
            inner
            for one in level
            if isinstance(one, dict | list)
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
    return depth


def _complaint(complaint: str) -> tuple[str, str]:
    """The place within the record, blank where it is all of it, and what was expected.

    `complaint` is the message of a `msgspec.ValidationError`, such as
    "Expected `str`, got `int` - at `$.role`".
    """
    words, _, path = complaint.partition(" - at `")
    place = path.removesuffix("`").removeprefix("$").removeprefix(".")
    field = re.search(r"^Object (contains unknown|missing required) field `(.*)`$", words, re.DOTALL)
    if field:
        wanted = (
            "expected no such field" if field[1] == "contains unknown" else "expected this field to be there"
        )
        return _within(place, field[2]), wanted
    if words.startswith("Invalid enum value"):
        known = ALLOWED_WORDS.get(re.split(r"[.\[]", place)[-1])
        if known:
            return place, f"expected one of {', '.join(known)}"
    if words.startswith("Invalid RFC3339") or "with a timezone component" in words:
        return place, _INSTANT
    meant = re.search(r"xpected `(\w+)` (?:to|not to|only where) ", words)
    return _within(place, meant[1] if meant else ""), words[:1].lower() + words[1:]


def _within(place: str, field: str) -> str:
    return ".".join(part for part in (place, field) if part)
