"""What lines begin with: labels, and the head of a mail with whom it went to."""

from __future__ import annotations

import pytest

from store.people.line_labels import Label, addressee_lines, label_of
from store.people.reading import read_people


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("To: Ada", Label("", "To", "Ada")),
        ("**Name**: Ada", Label("", "Name", "Ada")),
        ("Contact person: Ada", Label("", "Contact person", "Ada")),
        ("Ihr Ansprechpartner : Ada", Label("", "Ihr Ansprechpartner", "Ada")),
        ("Attendees: Ada, Joan", Label("people", "Attendees", "Ada, Joan")),
        ("Required attendees: Ada", Label("people", "Required attendees", "Ada")),
        ("Teilnehmer (3): Ada", Label("people", "Teilnehmer (3)", "Ada")),
        ("Participants (3)", Label("", "Participants (3)", "")),
        ("Invitados: Ada", Label("people", "Invitados", "Ada")),
        ("Job title: CTO", Label("title", "Job title", "CTO")),
        ("Firma: Globex", Label("company", "Firma", "Globex")),
        ("Your recruiter: Ada", Label("role", "recruiter", "Ada")),
        ("Hiring Manager: Ada", Label("role", "Hiring Manager", "Ada")),
        ("CTO: Ada Okafor, Head of Data: Joan Pell", None),
        ("Ada: CTO", None),
        ("Panel discussions: none", None),
        ("Tomorrow: Ada", None),
        ("", None),
    ],
)
def test_a_line_begins_with_a_label_or_with_none(line: str, label: Label | None) -> None:
    assert label_of(line) == label


HEADS = {
    "en": ("From: {0}", "Sent: Tuesday, 24 November 2026 16:02", "To: {1}", "Subject: Interview"),
    "en, shouted": ("FROM: {0}", "DATE: 24 Nov 2026", "TO: {1}", "SUBJECT: Interview"),
    "de": ("Von: {0}", "Gesendet: Dienstag, 24. November 2026 16:02", "An: {1}", "Betreff: Gespräch"),
    "fr": ("De : {0}", "Envoyé : mardi 24 novembre 2026 16:02", "À : {1}", "Objet : Entretien"),
    "es": ("De: {0}", "Enviado: martes, 24 de noviembre de 2026", "Para: {1}", "Asunto: Entrevista"),
    "it": ("Da: {0}", "Inviato: martedì 24 novembre 2026", "A: {1}", "Oggetto: Colloquio"),
    "nl": ("Van: {0}", "Verzonden: dinsdag 24 november 2026", "Aan: {1}", "Onderwerp: Gesprek"),
}
ADA, ROBIN = "Ada Okafor <ada@globex.example>", "Robin Vogel <robin@mail.example>"


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_whom_a_mail_went_to_may_be_the_user_and_is_asked(head: tuple[str, ...]) -> None:
    text = "\n".join(head).format(ADA, ROBIN)
    assert [one.part for one in read_people(text).left] == ["Robin Vogel"]
    read = read_people(text, mine=["ROBIN@mail.example"])
    assert not read.left and [one.name for one in read.people] == ["Ada Okafor"]
    assert "Left out, as that is you: robin@mail.example." in read.said


def test_who_else_it_went_to_is_met_once_the_user_is_known() -> None:
    text = f"From: {ADA}\nDate: 24 Nov 2026\nTo: {ROBIN},\n Joan Pell <joan@globex.example>\nSubject: x"
    assert [one.part for one in read_people(text).left] == ["Robin Vogel", "Joan Pell"]
    read = read_people(text, mine=["robin@mail.example"])
    assert not read.left and [one.name for one in read.people] == ["Ada Okafor", "Joan Pell"]


def test_a_line_of_recipients_alone_is_no_head() -> None:
    assert addressee_lines(["To: Ada", "Cc: Joan"]) == frozenset()
    assert addressee_lines(["From: Ada", "To: Joan"]) == frozenset()
    assert addressee_lines(["From: Ada", "", "To: Joan", "Sent: now"]) == frozenset()
    assert addressee_lines(["x", "", "From: Ada", "Sent: now", "To: Joan", " Tom", "Cc: Ann"]) == {4, 5}
