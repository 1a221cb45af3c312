"""Starts with their ends as people and calendars write them, and ends by themselves."""

from __future__ import annotations

from datetime import datetime

import pytest

from store.when import BeforeStart, Unclear, read_end, read_span, read_when

from .when_said import BERLIN, NEW_YORK, THURSDAY, on, phrases

# By start and end, on Berlin's clocks: the phrases, said on Thursday 19 November 2026 at 10:00.
SPANS = {
    "2026-11-19 17:00 – 18:00": "today 5-6pm | today 17-18 | today 5 to 6pm | today from 5 to 6",
    "2026-11-20 10:00 – 11:00": """
        fri 10am (1 hour) | fri 10am for 1 hour | Friday from 10 to 11 | fri 10-11 | friday 10 to 11am |
        tomorrow, 10am, 60 minutes | fri 10:00-11:00 (CET)
    """,
    "2026-11-20 10:00 – 12:00": "friday 10 a.m. to noon | tomorrow 10-12",
    "2026-11-20 11:00 – 13:00": "fri 11-1 | fri 11am-1pm",
    "2026-11-20 13:00 – 13:45": "tomorrow, 1pm for 45 minutes | tomorrow 13:00 (45 min)",
    "2026-11-20 14:00 – 15:00": """
        14:00 – 15:00, Friday 20 November | between 2 and 3 tomorrow | tomorrow 2-3 | fri 2pm till 3pm |
        fri 14 - 15h | fri 14h00-15h00 | 20/11 14:00–15:00 | fri 13:00-14:00 London time
    """,
    "2026-11-20 14:00 – 15:30": "fri 14-15:30 | fri 2-3:30pm | fri 2:00 to 3:30 | fri 14:00—15:30",
    "2026-11-24 09:00 – 09:45": "Tuesday 24/11 9:00-9:45 | tue 9.00 - 9.45",
    "2026-11-24 16:00 – 17:00": """
        Nov 24, 2026, 4:00 – 5:00 PM | Tue Nov 24 ⋅ 4pm – 5pm | Tue 24 Nov 2026 16:00 – 17:00 (CET) |
        24 Nov 16:00 - 24 Nov 17:00 | 2026-11-24 16:00-17:00 | 2026-11-24T16:00/2026-11-24T17:00
    """,
    "2026-11-25 16:00 – 16:45": "Wed 25 Nov 2026, 16h00-16h45",
    "2026-11-26 10:00 – 11:00": "Thursday 26 Nov, 9am - 10am GMT",
    "2026-12-01 10:00 – 11:00": """
        Tue, Dec 1 · 10:00 – 11:00am | Tuesday, December 1, 2026 10:00 AM-11:00 AM | Dec 1st, 10-11 |
        Tuesday, December 1, 2026 10:00 AM - 11:00 AM | Tuesday, 1 December · 10:00 – 11:00 |
        1 Dec 10-11
    """,
    "2026-12-02 15:00 – 16:00": "2 Dec 2026 from 15:00 to 16:00 | 2026-12-02 15:00 to 16:00",
    "2026-12-02 23:00 – 2026-12-03 01:00": "2 Dec 23:00-01:00 | 2 Dec 11pm - 1am | 2 Dec 23:00 - 3 Dec 01:00",
}


def span(phrase: str, now: datetime = THURSDAY) -> str:
    """The start and the end, as the table has them."""
    found = read_span(phrase, now=now, zone=BERLIN)
    start = f"{found.start:%Y-%m-%d %H:%M}"
    if found.end is None:
        return start
    same_day = found.end.date() == found.start.date()
    return f"{start} – {found.end:%H:%M}" if same_day else f"{start} – {found.end:%Y-%m-%d %H:%M}"


@pytest.mark.parametrize("meant", SPANS)
def test_a_start_with_its_end(meant: str) -> None:
    for phrase in phrases(SPANS[meant]):
        assert (phrase, span(phrase)) == (phrase, meant)


@pytest.mark.parametrize("phrase", ["fri 14", "fri 14:00", "tomorrow 3pm", "2026-11-27T14:00+01:00"])
def test_a_start_alone_has_no_end(phrase: str) -> None:
    assert read_span(phrase, now=THURSDAY, zone=BERLIN).end is None


