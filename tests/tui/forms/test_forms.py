"""The form on the screen: keys, live answers, scrolling, and never losing what was typed."""

from __future__ import annotations

from typing import Any

import pytest
from textual.geometry import Region

from store.interview import Person
from tests.tui.forms.forms_host import (
    BERLIN,
    NOW,
    Host,
    card,
    host,
    interview,
    is_open,
    keys_line,
    moment,
    said,
    type_in,
)
from tests.waiting import until
from tui.forms import add, called, debrief, edit, outcome, promise, sent, skip, travel
from tui.forms.confirm import Confirm
from tui.forms.entries import Entries
from tui.forms.fields import Choice, Line, Lines, Sheet, Wrong
from tui.forms.known import Known, known
from tui.forms.plan import Plan
from tui.forms.sheet_view import SheetView
from tui.keymap import Keymap
from tui.signs import UNICODE

ROOMY = (90, 30)


def plan(app: Host) -> Plan:
    """How the form is drawn."""
    view: SheetView = app.form.query_one(SheetView)
    return view.plan


def drawn(app: Host) -> str:
    """The form as it stands on the screen."""
    view = app.form.query_one(SheetView)
    rows = app.screen._compositor.render_strips()[view.region.y : view.region.bottom]
    return "\n".join(strip.text.strip() for strip in rows)


def option(app: Host, name: str, value: str) -> tuple[SheetView, tuple[int, int]]:
    """Where an option is, for a click."""
    found, spot = plan(app), plan(app).spot(name)
    assert spot is not None and spot.entry.picking is not None
    place = next(at for at, one in enumerate(spot.entry.picking.options) if one.value == value)
    at = spot.entry.picking.spots(found.width)[place]
    return app.form.query_one(SheetView), (found.x + at.x + 3, found.first + spot.row - found.top + at.y)


def words_sheet(**finish: Any) -> Sheet[dict[str, Any]]:
    return Sheet(
        title="Words",
        fields=[Line(name="one", label="One", needed=True), Lines(name="two", label="Two")],
        finish=finish.get("finish", dict),
    )


async def test_enter_goes_on_and_saves_at_the_last_field() -> None:
    app = host(promise.sheet(moment(), [card()]))
    async with app.run_test(size=ROOMY) as pilot:
        await type_in(pilot, "fri")
        await pilot.press("enter")
        await type_in(pilot, "soon")
        await pilot.press("enter", "enter")
        assert is_open(app)
        await pilot.press("enter")
    assert app.given[0].words == "promised by Fri 20 Nov"


async def test_a_date_is_shown_as_it_is_read_while_it_is_typed() -> None:
    app = host(promise.sheet(moment(), [card()]))
    async with app.run_test(size=ROOMY) as pilot:
        assert "such as: fri" in drawn(app) and not said(app, "callback_by")
        await type_in(pilot, "fri")
        assert said(app, "callback_by") == "= Fri 20 Nov 2026 (tomorrow): call from Tue 09:00"
        await type_in(pilot, " 14:00")
        assert "Fri 20 Nov 2026, 14:00 Europe/Berlin (in 19 hours)" in said(app, "callback_by")


async def test_what_a_date_would_do_follows_what_is_picked() -> None:
    app = host(promise.sheet(moment(), [card()]))
    async with app.run_test(size=ROOMY) as pilot:
        await type_in(pilot, "fri")
        await pilot.press("tab", "tab", "n")
        await pilot.pause()
        assert said(app, "callback_by").endswith(": a no, if they keep silent until Tue 09:00")
        await pilot.press("n")
        await pilot.pause()
        assert said(app, "callback_by").endswith(": call from Tue 09:00")


async def test_an_unclear_date_is_refused_with_its_readings_and_stays() -> None:
    app = host(promise.sheet(moment(), [card()]))
    async with app.run_test(size=ROOMY) as pilot:
        await type_in(pilot, "3/4")
        assert "3 Apr 2027 or 4 Mar 2027" in said(app, "callback_by")
        await pilot.press("tab")
        await type_in(pilot, "soon")
        await pilot.press("ctrl+d")
        await pilot.pause()
        assert is_open(app)
        assert app.form.texts == {"callback_by": "3/4", "quote": "soon"}
        assert app.form.current == "callback_by"
    assert app.given == []


