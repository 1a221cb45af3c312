"""What stands on a card, at every width."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from store.interview import Conflict, Interview
from store.rules.history import history
from store.rules.standing import COLUMNS
from store.rules.words import COLUMN_SHORT, COLUMN_TITLES
from tests.making import (
    ADA,
    BERLIN,
    CLEO,
    POLICY,
    SAM,
    after,
    at,
    card,
    debriefed,
    heard,
    made,
    owes,
    pinned,
    promised,
    thanked,
)
from tests.store.database.generated_books import filled
from tests.store.rules.generated import instants
from tests.tui.words.shown_cards import CARDS, DONE, KEYS, OFFERED, PANEL, PROMISE, lines
from tui.signs import ASCII, UNICODE
from tui.words import cards
from tui.words.card_page import page
from tui.words.cards import HEIGHT, empty_column, upcoming
from tui.words.lines import cut


@pytest.mark.parametrize(
    ("events", "now", "third", "fourth"), [one[1:] for one in CARDS], ids=[c[0] for c in CARDS]
)
def test_the_lines_of_a_card(events: list[Any], now: datetime, third: str, fourth: str) -> None:
    shown = lines(card(made(*events, interviewers=PANEL), now), now, BERLIN)
    assert [one.text for one in shown] == ["Globex", "Data engineer · Panel", third, fourth]


@pytest.mark.parametrize("width", range(10, 61))
def test_at_every_width_the_words_promised_are_there(width: int) -> None:
    for name, events, now, third, fourth in CARDS:
        shown = lines(card(made(*events, interviewers=PANEL), now), now, BERLIN, UNICODE, width)
        cuts = [cut(one.text, width) for one in shown]
        assert len(shown) == HEIGHT, name
        assert all(cell_len(one) <= width for one in cuts)
        assert cuts[1].endswith("Panel") or width < 17, "the round tells cards apart"
        if width >= 24 and ("call from" in fourth or "until" in third):
            assert cell_len(shown[3 if "call from" in fourth else 2].text) <= width, "worded to fit"


def test_where_nobody_is_known_nobody_is_counted() -> None:
    shown = lines(card(made(interviewers=()), after(19)), after(19), BERLIN)
    assert [one.text for one in shown[2:]] == ["◉ 5 h left", "find out who it was"]
    settled = made(promised(after(1), "2026-11-18T15:00:00Z"), interviewers=(), contacts=(SAM,))
    assert lines(card(settled, after(48)), after(48), BERLIN)[3].text == "Sam Reed · thanks open 1/1"


NIGHT = "their hours are your night: write"


@pytest.mark.parametrize(
    ("place", "facts", "width", "said"),
    [
        ("America/New_York", {}, 80, "call from 1 Dec 08:00 (14:00 there)"),
        ("Pacific/Auckland", {}, 80, f"{NIGHT} from 1 Dec 21:00 (09:00 there)"),
        ("Pacific/Auckland", {}, 40, NIGHT),
        ("Pacific/Auckland", {}, 28, "write 1 Dec 21:00 (09:00)"),
        (
            "Pacific/Auckland",
            {"interviewers": (replace(ADA, email=None),)},
            80,
            "call from 1 Dec 21:00 (09:00 there)",
        ),
        ("Europe/Berlin", {"interviewers": (replace(ADA, phone=None),)}, 80, "write from 1 Dec 09:00"),
        ("Europe/Berlin", {"interviewers": (replace(ADA, ask="email"),)}, 80, "write from 1 Dec 09:00"),
        ("Europe/Berlin", {"interviewers": ()}, 80, "find whom to ask until 1 Dec 09:00"),
        ("America/New_York", {"interviewers": ()}, 27, "whom to ask? 1 Dec 03:00"),
    ],
)
def test_a_waiting_card_says_what_can_be_done_and_when(
    place: str, facts: dict[str, Any], width: int, said: str
) -> None:
    zone = ZoneInfo(place)
    one = card(made(thanked(after(1), None), PROMISE, **facts), after(2), zone=zone)
    assert one.column == "awaiting_callback"
    assert lines(one, after(2), zone, width=width)[3].text == said
    assert (NIGHT.removesuffix(": write") in one.why) == said.startswith(("their", "write 1 Dec 21"))


def test_where_silence_is_a_no_nobody_is_to_be_called() -> None:
    one = card(made(DONE, promised(after(1), "2026-11-27", silence="no")), after(2))
    said = [lines(one, after(2), BERLIN, width=width)[3].text for width in (60, 27)]
    assert said == ["a no, if they keep silent until 1 Dec 09:00", "else a no 1 Dec 09:00"]
    assert one.why.endswith("; a no, if they keep silent until 1 Dec 09:00")


@pytest.mark.parametrize(
    ("texts_to", "said"), [(time(21), "✆ Cleo"), (time(8), "✆ Cleo: no hours for texts")]
)
def test_where_no_text_message_may_ever_be_sent_the_card_says_so(texts_to: time, said: str) -> None:
    one = card(made(interviewers=(CLEO,)), after(1), pinned(texts_from=time(8), texts_to=texts_to))
    assert lines(one, after(1), BERLIN)[3].text == said
    (owed,) = one.owed
    assert ("leave no hours for text messages" in owed.reason) == (said != "✆ Cleo")


def test_times_are_the_users_and_theirs_in_brackets() -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    one = card(made(DONE, PROMISE), after(2), zone=tokyo)
    assert lines(one, after(2), tokyo)[3].text == "call from 1 Dec 17:00 (09:00 there)"
    narrow = [lines(one, after(2), tokyo, width=width)[3].text for width in (35, 34, 29, 20)]
    assert narrow == [
        "call from 1 Dec 17:00 (09:00 there)",
        "call 1 Dec 17:00 (09:00 there)",
        "call from 1 Dec 17:00 (09:00)",
        "call 1 Dec 17:00",
    ]


def test_words_without_a_day_stand_there_where_they_fit() -> None:
    said = replace(debriefed(after(1)), note="once the\nboard has met")
    one = card(made(DONE, said), after(2))
    narrow = [lines(one, after(2), BERLIN, width=width)[2].text for width in (43, 42, 32, 31)]
    assert narrow == [
        "they named no day: “once the board has met”",
        "no day: “once the board has met”",
        "no day: “once the board has met”",
        "they named no day",
    ]
    for later in (promised(after(2), "2026-11-27"), heard(after(2))):
        moved = card(made(DONE, said, later), after(3))
        assert "no day" not in lines(moved, after(3), BERLIN)[2].text


def test_what_differs_between_two_windows_is_said() -> None:
    conflict = Conflict(field="role", value="Analyst", at=after(1))
    shown = lines(card(made(conflicts=(conflict,)), after(2)), after(2), BERLIN)
    assert shown[3] == ("! changed in two places: enter", "warn")


def test_no_sign_is_outside_ascii_where_that_is_asked_for() -> None:
    for _, events, now, _, _ in CARDS:
        for one in lines(card(made(*events, interviewers=PANEL), now), now, BERLIN, ASCII):
            assert one.text.translate(str.maketrans("“”", '""')).isascii()


def test_every_column_has_its_words() -> None:
    assert COLUMN_TITLES.keys() == COLUMN_SHORT.keys() == set(COLUMNS)
    assert len({empty_column(column, KEYS) for column in COLUMNS}) == len(COLUMNS)


HOSTILE = "[red]\x1b]52;c;x\x07\u202e\x9b2J"


def test_nothing_in_a_card_reaches_the_terminal_as_it_is() -> None:
    people = tuple(replace(one, name=HOSTILE, title=HOSTILE, notes=HOSTILE) for one in (ADA, SAM))
    hostile = made(
        replace(heard(after(1)), note=HOSTILE),
        company=HOSTILE, role=HOSTILE, round=HOSTILE, location=HOSTILE, link=HOSTILE, notes=HOSTILE,
        topics=(HOSTILE,), interviewers=people[:1], contacts=people[1:], opportunity=HOSTILE,
        conflicts=(Conflict(field="role", value=HOSTILE, at=after(1)),),
    )  # fmt: skip
    for now in (after(-3), after(2), after(24 * 8), after(24 * 9), after(24 * 60)):
        one = card(hostile, now)
        moments = history(hostile, POLICY, now, BERLIN)
        everything = [line.text for line in lines(one, now, BERLIN)]
        everything += [row.text for row in page(one, moments, now, BERLIN, KEYS)]
        everything += [upcoming(one, now, BERLIN)]
        assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set("".join(everything))
        assert "[red]␛]52;c;x␇��2J" in everything


@given(st.data())
def test_every_card_has_its_lines_and_its_page(data: st.DataObject) -> None:
    interview: Interview = data.draw(filled("iv-1"))
    now = data.draw(instants(interview))
    one = card(interview, now, POLICY)
    for signs, width in ((UNICODE, 24), (ASCII, 80)):
        shown = lines(one, now, BERLIN, signs, width)
        assert len(shown) == HEIGHT
        assert shown[2].text.strip()
        assert "\n" not in "".join(line.text for line in shown)
    rows = page(one, history(interview, POLICY, now, BERLIN), now, BERLIN, KEYS)
    assert COLUMN_TITLES[one.column] in rows[1].text
    assert {row.event_id for row in rows if row.event_id} == {e.id for e in interview.events if e.at <= now}
    assert not any("\n" in row.text for row in rows)


@pytest.mark.parametrize(
    ("width", "before", "over"),
    [
        (80, "an offer: answer by 27 Nov 17:00", "! your answer is overdue by 17 h"),
        (27, "answer by 27 Nov 17:00", "! answer overdue by 17 h"),
        (26, "answer by 27 Nov 17:00", "! answer overdue by 17 h"),
    ],
)
def test_an_offer_says_by_when_at_every_width(width: int, before: str, over: str) -> None:
    one = made(DONE, OFFERED)
    assert lines(card(one, after(3)), after(3), BERLIN, width=width)[2].text == before
    later = at("2026-11-28 09:00")
    assert lines(card(one, later), later, BERLIN, width=width)[2].text == over


@pytest.mark.parametrize("width", [24, 27, 30, 40, 80])
@pytest.mark.parametrize("events", [[], [DONE], [DONE, PROMISE], [DONE, OFFERED]])
def test_what_is_owed_is_said_at_every_width(events: list[Any], width: int) -> None:
    one = card(made(owes(after(1)), *events, interviewers=PANEL), after(2))
    shown = lines(one, after(2), BERLIN, width=width)
    assert sum("you owe" in line.text for line in shown) == 1
    assert all(cell_len(line.text) <= width for line in shown if "you owe" in line.text)


def test_where_it_goes_on_is_said_in_the_right_tense() -> None:
    earlier, later = made(DONE), made(id="b", round="Technical", starts_at=after(20), ends_at=after(21))
    shown = {}
    for hours in (19, 22):
        one = card(earlier, after(hours), POLICY, BERLIN, later)
        shown[hours] = [lines(one, after(hours), BERLIN, width=width)[2].text for width in (80, 20)]
    assert shown[19] == ["goes on in Technical, Thu 19 Nov", "goes on today"]
    assert shown[22] == ["went on in Technical, Thu 19 Nov", "went on today"]


@pytest.mark.parametrize(
    ("hours", "words", "tone"),
    [
        (17, "7 h left", "plain"),
        (18, "6 h left", "warn"),
        (21, "3 h left", "warn"),
        (22, "2 h left", "alert"),
    ],
)
def test_how_much_presses_is_told_by_the_time_that_is_left(hours: int, words: str, tone: str) -> None:
    one = card(made(interviewers=PANEL), after(hours))
    assert lines(one, after(hours), BERLIN)[2] == (f"◉ {words}", tone)


@given(st.integers(18, 60))
def test_whatever_the_width_the_time_that_is_left_is_whole(width: int) -> None:
    for _, events, now, third, _ in CARDS:
        one = card(made(*events, interviewers=PANEL), now)
        said = cards.card_lines(one, now, BERLIN, KEYS, width=width)[2].text
        assert cell_len(said) <= width or "left" not in third
        if third.endswith(" left"):
            assert said.endswith(" ".join(third.split()[-3:]))


@pytest.mark.parametrize("width", range(16, 60))
def test_a_time_over_there_is_whole_or_left_out(width: int) -> None:
    late = card(made(DONE, promised(after(0), "2026-11-20"), zone="America/New_York"), at("2026-11-23 20:00"))
    said = cards.card_lines(late, at("2026-11-23 20:00"), BERLIN, KEYS, width=width)[2].text
    assert said.count("(") == said.count(")")
