"""The beginning of files: only so much of a message is ever read."""

from __future__ import annotations

import os
import stat

from store.files.regular import READ_FLAGS

MOST = 256 * 2**10
"""Bytes of a message that are looked at."""
HEAD = 16 * 2**10
"""Bytes in which headers usually end."""


class Beginning:
    """A message in a file, from `offset` up to `end` at most, of which only as much is read as is asked for.

    Closes what it has opened at the end of a `with`. Raises OSError.
    """

    def __init__(self, path: str, offset: int = 0, end: int | None = None) -> None:
        self._path, self._offset, self._end = path, offset, end

    def __enter__(self) -> Beginning:
        # A link is followed once, as a mail program may keep them; whatever is no file is not waited for.
        self._descriptor = os.open(os.path.realpath(self._path), READ_FLAGS)
        if not stat.S_ISREG(os.fstat(self._descriptor).st_mode):
            os.close(self._descriptor)
            raise OSError("it is not a file")
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._descriptor)

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in the file."""
        return os.fstat(self._descriptor).st_size == 0

    def headers(self) -> bytes:
        """Enough of it for its headers."""
        head = self._read(HEAD)
        return head if b"\n\n" in head or b"\n\r\n" in head or len(head) < HEAD else self._read(MOST)

    def text(self) -> bytes:
        """As much of it as is looked at."""
        return self._read(MOST)

    def _read(self, size: int) -> bytes:
        most = size if self._end is None else min(size, self._end - self._offset)
        return os.pread(self._descriptor, most, self._offset)
