"""Taking a file's records into the book: what is new is added, what is known stays unless replaced. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import asdict, replace

from store.book import Book, document
from store.changes.moves import Refused, check_person, check_whole
from store.exchange.bundles import Bundle, refuse
from store.interview import Company, Draft, Interview, Person
from store.validation import acceptable, acceptable_company, given_by

UNITED = ("interviewers", "contacts", "events", "drafts")
"""Fields whose entries are united by id; new ones come after those that are there."""


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


def unite(book: Book, bundle: Bundle, *, replace_values: bool) -> tuple[Book, list[str]]:
    """The book with the bundle's records, and what to say of each one that made a difference.

    `replace_values`: where a field differs the file's value is taken; otherwise it is left and named. Raises
    BadFile, with the place, where the two cannot both be or the file is about someone not there.
    """
    said: list[str] = []
    if bundle.partly:
        bundle, said = _as_far_as_it_goes(book, bundle)
    interviews: dict[str, Interview | None] = {}
    for record, given in bundle.interviews:
        here = book.interviews.get(record.id)
        if here is None:
            _check_people(record, record, bundle)
            interviews[record.id] = record
            said.append(f"{record.id}: added, {record.company}")
            continue
        united, differs = _united(here, record, given, replace_values)
        if not bundle.partly:
            _check_people(record, united, bundle)
        if united != here:
            interviews[record.id] = united
            said.append(f"{record.id}: united with what was there")
        said.extend(_left(record.id, differs, replace_values))
    book = book.with_interviews(interviews)
    for company, given in bundle.companies:
        book, differs = _with_company(book, company, given, replace_values)
        said.extend(_left(company.name, differs, replace_values))
    return book, said


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
        to = getattr(event, "to", None)
        try:
            if to is not None:
                check_person(united, event, to)
        except Refused as why:
            refuse(
                bundle.source, f"{place}.events[{number}].to", f"expected someone who is there: {_bare(why)}"
            )
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
    words = "taken from the file" if replaced else "left as it is here (--replace takes the file's)"
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
        elif field != "id" and old != new:
            differs.append(field)
            if take:
                values[field] = new
    return replace(here, **values), differs


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
                here[one.id] = replace(known, **{field: getattr(one, field) for field in fields})
        elif known != one:
            differs.append(one.id)
            if take:
                here[one.id] = one
    return tuple(here.values()), differs


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