@pytest.mark.parametrize(
    ("phrase", "readings"),
    [
        ("fri 3pm or 4pm", "20 Nov 2026 15:00 | 20 Nov 2026 16:00"),
        ("10 or 11 tomorrow", "20 Nov 2026 10:00 | 20 Nov 2026 11:00"),
        ("monday or tuesday at 10", "23 Nov 2026 10:00 | 24 Nov 2026 10:00"),
        ("fri 7-8", "20 Nov 2026 07:00–08:00 | 20 Nov 2026 19:00–20:00"),
        ("2026-12-02 10:00-11:00", "2 Dec 2026 10:00–11:00 | 2 Dec 2026 22:00"),
        ("12/3 3-4pm", "12 Mar 2027 15:00–16:00 | 3 Dec 2026 15:00–16:00"),
        ("around 3 on friday", "20 Nov 2026 15:00"),
        ("Friday noon-ish", "20 Nov 2026 12:00"),
    ],
)
def test_what_may_be_several_is_asked_and_each_offer_can_be_typed(phrase: str, readings: str) -> None:
    with pytest.raises(Unclear) as refusal:
        span(phrase)
    assert list(refusal.value.readings) == phrases(readings)
    assert len({span(reading) for reading in refusal.value.readings}) == len(refusal.value.readings)


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("fri 15:00-14:00", "not understood"),
        ("27 nov 14:00 - 26 nov 15:00", "ends before it begins"),
        ("27 nov 14:00 - 27 dec 15:00", "lasts longer than 14 days"),
        ("fri 10am for 1-2 hours", "leaves it open"),
        ("early next week 10-11", "can be read"),
        ("next week", "can be read"),
        ("tomorrow", "no time of day"),
    ],
)
def test_what_is_no_span_is_refused(phrase: str, why: str) -> None:
    with pytest.raises(Unclear, match=why):
        span(phrase)


def test_where_the_clocks_change() -> None:
    night = on("2026-10-24 12:00")
    with pytest.raises(Unclear, match="clocks change") as refusal:
        span("tomorrow 1:00am-2:30am", night)
    assert "+02:00" in str(refusal.value) and "+01:00" in str(refusal.value)
    with pytest.raises(Unclear, match="clocks change"):
        span("tomorrow 02:30-04:00", night)
    assert span("tomorrow 9-10", night) == "2026-10-25 09:00 – 10:00"


def test_a_deadline_is_the_end_of_a_span() -> None:
    ends = read_when("fri 14-15:30", now=THURSDAY, zone=BERLIN, dates=True)
    assert ends == on("2026-11-20 15:30")


# Ends of what begins on Tuesday 24 November 2026 at 14:00.
STARTS = on("2026-11-24 14:00")
ENDS = {
    "14:00": "0",
    "14:30": "30 min | half an hour | in half an hour | 30m",
    "14:45": "45 | 45 minutes | for 45 minutes | 14:45 | quarter to three",
    "15:00": "1h | 60 min | an hour | 15:00 | 3pm | at 3 | until 15:00 | 15h00 | 60",
    "15:15": "75 | 1h 15m | 1 hour and 15 minutes | 1 h 15",
    "15:30": "1 h 30 | 1h30 | 1.5h | 1,5 h | 3:30 | half past three | 15h30 | an hour and a half | tue 15:30",
    "17:00": "eod | 5pm | at 5 | 3 hours",
    "22:00": "16:00 New York | 10pm",
}


@pytest.mark.parametrize("meant", ENDS)
def test_ends_as_people_type_them(meant: str) -> None:
    for phrase in phrases(ENDS[meant]):
        found = read_end(phrase, start=STARTS, zone=BERLIN)
        assert (phrase, f"{found:%Y-%m-%d %H:%M}") == (phrase, f"2026-11-24 {meant}")


@pytest.mark.parametrize(("phrase", "readings"), [("15", "15 min | 15:00"), ("4", "4 min | 16:00")])
def test_minutes_that_may_be_an_hour_are_asked_about(phrase: str, readings: str) -> None:
    with pytest.raises(Unclear) as refusal:
        read_end(phrase, start=STARTS, zone=BERLIN)
    assert list(refusal.value.readings) == phrases(readings)
    for reading in refusal.value.readings:
        assert read_end(reading, start=STARTS, zone=BERLIN) > STARTS


@pytest.mark.parametrize(
    "phrase", ["13:00", "noon", "2am", "tue 9:00", "2026-11-24 13:59", "yesterday 15:00"]
)
def test_an_end_before_the_start_is_told_from_what_is_not_read(phrase: str) -> None:
    with pytest.raises(BeforeStart, match="before the start, 24 Nov 2026 14:00") as refusal:
        read_end(phrase, start=STARTS, zone=BERLIN)
    assert refusal.value.end < STARTS


def test_an_end_that_the_clocks_show_twice_is_refused_with_both() -> None:
    with pytest.raises(Unclear) as refusal:
        read_end("2:30", start=on("2026-10-25 01:00"), zone=BERLIN)
    assert refusal.value.readings == ("2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00")
    assert (
        read_end("90 min", start=on("2026-10-25 01:00"), zone=BERLIN).utcoffset()
        == on("2026-10-25 02:30").utcoffset()
    )


def test_the_end_goes_by_the_clock_there() -> None:
    start = on("2026-11-24 20:00")
    assert read_end("15:00", start=start, zone=NEW_YORK) == on("2026-11-24 15:00", NEW_YORK)
