"""The rounds of an application in words: on one line of time, and what was in those before."""

from __future__ import annotations

from datetime import timedelta

from store.interview import LooseEnd, Owes
from store.rules.application import Applications
from store.rules.board import Card, board
from store.rules.history import history
from tests.making import ADA, BEN, BERLIN, END, POLICY, card, closed, made, thanked
from tui.keymap import Keymap
from tui.words.card_page import page
from tui.words.rounds import earlier_lines, gone_on, held_words, round_words, rounds_line

WEEK = timedelta(days=7)
INTRO = made(id="iv-0", round="Intro call", ends_at=END - WEEK, interviewers=(BEN,))
PANEL = made(
    thanked(END + timedelta(hours=2)),
    topics=("event streams", "on-call"),
    loose_ends=(LooseEnd(text="meant Flink"), LooseEnd(text="the year", state="dropped")),
    interviewers=(ADA, BEN),
)
OFF = made(closed(END, "cancelled"), id="iv-2", round="Task", ends_at=END + WEEK)
TECHNICAL = made(id="iv-3", round="Technical", ends_at=END + 2 * WEEK)
ROUNDS = Applications([TECHNICAL, PANEL, INTRO, OFF]).rounds(PANEL)
NOW = END + timedelta(days=1)


def text(card_id: str) -> str:
    one = next(one for one in ROUNDS if one.id == card_id)
    moments = history(one, POLICY, NOW, BERLIN, ROUNDS)
    return "\n".join(row.text for row in page(card(one, NOW), moments, NOW, BERLIN, Keymap(), ROUNDS))


def test_they_stand_on_one_line_of_time() -> None:
    line = "Intro call 11 Nov · ▸ Panel 18 Nov · Task 25 Nov (called off) · Technical 2 Dec"
    assert rounds_line(PANEL, ROUNDS, NOW, BERLIN) == line
    assert line in text("iv-1")


def test_one_alone_has_no_such_line() -> None:
    moments = history(PANEL, POLICY, NOW, BERLIN)
    rows = page(card(PANEL, NOW), moments, NOW, BERLIN, Keymap(), [PANEL])
    assert not any(row.text.startswith(("Rounds", "EARLIER")) for row in rows)


def test_people_topics_and_what_was_sent_are_at_hand() -> None:
    assert earlier_lines(PANEL, NOW, BERLIN) == [
        "Panel 18 Nov: Ada Okafor, Ben Ito",
        "talked about: event streams; on-call",
        "still to settle: meant Flink",
        "sent: thanked Ada Okafor by e-mail",
    ]
    technical = text("iv-3")
    assert technical.index("EARLIER ROUNDS") < technical.index("Intro call 11 Nov: Ben Ito")
    assert "talked about: event streams; on-call" in technical
    assert "EARLIER ROUNDS" not in text("iv-0")


def test_what_is_owed_stands_on_the_page() -> None:
    one = made(Owes(id="o1", at=END, what="references", due="2026-11-19", to="p1"))
    rows = page(card(one, NOW), (), NOW, BERLIN, Keymap())
    places = [place for place, row in enumerate(rows) if row.text == "YOU OWE THEM"]
    assert [rows[place + 1][:3] for place in places] == [
        ("  references, by Thu 19 Nov, to Ada Okafor", "warn", None),
    ]


def test_of_many_rounds_that_go_on_a_few_are_told() -> None:
    def cards(*later: str) -> list[Card]:
        earlier = [made(id=f"a{n}", company=f"Firm {n}", round="Panel") for n in range(5)]
        new = [
            made(id=f"b{n}", company=f"Firm {n}", round="Final", ends_at=END + WEEK)
            for n in range(5)
            if str(n) in later
        ]
        return [*board([*earlier, *new], POLICY, NOW, BERLIN).cards()]

    assert gone_on(cards(), cards("1"), NOW, BERLIN) == "Firm 1: Panel goes on in Final, Wed 25 Nov"
    assert gone_on(cards("1"), cards("1"), NOW, BERLIN) == ""
    many = gone_on(cards(), cards(*"01234"), NOW, BERLIN)
    assert many.count("goes on in") == 3 and many.endswith("; and 2 more")


def test_an_offer_that_is_held() -> None:
    assert held_words("2026-11-27", 0, NOW, BERLIN) == "An offer is held until Fri 27 Nov."
    assert held_words("2026-11-27", 1, NOW, BERLIN).endswith("; 1 other is still open.")
    assert round_words(PANEL, BERLIN) == "Globex, Data engineer, Panel, Wed 18 Nov"
