"""Changes to an interview: what is refused, and how two changes of one thing are united."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from store.changes import moves
from store.changes.moves import Refused
from store.interview import (
    AnyEvent,
    Closed,
    Draft,
    Interview,
    LooseEnd,
    Person,
    Reopened,
    Thanked,
    ThanksSkipped,
)
from tests.making import (
    ADA,
    BEN,
    CLEO,
    SAM,
    after,
    called,
    closed,
    debriefed,
    delivered,
    emailed,
    heard,
    made,
    owes,
    promised,
    reopened,
    skipped,
    snoozed,
    thanked,
)

NOW = after(48)
PANEL = made(interviewers=(ADA, BEN), contacts=(SAM,))


def edited(here: Interview, field: str, seen: Any, wanted: Any) -> Interview:
    return moves.edit({field: (seen, wanted)}, now=NOW)(here)


def refused(move: moves.Move, here: Interview = PANEL) -> str:
    with pytest.raises(Refused) as why:
        move(here)
    sentence = str(why.value)
    assert sentence.endswith(".")
    return sentence


def log(*events: Any) -> moves.Move:
    named = [replace(one, id=one.id or f"n{place}") for place, one in enumerate(events)]
    return moves.log(*named, now=NOW)


def test_what_happened_joins_the_end_of_the_list() -> None:
    once = log(heard(after(3)))(PANEL)
    again = moves.log(replace(heard(after(2)), id="x"), now=NOW)(once)
    assert [one.id for one in again.events] == ["n0", "x"]


@pytest.mark.parametrize(
    ("events", "words"),
    [
        ([heard(NOW + timedelta(seconds=1))], "2026-11-20T14:00:01Z lies ahead"),
        ([replace(heard(NOW), id="a"), replace(heard(NOW), id="a")], "already an event a"),
        ([thanked(NOW, "p9")], "no interviewer p9; it has p1 (Ada Okafor), p2 (Ben Ito)"),
        ([thanked(NOW, "c1")], "no interviewer c1"),
        ([called(NOW, to="p9")], "no person p9; it has p1 (Ada Okafor), p2 (Ben Ito), c1 (Sam Reed)"),
        ([reopened(NOW)], "Nobody has closed Globex, so it cannot be reopened"),
        ([closed(after(2)), reopened(after(1))], "Nobody has closed Globex"),
        ([promised(NOW, "2026-11-27", by="p9")], "no person p9"),
        ([delivered(NOW, "e9")], "Nothing of that id is owed to Globex: e9"),
        ([heard(after(1)), delivered(NOW, "n0")], "Nothing of that id is owed to Globex: n0"),
    ],
)
def test_what_cannot_be_logged(events: list[Any], words: str) -> None:
    assert words in refused(log(*events))


def test_what_can_be_logged_all_the_same() -> None:
    here = log(called(NOW, to="c1"), closed(NOW), reopened(NOW), closed(NOW))(PANEL)
    assert len(here.events) == 4
    owed = log(owes(after(1)), delivered(after(2), "n0"), promised(NOW, "2026-11-27", by="c1"))(PANEL)
    assert len(owed.events) == 3
    assert len(log(thanked(NOW, None))(made(interviewers=())).events) == 1


WHILE_OPEN = [
    called(after(3)), emailed(after(3)), heard(after(3)), promised(after(3), "2026-11-27"),
    snoozed(after(3), "2026-11-27"),
]  # fmt: skip


@pytest.mark.parametrize("event", WHILE_OPEN, ids=[one.KIND for one in WHILE_OPEN])
def test_what_would_change_nothing_on_a_closed_card_is_refused(event: Any) -> None:
    """By whether it was closed at that instant, not by whether it is now."""
    shut = log(closed(after(2)), reopened(after(4)))(PANEL)
    assert "was closed then (rejected)" in refused(moves.log(replace(event, id="x"), now=NOW), shut)
    early, late = replace(event, id="x", at=after(1)), replace(event, id="y", at=after(5))
    assert len(moves.log(early, late, now=NOW)(shut).events) == 4
    still = log(closed(after(2)))(PANEL)
    assert len(moves.log(early, now=NOW)(still).events) == 2
    assert "was closed then" in refused(moves.log(late, now=NOW), still)


def test_thanks_what_is_owed_the_debrief_and_another_result_count_on_a_closed_card_too() -> None:
    here = log(owes(after(1)), closed(after(2)))(PANEL)
    still: list[AnyEvent] = [
        thanked(after(3)), skipped(after(3), "p2"), owes(after(3)), delivered(after(3), "n0"),
        debriefed(after(3)), closed(after(3), "offer", "2026-11-27"), reopened(after(4)),
    ]  # fmt: skip
    named = [replace(one, id=f"x{place}") for place, one in enumerate(still)]
    assert len(moves.log(*named, now=NOW)(here).events) == 9


def test_what_was_delivered_goes_before_what_was_owed() -> None:
    here = log(owes(after(1)), delivered(after(2), "n0"))(PANEL)
    assert "take that back first" in refused(moves.drop_event("n0"), here)
    assert moves.drop_event("n0")(moves.drop_event("n1")(here)).events == ()


def test_a_card_gone_quiet_by_itself_is_not_reopened_but_brought_back() -> None:
    assert "a card that went quiet comes back with a call" in refused(
        moves.log(Reopened(id="x", at=after(24 * 90)), now=after(24 * 90))
    )


def test_a_correction_takes_the_place_of_the_event() -> None:
    here = log(heard(after(1)), closed(after(2)), thanked(after(3)))(PANEL)
    right = moves.correct(Closed(id="n1", at=after(2), result="offer"), now=NOW)(here)
    assert [one.id for one in right.events] == ["n0", "n1", "n2"]
    assert right.events[1] == Closed(id="n1", at=after(2), result="offer")
    assert "no event x" in refused(moves.correct(replace(heard(NOW), id="x"), now=NOW), here)
    assert "ahead" in refused(moves.correct(replace(heard(after(999)), id="n0"), now=NOW), here)


def test_an_event_is_taken_back() -> None:
    here = log(heard(after(1)), closed(after(2)))(PANEL)
    assert [one.id for one in moves.drop_event("n0")(here).events] == ["n1"]
    assert "no event x" in refused(moves.drop_event("x"), here)


@pytest.mark.parametrize("kind", [Thanked, ThanksSkipped])
def test_settling_makes_one_event_for_each(kind: Any) -> None:
    def ids() -> Any:
        numbers = iter(range(99))
        return lambda: f"e{next(numbers)}"

    def settle(**more: Any) -> moves.Move:
        return moves.settle(kind, ids(), now=NOW, at=after(1), **more)

    assert [one.to for one in settle()(PANEL).events] == ["p1", "p2"]  # type: ignore[union-attr]
    some = settle(to=["p2"])(PANEL)
    assert [(one.to, one.KIND) for one in some.events] == [("p2", kind.KIND)]  # type: ignore[union-attr]
    nobody = settle()(made(interviewers=()))
    assert [one.to for one in nobody.events] == [None]  # type: ignore[union-attr]
    assert "Everyone at Globex" in refused(settle(), nobody)
    assert "no interviewer p9" in refused(settle(to=["p9"]))


# Facts


facts = st.sampled_from(["", "a", "b", "c"])


@given(facts, facts, facts)
def test_of_two_texts_none_is_lost(seen: str, wanted: str, here: str) -> None:
    after_it = edited(made(role=here), "role", seen, wanted)
    kept = {after_it.role, *(one.value for one in after_it.conflicts)}
    assert after_it.role == (here if wanted == seen else wanted)
    if wanted != seen:
        assert {here, wanted} - {seen} <= kept
        assert bool(after_it.conflicts) == (here not in (seen, wanted))


texts = st.lists(st.sampled_from("abcde"), unique=True, max_size=4).map(tuple)


@given(texts, texts, texts)
def test_lists_are_united(seen: tuple[str, ...], wanted: tuple[str, ...], here: tuple[str, ...]) -> None:
    united = edited(made(topics=here), "topics", seen, wanted)
    added = {*wanted, *here} - {*seen}
    taken_out = ({*seen} - {*wanted}) | ({*seen} - {*here})
    assert {*united.topics} == ({*seen} | added) - taken_out
    assert len(united.topics) == len({*united.topics})
    assert united.conflicts == ()
    if here == seen:
        assert united.topics == wanted


def test_a_list_may_be_put_in_another_order() -> None:
    assert edited(made(topics=("a", "b")), "topics", ("a", "b"), ("b", "a")).topics == ("b", "a")


def test_people_are_united_by_their_ids() -> None:
    phoned = replace(ADA, phone="+49301111111")
    renamed = replace(BEN, name="Benjamin Ito")
    here = made(interviewers=(phoned, BEN))
    one = edited(here, "interviewers", (ADA, BEN), (ADA, renamed, CLEO))
    assert (one.interviewers, one.conflicts) == ((phoned, renamed, CLEO), ())
    both = edited(here, "interviewers", (ADA, BEN), (replace(ADA, phone="+49302222222"), BEN))
    assert both.interviewers[0].phone == "+49302222222"
    assert "+49301111111" in both.conflicts[0].value


def test_a_loose_end_changed_in_two_places() -> None:
    open_, done, dropped = (LooseEnd(text="a", state=one) for one in ("open", "addressed", "dropped"))
    united = edited(made(loose_ends=(done,)), "loose_ends", (open_,), (dropped,))
    assert united.loose_ends == (dropped,)
    assert united.conflicts


@pytest.mark.parametrize(
    ("field", "seen", "wanted", "words"),
    [
        ("company", "Globex", "  ", "Not changed: expected `company` not to be blank."),
        ("zone", "Europe/Berlin", "Mars/Base", "Not changed: expected `zone` to be an IANA zone"),
        (
            "ends_at",
            PANEL.ends_at,
            after(-5),
            "Not changed: expected `ends_at` not to lie before `starts_at`.",
        ),
        ("starts_at", PANEL.starts_at, after(5).replace(tzinfo=None), "offset"),
        ("events", (), (), "events is not a fact of an interview"),
        ("contacts", (SAM,), (replace(SAM, id="p1"),), "The person p1 is in iv-1 twice."),
    ],
)
def test_facts_that_do_not_hold_together_are_refused(field: str, seen: Any, wanted: Any, words: str) -> None:
    assert words in refused(moves.edit({field: (seen, wanted)}, now=NOW))


def test_someone_whom_events_are_about_stays() -> None:
    here = log(thanked(after(1), "p1"), called(after(2), to="c1"))(PANEL)
    assert "no interviewer p1" in refused(moves.edit({"interviewers": ((ADA, BEN), (BEN,))}, now=NOW), here)
    assert "no person c1" in refused(moves.edit({"contacts": ((SAM,), ())}, now=NOW), here)
    assert edited(here, "interviewers", (ADA, BEN), (ADA,)).interviewers == (ADA,)


def test_an_id_twice_is_refused() -> None:
    for wrong in (
        made(interviewers=(ADA, Person(id="p1"))),
        made(replace(heard(NOW), id="x"), replace(heard(NOW), id="x")),
        made(drafts=(Draft(id="d"), Draft(id="d"))),
    ):
        with pytest.raises(Refused, match="twice"):
            moves.check_whole(wrong)
    assert moves.first_twice(["a", "b", "a", "b"]) == 2
    assert moves.first_twice([]) is None


def test_a_conflict_is_settled() -> None:
    here = edited(edited(made(role="b"), "role", "a", "c"), "role", "x", "d")
    assert [one.value for one in here.conflicts] == ["b", "c"]
    assert [one.value for one in moves.settle_conflict(0)(here).conflicts] == ["c"]


def test_facts_as_text() -> None:
    assert moves.as_text(PANEL.starts_at) == "2026-11-18T13:00:00Z"
    assert moves.as_text(None) == ""
    assert (
        moves.as_text((ADA, BEN))
        == "Ada Okafor <ada@globex.example> +49301234567\nBen Ito <ben@globex.example>"
    )
    assert moves.as_text((LooseEnd(text="a"), LooseEnd(text="b"))) == "a\nb"