async def test_what_is_needed_is_asked_for_at_its_field() -> None:
    app = host(words_sheet())
    async with app.run_test(size=ROOMY) as pilot:
        await pilot.press("tab", "a", "ctrl+d")
        assert said(app, "one") == "One is needed."
        await pilot.press("b", "f2")
    assert app.given == [{"one": "b", "two": "a"}]


async def test_leaving_asks_once_where_something_was_typed() -> None:
    app = host(words_sheet())
    async with app.run_test(size=ROOMY) as pilot:
        await pilot.press("a", "escape")
        assert "again throws away" in keys_line(app)
        await pilot.press("b", "escape")
        assert is_open(app)
        await pilot.press("escape")
    assert app.given == [None]


async def test_leaving_an_untouched_form_asks_nothing() -> None:
    app = host(outcome.sheet(moment(), [card()]))
    async with app.run_test(size=ROOMY) as pilot:
        await pilot.press("r", "escape")
    assert app.given == [None]


async def test_what_could_not_be_saved_stays_on_the_screen() -> None:
    failures = ["Not saved: the disk is full.", None]

    async def save(answer: object) -> str | None:
        return failures.pop(0)

    app = host(words_sheet(), save)
    async with app.run_test(size=ROOMY) as pilot:
        await pilot.press("a", "ctrl+d")
        await pilot.pause()
        assert app.form.notice == "Not saved: the disk is full."
        assert app.form.texts["one"] == "a"
        await pilot.press("ctrl+d")
    assert app.given == [{"one": "a", "two": ""}]


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
async def test_why_it_could_not_be_saved_is_said_to_the_end(size: tuple[int, int]) -> None:
    path = f"/home/jo/{'a long folder/' * 8}ringback.json"
    words = f"{path} is a directory, not a file; it was left as it is; give another path"
    app = host(words_sheet(), lambda answer: words)
    async with app.run_test(size=size) as pilot:
        await pilot.press("a", "ctrl+d")
        await pilot.pause()
        await pilot.pause()
        assert words in drawn(app).replace("\n", " ").replace("  ", " ") or words.split() == [
            word for word in drawn(app).split() if word in words.split()
        ]
        assert "ctrl+d save" in drawn(app)


async def test_a_refusal_without_a_field_stands_above_the_keys() -> None:
    def finish(answers: Any) -> dict[str, Any]:
        raise Wrong("Everyone has been thanked.")

    app = host(words_sheet(finish=finish))
    async with app.run_test(size=ROOMY) as pilot:
        await pilot.press("a", "ctrl+d")
        await pilot.pause()
        assert app.form.notice == "Everyone has been thanked."
        await pilot.press("b")
        await pilot.pause()
        assert not app.form.notice


async def test_arrows_go_between_fields_and_through_lines() -> None:
    app = host(words_sheet())
    async with app.run_test(size=ROOMY) as pilot:
        await pilot.press("down")
        assert app.form.current == "two"
        await pilot.press("x", "enter", "y", "up")
        assert app.form.current == "two"
        await pilot.press("down", "up", "up", "down", "down")
        assert app.form.current == "two", "an arrow leaves a text at its very beginning or end only"
        await pilot.press("up", "up", "up")
        assert app.form.current == "one"


async def test_a_choice_is_made_by_key_or_arrow_and_marks_by_key_or_space() -> None:
    app = host(skip.sheet(moment(), [card()]))
    async with app.run_test(size=(90, 40)) as pilot:
        reason, people = (app.form.entries[name] for name in ("reason", "to"))
        await pilot.press("ctrl+d")
        assert said(app, "reason").startswith("Choose one")
        await pilot.press("g")
        assert reason.given == "gut feeling"
        await pilot.press("down")
        assert reason.given == "they asked not to"
        await pilot.press("tab", "2", "down", "space")
        assert people.given == frozenset({"p1"})
        await pilot.press("ctrl+d")
    assert app.given[0].words == "no thanks for Marta"


async def test_a_click_picks() -> None:
    app = host(outcome.sheet(moment(), [card()]))
    async with app.run_test(size=ROOMY) as pilot:
        await pilot.click(*option(app, "result", "rejected"))
        assert app.form.entries["result"].given == "rejected"


