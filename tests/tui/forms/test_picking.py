"""Many options: every one of them can be seen, come to, and found by typing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.tui.forms.forms_host import Host, host, keys_line
from tests.waiting import until
from tui.forms.common_fields import keys
from tui.forms.entries import Entries
from tui.forms.fields import AnyField, Choice, Line, Marks, Option, Sheet, Wrong
from tui.forms.picking import Picks
from tui.forms.plan import Asking, Notice, planned
from tui.forms.sheet_view import SheetView
from tui.keymap import Keymap
from tui.signs import UNICODE

NAMES = [f"Company {number:02}" for number in range(39)] + ["Übersee AG"]


def many() -> list[Option]:
    return [Option(value=name, key=key, words=name) for name, key in zip(NAMES, keys(), strict=False)]


CHOICE = Choice(name="one", label="Of", options=many(), value=NAMES[0])
MARKS = Marks(name="one", label="Of", options=many())


def picks(field: Choice | Marks, keymap: Keymap | None = None) -> Picks:
    return Picks(field, keymap or Keymap(), UNICODE)


def press(picking: Picks, *pressed: str, keymap: Keymap | None = None) -> None:
    """What the view does with these keys."""
    take = (keymap or Keymap()).key("pick.take").keys
    for key in pressed:
        if picking.looks_for(key, " " if key == "space" else key if len(key) == 1 else None):
            continue
        if (place := picking.meant_by(key, key)) is not None:
            picking.take(place)
        elif key == take and picking.cursor in picking.shown:
            picking.take(picking.cursor)
        elif key in ("down", "up"):
            picking.go(1 if key == "down" else -1)


def drawn(picking: Picks, width: int = 60) -> list[str]:
    return ["".join(text for text, _ in row).rstrip() for row in picking.rows(width, current=True)]


@pytest.mark.parametrize(
    ("field", "pressed", "given"),
    [
        (CHOICE, ["3"], NAMES[2]),
        (CHOICE, ["down"] * 12, NAMES[12]),
        (CHOICE, [*"uber"], NAMES[39]),
        (CHOICE, ["y", "space", "2", "down"], NAMES[12]),  # of those with a 2
        (CHOICE, ["y", "space", "2", *["down"] * 99], NAMES[32]),
        (CHOICE, ["y", "space", "2", "up"], NAMES[2]),
        (CHOICE, [*"uber", "escape", "4"], NAMES[3]),
        (CHOICE, [*"uber", *["backspace"] * 4, "down"], NAMES[39]),
        (CHOICE, [*"uz", "backspace"], NAMES[39]),
        (MARKS, [*"uber", "space", "escape", "1"], frozenset({NAMES[0], NAMES[39]})),
        (MARKS, [*"zz", "space", "down", "escape", "2"], frozenset({NAMES[1]})),
    ],
)
def test_every_one_of_many_can_be_chosen(field: Choice | Marks, pressed: list[str], given: Any) -> None:
    picking = picks(field)
    press(picking, *pressed)
    assert picking.given == given


def test_what_is_looked_for_is_said_above_the_options() -> None:
    picking = picks(CHOICE)
    assert drawn(picking)[0] == " 40 options: type to search"
    press(picking, *"uber")
    assert drawn(picking) == [" Search: uber_", f" {UNICODE.chosen}   Übersee AG"]
    press(picking, "z")
    assert drawn(picking) == [" Search: uberz_  nothing fits"]
    press(picking, "escape")
    assert len(drawn(picking)) == len(NAMES) + 1 and not picking.looked_for


@pytest.mark.parametrize("width", [0, 1, 20, 60])
def test_a_click_takes_what_is_drawn_there(width: int) -> None:
    picking = picks(MARKS)
    press(picking, *"y 3")
    for y, row in enumerate(drawn(picking, 60)):
        place = picking.at(0, y, 60)
        assert (NAMES[place] in row) if place is not None else y == 0
    rows = len(picking.rows(width, current=True))
    # Words that are wider than there is room go on below.
    assert rows == len(picking.shown) + 1 if width >= 20 else rows > len(picking.shown)


def test_the_users_own_keys_hold_while_something_is_looked_for() -> None:
    own = Keymap({"form.leave": "f9", "pick.take": "insert"})
    picking = picks(MARKS, own)
    press(picking, *"ub", "insert", "f9", "space", keymap=own)
    assert picking.given == {NAMES[39]} and picking.looked_for == ""


@pytest.mark.parametrize(
    "options", [many()[:9], [Option(value=n, key=chr(97 + n), words=str(n)) for n in range(12)]]
)
def test_nothing_is_looked_for_where_all_have_keys(options: list[Option]) -> None:
    picking = picks(Choice(name="one", label="Of", options=options))
    press(picking, "j", options[-1].key)
    assert picking.given == options[-1].value
    assert len(drawn(picking)) == len(options)


@pytest.mark.parametrize("field", [CHOICE, MARKS])
def test_where_nothing_fits_nothing_else_is_taken_for_it(field: Choice | Marks) -> None:
    entries = Entries(sheet(field), Keymap(), UNICODE)
    press(picking(entries), "1", *"zebra")
    with pytest.raises(Wrong, match="Nothing fits “zebra”: esc shows all there are"):
        entries.answers()
    press(picking(entries), "escape")
    assert entries.answers()["one"] in (NAMES[0], frozenset({NAMES[0]}))


@pytest.mark.parametrize("height", [5, 6, 8, 12, 24, 45, 60])
@pytest.mark.parametrize("typed", ["", "y", "y 3", "zz"])
def test_the_cursor_and_what_is_looked_for_are_in_sight(height: int, typed: str) -> None:
    entries = Entries(sheet(MARKS), Keymap(), UNICODE)
    press(picking(entries), *typed)
    top = 0
    for step in [*["down"] * 40, *["up"] * 40]:
        press(picking(entries), step)
        plan = planned(sheet(MARKS), entries, Asking("one", Notice(), "", top), 40, height, UNICODE)
        top, spot = plan.top, plan.spot("one")
        rows = ["".join(text for text, _ in row) for row in plan.rows]
        assert spot is not None
        if picking(entries).shown:
            assert any(NAMES[picking(entries).cursor] in row for row in rows)
    # Back at the first, the row above it is there, too, where there is room for both.
    assert plan.room < 2 or any(("Search: " if typed else "40 options: type") in row for row in rows)


def sheet(field: Choice | Marks) -> Sheet[Any]:
    fields = [field, Line(name="why", label="Why")]
    return Sheet(title="Whose?", fields=fields, finish=lambda given: given[field.name])


def picking(entries: Entries) -> Picks:
    found = entries["one"].picking
    assert found is not None
    return found


async def test_looking_for_one_in_a_form_and_leaving_the_search() -> None:
    app: Host = host(sheet(CHOICE))
    async with app.run_test(size=(60, 16)) as pilot:
        await pilot.press("tab", "shift+tab", *"comp")
        await pilot.pause()
        assert "esc show all" in keys_line(app)
        await pilot.press("tab", "shift+tab")
        await pilot.pause()
        assert not picking(app.form.entries).looked_for and "esc leave" in keys_line(app)
        await pilot.press(*"uber", "ctrl+d")
        await pilot.pause()
        assert app.given == [NAMES[39]]


@pytest.mark.parametrize("width", [34, 36, 60])
def test_nothing_of_an_option_is_cut_where_there_are_rows(width: int) -> None:
    words, remark = "Sable & Finch wants no thanks, also in later rounds", "for all of its people"
    field = Marks(name="one", label="Of", options=[Option(value=1, key="s", words=words, remark=remark)])
    rows = drawn(picks(field), width)
    assert " ".join(" ".join(rows).split()).endswith(f"s {words} {remark}")
    assert all(len(row) <= width for row in rows)


async def test_nothing_stays_where_another_field_stood_before() -> None:
    few = replace(MARKS, options=many()[-12:])
    fields: list[AnyField] = [few, Line(name="why", label="Why")]
    app: Host = host(Sheet(title="Whose?", fields=fields, finish=lambda given: given, first="why"))
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.press("x", "shift+tab", *"uber")
        await pilot.pause()
        await until(pilot, lambda: len(picking(app.form.entries).shown) == 1)
        view = app.form.query_one(SheetView)
        await until(pilot, lambda: view.current_spot is view and app.focused is view)
        drawn = ["".join(part.text for part in row).strip() for row in app.screen._compositor.render_strips()]
        planned = ["".join(text for text, _ in row).strip() for row in view.plan.rows[:-1]]
        assert drawn[view.region.y : view.region.bottom - 1] == planned
