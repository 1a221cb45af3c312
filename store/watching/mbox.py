"""The new messages of an mbox: what was written behind the place up to which it was read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import NamedTuple

from store.files.regular import READ_FLAGS
from store.watching.places import WatchedPlace
from store.watching.positions import FolderPosition

_CHUNK = 2**20
_OVERLAP = 4_096
_FROM = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\r\n]{1,1000}\r?\n(?=>?[!-9;-~]{1,200}:)")


class NewMessage(NamedTuple):
    """Where a message lies in its mbox: behind its `From ` line, up to the next one."""

    begins: int
    start: int
    end: int


def unchanged(place: WatchedPlace, position: FolderPosition) -> bool:
    """Whether size and time are those of the last look."""
    found = place.path.stat()
    return (found.st_size, found.st_mtime_ns) == (position.size, position.mtime_ns) and (
        position.offset == found.st_size
    )


def new_messages(place: WatchedPlace, position: FolderPosition) -> Iterator[NewMessage]:
    """The messages that were not read yet, in their order."""
    descriptor = os.open(place.path, READ_FLAGS)
    try:
        size = os.fstat(descriptor).st_size
        begin = _where_to_begin(descriptor, position, size)
        previous: tuple[int, int] | None = None
        for start, text in _from_lines(descriptor, begin, size):
            if previous is not None:
                yield NewMessage(*previous, start)
            previous = (start, text)
        if previous is not None:
            yield NewMessage(*previous, size)
    finally:
        os.close(descriptor)


def _where_to_begin(descriptor: int, position: FolderPosition, size: int) -> int:
    """Where reading goes on; at the start where the file is another one, as after it was cleared up."""
    if position.offset > size:
        return 0
    if position.offset == size:
        return size
    if os.pread(descriptor, 5, position.offset) == b"From ":
        return position.offset
    if os.pread(descriptor, 5, position.last) == b"From ":
        return position.last
    return 0


def _from_lines(descriptor: int, begin: int, size: int) -> Iterator[tuple[int, int]]:
    """Where each message begins, and where its headers do."""
    place, before, known = begin, b"", begin - 1
    while place < size and (chunk := os.pread(descriptor, min(_CHUNK, size - place), place)):
        data, offset = before + chunk, place - len(before)
        place += len(chunk)
        # What may go on behind this chunk is found in the next, of which this one's end is the beginning.
        sure = len(data) if place >= size else len(data) - _OVERLAP // 2
        for found in _FROM.finditer(data):
            at = offset + found.start()
            if known < at and found.start() < sure and (found.start() or at == begin):
                known = at
                yield at, offset + found.end()
        before = data[-_OVERLAP:]
