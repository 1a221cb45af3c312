"""When the text is checked: at every key where that is quick, else after a pause; its spelling once the
dictionary has been read."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from textual.timer import Timer
from textual.widget import Widget

from templates.proof import Speller, proof
from tui.widgets.editor.writing import Writing

AT_ONCE = 0.005
"""Seconds a check may take to be made at every key; a slower one waits for a pause."""
PAUSE = 0.3
"""Seconds without a key after which a slow check is made."""


class Checker:
    """Keeps the findings of one letter at a time up to date. Times are monotonic, in seconds."""

    def __init__(
        self,
        editor: Widget,
        *,
        checked: Callable[[], None],
        load_speller: Callable[[], Speller | None],
    ) -> None:
        """`checked` is called whenever the findings may be others; `load_speller` in a thread, when the first
        letter is followed. Timer and thread are the editor's, and end with it."""
        self._editor = editor
        self._checked = checked
        self._load_speller: Callable[[], Speller | None] | None = load_speller
        self._speller: Speller | None = None
        self._writing: Writing | None = None
        self._took = 0.0
        self._timer: Timer | None = None

    def follow(self, writing: Writing) -> None:
        """Check this letter, and no longer the one before."""
        self._writing = writing
        self.check()
        if self._load_speller is not None:
            load, self._load_speller = self._load_speller, None
            self._editor.run_worker(partial(self._fetch_speller, load), thread=True, exit_on_error=False)

    def stop(self) -> None:
        """Check nothing any more."""
        self._writing = None
        self._stop_timer()

    def typed(self) -> bool:
        """The text is another: check it now, or soon. Whether it has been checked."""
        if self._took <= AT_ONCE:
            self.check()
            return True
        self._stop_timer()
        # A timer's callback runs in a task of its own: it only says that the time has come.
        self._timer = self._editor.set_timer(PAUSE, partial(self._editor.call_later, self.check))
        return False

    def check(self) -> None:
        """Check the text as the reader shown gets it."""
        writing = self._writing
        if writing is None:
            return
        begun = time.perf_counter()
        subject = writing.draft.subject if writing.has_subject else ""
        writing.findings = proof(writing.final.text, writing.judged, subject=subject, speller=self._speller)
        self._took = time.perf_counter() - begun
        self._stop_timer()
        self._checked()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _fetch_speller(self, load: Callable[[], Speller | None]) -> None:
        """In a thread: read the dictionary, and have it used where the editor lives."""
        speller = load()
        if speller is not None:
            self._editor.call_later(self._take_speller, speller)

    def _take_speller(self, speller: Speller) -> None:
        self._speller = speller
        self.check()
