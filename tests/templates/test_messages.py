"""The packaged messages, held to what a good message is, over cards of every kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from templates.choice import best
from templates.gaps import BEGINNINGS, GAP, choices
from templates.library import PACKAGED
from templates.proof import Case, own_share
from templates.template import TEMPLATE_PURPOSES, Template, TemplateChannel, TemplatePurpose
from templates.vocabulary import VOCABULARY, Value
from tests.making import after
from tests.templates.cards import (
    CARDS,
    LIBRARY,
    Given,
    book,
    filled,
    fitting,
    known,
    occasion,
    rendered,
    where,
)
from tests.templates.sample import FULL
from tui.messages.card_words import text_of

ALL = LIBRARY.all()
MAILS = [template for template in ALL if template.channel == "email"]
ENGLISH = [template for template in ALL if template.language == "en"]
TITLES = {template.name: template for template in ALL}
WANTED = {
    "thanks": (
        *(
            "email",
            "phone-screen",
            "technical",
            "panel",
            "final-round",
            "second-round",
            "clarification",
            "late",
        ),
        *(
            "after-offer",
            "after-rejection",
            "after-advancing",
            "recorded",
            "via-recruiter",
            "recruiter",
            "plain",
        ),
        *("sms", "sms-plain", "panel-sms", "whatsapp"),
    ),
    "status": (
        *("email", "email-second", "after-calls", "recruiter", "question", "sms"),
        *("other-offer", "other-offer-owed", "other-offer-sms"),
    ),
    "reply": (
        *("rejection", "rejection-sms", "feedback", "accept", "decline", "more-time", "offer-sms", "email"),
        *("moved-date", "moved-date-other", "moved-date-sms", "next-round"),
    ),
    "delivery": ("email", "sms"),
}
BY_THEMSELVES = {
    "voicemail",
    "voicemail-question",
    "call-script",
    "call-before",
    "voicemail-before",
    "call-question",
    "gatekeeper",
    "still-deciding",
    "withdrawal",
    "withdrawal-before",
    "note-email",
}
GSM_7 = set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
WORN_OUT = re.compile(
    r"finds you well|look(ing)? forward|earliest convenience|passionate|perfect (fit|match)|dream job|synerg"
    r"|excited|thrilled|hesitate|touch(ing)? base|just checking|as soon as possible|I am writing to"
    r"|when I start|!|\bI am sure\b|I allow myself|references?\b|sorry|apologi[sz]e",
    re.IGNORECASE,
)
WRONG = re.compile(
    r",,|(?<!\.)\.\.(?!\.)|,\.|[;:][,.;]|[!?]\.|\b(?:the|an?) (?:the|an?)\b|\bposition position\b|[^\S\n]{2}"
    r"| [,.;:?!]|(?-i:\bNone\b)|\bDear ,|^,|[^\S\n]$|\n{3}|\( | \)",
    re.IGNORECASE | re.MULTILINE,
)
KEEN = re.compile(
    r"very interested|as interested|I'd (?:like|be glad|be happy|enjoy)|take it on|work I'd|this further",
    re.IGNORECASE,
)


@cache
def every_text() -> tuple[tuple[str, str, Template, str, str], ...]:
    """Each template on each card, to an interviewer and to the contact: subject and body."""

    def written() -> Iterator[tuple[str, str, Template, str, str]]:
        for template in ALL:
            for name, given in CARDS.items():
                for to_contact in (False, True)[: 1 + bool(given.interview.contacts)]:
                    text = rendered(template, given, to_contact=to_contact)
                    yield template.name, name, template, text.subject, text.body

    return tuple(written())


def ids(templates: list[Template]) -> list[str]:
    return [template.name for template in templates]


def test_every_message_is_there_and_says_when() -> None:
    wanted = {f"{purpose}-{name}" for purpose, names in WANTED.items() for name in names} | BY_THEMSELVES
    assert {template.name for template in ENGLISH} == wanted
    assert LIBRARY.problems == ()
    assert all(template.when and template.title and not template.own for template in ALL)
    for template in ALL:
        assert bool(LIBRARY.render(template.name, FULL).subject) == (template.channel == "email")


def test_the_language_of_a_template_is_that_of_its_folder() -> None:
    for template in ALL:
        folder = template.path.parent
        assert template.language == ("en" if folder == PACKAGED else folder.name)
    german = [template for template in ALL if template.language == "de"]
    assert {template.purpose for template in german} == {*TEMPLATE_PURPOSES}
    short = [template.purpose for template in german if template.channel == "sms"]
    assert sorted(short) == ["status", "thanks"]


def test_nothing_is_doubled_or_missing_on_any_card() -> None:
    for name, card, template, subject, body in every_text():
        for text in (subject, body, filled(subject, template.language), filled(body, template.language)):
            assert not WRONG.search(text), (name, card, WRONG.search(text), text)
        left = GAP.sub("", f"{subject}\n{body}").replace("{others}", "")
        assert not set("{}") & set(left), (name, card, left)
        assert body == body.strip() and subject == subject.strip()


def test_gaps_begin_as_gaps_of_their_language_do() -> None:
    for name, card, template, subject, body in every_text():
        known = (*BEGINNINGS["en"], *BEGINNINGS[template.language])
        for gap in GAP.finditer(f"{subject}\n{body}"):
            asked = gap[1]
            assert asked in VOCABULARY or choices(asked) or asked.startswith(known), (name, card, asked)


SENTENCES = ("in a sentence", "in two sentences", "als Satz", "in zwei Sätzen")


def test_nothing_follows_a_sentence_of_the_users_on_its_line() -> None:
    """They may have left out the full stop."""
    for name, card, _, _, body in every_text():
        for gap in GAP.finditer(body):
            if gap[1].startswith(SENTENCES):
                assert body[gap.end() :].split("\n", 1)[0] in ("", '"'), (name, card, gap[1])


def test_what_stands_before_a_mark_is_asked_for_without_one() -> None:
    for name, card, _, subject, body in every_text():
        for gap in GAP.finditer(f"{subject}\n{body}"):
            few = gap[1].startswith(("in a few words", "in Ihren Worten"))
            if few and gap.string[gap.end() : gap.end() + 1] in tuple(".,?"):
                assert "without a full stop" in gap[1] or "ohne Punkt" in gap[1], (name, card, gap[1])


def test_subjects_fit_a_list_of_mails() -> None:
    for name, card, template, subject, _ in every_text():
        if template.channel == "email":
            assert 10 <= len(filled(subject, template.language)) <= 78, (name, card, subject)


@pytest.mark.parametrize("template", MAILS, ids=ids(MAILS))
def test_a_mail_greets_closes_and_is_of_good_length(template: Template) -> None:
    for name, given, to_contact in [*fitting(template), ("one", CARDS["one"], False)]:
        body = filled(rendered(template, given, to_contact=to_contact).body, template.language)
        lines = body.split("\n")
        assert re.fullmatch(
            r"(?:Dear|Guten Tag|Sehr geehrte(?:r Herr| Frau)) [^,\n]+,|Hello,|Guten Tag,", lines[0]
        ), (name, lines[0])
        assert lines[1] == "" and lines[-1] == "Robin Example"
        assert lines[-2] in ("Best regards,", "Kind regards,", "Best wishes,", "Mit freundlichen Grüßen")
        assert 50 <= len(body.split()) <= 110, (name, len(body.split()), body)
        assert 2 <= body.count("\n\n") - 1 <= 5, (name, body)


@pytest.mark.parametrize("template", MAILS, ids=ids(MAILS))
def test_a_mail_asks_for_words_of_the_users_own(template: Template) -> None:
    assert [gap for gap in rendered(template, CARDS["one"]).gaps if gap.startswith(SENTENCES)]


@pytest.mark.parametrize("template", ENGLISH, ids=ids(ENGLISH))
def test_no_phrase_is_worn_out(template: Template) -> None:
    text = LIBRARY.render(template.name, FULL)
    assert not WORN_OUT.search(GAP.sub("", text.body)), WORN_OUT.search(GAP.sub("", text.body))


@pytest.mark.parametrize("template", ALL, ids=ids(list(ALL)))
def test_no_note_of_the_users_gets_into_a_sentence(template: Template) -> None:
    notes: dict[str, Value] = {
        "loose_end": "zzloose", "loose_ends": ("zzloose", "zzmore"), "strength": "zzstrength",
        "owed": "zzowed", "promise": "zzpromise.",
    }  # fmt: skip
    text = LIBRARY.render(template.name, FULL | notes)
    prose = GAP.sub("", f"{text.subject}\n{text.body}")
    quoted = [line for line in prose.split("\n") if "zz" in line]
    # What is looked at while one speaks may quote them, and one's own note.
    assert all(re.fullmatch(r'[^"]{0,31}: "zz(?:promise\.|strength)"', line) for line in quoted), quoted
    assert not quoted or template.purpose == "call"


def rendered_first(
    given: Given, purpose: TemplatePurpose, channel: TemplateChannel, *, to_contact: bool
) -> tuple[Template, str]:
    wanted = occasion(given, purpose, channel, to_contact=to_contact)
    first = best(ALL, where(given, wanted))[0][0]
    return first, filled(rendered(first, given, to_contact=to_contact).body, first.language)


SPOKEN: tuple[TemplateChannel, ...] = ("call",)
WRITTEN: tuple[TemplateChannel, ...] = ("email", "sms", "whatsapp")
CASES = [
    (card, purpose, channel, to_contact)
    for card in CARDS
    for purpose in TEMPLATE_PURPOSES
    for channel in (SPOKEN if purpose in ("call", "voicemail") else WRITTEN)
    for to_contact in (False, True)
    if CARDS[card].interview.contacts or not to_contact
]


def test_what_the_first_one_claims_holds_on_every_card() -> None:
    for card, purpose, channel, to_contact in CASES:
        given = CARDS[card]
        situation = where(given, occasion(given, purpose, channel, to_contact=to_contact))
        first, _ = best(ALL, situation)[0]
        untrue = [claim.text for claim in first.claims if claim.reason(situation) is None]
        assert not untrue, (card, purpose, channel, first.name, untrue)


def test_nothing_that_comes_first_takes_up_the_work_after_a_rejection_or_presses_after_an_offer() -> None:
    for card, purpose, channel, to_contact in CASES:
        wanted = occasion(CARDS[card], purpose, channel, to_contact=to_contact)
        if where(CARDS[card], wanted).result in ("rejected", "offer") and purpose in ("thanks", "status"):
            first, body = rendered_first(CARDS[card], purpose, channel, to_contact=to_contact)
            assert not KEEN.search(body), (card, first.name, body)
            assert not re.search(r"decision|any news|how things stand", body), (card, first.name, body)


def test_who_is_keen_claims_that_nothing_is_decided() -> None:
    for template in ENGLISH:
        body = GAP.sub("", LIBRARY.render(template.name, FULL).body)
        if template.purpose in ("thanks", "status") and re.search(
            r"very interested|work I'd|take it on", body
        ):
            assert "undecided" in {claim.text for claim in template.claims}, template.name


def test_a_text_for_several_names_the_others_for_each_reader() -> None:
    named = 0
    for name, card, template, subject, body in every_text():
        people = len(CARDS[card].interview.interviewers)
        if template.purpose != "thanks":
            assert "{others}" not in subject + body, (name, card)
        elif "{others}" in body:
            named += 1
            assert 2 <= people <= 4, (name, card)
    assert named > 10


def test_the_greeting_is_neutral_where_nobody_is_known_by_name() -> None:
    for card in ("only a role", "nobody"):
        assert rendered(TITLES["status-email"], CARDS[card]).body.startswith("Hello,\n\n")
        assert rendered(TITLES["call-script"], CARDS[card]).body.split("\n")[2].startswith("Hello, this is")
    assert rendered(TITLES["thanks-via-recruiter"], CARDS["recruiter only"]).body.startswith("Dear Sam,\n")


SHORT = [template for template in ENGLISH if template.channel == "sms"]


@pytest.mark.parametrize("template", SHORT, ids=ids(SHORT))
def test_a_text_message_is_short_and_needs_no_special_letters(template: Template) -> None:
    text = LIBRARY.render(template.name, FULL | {"greeting": "Hello Deniz,"})
    body = GAP.sub("the link", text.body)
    assert len(body) <= (160 if template.name in ("thanks-sms", "reply-moved-date-sms") else 200), len(body)
    assert set(body) <= GSM_7, set(body) - GSM_7
    assert "Robin Example" in body and "Hello Deniz," in body and text.subject == ""


def spoken_words(text: str) -> int:
    """Words as they are said: each digit is one."""
    return len(re.findall(r"\d|[^\W\d_]+(?:['’][^\W\d_]+)*", text))


@pytest.mark.parametrize(
    "name",
    ["voicemail", "voicemail-question", "voicemail-before", "anrufbeantworter", "anrufbeantworter-vorher"],
)
@pytest.mark.parametrize("phone", ["+49 30 1234567", "+49 1511 2345678", "+1 212 555 0142", "0151 23456789"])
def test_a_voicemail_takes_less_than_twenty_seconds(name: str, phone: str) -> None:
    for card in ("one", "Acme, Inc.", "eight", "German"):
        words = known(CARDS[card], occasion(CARDS[card], "voicemail", "call"))
        body = LIBRARY.render(name, words | {"my_phone": phone}).body
        assert spoken_words(body) / 2.5 < 20, (card, spoken_words(body), body)
        assert phone in body


def test_a_number_is_said_twice_where_there_is_time() -> None:
    assert LIBRARY.render("voicemail", FULL).body.count("+49 30 1234567") == 2
    assert LIBRARY.render("voicemail", FULL | {"my_phone": "+49 1511 2345678"}).body.count("2345678") == 1


def test_the_second_mail_is_shorter_than_the_first_and_the_last() -> None:
    first, second = (
        len(GAP.sub("", LIBRARY.render(name, FULL).body).split())
        for name in ("status-email", "status-email-second")
    )
    assert second < first
    assert "leave it with you" in LIBRARY.render("status-email-second", FULL).body


def test_the_call_script_thanks_shows_interest_and_names_the_company_to_a_recruiter() -> None:
    to_recruiter = rendered(TITLES["call-script"], CARDS["recruiter only"]).body
    assert "Hello Sam" in to_recruiter and "at Globex" in to_recruiter
    before_the_question = to_recruiter.partition("May I ask where things stand?")[0]
    assert "Thank you" in before_the_question and "very interested" in before_the_question
    again = rendered(TITLES["call-script"], CARDS["called in vain"]).body
    assert "I left a message on Thursday 26 November" in again


def test_days_are_written_as_the_user_spells() -> None:
    american = rendered(TITLES["reply-more-time"], CARDS["American"]).body
    assert "by Friday, November 27." in american
    assert "by Friday 27 November." in rendered(TITLES["reply-more-time"], CARDS["offer"]).body
    assert "am Mittwoch." in rendered(TITLES["dank-email"], CARDS["German"]).body


def test_a_weekday_is_named_only_while_it_says_which_day_is_meant() -> None:
    for name, given in CARDS.items():
        for template in ALL:
            near = rendered(template, given)
            later = rendered(template, replace(given, now=given.interview.ends_at + timedelta(days=8)))
            day = re.compile(r"\b(?:on|am) (?:Wednesday|Mittwoch)\b(?! \d|, \w+ \d)")
            assert not day.search(f"{later.subject}\n{later.body}"), (name, template.name, later)
            assert not re.search(r"\b\d+ \w+'s\b|day's\b", near.subject + near.body), (name, template.name)
    assert "on Wednesday" in rendered(TITLES["thanks-email"], CARDS["one"]).body
    a_week_on = replace(CARDS["one"], now=after(24 * 8))
    assert "on 18 November" in rendered(TITLES["thanks-email"], a_week_on).body


def test_a_time_is_theirs_only_where_their_clock_is_another() -> None:
    one = TITLES["reply-moved-date"]
    away = occasion(CARDS["moved"], "reply", "email", zone=ZoneInfo("America/New_York"))
    given = CARDS["moved"]
    abroad = text_of(LIBRARY, one.name, away, given.settings, book(given), given.now)
    assert "Saturday 21 November at 14:00 your time works for me" in abroad.body
    assert "Saturday 21 November at 14:00 works for me" in rendered(one, given).body
    assert "their_zone" not in known(given, occasion(given, "reply", "email", zone=ZoneInfo("Europe/Paris")))


def test_whoever_only_recorded_something_does_not_say_that_they_interviewed() -> None:
    for template in ALL:
        claims = {claim.text for claim in template.claims}
        if template.purpose not in ("reply", "other") and not claims & {"a conversation", "ahead"}:
            body = rendered(template, CARDS["recorded"]).body
            said = re.search(r"interviewed|\bspoke|talking with|Vorstellungsgespräch", body)
            assert said is None, (template.name, said)


def test_a_text_for_a_contact_holds_for_the_company_and_for_an_agency() -> None:
    for name in ("thanks-recruiter", "status-recruiter"):
        body = rendered(TITLES[name], CARDS["one"], to_contact=True).body
        assert not re.search(r"heard from|interviewed there|\b[Tt]hey|their side|the recruiter", body), body


def test_notes_that_are_no_phrases_are_asked_for() -> None:
    body = rendered(TITLES["thanks-email"], CARDS["verb phrases"]).body
    assert "about {{ as a noun phrase: they'll migrate billing }} since" in body
    within = rendered(TITLES["status-email"], CARDS["verb phrases"]).body
    assert "perhaps on: they'll migrate billing }}" in within


def test_with_its_gaps_filled_a_text_is_the_users_own() -> None:
    for template in ALL:
        for name, given, to_contact in [*fitting(template), ("one", CARDS["one"], False)]:
            if template.purpose not in ("call", "voicemail"):
                text = rendered(template, given, to_contact=to_contact)
                own = own_share(filled(text.body, template.language), compared(template))
                assert own is not None
                assert own >= 0.6, (template.name, name, own)


def compared(template: Template) -> Case:
    """What the check of ready-made wording knows: the template as it is."""
    return Case(purpose="thanks", template_sources=(template.path.read_text("utf-8"),))


def test_messages_do_not_share_their_sentences() -> None:
    seen: dict[str, str] = {}
    for template in MAILS:
        body = GAP.sub("", LIBRARY.render(template.name, {}).body)
        for sentence in re.split(r"(?<=[.?])\s+", body):
            if len(sentence.split()) >= 8 and "regards" not in sentence:
                assert sentence not in seen, (template.name, seen[sentence], sentence)
                seen[sentence] = template.name
