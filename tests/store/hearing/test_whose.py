"""Of which card a message is: by address, by what it answers, by name; and never by guessing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from store.interview import Heard as HeardEvent
from store.interview import Person
from tests.making import closed, made
from tests.store.hearing.listener import ADA, NOW, SAM, globex, hear, initech, kinds
from tests.store.hearing.mailers import Reply, plain
from tests.store.hearing.reading import WRITTEN

TEXT = "Hi Robin,\n\nthank you for your note.\n\nAda"


def reply(**more: object) -> Reply:
    """A plain answer to nothing."""
    return Reply(**{"text": TEXT, "at": WRITTEN, "answers": "", **more})  # type: ignore[arg-type]


@pytest.mark.parametrize("address", ["ada@globex.example", "ADA@GLOBEX.Example", "ada+x1@globex.example"])
def test_any_spelling_of_an_address_on_the_card_is_theirs(address: str) -> None:
    (one,) = hear(plain(reply(address=address, sender="A. O."))).proposals
    assert (
        one.interview == "iv-1" and isinstance(one.event, HeardEvent) and one.event.to == "p1" and not one.ask
    )


def test_an_answer_to_what_ringback_wrote_is_of_that_card_whoever_writes_it() -> None:
    (one,) = hear(
        plain(reply(address="hr@other.example", sender="HR", answers="<asked@mail.example>"))
    ).proposals
    assert one.interview == "iv-1" and isinstance(one.event, HeardEvent) and one.event.to is None


def test_a_stranger_who_answers_to_all_is_a_remark() -> None:
    to = "Robin Vale <robin@mail.example>, Ada Okafor <ada@globex.example>"
    heard = hear(
        plain(reply(address="tom@globex.example", sender="Tom", answers="<asked@mail.example>", to=to))
    )
    assert kinds(heard) == ["remark"]


def test_a_full_name_from_the_companys_domain_is_asked_about() -> None:
    (one,) = hear(plain(reply(address="ben.ito@globex.example", sender="Ito, Ben"))).proposals
    assert one.ask and one.interview == "iv-1" and one.event is not None and one.event.to == "p2"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("address", "sender"),
    [
        ("ben.ito@gmail.com", "Ben Ito"),
        ("ada.okafor@gmail.com", "Ada Okafor"),
        ("joan@globex.example", "Joan Pell"),
        ("ben@initech.example", "Ben Ito"),
    ],
)
def test_a_name_alone_or_a_domain_alone_is_a_remark_at_most(address: str, sender: str) -> None:
    assert kinds(hear(plain(reply(address=address, sender=sender)))) == ["remark"]


@pytest.mark.parametrize(
    ("address", "sender"),
    [
        ("news@shop.example", "Globex news"),
        ("ada@gmail.com", "Ada"),
        ("x@globexx.example", "X"),
        ("b@mail.example", "B"),
    ],
)
def test_strangers_are_nothing(address: str, sender: str) -> None:
    assert hear(plain(reply(address=address, sender=sender, subject="Globex Data engineer"))).proposals == ()


def test_several_cards_are_asked_about() -> None:
    other = initech(id="iv-3", company="Hooli", role="Writer")
    (one,) = hear(plain(reply(address=SAM.email, sender="Sam Reed")), globex(), initech(), other).proposals
    assert one.interview is None and set(one.choices) == {"iv-2", "iv-3"}
    assert one.people == {"iv-2": "c1", "iv-3": "c1"}


def test_what_is_answered_narrows_several_cards_down() -> None:
    (one,) = hear(plain(reply(answers="<asked@mail.example>")), globex(), initech(contacts=(ADA,))).proposals
    assert one.interview == "iv-1"


def test_of_the_rounds_of_one_application_the_last_one_is_told() -> None:
    second = globex(id="iv-9", round="Second", drafts=(), ends_at=NOW - timedelta(hours=30))
    (one,) = hear(plain(reply()), globex(), second).proposals
    assert one.interview == "iv-9"


def test_a_round_that_was_called_off_hears_nothing() -> None:
    off = globex(id="iv-9", round="Second", drafts=(), ends_at=NOW + timedelta(days=9))
    off = replace(off, events=(closed(WRITTEN - timedelta(days=1), "cancelled"),))
    (one,) = hear(plain(reply()), globex(), off).proposals
    assert one.interview == "iv-1"


def test_what_was_said_before_the_card_began_is_nothing() -> None:
    assert hear(plain(reply(at=WRITTEN - timedelta(days=30)))).proposals == ()


def test_what_is_written_to_another_candidate_is_a_remark() -> None:
    no = "Dear Tom,\n\nwe have decided to move forward with other candidates.\n\nAda"
    assert kinds(hear(plain(reply(text=no)))) == ["remark"]
    for name in ("Robin", "Ms Vale", "all", "Rob", "candidate"):
        assert kinds(hear(plain(reply(text=no.replace("Tom", name))))) == ["closed"], name


def test_people_without_names_or_addresses_are_harmless() -> None:
    card = made(interviewers=(Person(id="p1"), Person(id="p2", name="?"), Person(id="p3", email="x")))
    assert hear(plain(reply(address="ada@else.example", sender="?")), card).proposals == ()


def test_a_mail_without_a_message_id_is_told_apart_all_the_same() -> None:
    one, other = (
        hear(plain(reply(message_id="", subject=subject))).proposals[0] for subject in ("one", "two")
    )
    assert one.ref and one.ref != other.ref and one.id != other.id
