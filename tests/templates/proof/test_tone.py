"""How a text sounds, and what it should hold."""

import pytest

from templates.proof import Case, MessagePurpose, proof

CASE = Case(company="Globex", role="Data engineer", people=("Ada Okafor",), addressed=("Ada Okafor",))


def rules(text: str, case: Case = CASE) -> set[str]:
    return {f.rule for f in proof(text, case)}


@pytest.mark.parametrize(
    "text",
    [
        "I am gonna think.", "thx for it", "Tell u more.", "It was awesome.", "That was sooo nice.",
        "Great talk!!",
        "Nice! Good! Fine!", "Thanks 😀", "See you :)", "I am VERY glad.", "We had a blast.",
        "I am super excited.",
        "It sounds cool.", "r u free?", "Really?!",
    ],
)  # fmt: skip
def test_casual(text: str) -> None:
    assert "casual" in rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "Thank you! I enjoyed it!", "AWS, REST, SQL, GDPR and HTTP are fine.", "GLOBEX pays by SEPA.",
        "Keep a cool head.",
        "The onboarding buddy helped.", "The ratio was 3:1 (see the note).",
        "A www page, part III, and Lloyd.",
        "We deploy with Helm (v3): it works.", "The URL https://x.example/:)/lol is odd.",
        "An INSERT INTO in SQL.",
    ],
)  # fmt: skip
def test_not_casual(text: str) -> None:
    assert "casual" not in rules(text)


def test_hey_is_for_friends_only_in_mail() -> None:
    assert "casual" in rules("Hey Ada,\nthank you.")
    assert "casual" not in rules("Hey Ada, thank you.", Case(channel="whatsapp"))


@pytest.mark.parametrize(
    "text",
    [
        "When I start, I will bring cake.", "I look forward to meeting my future team.",
        "I'm sure you will choose me.",
        "I am clearly the best candidate.", "I need an answer by Friday.", "Please let me know asap.",
        "Let me know as soon as possible.", "I have other offers.", "Please don't keep me waiting.",
        "You promised to call.", "You need to answer by Friday.", "You will have to decide by Monday.",
        "I enclose a small gift.", "I would like to invite you to dinner.", "Let me buy you a coffee.",
        "You are amazing.",
        "You looked great yesterday.", "Your smile made my day.", "I look forward to receiving your offer.",
        "I’m the perfect candidate.", "You won't regret it.",
    ],
)  # fmt: skip
def test_insinuating(text: str) -> None:
    assert "insinuating" in rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "When I started at my last company, we had no tests.", "I would bring that to your team.",
        "You were kind to me.",
        "You said you'd decide by Friday.", "I look forward to hearing from you.",
        "You are right about the queue.",
        "You offered me coffee, and I took it.", "Your look at the data was fresh.",
        "I could start in March.",
        "I know you have many candidates.", "I hope I can be of use.",
        "Your answer was the best part of the day.",
        "There is a letter that I need to answer by Friday.", "I will have to decide by Monday.",
    ],
)  # fmt: skip
def test_not_insinuating(text: str) -> None:
    assert "insinuating" not in rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "I hope this email finds you well.", "I hope this e-mail finds you\nwell.",
        "I am writing to thank you.",
        "I'm writing to thank you.", "Just following up on this.", "Touching base about Friday.",
        "Just checking in.",
        "Hope you are doing well!", "As per our conversation, here it is.",
        "I'd like to take this opportunity to say so.",
    ],
)  # fmt: skip
def test_a_worn_opener(text: str) -> None:
    assert "opener" in rules(text)


@pytest.mark.parametrize(
    "text",
    ["Thank you for reaching out.", "I hope to see you.", "I am writing a book.", "I was writing tests."],
)
def test_no_worn_opener(text: str) -> None:
    assert "opener" not in rules(text)


def test_thanks_and_interest_are_missed_in_a_thank_you_only() -> None:
    text = "Dear Ada, it was nice to meet you on Friday. The office is bright. Regards, Robin"
    assert {"no_thanks", "no_interest"} <= rules(text)
    purposes: tuple[MessagePurpose, ...] = ("status", "voicemail", "other")
    for purpose in purposes:
        assert rules(text, Case(purpose=purpose)).isdisjoint({"no_thanks", "no_interest", "no_topic", "late"})


@pytest.mark.parametrize(
    "words", ["Many thanks", "I am grateful", "I appreciate it", "It was kind of you", "thx"]
)
def test_many_words_thank(words: str) -> None:
    assert "no_thanks" not in rules(f"Dear Ada, {words} for the talk.")


def test_thanks_above_the_name_do_not_thank_for_anything() -> None:
    assert "no_thanks" in rules("Dear Ada,\n\nthe talk was good.\n\nThanks,\nRobin")


@pytest.mark.parametrize(
    "words",
    [
        "I am interested in the role", "I would love to join", "I look forward to it", "I'm keen",
        "it is a great fit",
        "I hope to join", "I can see myself there", "I want to work on this", "the role appeals to me",
        "I’d be delighted to come", "it made me more certain",
    ],
)  # fmt: skip
def test_many_words_show_interest(words: str) -> None:
    assert "no_interest" not in rules(f"Dear Ada, thank you; {words}.")


def test_wanting_to_thank_is_no_interest() -> None:
    assert "no_interest" in rules("Dear Ada, I would like to thank you for the talk.")


def test_a_topic_may_be_put_in_other_forms() -> None:
    case = Case(topics=("the migration to event streams", "team structure"))
    for text in ("Streaming is on my mind.", "We migrated as well.", "How you structured it was new to me."):
        assert "no_topic" not in rules(text, case)
    assert "no_topic" in rules("Dear Ada, your team is nice.", case)
    assert "no_topic" not in rules("Dear Ada, your team is nice.", Case())


def test_each_open_loose_end_is_asked_for() -> None:
    case = Case(
        loose_ends=("said Kafka, meant Pulsar", "send the salary range", "notice period is six weeks")
    )
    found = [
        f.why
        for f in proof("Thank you. It was Pulsar. My notice period, by the way, is six weeks.", case)
        if f.rule == "loose_end"
    ]
    assert len(found) == 1
    assert "salary" in found[0]


def test_another_language_is_not_measured_with_english_words() -> None:
    text = (
        "Sehr geehrte Frau Okafor,\n\nvielen Dank für das offene Gespräch am Mittwoch und den Rundgang. "
        "Die Stelle reizt mich sehr, und ich würde mich über ein zweites Gespräch freuen, gern auch mit "
        "dem ganzen Team, das ich leider nur kurz gesehen habe. Die Frage nach dem Schema beschäftigt mich "
        "noch immer.\n\nMit freundlichen Grüßen\nRobin Berger"
    )
    assert rules(text, Case(me="Robin Berger", topics=("event streams",))) <= {"length"}
