"""Which interviews belong to one application."""

from __future__ import annotations

from datetime import timedelta

import pytest

from store.changes.joining import as_next_round, fresh_opportunity
from store.rules.application import key_of
from tests.making import END, made

LATER = END + timedelta(days=9)


@pytest.mark.parametrize("opportunity", [None, "glx"])
def test_the_next_round_joins_by_what_is_the_same(opportunity: str | None) -> None:
    first = made(opportunity=opportunity)
    new = made(id="iv-2", round="Technical", ends_at=LATER, opportunity=opportunity)
    assert as_next_round(new, first, [first]) == (new, {})


def test_without_a_role_all_rounds_get_one_name() -> None:
    intro = made(id="iv-0", role="", opportunity=None)
    new = made(id="iv-2", role="", ends_at=LATER)
    joined = as_next_round(new, intro, [intro])
    assert joined.interview.opportunity == "Globex"
    assert joined.renamed == {"iv-0": "Globex"}


def test_another_role_makes_another_name_necessary_and_it_is_nobody_elses() -> None:
    first, other = made(), made(id="iv-9", company="Initech", opportunity="globex,  data engineer")
    new = made(id="iv-2", role="Staff engineer", ends_at=LATER)
    joined = as_next_round(new, first, [first, other])
    assert joined.interview.opportunity == "Globex, Data engineer 2"
    assert joined.renamed == {"iv-1": "Globex, Data engineer 2"}


def test_a_name_typed_for_the_next_round_goes_for_all_rounds_before() -> None:
    intro, panel = made(id="iv-0", ends_at=END - timedelta(days=9)), made()
    new = made(id="iv-2", ends_at=LATER, opportunity="glx")
    joined = as_next_round(new, panel, [intro, panel])
    assert joined.renamed == {"iv-0": "glx", "iv-1": "glx"}
    assert key_of(joined.interview) == ("opportunity", "glx")


def test_a_name_taken_out_is_put_in_again() -> None:
    first = made(opportunity="glx")
    joined = as_next_round(made(id="iv-2", ends_at=LATER), first, [first])
    assert (joined.interview.opportunity, joined.renamed) == ("glx", {})


def test_a_fresh_name_is_free() -> None:
    assert fresh_opportunity(made(role=""), [made(opportunity="globex")]) == "Globex 2"
