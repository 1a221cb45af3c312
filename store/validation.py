"""What may be in a record, whichever way it comes: a file, another database, a pad, or a hand that edited.

Reading refuses nothing: `repair` takes out of plain data what no screen may get, and gives every entry an id
of its own. What an import would refuse is left out where records are taken over or written for others
(`acceptable`). Both name the place. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from store.book import Book
from store.interview import MULTILINE, Company, Delivered, Interview, Owes, Thanks, all_texts, people_named
from store.text import MAX_TEXT, clean, forbidden, show

_RAW = {
    b"\x7f": re.compile(rb"\x7f"),
    b"\xc2": re.compile(rb"\xc2[\x80-\x9f]"),
    b"\xd8": re.compile(rb"\xd8\x9c"),
    b"\xe2": re.compile(rb"\xe2(?:\x80[\x8e\x8f\xaa-\xae]|\x81[\xa6-\xa9])"),
    b"\xf3": re.compile(rb"\xf3\xa0"),
}
"""What JSON is searched for: each character that `store.text.forbidden` knows, but for breaks and tabs.

By its first byte: that is found a hundred times as fast, and hardly any text has it.
"""
_ESCAPED = {b"\\": re.compile(rb"\\(?:[bfr]|u00)")}
_MAY_BE_ESCAPED = {b"\\": re.compile(rb"\\[bfru]")}
_ENTRIES = ("events", "drafts")
_PEOPLE = ("interviewers", "contacts")
_WORDS = {"interviewers": "person", "contacts": "person", "events": "event", "drafts": "draft"}
UNNAMED = "?"
"""Stands where nothing is left of a company's name or of an id."""


class Fault(Struct, frozen=True):
    """One thing that an import would not take as it is."""

    identity: str
    """The interview's id; blank for a company's own record."""
    whose: str
    """Company and role."""
    place: str
    """Where in the record: `events[3].note`."""
    what: str
    """What is wrong, and what came of it, as a clause."""

    def __str__(self) -> str:
        identity = f" ({self.identity})" if self.identity else ""
        return show(f"{self.whose}{identity}: {self.place} {self.what}")


def may_need_repair(data: bytes) -> bool:
    """Whether JSON holds, or may hold behind an escape, what `repair` takes out. Quick."""
    return _holds(data, _MAY_BE_ESCAPED | _RAW)


def needs_repair(record: Interview | Company) -> bool:
    """Whether `repair` would change anything in a record that has been read."""
    return is_mixed_up(record) or _holds(msgspec.json.encode(record), _ESCAPED | _RAW)


def _holds(data: bytes, signs: Mapping[bytes, re.Pattern[bytes]]) -> bool:
    return any(first in data and whole.search(data) for first, whole in signs.items())


def is_mixed_up(record: Interview | Company) -> bool:
    """Whether ids are there twice in it, or breaks in lines: what `may_need_repair` does not see."""
    return isinstance(record, Interview) and (_ids_twice(record) or _breaks_in_lines(record))


def _ids_twice(record: Interview) -> bool:
    for entries in (record.people, record.events, record.drafts):
        if len(entries) > 1 and len({one.id for one in entries}) < len(entries):
            return True
    return False


def _breaks_in_lines(record: Interview) -> bool:
    texts = [
        record.id, record.company, record.role, record.round, record.location, record.link,
        *record.topics, *record.questions,
    ]  # fmt: skip
    for person in record.people:
        texts += (person.id, person.name, person.title, person.email or "", person.phone or "")
    texts += [draft.subject for draft in record.drafts]
    joined = "".join(texts)
    return "\n" in joined or "\t" in joined


# Plain data, as it is read


def repair(table: str, documents: Mapping[str, Any]) -> tuple[dict[str, Any], list[Fault]]:
    """The documents of a table (`interviews`, `companies`) as they may be read, and what was mended."""
    name = {"interviews": "id", "companies": "name"}.get(table)
    repaired: dict[str, Any] = {}
    ids = _Ids(documents)
    faults: list[Fault] = []
    for key, document in documents.items():
        if not isinstance(document, dict):
            repaired[key] = document
            continue
        mended, found = _mended(document)
        if name is not None and mended.get(name) != document.get(name) and document.get(name) == key:
            mended[name] = key = ids.take(str(mended[name]))
        repaired[key] = mended
        faults += [_fault(mended, place, what) for place, what in found]
    return repaired, faults


