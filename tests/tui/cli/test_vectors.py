"""The vectors of the rules through the commands, as programs meet them: `list --json` and `next --json`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from tests.command_line import Cli

Vector: TypeAlias = dict[str, Any]
FOLDER = Path(__file__).parents[2] / "store" / "rules"
TIMELINE: list[Vector] = json.loads((FOLDER / "timeline.json").read_text("utf-8"))
BOOKS: list[Vector] = json.loads((FOLDER / "next.json").read_text("utf-8"))


def settings_of(vector: Vector) -> str:
    """The settings file that a vector asks for."""
    user = vector["user"]
    begins, ends = user["quiet_hours"].split("-")
    lines = [f'zone = "{user["zone"]}"', "[quiet]", f'from = "{begins}"', f'to = "{ends}"']
    lines += ["[policy]", 'calendar = "none"', f"holidays = [{', '.join(vector.get('holidays', []))}]"]
    if "working_days" in vector:
        lines.append(f"working_days = {json.dumps(vector['working_days'])}")
    lines += [f"{name} = {json.dumps(value)}" for name, value in vector.get("settings", {}).items()]
    return "\n".join(lines) + "\n"


def grouped(vectors: list[Vector]) -> Iterator[Any]:
    """Those that ask for the same settings together, each group with a name."""
    groups: dict[str, list[Vector]] = {}
    for vector in vectors:
        groups.setdefault(settings_of(vector), []).append(vector)
    for number, (settings, group) in enumerate(groups.items()):
        for part in range(0, len(group), 40):
            yield pytest.param(settings, group[part : part + 40], id=f"settings {number}, from {part}")


def imported(cli: Cli, interviews: list[Any], number: int) -> tuple[str, ...]:
    """A database of its own with these interviews; the options to name it by."""
    file = cli.folder / "book.json"
    file.write_text(json.dumps({"format": "ringback", "version": 1, "interviews": interviews}), "utf-8")
    database = ("--db", str(cli.folder / f"book-{number}" / "board.json"))
    cli.done(*database, "import", str(file))
    return database


def expectation(card: Vector) -> Vector:
    """What of a card the vectors have: nothing that would be empty."""
    told = {key: card[key] for key in ("column", "level", "due", "next_change")}
    told["owed"] = [{key: one[key] for key in ("to", "channel", "from")} for one in card["owed"]]
    if "follow_up" in card:
        follow = card["follow_up"]
        told["follow_up"] = follow and {key: follow[key] for key in ("channel", "to", "from")}
    if card["owes"]:
        told["owes"] = card["owes"]
    if card["later_round"] is not None:
        told["later_round"] = card["later_round"]
    return told


@pytest.mark.parametrize(("settings", "vectors"), [*grouped(TIMELINE)])
def test_list_says_where_every_card_stands(cli: Cli, settings: str, vectors: list[Vector]) -> None:
    cli.set(settings)
    for number, vector in enumerate(vectors):
        database = imported(cli, [vector["interview"], *vector.get("others", [])], number)
        for expected in vector["expect"]:
            ran = cli.done(*database, "list", "--json", "--at", expected["at"])
            assert (ran.json["at"], ran.err) == (expected["at"], "")
            cards = {one["id"]: one for one in ran.json["interviews"]}
            card = cards[vector["interview"]["id"]]
            assert {"at": expected["at"], **expectation(card)} == expected, vector["name"]
            assert ("follow_up" in card) == (card["column"] == "call_now")


@pytest.mark.parametrize(("settings", "vectors"), [*grouped(BOOKS)])
def test_next_says_what_to_do_now_and_when_there_is_more(
    cli: Cli, settings: str, vectors: list[Vector]
) -> None:
    cli.set(settings)
    for number, vector in enumerate(vectors):
        database = imported(cli, vector["interviews"], number)
        for expected in vector["expect"]:
            told = cli.done(*database, "next", "--json", "--at", expected["at"]).json
            assert (told["version"], told["at"], told["then"]) == (1, expected["at"], expected["then"])
            for entry in told["now"]:
                words, command = entry.pop("words"), entry.pop("command")
                assert words.strip()
                assert command.startswith("ringback ")
                assert entry["id"] in command
            assert told["now"] == expected["now"], (number, expected["at"])
