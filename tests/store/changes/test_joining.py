"""Which interviews belong to one application."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from store.changes.joining import apart, as_next_round, asked, fresh_opportunity
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


# What is asked


def test_nothing_is_asked_where_all_is_clear() -> None:
    new = made(id="iv-2", ends_at=LATER)
    assert asked(new, []) is None
    assert asked(new, [made()]) is None, "both blank: they join by themselves"
    assert asked(replace(new, opportunity="glx"), [made(opportunity="GLX ")]) is None
    assert asked(replace(new, role=""), [made(role="", opportunity="glx")]) is None
    assert asked(replace(new, company="Initech"), [made(opportunity="glx")]) is None


def test_an_opportunity_joins_two_companies_only_when_asked() -> None:
    first = made(opportunity="glx")
    new = made(id="iv-2", company="Initech", opportunity="glx", ends_at=LATER)
    found = asked(new, [first])
    assert found is not None
    assert (found.doubt, found.opportunity, found.other) == ("two companies", "glx", first)
    assert found.yes == (new, {})
    assert found.no == (replace(new, opportunity=None), {})
    assert asked(new, [first, replace(new, id="iv-3")]) is None, "the agency is in it already"


def test_one_with_and_one_without_an_opportunity_are_asked_about_both_ways() -> None:
    named = made(opportunity="glx")
    new = made(id="iv-2", ends_at=LATER)
    found = asked(new, [made(id="iv-0", opportunity="glx", ends_at=END - timedelta(days=9)), named])
    assert found is not None and (found.doubt, found.other) == ("belongs to it", named)
    assert (found.yes, found.no) == ((replace(new, opportunity="glx"), {}), (new, {}))
    new = replace(new, opportunity="glx")
    found = asked(new, [made()])
    assert found is not None and found.doubt == "belongs with it"
    assert (found.yes, found.no) == ((new, {"iv-1": "glx"}), (new, {}))


def test_what_is_settled_is_not_asked_again() -> None:
    one, other = made(opportunity="glx"), made(id="iv-2", company="Initech", opportunity="glx")
    assert asked(replace(one, round="Final"), [one, other], one) is None
    assert asked(replace(one, company="Globex AG"), [one, other], one) is None, "a company's other name"
    found = asked(replace(one, opportunity="glx"), [other], replace(one, opportunity=None))
    assert found is not None and found.doubt == "two companies"


def test_what_is_taken_out_of_its_application_stays_out_of_it() -> None:
    one, other = made(opportunity="glx"), made(id="iv-2", opportunity="glx", ends_at=LATER)
    assert asked(replace(one, opportunity=None), [one, other], one) is None


def test_who_stands_alone_joins_nobody() -> None:
    new = made(id="iv-2", opportunity="glx")
    assert apart(new, [made(opportunity="glx")]).opportunity is None
    assert apart(new, [made()]).opportunity == "Globex, Data engineer"
