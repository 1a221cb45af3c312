"""Dates and times as people type them: what is refused, and what is offered instead."""

from __future__ import annotations

from datetime import datetime

import pytest

from store.when import Unclear, read_when

from .when_said import BERLIN, NEW_YORK, THURSDAY, on, phrases, refused

CST = ("America/Chicago", "Asia/Shanghai", "America/Havana")
IST = ("Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin")

# The phrase and its readings, where a date is an answer.
TWO_WAYS = {
    "friday midnight": "20 Nov 2026 00:00 | 21 Nov 2026 00:00",
    "tomorrow at midnight": "20 Nov 2026 00:00 | 21 Nov 2026 00:00",
    "this monday": "16 Nov 2026 | 23 Nov 2026",
    "the next friday": "20 Nov 2026 | 27 Nov 2026",
    "friday after next": "27 Nov 2026 | 4 Dec 2026",
    "monday in 3 weeks": "14 Dec 2026 | 7 Dec 2026",
    "thursday week": "26 Nov 2026 | 3 Dec 2026",
    "before friday": "19 Nov 2026 | 20 Nov 2026",
    "next month": "1 Dec 2026 | 31 Dec 2026",
    "by december": "1 Dec 2026 | 31 Dec 2026",
    "next year": "1 Jan 2027 | 31 Dec 2027",
    "by the weekend": "21 Nov 2026 | 22 Nov 2026",
    "last week": "9 Nov 2026 | 13 Nov 2026",
    "middle of the week": "19 Nov 2026 | 26 Nov 2026",
    "5/6": "5 Jun 2026 | 5 Jun 2027 | 6 May 2027",
    "12/11/2026": "12 Nov 2026 | 11 Dec 2026",
    "03-04-2027": "3 Apr 2027 | 4 Mar 2027",
    "3/4/27": "3 Apr 2027 | 4 Mar 2027",
    "27-11-26": "27 Nov 2026 | 26 Nov 2027",
    "12/11 - 27/11": "12 Nov 2026 | 11 Dec 2026 | 27 Nov 2026",
    "10.11": "19 Nov 2026 10:11 | 10 Nov 2026",
    "15.12": "19 Nov 2026 15:12 | 15 Dec 2026",
    "5 oct": "5 Oct 2026 | 5 Oct 2027",
    "18 oct 9:00": "18 Oct 2026 09:00 | 18 Oct 2027 09:00",
    "1 June": "1 Jun 2026 | 1 Jun 2027",
    "5.6.": "5 Jun 2026 | 5 Jun 2027",
    "the 18th": "18 Nov 2026 | 18 Dec 2026",
    "the 31st": "30 Nov 2026 | 31 Dec 2026",
    "the 1st of the month": "1 Nov 2026 | 1 Dec 2026",
    "tomorrow at 7": "20 Nov 2026 07:00 | 20 Nov 2026 19:00",
    "quarter past seven on friday": "20 Nov 2026 07:15 | 20 Nov 2026 19:15",
    "fri 7:30": "20 Nov 2026 07:30 | 20 Nov 2026 19:30",
    "10 to 3 tomorrow": "20 Nov 2026 14:50 | 20 Nov 2026 15:00",
    "5m": "19 Nov 2026 10:05 | 19 Apr 2027",
    "14h": "20 Nov 2026 00:00 | 19 Nov 2026 14:00",
    "2h30": "19 Nov 2026 12:30 | 19 Nov 2026 14:30",
    "1500 hours": "20 Jan 2027 22:00 | 19 Nov 2026 15:00",
    "1-2 weeks ago": "12 Nov 2026 | 5 Nov 2026",
    "fri 14:00 BST": "20 Nov 2026 14:00 Europe/London | 20 Nov 2026 14:00 Asia/Dhaka",
    "fri 2pm CST": " | ".join(f"20 Nov 2026 14:00 {zone}" for zone in CST),
    "fri 2pm IST": " | ".join(f"20 Nov 2026 14:00 {zone}" for zone in IST),
    "1 jul 2027 14:00 CET": "1 Jul 2027 14:00 Europe/Berlin | 1 Jul 2027 14:00 UTC+01:00",
    "1 jul 2027 9am EST": "1 Jul 2027 09:00 America/New_York | 1 Jul 2027 09:00 UTC-05:00",
}


