"""Many options: every one of them can be seen, come to, and found by typing."""

from __future__ import annotations

from typing import Any

import pytest

from tui.forms.common_fields import keys
from tui.forms.fields import Choice, Marks, Option, Sheet
from tui.forms.form import Form
from tui.themes import Themed

NAMES = [f"Company {number:02}" for number in range(39)] + ["Übersee AG"]


def many() -> list[Option]:
    return [Option(value=name, key=key, words=name) for name, key in zip(NAMES, keys(), strict=False)]


def sheet(field: Choice | Marks) -> Sheet[Any]:
    return Sheet(title="Whose?", fields=[field], finish=lambda given: given[field.name])


CHOICE = Choice(name="one", label="Of", options=many(), value=NAMES[0])
MARKS = Marks(name="one", label="Of", options=many())


class Host(Themed):
    """An app with one form on it."""

    def __init__(self, form: Form[Any]) -> None:
        super().__init__()
        self.form = form
        self.given: list[Any] = []

    def on_mount(self) -> None:
        self.push_screen(self.form, self.given.append)

    @property
    def drawn(self) -> str:
        return "\n".join(strip.text for strip in self.screen._compositor.render_strips())


@pytest.mark.parametrize(
    ("field", "pressed", "given"),
    [
        (CHOICE, ["3", "enter"], NAMES[2]),
        (CHOICE, ["down"] * 12 + ["enter"], NAMES[12]),
        (CHOICE, [*"uber", "enter"], NAMES[39]),
        (CHOICE, ["y", "space", "2", "down", "enter"], NAMES[12]),  # of those with a 2
        (CHOICE, [*"uber", "escape", "4", "enter"], NAMES[3]),
        (CHOICE, [*"uz", "backspace", "enter"], NAMES[39]),
        (MARKS, [*"uber", "space", "escape", "1", "enter"], frozenset({NAMES[0], NAMES[39]})),
        (MARKS, [*"zz", "space", "escape", "2", "enter"], frozenset({NAMES[1]})),
    ],
)
async def test_every_one_of_many_can_be_chosen(field: Choice | Marks, pressed: list[str], given: Any) -> None:
    host = Host(Form(sheet(field)))
    async with host.run_test(size=(60, 16)) as pilot:
        await pilot.pause()
        assert "40 to choose from; letters look for one" in host.drawn
        await pilot.press(*pressed)
        await pilot.pause()
        assert host.given == [given]


async def test_the_cursor_stays_in_sight_and_what_is_looked_for_is_shown() -> None:
    host = Host(Form(sheet(CHOICE)))
    async with host.run_test(size=(60, 16)) as pilot:
        await pilot.pause()
        await pilot.press(*["down"] * 30)
        await pilot.pause()
        assert NAMES[30] in host.drawn
        await pilot.press(*"uber")
        await pilot.pause()
        assert "Search: uber_" in host.drawn and NAMES[39] in host.drawn and NAMES[30] not in host.drawn
        await pilot.press("z")
        await pilot.pause()
        assert "nothing fits" in host.drawn


@pytest.mark.parametrize(
    "options",
    [many()[:9], [Option(value=n, key=chr(97 + n), words=str(n)) for n in range(12)]],
)
async def test_nothing_is_looked_for_where_all_have_keys(options: list[Option]) -> None:
    host = Host(Form(sheet(Choice(name="one", label="Of", options=options))))
    async with host.run_test(size=(60, 16)) as pilot:
        await pilot.pause()
        assert "letters look for one" not in host.drawn
        await pilot.press(options[-1].key, "enter")
        await pilot.pause()
        assert host.given == [options[-1].value]
