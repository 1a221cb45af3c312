"""New files beside the user's own: under a name nobody has, and for their eyes only."""

from __future__ import annotations

import os
import re
import unicodedata
from contextlib import suppress
from pathlib import Path

from store.files.atomic import replace_file
from store.files.errors import StorageError

LONGEST_FILE_NAME = 40
MOST_FILES = 1_000
"""Files of one name in a directory, after which something must be wrong."""


def write_new(data: bytes, folder: Path, name: str, ending: str) -> Path:
    """Write a file, 0600, called after `name` as far as that is letters and digits; its path.

    Nothing is ever overwritten. Raises OSError where none can be made, StorageError where that cannot be
    written.
    """
    path = _reserve(folder, bare(name), ending)
    try:
        replace_file(path, data)
    except StorageError:
        with suppress(OSError):
            path.unlink()
        raise
    return path


def bare(name: str) -> str:
    """The letters and digits of a name, as a file can be called on any system."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    return re.sub("[^a-z0-9]+", "-", letters.lower())[:LONGEST_FILE_NAME].strip("-") or "message"


def _reserve(folder: Path, called: str, ending: str) -> Path:
    """An empty file under a name nobody has."""
    for count in range(1, MOST_FILES + 1):
        path = folder / (f"ringback-{called}{ending}" if count == 1 else f"ringback-{called}-{count}{ending}")
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            return path
    raise FileExistsError(f"there are {MOST_FILES:,} files of that name already")
