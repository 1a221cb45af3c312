"""Slips of the hand, greeting and close, length and lateness."""

from typing import Any

import pytest

from templates.proof import Case, Finding, MessageChannel, proof

CASE = Case(company="Globex", people=("Ada Okafor",), addressed=("Ada Okafor",), me="Robin Berger")


def found(rule: str, text: str, case: Case = CASE) -> list[Finding]:
    return [f for f in proof(text, case) if f.rule == rule]


@pytest.mark.parametrize(
    "text",
    ["It was the the best.", "It was the\nthe best.", "The the best.", "I I know.", "We know know it."],
)
def test_a_doubled_word(text: str) -> None:
    assert len(found("doubled_word", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "I had had it.",
        "I know that that is so.",
        "We met. We talked.",
        "the end.\n\nEnd of it",
        "2 2",
        "so, so good",
        "Best\nBest Western",
    ],
)
def test_not_a_doubled_word(text: str) -> None:
    assert found("doubled_word", text) == []


@pytest.mark.parametrize(
    "text",
    ["It was (good.", "It was good).", 'He said "yes.', "He said “yes.", "See [the note.", "„Ja, sagte er."],
)
def test_a_lonely_mark(text: str) -> None:
    assert len(found("quotes", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "It was (good).", 'He said "yes".', "He said “yes”.", "„Ja“, sagte er.", "„Ja”, he said.",
        "It's Ada's dogs' bowl.",
        "1) one\n2) two", "a) this b) that", "Well :)", 'A 15" screen.', "«Oui», he said.",
        "(see [1] and (2))",
    ],
)  # fmt: skip
def test_marks_in_pairs(text: str) -> None:
    assert found("quotes", text) == []


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Well , no", 4), ("Well ,no", 4), ("Well !", 4), ("well,no", 4), ("the end.Next one", 7),
        ("two  spaces", 3), ("Good ; bad", 4),
        ("What ? Yes", 4),
    ],
)  # fmt: skip
def test_spacing(text: str, at: int) -> None:
    assert [f.start for f in found("spacing", text)] == [at]


@pytest.mark.parametrize(
    "text",
    [
        "Well, no. Yes; no: yes!", "1,000 or 1.5", "See https://a.example/b,c;d", "Node.js and .NET",
        "e.g. this, i.e. that",
        "The end.  Two spaces after a stop.", "  indented", "a ... b", "globex.example is fine",
        "at 10:30", "Ph.D. in it",
        "It is v1.2.Beta", "and/or, yes", "U.S. and E.U.", "Hi Ada,\nwell", "See you :)",
    ],
)  # fmt: skip
def test_no_spacing(text: str) -> None:
    assert found("spacing", text) == []


@pytest.mark.parametrize(
    "text", ["Yes, i do.", "i know", "I think i'm in", "So did i.", "I think i’d like it"]
)
def test_a_small_i(text: str) -> None:
    assert len(found("lowercase_i", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "That is, i.e. this.",
        "(i) one (ii) two",
        "i) one",
        "The i/o and the i-th",
        "an e.g. and i.e.",
        "I do.",
    ],
)
def test_no_small_i(text: str) -> None:
    assert found("lowercase_i", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Dear Ada,\nthanks",
        "Hi Ada, thanks",
        "Hello,\nthanks",
        "Good morning Ada,\nthanks",
        "Ada,\nthanks",
        "Ms Okafor,\nthanks",
        "\n\nDear all\n\nthanks",
    ],
)
def test_a_greeting(text: str) -> None:
    assert found("no_greeting", text) == []


@pytest.mark.parametrize(
    "text", ["Thank you for Friday.", "I met Ada on Friday, and thank you.", "Dearly beloved work."]
)
def test_no_greeting(text: str) -> None:
    assert len(found("no_greeting", text)) == 1


def test_a_short_message_may_name_its_reader_a_little_later() -> None:
    case = Case(channel="sms", people=("Ada Okafor",), addressed=("Ada Okafor",))
    assert found("no_greeting", "Thank you for today, Ada! It was good.", case) == []
    assert found("no_greeting", "Thank you for today! It was good.", case)


@pytest.mark.parametrize(
    "close",
    [
        "Kind regards,\nRobin", "Best,\nRobin", "Yours sincerely\nRobin", "Sincerely yours,\nRobin",
        "Many thanks again,\nRobin",
        "With warm wishes,\n\nRobin Berger", "All the best\nRobin\n+49 30 123",
        "Looking forward to Friday,\nRobin",
        "Thank you for your time,\nRobin", "Mit freundlichen Grüßen\nRobin", "Cheers, Robin",
        "Kind regards, Robin Berger",
    ],
)  # fmt: skip
def test_a_close(close: str) -> None:
    assert found("no_close", f"Dear Ada,\n\nthank you for Friday, and the tea.\n\n{close}\n") == []


