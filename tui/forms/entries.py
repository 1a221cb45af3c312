"""What stands in the fields of a form while it is filled in, and what is to be said of each. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Literal, NamedTuple, Protocol

from store.languages import some_of
from store.text import MAX_TEXT, clean
from tui.forms.fields import Answers, AnyField, Filling, Line, Lines, Sheet, Texts, Wrong, answer_of
from tui.forms.picking import Picking
from tui.keys import Keymap
from tui.signs import Signs

Reading = Literal["hint", "read", "unclear", "wrong"]
"""What is said of a field: what may be typed, or how what is typed is read."""
Held = tuple[str | None, tuple[str, ...] | None]
"""A text, or what is picked, in words."""
_SLIPS = 1
"""Characters that go one at a time, as backspace takes them: nothing that has to be taken back."""


class TypedText(Protocol):
    """Where a text is typed on the screen."""

    @property
    def written(self) -> str:
        """What stands there, fit to be stored."""

    def put(self, text: str) -> None:
        """Let another text stand there."""


def left_out(before: str, after: str, *, lines: bool) -> str:
    """What is said where `clean` has changed a text; blank where only its encoding is another."""
    if unicodedata.normalize("NFC", before.replace("\r\n", "\n").replace("\r", "\n")) == after:
        return ""
    if not lines and "\n" in before.replace("\r", "\n").strip("\n"):
        return "Line breaks became spaces: this is one line."
    gone = max(1, len(before) - len(after))
    return f"{gone} {'character' if gone == 1 else 'characters'} left out that cannot be kept."


class Entry:
    """One field with what stands in it."""

    def __init__(self, field: AnyField, keys: Keymap, signs: Signs) -> None:
        self.field = field
        self.picking = None if isinstance(field, Line) else Picking(field, keys, signs)
        self.typed_in: TypedText | None = None
        """Where its text is typed, once that is on the screen."""
        lines = isinstance(field, Lines)
        before = field.value if isinstance(field, Line) else ""
        self._text = clean(before, lines=lines)
        self.remark = left_out(before, self._text, lines=lines)
        """What is to be said once of a text that came in."""
        self._keys = keys
        self.first = self.held
        """What stood in it when the form was opened, or what is known of it by itself."""
        self.filled: Held | None = None
        """What a paste has filled in."""
        self.said = ""
        """The sentence that is said of it."""
        self.reading: Reading = "hint"
        self.offers: Callable[[], Sequence[str]] = lambda: ()
        """Whole lines to choose from, as the other answers stand."""

    @property
    def name(self) -> str:
        """The field's."""
        return self.field.name

    @property
    def text(self) -> str | None:
        """What is typed in it; None where nothing can be typed."""
        if self.picking is not None:
            return None
        return self.typed_in.written if self.typed_in is not None else self._text

    @property
    def picked(self) -> tuple[str, ...] | None:
        """What is picked in it, in words; None where a text is typed."""
        return self.picking.words if self.picking is not None else None

    @property
    def held(self) -> Held:
        """What stands in it."""
        return self.text, self.picked

    @property
    def typed(self) -> bool:
        """Whether its text, or what is picked, differs from what it began with."""
        return self.held != self.first

    @property
    def own(self) -> bool:
        """Whether what stands in it is the user's own, typed or picked."""
        return self.typed and self.held != self.filled

    @property
    def given(self) -> Any:
        """The answer as it stands: a text, or the value of what is picked."""
        return self.picking.given if self.picking is not None else self.text

    def put(self, text: str | None, picked: tuple[str, ...] | None = None) -> None:
        """Let it hold that, where that is of its kind."""
        if self.picking is not None:
            if picked is not None:
                self.picking.put(picked)
        elif text is not None:
            self._text = clean(text, lines=isinstance(self.field, Lines))
            if self.typed_in is not None:
                self.typed_in.put(self._text)

    def suppose(self, text: str) -> None:
        """Let it begin with that text instead, unless the user has given it another."""
        if not self.typed and self.text != text:
            self.put(text)
            self.first = self.held

    def answer(self, texts: Texts) -> Any:
        """The answer given. Raises `Wrong`."""
        given = self.given
        if isinstance(given, str) and len(given) > MAX_TEXT:
            raise Wrong(f"That is {len(given):,} characters, and {MAX_TEXT:,} is the most.", self.name)
        return answer_of(self.field, given, texts, self._keys)

    def live(self, texts: Texts) -> None:
        """Say what is typed is read as, or why it cannot be; of what was not touched nothing is doubted."""
        if self.remark:
            self.say(self.remark, "unclear")
            self.remark = ""
        elif not isinstance(self.field, Line):
            # Whatever was said of it: something else is picked by now.
            self.say("", "hint")
        elif not (self.text or "").strip():
            self.say(self._offered(), "hint")
        else:
            self._say_read(self.field, texts)

    def _say_read(self, field: Line, texts: Texts) -> None:
        try:
            answer = self.answer(texts)
            said, doubted = field.say(answer, texts), field.doubt(answer, texts)
        except Wrong as why:
            self.say(*((str(why), "unclear") if self.typed else ("", "hint")))
        else:
            self.say(said, "unclear" if doubted and self.typed else "read" if said else "hint")

    def _offered(self) -> str:
        """Who of those known may be chosen, on a field that is blank."""
        names = [one.split(" <")[0].split(" +")[0] for one in self.offers()]
        more = self._keys.say("pick.right") if names else ""
        return f"known there: {some_of(names, 4)}; {more} takes the one that is shown" if names else ""

    def remarked(self, words: str) -> None:
        """Have that said once of a text that came in."""
        self.remark = words

    def say(self, words: str, reading: Reading) -> None:
        """Have a sentence or several lines said of it; a blank one takes them away."""
        self.said, self.reading = words, reading


