"""Take in what lies in a file or is pasted: what it is, and what of it has to be asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from store.calendar import OpenQuestion
from store.exchange import BadFile
from store.files.incoming import path_in, read_path
from store.intake.described import described, letter_words
from store.intake.given import Asks, AsksWhose, Given
from store.intake.letters import Letter, read_letter
from store.intake.people import people_in, reachable
from store.intake.source import Look, look_at
from store.languages import counted
from store.rules.board import Card
from store.rules.words import title_of
from store.zones import zone_names
from tui.forms.common_fields import keys, read_zone
from tui.forms.facts import FIELD_WORDS
from tui.forms.fields import Answers, AnyField, Choice, Line, Lines, Option, Sheet, Texts, Wrong
from tui.forms.pasted import as_incoming

_LIVE = 2**20
"""Bytes up to which it is said at once what a file is."""
_WORDS = {"zone": FIELD_WORDS["zone"], "company": FIELD_WORDS["company"], "me": "You are"}
_EXAMPLES = {"zone": "such as Europe/Berlin, or a city", "company": "", "me": "your own address among those"}


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is to be taken in, and all that is known of it by now."""

    looks: Sequence[Look]
    given: Given
    letter: Letter | None = None
    """The text of an invitation, which fills in a form instead of being taken in."""
    belongs: Mapping[str, bool] = field(default_factory=dict)
    """Whether interviews belong to the application that may be theirs, by their ids."""
    seen: bool = False
    """Whether the user has seen what will come of it."""


def sheet(given: Callable[[], Given]) -> Sheet[Wanted]:
    """The form for a path or a paste; `given` is asked anew each time, since the clock goes on."""

    def read(text: str, texts: Texts) -> Wanted:
        return _wanted(text, given())

    def say(wanted: Wanted, texts: Texts) -> str:
        return f"= {_said(wanted)}"

    return Sheet(
        title="Take in a file, or what you paste",
        fields=[
            Lines(
                name="text", label="File or text", needed=True, read=read, say=say, rows=6,
                hint="the path of a file or folder; or paste an invitation (.ics, a mail, its text), "
                "a table, a visiting card, a signature",
            )
        ],
        finish=lambda answers: answers["text"],
        verb="take in",
    )  # fmt: skip


def _wanted(text: str, given: Given) -> Wanted:
    """Raises `Wrong` for what cannot be taken."""
    try:
        looks = _looks(text)
    except BadFile as why:
        raise Wrong(str(why)) from None
    letter = _letter(looks, given)
    return Wanted(looks=looks, given=given, letter=letter)


def _looks(text: str) -> list[Look]:
    path = path_in(text)
    sources = [as_incoming(text)] if path is None else read_path(path)
    return [look_at(source) for source in sources]


def _letter(looks: Sequence[Look], given: Given) -> Letter | None:
    """What one text says of an interview, where it is no more than a text. Raises `Wrong`."""
    if len(looks) != 1 or looks[0].calendars or looks[0].kind not in ("text", "mail", "mbox"):
        return None
    text = looks[0].words
    letter = _read_letter(text, replace(given.by, now=given.by.now.replace(second=0, microsecond=0)))
    if letter.says_anything:
        return letter
    if looks[0].kind == "text" and reachable(people_in(looks[0], given)):
        return None
    raise Wrong("Neither a time nor a person with an address or a number is found in it.")


@lru_cache(maxsize=8)
def _read_letter(text: str, hours: Any) -> Letter:
    # It is asked for at every key, and takes its time.
    return read_letter(text, hours)


def _said(wanted: Wanted) -> str:
    if wanted.letter is not None:
        return letter_words(wanted.letter, wanted.given.by.zone.key)
    if sum(len(look.raw) for look in wanted.looks) > _LIVE:
        return "a large file; what it is is found out when it is taken in"
    try:
        first = described(wanted.looks[0], wanted.given)
    except BadFile as why:
        raise Wrong(str(why)) from None
    more = len(wanted.looks) - 1
    return f"{first}; and {counted(more, 'more file')}" if more else first


# What has to be asked


def questions_sheet(asks: Asks, given: Given) -> Sheet[Given]:
    """The form for what an invitation does not say; gives what is known then."""
    fields = [one for question in asks.questions for one in _fields(question)]
    return Sheet(
        title=f"{Path(asks.source).name}: what it does not say",
        fields=fields,
        finish=lambda answers: _answered(asks.questions, given, answers),
        verb="go on",
    )


def _fields(question: OpenQuestion) -> list[AnyField]:
    """Its choices, if any, and a line for another answer."""
    name, label = question.kind, _WORDS[question.kind]
    line = Line(
        name=name, label="Or another" if question.choices else label, needed=not question.choices,
        hint=_EXAMPLES[name], read=read_zone if name == "zone" else lambda text, texts: text.strip(),
        suggest=sorted(zone_names().values()) if name == "zone" else (),
    )  # fmt: skip
    if not question.choices:
        return [_hinted(line, question)]
    options = [
        Option(value=choice, key=key, words=choice)
        for choice, key in zip(question.choices, keys(), strict=False)
    ]
    choice = Choice(
        name=f"{name}_choice", label=label, options=options, value=options[0].value if name != "me" else None,
        needed=False, hint=f"{question.words}.",
    )  # fmt: skip
    return [choice, line]


def _hinted(line: Line, question: OpenQuestion) -> Line:
    from dataclasses import replace as with_value

    return with_value(line, hint="; ".join(filter(None, (question.words, line.hint))))


def _answered(questions: Sequence[OpenQuestion], given: Given, answers: Answers) -> Given:
    """Raises `Wrong` where nothing is picked and nothing typed."""
    values: dict[str, Any] = {}
    for question in questions:
        value = answers[question.kind] or answers.get(f"{question.kind}_choice")
        if not value:
            raise Wrong("Choose one, or write another below.", f"{question.kind}_choice")
        values[question.kind] = (value,) if question.kind == "me" else value
    return replace(given, answers=replace(given.answers, **values))


def whose_sheet(asks: AsksWhose, cards: Sequence[Card], first: Card | None) -> Sheet[str]:
    """The form for whose people they are: the card under the cursor is picked already."""
    ordered = ([] if first is None else [first]) + [card for card in cards if card is not first]
    options = [
        Option(value=card.id, key=key, words=title_of(card.interview))
        for card, key in zip(ordered, keys(), strict=False)
    ]
    return Sheet(
        title=f"Whose people are these: {asks.people}?",
        fields=[Choice(name="into", label="Of", options=options, value=options[0].value)],
        finish=lambda answers: str(answers["into"]),
        verb="go on",
    )
