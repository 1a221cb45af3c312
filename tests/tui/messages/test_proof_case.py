"""What the checks are told of a card."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from store.book import Book
from store.interview import Closed, Draft, Interview, LooseEnd, Person, Thanked
from store.rules.board import card
from store.settings import Settings
from templates.library import Library
from templates.proof import Case, Meeting, own_share
from tui.messages.occasion import occasion_for
from tui.messages.proof_case import case, template_text

END = datetime(2026, 11, 18, 15, tzinfo=UTC)
NOW = END + timedelta(hours=20)
ONE = Interview(
    id="iv-1",
    company="Northwind",
    role="Data engineer",
    zone="Europe/Berlin",
    language="de",
    opportunity="o1",
    starts_at=END - timedelta(hours=1),
    ends_at=END,
    interviewers=(
        Person(id="p1", name="Marta Lindqvist", email="m@northwind.example"),
        Person(id="p2", name="Deniz Aydın", email="d@northwind.example", called="Herr Aydın"),
    ),
    contacts=(Person(id="c1", name="Sam Reed"),),
    topics=("the flinkifier",),
    loose_ends=(LooseEnd(text="meant Pulsar"), LooseEnd(text="done", state="addressed")),
)
EARLIER = replace(
    ONE,
    id="iv-0",
    starts_at=END - timedelta(days=9),
    ends_at=END - timedelta(days=9),
    topics=("the salary range",),
    events=(
        Thanked(id="e1", at=END - timedelta(days=8), to="p1", channel="email", text="The zorblatt, again."),
    ),
)


def judged(one: Interview, *others: Interview, settings: Settings | None = None) -> Case:
    settings = settings or Settings()
    occasion = occasion_for(card(one, settings.policy, NOW, ZoneInfo("Europe/Berlin")), settings.policy, NOW)
    book = Book({each.id: each for each in (one, *others)})
    draft = Draft(id="d", template="thanks-email")
    template = template_text(Library(), draft.template, occasion, book, settings, NOW)
    return case(occasion, book, settings, NOW, draft=draft, template=template)


def test_who_reads_it_when_it_was_and_in_which_language() -> None:
    found = judged(replace(ONE, events=(Thanked(id="e1", at=END, to="p1", channel="email"),)))
    assert (found.addressed, found.others) == (("Deniz Aydın",), ("Marta Lindqvist", "Sam Reed"))
    assert found.called == (("Deniz Aydın", "Herr Aydın"),)
    assert (found.met, found.readers) == (2, 1)
    assert (found.now, found.meeting) == (NOW, Meeting(ONE.starts_at, END, ZoneInfo("Europe/Berlin")))
    assert (found.language, found.loose_ends) == ("de", ("meant Pulsar",))
    assert judged(replace(ONE, language=None)).language == "en"
    assert judged(replace(ONE, language=None), settings=Settings(language="fr")).language == "fr"


def test_an_offer_and_money_that_was_talked_about() -> None:
    assert (judged(ONE).offer, judged(ONE).result, judged(ONE).salary_topic) == (False, None, False)
    offered = judged(replace(ONE, events=(Closed(id="e9", at=NOW, result="offer"),)))
    assert (offered.offer, offered.result) == (True, "offer")
    assert judged(ONE, EARLIER).salary_topic


def test_words_of_the_settings_of_topics_roles_and_sent_texts_are_known() -> None:
    known = judged(ONE, EARLIER, settings=Settings(known_words=("Quuxify",))).known_words
    assert {"quuxify", "flinkifier", "zorblatt", "engineer"} <= known


def test_templates_are_measured_with_their_gaps_open() -> None:
    found = judged(ONE)
    assert any("{{" in source for source in found.template_sources)
    assert (
        own_share("the flinkifier, Northwind and the Data engineer position of Marta Lindqvist", found) == 1
    )
