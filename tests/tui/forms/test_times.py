"""Times in forms: an end typed with the start, what leaves room, other languages, zones."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from store.interview import Promised
from tests.tui.forms.forms_host import answers, card, filled, interview, moment
from tui.forms import add, correct, debrief, heard, promise
from tui.forms.fields import Line, Sheet, Wrong
from tui.forms.known import Known

NOTHING = Known()


def times(**typed: str) -> tuple[str, str]:
    """Start and end of what the form for a new interview makes of that."""
    found = answers(add.sheet(moment(), NOTHING), company="Globex", **typed)
    return f"{found['starts_at']:%d %H:%M}", f"{found['ends_at'].astimezone(found['starts_at'].tzinfo):%H:%M}"


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ({"starts_at": "fri 14-15:30"}, "20 14:00", "15:30"),
        ({"starts_at": "Tue, Dec 1 · 10:00 – 11:00am"}, "01 10:00", "11:00"),
        ({"starts_at": "fri 14-15:30", "ends_at": "15:30"}, "20 14:00", "15:30"),
        ({"starts_at": "fri 14"}, "20 14:00", "15:00"),
        ({"starts_at": "fri 14", "ends_at": "at 4"}, "20 14:00", "16:00"),
        ({"starts_at": "Freitag 14 bis 15.30 Uhr", "language": "de"}, "20 14:00", "15:30"),
    ],
)
def test_a_start_with_its_end(typed: dict[str, str], start: str, end: str) -> None:
    assert times(**typed) == (start, end)


def test_an_end_that_contradicts_the_start_is_asked_about() -> None:
    with pytest.raises(Wrong, match=r"The start says that it ends at 15:30: change the one or the other\."):
        times(starts_at="fri 14-15:30", ends_at="16:00")


def say(sheet: Sheet[Any], name: str, text: str) -> str:
    """What stands under a field while that is typed there."""
    (field,) = (one for one in sheet.fields if one.name == name)
    assert isinstance(field, Line)
    texts = {one.name: one.value for one in sheet.fields if isinstance(one, Line)} | {name: text}
    return field.say(field.read(text, texts), texts)


def test_the_end_is_said_under_the_start() -> None:
    sheet = add.sheet(moment(), NOTHING)
    assert say(sheet, "starts_at", "fri 14-15:30").endswith(", until 15:30")
    assert "until" not in say(sheet, "starts_at", "fri 14")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Munich", "= “Munich” is in Europe/Berlin; it is "),
        ("CET", "= “CET” is taken as Europe/Berlin, which follows the clock change; it is "),
        ("tokyo", "= Asia/Tokyo; it is "),
        ("Europe/Berlin", "= it is "),
    ],
)
def test_what_was_taken_for_a_zone_is_said_under_it(typed: str, said: str) -> None:
    assert say(add.sheet(moment(), NOTHING), "zone", typed).startswith(said)


def test_of_a_vague_day_the_later_end_is_said_and_the_words_are_the_quote() -> None:
    one = card(interview())
    for sheet, more in (
        (promise.sheet(moment(), [one]), {}),
        (heard.sheet(moment(), one), {"note": "soon"}),
        (debrief.sheet(moment(), one), {}),
    ):
        assert "(in 6 days), the later end of “early next week”" in say(
            sheet, "callback_by", "early next week"
        )
        assert "later end" not in say(sheet, "callback_by", "fri")
        done = filled(sheet, callback_by="early next week", **more)
        after = done.moves["iv-1"](one.interview)
        (made,) = (event for event in after.events if isinstance(event, Promised))
        assert (made.callback_by, made.quote) == ("2026-11-25", "early next week")
        done = filled(sheet, callback_by="early next week", quote="soon-ish", **more)
        (made,) = (event for event in done.moves["iv-1"](one.interview).events if isinstance(event, Promised))
        assert made.quote == "soon-ish"


def test_a_new_interview_keeps_the_words_too() -> None:
    sheet = add.sheet(moment(), NOTHING)
    done = filled(sheet, company="Globex", starts_at="yesterday 10:00", callback_by="mid next week")
    (made,) = done.added.events
    assert (made.callback_by, made.quote) == ("2026-11-26", "mid next week")


def test_the_language_of_the_card_and_that_of_the_settings_are_read() -> None:
    german = card(interview(language="de"))
    event = Promised(id="e1", at=moment().now, callback_by="2026-11-27")
    for sheet in (promise.sheet(moment(), [german]), correct.sheet(moment(), german, event)):
        assert "Fri 27 Nov 2026" in say(sheet, "callback_by", "Ende nächster Woche")
    plain = promise.sheet(moment(), [card(interview())])
    with pytest.raises(Wrong, match="is German"):
        say(plain, "callback_by", "Ende nächster Woche")
    set_so = promise.sheet(replace(moment(), language="de"), [card(interview())])
    assert "Fri 27 Nov 2026" in say(set_so, "callback_by", "Ende nächster Woche")
