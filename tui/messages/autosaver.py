"""Keeps what is being typed: a thread writes it beside the database, a moment after the last key.

The writer of the text never waits: it assigns, and the thread does the rest. The database is not touched,
so nobody who holds its lock can hold up a draft.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from store.changes.drafts import same_text
from store.clock import Clock
from store.database.autosave import FormPad, Pad, PadKey, Pads
from store.files.errors import StorageError, reason
from store.interview import Draft

WRITE_AFTER = 0.45
"""Seconds after the last key before a text is written."""
WRITE_BY = 2.0
"""Seconds after the first unwritten key at which it is written, even if the typing goes on."""
RETRY = 2.0
"""Seconds after a failed attempt before the next."""
PATIENCE = 1.5
"""Seconds that `flush` waits for a write that is under way; a disk may have stopped answering."""


@dataclass(frozen=True, slots=True)
class _WantedPad:
    """What is to lie on the disk; `pad` is None where a file is to go instead. Times are monotonic."""

    pad: Pad | FormPad | None
    due: float
    latest: float


class Autosaver:
    """Writes drafts and forms in the making to pads of one database, from any thread and a signal handler.

    `report` is called from a thread of its own, or from whoever calls `flush`, with what went wrong in a
    few words ("disk full") and with None when it has come right; the texts are kept and tried again.
    """

    def __init__(
        self,
        database: Path,
        clock: Clock,
        report: Callable[[str | None], None] = lambda trouble: None,
        *,
        pause: float = WRITE_AFTER,
        longest: float = WRITE_BY,
    ) -> None:
        self.trouble: str | None = None
        """Why the last write failed, in a few words; None where it did not."""
        self._clock = clock
        self._report = report
        self._pause, self._longest = pause, longest
        self._session = Pads(database)
        # Hand-over without a lock: only writers of texts assign to the first, only the disk's side to the
        # others. A text waits as long as the two differ.
        self._texts: dict[PadKey, _WantedPad] = {}
        self._written: dict[PadKey, _WantedPad] = {}
        self._retry_at: dict[PadKey, float] = {}
        # Both locks can be taken again by their holder, since a signal handler may interrupt the main thread
        # anywhere and flush. Nothing is written while `_assigned` is held.
        self._assigned = threading.Condition(threading.RLock())
        self._writing = threading.RLock()
        self._thread: threading.Thread | None = None
        self._closing = False

    def publish(self, interview_id: str, draft: Draft, seen: Draft | None) -> None:
        """This is the text now; `seen` is how the database held it when the writing began. Never waits."""
        self._publish(Pad(interview=interview_id, draft=draft, seen=seen, at=self._clock.now()))

    def publish_form(self, pad: FormPad) -> None:
        """This is what a form holds now. Never waits."""
        self._publish(pad)

    def form_settled(self, key: PadKey) -> None:
        """What the form held is stored, or thrown away: its file may go."""
        if key in self._texts:
            now = time.monotonic()
            self._assign(key, _WantedPad(None, now, now), None)

    def unwritten(self) -> list[Pad | FormPad]:
        """What is neither on the disk nor settled."""
        return [text.pad for _, text in self._waiting() if text.pad is not None]

    def _publish(self, pad: Pad | FormPad) -> None:
        key, now = pad.key, time.monotonic()
        before = self._texts.get(key)
        idle = before is None or before.pad is None or self._written.get(key) is before
        latest = now + self._longest if idle or before is None else before.latest
        self._assign(key, _WantedPad(pad, min(now + self._pause, latest), latest), before)

    def settled(self, interview_id: str, draft: Draft) -> None:
        """The database has this text now, as it was published: its file may go, unless more was typed."""
        key = (interview_id, draft.id)
        before = self._texts.get(key)
        pad = before.pad if before is not None else None
        if isinstance(pad, Pad) and same_text(pad.draft, draft):
            now = time.monotonic()
            self._assign(key, _WantedPad(None, now, now), None)

    def flush(self) -> None:
        """Write at once what is not on the disk yet. Also called between two steps of the main thread."""
        self._write(everything=True)

    def close(self) -> None:
        """Write what is left and give the session up; what is not settled lies there for the next start."""
        self._closing = True
        with self._assigned:
            self._assigned.notify_all()
        if self._thread is not None:
            self._thread.join(PATIENCE)
            self._thread = None
        self._closing = False
        self.flush()
        if self._writing.acquire(timeout=PATIENCE):
            try:
                self._session.close()
            finally:
                self._writing.release()

    def _assign(self, key: PadKey, text: _WantedPad, before: _WantedPad | None) -> None:
        """Assign, and only then look whether the thread is timing an earlier text and will come by anyway."""
        self._texts[key] = text
        if before is not None and self._written.get(key) is not before:
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="autosaver", daemon=True)
            self._thread.start()
        with self._assigned:
            self._assigned.notify_all()

    def _run(self) -> None:
        while True:
            with self._assigned:
                if self._closing:
                    return
                due = min((self._due(key, text) for key, text in self._waiting()), default=None)
                left = None if due is None else due - time.monotonic()
                if left is None or left > 0:
                    self._assigned.wait(left)
                    continue
            self._write()

    def _waiting(self) -> list[tuple[PadKey, _WantedPad]]:
        # `list` copies in one step: another thread may assign at any time.
        return [(key, text) for key, text in list(self._texts.items()) if self._written.get(key) is not text]

    def _due(self, key: PadKey, text: _WantedPad) -> float:
        return max(text.due, self._retry_at.get(key, text.due))

    def _write(self, *, everything: bool = False) -> None:
        """Write what is due; nothing where a write that is under way does not end in time."""
        if not self._writing.acquire(timeout=PATIENCE):
            return
        try:
            now = time.monotonic()
            for key, text in self._waiting():
                if everything or self._due(key, text) <= now:
                    self._put(key, text)
        finally:
            self._writing.release()

    def _put(self, key: PadKey, text: _WantedPad) -> None:
        try:
            if text.pad is None:
                self._session.drop(key)
            else:
                self._session.write(text.pad)
        except (OSError, StorageError) as error:
            self._retry_at[key] = time.monotonic() + RETRY
            self._say(_words(error))
        else:
            self._written[key] = text
            self._retry_at.pop(key, None)
            if not self._retry_at:
                self._say(None)

    def _say(self, trouble: str | None) -> None:
        if trouble != self.trouble:
            self.trouble = trouble
            self._report(trouble)


def _words(error: OSError | StorageError) -> str:
    cause = error if isinstance(error, OSError) else error.__cause__
    return reason(cause) if isinstance(cause, OSError) else str(error).removeprefix("not saved: ")
