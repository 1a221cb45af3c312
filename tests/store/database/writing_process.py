"""A process of its own that works on a database, for tests that stop or kill it.

    python -m tests.store.database.writing_process WHAT PATH …

    count PATH ROUNDS   add one to the number in PATH, ROUNDS times
    hold PATH           hold the lock until killed
    limited PATH BYTES  save 64 KiB, but no file may exceed BYTES

Each saved number is printed once it is acknowledged, and so is "locked".
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from store.database.file import DatabaseFile
from store.files.errors import StorageError

ROOT = Path(__file__).parents[3]
"""Where Python finds this module."""
PADDING = "x" * 20_000


def number_in(data: bytes) -> int:
    """The number of a whole and undamaged file."""
    board = json.loads(data)
    assert board["padding"] == PADDING
    return int(board["number"])


def count(disk: DatabaseFile, rounds: int) -> None:
    for _ in range(rounds):
        with disk.locked():
            found = disk.read()
            number = number_in(found[0]) + 1 if found else 1
            disk.save(json.dumps({"number": number, "padding": PADDING}).encode())
        print(number, flush=True)


def hold(disk: DatabaseFile) -> None:
    with disk.locked():
        print("locked", flush=True)
        while True:
            time.sleep(60)


def limited(disk: DatabaseFile, size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    try:
        with disk.locked():
            disk.save(b"y" * 2**16)
    except StorageError as error:
        print(error)


if __name__ == "__main__":
    what, path, *rest = sys.argv[1:]
    disk = DatabaseFile(Path(path))
    if what == "count":
        count(disk, int(rest[0]))
    elif what == "hold":
        hold(disk)
    else:
        limited(disk, int(rest[0]))
