"""The refusal: what is said when a phrase has no reading, or more than one."""

from __future__ import annotations

_LONGEST = 60


class Unclear(Exception):
    """A phrase that was not taken, because it would have had to be guessed.

    `text` is what was typed, `why` the reason as the rest of a sentence that begins with the text,
    `readings` what may be typed instead (each can be read itself), `lead` the words that introduce them.
    `str()` of it is one sentence for the user.
    """

    def __init__(self, text: str, why: str, readings: tuple[str, ...] = (), lead: str = "write") -> None:
        super().__init__(text, why, readings, lead)
        self.text = text
        self.why = why
        self.readings = readings
        self.lead = lead

    def __str__(self) -> str:
        offer = f": {self.lead} {_either(self.readings)}" if self.readings else ""
        return f"“{_shown(self.text)}” {self.why}{offer}{'?' if offer and self.lead != 'write' else '.'}"


def _either(readings: tuple[str, ...]) -> str:
    *most, last = readings
    return f"{', '.join(most)} or {last}" if most else last


def _shown(text: str) -> str:
    """`text` on one line and harmless to a terminal."""
    line = "".join(letter if letter.isprintable() else "�" for letter in " ".join(text.split()))
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
