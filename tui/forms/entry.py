"""What stands in one field of a form while it is filled in, and what is to be said of it. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import Any, Literal, Protocol

from store.languages import some_of
from store.text import MAX_TEXT, clean, show
from tui.forms.fields import AnyField, Line, Lines, Texts, Wrong, answer_of
from tui.forms.picking import Picks
from tui.keymap import Keymap
from tui.signs import Signs

Reading = Literal["hint", "read", "unclear", "wrong"]
"""What is said of a field: what may be typed, or how what is typed is read."""
Held = tuple[str | None, tuple[str, ...] | None]
"""A text, or what is picked, in words."""


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


class FormEntry:
    """One field with what stands in it."""

    def __init__(self, field: AnyField, keys: Keymap, signs: Signs) -> None:
        self.field = field
        self.picking = None if isinstance(field, Line) else Picks(field, keys, signs)
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
        if self.picking is not None and not self.picking.shown:
            looked_for, key = show(self.picking.looked_for), self._keys.say("form.leave")
            raise Wrong(f"Nothing fits “{looked_for}”: {key} shows all there are.", self.name)
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
        # That key is the field's own, and no user can give it another place.
        return f"known there: {some_of(names, 4)}; the right arrow takes the one shown" if names else ""

    def remarked(self, words: str) -> None:
        """Have that said once of a text that came in."""
        self.remark = words

    def say(self, words: str, reading: Reading) -> None:
        """Have a sentence or several lines said of it; a blank one takes them away."""
        self.said, self.reading = words, reading
