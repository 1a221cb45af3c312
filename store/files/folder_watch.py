"""Being told by the kernel that something in a folder has changed: Linux's inotify.

The folder is watched and not the file, since a file is saved by another taking its place. The C library is
asked for it directly: packages that do so run programs first to find that library.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

from store.files.place_warnings import network

_CLOSE_WRITE, _MOVED_FROM, _MOVED_TO, _DELETE = 0x8, 0x40, 0x80, 0x200
_GONE = 0x400 | 0x800
_OVER = _GONE | 0x2000 | 0x8000
"""The folder itself was removed, moved or unmounted, or is watched no more."""
_ONLY_FOLDERS = 0x01000000
_HEADER = struct.Struct("iIII")
_MOST = 65_536


class FolderWatch:
    """A descriptor that can be read once something has been written, moved or removed in a folder."""

    def __init__(self, descriptor: int) -> None:
        """See `watch_folder`."""
        self._descriptor = descriptor
        self.over = False
        """Whether the folder is gone, so that nothing more will be told."""

    def fileno(self) -> int:
        """The descriptor, to wait for."""
        return self._descriptor

    def names(self) -> frozenset[str]:
        """What has changed since the last time; a blank name where that was too much to tell."""
        try:
            data = os.read(self._descriptor, _MOST)
        except BlockingIOError:
            return frozenset()
        found, at = set(), 0
        while at < len(data):
            _, mask, _, size = _HEADER.unpack_from(data, at)
            at += _HEADER.size + size
            found.add(os.fsdecode(data[at - size : at].rstrip(b"\0")))
            self.over = self.over or bool(mask & _OVER)
        return frozenset(found)

    def close(self) -> None:
        """Watch no more."""
        os.close(self._descriptor)


def watch_folder(folder: Path) -> FolderWatch | None:
    """Have the kernel tell of changes in a folder; None where it cannot.

    On a network file system it does not know of changes that other machines make.
    """
    if sys.platform != "linux" or any(network(folder)):
        return None
    # Imported on use: only a board that is open needs it.
    import ctypes

    library = ctypes.CDLL(None, use_errno=True)
    try:
        begin, add = library.inotify_init1, library.inotify_add_watch
    except AttributeError:
        return None
    descriptor = begin(os.O_NONBLOCK | os.O_CLOEXEC)
    if descriptor < 0:
        return None
    wanted = _CLOSE_WRITE | _MOVED_FROM | _MOVED_TO | _DELETE | _GONE | _ONLY_FOLDERS
    if add(descriptor, os.fsencode(folder), wanted) < 0:
        os.close(descriptor)
        return None
    return FolderWatch(descriptor)
