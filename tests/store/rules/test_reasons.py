"""Why a card stands where it stands, in words."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from store.rules.reasons import thanked as thanked_words
from tests.making import (
    ADA,
    BEN,
    BERLIN,
    CLEO,
    END,
    POLICY,
    after,
    at,
    called,
    card,
    closed,
    emailed,
    heard,
    made,
    promised,
    reopened,
    skipped,
    snoozed,
    thanked,
)

DONE = thanked(after(1), None)
PROMISE = promised(after(1), "2026-11-27")
DUE = at("2026-12-01 09:00")
"""An hour after the office has opened on the Tuesday after the promised Friday."""


@pytest.mark.parametrize(
    ("events", "now", "words"),
    [
        pytest.param([], after(-3), "starts in 2 hours", id="to come"),
        pytest.param([], after(-0.5), "under way; ends in 30 minutes", id="under way"),
        pytest.param([], after(19), "nobody thanked yet; 5 hours left of the first day", id="due"),
        pytest.param(
            [thanked(after(1), "p1"), thanked(after(1), "p2")],
            after(19),
            "2 of 3 thanked; 5 hours left of the first day",
            id="in part",
        ),
        pytest.param(
            [thanked(after(1), "p1"), skipped(after(1), "p2")],
            after(19),
            "1 of 3 thanked, 1 left out; 5 hours left of the first day",
            id="one left out",
        ),
        pytest.param(
            [skipped(after(1), "p1"), skipped(after(1), "p2")],
            after(19),
            "nobody thanked yet, 2 left out; 5 hours left of the first day",
            id="two left out",
        ),
        pytest.param(
            [skipped(after(1), "p1"), thanked(after(2), "p1")],
            after(19),
            "1 of 3 thanked; 5 hours left of the first day",
            id="thanked after all",
        ),
        pytest.param(
            [thanked(after(1), "p1")],
            after(97),
            "no day was named, so this is our guess; call from Fri 09:00; not everyone was thanked in time",
            id="thanks to one missed",
        ),
        pytest.param(
            [skipped(after(1), "p1")],
            after(97),
            "no day was named, so this is our guess; call from Fri 09:00; nobody was thanked in time",
            id="thanks missed, and left out",
        ),
        pytest.param([], after(24), "nobody thanked yet; late: 24 hours left of the second day", id="late"),
        pytest.param(
            [],
            after(48),
            "nobody thanked yet; better late than not at all; 2 days until the card moves on",
            id="stale",
        ),
        pytest.param(
            [closed(after(1), "offer")],
            after(2),
            "nobody thanked yet; the offer is there, send it anyway; 22 hours left of the first day",
            id="after an offer",
        ),
        pytest.param(
            [DONE, PROMISE],
            after(2),
            "they promised an answer by Fri 27 Nov; call from 1 Dec 09:00",
            id="promised",
        ),
        pytest.param(
            [DONE, promised(after(1), "2026-11-20T10:00:00Z")],
            after(2),
            "they promised an answer by Fri 11:00; call from Mon 11:00",
            id="promised to the minute",
        ),
        pytest.param(
            [DONE],
            after(2),
            "no day was named, so this is our guess; call from 27 Nov 09:00",
            id="assumed",
        ),
        pytest.param(
            [],
            after(97),
            "no day was named, so this is our guess; call from Fri 09:00; nobody was thanked in time",
            id="thanks missed",
        ),
        pytest.param(
            [DONE, snoozed(after(2), "2026-12-14")],
            after(3),
            "you asked not to be reminded before; call from 14 Dec 09:00",
            id="snoozed",
        ),
        pytest.param(
            [DONE, called(after(18), "reached")],
            after(20),
            "you called today; call from 30 Nov 09:00",
            id="reached",
        ),
        pytest.param(
            [DONE, emailed(after(18))], after(40), "you wrote yesterday; call from 30 Nov 09:00", id="wrote"
        ),
        pytest.param(
            [DONE, heard(after(18))],
            after(20),
            "they were in touch today; call from 30 Nov 09:00",
            id="heard",
        ),
        pytest.param(
            [DONE, PROMISE],
            DUE,
            "they promised an answer by Fri 27 Nov; call until today 17:00",
            id="open",
        ),
        pytest.param(
            [DONE, PROMISE],
            at("2026-12-02 09:00"),
            "they promised an answer by Fri 27 Nov; the call is overdue by 17 hours",
            id="overdue",
        ),
        pytest.param(
            [DONE, called(DUE), called(DUE, "no_answer")],
            at("2026-12-02 12:00"),
            "no one reached yesterday (2 tries); call until tomorrow 17:00",
            id="vain calls",
        ),
        pytest.param(
            [promised(after(-20), "2026-11-18")],
            after(43),
            "they promised an answer by Wed 18 Nov; call until today 17:00; nobody thanked yet",
            id="a call with thanks open",
        ),
        pytest.param([closed(after(2), "rejected")], after(3), "rejected, Wed", id="rejected"),
        pytest.param([closed(after(-9), "cancelled")], after(3), "cancelled, Wed", id="cancelled"),
        pytest.param(
            [DONE, closed(after(2), "offer")], after(24 * 30), "an offer, Wed 18 Nov", id="some time ago"
        ),
        pytest.param(
            [DONE],
            after(24 * 60),
            "went quiet: no answer in all the time since the call was due",
            id="went quiet",
        ),
        pytest.param(
            [DONE, closed(after(2), "quiet"), reopened(after(27))],
            after(28),
            "reopened today; call from 30 Nov 09:00",
            id="reopened",
        ),
        pytest.param(
            [DONE, closed(after(2), "quiet"), reopened(after(18))],
            after(20),
            "no day was named, so this is our guess; call from 27 Nov 09:00",
            id="closed by mistake",
        ),
        pytest.param(
            [DONE],
            after(24 * 9),
            "no day was named, so this is our guess; ask when it suits you",
            id="a guess is never overdue",
        ),
        pytest.param(
            [DONE, promised(after(1), "2026-11-27", silence="no", quote="else it is a no")],
            DUE,
            "“else it is a no”: silence was to be a no, and they have kept silent",
            id="silence is a no",
        ),
        pytest.param(
            [DONE, closed(after(2), "offer", "2026-11-20")],
            after(20),
            "an offer; answer by tomorrow 17:00",
            id="an offer",
        ),
        pytest.param(
            [DONE, closed(after(2), "offer", "2026-11-20")],
            at("2026-11-20 18:00"),
            "an offer; the answer is overdue by 2 hours",
            id="an offer not answered",
        ),
        pytest.param([DONE, closed(after(2), "accepted")], after(3), "accepted, Wed", id="accepted"),
    ],
)
def test_in_words(events: list[Any], now: datetime, words: str) -> None:
    assert card(made(*events, interviewers=(ADA, BEN, CLEO)), now).why == words


@pytest.mark.parametrize(
    ("events", "words"),
    [
        ([DONE], "everyone thanked"),
        ([thanked(after(1), "p1"), thanked(after(1), "p2"), thanked(after(1), "p3")], "everyone thanked"),
        (
            [thanked(after(1), "p1"), thanked(after(1), "p2"), skipped(after(1), "p3")],
            "2 thanked, 1 left out",
        ),
        ([thanked(after(1), "p1"), skipped(after(2), None)], "1 thanked, 2 left out"),
        ([skipped(after(1), None)], "no thanks, on purpose"),
    ],
)
def test_who_was_left_out_is_not_counted_as_thanked(events: list[Any], words: str) -> None:
    assert thanked_words(card(made(*events, interviewers=(ADA, BEN, CLEO)), after(3)).course) == words


def test_an_interviewer_whom_nobody_knows_is_not_counted() -> None:
    assert card(made(interviewers=()), after(1)).why.startswith("the thank-you is open; ")


def test_one_try_is_one() -> None:
    assert "(1 try)" in card(made(thanked(after(1)), called(DUE)), DUE).why


def test_times_are_the_users_own() -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    why = card(made(thanked(after(1)), PROMISE), after(2), zone=tokyo).why
    assert why.endswith("call from 1 Dec 17:00")


def test_a_card_whose_answer_came_as_a_later_round_names_it() -> None:
    later = made(id="iv-2", round="Final", ends_at=after(24 * 15))
    assert card(made(DONE), after(24), POLICY, BERLIN, later).why == "goes on in Final, Thu 3 Dec"


def test_a_card_waits_for_the_answer_to_an_offer_on_another_round() -> None:
    later = made(closed(after(4), "cancelled"), id="iv-2", ends_at=after(24 * 15))
    earlier = made(closed(after(5), "offer", "2026-12-01"), id="iv-0", ends_at=after(-48))
    assert card(made(DONE), after(24), POLICY, BERLIN, later, earlier).why == (
        "waits for your answer to the offer"
    )


def test_never_a_refusal_where_it_only_went_quiet() -> None:
    quiet = card(made(), END.replace(year=2028))
    assert quiet.standing.level == "quiet"
    assert "reject" not in quiet.why
