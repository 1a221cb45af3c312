"""Fields that take keys strictly in turn.

The framework finds out what a key like backspace does only after the field has passed it on, and by then the
field may have taken the letters behind it: over a slow line, where keys come in bursts, letters get lost.
These fields act on each key before they look at the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from tui.terminal.burst import KEY_NAMES, Burst
from tui.typed_ahead import anew, typed_ahead

if TYPE_CHECKING:
    from textual.widgets import TextArea

    _Base = Widget
else:
    # Styles are inherited along a widget's first base only, so this must not be a widget of its own.
    _Base = object
_WRITTEN = re.compile(r"[^\t\r]+|[\t\r]")


def actions_of(bindings: Iterable[BindingType]) -> dict[str, str]:
    """What each key does, from a class's bindings."""
    found: dict[str, str] = {}
    for one in bindings:
        keys, action = (one.key, one.action) if isinstance(one, Binding) else one[:2]
        found |= {key.strip(): action for key in keys.split(",")}
    return found


def delete_to_line_end(area: TextArea) -> None:
    """Delete what follows the cursor in its line; at the line's end, join the next line to it.

    A line goes to its line break. The framework's own stops where the window happens to wrap the line, and
    where the words behind the cursor do not fit into its row, takes away single characters.
    """
    start, stop = sorted(area.selection)
    end = (stop[0], len(area.document.get_line(stop[0])))
    if start == end:
        area.action_delete_right()
    else:
        area.delete(start, end, maintain_selection_offset=False)


def put(field: Input, text: str) -> None:
    """Write a text into one line, in the place of what is selected; as much as there is room for."""
    start, end = sorted(field.selection)
    if field.max_length:
        text = text[: max(0, field.max_length - len(field.value) + end - start)]
    field.replace(text, start, end)


class InTurn(_Base):
    """To be put before a field's own class. Keys of what is around it (`serve`) come before its own."""

    OWN: ClassVar[Mapping[str, str]] = {}
    """What keys do in the field itself, by the framework's names."""

    _around: Widget | None = None
    _keys: Mapping[str, str] = {}

    def serve(self, around: Widget, keys: Mapping[str, str]) -> None:
        """Let these keys do these actions of the widget around, in turn with what is typed."""
        self._around, self._keys = around, keys

    async def on_key(self, event: events.Key) -> None:
        """Act on the key now; or pass it on, where what was typed before has given the focus away."""
        if not self._has_keys:
            self.app.post_message(anew(event))
        elif not await self.act(event):
            return
        event.stop()
        event.prevent_default()

    @property
    def _has_keys(self) -> bool:
        """Whether keys are for this field: it has the focus, and its screen is not being left."""
        return self.screen.focused is self and self.app.screen is self.screen

    async def on_burst(self, event: Burst) -> None:
        """Write many letters in one go; a key between them acts in its turn."""
        for found in _WRITTEN.finditer(event.text):
            if typed_ahead(self.app).is_opening or not self._has_keys:
                self.app.post_message(event.rest(found.start()))
                return
            if found[0] not in KEY_NAMES:
                self.write(found[0])
            elif not await self.act(events.Key(KEY_NAMES[found[0]], found[0])) and found[0] == "\r":
                self.write("\n")

    def write(self, text: str) -> None:
        """Write printable text, or a line's end, where the cursor is."""
        raise NotImplementedError

    def focus_on_click(self) -> bool:
        """Whether a click gives it the focus: not while a question stands that takes all keys."""
        return self._around is None or self._around.check_action("write", ()) is not False

    async def act(self, event: events.Key) -> bool:
        """Do what the key says; False leaves it to the field to write it."""
        if event.key in self._keys and self._around is not None:
            return await self.app.run_action(self._keys[event.key], self._around)
        if event.key in self.OWN and not event.is_printable:
            return await self.app.run_action(self.OWN[event.key], self)
        return False


class LineField(InTurn, Input):
    """One line of text, taken in turn."""

    OWN = actions_of(Input.BINDINGS)

    def write(self, text: str) -> None:
        """Write in the line."""
        put(self, text)
