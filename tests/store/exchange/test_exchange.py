"""The exchange format: there and back to the byte, ids made from content, uniting with what is there."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings

from store.book import Book
from store.demo import sample
from store.exchange import BadFile, write_bundle
from store.interview import Draft, Owes, Version
from tests.making import END, delivered, made, owes
from tests.store.database.generated_books import books
from tests.store.exchange.exchange_files import PEOPLE, SEARCH, entry, event, file, taken, told

# There and back


def test_the_sample_comes_back_byte_for_byte() -> None:
    book = taken(SEARCH)
    assert len(book.interviews) == 14
    assert write_bundle(taken(write_bundle(book))) == write_bundle(book)


def test_what_the_sample_says_is_kept() -> None:
    exported = {one["id"]: one for one in json.loads(write_bundle(taken(SEARCH)))["interviews"]}
    for given_ in json.loads(SEARCH)["interviews"]:
        for key, value in given_.items():
            assert within(value, exported[given_["id"]][key]), (given_["id"], key)


def within(given: Any, kept: Any) -> bool:
    """Whether all that was given is kept; fields that were absent have their defaults beside it."""
    if isinstance(given, dict):
        return all(within(value, kept[key]) for key, value in given.items())
    if isinstance(given, list):
        return len(given) == len(kept) and all(map(within, given, kept))
    return bool(given == kept)


def test_the_demo_comes_back() -> None:
    book = sample(END)
    assert write_bundle(taken(write_bundle(book))) == write_bundle(book)


@settings(max_examples=30)
@given(books())
def test_any_book_comes_back_byte_for_byte(book: Book) -> None:
    exported = write_bundle(book)
    once = taken(exported)
    assert write_bundle(once) == exported
    assert told(exported, book=once) == (once, [])


def test_again_changes_nothing() -> None:
    book = taken(SEARCH)
    assert told(SEARCH, book=book) == (book, [])
    assert told(SEARCH, book=book, replace=True) == (book, [])


def test_what_is_kept_here_is_not_exported() -> None:
    draft = Draft(id="d1", versions=(Version(at=END, body="Dear"),))
    whole = json.loads(write_bundle(Book({"iv-1": made(drafts=(draft,))})))
    assert list(whole) == ["format", "version", "companies", "interviews"]
    assert "versions" not in whole["interviews"][0]["drafts"][0]
    assert "calendar" not in whole["interviews"][0], "only of an invited one"


EVERYTHING = entry(
    country="DE-BY", language="de", opportunity="Globex, data", mode="recorded",
    calendar={"uid": "u@globex.example", "sequence": 2, "stamp": "2026-11-01T09:00:00Z"},
    interviewers=[{"id": "p1", "name": "Ada Okafor", "called": "Ms Okafor", "ask": "phone"}],
    contacts=[{"id": "c1", "name": "Sam Reed", "called": "", "ask": "never"}],
    events=[
        {"id": "e1", "kind": "promised", "at": "2026-11-18T15:00:00Z", "callback_by": "2026-11-27T12:00:00Z",
         "quote": "I ring you at one", "by": "p1", "how": "ring", "ref": "<1@globex.example>"},
        {"id": "e2", "kind": "promised", "at": "2026-11-18T15:10:00Z", "callback_by": "2026-11-27",
         "silence": "no"},
        {"id": "e3", "kind": "owes", "at": "2026-11-18T15:20:00Z", "what": "a work sample",
         "due": "2026-11-20", "to": "c1", "ref": "<2@globex.example>"},
        {"id": "e4", "kind": "owes", "at": "2026-11-18T15:20:00Z", "what": "references"},
        {"id": "e5", "kind": "delivered", "at": "2026-11-19T15:20:00Z", "of": "e3", "note": "by post"},
        {"id": "e6", "kind": "debriefed", "at": "2026-11-18T16:00:00Z", "note": "went well"},
        {"id": "e7", "kind": "closed", "at": "2026-11-20T16:00:00Z", "result": "offer",
         "answer_by": "2026-11-27"},
    ],
    drafts=[
        {"id": "d1", "purpose": "delivery", "body": "Here it is",
         "handed_over": [{"to": "c1", "at": "2026-11-19T15:12:00Z", "way": "mail", "message_id": "<3@x>"}]},
    ],
)  # fmt: skip


def test_every_field_is_kept_and_comes_back() -> None:
    book = taken(file(EVERYTHING))
    exported = write_bundle(book)
    (one,) = json.loads(exported)["interviews"]
    for key, value in EVERYTHING.items():
        assert within(value, one[key]), key
    assert write_bundle(taken(exported)) == exported
    assert told(exported, book=book) == (book, [])


def test_a_delivery_may_be_of_what_only_the_database_knows() -> None:
    owed = event("owes", what="references")
    book = taken(file(entry(events=[owed])))
    sent = event("delivered", id="e2", of="e1", at="2026-11-19T15:00:00Z")
    one = taken(file(entry(events=[sent])), book=book).interviews["iv-1"]
    assert [event.KIND for event in one.events] == ["owes", "delivered"]


def test_a_delivery_of_what_is_not_owed_keeps_no_export_from_being_taken() -> None:
    stray = delivered(END, "e9")
    stranger = Owes(id="x5", at=END, what="references", to="p9")
    book = Book({"iv-1": made(stray, stranger, delivered(END, "x5"), owes(END), delivered(END, "e4"))})
    exported = write_bundle(book)
    assert [one["id"] for one in json.loads(exported)["interviews"][0]["events"]] == ["e4", "e5"]
    assert write_bundle(taken(exported)) == exported


def test_a_line_for_someone_since_taken_out_keeps_no_file_from_being_taken() -> None:
    draft = Draft(id="d1", lines={"p1": "for Ada", "p9": "for someone gone"})
    exported = write_bundle(Book({"iv-1": made(drafts=(draft,))}))
    assert json.loads(exported)["interviews"][0]["drafts"][0]["lines"] == {"p1": "for Ada"}
    assert write_bundle(taken(exported)) == exported


def test_times_are_brought_into_one_form() -> None:
    book = taken(
        file(
            entry(
                starts_at="2026-11-18T14:00:00.9+01:00",
                ends_at="2026-11-18T09:30:00-05:30",
                events=[event("promised", callback_by="2026-11-27T17:00:00+01:00")],
            )
        )
    )
    one = json.loads(write_bundle(book))["interviews"][0]
    assert (one["starts_at"], one["ends_at"]) == ("2026-11-18T13:00:00Z", "2026-11-18T15:00:00Z")
    assert one["events"][0]["callback_by"] == "2026-11-27T16:00:00Z"


def test_breaks_are_brought_into_one_form() -> None:
    assert taken(file(entry(notes="a\r\nb\rc\td"))).interviews["iv-1"].notes == "a\nb\nc\td"


def test_a_mark_before_the_text_is_no_harm() -> None:
    assert taken(b"\xef\xbb\xbf" + SEARCH) == taken(SEARCH)


def test_all_but_five_fields_may_be_absent() -> None:
    one = taken(file(entry())).interviews["iv-1"]
    assert (one.mode, one.role, one.interviewers, one.opportunity) == ("other", "", (), None)
    assert taken({"format": "ringback", "version": 1}) == Book()


# Ids made from the content


def test_a_missing_id_is_made_from_the_content() -> None:
    bare = entry(events=[{k: v for k, v in event().items() if k != "id"}], interviewers=[{"name": "Ada"}])
    del bare["id"]
    once = taken(file(bare))
    (one,) = once.interviews.values()
    assert one.id.startswith("iv-")
    assert one.events[0].id.startswith("e")
    assert one.interviewers[0].id.startswith("p")
    assert taken(file(bare), book=once) == once
    assert len(taken(file(bare), file({**bare, "role": "Analyst"})).interviews) == 2


def test_equal_entries_without_an_id_are_one() -> None:
    ada, call = {"name": "Ada"}, {"kind": "heard", "at": "2026-11-18T15:00:00Z"}
    bare = entry(interviewers=[ada, ada], events=[call, call], drafts=[{"body": "x"}, {"body": "x"}])
    del bare["id"]
    (one,) = taken(file(bare, bare)).interviews.values()
    assert (len(one.interviewers), len(one.events), len(one.drafts)) == (1, 1, 1)


def test_one_in_both_lists_is_two() -> None:
    one = taken(file(entry(interviewers=[{"name": "Ada"}], contacts=[{"name": "Ada"}]))).interviews["iv-1"]
    assert one.interviewers[0].id != one.contacts[0].id


# Uniting with what is there


def test_new_events_come_after_the_old() -> None:
    book = taken(file(entry(events=[event()])))
    book, said = told(file(entry(events=[event("emailed", id="e0"), event()])), book=book)
    assert [one.id for one in book.interviews["iv-1"].events] == ["e1", "e0"]
    assert said == ["iv-1: united with what was there"]


def test_absent_fields_are_left_alone() -> None:
    whole = file(entry(role="Data engineer", notes="kept", topics=["one"], **PEOPLE))
    book = taken(whole)
    for replace in (False, True):
        assert told(file(entry()), book=book, replace=replace) == (book, [])


def test_what_differs_is_left_and_named_or_replaced() -> None:
    book = taken(file(entry(role="Data engineer", **PEOPLE, events=[event(note="old")])))
    other = file(
        entry(
            role="Analyst",
            interviewers=[{"id": "p1", "phone": "+4930555"}, {"id": "p2", "name": "Ben"}],
            events=[event(note="new")],
        )
    )
    left, said = told(other, book=book)
    one = left.interviews["iv-1"]
    assert (one.role, one.interviewers[0].phone, one.events[0].note) == ("Data engineer", None, "old")  # type: ignore[union-attr]
    assert [person.id for person in one.interviewers] == ["p1", "p2"]
    assert said[1].startswith("iv-1: role, interviewers[p1.phone], events[e1] left as it is here")
    replaced, said = told(other, book=book, replace=True)
    one = replaced.interviews["iv-1"]
    assert (one.role, one.interviewers[0].phone, one.events[0].note) == ("Analyst", "+4930555", "new")  # type: ignore[union-attr]
    assert one.interviewers[0].name == "Ada Okafor", "a field that the file does not give stays"
    assert said[1] == "iv-1: role, interviewers[p1.phone], events[e1] taken from the file"


def test_companies_are_united_too() -> None:
    first = file(companies=[{"name": "Globex", "notes": "old"}])
    book = taken(first)
    other = file(companies=[{"name": "Globex", "no_thanks": True, "notes": "new"}, {"name": "Acme"}])
    left, said = told(other, book=book)
    assert left.companies["Globex"] == book.companies["Globex"]
    assert "Acme" in left.companies
    assert said == ["Globex: no_thanks, notes left as it is here (--replace takes the file's)"]
    assert taken(other, book=book, replace=True).companies["Globex"].no_thanks


def test_a_file_may_be_about_people_whom_only_the_database_knows() -> None:
    book = taken(file(entry(**PEOPLE)))
    more = file(
        entry(events=[event("thanked", to="p1")], drafts=[{"id": "d1", "lines": {"p1": "for Ada"}}]),
    )
    one = taken(more, book=book).interviews["iv-1"]
    assert one.events[0].to == "p1"  # type: ignore[union-attr]
    with pytest.raises(BadFile, match=re.escape("interviews[0].events[0].to")):
        taken(more)


def test_the_order_of_an_export_is_by_start_and_id() -> None:
    book = Book(
        {one.id: one for one in (made(id="b"), made(id="a"), made(id="c", ends_at=END.replace(day=1)))}
    )
    assert [one["id"] for one in json.loads(write_bundle(book))["interviews"]] == ["c", "a", "b"]
    assert write_bundle(book).endswith(b"\n")
