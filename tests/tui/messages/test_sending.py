"""What stands against sending a text: the same as the editor says of it, whatever was done in the editor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace as with_fields

import pytest
from msgspec.structs import replace

from store.interview import Interview, Person, Purpose
from templates.proof import RULES, proof
from tests.tui.widgets.editor_user import BODY, NOW, OPENED, with_body
from tui.messages.open_draft import OpenDraft
from tui.messages.sending import obstacles, outgoing_texts
from tui.widgets.editor.writing import Writing

TEXT = "Dear Deniz,\n\nthank you for the talk about Kafka on Wednesday.\n\nKind regards,\nJo March"
INTERVIEW = Interview(
    id="iv-1", company="Northwind", role="Data", zone="Europe/Berlin", starts_at=NOW, ends_at=NOW,
    interviewers=tuple(
        Person(id=one.id, name=one.name, email=f"{one.id}@northwind.example") for one in OPENED.recipients
    ),
)  # fmt: skip


def turn(writing: Writing) -> None:
    """To the next person."""
    if writing.next_recipient is not None:
        writing.turn_to(writing.next_recipient)


def another_template(writing: Writing) -> None:
    writing.start_from("thanks-short", "Thank you", TEXT)


def filled_in(writing: Writing) -> None:
    writing.type("Thank you", writing.shown.replace("«what you talked about»", "Kafka"), "")


def silenced(writing: Writing) -> None:
    another_template(writing)
    writing.dismiss("unchanged")


def revived(writing: Writing) -> None:
    silenced(writing)
    writing.speak_again()


def for_the_next(writing: Writing) -> None:
    another_template(writing)
    turn(writing)


ONLY_ONE = with_fields(OPENED, recipients=OPENED.recipients[1:2])
SILENT = with_fields(ONLY_ONE, case=with_fields(OPENED.case, dismissed=frozenset({"unchanged"})))


@pytest.mark.parametrize("opened", [ONLY_ONE, SILENT, with_body(TEXT), OPENED])
@pytest.mark.parametrize("act", [another_template, filled_in, silenced, revived, for_the_next])
def test_the_gate_says_what_the_panel_says(opened: OpenDraft, act: Callable[[Writing], None]) -> None:
    writing = Writing(opened)
    act(writing)
    current = writing.current
    first = outgoing_texts(current, INTERVIEW, "Jo March")[0]
    assert first.recipient.id == writing.recipient.id
    found = proof(writing.final.text, writing.judged, subject=writing.draft.subject)
    panel = {RULES[finding.rule].title for finding in found if finding.level == "block"}
    assert {words.split(": “")[0] for words in obstacles([first])} == panel


def test_what_the_editor_has_learnt_since_it_was_opened_counts() -> None:
    def said(act: Callable[[Writing], None]) -> set[str]:
        writing = Writing(SILENT)
        act(writing)
        return {*obstacles(outgoing_texts(writing.current, INTERVIEW, "Jo March"))}

    unchanged = RULES["unchanged"].title
    assert unchanged in said(revived)
    assert unchanged not in said(silenced)


def test_a_message_for_one_goes_to_the_one_it_is_shown_for() -> None:
    status = replace(OPENED.draft, purpose="status", body=BODY)
    writing = Writing(with_fields(OPENED, purpose="status", draft=status))
    turn(writing)
    texts = outgoing_texts(writing.current, INTERVIEW, "Jo March")
    assert [one.outgoing.to for one in texts] == [writing.recipient.id]


@pytest.mark.parametrize(
    ("purpose", "carrier", "name", "said"),
    [
        ("thanks", None, "Ben Ito", "thanked Ben Ito"),
        ("thanks", Person(id="c1", name="Carla Weiss"), "Ben Ito", "thanked Ben Ito, through Carla Weiss"),
        ("status", None, "Ben Ito", "wrote to Ben Ito"),
        ("thanks", None, "", "thanked Northwind"),
    ],
)
def test_whom_a_text_was_for_is_said_and_who_passes_it_on(
    purpose: Purpose, carrier: Person | None, name: str, said: str
) -> None:
    opened = with_fields(OPENED, purpose=purpose)
    recipient = with_fields(OPENED.recipients[0], name=name, called="", carrier=carrier)
    text = with_fields(outgoing_texts(OPENED, INTERVIEW, "Jo March")[0], opened=opened, recipient=recipient)
    assert text.sent_words("Northwind") == said
