"""What happened, noted by command: the kinds with their fields, and what is refused, with nothing written."""

from __future__ import annotations

import pytest

from tests.command_line import Cli

CARD = "northwind-2"
"""A panel that ended on 18 November at 15:30 in Berlin; it is the evening of the next day."""


def last(cli: Cli) -> dict[str, object]:
    """The event noted last, without its id and instant."""
    event = cli.record(CARD)["events"][-1]
    return {key: value for key, value in event.items() if key not in ("id", "at")}


@pytest.mark.parametrize(
    ("fields", "kept"),
    [
        (
            ["promised", "callback_by=2026-11-27T15:00", "by=p1", "how=ring", "quote=at three"],
            {
                "callback_by": "2026-11-27T14:00:00Z",
                "by": "p1",
                "how": "ring",
                "quote": "at three",
            },
        ),
        (
            ["promised", "callback_by=2026-11-27", "silence=no", "ref=<1@x.example>"],
            {"callback_by": "2026-11-27", "silence": "no", "ref": "<1@x.example>"},
        ),
        (
            ["owes", "what=a work sample", "due=2026-11-27", "to=p2"],
            {"what": "a work sample", "due": "2026-11-27", "to": "p2"},
        ),
        (["owes", "what=references"], {"what": "references"}),
        (["debriefed", "note=went well"], {"note": "went well"}),
        (["closed", "result=offer", "answer_by=2026-11-27"], {"result": "offer", "answer_by": "2026-11-27"}),
        (["closed", "result=declined"], {"result": "declined"}),
        (["heard", "to=p1", "note=soon"], {"to": "p1", "note": "soon"}),
    ],
)
def test_a_kind_is_kept_with_its_fields(search: Cli, fields: list[str], kept: dict[str, str]) -> None:
    printed = search.done("log", CARD, *fields).out.split()
    assert printed == [search.record(CARD)["events"][-1]["id"]]
    assert last(search) == {"kind": fields[0], **kept}


def test_what_is_owed_is_delivered_by_its_id(search: Cli) -> None:
    owed = search.done("log", CARD, "owes", "what=references").out.strip()
    assert [one["id"] for one in search.card(CARD)["owes"]] == [owed]
    search.done("log", CARD, "delivered", f"of={owed}", "note=by post")
    assert search.card(CARD)["owes"] == []


@pytest.mark.parametrize(
    ("fields", "code", "words"),
    [
        (["owes"], 2, "owes needs what=TEXT"),
        (["owes", "what= "], 2, "what"),
        (["owes", "what=x", "due=soon"], 2, "“soon”"),
        (["owes", "what=x", "to=p9"], 1, "no person p9"),
        (["delivered"], 2, "delivered needs of=ID"),
        (["delivered", "of=e99"], 1, "e99"),
        (["promised", "callback_by=2026-11-27", "by=p9"], 1, "no person p9"),
        (["promised", "callback_by=2026-11-27", "how=knock"], 2, "how"),
        (["promised", "callback_by=2026-11-27", "silence=yes"], 2, "silence"),
        (["closed", "result=rejected", "answer_by=2026-11-27"], 2, "answer_by"),
        (["closed", "result=offer", "answer_by=soon"], 2, "“soon”"),
        (["debriefed", "text=x"], 2, "text"),
        (["reopened"], 1, "Nobody has closed"),
    ],
)
def test_what_does_not_fit_is_refused(search: Cli, fields: list[str], code: int, words: str) -> None:
    before = search.bytes()
    ran = search("log", CARD, *fields)
    assert (ran.code, ran.out) == (code, "")
    assert words in ran.err
    assert search.bytes() == before


EVENTS = (
    ["called", "outcome=reached"], ["emailed"], ["heard"], ["promised", "callback_by=2026-11-27"],
    ["snoozed", "until=2026-11-27"],
)  # fmt: skip


@pytest.mark.parametrize("fields", EVENTS, ids=[one[0] for one in EVENTS])
def test_on_a_closed_card_is_refused_what_would_change_nothing(search: Cli, fields: list[str]) -> None:
    search.done("log", CARD, "closed", "result=rejected", "at=2026-11-19T10:00")
    search.done("log", CARD, "reopened", "at=2026-11-19T12:00")
    before = search.bytes()
    ran = search("log", CARD, *fields, "at=2026-11-19T11:00")
    assert (ran.code, ran.out) == (1, "")
    assert "was closed then (rejected)" in ran.err
    assert search.bytes() == before
    search.done("log", CARD, *fields, "at=2026-11-19T13:00")
    search.done("log", CARD, "closed", "result=rejected")
    assert search("log", CARD, *fields).code == 1
    search.done("log", CARD, *fields, "at=2026-11-19T09:00")


def test_on_a_closed_card_may_be_noted_what_still_counts(search: Cli) -> None:
    owed = search.done("log", CARD, "owes", "what=references").out.strip()
    search.done("log", CARD, "closed", "result=offer")
    for fields in (
        ["thanked", "to=p2"], ["thanks_skipped", "to=p3"], ["owes", "what=a work sample"],
        ["delivered", f"of={owed}"], ["debriefed"], ["closed", "result=accepted"], ["reopened"],
    ):  # fmt: skip
        search.done("log", CARD, *fields)


@pytest.mark.parametrize("country", ["XX", "DE-XX", "Germany"])
def test_a_country_without_a_calendar_is_refused(search: Cli, country: str) -> None:
    before = search.bytes()
    add = ("add", "Globex", "Engineer", "--start", "2026-11-20 10:00", "--country", country)
    for argv in (add, ("edit", CARD, f"country={country}")):
        ran = search(*argv)
        assert (ran.code, ran.out) == (2, "")
        assert country in ran.err
    assert search.bytes() == before
    search.done("edit", CARD, "country=de-by")
    assert search.record(CARD)["country"] == "DE-BY"
