"""What a user of the board remembers: what they typed, and what the board told them that it has done."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from msgspec import UNSET, Struct
from msgspec.structs import replace

from store.interview import AnyEvent, Interview


class Card(Struct, frozen=True, kw_only=True):
    """What the user has said of one interview."""

    role: str = ""
    events: tuple[tuple[str, str], ...] = ()
    """Kinds and their texts, sorted."""
    topics: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    notes: str = ""

    def with_event(self, kind: str, text: str = "") -> Card:
        """The card with one more event."""
        return replace(self, events=tuple(sorted([*self.events, (kind, text)])))

    @property
    def owed(self) -> bool:
        """Whether the thank-you is open."""
        return not {"thanked", "closed"} & {kind for kind, _ in self.events}

    @property
    def is_closed(self) -> bool:
        """Whether it has ended."""
        return "closed" in {kind for kind, _ in self.events}


Facts = Mapping[str, Card]
"""All cards, by their company."""


def card_of(interview: Interview) -> Card:
    """What is stored of one."""
    return Card(
        role=interview.role,
        events=tuple(sorted((one.KIND, _text(one)) for one in interview.events)),
        topics=interview.topics,
        questions=interview.questions,
        notes=interview.notes,
    )


def _text(event: AnyEvent) -> str:
    # What was sent is the letter, which has been looked at already.
    found = [getattr(event, name, UNSET) for name in ("quote", "note")]
    return "".join(text for text in found if isinstance(text, str))


class Field(NamedTuple):
    """A field of a form: how many others come before it, its name, and all that is to be typed in it."""

    place: int
    name: str
    text: str


class FormKey(NamedTuple):
    """Which form, and of which company's interview; blank where it is of none."""

    form: str
    company: str


@dataclass
class Typed:
    """A text, and when how much of it had reached the program."""

    base: str = ""
    """What stood there before."""
    text: str = ""
    lengths: list[tuple[float, int]] = field(default_factory=list)

    def add(self, piece: str) -> None:
        """The program has read this too."""
        self.text += piece
        self.lengths.append((time.monotonic(), len(self.text)))

    @property
    def whole(self) -> str:
        """All that stands there."""
        return self.base + self.text

    def at_least(self, moment: float) -> int:
        """How many characters had reached it by then."""
        return max((length for at, length in self.lengths if at <= moment), default=0)


@dataclass
class OpenForm:
    """A form in which something was typed and which is not saved; `typed` has all its fields in a row."""

    fields: tuple[Field, ...]
    typed: Typed = field(default_factory=Typed)
    unwanted: bool = False
    """Whether the user has asked for it to be thrown away."""

    def texts(self, whole: str | None = None) -> dict[str, str]:
        """What stands in each field, if that much of all fields is typed."""
        rest, found = self.typed.text if whole is None else whole, {}
        for one in self.fields:
            part, rest = rest[: len(one.text)], rest[len(one.text) :]
            if part:
                found[one.name] = part
        return found


@dataclass
class Memory:
    """All of it."""

    facts: Facts = field(default_factory=dict)
    maybe: Facts | None = None
    """How it will be if what was asked for last is done; the board has not said so yet."""
    turning: str = ""
    """Whether that takes a step back (`undo`), or does one again (`redo`)."""
    names: dict[str, str] = field(default_factory=dict)
    """The companies of all interviews that there ever were, by their ids."""
    letters: dict[str, Typed] = field(default_factory=dict)
    forms: dict[FormKey, OpenForm] = field(default_factory=dict)
    saving: FormKey | None = None
    """The form that will be gone with it."""
    done: list[Facts] = field(default_factory=list)
    undone: list[Facts] = field(default_factory=list)

    def ask(self, facts: Facts, *, form: FormKey | None = None, turning: str = "") -> None:
        """A step is asked for."""
        self.maybe, self.saving, self.turning = facts, form, turning

    def settle(self) -> None:
        """The step is made."""
        assert self.maybe is not None
        if self.turning == "undo":
            self.done.pop()
            self.undone.append(self.facts)
        else:
            self.done.append(self.facts)
            if self.turning == "redo":
                self.undone.pop()
            else:
                self.undone.clear()
        self.facts = self.maybe
        if self.saving is not None:
            self.forms.pop(self.saving, None)
        self.lapse()

    def lapse(self) -> None:
        """The step was not made."""
        self.maybe = self.saving = None
