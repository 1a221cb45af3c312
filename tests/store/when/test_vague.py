"""Words that leave room: of a deadline the later end is taken, said and quoted; a start is asked about."""

from __future__ import annotations

import pytest

from store.when import Unclear, read_fully

from .when_said import BERLIN, THURSDAY, on, phrases, refused, said

LATER_END = {
    "2026-11-20": """
        later this week | late this week | either thursday or friday | this week | sometime this week |
        some time this week | hopefully this week | toward the end of this week | during this week
    """,
    "2026-11-21": "tomorrow or the day after | in a day or two | fri or sat",
    "2026-11-23": "friday or monday | in 1 to 2 business days",
    "2026-11-25": """
        early next week | early in next week | early part of next week | monday, tuesday or wednesday |
        mon or wed | beginning of next week | start of next week | the beginning of next week | at the start
        of next week | first half of next week | in the early part of next week | hopefully early next week |
        most likely early next week | start of the week | beginning of the week | sow | early in the week |
        tuesday or wednesday of next week | next week tuesday or wednesday
    """,
    "2026-11-26": "mid next week | mid-next week | middle of next week | sometime mid next week",
    "2026-11-27": """
        late next week | later next week | next week | by next week | EOD next week | sometime next week |
        we think next week | next week, hopefully | in the course of next week | mid to late next week |
        towards the end of next week | second half of next week | within the next week | in the coming week |
        the week of november 23 | week commencing 23 Nov | next thursday or friday
    """,
    "2026-12-04": "the week after next",
    "2026-12-02": "early in the week after next | the 1st or 2nd of december | 1-2 dec",
    "2026-12-03": """
        in a week or two | within the next week or two | on or around 1 Dec | in 10-14 days | about the 1st |
        in one to two weeks | around 1 dec
    """,
    "2026-12-10": "in two to three weeks | within 2-3 weeks",
    "2026-12-12": "around the 10th | about the 10th | around Dec 10 | around 10 Dec 2026 | 10th-12th dec",
}


@pytest.mark.parametrize("meant", LATER_END)
def test_the_later_end_is_taken_and_that_is_said(meant: str) -> None:
    for phrase in phrases(LATER_END[meant]):
        reading = read_fully(phrase, now=THURSDAY, zone=BERLIN, dates=True)
        assert (phrase, str(reading.value)) == (phrase, meant)
        assert reading.quote == phrase
        assert reading.said.startswith(f"“{phrase}” leaves room: its later end is taken, ")
        assert reading.said.endswith(f" {int(meant[8:])} {reading.value:%b} 2026.")


@pytest.mark.parametrize("meant", LATER_END)
def test_as_a_start_it_is_refused(meant: str) -> None:
    for phrase in phrases(LATER_END[meant]):
        assert str(refused(phrase, dates=False)), phrase


@pytest.mark.parametrize(
    "phrase",
    ["fri", "27 nov", "end of the month", "within the next two weeks", "in 3 days", "fri 14:00", "now"],
)
def test_of_what_is_sure_nothing_is_said(phrase: str) -> None:
    reading = read_fully(phrase, now=THURSDAY, zone=BERLIN, dates=True)
    assert (reading.said, reading.quote) == ("", "")


@pytest.mark.parametrize(
    "phrase",
    [
        *("probably fri", "hopefully by friday", "I think by Friday", "by Friday, hopefully"),
        *("most likely friday", "we hope by Friday", "sometime friday", "should be friday"),
    ],
)
def test_words_that_name_no_time_add_nothing(phrase: str) -> None:
    assert said(phrase) == "2026-11-20"


def test_no_time_is_left_where_nothing_else_is_said() -> None:
    for phrase in ("sometime", "hopefully", "when:", "I think"):
        assert refused(phrase).readings == (), phrase


def test_hours_leave_room_too() -> None:
    reading = read_fully("today 5-6pm", now=THURSDAY, zone=BERLIN, dates=True)
    assert reading.said == "“today 5-6pm” leaves room: its later end is taken, Thu 19 Nov 2026, 18:00."


# Where no end is sure: the phrase and what is offered.
OFFERED = {
    "around 3pm": "19 Nov 2026 15:00",
    "friday 3ish": "20 Nov 2026 15:00",
    "~10am monday": "23 Nov 2026 10:00",
    "in about a week": "26 Nov 2026",
    "in 2 weeks or so": "3 Dec 2026",
    "around friday": "20 Nov 2026",
    "sometime around friday": "20 Nov 2026",
    "beginning of december": "10 Dec 2026",
    "start of next month": "10 Dec 2026",
    "beginning of the month": "10 Dec 2026",
    "middle of the month": "15 Dec 2026",
    "start of next year": "31 Jan 2027",
    "early 2027": "31 Jan 2027",
    "early december": "10 Dec 2026",
    "mid-december": "15 Dec 2026",
    "late november": "30 Nov 2026",
    "in a few days": "22 Nov 2026",
    "in several weeks": "24 Dec 2026",
    "in a few working days": "24 Nov 2026",
    "Dec '26": "1 Dec 2026 | 31 Dec 2026",
    "Dec ’26": "1 Dec 2026 | 31 Dec 2026",
    "December ‘27": "1 Dec 2027 | 31 Dec 2027",
    "Dec 2026": "1 Dec 2026 | 31 Dec 2026",
}


@pytest.mark.parametrize("phrase", OFFERED)
def test_where_no_end_is_sure_a_day_is_offered(phrase: str) -> None:
    refusal = refused(phrase)
    assert list(refusal.readings) == phrases(OFFERED[phrase])
    assert all(said(reading) for reading in refusal.readings)


def test_a_year_is_one_beside_a_day_too() -> None:
    assert said("1 Dec '26") == said("Dec 1 ’26") == "2026-12-01"


def test_a_part_of_this_week_that_is_over_is_refused() -> None:
    assert "has passed" in str(refused("early this week", on("2026-11-26 10:00")))


@pytest.mark.parametrize(
    "moment", ["2026-11-20 17:00", "2026-11-20 22:00", "2026-11-21 09:00", "2026-11-22 20:00"]
)
def test_once_the_week_is_over_its_end_may_be_two_days(moment: str) -> None:
    for phrase in ("end of week", "by the end of the week", "eow", "end of this week"):
        with pytest.raises(Unclear) as refusal:
            said(phrase, on(moment))
        assert [one[:11].strip() for one in refusal.value.readings] == ["22 Nov 2026", "27 Nov 2026"]
    assert said("end of week", on("2026-11-20 16:59")) == "2026-11-20"
