"""What stands in the fields of a form while it is filled in, and what is to be said of each. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from tui.forms.entry import FormEntry, Held
from tui.forms.fields import Answers, Filling, Lines, Sheet, Texts, Wrong
from tui.keymap import Keymap
from tui.signs import Signs

_SLIPS = 1
"""Characters that go one at a time, as backspace takes them: nothing that has to be taken back."""


class Entries:
    """All fields of a form."""

    def __init__(self, sheet: Sheet[Any], keys: Keymap, signs: Signs) -> None:
        self._sheet = sheet
        self._all = {field.name: FormEntry(field, keys, signs) for field in sheet.fields}
        for entry in self:
            if isinstance(entry.field, Lines):
                entry.offers = partial(self._offers, entry.field)
        self.opened = not sheet.rest
        """Whether the fields are shown that are asked for by a key."""
        self._steps: list[Mapping[str, Held]] = []
        """What stood in some fields before something came in its place, the latest last."""
        self._look()

    def __getitem__(self, name: str) -> FormEntry:
        return self._all[name]

    def __iter__(self) -> Iterator[FormEntry]:
        return iter(self._all.values())

    def get(self, name: str) -> FormEntry | None:
        """The one of that name, if there is one."""
        return self._all.get(name)

    def _offers(self, field: Lines) -> Sequence[str]:
        return field.offers(self.texts)

    # Which are shown

    @property
    def shown(self) -> list[FormEntry]:
        """Those that can be reached."""
        return [one for one in self if self.opened or one.name not in self._sheet.rest]

    @property
    def folded(self) -> list[FormEntry]:
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
        self._look()

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

    def fill(self, filling: Filling) -> tuple[list[FormEntry], list[FormEntry]]:
        """Put what was pasted where it belongs: into which fields, and which the user has filled themselves.

        Nothing that they typed is replaced.
        """
        filled: list[FormEntry] = []
        kept: list[FormEntry] = []
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
            self._steps.append(before)
        self._look()
        return filled, kept

    def take_back(self) -> list[FormEntry]:
        """What stood there before the last paste that filled in fields, or before a text was replaced."""
        while self._steps:
            before = self._steps.pop()
            turned = [one for one in self if one.name in before and one.held != before[one.name]]
            for one in turned:
                one.put(*before[one.name])
            if turned:
                self._look()
                return turned
        return []

    def _look(self) -> None:
        """Know what stands there now, to tell what comes in its place."""
        self._seen = {one.name: one.held for one in self}

    def _note_losses(self) -> None:
        for one in self:
            before, now = self._seen[one.name][0], one.text
            # A text of several lines has its own memory.
            if before and now is not None and not isinstance(one.field, Lines) and _lost(before, now):
                self._steps.append({one.name: self._seen[one.name]})


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
