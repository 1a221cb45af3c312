"""Taking a file's records into the book: what is new is added, what is known stays unless replaced. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from msgspec.structs import asdict, replace

from store.book import Book, document
from store.changes.drafts import VERSIONS, same_text
from store.changes.moves import FACTS, Refused, as_text, check_owed, check_person, check_whole
from store.exchange.bundles import Bundle, refuse
from store.interview import (
    CalendarEntry,
    Company,
    Conflict,
    Delivered,
    Draft,
    Interview,
    Person,
    Version,
    people_named,
)
from store.short_hash import short_hash
from store.validation import acceptable, acceptable_company, given_by
from store.ways_out import REPLACE

UNITED = ("interviewers", "contacts", "events", "drafts")
"""Fields whose entries are united by id; new ones come after those that are there."""
_IN_A_LINE = (".name]", ".email]", ".phone]", ".whatsapp]", ".called]", ".ask]")
"""What of a person stands in the line that a conflict holds."""
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
"""When a text was written of which nobody knows."""


def bundle_of(book: Book, source: str) -> Bundle:
    """A whole book as if it had been read from the file `source`, every field given.

    It is taken in as far as it can be: what is left out is named.
    """
    return Bundle(
        source,
        tuple((one, document(one)) for one in book.interviews.values()),
        tuple((one, document(one)) for one in book.companies.values()),
        partly=True,
    )


class Merged(NamedTuple):
    """What came of merging another copy."""

    book: Book
    said: list[str]
    """What to say of each record that made a difference."""
    left: list[str]
    """What of the copy is not in the book."""


def unite(book: Book, bundle: Bundle, *, replace_values: bool) -> tuple[Book, list[str]]:
    """The book with the bundle's records, and what to say of each one that made a difference.

    `replace_values`: where a field differs the file's value is taken; otherwise it is left and named. Raises
    BadFile, with the place, where the two cannot both be or the file is about someone not there.
    """
    return _unite(book, bundle, replace_values, None)[:2]


def merge(book: Book, bundle: Bundle, *, replace_values: bool, now: datetime) -> Merged:
    """The same with another copy of the database, which must lose nothing.

    Where a text differs the other is kept beside the one here: of a draft as a draft of its own, of a fact as
    a conflict on the card, at `now`.
    """
    return _unite(book, bundle, replace_values, now)


def _unite(book: Book, bundle: Bundle, take: bool, both_at: datetime | None) -> Merged:
    said: list[str] = []
    left: list[str] = []
    if bundle.partly:
        bundle, said = _as_far_as_it_goes(book, bundle)
        left = [*said]
    interviews: dict[str, Interview | None] = {}
    for record, given in bundle.interviews:
        here = book.interviews.get(record.id)
        if here is None:
            _check_people(record, record, bundle)
            interviews[record.id] = record
            said.append(f"{record.id}: added, {record.company}")
            continue
        united, differs = _united(here, record, given, take)
        kept: list[str] = []
        if both_at is not None and not take:
            united, kept = _with_both(united, record, differs, both_at)
        if not bundle.partly:
            _check_people(record, united, bundle)
        if united != here:
            interviews[record.id] = united
            said.append(f"{record.id}: united with what was there")
        if kept:
            said.append(f"{record.id}: {', '.join(kept)} kept beside what is here")
        differs = [field for field in differs if field not in kept]
        said.extend(_left(record.id, differs, take))
        left += [f"{record.id}: {field}" for field in differs if not take]
    book = book.with_interviews(interviews)
    for company, given in bundle.companies:
        book, differs = _with_company(book, company, given, take)
        if both_at is not None and not take and "notes" in differs:
            book = _with_both_notes(book, company)
            said.append(f"{company.name}: notes kept beside what is here")
            differs.remove("notes")
        said.extend(_left(company.name, differs, take))
        left += [f"{company.name}: {field}" for field in differs if not take]
    return Merged(book, said, left)


def _with_both(
    united: Interview, record: Interview, differs: list[str], now: datetime
) -> tuple[Interview, list[str]]:
    """The interview with what differs in `record` beside it, and the names of what is kept that way."""
    values: dict[str, Any] = {"drafts": united.drafts}
    conflicts = list(united.conflicts)
    kept: list[str] = []
    for field in dict.fromkeys(name.partition("[")[0] for name in differs):
        names = [name for name in differs if name.partition("[")[0] == field]
        if field == "drafts":
            values["drafts"], names = _both_drafts(united.drafts, record.drafts, names)
        elif field in FACTS:
            theirs, value = getattr(record, field), as_text(getattr(record, field))
            ours = getattr(united, field)
            if isinstance(ours, tuple) and field not in UNITED:
                known = {as_text((one,)) for one in ours}
                values[field] = (*ours, *(one for one in theirs if as_text((one,)) not in known))
                lost = any(one not in values[field] for one in theirs)
            else:
                lost = bool(value)
            if lost and not any((one.field, one.value) == (field, value) for one in conflicts):
                conflicts.append(Conflict(field=field, value=value, at=now))
            if field in UNITED:
                names = [name for name in names if name.endswith(_IN_A_LINE)]
        else:
            continue
        kept += names
    return replace(united, **values, conflicts=tuple(conflicts)), kept


def _both_drafts(
    ours: tuple[Draft, ...], theirs: tuple[Draft, ...], names: list[str]
) -> tuple[tuple[Draft, ...], list[str]]:
    """Our drafts with theirs of another text beside them, and which of these differences are kept by that."""
    drafts = {one.id: one for one in ours}
    kept: list[str] = []
    for other in theirs:
        here = drafts[other.id]
        mine = [name for name in names if name.startswith(f"drafts[{other.id}.")]
        if same_text(here, other):
            versions = {(one.subject, one.body): one for one in (*other.versions, *here.versions)}
            older = tuple(sorted(versions.values(), key=lambda one: one.at)[-VERSIONS:])
            dismissed = tuple(dict.fromkeys((*here.dismissed, *other.dismissed)))
            drafts[other.id] = replace(here, versions=older, dismissed=dismissed)
            dress = ("updated_at", "versions", "dismissed")
            kept += [name for name in mine if name.endswith(tuple(f".{field}]" for field in dress))]
            continue
        if not any(same_text(one, other) for one in drafts.values()):
            fresh = replace(other, id=f"{other.id}-{_digest(other)}")
            drafts.setdefault(fresh.id, fresh)
        kept += mine
    return tuple(drafts.values()), kept


def _digest(draft: Draft) -> str:
    """Of a text: merged again it is known again."""
    text = "\0".join((draft.subject, draft.body, *(f"{to}\0{line}" for to, line in draft.lines.items())))
    return short_hash(text.encode("utf-8", "replace"), 8)


def _as_far_as_it_goes(book: Book, bundle: Bundle) -> tuple[Bundle, list[str]]:
    """The bundle without what the book could not be imported with again, and what that is."""
    interviews: list[tuple[Interview, Mapping[str, Any]]] = []
    companies: list[tuple[Company, Mapping[str, Any]]] = []
    said: list[str] = []
    for record, _ in bundle.interviews:
        interview, faults = acceptable(record, known=book.interviews.get(record.id))
        said += map(str, faults)
        if interview is not None:
            interviews.append((interview, given_by(record)))
    for known, _ in bundle.companies:
        company, faults = acceptable_company(known)
        said += map(str, faults)
        if company is not None:
            companies.append((company, given_by(known)))
    return Bundle(bundle.source, tuple(interviews), tuple(companies), partly=True), said


def _check_people(record: Interview, united: Interview, bundle: Bundle) -> None:
    """Refuse a file that is about someone the interview does not have, not even with those in the file."""
    place = bundle.places.get(record.id, "")
    for number, event in enumerate(record.events):
        for field, person in people_named(event):
            try:
                check_person(united, event, person)
            except Refused as why:
                where = f"{place}.events[{number}].{field}"
                refuse(bundle.source, where, f"expected someone who is there: {_bare(why)}")
        if isinstance(event, Delivered):
            try:
                check_owed(united, event)
            except Refused as why:
                where = f"{place}.events[{number}].of"
                refuse(bundle.source, where, f"expected the id of something owed: {_bare(why)}")
    for number, draft in enumerate(record.drafts):
        for to in draft.lines:
            if united.person(to) is None:
                where = f"{place}.drafts[{number}].lines"
                refuse(bundle.source, where, f"expected people of the interview, not {to[:80]!r}")
    try:
        check_whole(united)
    except Refused as why:
        refuse(bundle.source, place, f"expected what fits the interview as it is here: {_bare(why)}")


def _bare(why: Refused) -> str:
    words = str(why).removesuffix(".")
    return words[:1].lower() + words[1:] if words.startswith("The ") else words


def _left(what: str, differs: list[str], replaced: bool) -> list[str]:
    if not differs:
        return []
    words = "taken from the file" if replaced else f"left as it is here{REPLACE.command}"
    return [f"{what}: {', '.join(differs)} {words}"]


def _united(
    here: Interview, record: Interview, given: Mapping[str, Any], take: bool
) -> tuple[Interview, list[str]]:
    values: dict[str, Any] = {}
    differs: list[str] = []
    for field in given:
        old, new = getattr(here, field), getattr(record, field)
        if field in UNITED:
            values[field], inner = _by_id(old, new, {one["id"]: one for one in given[field]}, take)
            differs += [f"{field}[{place}]" for place in inner]
        elif field == "conflicts":
            values[field] = (*old, *(one for one in new if one not in old))
        elif field == "calendar" and _same_version(old, new):
            continue
        elif field != "id" and old != new:
            differs.append(field)
            if take:
                values[field] = new
    return replace(here, **values), differs


def _same_version(old: CalendarEntry | None, new: CalendarEntry | None) -> bool:
    """Whether both are one version of one meeting, whatever else is known of it here."""
    if old is None or new is None:
        return old is new
    return (old.uid, old.sequence, old.stamp) == (new.uid, new.sequence, new.stamp)


def _by_id(
    old: tuple[Any, ...], new: tuple[Any, ...], given: Mapping[str, Mapping[str, Any]], take: bool
) -> tuple[tuple[Any, ...], list[str]]:
    here = {one.id: one for one in old}
    differs: list[str] = []
    for one in new:
        known = here.get(one.id)
        if known is None:
            here[one.id] = one
        elif isinstance(one, Person | Draft):
            fields = [f for f in given[one.id] if f != "id" and getattr(known, f) != getattr(one, f)]
            differs += [f"{one.id}.{field}" for field in fields]
            if take:
                here[one.id] = _taken(known, {field: getattr(one, field) for field in fields})
        elif known != one:
            differs.append(one.id)
            if take:
                here[one.id] = one
    return tuple(here.values()), differs


def _taken(known: Person | Draft, values: dict[str, Any]) -> Person | Draft:
    """With these values; the text that a draft had is kept as a version."""
    taken = replace(known, **values)
    if isinstance(known, Draft) and isinstance(taken, Draft) and (known.subject, known.body) != ("", ""):
        last = (taken.subject, taken.body)
        if (known.subject, known.body) != last:
            at = known.updated_at or taken.updated_at or _LONG_AGO
            version = Version(at=at, subject=known.subject, body=known.body)
            taken = replace(taken, versions=(*taken.versions, version)[-VERSIONS:])
    return taken


def _with_both_notes(book: Book, company: Company) -> Book:
    here = book.companies[company.name]
    if company.notes.strip() in here.notes:
        return book
    return book.with_company(replace(here, notes=f"{here.notes}\n\n{company.notes}".strip()))


def _with_company(
    book: Book, company: Company, given: Mapping[str, Any], take: bool
) -> tuple[Book, list[str]]:
    here = book.companies.get(company.name)
    if here is None:
        return book.with_company(company), []
    new = asdict(company)
    fields = [field for field in given if getattr(here, field) != new[field]]
    if fields and take:
        book = book.with_company(replace(here, **{field: new[field] for field in fields}))
    return book, fields
