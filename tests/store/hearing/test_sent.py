"""What the user has sent, and what a closed card still takes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from store.interview import Draft, Emailed, HandOver, Interview, Reopened, Result, Thanked
from tests.making import closed, emailed, thanked
from tests.store.hearing.listener import ADA, NOW, SAM, globex, hear, initech, kinds
from tests.store.hearing.mailers import Reply, plain
from tests.store.hearing.reading import WRITTEN

THANKS = "Dear Ada,\n\nthank you very much for the conversation.\n\nRobin"
QUESTION = "Dear Ada,\n\nmay I ask where things stand?\n\nRobin"


def sent(text: str, **more: object) -> bytes:
    """A mail of the user's to Ada."""
    plain_mail = {
        "sender": "Robin Vale", "address": "robin@mail.example", "to": "Ada Okafor <ada@globex.example>",
        "subject": "Our conversation", "message_id": "<s1@mail.example>", "answers": "", "at": WRITTEN, **more,
    }  # fmt: skip
    return plain(Reply(text, **plain_mail))  # type: ignore[arg-type]


def test_the_very_message_that_was_handed_over_is_sure() -> None:
    heard = hear(sent(THANKS, message_id="<asked@mail.example>"), sent=True)
    (one,) = heard.sent
    assert heard.proposals == () and one.card == "iv-1"
    assert isinstance(one.event, Thanked) and one.event.to == "p1" and one.event.channel == "email"
    assert one.event.ref == "<asked@mail.example>" and one.event.at == WRITTEN


def test_it_is_not_logged_where_the_card_knows_of_it() -> None:
    card = globex()
    card = replace(card, events=(thanked(WRITTEN - timedelta(minutes=1)),))
    heard = hear(sent(THANKS, message_id="<asked@mail.example>"), card, sent=True)
    assert heard.sent == () and heard.proposals == ()


def test_a_question_that_was_handed_over_counts_as_one() -> None:
    asked = Draft(
        id="d2", purpose="status", body="x", handed_over=(HandOver(to="p1", at=WRITTEN, message_id="<q@x>"),)
    )
    (one,) = hear(sent(QUESTION, message_id="<q@x>"), globex(drafts=(asked,)), sent=True).sent
    assert isinstance(one.event, Emailed) and one.event.to == "p1"


@pytest.mark.parametrize("folder", [True, False])
def test_other_mail_is_the_users_by_its_folder_or_its_sender(folder: bool) -> None:
    address = "someone@else.example" if folder else "rv+x@old.example"
    (one,) = hear(sent(THANKS, address=address), sent=folder).proposals
    assert isinstance(one.event, Thanked) and one.event.to == "p1" and one.interview == "iv-1"


def test_what_thanks_nobody_or_whom_nothing_is_owed_is_a_mail() -> None:
    assert kinds(hear(sent(QUESTION), sent=True)) == ["emailed"]
    done = replace(globex(), events=(thanked(WRITTEN - timedelta(days=2)),))
    assert kinds(hear(sent(THANKS), done, sent=True)) == ["emailed"]
    contact = initech(ends_at=WRITTEN - timedelta(hours=9))
    (one,) = hear(sent(THANKS, to=f"<{SAM.email}>"), contact, sent=True).proposals
    assert isinstance(one.event, Emailed) and one.event.to == "c1"


def test_what_was_noted_by_hand_is_not_proposed_again() -> None:
    near = WRITTEN - timedelta(hours=1)
    assert hear(sent(THANKS), replace(globex(), events=(thanked(near),)), sent=True).proposals == ()
    assert hear(sent(QUESTION), replace(globex(), events=(emailed(near, "p1"),)), sent=True).proposals == ()


def test_before_the_interview_is_over_nothing_is_proposed() -> None:
    assert hear(sent(THANKS), globex(ends_at=NOW + timedelta(days=3)), sent=True).proposals == ()


def test_one_mail_to_two_people_thanks_both() -> None:
    two = globex(interviewers=(ADA, replace(ADA, id="p7", name="Joan Pell", email="joan@globex.example")))
    heard = hear(sent(THANKS, to="ada@globex.example, Joan <joan@globex.example>"), two, sent=True)
    assert [one.event.to for one in heard.proposals if isinstance(one.event, Thanked)] == ["p1", "p7"]
    assert len({one.id for one in heard.proposals}) == 2


def ended(result: Result, **facts: object) -> Interview:
    return replace(globex(**facts), events=(closed(WRITTEN - timedelta(days=1), result),))


def test_a_closed_card_takes_thanks_and_no_mail() -> None:
    assert kinds(hear(sent(THANKS), ended("rejected"), sent=True)) == ["thanked"]
    assert kinds(hear(sent(QUESTION), ended("rejected"), sent=True)) == []


@pytest.mark.parametrize(
    ("result", "text", "proposed"),
    [
        ("quiet", "thanks for your patience.", "reopened"),
        ("quiet", "we have decided to move forward with other candidates.", "remark"),
        ("rejected", "all the best to you.", "remark"),
        ("rejected", "things have changed: we would like to offer you the position.", "reopened"),
        ("rejected", "things have changed. We will let you know by Friday.", "reopened"),
        ("withdrawn", "we would like to invite you to another conversation.", "reopened"),
        ("offer", "we will let you know by Friday about the desk.", "remark"),
        ("accepted", "please send the form by Friday.", "remark"),
    ],
)
def test_what_they_write_about_a_closed_card(result: Result, text: str, proposed: str) -> None:
    raw = plain(Reply(f"Hi Robin,\n\n{text}\n\nAda", WRITTEN))
    (one,) = hear(raw, ended(result)).proposals
    assert (one.event.KIND if one.event is not None else "remark") == proposed
    if isinstance(one.event, Reopened):
        assert one.ask
