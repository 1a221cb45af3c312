"""Completing what is typed in a line from what is known, accents and case aside."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from textual.suggester import Suggester

from store.people.letters import fold
from store.text import show


def continued(typed: str, known: Sequence[str]) -> tuple[str, str] | None:
    """The first of the known texts that goes on from what is typed, and the part that is still to come."""
    wanted = fold(typed)
    for whole in known if wanted else ():
        if fold(whole).startswith(wanted):
            # Letters such as ß are one here and two there, so the place is looked for.
            place = next(at for at in range(1, len(whole) + 1) if fold(whole[:at]).startswith(wanted))
            return whole, whole[place:]
    return None


def next_line(typed: str, lines: Collection[str], offers: Sequence[str]) -> str:
    """What is still to come of the first line offered that goes on from what is typed in one line.

    Lines that are there are offered no more. On a blank line that is the next one, whole.
    """
    left = [one for one in offers if one not in lines and one == show(one)]
    if not typed.strip():
        return left[0] if left and not typed else ""
    found = continued(typed, left)
    return found[1] if found is not None else ""


class Completion(Suggester):
    """Shows how what is typed may go on; taken, it is put as it is known: `zür` gives `Zürich`."""

    def __init__(self, known: Iterable[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = [*known]
        self._shown = self._whole = ""
        """What was offered last as the line shows it, and as it is known."""

    async def get_suggestion(self, value: str) -> str | None:
        """What is typed with the rest behind it, as the line shows it."""
        found = continued(value, self._known)
        if found is None or not found[1]:
            return None
        self._shown, self._whole = f"{value}{found[1]}", found[0]
        return self._shown

    def whole(self, taken: str) -> str:
        """As it is known what was offered and is taken; any other text as it is."""
        return self._whole if taken == self._shown else taken
