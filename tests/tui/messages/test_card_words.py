"""What a card says, as the words and the situation that templates know."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from store.book import Book
from store.interview import CalendarEntry, Interview, LooseEnd, Person
from store.settings import Me, Settings
from templates.library import Library
from templates.situation import Situation
from templates.vocabulary import Value
from tests.making import (
    BERLIN,
    POLICY,
    SAM,
    after,
    at,
    called,
    card,
    closed,
    delivered,
    emailed,
    made,
    owes,
    promised,
)
from tui.messages.card_words import situation, text_of, values
from tui.messages.occasion import Occasion

SETTINGS = Settings(me=Me(about=("six years of pipelines",)), policy=POLICY)


def people(*names: str) -> tuple[Person, ...]:
    return tuple(Person(id=f"p{place}", name=name) for place, name in enumerate(names, 1))


def asked(one: Interview, *others: Interview, now: datetime | None = None, **facts: Any) -> Occasion:
    course = card(one, now or after(5), POLICY, BERLIN, *others).course
    plain = {"purpose": "thanks", "channel": "email", "to": next(iter(one.people), None)}
    return Occasion(course=course, **plain | facts)


def words(
    one: Interview,
    *others: Interview,
    settings: Settings = SETTINGS,
    now: datetime | None = None,
    **facts: Any,
) -> dict[str, Value]:
    book = Book({each.id: each for each in (one, *others)})
    return values(asked(one, *others, now=now, **facts), settings, book, now or after(5))


def where(one: Interview, *others: Interview, now: datetime | None = None, **facts: Any) -> Situation:
    book = Book({each.id: each for each in (one, *others)})
    return situation(asked(one, *others, now=now, **facts), book, SETTINGS, now or after(5))


def test_topics_go_in_where_they_are_phrases_and_are_asked_for_where_none_is() -> None:
    some = words(made(topics=("they'll migrate billing", "The rota", "Kafka")))
    assert (some["topic"], some["topics"]) == ("the rota", ("the rota", "Kafka"))
    none = words(made(topics=("they'll migrate {billing}", "asked about pay")))
    assert none["topic"] == "{{ as a noun phrase: they'll migrate billing }}"
    assert none["topics"] == (none["topic"],)
    german = words(made(topics=("sie ziehen um",), language="de"))
    assert german["topic"] == "{{ als Substantiv: sie ziehen um }}"
    assert "topic" not in words(made())


@pytest.mark.parametrize(
    ("names", "facts", "others"),
    [
        (("Ada Okafor",), {}, None),
        (("Ada Okafor", "Ben Ito"), {}, "{others}"),
        (("Ada Okafor", "Talent team"), {}, None),
        (("Ada Okafor", "Ben Ito", "Cleo Marsh", "Di Fox"), {}, "{others}"),
        (("Ada Okafor", "Ben Ito", "Cleo Marsh", "Di Fox", "Ed Ray"), {}, None),
        (("Ada Okafor", "Ben Ito", "Cleo Marsh"), {"purpose": "status"}, "Ben and Cleo"),
        (("Ada Okafor", "Ben Ito", "Cleo Marsh"), {"via_recruiter": True}, "Ben and Cleo"),
    ],
)
def test_the_others_are_left_to_each_reader_where_several_read_the_text(
    names: tuple[str, ...], facts: dict[str, Any], others: str | None
) -> None:
    assert words(made(interviewers=people(*names)), **facts).get("others") == others


@pytest.mark.parametrize(
    ("name", "language", "greeting"),
    [
        ("Ada Okafor", "en", "Dear Ada,"),
        ("Frau Dr. Okafor", "en", "Dear Frau Dr. Okafor,"),
        ("Talent team", "en", "Hello,"),
        ("", "en", "Hello,"),
        ("Ada Okafor", "de", "Guten Tag Ada Okafor,"),
        ("Talent team", "de", "Guten Tag,"),
        ("Ada Okafor", "fi", "Dear Ada,"),
    ],
)
def test_the_greeting_is_in_the_language_and_neutral_where_nobody_is_known(
    name: str, language: str, greeting: str
) -> None:
    one = made(interviewers=(Person(id="p1", name=name),), language=language)
    assert words(one)["greeting"] == greeting


def test_whom_it_goes_through_is_greeted() -> None:
    one = made(contacts=(SAM,))
    assert words(one, via_recruiter=True)["greeting"] == "Dear Sam,"
    assert words(one, via_recruiter=True)["interviewer"] == "Ada"


@pytest.mark.parametrize(
    ("language", "spelling", "said"),
    [
        (None, "both", ("Wednesday", "18 November", "14:00", "Friday 27 November")),
        (None, "american", ("Wednesday", "November 18", "2:00 pm", "Friday, November 27")),
        ("de", "american", ("Mittwoch", "18. November", "14:00 Uhr", "Freitag, den 27. November")),
        ("fr", "both", ("mercredi", "18 novembre", "14:00", "vendredi 27 novembre")),
    ],
)
def test_days_and_times_follow_language_and_spelling(
    language: str | None, spelling: Any, said: tuple[str, ...]
) -> None:
    one = made(promised(after(0), "2026-11-27"), language=language)
    found = words(one, settings=Settings(spelling=spelling))
    assert tuple(found[name] for name in ("day", "date", "time", "promised_day")) == said


def test_the_language_is_the_cards_then_the_settings_then_english() -> None:
    german = Settings(language="de")
    assert words(made(), settings=german)["language"] == "de"
    assert words(made(language="es"), settings=german)["language"] == "es"
    assert words(made())["language"] == where(made()).language == "en"


def test_by_text_message_and_on_the_telephone_one_greets_as_one_speaks() -> None:
    one = made(interviewers=people("Frau Dr. Okafor"))
    for channel in ("sms", "whatsapp", "call"):
        assert words(one, channel=channel)["greeting"] == "Hello Frau Dr. Okafor,"
        assert values(asked(one, channel=channel), SETTINGS, language="de")["greeting"] == (
            "Guten Tag Frau Dr. Okafor,"
        )
    assert words(one, channel="letter")["greeting"] == "Dear Frau Dr. Okafor,"
    book = Book({one.id: one})
    text = text_of(Library(), "thanks-sms", asked(one, channel="email"), SETTINGS, book, after(5))
    assert text.body.startswith("Hello Frau Dr. Okafor, thank you")


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (after(-24 * 7), "18 November"),
        (after(-24 * 6), "Wednesday"),
        (after(5), "Wednesday"),
        (at("2026-11-24 22:59"), "Wednesday"),
        (at("2026-11-24 23:00"), "18 November"),
        (after(24 * 30), "18 November"),
    ],
)
def test_the_weekday_stands_alone_while_it_is_at_most_six_days_away(now: datetime, day: str) -> None:
    said = words(made(), now=now)
    assert (said["day"], said["date"]) == (day, "18 November")
    assert said["full_date"] == "Wednesday 18 November"
    assert words(made(language="de"), now=now)["day"] == (
        "Mittwoch" if day == "Wednesday" else "18. November"
    )


@pytest.mark.parametrize(
    ("zone", "said"),
    [("Europe/Berlin", None), ("Europe/Paris", None), ("America/New_York", "Berlin"), (None, None)],
)
def test_their_zone_is_said_where_their_clock_goes_otherwise(zone: str | None, said: str | None) -> None:
    assert words(made(), zone=ZoneInfo(zone) if zone else None).get("their_zone") == said


def test_an_office_has_no_name_to_ask_for() -> None:
    assert "interviewer_full" not in words(made(interviewers=people("Talent team")))
    assert words(made(interviewers=people("Ada Okafor")))["interviewer_full"] == "Ada Okafor"


def test_what_was_tried_with_somebody_else_is_no_try_with_this_person() -> None:
    one = made(
        called(at("2026-11-26 09:00"), to="p1"), emailed(at("2026-11-27 09:00"), "p1"),
        called(at("2026-11-30 09:00"), "no_answer", "p1"), contacts=(SAM,),
    )  # fmt: skip
    now = at("2026-12-01 09:00")
    theirs, hers = where(one, now=now, to=SAM), where(one, now=now)
    assert (theirs.unanswered_calls, theirs.emails_sent) == (0, 0)
    assert (hers.unanswered_calls, hers.emails_sent) == (1, 1)


def test_a_text_is_in_one_language_its_templates_own() -> None:
    library, one = Library(), made(language="fr")
    book = Book({one.id: one})
    text = text_of(library, "thanks-email", asked(one), SETTINGS, book, after(5))
    assert text.body.startswith("Dear Ada,\n\nThank you for talking with me on Wednesday.")
    german = text_of(library, "dank-email", asked(one), SETTINGS, book, after(5))
    assert german.body.startswith("Guten Tag Ada Okafor,\n\nvielen Dank für das Gespräch am Mittwoch.")


def test_what_is_owed_is_what_this_person_was_promised() -> None:
    one = made(owes(after(0), "the link"), interviewers=people("Ada Okafor", "Ben Ito"))
    assert words(one)["owed"] == "the link"
    assert (where(one).owes, where(made(owes(after(0)), delivered(after(1), "e1"))).owes) == (1, 0)


def test_an_offer_for_another_application_is_known_until_its_day() -> None:
    def other(result: Any, answer_by: str | None = None, **facts: Any) -> Interview:
        return made(closed(after(1), result, answer_by), **{"id": "iv-2", "company": "Initech"} | facts)

    one = made()
    held = other("offer", "2026-11-27")
    assert words(one, held)["offer_day"] == "Friday 27 November"
    assert where(one, held).offer_elsewhere
    assert where(one, held, now=at("2026-11-27 12:00")).offer_elsewhere
    assert not where(one, held, now=at("2026-11-28 12:00")).offer_elsewhere
    assert not where(one, other("accepted")).offer_elsewhere
    assert not where(one, other("offer", "2026-11-27", company="Globex")).offer_elsewhere
    undated = other("offer")
    assert where(one, undated).offer_elsewhere and "offer_day" not in words(one, undated)
    assert not where(one, undated, now=after(24 * 31)).offer_elsewhere
    sooner = other("offer", "2026-11-25", id="iv-3", company="Umbra")
    assert words(one, held, sooner)["offer_day"] == "Wednesday 25 November"


@pytest.mark.parametrize(
    ("events", "result", "answer_day"),
    [
        ((), "", None),
        ((closed(after(1), "offer", "2026-11-27"),), "offer", "Friday 27 November"),
        ((closed(after(1), "rejected"),), "rejected", None),
    ],
)
def test_how_it_ended_and_by_when_to_answer(events: Any, result: str, answer_day: str | None) -> None:
    assert where(made(*events)).result == result
    assert words(made(*events)).get("answer_day") == answer_day


def test_a_later_round_means_that_it_advanced() -> None:
    one = made(opportunity="globex")
    later = made(id="iv-2", opportunity="globex", ends_at=after(200))
    assert where(one, later).result == "advanced"


def test_how_many_were_met_before() -> None:
    first = made(id="iv-0", opportunity="globex", ends_at=after(-200), interviewers=people("Ada Okafor"))
    one = made(opportunity="globex", interviewers=people("Ben Ito", "ada okafor", "Cleo Marsh"))
    assert (where(one, first).met_before, where(one, first).people) == (1, 3)
    assert where(made(interviewers=one.interviewers), first).met_before == 0
    assert where(made(opportunity="GLOBEX ", interviewers=people("Okafor, Ada")), first).met_before == 1


def test_rounds_of_one_role_at_one_company_belong_together_without_a_name_for_it() -> None:
    first = made(id="iv-0", role="data  engineer", ends_at=after(-200), interviewers=people("Ada Okafor"))
    assert where(made(interviewers=people("Ada Okafor")), first).met_before == 1
    assert where(made(role="Analyst", interviewers=people("Ada Okafor")), first).met_before == 0
    assert where(made(role="", interviewers=people("Ada Okafor")), replace(first, role="")).met_before == 0
    later = replace(first, starts_at=after(100), ends_at=after(101))
    assert where(made(interviewers=people("Ada Okafor")), later).met_before == 0


@pytest.mark.parametrize(("sequence", "hours", "moved"), [(0, 72, False), (2, 72, True), (2, 0, False)])
def test_a_date_has_moved_where_an_invitation_changed_before_the_interview(
    sequence: int, hours: float, moved: bool
) -> None:
    one = made(calendar=CalendarEntry(uid="u", sequence=sequence), ends_at=after(hours))
    assert where(one).moved == moved


def test_to_whom_it_goes_and_what_was_tried() -> None:
    tries = (called(at("2026-11-26 09:00"), to="p1"), emailed(at("2026-11-27 09:00"), "p1"))
    one = made(
        *tries, contacts=(SAM,), loose_ends=(LooseEnd(text="a"), LooseEnd(text="b", state="addressed"))
    )
    now = at("2026-12-01 09:00")
    found = where(one, now=now)
    assert (found.emails_sent, found.loose_ends, found.late, found.to_contact) == (1, 1, True, False)
    assert where(one, now=now, to=SAM).to_contact
    assert not where(one, now=now, to=SAM, via_recruiter=True).to_contact
    assert (where(one, now=now).answer_due, where(made()).answer_due) == (False, False)
    assert where(made(), now=at("2026-11-27 12:00")).answer_due
    said = words(one, now=now)
    assert (said["message_day"], said["mail_day"]) == ("Thursday 26 November", "Friday 27 November")
