"""Where a text begins and ends: greeting, close, signature, postscript, sentences."""

import pytest

from templates.proof import Case, DraftText, proof

BODY = "Dear Ada,\n\nThank you for Friday. The plan for the queue makes sense to me.\n\n"
CASE = Case(company="Globex", people=("Ada Okafor",), addressed=("Ada Okafor",), me="Robin Berger")


def closing(text: str, case: Case = CASE) -> str:
    """What stands from the closing words to the end of the signature."""
    ending = DraftText(text, case).ending
    return "" if ending.close is None else text[ending.close : ending.end].strip()


@pytest.mark.parametrize(
    "end",
    [
        "Kind regards,\nRobin Berger",
        "Kind regards,\nRobin Berger\nSenior engineer | +49 30 123456\nhttps://robin.example",
        "With gratitude,\nRobin",
        "Best,\nRobin\nrobin@berger.example\n12 Harbour Street\n10115 Berlin",
        "Thank you for your time.\n\nRobin Berger",
        "Mit freundlichen Grüßen\nRobin Berger",
        "Bien cordialement,\nRobin Berger",
        "Un saludo cordial,\nRobin Berger",
        "Looking forward to Friday,\nRobin",
    ],
)
def test_the_close_with_what_is_signed_below_it(end: str) -> None:
    assert closing(BODY + end) == end


@pytest.mark.parametrize(
    "middle",
    [
        "Thank you for your time. I have thought about what you asked and would like to add a word.",
        "Best, I thought, would be to ask you about the queue before I write another line of code.",
        "Thanks again. The notes from the workshop are on my desk, and I will read them on Monday.",
    ],
)
def test_nothing_closes_where_the_text_goes_on(middle: str) -> None:
    end = "Kind regards,\nRobin"
    assert closing(f"{BODY}{middle}\n\n{end}") == end
    assert closing(f"{BODY}{middle}\n\nThe end of it is not in sight yet, and I go on and on and on.") == ""


def test_a_postscript_is_text_again() -> None:
    text = f"{BODY}Kind regards,\nRobin\n\nP.S. I recieve mail at home, and Ada said so to me last week."
    assert closing(text) == "Kind regards,\nRobin"
    found = {(f.rule, f.text) for f in proof(text, CASE)}
    assert {("spelling", "recieve"), ("third", "Ada")} <= found


def test_a_name_alone_is_a_signature_and_no_close() -> None:
    text = f"{BODY}Robin Berger"
    draft = DraftText(text, CASE)
    assert draft.ending.close is None
    assert text[draft.ending.start : draft.ending.end] == "Robin Berger"
    assert "no_close" in {f.rule for f in proof(text, CASE)}


def test_sentences_end_at_stops_paragraphs_and_lists_only() -> None:
    text = (
        "Dear Dr. Okafor,\n\nThank you for 10 a.m. on Friday, e.g. the tour with Ms. Tan. It was\ngood! Was "
        "it?\n\nNo stop here\n\n- one\n- two\n\nBest,\nRobin"
    )
    draft = DraftText(text, CASE)
    assert [" ".join(text[start:end].split()) for start, end in draft.sentences] == [
        "Thank you for 10 a.m. on Friday, e.g. the tour with Ms. Tan.",
        "It was good!",
        "Was it?",
        "No stop here",
        "- one",
        "- two",
    ]


def test_what_is_asked_for_in_a_gap_is_not_said() -> None:
    case = Case(topics=("event streams",), loose_ends=("said Kafka, meant Pulsar",))
    text = "Dear Ada, thanks. {{ in a sentence: said Kafka, meant Pulsar; event streams }}"
    assert {"no_topic", "loose_end", "gap"} <= {f.rule for f in proof(text, case)}
    assert "raw_note" not in {f.rule for f in proof(text, case)}
