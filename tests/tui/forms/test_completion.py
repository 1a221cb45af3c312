"""Completing what is typed in a line from what is known."""

from __future__ import annotations

import pytest

from tests.tui.forms.forms_host import host, interview, moment, said, type_in
from tests.waiting import until
from tui.forms import add
from tui.forms.completion import Completion, continued
from tui.forms.known import known

KNOWN = ["Zürich Insurance", "Straße & Co", "Łódź", "globex", "Globex Labs"]


@pytest.mark.parametrize(
    ("typed", "whole", "rest"),
    [
        ("zur", "Zürich Insurance", "ich Insurance"),
        ("ZÜRICH I", "Zürich Insurance", "nsurance"),
        ("zu\u0308r", "Zürich Insurance", "ich Insurance"),
        ("strasse", "Straße & Co", " & Co"),
        ("stras", "Straße & Co", "e & Co"),
        ("straß", "Straße & Co", "e & Co"),
        ("lodz", "Łódź", ""),
        ("globex", "globex", ""),
        ("globex l", "Globex Labs", "abs"),
    ],
)
def test_what_is_typed_goes_on(typed: str, whole: str, rest: str) -> None:
    assert continued(typed, KNOWN) == (whole, rest)


@pytest.mark.parametrize("typed", ["", "x", "insurance", "zurich insurancee"])
def test_what_is_not_known_does_not(typed: str) -> None:
    assert continued(typed, KNOWN) is None


@pytest.mark.parametrize("typed", ["zur", "stras", "straß", "GLOBEX L"])
async def test_what_is_taken_is_put_as_it_is_known(typed: str) -> None:
    completion = Completion(KNOWN)
    shown = await completion.get_suggestion(typed)
    assert shown is not None and shown.startswith(typed)
    assert completion.whole(shown) in KNOWN
    assert completion.whole("zürich") == "zürich"
    assert await completion.get_suggestion("lodz") is None


@pytest.mark.parametrize("typed", ["mul", "MÜL", "muller & stras"])
async def test_a_company_is_completed_whatever_its_letters(typed: str) -> None:
    app = host(add.sheet(moment(), known([interview(company="Müller & Straße")])))
    async with app.run_test(size=(90, 30)) as pilot:
        await type_in(pilot, typed)
        await pilot.pause()
        await pilot.press("right")
        assert app.form.texts["company"] == "Müller & Straße"
        await pilot.press(*" AG")
        assert app.form.texts["company"] == "Müller & Straße AG"


async def test_the_same_interview_is_remarked_on_while_it_is_typed() -> None:
    there = interview(company="Müller", role="Data engineer")
    app = host(add.sheet(moment(), known([there])))
    async with app.run_test(size=(90, 30)) as pilot:
        await type_in(pilot, "muller")
        await pilot.press("enter")
        local = there.starts_at.astimezone(moment().zone)
        await type_in(pilot, f"{local:%Y-%m-%d %H:%M}")
        await until(
            pilot, lambda: "the same seems to be on the board already: Müller" in said(app, "starts_at")
        )
        await type_in(pilot, " ")
        assert f"({there.id})" in said(app, "starts_at")


async def test_another_interview_is_not_remarked_on() -> None:
    there = interview(company="Müller", role="Data engineer")
    app = host(add.sheet(moment(), known([interview(company="Müller", role="Analyst")])))
    async with app.run_test(size=(90, 30)) as pilot:
        await type_in(pilot, "muller")
        await pilot.press("enter")
        local = there.starts_at.astimezone(moment().zone)
        await type_in(pilot, f"{local:%Y-%m-%d %H:%M}")
        await pilot.press("ctrl+o")
        assert app.form.texts["role"] == "Analyst", "it is known, and replaced by what is typed"
        await type_in(pilot, "data engineer")
        await until(pilot, lambda: said(app, "starts_at").startswith("= "))
        assert "the same" not in said(app, "starts_at")
