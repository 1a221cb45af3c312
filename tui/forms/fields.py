"""What a form asks: its fields as plain records. Nothing here knows of a screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeAlias, TypeVar

from tui.keymap import Keymap

Answer = TypeVar("Answer")

Texts: TypeAlias = Mapping[str, str]
"""What stands in every field while it is filled in, by its name: a text, or the words of what is picked."""
Answers: TypeAlias = Mapping[str, Any]
"""What was answered, by the field's name: read texts, the value of a choice, a set of marks, a tick."""


class Wrong(Exception):
    """An answer that cannot be taken: one sentence for the user, and the field it stands at, if any."""

    def __init__(self, why: str, field: str = "") -> None:
        super().__init__(why)
        self.field = field


def plain(text: str, texts: Texts) -> Any:
    """Read a text as it is, without the space around it."""
    return text.strip()


def nothing_known(texts: Texts) -> Texts:
    """Know nothing beside what is typed."""
    return {}


def no_filling(text: str, name: str) -> None:
    """Take a paste as it is."""
    return


def no_offers(texts: Texts) -> Sequence[str]:
    """Offer nothing."""
    return ()


def never(value: Any, texts: Texts) -> bool:
    """Doubt nothing that was read."""
    return False


def nothing(value: Any, texts: Texts) -> str:
    """Say nothing of what was read."""
    return ""


@dataclass(frozen=True, kw_only=True)
class Field:
    """What all fields have; `hint` stands under the field while nothing else does."""

    name: str
    label: str
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class Line(Field):
    """One line of text. `read` gives the answer or raises `Wrong`, `say` what is said of it while typing,
    `doubt` whether that is a guess."""

    value: str = ""
    needed: bool = False
    blank: Any = ""
    """The answer where nothing is typed."""
    read: Callable[[str, Texts], Any] = plain
    say: Callable[[Any, Texts], str] = nothing
    doubt: Callable[[Any, Texts], bool] = never
    suggest: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class Lines(Line):
    """Several lines of text."""

    rows: int = 3
    offers: Callable[[Texts], Sequence[str]] = no_offers
    """Whole lines to choose from, as the other answers stand."""


@dataclass(frozen=True, kw_only=True)
class Option:
    """One of several to choose from: its value, the key that picks it, and the words for it."""

    value: Any
    key: str
    words: str
    remark: str = ""
    at_once: bool = False
    """Whether it says all there is to say: picked by its key or a click, the form is saved."""


@dataclass(frozen=True, kw_only=True)
class Choice(Field):
    """One of several. `across`: side by side where there is room, else one below the other."""

    options: Sequence[Option]
    value: Any = None
    needed: bool = True
    across: bool = False


@dataclass(frozen=True, kw_only=True)
class Marks(Field):
    """Any of several; the answer is a frozenset of values."""

    options: Sequence[Option]
    value: frozenset[Any] = frozenset()
    needed: bool = False


@dataclass(frozen=True, kw_only=True)
class TickBox(Field):
    """Yes or no, said by `words`."""

    words: str
    value: bool = False


AnyField: TypeAlias = Line | Choice | Marks | TickBox


@dataclass(frozen=True, kw_only=True)
class Filling:
    """What a paste holds, for the fields that it belongs in. `words` say what it is: "an invitation"."""

    words: str
    texts: Texts
    picks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    said: str = ""
    """A sentence about what of it is not taken."""


@dataclass(frozen=True, kw_only=True)
class Sheet(Generic[Answer]):
    """A form to be filled in: `finish` makes the answer from all fields, or raises `Wrong`."""

    title: str
    fields: Sequence[AnyField]
    finish: Callable[[Answers], Answer]
    intro: str = ""
    first: str = ""
    """The field to begin at; the first one where this is not said."""
    verb: str = "save"
    leave: str = "leave"
    """What the way out is called: where nothing is lost by it, "skip"."""
    rest: frozenset[str] = frozenset()
    """Names of fields that a key shows; before, only what of them is filled or wrong."""
    known: Callable[[Texts], Texts] = nothing_known
    """What the answers given tell of fields that the user leaves alone: the texts that stand there then."""
    filling: Callable[[str, str], Filling | None] = no_filling
    """What a paste into the field of that name holds for several; None where it is a text for that field."""

    def with_value(self, name: str, text: str) -> Sheet[Answer]:
        """The same with that text in a line, as it stands when the form is opened."""
        fields = [
            replace(one, value=text) if isinstance(one, Line) and one.name == name else one
            for one in self.fields
        ]
        return replace(self, fields=fields)


def answer_of(field: AnyField, given: Any, texts: Texts, keys: Keymap) -> Any:
    """The answer to one field from what was typed or picked. Raises `Wrong`, with the field's name."""
    if isinstance(field, Line):
        return _read(field, str(given), texts)
    if isinstance(field, Choice) and given is None and field.needed:
        raise Wrong("Choose one: with the arrows, or by the key before it.", field.name)
    if isinstance(field, Marks) and not given and field.needed:
        mark = keys.say("pick.take")
        raise Wrong(f"Mark at least one: with {mark}, or by the key before it.", field.name)
    return given


def _read(field: Line, text: str, texts: Texts) -> Any:
    if not text.strip():
        if field.needed:
            raise Wrong(f"{field.label} is needed.", field.name)
        return field.blank
    try:
        return field.read(text, texts)
    except Wrong as why:
        raise Wrong(str(why), field.name) from None
