"""What the call sheet says: whom, by which number, whether their office is open, what was promised."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from store.book import Book
from store.interview import AnyEvent, Debriefed, Interview, LooseEnd, Owes, Person
from store.rules.office import office_of
from store.settings import Me, Settings
from templates.library import Library
from tests.making import (
    ADA,
    BEN,
    BERLIN,
    END,
    POLICY,
    SAM,
    at,
    called,
    card,
    emailed,
    heard,
    made,
    pinned,
    promised,
    thanked,
)
from tests.tui.words.call_shown import INES, KEYMAP, NOW, shown, view
from tui.messages.call_texts import call_texts
from tui.words import call_rows
from tui.words.call_page import ASIDES, SCRIPT, office_words

LA = ZoneInfo("America/Los_Angeles")


def test_the_sheet_opens_at_whom_the_card_says_to_call() -> None:
    asked = view(contacts=(SAM,))
    assert asked.callee is not None
    assert asked.callee.id == SAM.id
    spoken = view(
        called(at("2026-11-27 10:00"), "reached", to="p1"), contacts=(SAM,), now=at("2026-12-10 10:00")
    )
    assert spoken.callee is not None
    assert spoken.callee.id == "p1"


@pytest.mark.parametrize(
    ("now", "zone", "is_open", "words"),
    [
        ("2026-11-19 15:05", BERLIN, True, "16:05, office open until 17:00, 55 min left"),
        ("2026-11-19 09:05", BERLIN, True, "10:05, office open until 17:00"),
        ("2026-11-19 16:00", BERLIN, False, "17:00, office closed, opens Fri 09:00"),
        ("2026-11-19 06:00", BERLIN, False, "07:00, office closed, opens 09:00"),
        ("2026-11-20 16:00", BERLIN, False, "17:00, office closed, opens Mon 09:00"),
        ("2026-11-19 18:20", LA, True, "10:20 there, office open until 17:00 (Fri 02:00 here)"),
        ("2026-11-20 01:20", LA, False, "Thu 17:20 there, office closed, opens Fri 09:00 (18:00 here)"),
        ("2026-11-19 16:59", LA, False, "08:59 there, office closed, opens 09:00 (18:00 here)"),
    ],
)
def test_their_time_and_whether_the_office_is_open(
    now: str, zone: ZoneInfo, is_open: bool, words: str
) -> None:
    assert office_words(office_of(made(zone=zone.key), POLICY), at(now), BERLIN) == (is_open, words)


def test_a_holiday_is_closed() -> None:
    day = datetime(2026, 11, 19, tzinfo=UTC).date()
    office = office_of(made(), pinned(holidays=(day,)))
    is_open, words = office_words(office, at("2026-11-19 10:00"), BERLIN)
    assert not is_open
    assert words.endswith("opens Fri 09:00")


def test_the_promise_is_quoted_as_it_was_said_and_the_earlier_ones_follow() -> None:
    first = replace(promised(at("2026-11-18 14:30"), "2026-11-20"), quote="by the end of the week")
    last = promised(at("2026-11-23 10:00"), "2026-11-25")
    assert view(first, last).promised == (
        "An answer by Wed 25 Nov, said Mon 23 Nov",
        "Before that: “by the end of the week”: by Fri 20 Nov, said Wed 18 Nov",
    )


def test_our_guess_is_called_ours() -> None:
    (words,) = view().promised
    assert words == "They named no day. Our guess: 5 working days, until Wed 25 Nov."


def test_what_happened_since_the_promise_stands_in_a_line_each() -> None:
    before = called(at("2026-11-17 10:00"), "reached")
    early = called(at("2026-11-19 10:00"), "no_answer")
    after = replace(called(at("2026-11-27 10:00"), to="p1"), note="left name and number")
    found = view(before, early, promised(at("2026-11-20 10:00"), "2026-11-25"), after, emailed(NOW))
    assert found.since == (
        "Fri 27 Nov 11:00 left a message for Ada Okafor: left name and number",
        "Mon 30 Nov 10:30 wrote",
    )
    assert [line.split(" ", 4)[4] for line in view(before, early, heard(NOW)).since] == [
        "no answer when calling them",
        "heard from them",
    ]


def test_events_ahead_are_not_told() -> None:
    assert view(called(at("2026-12-01 10:00"))).since == ()


def test_first_whom_the_rules_would_call_then_round_all_who_have_a_number() -> None:
    one = made(
        called(at("2026-11-26 17:00"), to="c1"), interviewers=(*made().interviewers, INES), contacts=(SAM,)
    )
    ids: list[str | None] = [None]
    for _ in range(4):
        found = shown(one, to=ids[-1])
        assert found.callee is not None
        ids.append(found.callee.id if len(ids) == 1 else ids[-1])
        ids[-1:] = [found.callee.id, found.next_id]
    assert [one for n, one in enumerate(ids) if one and one not in ids[:n]] == ["c1", "p1", "p7"]
    assert shown(one, to="p7").others == ("Sam Reed", "Ada Okafor")
    assert shown(one, to="p7").next_id == "c1"


def test_someone_without_a_number_or_gone_is_not_called() -> None:
    assert view(to="p99").callee == view().callee
    alone = view(interviewers=(Person(id="p1", name="Ada", email="a@b.example"),))
    assert alone.callee is None
    assert alone.next_id is None


@pytest.mark.parametrize(
    ("phone", "country", "number", "tel", "trouble"),
    [
        ("+49301234567", "", "+49 30 1234567", "tel:+49-30-1234567", ""),
        ("030 1234567", "DE", "+49 30 1234567", "tel:+49-30-1234567", ""),
        ("030 1234567", "", "030 1234567", "", "does not say its country"),
        ("+49 30", "", "+49 30", "", "lacks its area code"),
        ("+1 999 555 0100", "", "+1 999-555-0100", "tel:+1-999-555-0100", "check it"),
    ],
)
def test_numbers_to_dial(phone: str, country: str, number: str, tel: str, trouble: str) -> None:
    one = made(interviewers=(Person(id="p1", name="Ada", phone=phone),))
    callee = shown(one, country=country).callee
    assert callee is not None
    assert (callee.number, callee.tel) == (number, tel)
    assert trouble in callee.trouble
    assert bool(trouble) == bool(callee.trouble)


TWICE = (called(at("2026-11-26 17:00"), to="p1"), called(at("2026-11-27 17:00"), to="p1"))


@pytest.mark.parametrize(
    ("events", "facts", "tries", "words"),
    [
        ((), {}, 2, ""),
        (TWICE[:1], {}, 2, "Not due yet: no one reached yesterday (1 try); call from Tue 09:00."),
        (
            TWICE,
            {},
            2,
            "2 calls in a row went unanswered: it is time to write instead, d writes to Ada Okafor.",
        ),
        (
            TWICE,
            {"interviewers": (Person(id="p1", name="Ada", phone="+49301234567"),)},
            2,
            "no address is known",
        ),
        (TWICE, {}, 3, "Not due yet"),
        ((), {}, 0, "You set so: it is time to write instead"),
    ],
)
def test_when_to_write_instead_or_to_wait(
    events: tuple[AnyEvent, ...], facts: dict[str, Any], tries: int, words: str
) -> None:
    now = at("2026-11-27 18:00") if events else NOW
    found = shown(made(*events, **facts), now=now, policy=pinned(call_tries=tries))
    notice = call_rows.notice(found, KEYMAP)
    assert (words in notice) if words else not notice


def test_only_open_loose_ends_stand_there() -> None:
    ends = (
        LooseEnd(text="Kafka"),
        LooseEnd(text="gone", state="dropped"),
        LooseEnd(text="done", state="addressed"),
    )
    assert view(loose_ends=ends).loose_ends == ("Kafka",)


ME = Settings(me=Me(name="Jo March", phone="+49 151 23456789"))


def texts(one: Interview, library: Library | None = None) -> Any:
    return call_texts(card(one, NOW), library or Library(), Book(), ME, NOW)


def test_every_person_with_a_number_has_texts_of_their_own() -> None:
    found = texts(made(interviewers=(*made().interviewers, INES)))
    assert set(found) == {"p1", "p7"}
    assert set(found["p1"]) == {SCRIPT, *ASIDES}
    assert "Hello Ada, this is" in found["p1"][SCRIPT]
    assert "Hello Ines, Jo March" in found["p7"]["voicemail"]
    assert "+1 415-555-0142" in found["p7"]["gatekeeper"]


def test_a_promise_is_quoted_on_a_line_of_its_own_and_in_no_sentence_of_ours() -> None:
    said = replace(promised(at("2026-11-18 15:00"), "2026-11-25"), quote="we'll be in touch by next week")
    script = texts(made(said))["p1"][SCRIPT]
    assert 'Their own words, for you: "we\'ll be in touch by next week"' in script.split("\n")
    assert "I understood I might hear by Wednesday 25 November, and I know these dates slip." in script


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ((), ""),
        ((called(at("2026-11-24 15:00"), "no_answer", "p1"),), ""),
        ((called(at("2026-11-24 15:00"), to="p1"),), "I left a message on Tuesday 24 November"),
        ((emailed(at("2026-11-24 15:00"), "p1"),), "I wrote on Tuesday 24 November"),
        (
            (called(at("2026-11-24 15:00"), to="p1"), emailed(at("2026-11-25 15:00"), "p1")),
            "I left a message on Tuesday 24 November and wrote on Wednesday 25 November",
        ),
        ((called(at("2026-11-24 15:00"), to="p7"),), ""),
        ((called(at("2026-11-24 15:00")),), ""),
        ((called(at("2026-11-24 15:00"), to="p1"), heard(at("2026-11-25 15:00"))), ""),
    ],
)
def test_the_script_knows_of_an_earlier_message_to_this_person(
    events: tuple[AnyEvent, ...], said: str
) -> None:
    script = texts(made(*events, interviewers=(*made().interviewers, INES)))["p1"][SCRIPT]
    found = [line for line in script.split("\n") if line.startswith(("I left", "I wrote"))]
    assert [line.partition(",")[0] for line in found] == ([said] if said else [])


@pytest.mark.parametrize("language", ["en", "de"])
def test_before_the_interview_nothing_is_said_of_it_as_past(language: str) -> None:
    held, coming = (
        texts(made(language=language, ends_at=NOW + timedelta(days=days)))["p1"] for days in (-1, 3)
    )
    past = re.compile(
        r"interviewed|hatte ich|you talked|gesprochen|where things stand|wie es steht|den stand|"
        r"nach dem stand|thank you again|"
        r"noch einmal vielen dank|still very interested|decid",
        re.IGNORECASE,
    )
    assert all(past.search(held[name]) for name in (SCRIPT, "voicemail", "still-deciding"))
    assert not any(map(past.search, coming.values()))
    assert {*coming} == {SCRIPT, *ASIDES} - {"still-deciding"}
    rows = call_rows.asides(shown(made(), texts=coming), 60, set(ASIDES), KEYMAP)
    assert not any("still deciding" in piece.casefold() for each in rows for piece, _ in each.pieces)


def test_gaps_are_shown_as_what_is_asked_for() -> None:
    sheet = texts(made(interviewers=(), topics=()))[None]
    assert "{" not in "".join(sheet.values())
    assert "«what you talked about»" in sheet[SCRIPT]


def test_a_script_of_the_users_own_is_taken_and_a_broken_one_says_so(tmp_path: Path) -> None:
    (tmp_path / "my-call.j2").write_text(
        "{# title: Mine\n   purpose: call\n   channel: call #}\nMine, {{ company }}."
    )
    (tmp_path / "my-machine.j2").write_text(
        "{# title: Mine\n   purpose: voicemail\n   channel: call #}\nCall me."
    )
    assert texts(made(), Library(tmp_path))["p1"]["voicemail"] == "Call me."
    (tmp_path / "my-machine.j2").unlink()
    (tmp_path / "voicemail.j2").write_text(
        "{# title: Broken\n   purpose: voicemail\n   channel: call #}\n{{ nope }}"
    )
    found = texts(made(), Library(tmp_path))["p1"]
    assert found[SCRIPT] == "Mine, Globex."
    assert found["voicemail"].startswith("No text: the template voicemail")


def test_a_german_call_is_made_in_german() -> None:
    sheet = texts(made(language="de"))["p1"]
    assert "hier ist Jo March" in sheet[SCRIPT]
    assert "Ich wollte den Stand erfragen." in sheet["voicemail"]


def test_the_number_is_not_said_twice() -> None:
    found = shown(made(), texts={SCRIPT: "Number: +49 30 1234567\n\nHello.", "voicemail": "Hello."}).texts
    assert found == {SCRIPT: "Hello.", "voicemail": "Hello."}


def test_what_they_said_without_a_day_stands_on_the_sheet() -> None:
    said = Debriefed(id="d1", at=END, note="once the board has met")
    promise = view(said).promised[0]
    assert promise.startswith("They named no day: “once the board has met”. Our guess: 5 working days")


def test_what_the_user_owes_stands_on_the_sheet() -> None:
    owes = Owes(id="o1", at=END, what="references", due="2026-12-04")
    assert view(owes).owes == ("references, by Fri 4 Dec",)


def test_the_sheet_says_who_is_still_to_be_thanked() -> None:
    early = promised(END, "2026-11-17")
    people = (ADA, BEN)
    told = view(early, interviewers=people, now=at("2026-11-19 09:30"))
    assert told.thanks == "Still to thank: Ada Okafor and Ben Ito, 4 h left."
    rows = call_rows.head(told, 80, KEYMAP, big=False)
    assert any(told.thanks in text for row in rows for text, _ in row.pieces)
    done = view(early, thanked(at("2026-11-18 15:00")), interviewers=people, now=at("2026-11-19 09:30"))
    assert done.thanks == "Still to thank: Ben Ito, 4 h left."
    assert view(early, interviewers=(), now=at("2026-11-19 09:30")).thanks.startswith(
        "The thank-you is still open"
    )
    assert view(now=NOW).thanks == "", "they were missed: nobody asks for them any more"