@pytest.mark.parametrize("end", ["", "\n\nRobin", " It was the best part.\n\nRobin Berger"])
def test_no_close(end: str) -> None:
    text = f"Dear Ada,\n\nthank you for Friday, and the tea.{end}"
    assert len(found("no_close", text)) == 1
    assert found("no_close", text, Case(channel="whatsapp")) == []


def test_the_own_name_at_the_end_of_a_mail_or_anywhere_in_a_short_message() -> None:
    body = "thank you for Friday.\n\n" * 8
    assert found("own_name", f"Dear Ada,\n\n{body}Kind regards,\nRobin") == []
    assert found("own_name", f"Dear Ada,\n\nRobin here, {body}Kind regards,\nB.")
    assert found("own_name", "Robin here, thank you!", Case(channel="sms", me="Robin Berger")) == []
    assert found("own_name", "Thank you!", Case(channel="sms", me="Robin Berger"))
    assert found("own_name", "Thank you!", Case(channel="sms")) == []
    assert found("own_name", "Best,\nAyse", Case(me="Ayşe Yıldız")) == []


@pytest.mark.parametrize(
    ("channel", "words", "said"),
    [
        ("email", 34, True),
        ("email", 35, False),
        ("email", 200, False),
        ("email", 201, True),
        ("sms", 30, False),
        ("sms", 61, True),
    ],
)
def test_length(channel: MessageChannel, words: int, said: bool) -> None:
    case = Case(channel=channel)
    assert bool(found("length", " ".join(f"word{i}" for i in range(words)), case)) is said


@pytest.mark.parametrize(("hours", "said"), [(None, False), (23.9, False), (24.0, True), (80.0, True)])
def test_late(hours: float | None, said: bool) -> None:
    assert bool(found("late", "Dear Ada,", Case(late_hours=hours))) is said


@pytest.mark.parametrize(
    ("hours", "said"), [(24.0, "more than a day ago"), (50.0, "2 days ago"), (216.5, "9 days ago")]
)
def test_how_late_it_is_in_words(hours: float, said: str) -> None:
    [finding] = found("late", "Dear Ada,", Case(late_hours=hours))
    assert finding.why == (
        f"The interview was {said}. Thanks are still welcome: send them when this is ready."
    )


@pytest.mark.parametrize(
    ("name", "called", "facts", "line"),
    [
        ("Ada Okafor", "", {}, "Dear Ada,"),
        ("Elizabeth Warren", "Liz", {}, "Dear Liz,"),
        ("Ada Okafor", "", {"channel": "sms"}, "Hello Ada,"),
        ("Frau Dr. Okafor", "", {"language": "de"}, "Sehr geehrte Frau Dr. Okafor,"),
        ("Talent team", "", {"language": "de"}, "Guten Tag,"),
    ],
)
def test_the_greeting_proposed_is_the_one_this_person_gets(
    name: str, called: str, facts: dict[str, Any], line: str
) -> None:
    text = "Vielen Dank für das Gespräch." if facts.get("language") == "de" else "Thank you for Friday."
    case = Case(addressed=(name,), called=((name, called),), **facts)
    [finding] = found("no_greeting", text, case)
    assert finding.why == f"The message greets nobody: begin with “{line}”."


MAIL = "Dear Ada,\n\n{}\n\nKind regards,\nRobin"


@pytest.mark.parametrize(
    ("body", "passage"),
    [
        ("It took us two attempts to get there\n\nI have run pipelines since.", "to get there"),
        ("Thank you for Friday.\n\nI would like to come back to the queue", "to the queue"),
        ("Could I have until Monday.? I would know by then.", ".?"),
        ("I begin on 1 January., and on a Friday.", ".,"),
    ],
)
def test_a_stop_that_is_missing_or_too_much(body: str, passage: str) -> None:
    assert [f.text for f in found("punctuation", MAIL.format(body))] == [passage]


@pytest.mark.parametrize(
    "body",
    [
        "Here is the list of checks that I promised you: reads, writes and the nightly repair\n\nThank you.",
        "It is all at https://globex.example/the-list\n\nThank you.",
        "What I would do first\n\nI would count the queues.",
        "- the queue that nobody owns and everybody fears\n- the nightly repair of the store\n\nThank you.",
        "It took us two attempts to get\nThere in the end. And so on",
        "It took us two attempts to get there, which\n\nis how it goes.",
        "They use tools by Acme Corp., by the prof., and so on.",
    ],
)
def test_no_stop_is_missed(body: str) -> None:
    assert found("punctuation", MAIL.format(body)) == []


def test_in_a_short_message_stops_may_be_missing() -> None:
    text = "Hello Ada, it took us two attempts to get there\n\nI have run pipelines since then"
    assert found("punctuation", text, Case(channel="whatsapp")) == []
