"""What a first opening would wait for, done before it while nobody is at the keys.

Editor, forms and pages are imported when the first of them is opened: the board does not wait for them.
Here the same modules are imported one by one as soon as there is a pause. Plain: without Textual.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

MODULES = (
    # The editor
    "textual.widgets.text_area",
    "templates.proof",
    "tui.messages.open_draft",
    "tui.widgets.editor.checks",
    "tui.widgets.editor.editor",
    # What is written in it
    "templates.choice",
    "tui.messages.drafting",
    "jinja2",
    "templates.engine",
    # Forms
    "tui.forms.editors",
    "tui.forms.form",
    "store.when",
    "tui.forms.facts",
    "store.mail",
    "store.calendar",
    "tui.forms.pasted",
    "tui.forms.add",
    # Calls
    "phonenumbers",
    "tui.handover.desktop",
    "tui.messages.call_texts",
    "tui.screens.call_sheet",
    # Pages, and ways back to the board
    "tui.screens.card",
    "tui.screens.palette",
    "tui.screens.help",
    "tui.forms.confirm",
    "tui.screens.leaving",
)
"""In an order in which each has little left to import itself: a key waits for one of them at most."""
PAUSE = 2.0
"""Seconds without a key, and since the first frame, before anything is done."""
BETWEEN = 0.05
"""Seconds from one step to the next; what is typed meanwhile comes first."""


class Warming:
    """Does one step after the other, and waits for another pause as soon as something is typed."""

    def __init__(
        self,
        later: Callable[[float, Callable[[], None]], object],
        quiet: Callable[[], float],
        modules: Sequence[str] = MODULES,
        step: Callable[[str], object] = import_module,
    ) -> None:
        """`later` calls back after so many seconds; `quiet`: for how many nothing has been typed."""
        self._later = later
        self._quiet = quiet
        self._left = [*modules]
        self._step = step

    def begin(self) -> None:
        """The first frame stands."""
        self._later(PAUSE, self._look)

    def _look(self) -> None:
        missing = PAUSE - self._quiet()
        if missing > 0:
            self._later(max(missing, BETWEEN), self._look)
            return
        try:
            self._step(self._left.pop(0))
        except Exception:
            return  # Whoever opens what needs it meets the same, and says so.
        if self._left:
            self._later(BETWEEN, self._look)
