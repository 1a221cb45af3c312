"""Exchange files that are not taken: each says where it is wrong, and what was expected."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.exchange import BadFile, read_bundle
from store.text import show
from tests.store.exchange.exchange_files import PEOPLE, SEARCH, Plain, entry, event, file, taken

NAME = "search.json: "


def deep(depth: int) -> Any:
    return [deep(depth - 1)] if depth else "x"


BAD = [
    ("", "not JSON"),
    (b"[1, 2", "is cut short"),
    (b"\xff\xfe\x00", "expected JSON: is"),
    (b"<<<<<<< mine\n{}", "Git merge"),
    (b'{"format": "ringback", "version": NaN}', "NaN"),
    (b"[]", "format: expected an object"),
    (b"null", "format: expected an object"),
    ({"version": 1}, "format: expected an object"),
    ({"format": "other", "version": 1}, "format: expected an object"),
    ({"format": "ringback"}, "version: expected 1"),
    ({"format": "ringback", "version": "1"}, "version: expected 1"),
    ({"format": "ringback", "version": True}, "version: expected 1"),
    ({"format": "ringback", "version": 0}, "version: expected 1"),
    ({"format": "ringback", "version": 2}, "version: expected 1; version 2 needs a newer ringback"),
    (file(extra=1), "extra: expected one of companies, format, interviews, version"),
    (file(**{"a\x1bb": 1}), "a␛b: expected one of"),
    ({"format": "ringback", "version": 1, "interviews": {}}, "interviews: expected a list"),
    (file(companies=3), "companies: expected a list"),
    (file(entry(), 7), "interviews[1]: expected an object"),  # type: ignore[arg-type]
    (file(companies=[{}]), "companies[0].name: expected this field to be there"),
    (file(companies=[{"name": " "}]), "companies[0].name: expected a name that is not blank"),
    (file(companies=[{"name": "A"}, {"name": "A"}]), "companies[1].name: expected an id only once"),
    (file(companies=[{"name": "A", "rank": 1}]), "companies[0].rank: expected no such field"),
    (b'{"format": "ringback", "version": 1, "version": 1}', "version: expected each key once"),
    (
        b'{"format": "ringback", "version": 1, "interviews": [{"id": "x", "a\\u001b": 1, "a\\u001b": 2}]}',
        "interviews[0].a␛: expected each key once",
    ),
    (file(entry(), entry()), "interviews[1].id: expected an id only once, and 'iv-1' came before"),
    (file(entry(id=" ")), "interviews[0].id: expected an id that is not blank"),
    (file(entry(id=5)), "interviews[0].id: expected `str`"),
    (file(entry(salary=1)), "interviews[0].salary: expected no such field"),
    (file(entry(sequence=1)), "interviews[0].sequence: expected no such field"),
    (file(entry(company=" ")), "interviews[0].company: expected `company` not to be blank"),
    (
        file({k: v for k, v in entry().items() if k != "zone"}),
        "interviews[0].zone: expected this field to be there",
    ),
    (file(entry(zone="Mars/Base")), "interviews[0].zone: expected `zone` to be an IANA zone"),
    (file(entry(zone="../etc/passwd")), "interviews[0].zone: expected `zone`"),
    (
        file(entry(mode="pigeon")),
        "interviews[0].mode: expected one of onsite, video, phone, other, recorded;",
    ),
    (
        file(entry(), entry(id="b", starts_at="2026-11-18T13:00:00")),
        "interviews[1].starts_at: expected an instant with its offset",
    ),
    (file(entry(starts_at="tomorrow")), "interviews[0].starts_at: expected an instant"),
    (file(entry(starts_at=1700000000)), "interviews[0].starts_at: expected `datetime`"),
    (
        file(entry(ends_at="2026-11-18T12:59:59Z")),
        "interviews[0].ends_at: expected `ends_at` not to lie before",
    ),
    (file(entry(ends_at="9999-12-31T23:59:59-23:00")), "interviews[0]"),
    (file(entry(topics="one")), "interviews[0].topics: expected `array`"),
    (file(entry(topics=[1])), "interviews[0].topics[0]: expected `str`"),
    (file(entry(events=[event("sang")])), "interviews[0].events[0].kind: expected one of thanked, "),
    (file(entry(events=[{"id": "e1", "at": "2026-11-18T15:00:00Z"}])), "interviews[0].events[0].kind"),
    (file(entry(events=[3])), "interviews[0].events[0]"),
    (file(entry(events=[event(), event("emailed")])), "interviews[0].events[1].id: expected an id only once"),
    (
        file(entry(events=[event(at="2026-11-18T15:00:00")])),
        "interviews[0].events[0].at: expected an instant with its offset",
    ),
    (file(entry(events=[event(at="1400-01-01T00:00:00Z")])), "interviews[0].events[0].at: expected"),
    (
        file(entry(events=[event(mood="good")])),
        "interviews[0].events[0].mood: expected no such field",
    ),
    (
        file(entry(events=[event("closed")])),
        "interviews[0].events[0].result: expected this field to be there",
    ),
    (
        file(entry(events=[event("closed", result="lost")])),
        "interviews[0].events[0].result: expected one of offer, ",
    ),
    *(
        (file(entry(**{field: value})), f"interviews[0].{field}: expected {words}")
        for field, value, words in (
            ("country", "de", "`country` to be one of ISO 3166 such as DE"),
            ("country", "DEU", "`country` to be one of ISO 3166"),
            ("country", "XX", "a country of ISO 3166 such as DE"),
            ("country", "DE-XX", "a country of ISO 3166 such as DE"),
            ("country", 49, "`str | null`"),
            ("language", "english", "`language` to be two small letters"),
            ("language", "EN", "`language` to be two small letters"),
            ("calendar", 3, "`object | null`"),
        )
    ),
    (file(entry(calendar={"sequence": 3})), "interviews[0].calendar.uid: expected this field to be there"),
    (
        file(entry(calendar={"uid": "u", "stamp": "2026-11-18T15:00:00"})),
        "interviews[0].calendar.stamp: expected an instant with its offset",
    ),
    (
        file(entry(calendar={"uid": "u", "method": "REQUEST"})),
        "interviews[0].calendar.method: expected no such field",
    ),
    (
        file(entry(interviewers=[{"name": "A", "ask": "letter"}])),
        "interviews[0].interviewers[0].ask: expected one of phone, email, never",
    ),
    (
        file(entry(interviewers=[{"name": "A", "called": 7}])),
        "interviews[0].interviewers[0].called: expected `str`",
    ),
    (
        file(entry(drafts=[{"id": "d", "handed_over": [{"to": "p1", "at": "2026-11-18T15:12:00"}]}])),
        "interviews[0].drafts[0].handed_over[0].at: expected an instant with its offset",
    ),
    (
        file(entry(drafts=[{"id": "d", "handed_over": [{"way": "mail"}]}])),
        "interviews[0].drafts[0].handed_over[0].at: expected this field to be there",
    ),
    *(
        (file(entry(**PEOPLE, events=[event(kind, **fields)])), f"interviews[0].events[0].{words}")
        for kind, fields, words in (
            (
                "closed",
                {"result": "rejected", "answer_by": "2026-11-27"},
                "answer_by: expected `answer_by` only where `result` is offer",
            ),
            (
                "closed",
                {"result": "offer", "answer_by": "soon"},
                "answer_by: expected `answer_by` to be a date",
            ),
            ("owes", {}, "what: expected this field to be there"),
            ("owes", {"what": " \t"}, "what: expected"),
            ("owes", {"what": " "}, "what: expected `what` not to be blank"),
            ("owes", {"what": "x", "due": "soon"}, "due: expected `due` to be a date"),
            ("owes", {"what": "x", "to": "p9"}, "to: expected someone who is there"),
            (
                "promised",
                {"callback_by": "2026-11-27", "by": "p9"},
                "by: expected someone who is there: iv-1 has no person p9",
            ),
            ("promised", {"callback_by": "2026-11-27", "how": "knock"}, "how: expected one of answer, ring"),
            (
                "promised",
                {"callback_by": "2026-11-27", "silence": "yes"},
                "silence: expected one of asks, no",
            ),
            ("delivered", {}, "of: expected this field to be there"),
            ("delivered", {"of": "e9"}, "of: expected the id of something owed: Nothing of that id is owed"),
            ("debriefed", {"what": "x"}, "what: expected no such field"),
            ("heard", {"ref": "a\nb"}, "ref: expected plain text, not a line break"),
        )
    ),
    (
        file(entry(events=[event("called", outcome="sang")])),
        "interviews[0].events[0].outcome: expected one of reached, ",
    ),
    (
        file(entry(events=[event("promised", callback_by="soon")])),
        "interviews[0].events[0].callback_by: expected",
    ),
    (
        file(entry(events=[event("snoozed", until="2026-11-18T15:00:00")])),
        "interviews[0].events[0].until: expected `until` to be a date such as 2026-11-27",
    ),
    (
        file(entry(**PEOPLE, events=[event("heard", to="p9")])),
        "interviews[0].events[0].to: expected someone who is",
    ),
    (
        file(entry(**PEOPLE, events=[event(), event("thanked", id="e2", to="c1")])),
        "interviews[0].events[1].to: expected someone who is there: iv-1 has no interviewer c1",
    ),
    (
        file(entry(interviewers=[{"id": "p1"}, {"id": "p1"}])),
        "interviews[0].interviewers[1].id: expected an id only once, and 'p1' came before",
    ),
    (
        file(entry(interviewers=[{"id": "p1"}], contacts=[{"id": "p1"}])),
        "interviews[0].contacts[0].id: expected an id only once",
    ),
    (
        file(entry(interviewers=[{"name": "A", "age": 1}])),
        "interviews[0].interviewers[0].age: expected no such field",
    ),
    (file(entry(drafts=[{"id": "d"}, {"id": "d"}])), "interviews[0].drafts[1].id: expected an id only once"),
    (
        file(entry(drafts=[{"id": "d", "versions": []}])),
        "interviews[0].drafts[0].versions: expected no such field",
    ),
    (
        file(entry(drafts=[{"id": "d", "lines": {"p9": "x"}}])),
        "interviews[0].drafts[0].lines: expected people of the",
    ),
    (
        file(entry(loose_ends=[{"text": "x", "state": "lost"}])),
        "interviews[0].loose_ends[0].state: expected one of open, addressed, dropped",
    ),
    (
        file(entry(drafts=[{"id": "d", "purpose": "poem"}])),
        "interviews[0].drafts[0].purpose: expected one of thanks, status, voicemail, reply, delivery, other",
    ),
    (
        file(entry(events=[event("thanked", channel="fax")])),
        "interviews[0].events[0].channel: expected one of email, sms, whatsapp, letter, other",
    ),
    (
        file(entry(conflicts=[{"field": "role"}])),
        "interviews[0].conflicts[0].value: expected this field to be there",
    ),
    (file(entry(role="a\nb")), "interviews[0].role: expected plain text, not a line break (U+000A)"),
    (file(entry(role="a\tb")), "interviews[0].role: expected plain text, not a tab (U+0009)"),
    (
        file(entry(topics=["ok", "a\x1bb"])),
        "interviews[0].topics[1]: expected plain text, not a control character",
    ),
    (
        file(entry(notes="a\x9bb")),
        "interviews[0].notes: expected plain text, not a control character (U+009B)",
    ),
    (
        file(entry(company="a\u202eb")),
        "interviews[0].company: expected plain text, not a control character (U+202E)",
    ),
    (file(entry(notes="a\U000e0041")), "interviews[0].notes: expected plain text, not a control character"),
    (file(entry(notes="\x00")), "interviews[0].notes: expected plain text, not a control character (U+0000)"),
    (file(entry(events=[event(note="a\x07")])), "interviews[0].events[0].note: expected plain text"),
    (
        file(entry(drafts=[{"id": "d", "body": "x" * 20_001}])),
        "interviews[0].drafts[0].body: expected plain text, not",
    ),
    (file(entry(**{"a\x1b": 1})), "interviews[0].a␛: expected plain text, not a control character"),
    (file(entry(topics=deep(40))), "interviews[0]: expected no such deep nesting"),
    (b'{"format": "ringback", "version": 1, "interviews": ' + b"[" * 100_000, "expected JSON: "),
    (b'{"format": "ringback", "version": 1, "x": "\\ud800"}', "expected JSON"),
]


@pytest.mark.parametrize(("wrong", "words"), BAD, ids=[words[:70] for _, words in BAD])
def test_a_file_that_is_not_taken_says_where_and_why(wrong: Any, words: str) -> None:
    with pytest.raises(BadFile) as refused:
        taken(wrong.encode() if isinstance(wrong, str) else wrong)
    sentence = str(refused.value)
    assert sentence.startswith(NAME)
    assert words.removeprefix("not JSON") in sentence
    assert sentence.endswith("; nothing was imported.")
    assert sentence == show(sentence)
    assert len(sentence) < 500


def test_a_file_that_is_too_large_is_refused_unread() -> None:
    with pytest.raises(BadFile, match="at most 64 MiB"):
        read_bundle(b" " * (64 * 2**20 + 1), "search.json")


def test_the_longest_text_is_taken() -> None:
    assert len(taken(file(entry(notes="x" * 20_000))).interviews["iv-1"].notes) == 20_000


def test_what_contradicts_the_database_is_refused_with_its_place() -> None:
    book = taken(file(entry(**PEOPLE)))
    with pytest.raises(BadFile) as refused:
        taken(file(entry(id="a"), entry(contacts=[{"id": "p1", "name": "Ada Okafor"}])), book=book)
    assert str(refused.value).startswith("search.json: interviews[1]: expected what fits the interview")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
FIELDS = [
    "country",
    "language",
    "calendar",
    "id",
    "company",
    "zone",
    "starts_at",
    "ends_at",
    "interviewers",
    "events",
    "drafts",
    "mode",
    "notes",
    "topics",
    "loose_ends",
    "conflicts",
    "opportunity",
    "contacts",
]


@settings(max_examples=80)
@given(
    st.dictionaries(
        st.sampled_from(FIELDS),
        json_values
        | st.lists(
            st.fixed_dictionaries(
                {},
                optional={
                    "id": json_values,
                    "kind": st.sampled_from(["heard", "thanked", "x"]),
                    "at": json_values,
                    "to": json_values,
                    "name": json_values,
                    "lines": json_values,
                    "text": json_values,
                },
            ),
            max_size=2,
        ),
        max_size=4,
    ),
    st.booleans(),
)
def test_no_json_does_anything_but_be_taken_or_refused(changes: Plain, whole: bool) -> None:
    for wrong in (file(entry(**changes)), {**file(), **changes}, changes.get("events", [])):
        try:
            taken(json.dumps(wrong).encode(), book=taken(file(entry(**PEOPLE))), replace=whole)
        except BadFile as refused:
            assert str(refused) == show(str(refused))


@settings(max_examples=80)
@given(st.binary(max_size=40), st.integers(0, len(SEARCH)), st.integers(0, 30))
def test_no_bytes_do_anything_but_be_taken_or_refused(noise: bytes, at: int, cut: int) -> None:
    for raw in (noise, SEARCH[:at] + noise + SEARCH[at + cut :]):
        try:
            read_bundle(raw, "search.json")
        except BadFile as refused:
            assert str(refused).startswith(NAME)


def test_many_events_are_read_quickly() -> None:
    """A list walked once for every entry would take minutes here."""
    events = [event(id=f"e{n}") for n in range(20_000)]
    assert len(taken(file(entry(events=events))).interviews["iv-1"].events) == 20_000
