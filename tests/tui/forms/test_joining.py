"""The question that comes before interviews are joined of which it is not clear that they belong together."""

from __future__ import annotations

from typing import Any

import pytest

from store.book import Book
from store.interview import Interview
from tests.tui.forms.forms_host import filled, interview, moment
from tui.forms import add, edit
from tui.forms.done import Done
from tui.forms.known import known


def adding(*there: Interview, **typed: Any) -> Done:
    facts = {"company": "Northwind", "role": "Data engineer", "starts_at": "2026-11-30 14:00", **typed}
    done = filled(add.sheet(moment(), known(there)), **facts)
    assert isinstance(done, Done)
    return done


def opportunities(done: Done | None, *there: Interview) -> dict[str, str | None]:
    assert done is not None
    return {
        key: one.opportunity
        for key, one in done.change(Book({one.id: one for one in there})).interviews.items()
    }


def test_by_itself_it_joins_without_a_question() -> None:
    assert adding(interview()).question is None
    assert adding(interview(opportunity="nw"), opportunity="nw").question is None


@pytest.mark.parametrize(
    ("before", "typed", "yes", "no"),
    [
        ("nw", "", ("nw", "nw"), ("nw", None)),
        (None, "nw", ("nw", "nw"), (None, "nw")),
    ],
)
def test_company_and_role_agree_and_only_one_is_named(
    before: str | None, typed: str, yes: tuple[str, str], no: tuple[str | None, str | None]
) -> None:
    there = interview(opportunity=before)
    question = adding(there, opportunity=typed).question
    assert question is not None and "nw" in question.title and "Panel" in question.lines
    for answer, wanted in ((question.yes, yes), (question.no, no)):
        assert opportunities(answer, there) == {"iv-1": wanted[0], "iv-n1": wanted[1]}


def test_an_application_of_another_company() -> None:
    there = interview(opportunity="nw")
    question = adding(there, company="Hays", opportunity="nw").question
    assert question is not None and question.title.startswith("Does Hays belong")
    assert opportunities(question.yes, there) == {"iv-1": "nw", "iv-n1": "nw"}
    assert opportunities(question.no, there) == {"iv-1": "nw", "iv-n1": None}


def test_editing_asks_too_and_no_keeps_what_else_was_changed() -> None:
    there, other = interview(opportunity="nw"), interview(id="iv-2", company="Hays")
    done = filled(edit.sheet(moment(), known([there, other]), other), opportunity="nw", round="Final")
    question = done.question
    assert question is not None
    assert opportunities(question.yes, there, other) == {"iv-1": "nw", "iv-2": "nw"}
    changed = question.no.change(Book({"iv-1": there, "iv-2": other})).interviews["iv-2"]
    assert (changed.round, changed.opportunity) == ("Final", None)
    assert filled(edit.sheet(moment(), known([there, other]), other), round="Final").question is None
