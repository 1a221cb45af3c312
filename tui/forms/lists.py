"""Texts that hold one thing a line: people, topics, questions, loose ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from store.interview import LooseEnd
from store.people import notation
from store.people.notation import NotAPerson, PersonLine
from tui.forms.fields import Lines, Texts, Wrong

_STATE = re.compile(r"\s*\((addressed|dropped)\)\s*$", re.IGNORECASE)


def read_people(text: str, texts: Texts) -> tuple[PersonLine, ...]:
    """People as typed, one a line. Raises `Wrong`."""
    try:
        return notation.read_people(text)
    except NotAPerson as why:
        raise Wrong(str(why)) from None


def read_lines(text: str, texts: Texts) -> tuple[str, ...]:
    """The lines that are not blank, each once."""
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


def read_loose_ends(text: str, texts: Texts) -> tuple[LooseEnd, ...]:
    """Loose ends, one a line; `(addressed)` or `(dropped)` at its end says that it is settled."""
    ends: dict[str, LooseEnd] = {}
    for line in read_lines(text, texts):
        found = _STATE.search(line)
        words = line[: found.start()].strip() if found else line
        state = found[1].lower() if found else "open"
        if words:
            ends[words] = msgspec.convert({"text": words, "state": state}, LooseEnd)
    return tuple(ends.values())


def loose_end_lines(ends: Sequence[LooseEnd]) -> str:
    """As `read_loose_ends` reads them."""
    return "\n".join(one.text if one.state == "open" else f"{one.text} ({one.state})" for one in ends)


def people_field(name: str, label: str, value: str = "", hint: str = "") -> Lines:
    """People, one a line; under it stands who was read."""

    def say(people: Any, texts: Texts) -> str:
        return f"= {', '.join(_brief(one) for one in people)}"

    return Lines(name=name, label=label, value=value, blank=(), read=read_people, say=say, hint=hint, rows=3)


def _brief(one: PersonLine) -> str:
    ways = [word for word, has in (("mail", one.email), ("phone", one.phone)) if has]
    if one.whatsapp and ways and ways[-1] == "phone":
        ways[-1] = "WhatsApp"
    return f"{one.name} ({' and '.join(ways)})" if ways else one.name


def list_field(name: str, label: str, value: str = "", hint: str = "one a line") -> Lines:
    """Topics or questions."""
    return Lines(name=name, label=label, value=value, blank=(), read=read_lines, hint=hint, rows=3)


def loose_ends_field(value: str = "") -> Lines:
    """Things said wrong or left out, to be put right in the thank-you."""
    return Lines(
        name="loose_ends",
        label="Loose ends",
        value=value,
        blank=(),
        read=read_loose_ends,
        hint="said wrong or left out, one a line; (addressed) or (dropped) behind it once settled",
        rows=3,
    )
