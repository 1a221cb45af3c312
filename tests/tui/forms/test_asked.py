"""Marking as sent where no thanks are open: that the user has asked in writing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from store.interview import Emailed, Interview, Person, Thanked
from store.rules.board import Card
from tests.making import ADA, BEN, SAM, after, at, card, closed, made, promised, thanked
from tests.tui.forms.forms_host import answers, filled, moment
from tui.forms import asked
from tui.forms.fields import Line

DONE = thanked(after(1), None)
DUE = at("2026-12-01 09:30")
"""A Tuesday on which the promise of the Friday before may be asked about."""
CONTEXT = moment(DUE)


def asking(*people: Person, **facts: Any) -> Card:
    """A card in Call now, with everyone thanked."""
    interviewers = people or (ADA, BEN)
    return card(made(DONE, promised(after(1), "2026-11-27"), interviewers=interviewers, **facts), DUE)


def noted(done: Any, one: Card) -> Any:
    """The last event of the card after the step."""
    changed: Interview = done.moves[one.id](one.interview)
    return changed.events[-1]


@pytest.mark.parametrize(
    ("events", "now", "is_asking"),
    [
        ([DONE, promised(after(1), "2026-11-27")], DUE, True),
        ([DONE, promised(after(1), "2026-11-27")], after(5), True),
        ([], after(5), False),
        ([promised(after(1), "2026-11-18T15:00:00Z")], after(48.5), False),
        ([], after(100), True),
        ([DONE, closed(after(2), "offer", "2026-11-20")], after(20), False),
        ([DONE, closed(after(2))], after(20), False),
        ([], after(-5), False),
    ],
    ids=["to call", "waiting", "to thank", "thanks open", "thanks missed", "offered", "closed", "to come"],
)
def test_where_sent_means_that_they_were_asked(events: list[Any], now: Any, is_asking: bool) -> None:
    assert asked.is_asking(card(made(*events), now)) == is_asking


@pytest.mark.parametrize(
    ("people", "contacts", "to"),
    [
        ((ADA, BEN), (), "p1"),
        ((ADA, BEN), (SAM,), "c1"),
        ((replace(ADA, email=None), BEN), (), "p2"),
        ((replace(ADA, ask="phone"), BEN), (), "p2"),
        ((replace(ADA, email=None),), (), None),
    ],
)
def test_it_is_whom_the_rules_would_write_to(
    people: tuple[Person, ...], contacts: tuple[Person, ...], to: str | None
) -> None:
    one = asking(*people, contacts=contacts)
    event = noted(filled(asked.sheet(CONTEXT, [one])), one)
    assert isinstance(event, Emailed)
    assert (event.to, event.at) == (to, DUE)


def test_whom_when_and_a_note_can_be_said() -> None:
    one = asking()
    done = filled(asked.sheet(CONTEXT, [one]), to="p2", at="yesterday 10:00", note="about the date")
    event = noted(done, one)
    assert (event.to, event.note) == ("p2", "about the date")
    assert event.at == at("2026-11-30 09:00")
    assert done.words == "wrote to Ben"


def test_it_is_said_when_the_card_asks_next() -> None:
    (line,) = [field for field in asked.sheet(CONTEXT, [asking()]).fields if field.name == "at"]
    assert isinstance(line, Line)
    assert line.say(line.read("now", {}), {}).endswith("call from Thu 10 Dec 09:00")


def test_on_several_each_is_to_their_own() -> None:
    one, other = asking(), asking(BEN, id="iv-2", company="Initech")
    done = filled(asked.sheet(CONTEXT, [one, other]))
    assert (noted(done, one).to, noted(done, other).to) == ("p1", "p2")
    assert done.words == "wrote to Ada and Ben"


def test_thanks_that_were_missed_can_still_be_marked_as_sent() -> None:
    late = after(100)
    one = card(made(interviewers=(ADA, BEN)), late)
    context = moment(late)
    assert answers(asked.sheet(context, [one]))["what"] == "asked"
    done = filled(asked.sheet(context, [one]), what="thanks", at="2h ago")
    events = done.moves[one.id](one.interview).events
    assert [(type(event), event.to) for event in events] == [(Thanked, "p1"), (Thanked, "p2")]
    assert {event.at for event in events} == {late - timedelta(hours=2)}
