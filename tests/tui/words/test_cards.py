"""What stands on a card, at every width."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from store.interview import Conflict, Debriefed, Interview
from store.rules.board import Board, Card, board
from store.rules.history import history
from store.rules.next_deeds import tasks
from store.rules.standing import COLUMNS
from store.rules.words import COLUMN_SHORT, COLUMN_TITLES
from tests.making import (
    ADA,
    BEN,
    BERLIN,
    CLEO,
    POLICY,
    SAM,
    after,
    at,
    called,
    card,
    closed,
    debriefed,
    emailed,
    heard,
    made,
    owes,
    pinned,
    promised,
    reopened,
    skipped,
    snoozed,
    thanked,
)
from tests.store.database.generated_books import filled
from tests.store.rules.generated import instants
from tui.keys import BOARD_KEYS, Keymap, written
from tui.signs import ASCII, UNICODE, Signs
from tui.words import cards
from tui.words.card_line import CardLine
from tui.words.card_page import page
from tui.words.cards import HEIGHT, empty_column, upcoming
from tui.words.deeds import deed_words
from tui.words.headline import coming_line, headline, now_line, ways_on
from tui.words.hints import hints
from tui.words.lines import cut, fit

KEYS = Keymap()
PANEL = (ADA, BEN, CLEO)
DONE = thanked(after(1), None)
ALL = "✎ Ada, ✎ Ben, ✆ Cleo"
DUE = at("2026-12-01 09:00")
"""A Tuesday, 10:00 in Berlin."""
PROMISE = promised(after(1), "2026-11-27")

CARDS: list[tuple[str, list[Any], datetime, str, str]] = [
    ("to come", [], after(-3), "today 14:00", ""),
    ("due", [], after(19), "◉ 5 h left", ALL),
    ("in part", [thanked(after(1), "p1")], after(19), "◔ 1/3 · 5 h left", "✎ Ben, ✆ Cleo"),
    (
        "one left out",
        [thanked(after(1), "p1"), skipped(after(1), "p2")],
        after(19),
        "◔ 1/3, 1 left out · 5 h left",
        "✆ Cleo",
    ),
    (
        "nobody thanked, one left out",
        [skipped(after(1), "p2")],
        after(19),
        "◉ 1 left out · 5 h left",
        "✎ Ada, ✆ Cleo",
    ),
    ("late", [], after(25), "◉ late, 23 h left", ALL),
    ("stale", [], after(48), "◉ better late, 2 d left", ALL),
    ("offer", [closed(after(1), "offer")], after(23), "◉ 1 h left", f"{ALL} · offer, send it anyway"),
    ("promised", [DONE, PROMISE], after(2), "they said Fri 27 Nov", "call from 1 Dec 09:00"),
    (
        "promised soon",
        [DONE, promised(after(1), "2026-11-20")],
        after(2),
        "they said Fri",
        "call from Tue 09:00",
    ),
    (
        "promised to the minute",
        [DONE, promised(after(1), "2026-11-20T10:00:00Z")],
        after(2),
        "they said Fri 11:00",
        "call from Mon 11:00",
    ),
    ("assumed", [DONE], after(2), "no day named; our guess", "call from 27 Nov 09:00"),
    (
        "no day named",
        [DONE, replace(debriefed(after(1)), note="soon")],
        after(2),
        "they named no day: “soon”",
        "call from 27 Nov 09:00",
    ),
    (
        "missed in part",
        [thanked(after(1), "p1")],
        after(97),
        "no day named; our guess; not all thanked",
        "call from Fri 09:00",
    ),
    ("missed", [], after(97), "no day named; our guess; not thanked", "call from Fri 09:00"),
    (
        "snoozed",
        [DONE, snoozed(after(2), "2026-12-14")],
        after(3),
        "not before, as you asked",
        "call from 14 Dec 09:00",
    ),
    ("heard", [DONE, heard(after(18))], after(20), "in touch; our guess", "call from 30 Nov 09:00"),
    ("vain call", [DONE, called(after(18))], after(20), "no one reached, 1 try", "call from Mon 09:00"),
    (
        "vain calls",
        [DONE, called(after(18)), called(after(19))],
        after(20),
        "no one reached, 2 tries",
        "write from Mon 10:00",
    ),
    (
        "reopened after a vain call",
        [DONE, called(after(18)), closed(after(19)), reopened(after(20))],
        after(21),
        "no one reached, 1 try",
        "call from Mon 09:00",
    ),
    ("to call", [DONE, PROMISE], DUE, "✆ until today 17:00", "Ada Okafor"),
    ("overdue", [DONE, PROMISE], at("2026-12-02 09:00"), "✆ overdue by 17 h", "Ada Okafor"),
    (
        "second try",
        [DONE, PROMISE, called(DUE)],
        at("2026-12-03 09:00"),
        "✆ until tomorrow 17:00",
        "Ada Okafor, 2nd try",
    ),
    (
        "to write",
        [DONE, called(DUE), called(DUE)],
        at("2026-12-03 09:00"),
        "✎ until tomorrow 17:00",
        "✎ write Ada: 2 calls went unanswered",
    ),
    (
        "closing offered",
        [DONE, called(DUE), called(DUE), emailed(DUE)],
        at("2026-12-10 09:00"),
        "✆ ask when it suits you",
        "2 calls and 1 mail in vain: let it rest? · Ada Okafor",
    ),
    (
        "a call with thanks open",
        [promised(after(1), "2026-11-18T15:00:00Z")],
        after(48.5),
        "✆ until today 17:00",
        "Ada Okafor · thanks open 3/3",
    ),
    (
        "a call with thanks missed",
        [],
        at("2026-11-27 09:00"),
        "✆ ask when it suits you",
        "Ada Okafor · not thanked",
    ),
    ("rejected", [closed(after(2))], after(3), "rejected, Wed 18 Nov", ""),
    ("offer, thanks missed", [closed(after(2), "offer")], after(99), "an offer, Wed 18 Nov", "not thanked"),
    ("cancelled", [closed(after(-9), "cancelled")], after(3), "cancelled, Wed 18 Nov", ""),
    ("went quiet", [DONE], after(24 * 60), "went quiet", ""),
]


def lines(
    one: Card, now: datetime, zone: ZoneInfo, signs: Signs = UNICODE, width: int = 80
) -> Sequence[CardLine]:
    """The lines of a card, with the keys as they come."""
    return cards.card_lines(one, now, zone, KEYS, signs, width)


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


# Fitting text


@given(st.text(max_size=30), st.integers(-2, 30))
def test_text_is_cut_to_the_cells_there_are(text: str, width: int) -> None:
    assert cell_len(cut(text, width)) <= max(0, width) or cell_len(text) <= width
    assert cell_len(fit(text, width)) == max(0, width)


def test_a_cut_is_shown() -> None:
    assert cut("Globex", 6) == "Globex"
    assert cut("Globex", 5) == "Glob…"
    assert cut("日本語", 5) == "日本…"
    assert cut("Globex", 1) == "G"
    assert cut("one two", 5) == "one…"
    assert fit("ab", 4) == "ab  "


# Above and below the board


def board_of(*cards: Card) -> Any:
    from store.rules.board import board

    return board([one.interview for one in cards], POLICY, after(48), BERLIN)


OFFERED = closed(after(2), "offer", answer_by="2026-11-27")


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


def test_of_what_is_to_be_done_now_the_time_left_is_never_cut() -> None:
    one = card(made(company="A company with a name that is long", interviewers=()), after(2))
    for width in (20, 38, 80):
        left, _ = now_line(
            tasks(board_of(one))[0], 0, None, after(2), BERLIN, KEYS, current=False, width=width
        )
        words = "".join(text for text, _ in left)
        assert words.endswith(" left") and cell_len(words) <= max(20, width - 3)


def test_what_is_owed_and_the_time_left_are_told_apart() -> None:
    one = card(made(DONE, owes(after(1), "references", "2026-11-19")), after(3))
    said = [deed_words(task, after(3)) for task in tasks(board([one.interview], POLICY, after(3), BERLIN))]
    assert "send Globex what you promised (references): 23 h left" in said


def test_what_is_to_be_done_is_counted() -> None:
    thank, call = (
        card(made(), after(2)),
        card(made(thanked(after(1)), promised(after(1), "2026-11-18T15:00:00Z"), id="b"), after(48)),
    )
    assert top_line(board_of()) == "ringback   nothing to do now"
    assert top_line(board_of(thank)) == "ringback   1 to thank"
    assert top_line(board_of(thank, call)) == "ringback   1 to thank · 1 to call"


def top_line(shown: Board, width: int = 80, passing: frozenset[str] | None = None) -> str:
    """The left of the top line; `passing` as under the filter “ada”."""
    wanted = "" if passing is None else "ada"
    left, right = headline(
        shown, BERLIN, KEYS, wanted=wanted, passing=passing, marked=0, looking=False, width=width
    )
    assert sum(cell_len(text) for text, _ in (*left, *right)) <= width - 5
    return "".join(text for text, _ in left)


@pytest.mark.parametrize(
    ("passing", "width", "said"),
    [
        ({"a"}, 120, "ringback   1 of 2 to thank · 0 of 1 to call   only “ada”, esc for all"),
        ({"a"}, 90, "1 of 2 to thank · 0 of 1 to call   only “ada”, esc for all"),
        ({"a"}, 81, "1 of 2 to thank · 0 of 1 more   only “ada”, esc for all"),
        ({"b"}, 120, "ringback   0 of 2 to thank · 1 of 1 to call   only “ada”, esc for all"),
        ((), 120, "ringback   0 of 2 to thank · 0 of 1 to call   only “ada”, esc for all"),
        ({"a"}, 50, "only “ada”, esc for all"),
    ],
)
def test_under_a_filter_its_own_cards_are_counted(passing: set[str], width: int, said: str) -> None:
    thank, other = (card(made(id=name, company=name), after(2)) for name in ("a", "c"))
    due = (thanked(after(1)), promised(after(1), "2026-11-18T15:00:00Z"))
    call = card(made(*due, id="b", company="b"), after(48))
    assert top_line(board_of(thank, other, call), width, frozenset(passing)) == said


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (60, "ringback   1 to thank · 1 to call"),
        (51, "1 to thank · 1 to call"),
        (50, "1 to thank · 1 to call"),
        (49, "1✎ 1✆"),
        (20, "1✎ 1✆"),
    ],
)
def test_counts_are_put_more_briefly_before_they_are_cut(width: int, said: str) -> None:
    thank = card(made(), after(2))
    call = card(made(thanked(after(1)), promised(after(1), "2026-11-18T15:00:00Z"), id="b"), after(48))
    left, right = headline(
        board_of(thank, call), BERLIN, KEYS, wanted="", marked=0, looking=False, width=width
    )
    assert "".join(text for text, _ in left) == said
    assert sum(cell_len(text) for text, _ in (*left, *right)) <= width - 5


@pytest.mark.parametrize("width", [20, 59, 60, 120])
def test_the_top_line(width: int) -> None:
    left, right = headline(
        board_of(), BERLIN, KEYS, wanted="ada", marked=2, looking=True, width=width, demo=True
    )
    words = "".join(text for text, _ in left)
    assert words.endswith("2 marked   only “ada”, esc for all")
    assert "".join(text for text, _ in right).startswith(
        "looking at Fri 20 Nov 15:00" if width >= 60 else "looking at Fri 15:00"
    )


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (120, "ringback   demo, nothing is kept   nothing to do now   "),
        (104, "demo, nothing is kept   nothing to do now   "), (90, "demo   nothing to do now   "),
        (60, ""), (59, ""), (20, ""),  # the time that is looked at goes before
    ],
)  # fmt: skip
def test_the_top_line_without_a_filter(width: int, said: str) -> None:
    left, _ = headline(board_of(), BERLIN, KEYS, wanted="", marked=2, looking=True, width=width, demo=True)
    assert "".join(text for text, _ in left) == f"{said}2 marked"


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (120, "ringback   demo, nothing is kept   nothing to do now   only “ada”, esc for all"),
        (80, "demo   nothing to do now   only “ada”, esc for all"),
        (70, "nothing to do now   only “ada”, esc for all"),
        (40, "only “ada”, esc for all"),
    ],
)
def test_that_a_filter_is_on_is_left_out_last(width: int, said: str) -> None:
    left, right = headline(
        board_of(), BERLIN, KEYS, wanted="ada", marked=0, looking=False, width=width, demo=True
    )
    assert "".join(text for text, _ in left) == said
    assert sum(len(text) for text, _ in (*left, *right)) <= width - 5


def test_the_line_of_interviews_to_come() -> None:
    ahead = [card(made(id=f"iv-{n}", company=f"C{n}", round="Final"), after(-3)) for n in range(3)]
    now = after(-3)
    assert "".join(text for text, _ in coming_line((), now, BERLIN, KEYS, None)).startswith(
        "Coming  no interview ahead"
    )
    hidden = coming_line((), now, BERLIN, KEYS, None, hidden=2)
    assert "".join(text for text, _ in hidden) == "Coming  none passes the filter"
    some = "".join(text for text, _ in coming_line(ahead[:1], now, BERLIN, KEYS, None, hidden=2))
    assert some == "Coming  1 of 3: C0, final, today 14:00"
    whole = "".join(text for text, _ in coming_line(ahead, now, BERLIN, KEYS, None))
    assert whole == "Coming  C0, final, today 14:00 · C1, final, today 14:00 · C2, final, today 14:00"
    later = coming_line(ahead, now, BERLIN, KEYS, 2)
    assert ("C2, final, today 14:00", "current") in later
    assert later[1][0] == "… · "
    assert upcoming(card(made(), after(-0.5)), after(-0.5), BERLIN) == "Globex, panel, under way until 15:00"


def test_the_key_of_the_debrief_is_named_so_until_there_has_been_one() -> None:
    for events, said in (([], " debrief  "), ([Debriefed(id="d", at=after(1))], " edit  ")):
        pieces = hints(card(made(*events), after(2)), KEYS, undo=None, looking=False)
        assert pieces[pieces.index(("e", "key")) + 1][0] == said


def test_for_an_offer_no_key_is_named_that_would_be_refused() -> None:
    pieces = hints(card(made(DONE, OFFERED), after(3)), KEYS, undo=None, looking=False)
    assert [text.strip() for text, tone in pieces if tone == "key"] == ["o", "enter", "w", "e"]
    assert pieces[1][0].strip() == "accept or decline"


@pytest.mark.parametrize(
    ("events", "now"), [(one[1], one[2]) for one in CARDS], ids=[one[0] for one in CARDS]
)
def test_the_bottom_line_names_keys_there_are(events: list[Any], now: datetime) -> None:
    one = card(made(*events, interviewers=PANEL), now)
    pieces = hints(one, Keymap(), undo="thanked Ada", looking=False)
    assert pieces[-2:] == [("u", "key"), (" undo: thanked Ada", "plain")]
    known = {key for row in BOARD_KEYS for key in written(row).split()}
    assert {text for text, tone in pieces if tone == "key"} <= known
    assert (pieces[1][0].strip() == "close as quiet") == one.offer_closing
    assert "back to now" in "".join(text for text, _ in hints(one, Keymap(), undo="x", looking=True))
    assert "add an interview" in "".join(text for text, _ in hints(None, Keymap(), undo=None, looking=False))
    wide = sum(cell_len(text) for text, _ in pieces)
    long = hints(one, Keymap(), undo="thanked everyone there was " * 9, looking=False, width=wide + 9)
    assert long[: len(pieces) - 2] == pieces[:-2], "what undo would take back is cut before keys give way"
    filtered = hints(None, Keymap(), undo=None, looking=False, filtered=True)
    assert filtered[:2] == [("esc", "key"), (" all cards  ", "plain")]


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


@pytest.mark.parametrize("width", [36, 40, 60, 80, 120])
def test_with_nothing_yet_the_ways_to_begin_are_whole(width: int) -> None:
    lines = ["".join(text for text, _ in row) for row in ways_on(KEYS, width)]
    left, _ = now_line(None, 0, None, after(2), BERLIN, KEYS, current=False, width=width, empty=True)
    for line in (*lines, "".join(text for text, _ in left)):
        assert len(line) <= width - 4 and not line.endswith(("…", ";"))


@pytest.mark.parametrize("width", range(16, 60))
def test_a_time_over_there_is_whole_or_left_out(width: int) -> None:
    late = card(made(DONE, promised(after(0), "2026-11-20"), zone="America/New_York"), at("2026-11-23 20:00"))
    said = cards.card_lines(late, at("2026-11-23 20:00"), BERLIN, KEYS, width=width)[2].text
    assert said.count("(") == said.count(")")
