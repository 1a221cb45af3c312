"""From the answers of a form to the moves they ask for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from store.book import Book
from store.changes.moves import Refused
from store.interview import (
    Called,
    Closed,
    Company,
    Debriefed,
    Heard,
    Interview,
    Owes,
    Promised,
    Thanked,
    ThanksSkipped,
)
from store.rules.board import Card
from store.rules.standing import course
from store.rules.words import told
from tests.making import POLICY
from tests.tui.forms.forms_host import BERLIN, NOW, card, filled, interview, moment
from tui.forms import called, confirm, correct, debrief, heard, outcome, promise, sent, skip
from tui.forms.done import Done
from tui.forms.fields import Choice, Line, Wrong

ENDED = datetime(2026, 11, 18, 14, 30, tzinfo=UTC)


def after(done: Done, *cards: Card) -> Interview:
    """The first interview, once the change is made on a book with all of them."""
    book = done.change(Book({one.id: one.interview for one in cards}))
    return book.interviews[cards[0].id]


def test_a_promise_is_made_now_on_every_card() -> None:
    cards = [card(), card(interview(id="iv-2", company="Globex"))]
    done = filled(promise.sheet(moment(), cards), callback_by="27 nov", quote="next week")
    assert done.words == "promised by Fri 27 Nov"
    book = done.change(Book({one.id: one.interview for one in cards}))
    for one in book.interviews.values():
        event = one.events[-1]
        assert isinstance(event, Promised)
        assert (event.callback_by, event.quote, event.at) == ("2026-11-27", "next week", NOW)


def test_a_promise_is_read_in_the_zone_of_the_other_side() -> None:
    there = card(interview(zone="America/New_York"))
    done = filled(promise.sheet(moment(), [there]), callback_by="fri 14:00")
    assert after(done, there).events[-1].callback_by == "2026-11-20T19:00:00Z"  # type: ignore[union-attr]


def test_news_with_a_promise_leaves_the_promise_in_force() -> None:
    one = card()
    done = filled(heard.sheet(moment(), one), note="soon", to="p9", callback_by="tue", quote="by Tuesday")
    assert done.words == "heard from Ines, promised by Tue 24 Nov"
    new = after(done, one)
    first, second = new.events
    assert isinstance(first, Heard) and (first.to, first.note) == ("p9", "soon")
    assert isinstance(second, Promised) and second.callback_by == "2026-11-24"
    assert course(new, POLICY, NOW).basis == "promised"


@pytest.mark.parametrize("theme", [heard, called])
def test_a_quote_without_a_day_is_asked_about(theme: Any) -> None:
    typed = {"outcome": "reached"} if theme is called else {}
    with pytest.raises(Wrong, match="Which day") as refusal:
        filled(theme.sheet(moment(), card()), quote="soon", **typed)
    assert refusal.value.field == "callback_by"


@pytest.mark.parametrize(
    ("given", "call", "result"),
    [
        ("reached", "reached", None),
        ("voicemail", "voicemail", None),
        ("no_answer", "no_answer", None),
        ("offer", "reached", "offer"),
        ("rejected", "reached", "rejected"),
    ],
)
def test_what_came_of_a_call(given: str, call: str, result: str | None) -> None:
    one = card()
    new = after(filled(called.sheet(moment(), one), outcome=given, to="p9", note="HR", at="1h ago"), one)
    event = new.events[0]
    assert isinstance(event, Called)
    assert (event.outcome, event.to, event.at) == (call, "p9", NOW - timedelta(hours=1))
    closed = [one.result for one in new.events if isinstance(one, Closed)]
    assert closed == ([result] if result else [])
    assert [getattr(one, "note", "") for one in new.events].count("HR") == 1


def test_a_call_is_to_the_one_advised_at_first() -> None:
    sheet = called.sheet(moment(), card())
    assert [field.value for field in sheet.fields if field.name == "to"] == ["p1"]


def test_nobody_promises_who_was_not_reached() -> None:
    with pytest.raises(Wrong, match="reached") as refusal:
        filled(called.sheet(moment(), card()), outcome="voicemail", callback_by="fri")
    assert refusal.value.field == "callback_by"


def test_a_result_is_written_on_all_cards() -> None:
    cards = [card(), card(interview(id="iv-2", company="Globex"))]
    done = filled(outcome.sheet(moment(), cards), result="rejected", note="no budget")
    assert done.words == "Northwind and Globex: rejected"
    assert after(done, *cards).events[-1].result == "rejected"  # type: ignore[union-attr]


def test_an_offer_says_by_when_to_answer() -> None:
    one = card()
    done = filled(outcome.sheet(moment(), [one]), result="offer", answer_by="27 nov")
    assert done.words == "Northwind: an offer, your answer by Fri 27 Nov"
    event = after(done, one).events[-1]
    assert event == done.closed
    assert isinstance(event, Closed) and (event.result, event.answer_by) == ("offer", "2026-11-27")
    assert filled(outcome.sheet(moment(), [one]), result="offer").closed.answer_by is None
    there = card(interview(zone="America/New_York"))
    done = filled(outcome.sheet(moment(), [there]), result="offer", answer_by="fri 14:00")
    assert done.closed.answer_by == "2026-11-20T19:00:00Z"


def test_a_day_to_answer_by_goes_with_an_offer_only() -> None:
    with pytest.raises(Wrong, match="goes with an offer") as refusal:
        filled(outcome.sheet(moment(), [card()]), result="rejected", answer_by="27 nov")
    assert refusal.value.field == "answer_by"


@pytest.mark.parametrize("result", ["accepted", "declined", "advanced"])
def test_the_users_own_answer_is_a_result(result: str) -> None:
    one = card()
    new = after(filled(outcome.sheet(moment(), [one]), result=result), one)
    assert [event.result for event in new.events if isinstance(event, Closed)] == [result]


def test_an_offer_is_answered_first() -> None:
    offered = card(interview(Closed(id="c", at=ENDED, result="offer", answer_by="2026-11-27")))
    result = outcome.sheet(moment(), [offered]).fields[0]
    assert isinstance(result, Choice)
    assert [one.value for one in result.options][:3] == [outcome.REOPEN, "accepted", "declined"]


def test_only_what_is_closed_can_be_reopened() -> None:
    def offered(one: Card) -> bool:
        result = outcome.sheet(moment(), [one]).fields[0]
        assert isinstance(result, Choice)
        return any(option.value == outcome.REOPEN for option in result.options)

    closed = card(interview(Closed(id="c", at=ENDED, result="rejected")))
    assert offered(closed) and not offered(card())
    done = filled(outcome.sheet(moment(), [closed]), result=outcome.REOPEN)
    assert course(after(done, closed), POLICY, NOW).closed is None


def test_a_snooze_must_lie_ahead() -> None:
    one = card()
    done = filled(promise.snooze_sheet(moment(), [one]), until="mon")
    assert after(done, one).events[-1].until == "2026-11-23"  # type: ignore[union-attr]
    with pytest.raises(Wrong, match="passed"):
        filled(promise.snooze_sheet(moment(), [one]), until="yesterday")


def test_thanks_are_one_event_a_person_by_the_way_advised() -> None:
    one = card()
    done = filled(sent.sheet(moment(), [one], texts={"p3": "Thank you, Joan"}), at="2h ago")
    assert done.words == "thanked Marta, Deniz and Joan"
    events = after(done, one).events
    assert [(e.to, e.channel, e.text) for e in events if isinstance(e, Thanked)] == [
        ("p1", "email", ""),
        ("p2", "email", ""),
        ("p3", "whatsapp", "Thank you, Joan"),
    ]
    assert {e.at for e in events} == {NOW - timedelta(hours=2)}


def test_thanks_to_some_by_one_way() -> None:
    one = card(interview(Thanked(id="t", at=ENDED, to="p1")))
    done = filled(sent.sheet(moment(), [one], to=["p3"], channel="letter"))
    assert done.words == "thanked Joan"
    event = after(done, one).events[-1]
    assert isinstance(event, Thanked) and (event.to, event.channel) == ("p3", "letter")


def test_thanks_for_several_cards_go_to_all_still_open() -> None:
    anonymous = card(interview(id="iv-2", company="Globex", interviewers=(), contacts=()))
    half = card(interview(Thanked(id="t", at=ENDED, to="p1"), Thanked(id="s", at=ENDED, to="p2")))
    done = filled(sent.sheet(moment(), [anonymous, half]))
    assert done.words == "thanked Globex and Joan"
    new = after(done, anonymous, half)
    event = new.events[-1]
    assert isinstance(event, Thanked) and (event.to, event.channel) == (None, "other")
    assert course(new, POLICY, NOW).unsettled == ()


def test_skipping_keeps_the_reason_and_what_the_company_wants() -> None:
    one = card()
    sheet = skip.sheet(moment(), [one])
    done = filled(sheet, reason="they asked not to", own="in the mail", to=frozenset({"p2"}), never=True)
    book = done.change(Book({one.id: one.interview}, {"Northwind": Company(name="Northwind", notes="kept")}))
    event = book.interviews[one.id].events[-1]
    assert isinstance(event, ThanksSkipped)
    assert (event.to, event.reason) == ("p2", "they asked not to: in the mail")
    assert book.companies["Northwind"] == Company(name="Northwind", no_thanks=True, notes="kept")


def test_another_reason_needs_words() -> None:
    with pytest.raises(Wrong) as refusal:
        filled(skip.sheet(moment(), [card()]), reason=skip.OWN)
    assert refusal.value.field == "own"


def test_a_debrief_changes_facts_and_notes_the_promise_as_of_the_end() -> None:
    one = card()
    done = filled(
        debrief.sheet(moment(), one),
        interviewers="Marta Lindqvist\nInes Duarte <ines@northwind.example>",
        callback_by="27 nov",
        topics="event streams\n\non-call",
        loose_ends="meant Flink",
    )
    new = after(done, one)
    assert new.topics == ("event streams", "on-call")
    assert [end.text for end in new.loose_ends] == ["meant Flink"]
    assert [(p.id, p.name, p.email) for p in new.interviewers] == [
        ("p1", "Marta Lindqvist", None),
        ("p9", "Ines Duarte", "ines@northwind.example"),
    ]
    assert new.contacts == ()
    promised, debriefed = new.events
    assert isinstance(promised, Promised) and promised.at == ENDED
    assert debriefed == Debriefed(id="en2", at=NOW)


def test_what_they_said_without_a_day_is_noted_with_the_debrief() -> None:
    one = card()
    new = after(filled(debrief.sheet(moment(), one), quote="soon", owes="a link", owes_by="fri"), one)
    assert new.events == (
        Owes(id="en1", at=NOW, what="a link", due="2026-11-20"),
        Debriefed(id="en2", at=NOW, note="soon"),
    )


def test_a_debrief_is_noted_once_and_may_be_waved_off() -> None:
    one = card()
    new = after(filled(debrief.sheet(moment(), one)), one)
    assert new.events == (Debriefed(id="en1", at=NOW),)
    with pytest.raises(Wrong, match="Nothing"):
        filled(debrief.sheet(moment(), card(new)))
    again = after(filled(debrief.sheet(moment(), card(new)), topics="streams"), card(new))
    assert (again.topics, again.events) == (("streams",), new.events)


def test_a_promise_may_be_a_ring_by_somebody_or_a_no_by_silence() -> None:
    one = card()
    done = filled(
        promise.sheet(moment(), [one]), callback_by="fri 14:00", by="p9", meant=frozenset({promise.RING})
    )
    assert done.words == "they ring Fri 14:00"
    event = after(done, one).events[-1]
    assert isinstance(event, Promised) and (event.by, event.how, event.silence) == ("p9", "ring", "asks")
    done = filled(promise.sheet(moment(), [one]), callback_by="fri", meant=frozenset({promise.NO}))
    event = after(done, one).events[-1]
    assert isinstance(event, Promised) and (event.by, event.how, event.silence) == (None, "answer", "no")


@pytest.mark.parametrize(
    ("typed", "meant", "said"),
    [
        ("fri", "", "call from Tue 09:00"),
        ("fri 14:00", "", "call from Mon 14:00"),
        ("fri 14:00", "ring", "call from Fri 14:20"),
        ("fri 14:00", "ring no", "a no, if they keep silent until Mon 14:00"),
        ("fri", "no", "a no, if they keep silent until Tue 09:00"),
    ],
)
def test_what_a_promise_would_do_follows_what_is_meant(typed: str, meant: str, said: str) -> None:
    field = promise.sheet(moment(), [card()]).fields[0]
    assert isinstance(field, Line)
    texts = {"callback_by": typed, "meant": meant}
    assert field.say(field.read(typed, texts), texts).endswith(said)


def test_an_event_is_corrected_in_its_place() -> None:
    events = (
        Thanked(id="e1", at=NOW - timedelta(hours=3), to="p1", channel="email"),
        Called(id="e2", at=NOW - timedelta(hours=2), outcome="reached", to="p1", note="old"),
    )
    one = card(interview(*events))
    done = filled(correct.sheet(moment(), one, events[0]), to="p2", at="4h ago")
    first, second = after(done, one).events
    assert isinstance(first, Thanked) and (first.id, first.to) == ("e1", "p2")
    assert first.at == NOW - timedelta(hours=4) and second == events[1]
    done = filled(correct.sheet(moment(), one, events[1]), note="new\nline", outcome="voicemail")
    assert after(done, one).events[1] == replace(events[1], note="new\nline", outcome="voicemail")
    with pytest.raises(Wrong, match="Nothing"):
        filled(correct.sheet(moment(), one, events[1]))


def test_correcting_thanks_to_one_cannot_turn_them_into_thanks_to_all() -> None:
    event = Thanked(id="e1", at=NOW, to="p1")
    who = next(f for f in correct.sheet(moment(), card(interview(event)), event).fields if f.name == "to")
    assert [option.value for option in who.options] == ["p1", "p2", "p3"]  # type: ignore[union-attr]


def test_the_question_before_deleting_names_what_goes() -> None:
    one = card(interview(Heard(id="h", at=NOW)))
    question = confirm.confirm_delete([one])
    assert question.question == "Delete Northwind?"
    assert "Northwind, Data engineer, Panel" in question.lines and "1 event" in question.lines
    assert confirm.delete_words([one]) == "deleted Northwind"


def test_a_change_to_what_another_window_deleted_is_refused() -> None:
    done = filled(promise.sheet(moment(), [card()]), callback_by="fri")
    with pytest.raises(Refused, match="deleted"):
        done.change(Book())


def test_what_is_new_of_events_can_be_corrected() -> None:
    events = (
        Promised(id="e1", at=ENDED, callback_by="2026-11-27", how="ring", by="p1"),
        Owes(id="e2", at=ENDED, what="a link", due="2026-11-20", to="p2"),
        Closed(id="e3", at=NOW, result="offer", answer_by="2026-11-27"),
    )
    one = card(interview(*events))
    for place, typed, wanted in (
        (0, {"by": None, "how": "answer", "silence": "no"},
         Promised(id="e1", at=ENDED, callback_by="2026-11-27", silence="no")),
        (1, {"what": "a sample", "due": "", "to": None}, Owes(id="e2", at=ENDED, what="a sample")),
        (2, {"answer_by": "fri 14:00"},
         Closed(id="e3", at=NOW, result="offer", answer_by="2026-11-20T13:00:00Z")),
    ):  # fmt: skip
        done = filled(correct.sheet(moment(), one, events[place]), **typed)
        assert after(done, one).events[place] == wanted
    with pytest.raises(Wrong, match="goes with an offer"):
        filled(correct.sheet(moment(), one, events[2]), result="rejected")


def test_a_promise_is_told_with_all_that_was_said() -> None:
    one = interview()
    said = Promised(id="e1", at=ENDED, callback_by="2026-11-27", by="p9", silence="no")
    assert told(said, one, BERLIN) == (
        "Ines Duarte promised an answer by Fri 27 Nov, and no word would be a no"
    )
    assert told(Owes(id="o", at=ENDED, what="a link", to="p2"), one, BERLIN) == "you owe Deniz Aydın: a link"
