"""Reads the drafts that lie in the folder beside this file."""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from templates.proof import Case, Meeting

_FOLDER = Path(__file__).with_name("drafts")


@dataclass(frozen=True)
class Sample:
    """A draft, its case, and the faults planted in it."""

    name: str
    text: str
    subject: str | None
    case: Case
    faults: frozenset[str]


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / name).read_text("utf-8"))


def case_of(card: str, **changes: Any) -> Case:
    """The case of one of the sample cards, with all other cards' names around it."""
    cards = _toml("cards.toml")
    others = cards["others"]
    facts = {key: tuple(value) if isinstance(value, list) else value for key, value in cards[card].items()}
    if "meeting" in facts:
        begins, ends, zone = facts["meeting"]
        facts["meeting"] = Meeting(
            datetime.fromisoformat(begins), datetime.fromisoformat(ends), ZoneInfo(zone)
        )
    around = {"other_companies": tuple(others["companies"]), "other_people": tuple(others["people"])}
    return Case(**(facts | around | {"met": len(facts["people"])} | changes))


def samples(name: str) -> list[Sample]:
    """The drafts of one kind, `good` or `faulty`, in order."""
    return [
        _sample(f"{file}-{i}-{entry['card']}", entry)
        for file in (name, f"{name}_more")
        for i, entry in enumerate(_toml(f"{file}.toml")["draft"])
    ]


_AS_GIVEN = ("readers", "result", "offer", "language")


def _sample(name: str, entry: dict[str, Any]) -> Sample:
    changes = {key: entry[key] for key in _AS_GIVEN if key in entry}
    if "topics" in entry:
        changes["topics"] = tuple(entry["topics"])
    case = case_of(
        entry["card"],
        addressed=tuple(entry["to"]),
        purpose=entry.get("purpose", "thanks"),
        channel=entry.get("channel", "email"),
        template_text=entry.get("template"),
        template_sources=tuple(entry.get("sources", ())),
        sent_elsewhere=tuple((company, text) for company, text in entry.get("sent", ())),
        late_hours=entry.get("late"),
        now=datetime.fromisoformat(entry["at"]) if "at" in entry else None,
        **changes,
    )
    return Sample(name, entry["text"], entry.get("subject"), case, frozenset(entry.get("faults", ())))
