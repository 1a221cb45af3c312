"""Many keys that came at once: one text where text is typed, and elsewhere nothing that anybody pressed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from textual import events
from textual.message import Message

from tui.key_names import named

TYPED = 5
"""The most keys in one read that somebody may have pressed: fingers and a slow line bring so many at once."""
REFUSED = "Pasted text was not taken as keys."
KEY_NAMES = {"\r": "enter", "\t": "tab"}
"""The keys in a burst that write nothing, by what the terminal sends for them."""


class Burst(Message, bubble=False):
    """Posted to the app in the place of many typed characters that came at once.

    A paste from a terminal that does not mark pastes, a key held down, or keys that a slow line held up.
    """

    def __init__(self, text: str, *, pasted: bool) -> None:
        super().__init__()
        self.text = text
        """Printable characters, and the keys tab (`\\t`) and enter (`\\r`) between them."""
        self.pasted = pasted
        """Whether nobody can have pressed all that at once: where no text is typed, no key is meant."""

    def rest(self, start: int) -> Burst:
        """What is left of it from a character on."""
        left = Burst(self.text[start:], pasted=self.pasted)
        left.time = self.time
        return left

    def one_by_one(self) -> Iterator[events.Key]:
        """Its keys, one by one."""
        return (
            events.Key(KEY_NAMES.get(character) or named(character), character) for character in self.text
        )


def is_pasted(text: str) -> bool:
    """Whether a text is more keys than somebody may have pressed; one held down counts twice at most."""
    return sum(min(2, len([*same])) for key, same in groupby(text) if key != "\r") > TYPED
