"""Working days in what is typed of an interview are those of its country, as the rules count them."""

from __future__ import annotations

import pytest

from store.settings import Settings, as_toml
from tests.command_line import Cli
from tests.making import pinned

NEW_YORK = "America/New_York"
PHRASE = "in 5 working days"
"""Said on Thursday 19 November: the Thursday after is Thanksgiving."""
THANKSGIVING, THE_DAY_AFTER = "2026-11-26", "2026-11-27"


def added(cli: Cli, *options: str) -> str:
    """The id of a new interview."""
    return cli.done("add", "Globex", "Engineer", "--start", "2026-11-18 14:00", *options).out.strip()


@pytest.fixture
def counting(cli: Cli) -> Cli:
    """With the calendars of countries."""
    cli.set(as_toml(Settings(policy=pinned(calendar="auto"))))
    return cli


@pytest.fixture
def card(counting: Cli) -> str:
    """The id of an interview in New York."""
    return added(counting, "--zone", NEW_YORK)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        (("promised", f"callback_by={PHRASE}"), "callback_by"),
        (("snoozed", f"until={PHRASE}"), "until"),
        (("owes", "what=references", f"due={PHRASE}"), "due"),
        (("closed", "result=offer", f"answer_by={PHRASE}"), "answer_by"),
    ],
)
def test_each_day_that_is_logged_goes_by_the_country(
    counting: Cli, card: str, fields: tuple[str, ...], field: str
) -> None:
    counting.done("log", card, *fields)
    assert counting.record(card)["events"][-1][field] == THE_DAY_AFTER


def test_a_country_of_ones_own_goes_before_that_of_the_zone(counting: Cli, card: str) -> None:
    counting.done("edit", card, "country=DE")
    counting.done("log", card, "promised", f"callback_by={PHRASE}")
    assert counting.record(card)["events"][-1]["callback_by"] == THANKSGIVING
    counting.done("edit", card, "country=US")
    counting.done("log", card, "promised", f"callback_by={PHRASE}", "--zone", "Europe/Berlin")
    assert counting.record(card)["events"][-1]["callback_by"] == THE_DAY_AFTER


def test_a_date_that_is_edited_goes_by_the_country(counting: Cli, card: str) -> None:
    counting.done("edit", card, f"start={PHRASE} at 14:00")
    assert counting.record(card)["starts_at"] == f"{THE_DAY_AFTER}T19:00:00Z"


@pytest.mark.parametrize(
    ("options", "day"),
    [
        (("--zone", NEW_YORK), THE_DAY_AFTER),
        (("--zone", NEW_YORK, "--country", "DE"), THANKSGIVING),
        (("--country", "US"), THE_DAY_AFTER),
        ((), THANKSGIVING),
    ],
)
def test_a_new_interview_goes_by_the_country_it_is_given(
    counting: Cli, options: tuple[str, ...], day: str
) -> None:
    card = added(counting, "--callback-by", PHRASE, *options)
    assert counting.record(card)["events"][0]["callback_by"] == day


def test_without_calendars_the_settings_count(counting: Cli, card: str) -> None:
    counting.set(as_toml(Settings(policy=pinned(calendar="none"))))
    counting.done("log", card, "promised", f"callback_by={PHRASE}")
    assert counting.record(card)["events"][-1]["callback_by"] == THANKSGIVING
