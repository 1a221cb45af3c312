"""Calls to the system that fail, one after the other."""

from __future__ import annotations

import fcntl
import os
import threading
from collections.abc import Callable
from typing import Any

import pytest

SAVING = (
    "open", "write", "fsync", "close", "fstat", "lstat", "stat", "fchmod", "fchown", "utime", "replace",
    "scandir", "listdir",
)  # fmt: skip
"""What saving a file calls."""
KEEPING = (*SAVING, "pread", "mkdir", "rename", "unlink", "rmdir")
"""What keeping a text beside the database calls, and taking it away again."""


class Failing:
    """Counts the calls to the system and lets the n-th fail. It concerns only the thread that made it."""

    def __init__(
        self, patch: pytest.MonkeyPatch, error: BaseException | None, at: int, names: tuple[str, ...] = SAVING
    ) -> None:
        self.calls: list[str] = []
        self._error, self._at, self._thread = error, at, threading.get_ident()
        for name in names:
            patch.setattr(os, name, self._watch(name, getattr(os, name)))
        if names is KEEPING:
            patch.setattr(fcntl, "flock", self._watch("flock", fcntl.flock))

    def _watch(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*args: Any, **kwargs: Any) -> Any:
            if threading.get_ident() == self._thread:
                self.calls.append(name)
                if len(self.calls) == self._at and self._error:
                    if name == "close":
                        call(*args, **kwargs)
                    raise self._error
            return call(*args, **kwargs)

        return watched