@pytest.mark.parametrize("phrase", TWO_WAYS)
def test_what_can_be_read_two_ways_is_asked_about(phrase: str) -> None:
    refusal = refused(phrase)
    assert list(refusal.readings) == phrases(TWO_WAYS[phrase])
    assert all(reading in str(refusal) for reading in refusal.readings)
    assert refused(phrase, dates=False).readings


@pytest.mark.parametrize("phrase", TWO_WAYS)
def test_every_reading_that_is_offered_can_be_typed(phrase: str) -> None:
    offered = refused(phrase).readings
    answers = {read_when(reading, now=THURSDAY, zone=BERLIN, dates=True) for reading in offered}
    assert len(answers) == len(offered)


# Where an instant is needed a range has two ends.
@pytest.mark.parametrize(
    ("phrase", "readings"),
    [
        ("1-2 weeks", "26 Nov 2026 10:00 | 3 Dec 2026 10:00"),
        ("in 24-48 hours", "20 Nov 2026 10:00 | 21 Nov 2026 10:00"),
        ("2-3pm friday", "20 Nov 2026 14:00 | 20 Nov 2026 15:00"),
        ("fri 14:00-15:00", "20 Nov 2026 14:00 | 20 Nov 2026 15:00"),
        ("mon or tue 3pm", "23 Nov 2026 15:00 | 24 Nov 2026 15:00"),
        ("27-28 nov 9am", "27 Nov 2026 09:00 | 28 Nov 2026 09:00"),
    ],
)
def test_ranges_are_only_deadlines(phrase: str, readings: str) -> None:
    assert list(refused(phrase, dates=False).readings) == phrases(readings)


FRIDAY_EVENING, SUNDAY = on("2026-11-20 18:30"), on("2026-11-22 12:00")
LAST_EVENING_OF_NOVEMBER = on("2026-11-30 18:00")
BEFORE_SPRING, BEFORE_AUTUMN = on("2027-03-27 02:30"), on("2026-10-24 22:00")
BEFORE_AUTUMN_IN_NEW_YORK = on("2026-10-28 09:30", NEW_YORK)


@pytest.mark.parametrize(
    ("now", "phrase", "readings"),
    [
        (FRIDAY_EVENING, "eod", "20 Nov 2026 17:00 | 21 Nov 2026 17:00"),
        (FRIDAY_EVENING, "first thing", "21 Nov 2026 09:00 | 23 Nov 2026 09:00"),
        (FRIDAY_EVENING, "this friday 9am", "20 Nov 2026 09:00 | 27 Nov 2026 09:00"),
        (FRIDAY_EVENING, "end of week", "22 Nov 2026 17:00 | 27 Nov 2026 17:00"),
        (FRIDAY_EVENING, "by the end of the week", "22 Nov 2026 17:00 | 27 Nov 2026 17:00"),
        (FRIDAY_EVENING, "eow", "22 Nov 2026 17:00 | 27 Nov 2026 17:00"),
        (SUNDAY, "end of week", "22 Nov 2026 17:00 | 27 Nov 2026 17:00"),
        (SUNDAY, "end of this week", "22 Nov 2026 17:00 | 27 Nov 2026 17:00"),
        (SUNDAY, "eow", "22 Nov 2026 17:00 | 27 Nov 2026 17:00"),
        (LAST_EVENING_OF_NOVEMBER, "eom", "30 Nov 2026 17:00 | 31 Dec 2026 17:00"),
        (BEFORE_SPRING, "tomorrow 02:30", "2027-03-28T01:30+01:00 | 2027-03-28T03:30+02:00"),
        (BEFORE_SPRING, "2027-03-28 02:30", "2027-03-28T01:30+01:00 | 2027-03-28T03:30+02:00"),
        (BEFORE_SPRING, "in 1 day", "2027-03-28T01:30+01:00 | 2027-03-28T03:30+02:00"),
        (BEFORE_SPRING, "same time tomorrow", "2027-03-28T01:30+01:00 | 2027-03-28T03:30+02:00"),
        (BEFORE_AUTUMN, "02:30", "2026-10-25T02:30+02:00 | 2026-10-25T02:30+01:00"),
        (BEFORE_AUTUMN, "2026-10-25T02:30", "2026-10-25T02:30+02:00 | 2026-10-25T02:30+01:00"),
        (BEFORE_AUTUMN, "sunday 2.30am", "2026-10-25T02:30+02:00 | 2026-10-25T02:30+01:00"),
        (BEFORE_AUTUMN_IN_NEW_YORK, "sun 01:30", "2026-11-01T01:30-04:00 | 2026-11-01T01:30-05:00"),
    ],
)
def test_at_other_times(now: datetime, phrase: str, readings: str) -> None:
    zone = NEW_YORK if now is BEFORE_AUTUMN_IN_NEW_YORK else BERLIN
    refusal = refused(phrase, now, dates=False, zone=zone)
    assert list(refusal.readings) == phrases(readings)
    assert ("clocks change" in str(refusal)) == ("T" in readings)