def _mended(document: dict[str, Any]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    found: list[tuple[str, str]] = []
    mended = _without_controls(document, "", "", found)
    for names in (_PEOPLE, *((name,) for name in _ENTRIES)):
        ids = _Ids()
        for name in names:
            mended_entries = mended.get(name)
            for place, entry in enumerate(mended_entries if isinstance(mended_entries, list) else ()):
                identity = entry.get("id") if isinstance(entry, dict) else None
                if not isinstance(identity, str):
                    continue
                entry["id"] = ids.take(identity)
                if entry["id"] != identity:
                    what = f"had the id {identity} of another {_WORDS[name]}, and is {entry['id']} now"
                    found.append((f"{name}[{place}]", what))
    return mended, found


def _without_controls(value: Any, field: str, path: str, found: list[tuple[str, str]]) -> Any:
    if isinstance(value, str):
        fault = _control(value, field)
        if fault is None:
            return value
        found.append((path.lstrip("."), f"held {fault}, which is taken out"))
        cleaned = clean(value, lines=field in MULTILINE)
        return cleaned if cleaned.strip() or field not in ("company", "id", "name") else UNNAMED
    if isinstance(value, dict):
        return {
            _without_controls(key, "", f"{path}.{key}", found): _without_controls(
                # What is typed in a form may have lines, whatever its field is called.
                inner,
                "text" if field == "texts" else key,
                f"{path}.{key}",
                found,
            )
            for key, inner in value.items()
        }
    if isinstance(value, list | tuple):
        return [
            _without_controls(inner, field, f"{path}[{place}]", found) for place, inner in enumerate(value)
        ]
    return value


def _control(value: str, field: str) -> str | None:
    """The first character that is forbidden, however long the text is."""
    parts = (value[start : start + MAX_TEXT] for start in range(0, len(value), MAX_TEXT))
    return next(filter(None, (forbidden(part, lines=field in MULTILINE) for part in parts)), None)


class _Ids:
    """The ids that are taken, and a free one like another: `p1-2`."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self.taken = set(taken)
        self._last: dict[str, int] = {}
        """The last number tried for an id: of thousands of equal ones none begins at the start again."""

    def take(self, identity: str) -> str:
        """The id itself, or where it is taken a free one, which is then taken too."""
        free, number = identity, self._last.get(identity, 1)
        while free in self.taken:
            number += 1
            free = f"{identity}-{number}"
        self._last[identity] = number
        self.taken.add(free)
        return free


def _fault(document: Mapping[str, Any], place: str, what: str) -> Fault:
    whose = ", ".join(str(document[key]) for key in ("company", "role") if document.get(key))
    return Fault(str(document.get("id", "")), whose or str(document.get("name", UNNAMED)), place, what)


# Records, as they are taken over or written for others


def acceptable(record: Interview, known: Interview | None = None) -> tuple[Interview | None, list[Fault]]:
    """The interview without what an import would refuse, and what that is; None where nothing can be taken.

    `known`: the record that it is to be united with, whose people count; who is a contact there is no
    interviewer.
    """
    faults: list[Fault] = []
    if not record.id.strip():
        return None, [_fault(msgspec.to_builtins(record), "id", "is blank, and it is left out")]
    if needs_repair(record):
        mended, faults = repair("interviews", {record.id: msgspec.to_builtins(record)})
        record = msgspec.convert(next(iter(mended.values())), Interview)
    if any(len(text) > MAX_TEXT for _, _, text in all_texts(record)):
        plain = msgspec.to_builtins(record)
        found: list[tuple[str, str]] = []
        kept = _without_long(plain, "", found)
        faults += [_fault(plain, place, what) for place, what in found]
        if kept is None:
            return None, faults
        record = msgspec.convert(kept, Interview)
    record, clashing = _without_clashes(record, known)
    record, strangers = _without_strangers(record, known)
    return record, faults + clashing + strangers


def _without_clashes(record: Interview, known: Interview | None) -> tuple[Interview, list[Fault]]:
    """Without people whose id belongs to one of the other list in the record that is there."""
    if known is None:
        return record, []
    faults: list[Fault] = []
    for field, other, role in (
        ("interviewers", known.contacts, "a contact"),
        ("contacts", known.interviewers, "an interviewer"),
    ):
        taken = {one.id for one in other}
        people = getattr(record, field)
        for place, one in enumerate(people):
            if one.id in taken:
                faults.append(
                    _of(record, f"{field}[{place}]", f"has the id {one.id} of {role}, and is left out")
                )
        kept = tuple(one for one in people if one.id not in taken)
        record = msgspec.structs.replace(record, **{field: kept})
    return record, faults


def acceptable_company(company: Company) -> tuple[Company | None, list[Fault]]:
    """The same for what is known of a company."""
    plain = msgspec.to_builtins(company)
    if not company.name.strip():
        return None, [Fault("", UNNAMED, "name", "is blank, and it is left out")]
    mended, faults = repair("companies", {company.name: plain})
    found: list[tuple[str, str]] = []
    kept = _without_long(next(iter(mended.values())), "", found)
    faults += [Fault("", clean(company.name)[:80], place, what) for place, what in found]
    return None if kept is None else msgspec.convert(kept, Company), faults


def acceptable_book(book: Book) -> tuple[Book, list[Fault]]:
    """The book as an import takes it whole, and what that leaves out."""
    interviews: dict[str, Interview] = {}
    companies: dict[str, Company] = {}
    faults: list[Fault] = []
    for one in book.interviews.values():
        interview, found = acceptable(one)
        faults += found
        if interview is not None:
            interviews[interview.id] = interview
    for company in book.companies.values():
        kept, found = acceptable_company(company)
        faults += found
        if kept is not None:
            companies[kept.name] = kept
    return (Book(interviews, companies, book.preferences), faults) if faults else (book, [])


def given_by(record: Interview | Company) -> dict[str, Any]:
    """What the record says, as plain data, without its too long texts: a file that never had them."""
    return _without_long(msgspec.to_builtins(record), "", []) or {}


def _without_long(value: dict[str, Any], path: str, found: list[tuple[str, str]]) -> dict[str, Any] | None:
    """The object without its too long texts; None where it cannot be without them."""
    kept: dict[str, Any] = {}
    for key, inner in value.items():
        place = f"{path}.{key}".lstrip(".")
        inner = _shortened(key, inner, place, found)
        if inner is None and value[key] is not None:
            if _needed(key, value):
                return None
            continue
        if len(key) <= MAX_TEXT:
            kept[key] = inner
    return kept


def _shortened(key: str, value: Any, place: str, found: list[tuple[str, str]]) -> Any:
    """A value without its too long texts; None where it is one itself."""
    if isinstance(value, str) and len(value) > MAX_TEXT:
        found.append((place[:80], f"is {forbidden(value, lines=True)}, and is left out"))
        return None
    if isinstance(value, dict):
        return _without_long(value, place, found)
    if isinstance(value, list | tuple):
        items = [_shortened(key, one, f"{place}[{number}]", found) for number, one in enumerate(value)]
        return [one for one in items if one is not None]
    return value


def _needed(key: str, within: Mapping[str, Any]) -> bool:
    """Whether a record cannot be without this text."""
    if key in ("id", "company", "field", "value"):
        return True
    return (key == "text" and "state" in within) or (key == "name" and "no_thanks" in within)


def _without_strangers(record: Interview, known: Interview | None) -> tuple[Interview, list[Fault]]:
    """Without entries about people, or things owed, that the interview does not have."""
    both = (record,) if known is None else (record, known)
    there = {person.id for one in both for person in one.people}
    interviewers = {person.id for one in both for person in one.interviewers}
    owed = {
        event.id for one in both for event in one.events
        if isinstance(event, Owes) and (event.to is None or event.to in there)
    }  # fmt: skip
    faults: list[Fault] = []
    events = []
    for place, event in enumerate(record.events):
        fitting = interviewers if isinstance(event, Thanks) else there
        stranger = next((one for _, one in people_named(event) if one not in fitting), None)
        if isinstance(event, Delivered) and event.of not in owed:
            what = f"({event.KIND}) is of {event.of}, which is not owed, and is left out"
            faults.append(_of(record, f"events[{place}]", what))
        elif stranger is None:
            events.append(event)
        else:
            what = f"({event.KIND}) is about {stranger}, who is not there, and is left out"
            faults.append(_of(record, f"events[{place}]", what))
    drafts = []
    for place, draft in enumerate(record.drafts):
        lines = {to: line for to, line in draft.lines.items() if to in there}
        if len(lines) < len(draft.lines):
            gone = ", ".join(to for to in draft.lines if to not in there)
            what = f"holds a line for {gone}, who is not there, and it is left out"
            faults.append(_of(record, f"drafts[{place}]", what))
            draft = msgspec.structs.replace(draft, lines=lines)
        drafts.append(draft)
    if not faults:
        return record, []
    return msgspec.structs.replace(record, events=tuple(events), drafts=tuple(drafts)), faults


def _of(record: Interview, place: str, what: str) -> Fault:
    return Fault(record.id, ", ".join(filter(None, (record.company, record.role))), place, what)