async def test_a_paste_is_taken_whole_and_cleaned_and_says_so() -> None:
    app = host(words_sheet())
    async with app.run_test(size=ROOMY) as pilot:
        from textual import events

        app.form.post_message(events.Paste("a\x1b[31mb"))
        await pilot.pause()
        assert app.form.texts["one"] == "a[31mb"
        assert said(app, "one") == "1 character left out that cannot be kept."
        app.form.post_message(events.Paste("\nc\nd\n"))
        await pilot.pause()
        assert app.form.texts["one"] == "a[31mbc d"
        assert "spaces" in said(app, "one")
        await pilot.press("tab")
        app.form.post_message(events.Paste("e\r\n\u202ef"))
        await pilot.pause()
        assert app.form.texts["two"] == "e\nf"


async def test_a_default_time_is_replaced_by_the_first_key() -> None:
    app = host(sent.sheet(moment(), [card()]))
    async with app.run_test(size=ROOMY) as pilot:
        assert said(app, "at").endswith("(now): 26 hours after the interview")
        await type_in(pilot, "2h ago")
        assert app.form.texts["at"] == "2h ago"
        assert said(app, "at").endswith("(2 hours ago): 24 hours after the interview")
        await pilot.press("ctrl+a", "ctrl+k")
        await type_in(pilot, "tomorrow 9:00")
        await pilot.press("enter")
        assert said(app, "at").startswith("That lies ahead")
    assert app.given == []


async def test_a_new_interview_by_keys_alone() -> None:
    app = host(add.sheet(moment(), Known()))
    async with app.run_test(size=ROOMY) as pilot:
        await type_in(pilot, "Globex")
        await pilot.press("enter")
        await type_in(pilot, "fri 14:00")
        await pilot.press("enter")
        await type_in(pilot, "Ada Okafor")
        await pilot.press("tab")
        await type_in(pilot, "27 nov")
        assert [one.name for one in app.form.entries.shown] == list(add.FIRST)
        await pilot.press("enter")
    one = app.given[0].added
    assert (one.company, one.interviewers[0].name) == ("Globex", "Ada Okafor")
    assert f"{one.starts_at.astimezone(BERLIN):%a %H:%M}" == "Fri 14:00"
    assert one.events[0].callback_by == "2026-11-27"


async def test_a_key_shows_the_rest_of_the_fields_with_what_stands_in_them() -> None:
    app = host(add.sheet(moment(), Known()))
    async with app.run_test(size=ROOMY) as pilot:
        await type_in(pilot, "Globex")
        assert "14 more fields: Ends 60 min" in drawn(app)
        await pilot.press("tab")
        await type_in(pilot, "fri 14:00")
        await pilot.press("ctrl+o")
        assert app.form.current == "role" and not app.form.entries.folded
        await pilot.press("tab", "tab")
        await type_in(pilot, "45")
        assert app.form.texts["ends_at"] == "45", "what stood there from the beginning is replaced"
        await pilot.press("ctrl+o")
        assert not app.form.entries.folded, "what was typed is not folded away"
        await pilot.press("ctrl+d")
    one = app.given[0].added
    assert (one.ends_at - one.starts_at).seconds == 45 * 60


async def test_a_known_company_is_completed_with_the_right_arrow() -> None:
    app = host(add.sheet(moment(), known([interview()])))
    async with app.run_test(size=ROOMY) as pilot:
        await type_in(pilot, "nor")
        await pilot.pause()
        await pilot.press("right")
        assert app.form.texts["company"] == "Northwind"


SMALL = [(80, 24), (40, 20), (20, 5)]


@pytest.mark.parametrize("size", SMALL, ids=str)
async def test_every_field_can_be_reached_and_seen(size: tuple[int, int]) -> None:
    app = host(debrief.sheet(moment(), card()))
    async with app.run_test(size=size) as pilot:
        keys = app.form.query_one("#keys")

        def seen() -> bool:
            spot = plan(app).spot(app.form.current)
            return spot is not None and plan(app).top <= spot.row < plan(app).top + plan(app).room

        for _ in app.form.sheet.fields:
            await until(pilot, lambda: seen() and Region(0, 0, *size).contains_region(keys.region))
            await pilot.press("tab")


