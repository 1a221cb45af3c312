"""Checking a text while it is written: when that is done, and the user's way through what was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from textual.timer import Timer
from textual.widget import Widget

from templates.proof import Finding, Speller, proof
from tui.keymap import Keymap
from tui.messages.reader_rows import reader_rows
from tui.messages.sending import findings
from tui.widgets.editor.view import EditorView
from tui.widgets.editor.writing import Writing

CHECK_AFTER = 0.3
"""Seconds without a key after which a check is made."""


class Checker:
    """Keeps the findings of one draft at a time up to date. Times are monotonic, in seconds."""

    def __init__(
        self,
        editor: Widget,
        *,
        checked: Callable[[], None],
        reads_otherwise: Callable[[], None],
        load_speller: Callable[[], Speller | None],
    ) -> None:
        """`checked` is called whenever the findings may be others, `reads_otherwise` where another text is
        read than stands in the field; `load_speller` in a thread, when the first draft is followed.

        Timers and thread are the editor's, and end with it.
        """
        self._editor = editor
        self._checked = checked
        self._reads_otherwise = reads_otherwise
        self._load_speller: Callable[[], Speller | None] | None = load_speller
        self._speller: Speller | None = None
        self._writing: Writing | None = None
        self._timer: Timer | None = None
        self._later: Timer | None = None

    def follow(self, writing: Writing) -> None:
        """Check this draft, and no longer the one before."""
        self._writing = writing
        self.check()
        self.check_everyone()
        if self._load_speller is not None:
            load, self._load_speller = self._load_speller, None
            self._editor.run_worker(partial(self._fetch_speller, load), thread=True, exit_on_error=False)

    def stop(self) -> None:
        """Check nothing any more."""
        self._writing = None
        self._stop_timer()
        if self._later is not None:
            self._later.stop()

    def typed(self) -> None:
        """The text is another: check it when nothing more has come for a moment.

        A word that is half written is no finding, and a check is no part of a letter's time.
        """
        self._stop_timer()
        # A timer's callback runs in a task of its own: it only says that the time has come.
        self._timer = self._editor.set_timer(CHECK_AFTER, partial(self._editor.call_later, self.check))

    def check(self) -> None:
        """Check the text as the recipient shown gets it."""
        writing = self._writing
        if writing is None:
            return
        subject = writing.draft.subject if writing.has_subject else None
        writing.findings = proof(writing.final.text, writing.judged, subject=subject, speller=self._speller)
        self._stop_timer()
        self._checked()
        if len(writing.opened.recipients) > 1:
            # What the others get takes as long again for each: in a pause.
            if self._later is not None:
                self._later.stop()
            then = partial(self._editor.call_later, self.check_everyone)
            self._later = self._editor.set_timer(CHECK_AFTER, then)

    def check_everyone(self) -> None:
        """Check the text that each of several readers gets, and say it side by side."""
        writing = self._writing
        if writing is None or len(writing.opened.recipients) < 2 or not self._editor.is_attached:
            return
        current = writing.current
        texts = [
            (one, recipient, findings(one, recipient, self._speller))
            for one, recipient in current.texts()
            if recipient.status == "open"
        ]
        if writing.reads_otherwise:
            self._reads_otherwise()
        rows = reader_rows(texts, current.unwritten)
        if rows != writing.rows:
            writing.rows = rows
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


class Dismissal(NamedTuple):
    """A check that is dismissed; "" where all are to speak again."""

    rule: str
    for_good: bool
    """In every draft, not in this one only."""
    word: str = ""
    """A word that is right from now on, in place of a rule."""


class FindingsWalk:
    """The user's way through the findings of one draft."""

    def __init__(self, writing: Writing, view: EditorView, keymap: Keymap) -> None:
        self._writing = writing
        self._view = view
        self._keymap = keymap
        self._current: Finding | None = None
        """The finding gone to last."""
        self._dismissed = ""
        """The rule dismissed a moment ago: the same key again dismisses it for good."""

    def next(self) -> Finding | None:
        """Go to the next finding, and give it: those that have a place in order, then what is missing."""
        findings = self._writing.findings
        placed = [finding for finding in findings if self._writing.place_of(finding)]
        placed.sort(key=lambda finding: finding.start or 0)
        order = [*placed, *(finding for finding in findings if finding not in placed)]
        if not order:
            self._current = None
            self._view.say("Nothing to mend.")
            return None
        finding = self._current = self._after(order)
        self._go_to(finding)
        self._view.say(f"{order.index(finding) + 1} of {len(order)}: {finding.why}")
        return finding

    def _after(self, order: Sequence[Finding]) -> Finding:
        if self._current in order:
            return order[(order.index(self._current) + 1) % len(order)]
        cursor = self._view.body.offset_of_cursor
        places = ((self._writing.place_of(finding), finding) for finding in order)
        return next((finding for place, finding in places if place and place[0] >= cursor), order[0])

    def _go_to(self, finding: Finding) -> None:
        view, place = self._view, self._writing.place_of(finding)
        if place is not None:
            view.go_to(view.body)
            view.body.select_stretch(*place)
        elif finding.start is not None:
            view.go_to(view.line)
        elif finding.rule == "subject" or (finding.text and finding.text in view.subject.value):
            view.go_to(view.subject)

    def dismiss(self) -> Dismissal | None:
        """Dismiss the finding gone to last, for this draft; the same again: for good; else let all speak.

        What has been done is said when the view is next painted. None where there was nothing to dismiss.
        """
        writing, finding = self._writing, self._current
        if finding is not None and finding.rule == "gap":
            self._view.say("An open gap cannot be dismissed: fill it, or take it out.")
            return None
        if finding is not None and finding.rule == "spelling" and finding.text:
            dismissal = Dismissal("", for_good=True, word=finding.text)
            writing.learn(finding.text)
            words = f"“{finding.text}” is right from now on."
        elif finding is not None:
            dismissal = Dismissal(finding.rule, for_good=False)
            writing.dismiss(finding.rule)
            again = self._keymap.say("editor.dismiss")
            words = f"Dismissed in this draft; {again} again: in every draft."
        elif self._dismissed:
            dismissal = Dismissal(self._dismissed, for_good=True)
            writing.dismiss_for_good(self._dismissed)
            words = "Dismissed in every draft."
        elif writing.draft.dismissed or writing.case.dismissed:
            dismissal = Dismissal("", for_good=bool(writing.case.dismissed))
            writing.speak_again()
            words = "All checks speak again."
        else:
            self._view.say(f"Go to a finding first: {self._keymap.say('editor.finding')}.")
            return None
        self._current, self._dismissed = None, "" if dismissal.for_good else dismissal.rule
        self._view.notice = words
        return dismissal