# The phrase and what the sentence must say.
NO_WAY = {
    "": "is empty",
    "   ": "is empty",
    "foo": "not understood",
    "fri 14'300": "not understood",
    "Dec (26)": "not understood",
    "3": "not understood",
    "2026": "not understood",
    "2026-11": "not understood",
    "2026-W48": "not understood",
    "friday friday": "not understood",
    "friday 3pm 4pm": "not understood",
    "friday 15pm": "not understood",
    "-2 days": "not understood",
    "half a week": "not understood",
    "2.5 days": "not understood",
    "every friday": "not understood",
    "tomorrow 3pm Europe/Atlantis": "not understood",
    "tomorrow 3pm +99:00": "not understood",
    "tomorrow 24:30": "not understood",
    "2026-11-27 25:00": "not a time of day",
    "2026-02-30": "not a date of the calendar",
    "31 nov": "not a date of the calendar",
    "29.2.2027": "not a date of the calendar",
    "27 nov 15": "write all four",
    "thu 27 nov": "27 Nov 2026 is a Friday and no Thursday",
    "2026-11-27T14:00+05:00[Europe/Berlin]": "does not have",
    "0001-01-01": "outside the years",
    "2101-01-01": "outside the years",
    "in 1000000000000 days": "at most 3660 days",
    "in 2601 working days": "at most 2600 working days",
    "in 521 weeks": "at most 520 weeks",
    "in 11 years": "at most 10 years",
    "99999999999999999999999999 hours ago": "at most",
    "tonight": "time of day open",
    "tomorrow morning": "time of day open",
    "friday evening": "time of day open",
    "lunchtime friday": "time of day open",
    "tomorrow morning at 14:00": "does not fit together",
    "tonight 1am": "does not fit together",
    "a few days": "leaves the number open",
    "around 3pm": "not exact",
    "mid-november": "not exact",
    "asap": "not exact",
    "after friday": "no end",
    "friday UTC": "no time of day",
    "٣ days": "U+0663",
    "in ² days": "U+00B2",
    "tomorrow\x003pm": "U+0000",
    "tomorrow\n3pm": "U+000A",
    "fri 14：00": "U+FF1A",
    "\u212a": "U+212A",
    "1d " * 100: "longer than 200",
}


@pytest.mark.parametrize("phrase", NO_WAY)
def test_what_cannot_be_read_is_refused_in_one_sentence(phrase: str) -> None:
    sentence = str(refused(phrase))
    assert NO_WAY[phrase] in sentence
    assert sentence.isprintable()
    assert sentence.endswith((".", "?"))
    assert len(sentence) < 200


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tomorow", "tomorrow"),
        ("tommorrow 3pm", "tomorrow 3pm"),
        ("firday 14:00", "friday 14:00"),
        ("in 2 werking days", "in 2 working days"),
        ("27 novmber", "27 november"),
        ("end of next wekk", "end of next week"),
    ],
)
def test_a_slip_of_the_keyboard_is_asked_about(typed: str, meant: str) -> None:
    refusal = refused(typed)
    assert refusal.readings == (meant,)
    assert str(refusal) == f"“{typed}” is not understood: did you mean {meant}?"


@pytest.mark.parametrize("phrase", ["friday", "tomorrow", "27 nov", "2026-11-27", "next friday", "the 27th"])
def test_where_an_instant_is_needed_the_time_is_asked_for(phrase: str) -> None:
    assert "no time of day" in str(refused(phrase, dates=False))


def test_a_refusal_is_one_sentence() -> None:
    two = Unclear("5/6", "can be read two ways", ("5 Jun 2026", "6 May 2026"))
    assert str(two) == "“5/6” can be read two ways: write 5 Jun 2026 or 6 May 2026."
    assert (two.text, two.why, two.readings) == ("5/6", "can be read two ways", ("5 Jun 2026", "6 May 2026"))
    assert str(Unclear("a\x1b[31m\u202eb", "is odd")) == "“a�[31m�b” is odd."
    assert str(Unclear("x" * 500, "is long")) == f"“{'x' * 59}…” is long."
