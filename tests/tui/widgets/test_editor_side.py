"""What the panel beside a text says of the checks: what was found, what is good, what nobody looked at."""

from __future__ import annotations

import pytest

from templates.proof import Case, proof
from tui.signs import UNICODE
from tui.widgets.editor.side import Item, beyond, verdict

GERMAN = (
    "Sehr geehrte Frau Okafor,\n\nvielen Dank für das offene Gespräch am Mittwoch und den Rundgang. "
    "Die Stelle reizt mich sehr, und ich würde mich über ein zweites Gespräch freuen.\n\n"
    "Mit freundlichen Grüßen\nRobin"
)


def _said(text: str, case: Case) -> list[Item]:
    found = proof(text, case)
    return [*verdict(found, UNICODE), *beyond(found, text, case, UNICODE)]


def _words(items: list[Item]) -> str:
    return "\n".join(f"{one.sign} {one.words}".strip() for one in items)


def test_what_did_not_run_is_not_ticked_but_named() -> None:
    said = _words(_said(GERMAN, Case(language="de", topics=("event streams",))))
    [unchecked] = [line for line in said.splitlines() if line.startswith("not checked in German: ")]
    assert {"spelling", "interest", "topics", "tone"} <= set(unchecked.split(": ")[1].split(", "))
    assert "thanks" not in unchecked
    assert f"{UNICODE.done} thanks" in said.splitlines()
    assert "reads as" not in said


def test_a_text_in_another_language_is_said_to_be() -> None:
    said = _words(_said(GERMAN, Case()))
    assert f"{UNICODE.may} reads as German, not English" in said.splitlines()
    assert UNICODE.done not in said.replace(f"{UNICODE.done} ready", "")


def test_in_english_everything_is_checked() -> None:
    said = _words(_said("Dear Ada, thank you for Friday; I would love to come.", Case()))
    assert f"{UNICODE.done} thanks, interest" in said.splitlines()
    assert "not checked" not in said


@pytest.mark.parametrize(
    ("theirs", "said", "tone"), [(35, "65 %", "dim"), (36, "64 %", "warn"), (70, "30 %", "warn")]
)
def test_how_much_is_in_own_words_and_how_much_should_be(theirs: int, said: str, tone: str) -> None:
    """Of a hundred runs of four words so many are the template's."""
    source = " ".join(f"t{i}" for i in range(theirs + 3))
    text = f"{source} " + " ".join(f"m{i}" for i in range(100 - theirs))
    [item] = [one for one in _said(text, Case(template_sources=(source,))) if "own words" in one.words]
    assert (item.words, item.tone) == (f"own words {said} (aim: 65 % or more)", tone)


def test_a_dismissed_rule_is_not_ticked() -> None:
    case = Case(dismissed=frozenset({"no_thanks", "canned"}), template_sources=("a b c d e f",))
    said = _words(_said("Dear Ada, I would love to come. a b c d e", case))
    assert f"{UNICODE.done} interest" in said.splitlines()
    assert "own words" not in said