@pytest.mark.parametrize("size", [(20, 3), (1, 1)], ids=str)
async def test_no_size_is_too_small(size: tuple[int, int]) -> None:
    app = host(called.sheet(moment(), card()))
    async with app.run_test(size=ROOMY) as pilot:
        await pilot.resize_terminal(*size)
        await pilot.press("tab", "down", "tab", "a")
        await pilot.resize_terminal(*ROOMY)
        await pilot.pause()
        assert is_open(app)
        assert app.form.texts["callback_by"] == "a"


HOSTILE = ["[red]x[/]", "[/red]", "[@click=app.quit]x[/]", "\x1b]52;c;eA==\x07", "\u202egnp", "a\nb\tc"]


@pytest.mark.parametrize("theme", [edit, called])
async def test_hostile_names_are_shown_and_obeyed_nowhere(theme: Any) -> None:
    company, role, title, name, topic, notes = HOSTILE
    for one in (
        interview(company=company, role=role, round=title, topics=(topic,), notes=notes, interviewers=()),
        interview(company=name, interviewers=(Person(id="p1", name=topic, title=company),), contacts=()),
    ):
        stands = card(one)
        sheet = edit.sheet(moment(), known([one]), one) if theme is edit else called.sheet(moment(), stands)
        app = host(sheet)
        async with app.run_test(size=ROOMY):
            drawn = "".join(strip.text for strip in app.form._compositor.render_strips())
            assert sheet.title[-8:] in drawn or "\u241b" in drawn
            assert not set(drawn) & set("\x1b\x07\u202e")


async def test_ascii_forms_have_no_other_signs() -> None:
    from tui.forms.form import Form

    app = Host(Form(outcome.sheet(moment(), [card()]), ascii_only=True))
    async with app.run_test(size=ROOMY) as pilot:
        await pilot.press("r")
        drawn = "".join(strip.text for strip in app.form._compositor.render_strips())
        assert drawn.isascii()


@pytest.mark.parametrize(("key", "answer"), [("y", True), ("n", False), ("escape", False)])
async def test_a_question_is_answered_by_one_key(key: str, answer: bool) -> None:
    app = Host(Confirm("Delete [b]Northwind?", "Northwind, Panel"))
    async with app.run_test(size=ROOMY) as pilot:
        await pilot.press("enter", key)
    assert app.given == [answer]


async def test_time_travel_gives_the_instant() -> None:
    app = host(travel.sheet(moment()))
    async with app.run_test(size=ROOMY) as pilot:
        await type_in(pilot, "yesterday 9:00")
        await pilot.press("enter")
    assert app.given[0] < NOW
    assert f"{app.given[0].astimezone(BERLIN):%a %H:%M}" == "Wed 09:00"


async def test_an_option_that_says_all_there_is_to_say_saves_and_passing_over_it_does_not() -> None:
    app = host(outcome.sheet(moment(), [card()]))
    async with app.run_test(size=ROOMY) as pilot:
        await pilot.press("down", "down", "down")
        await pilot.pause()
        assert is_open(app) and app.given == []
        await pilot.press("n")
        await pilot.pause()
        assert not is_open(app)
        assert [done.next_round for done in app.given] == [""]


@pytest.mark.parametrize("width", [90, 80, 40, 20])
def test_what_is_said_of_an_option_is_never_cut(width: int) -> None:
    for sheet in (outcome.sheet(moment(), [card()]), sent.sheet(moment(), [card()])):
        for entry in Entries(sheet, Keymap(), UNICODE):
            if entry.picking is not None:
                rows = entry.picking.rows(width, current=False)
                shown = " ".join("".join(text for row in rows for text, _ in (*row, (" ", ""))).split())
                assert all(option.remark in shown for option in entry.picking.options)


async def test_a_click_on_what_is_said_of_an_option_picks_it() -> None:
    app = host(outcome.sheet(moment(), [card()]))
    async with app.run_test(size=(40, 24)) as pilot:
        await pilot.pause()
        view, (x, y) = option(app, "result", "next_round")
        await pilot.click(view, (x + 4, y + 1))
        await pilot.pause()
        assert app.form.entries["result"].given == "next_round" or not is_open(app)


def test_each_way_is_said_once_with_all_its_people() -> None:
    field = next(one for one in sent.sheet(moment(), [card()]).fields if one.name == "channel")
    assert isinstance(field, Choice)
    assert field.options[0].remark == "Marta and Deniz by e-mail, Joan by WhatsApp"
