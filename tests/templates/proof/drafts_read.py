"""Reads the drafts that lie in the folder beside this file."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from templates.proof import Case

_FOLDER = Path(__file__).with_name("drafts")


@dataclass(frozen=True)
class Sample:
    """A draft, its case, and the faults planted in it."""

    name: str
    text: str
    subject: str
    case: Case
    faults: frozenset[str]


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / name).read_text("utf-8"))


def case_of(card: str, **changes: Any) -> Case:
    """The case of one of the sample cards, with all other cards' names around it."""
    cards = _toml("cards.toml")
    others = cards["others"]
    facts = {key: tuple(value) if isinstance(value, list) else value for key, value in cards[card].items()}
    around = {"other_companies": tuple(others["companies"]), "other_people": tuple(others["people"])}
    return Case(**(facts | around | changes))


def samples(name: str) -> list[Sample]:
    """The drafts of one file, in order."""
    return [
        _sample(f"{name}-{i}-{entry['card']}", entry)
        for i, entry in enumerate(_toml(f"{name}.toml")["draft"])
    ]


def _sample(name: str, entry: dict[str, Any]) -> Sample:
    case = case_of(
        entry["card"],
        addressed=tuple(entry["to"]),
        purpose=entry.get("purpose", "thanks"),
        channel=entry.get("channel", "email"),
        template_text=entry.get("template"),
        template_sources=tuple(entry.get("sources", ())),
        sent_elsewhere=tuple((company, text) for company, text in entry.get("sent", ())),
        late_hours=entry.get("late"),
    )
    return Sample(name, entry["text"], entry.get("subject", ""), case, frozenset(entry.get("faults", ())))
