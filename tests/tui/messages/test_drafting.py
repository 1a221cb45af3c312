"""From a card to the draft that the editor opens: recipients, template, notes and what the checks know."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from store.book import Book
from store.interview import (
    Called,
    Draft,
    Interview,
    LooseEnd,
    Person,
    Promised,
    Thanked,
    ThanksSkipped,
)
from store.rules.board import Card, card
from store.settings import Settings
from templates.library import Library
from templates.proof import proof
from tui.messages import drafting
from tui.messages.open_draft import Note, OpenDraft, Recipient

END = datetime(2026, 11, 18, 15, tzinfo=UTC)
NOW = END + timedelta(hours=20)
ZONE = ZoneInfo("Europe/Berlin")
SETTINGS = Settings()
MARTA = Person(id="p1", name="Marta Lindqvist", email="marta@northwind.example", notes="sails\n" + "x" * 300)
DENIZ = Person(id="p2", name="Deniz Aydın", email="deniz@northwind.example", phone="+49301234567")
JOAN = Person(id="p3", name="Joan Pell", phone="+49301234568", whatsapp=True)
SKIPPED = Person(id="p4", name="Owen Price")
ONE = Interview(
    id="iv-1",
    company="Northwind",
    role="Data engineer",
    zone="Europe/Berlin",
    starts_at=END - timedelta(hours=1),
    ends_at=END,
    interviewers=(MARTA, DENIZ, JOAN, SKIPPED),
    topics=("the move to event streams",),
    loose_ends=(LooseEnd(text="meant Pulsar"), LooseEnd(text="done", state="addressed")),
    notes="asked about on-call",
    events=(
        Thanked(id="e1", at=END + timedelta(hours=3, minutes=5), to="p1", channel="email"),
        ThanksSkipped(id="e2", at=END + timedelta(hours=4), to="p4"),
    ),
)


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


def card_of(one: Interview, now: datetime = NOW) -> Card:
    return card(one, SETTINGS.policy, now, ZONE)


def opened(one: Interview, library: Library, now: datetime = NOW) -> OpenDraft:
    wanted, book = drafting.occasion_to_write(card_of(one, now), SETTINGS, now), Book({one.id: one})
    seen = drafting.current_draft(wanted, library, book, SETTINGS, now)
    draft = seen or drafting.new_draft(wanted, library, book, SETTINGS, now, draft_id="d1")
    return drafting.open_draft(
        wanted, draft, seen, library=library, book=book, settings=SETTINGS, now=now, zone=ZONE
    )


def test_everyone_who_was_there_with_their_way_and_how_they_stand(library: Library) -> None:
    made = opened(ONE, library)
    assert made.recipients == (
        Recipient("p1", "Marta Lindqvist", status="thanked", words="3 h after"),
        Recipient("p2", "Deniz Aydın"),
        Recipient("p3", "Joan Pell", channel="whatsapp", way="WhatsApp"),
        Recipient("p4", "Owen Price", status="skipped"),
    )
    assert made.shown == "p2"


def test_a_new_draft_comes_from_the_template_that_fits_and_is_no_letter_yet(library: Library) -> None:
    made = opened(ONE, library)
    assert made.draft.body.startswith("Dear Deniz,")
    assert (made.draft.purpose, made.draft.channel, made.seen, made.status) == ("thanks", "email", None, "")
    assert made.draft.template is not None
    found = {one.rule for one in proof(made.draft.body, made.case, subject=made.draft.subject)}
    assert {"gap", "unchanged"} <= found


def test_a_draft_begun_is_gone_on_with(library: Library) -> None:
    begun = Draft(id="d7", body="Dear Deniz", updated_at=NOW - timedelta(hours=1), template="thanks-email")
    made = opened(replace(ONE, drafts=(begun,)), library)
    assert (made.draft, made.seen, made.status) == (begun, begun, "saved 11:00")
    assert made.case.template_text is not None


def test_notes_of_the_debrief_in_order_and_without_what_is_done(library: Library) -> None:
    assert opened(ONE, library).notes == (
        Note("topic", "the move to event streams"),
        Note("loose end", "meant Pulsar"),
        Note("note", "sails"),
        Note("note", "asked about on-call"),
    )


def test_nobody_known_goes_by_the_recruiter(library: Library) -> None:
    sam = Person(id="c1", name="Sam Reed", email="sam@hire.example")
    made = opened(replace(ONE, interviewers=(), contacts=(sam,), events=()), library)
    assert made.recipients == (Recipient("", "", way="via the recruiter", carrier=sam),)
    assert made.draft.body.startswith("Dear Sam,")
    assert made.draft.channel == "email"


def test_where_a_call_is_due_a_status_mail_can_be_written(library: Library) -> None:
    promised = Promised(id="e3", at=END, callback_by="2026-11-20")
    now = datetime(2026, 11, 24, 10, tzinfo=UTC)
    for events in ((promised,), (promised, Called(id="e4", at=now, outcome="no_answer", to="p2"))):
        made = opened(replace(ONE, events=events), library, now + timedelta(days=2))
        assert made.purpose == "status"
        assert [one.id for one in made.recipients] == ["p1", "p2", "p3"]
        assert made.shown in ("p1", "p2")