class Step(NamedTuple):
    """What stood in some fields before something came in its place."""

    before: Mapping[str, Held]


class Entries:
    """All fields of a form."""

    def __init__(self, sheet: Sheet[Any], keys: Keymap, signs: Signs) -> None:
        self._sheet = sheet
        self._all = {field.name: Entry(field, keys, signs) for field in sheet.fields}
        for entry in self:
            if isinstance(entry.field, Lines):
                entry.offers = partial(self._offers, entry.field)
        self.opened = not sheet.rest
        """Whether the fields are shown that are asked for by a key."""
        self._steps: list[Step] = []
        self._seen = {name: entry.held for name, entry in self._all.items()}

    def __getitem__(self, name: str) -> Entry:
        return self._all[name]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._all.values())

    def get(self, name: str) -> Entry | None:
        """The one of that name, if there is one."""
        return self._all.get(name)

    def _offers(self, field: Lines) -> Sequence[str]:
        return field.offers(self.texts)

    # Which are shown

    @property
    def shown(self) -> list[Entry]:
        """Those that can be reached."""
        return [one for one in self if self.opened or one.name not in self._sheet.rest]

    @property
    def folded(self) -> list[Entry]:
        """The others: nothing was typed or filled in there, and nothing is wrong with them."""
        return [] if self.opened else [one for one in self if one.name in self._sheet.rest]

    def turn(self) -> None:
        """Show the rest of the fields, or fold it away where nothing was typed in it."""
        self.opened = not self.opened or self._rest_counts

    @property
    def _rest_counts(self) -> bool:
        return any(one.typed or one.reading == "wrong" for one in self if one.name in self._sheet.rest)

    # What stands in them

    @property
    def texts(self) -> Texts:
        """What stands in every field of text."""
        return {one.name: one.text for one in self if one.text is not None}

    @property
    def words(self) -> Texts:
        """The same, and what is picked in the others."""
        picked = {one.name: " ".join(one.picked) for one in self if one.picked is not None}
        return {**picked, **self.texts}

    @property
    def typed(self) -> bool:
        """Whether a text differs from what it was at first."""
        return any(one.typed for one in self if one.picking is None)

    @property
    def changed(self) -> bool:
        """Whether anything stands there that was not looked at by `live`."""
        return any(one.held != self._seen[one.name] or one.remark for one in self)

    def live(self) -> None:
        """What the answers tell of fields left alone stands there; and of each is said how it is read."""
        self._note_losses()
        for name, text in self._sheet.known(self.texts).items():
            if (entry := self._all.get(name)) is not None:
                entry.suppose(text)
        texts = self.words
        for one in self:
            one.live(texts)
        self.opened = self.opened or self._rest_counts
        self._seen = {one.name: one.held for one in self}

    def answers(self) -> Answers:
        """All of them. Raises `Wrong` for the first that cannot be taken, and says so of each."""
        texts, found, first = self.words, {}, None
        for one in self:
            try:
                found[one.name] = one.answer(texts)
            except Wrong as why:
                one.say(str(why), "wrong")
                first = first or why
        if first is not None:
            self.opened = self.opened or self._rest_counts
            raise first
        return found

    # Filling in, and taking back

    def fill(self, filling: Filling) -> tuple[list[Entry], list[Entry]]:
        """Put what was pasted where it belongs: into which fields, and which the user has filled themselves.

        Nothing that they typed is replaced.
        """
        filled: list[Entry] = []
        kept: list[Entry] = []
        before: dict[str, Held] = {}
        for one in self:
            wanted = filling.texts.get(one.name), filling.picks.get(one.name)
            if wanted == (None, None):
                continue
            held = one.held
            if one.own:
                kept += [one] if wanted[0] != one.text else []
                continue
            one.put(*wanted)
            if one.held != held:
                before[one.name] = held
                one.filled = one.held
                filled.append(one)
        if before:
            self._steps.append(Step(before))
        self._seen = {one.name: one.held for one in self}
        return filled, kept

    def take_back(self) -> list[Entry]:
        """What stood there before the last paste that filled in fields, or before a text was replaced."""
        while self._steps:
            before = self._steps.pop().before
            turned = [one for one in self if one.name in before and one.held != before[one.name]]
            for one in turned:
                one.put(*before[one.name])
            if turned:
                self._seen = {one.name: one.held for one in self}
                return turned
        return []

    def _note_losses(self) -> None:
        for one in self:
            before, now = self._seen[one.name][0], one.text
            # A text of several lines has its own memory.
            if before and now is not None and not isinstance(one.field, Lines) and _lost(before, now):
                self._steps.append(Step({one.name: self._seen[one.name]}))


def _lost(before: str, now: str) -> bool:
    """Whether more of a text is gone than one key of deleting takes."""
    if len(before) - len(now) <= _SLIPS and now.startswith(before[: len(before) - _SLIPS]):
        return False
    same = next((at for at, (one, other) in enumerate(zip(before, now, strict=False)) if one != other), None)
    head = min(len(before), len(now)) if same is None else same
    rest, other = before[head:], now[head:]
    tail = 0
    while tail < min(len(rest), len(other)) and rest[-1 - tail] == other[-1 - tail]:
        tail += 1
    return len(rest) - tail > _SLIPS
