"""The packaged messages, held to what a good message is rather than to their letters."""

import re

import pytest

from templates.library import Library
from templates.vocabulary import VOCABULARY, Value
from tests.templates.sample import FULL

LIBRARY = Library()
NAMES = [template.name for template in LIBRARY.all()]
MAILS = [template.name for template in LIBRARY.all() if template.channel == "email"]
THANKS = [template.name for template in LIBRARY.all() if template.purpose == "thanks"]
OPTIONAL = (
    "day",
    "others",
    "loose_end",
    "loose_ends",
    "topics",
    "my_phone",
    "promise",
    "promised_day",
    "tries",
)
WANTED = {
    *("thanks-email", "thanks-phone-screen", "thanks-panel", "thanks-technical", "thanks-final-round"),
    *(
        "thanks-second-round",
        "thanks-clarification",
        "thanks-late",
        "thanks-after-offer",
        "thanks-via-recruiter",
    ),
    *("thanks-sms", "thanks-whatsapp", "status-email", "status-email-second", "status-after-calls"),
    *("call-script", "voicemail", "gatekeeper", "still-deciding", "withdrawal"),
}
GSM_7 = set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
WORN_OUT = re.compile(
    r"finds you well|look(ing)? forward|earliest convenience|passionate|perfect (fit|match)|dream job|synerg"
    r"|excited|thrilled|do not hesitate|touch(ing)? base|just checking|as soon as possible|writing to"
    r"|when I start|!|\bI am sure\b",
    re.IGNORECASE,
)
SHAPELESS = re.compile(r"\n\n\n|[ \t]$|^\s|\s\Z|\S  +\S| [,.;:?]|\.\.|,,", re.MULTILINE)


def without(*names: str) -> dict[str, Value]:
    return {name: value for name, value in FULL.items() if name not in names}


def test_the_sample_has_every_word() -> None:
    assert FULL.keys() == VOCABULARY.keys()


def test_every_message_is_there() -> None:
    assert set(NAMES) == WANTED
    assert LIBRARY.problems == ()
    assert all(template.when and not template.own for template in LIBRARY.all())


@pytest.mark.parametrize("name", NAMES)
def test_full_values_leave_no_gap(name: str) -> None:
    text = LIBRARY.render(name, FULL)
    assert text.gaps == ()
    assert "{" not in text.subject + text.body
    assert not WORN_OUT.search(text.body), WORN_OUT.search(text.body)


@pytest.mark.parametrize("name", NAMES)
def test_no_values_give_gaps_and_nothing_worse(name: str) -> None:
    text = LIBRARY.render(name, {})
    assert text.gaps
    assert set(re.findall(r"\{\{ (\w+) \}\}", text.subject + text.body)) == set(text.gaps)
    assert "{" not in re.sub(r"\{\{ \w+ \}\}", "", text.subject + text.body)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("absent", [(), OPTIONAL, *((word,) for word in OPTIONAL), tuple(FULL)])
def test_the_shape_is_tidy_whatever_is_missing(name: str, absent: tuple[str, ...]) -> None:
    text = LIBRARY.render(name, without(*absent))
    # A blank line between paragraphs is the only white space that stands at the start of a line.
    body = text.body.replace("\n\n", "\n")
    assert not SHAPELESS.search(body), repr(SHAPELESS.search(body))
    assert text.subject == text.subject.strip()
    assert "\n\n\n" not in text.body
    assert not re.search(r" [,.;:?]|  ", text.subject)


@pytest.mark.parametrize("name", MAILS)
def test_a_mail_greets_closes_and_is_of_good_length(name: str) -> None:
    text = LIBRARY.render(name, FULL)
    lines = text.body.split("\n")
    assert re.fullmatch(r"Dear (Deniz|Sam),", lines[0])
    assert any("regards" in line for line in lines[-3:])
    assert "Robin Example" in lines[-2:]
    assert 80 <= len(text.body.split()) <= 150
    assert text.subject
    assert len(text.subject) <= 78


@pytest.mark.parametrize("name", MAILS)
def test_a_mail_is_not_too_short_without_what_is_optional(name: str) -> None:
    assert 60 <= len(LIBRARY.render(name, without(*OPTIONAL)).body.split()) <= 150


@pytest.mark.parametrize("name", THANKS)
def test_thanks_name_the_topic_and_ask_for_it_where_it_is_unknown(name: str) -> None:
    assert "thank" in LIBRARY.render(name, FULL).body.lower()
    assert "the move to event streams" in LIBRARY.render(name, FULL).body
    assert "topic" in LIBRARY.render(name, without("topic", "topics")).gaps


@pytest.mark.parametrize("name", [name for name in THANKS if name != "thanks-sms"])
def test_thanks_ask_for_a_strength_where_it_is_unknown(name: str) -> None:
    assert LIBRARY.render(name, without("strength")).gaps == ("strength",)


@pytest.mark.parametrize("name", ["status-email", "status-email-second", "status-after-calls", "call-script"])
def test_the_promise_is_quoted_as_it_was_said(name: str) -> None:
    assert '"by the end of next week"' in LIBRARY.render(name, FULL).body


def test_a_text_message_fits_one_segment() -> None:
    text = LIBRARY.render("thanks-sms", FULL)
    assert len(text.body) <= 160
    assert set(text.body) <= GSM_7
    assert text.body.endswith("Robin Example")


def test_a_chat_message_is_two_to_four_sentences() -> None:
    body = LIBRARY.render("thanks-whatsapp", FULL).body
    assert 2 <= len(re.findall(r"\.(?: |$)", body)) <= 4
    assert len(body) <= 400


def test_a_status_mail_turns_to_the_contact_where_there_is_no_interviewer() -> None:
    assert LIBRARY.render("status-email", without("interviewer")).body.startswith("Dear Sam,")
    assert LIBRARY.render("status-email", without("interviewer", "recruiter")).gaps == ("interviewer",)


def test_the_voicemail_gives_the_number_twice() -> None:
    assert LIBRARY.render("voicemail", FULL).body.count("+49 30 1234567") == 2


def test_american_spelling() -> None:
    assert "organising" in LIBRARY.render("thanks-via-recruiter", FULL).body
    assert "organizing" in LIBRARY.render("thanks-via-recruiter", FULL | {"spelling": "american"}).body


def test_messages_do_not_share_their_sentences() -> None:
    seen: dict[str, str] = {}
    for name in MAILS:
        for sentence in re.split(r"(?<=[.?])\s+", LIBRARY.render(name, {}).body):
            if len(sentence.split()) >= 6 and "regards" not in sentence:
                assert sentence not in seen, (name, seen[sentence], sentence)
                seen[sentence] = name
