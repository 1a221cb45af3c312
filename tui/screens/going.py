"""A page that is to go while something lies over it: it goes as soon as that is gone."""

from __future__ import annotations

from textual.screen import ModalScreen


class Going:
    """Takes one page away, once that is wanted."""

    def __init__(self, page: ModalScreen[None]) -> None:
        """Nothing is wanted yet. `at_the_top` is to be called when the page comes to the top again."""
        self._page = page
        self._wanted = False

    def want(self) -> None:
        """Have the page go, at the latest when what lies over it is gone."""
        self._wanted = True
        self.at_the_top()

    def at_the_top(self) -> None:
        """The page goes if it is wanted, and if nothing lies over it."""
        if self._wanted and self._page.is_current:
            self._page.dismiss(None)
