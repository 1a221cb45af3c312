"""Working days in the fields of a form are those of the interview's country, as the rules count them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from store.interview import Interview, Owes
from tests.making import pinned
from tests.tui.forms.forms_host import answers, card, filled, interview, moment
from tui.forms import add, called, correct, debrief, heard, outcome, owes, promise
from tui.forms.context import FormContext
from tui.forms.fields import Sheet
from tui.forms.known import Known

PHRASE = "in 5 working days"
"""Said on Thursday 19 November: the Thursday after is Thanksgiving."""
THANKSGIVING, THE_DAY_AFTER = date(2026, 11, 26), date(2026, 11, 27)
COUNTING = replace(moment(), policy=pinned(calendar="auto"))


def american(**facts: Any) -> Interview:
    """The panel, held by an office in New York."""
    return interview(zone="America/New_York", **facts)


def owing() -> Owes:
    return Owes(id="e1", at=COUNTING.now, what="references")


@pytest.mark.parametrize(
    ("sheet", "field"),
    [
        (promise.sheet(COUNTING, [card(american())]), "callback_by"),
        (promise.snooze_sheet(COUNTING, [card(american())]), "until"),
        (outcome.sheet(COUNTING, [card(american())]), "answer_by"),
        (owes.sheet(COUNTING, card(american())), "owes_by"),
        (called.sheet(COUNTING, card(american())), "callback_by"),
        (called.sheet(COUNTING, card(american())), "owes_by"),
        (heard.sheet(COUNTING, card(american())), "callback_by"),
        (debrief.sheet(COUNTING, card(american())), "callback_by"),
        (debrief.sheet(COUNTING, card(american())), "owes_by"),
        (correct.sheet(COUNTING, card(american()), owing()), "due"),
    ],
)
def test_each_field_for_a_day_goes_by_the_country(sheet: Sheet[Any], field: str) -> None:
    typed = {field: PHRASE, "result": "offer", "outcome": "reached"}
    known = {one.name for one in sheet.fields}
    found = answers(sheet, **{name: text for name, text in typed.items() if name in known})[field]
    assert getattr(found, "value", found) == THE_DAY_AFTER


def test_cards_of_one_office_go_by_it_and_of_several_by_the_settings() -> None:
    def read(*cards: Interview) -> Any:
        sheet = promise.sheet(COUNTING, [card(one) for one in cards])
        return answers(sheet, callback_by=PHRASE)["callback_by"].value

    assert read(american(), american(id="iv-2")) == THE_DAY_AFTER
    assert read(american(), american(id="iv-2", country="DE")) == THANKSGIVING


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ({"zone": "America/New_York"}, THE_DAY_AFTER),
        ({"zone": "New York", "country": "de"}, THANKSGIVING),
        ({"zone": "Europe/Berlin", "country": "us"}, THE_DAY_AFTER),
        ({}, THANKSGIVING),
    ],
)
def test_a_new_interview_goes_by_the_country_in_the_form(typed: dict[str, str], day: date) -> None:
    facts = {"company": "Globex", "starts_at": "yesterday 14:00", "callback_by": PHRASE}
    assert _promised(COUNTING, **facts, **typed) == day.isoformat()


def _promised(context: FormContext, **typed: str) -> str:
    done = filled(add.sheet(context, Known()), **typed)
    limit: str = done.added.events[0].callback_by
    return limit
