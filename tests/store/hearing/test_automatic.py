"""Nothing is proposed from what no person wrote, but for the two exceptions."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from store.calendar import interview_id
from store.interview import CalendarEntry, Closed
from tests.store.hearing.invitations import UID, invitation, mailed
from tests.store.hearing.listener import globex, hear, initech, kinds
from tests.store.hearing.mailers import Reply, plain
from tests.store.hearing.reading import WRITTEN

NO = "Dear Robin,\n\nwe have decided to move forward with other candidates.\n\nGlobex"
PROMISE = "Hi Robin,\n\nwe will let you know by Friday.\n\nAda"

MARKS = (
    "Auto-Submitted: auto-replied",
    "Auto-Submitted: auto-generated (rejected)",
    "List-Id: <jobs.globex.example>",
    "Precedence: bulk",
    "Precedence: LIST",
    "Precedence: junk",
    "Precedence: auto_reply",
    "X-Autoreply: yes",
    "X-Autorespond: x",
    "Return-Path: <>",
    "Content-Type: multipart/report; boundary=b",
)
SUBJECTS = (
    "Automatic reply: Thank you", "Out of Office: back on Monday", "Out of the office Re: thanks", "Auto: Thanks",
    "Autoreply: Re: x", "Re: Automatic reply: x", "OOO: Ada", "Undeliverable: Thank you", "Mail delivery failed: x",
    "Delivery Status Notification (Failure)", "Read: Thank you",
    "Automatische Antwort: Danke", "Abwesenheitsnotiz: Danke", "Abwesend: Re: x", "Unzustellbar: x",
    "Réponse automatique : Merci", "Absence du bureau : x", "Respuesta automática: Gracias", "Fuera de la oficina: x",
)  # fmt: skip
ADDRESSES = (
    "no-reply@globex.example", "noreply@globex.example", "no_reply@globex.example", "jobs.no-reply@globex.example",
    "donotreply@globex.example", "MAILER-DAEMON@globex.example", "ada+noreply@globex.example",
)  # fmt: skip


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("text", [NO, PROMISE])
def test_a_header_that_marks_it(mark: str, text: str) -> None:
    assert hear(plain(Reply(text, WRITTEN, extra=(mark,)))).proposals == ()


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_subject_that_marks_it(subject: str) -> None:
    assert hear(plain(Reply(PROMISE, WRITTEN, subject=subject))).proposals == ()


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_marks_it(address: str) -> None:
    assert hear(plain(Reply(PROMISE, WRITTEN, address=address))).proposals == ()


@pytest.mark.parametrize(
    "mark", ["X-Auto-Response-Suppress: All", "Auto-Submitted: no", "Precedence: normal"]
)
def test_what_is_no_mark(mark: str) -> None:
    assert kinds(hear(plain(Reply(PROMISE, WRITTEN, extra=(mark,))))) == ["promised"]


@pytest.mark.parametrize(
    "subject", ["Re: Office of the CTO", "Autumn plans", "Ready: your offer", "Re: Read this"]
)
def test_what_is_no_automatic_subject(subject: str) -> None:
    assert kinds(hear(plain(Reply(PROMISE, WRITTEN, subject=subject)))) == ["promised"]


def no_reply(text: str, subject: str = "Your application") -> bytes:
    return plain(
        Reply(text, WRITTEN, sender="Careers", address="no-reply@ats.example", subject=subject, answers="")
    )


def test_a_clear_no_from_a_no_reply_that_names_one_card_is_asked_about() -> None:
    text = NO.replace("other candidates.", "other candidates for the Data Engineer position at Globex.")
    (one,) = hear(no_reply(text)).proposals
    assert (
        one.ask
        and one.interview == "iv-1"
        and isinstance(one.event, Closed)
        and one.event.result == "rejected"
    )


@pytest.mark.parametrize(
    "text",
    [
        NO,
        "Dear Robin,\n\nthank you for applying as Data engineer at Globex. We will let you know by Friday.",
        "Dear Robin,\n\nwe have decided to move forward with other candidates for Data engineering at Globex.",
        "Dear Robin,\n\nwe have decided to move forward with other candidates for Analyst at Globex.",
    ],
)
def test_anything_else_from_a_no_reply_is_nothing(text: str) -> None:
    assert hear(no_reply(text)).proposals == ()


def test_a_no_that_may_be_of_two_cards_is_nothing() -> None:
    text = NO.replace("Globex", "Globex Data engineer")
    other = initech(id="iv-3", company="Globex", opportunity="another")
    assert len(hear(no_reply(text)).proposals) == 1
    twin = replace(other, role="Data engineer")
    assert hear(no_reply(text), globex(), twin).proposals == ()


def test_an_invitation_by_somebody_on_a_card_counts_whatever_the_headers_say() -> None:
    for mark in (*MARKS[:-1], "X-Other: y"):
        assert kinds(hear(mailed(invitation(), mark))) == ["meeting"], mark


def test_so_does_a_known_meeting_and_nothing_else() -> None:
    strange = invitation(sequence=1).replace(b"ada@globex.example", b"zoe@strange.example")
    assert hear(mailed(strange, "Auto-Submitted: auto-generated")).proposals == ()
    known = globex(id=interview_id(UID), calendar=CalendarEntry(uid=UID))
    assert hear(mailed(strange, "Auto-Submitted: auto-generated"), known).proposals
