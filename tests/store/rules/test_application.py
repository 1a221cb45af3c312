"""Which interviews are rounds of one application, in which order, and what one says for the others."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from store.interview import Interview, Promised
from store.rules.application import Applications, key_of
from store.rules.elsewhere import elsewhere
from tests.making import ADA, END, POLICY, SAM, after, closed, heard, made, promised, reopened

DAY = timedelta(days=1)


def same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return key_of(made(id="a", **one)) == key_of(made(id="b", **other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param({}, {}, id="company and role"),
        pytest.param({}, {"company": "GLOBEX", "role": "data Engineer"}, id="case does not count"),
        pytest.param({}, {"company": " Globex ", "role": "Data  \t engineer"}, id="nor do spaces"),
        pytest.param({"company": "Straße"}, {"company": "STRASSE"}, id="case is folded"),
        pytest.param({}, {"opportunity": " \t"}, id="a blank opportunity is none"),
        pytest.param(
            {"opportunity": "g-1", "company": "Agency", "role": "x"}, {"opportunity": " G-1 "},
            id="one opportunity, whatever company and role",
        ),
    ],
)  # fmt: skip
def test_one_application(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param({}, {"role": "Data engineers"}, id="another role"),
        pytest.param({}, {"company": "Initech"}, id="another company"),
        pytest.param({"role": ""}, {"role": " "}, id="no role: each by itself"),
        pytest.param({"opportunity": "g-1"}, {"opportunity": "g-2"}, id="another opportunity"),
        pytest.param({"opportunity": "g-1"}, {}, id="only one has an opportunity"),
        pytest.param({"opportunity": "globex"}, {"company": "globex", "role": ""}, id="a name is no company"),
        pytest.param({"company": "Globex Data", "role": "x"}, {"company": "Globex", "role": "Data x"},
                     id="company and role are two things"),
    ],
)  # fmt: skip
def test_two_applications(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert not same(one, other)


def order(*interviews: Interview) -> list[str]:
    found = [one.id for one in Applications(interviews).rounds(interviews[0])]
    assert found == [one.id for one in Applications(reversed(interviews)).rounds(interviews[0])]
    return found


def test_rounds_are_in_the_order_of_their_ends_then_starts_then_ids() -> None:
    long = made(id="a", starts_at=END - 3 * DAY)
    assert order(made(id="z", ends_at=END - DAY), made(id="y"), made(id="x"), long) == ["z", "a", "x", "y"]


def test_something_recorded_counts_by_its_start() -> None:
    """A task of a week that was begun before the interview and handed in after it."""
    task = made(id="z", mode="recorded", starts_at=END - 2 * DAY, ends_at=END + 5 * DAY)
    assert order(made(id="a"), task, made(id="b", ends_at=END - 3 * DAY)) == ["b", "z", "a"]


def test_one_that_nobody_else_belongs_to_is_alone() -> None:
    alone = elsewhere(made(), [made()], POLICY, END)
    assert (alone.later, alone.offer_until, alone.events) == (None, None, ())


# What one says for the others


FIRST = made(id="a")
SECOND = made(id="b", ends_at=END + 20 * DAY)


def later(now: datetime, *rounds: Interview) -> str | None:
    found = elsewhere(FIRST, Applications([FIRST, *rounds]).rounds(FIRST), POLICY, now).later
    return None if found is None else found.id


def test_the_first_later_round_that_is_not_called_off_is_named() -> None:
    off = replace(SECOND, events=(replace(closed(after(5), "cancelled"), id="e"),))
    third = made(id="c", ends_at=END + 30 * DAY)
    assert later(after(1), SECOND, third) == "b", "also before it takes place"
    assert later(after(5) - timedelta(seconds=1), off, third) == "b"
    assert later(after(5), off, third) == "c"
    assert later(after(5), off) is None
    assert later(after(5), made(id="b", ends_at=END - DAY)) is None, "an earlier one is no answer"


def test_called_off_is_what_stands_last() -> None:
    back = made(closed(after(5), "cancelled"), reopened(after(6)), id="b", ends_at=END + 20 * DAY)
    other = made(closed(after(5), "cancelled"), closed(after(6)), id="b", ends_at=END + 20 * DAY)
    for one in (back, other):
        assert later(after(5), one) is None
        assert later(after(6), one) == "b"


def said(interview: Interview, other: Interview, now: datetime) -> list[Any]:
    rounds = Applications([interview, other]).rounds(interview)
    return [*elsewhere(interview, rounds, POLICY, now).events]


def test_a_round_called_off_counts_as_heard_and_so_do_its_promises() -> None:
    off = replace(
        SECOND,
        events=(
            promised(after(3), "2026-11-27", by="p1"), heard(after(4)), closed(after(5), "cancelled"),
            closed(after(6), "cancelled"), promised(after(7), "2026-12-04"),
        ),
    )  # fmt: skip
    assert said(FIRST, off, after(4)) == [], "it still stands"
    promise, news = said(FIRST, off, after(30))
    assert (promise.callback_by, promise.by) == ("2026-11-27T16:00:00Z", None)
    assert (news.KIND, news.at) == ("heard", after(6)), "at its last"


@pytest.mark.parametrize(
    ("starts", "passes"),
    [
        pytest.param(END - timedelta(hours=1), True, id="under way"),
        pytest.param(after(2), True, id="later on the day on which it was made"),
        pytest.param(datetime(2026, 11, 18, 22, 59, 59, tzinfo=UTC), True, id="to the end of the day there"),
        pytest.param(datetime(2026, 11, 18, 23, tzinfo=UTC), False, id="the next day"),
    ],
)
def test_a_promise_passes_on_to_rounds_of_its_day(starts: datetime, passes: bool) -> None:
    first = made(promised(after(1), "2026-11-27", by="p1", quote="by Friday"), id="a", contacts=(SAM,))
    second = made(id="b", starts_at=starts, ends_at=starts + timedelta(hours=2), interviewers=(ADA,))
    found = said(second, first, after(2))
    assert len(found) == passes
    if passes:
        assert found == [
            Promised(id="", at=after(1), callback_by="2026-11-27T16:00:00Z", quote="by Friday", by=None)
        ]
        assert said(second, first, after(0.5)) == [], "not before it was made"


def test_the_day_is_the_one_where_it_was_logged() -> None:
    """Noted in Berlin on Wednesday evening, when it is Thursday in Sydney already."""
    first = made(promised(after(7), "2026-11-27"), id="a")
    starts = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)
    second = made(id="b", zone="Australia/Sydney", starts_at=starts, ends_at=starts + timedelta(hours=1))
    assert said(second, first, after(8)) == [], "it starts on Thursday in Berlin"
    there = replace(first, zone="Australia/Sydney")
    (promise,) = said(second, there, after(8))
    assert promise.callback_by == "2026-11-27T06:00:00Z", "closing time where it was logged"


def test_what_is_logged_on_a_closed_round_does_not_pass_on() -> None:
    first = made(closed(after(0.5)), promised(after(1), "2026-11-27"), id="a")
    assert said(made(id="b"), first, after(2)) == []


def test_a_promise_does_not_pass_back() -> None:
    second = made(promised(after(1), "2026-11-27"), id="b")
    assert said(FIRST, second, after(2)) == []


def test_what_is_known_twice_by_its_mail_passes_on_once() -> None:
    mail = {"ref": "<1@globex.example>"}
    first = made(promised(after(1), "2026-11-27", **mail), promised(after(2), "2026-12-04", **mail), id="a")
    assert [one.callback_by for one in said(made(id="b"), first, after(3))] == ["2026-11-27T16:00:00Z"]


def test_an_offer_is_pending_until_it_has_gone_quiet() -> None:
    offer = made(closed(after(1), "offer", "2026-11-27"), id="a", ends_at=END - DAY)
    rounds = Applications([offer, SECOND]).rounds(SECOND)
    until = datetime(2026, 12, 27, 16, tzinfo=UTC)
    for now, expected in (
        (END, None),
        (after(1), until),
        (until - timedelta(seconds=1), until),
        (until, None),
    ):
        assert elsewhere(SECOND, rounds, POLICY, now).offer_until == expected
    taken = replace(offer, events=(*offer.events, replace(closed(after(2), "accepted"), id="e2")))
    assert elsewhere(SECOND, [taken, SECOND], POLICY, after(3)).offer_until is None
