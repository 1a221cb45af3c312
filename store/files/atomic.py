"""The one way a file is saved: a complete new file takes the old one's place in one step."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from store.files.errors import StorageError, not_saved
from store.files.regular import not_regular
from store.patterns import pattern

RANDOM_PART = 8
"""Hexadecimal digits after the prefix."""
_TRIES = 100
_UNFINISHED = pattern(rf"\..+\.new-.{{{RANDOM_PART}}}")
ONE_SECOND_NS = 10**9
NO_DIRECTORY_FSYNC = {errno.EINVAL, errno.EOPNOTSUPP, errno.ENOSYS}
"""File systems that cannot flush a directory answer so; there is nothing to wait for then."""


def replace_file(path: Path, data: bytes, last_look: Callable[[Path], None] = lambda _: None) -> bool:
    """Put `data` in the place of `path`, or leave what is there untouched to the byte.

    A new file is 0600; an existing one keeps its mode and is never opened wider. `last_look` runs right
    before the step that counts, with the path of the complete new file; what it raises stops the save. Two
    savers of one file must share a lock.

    Returns True once the disk has confirmed, False if the new file is in place but the directory could not be
    flushed: "saved, but the disk did not confirm". Raises StorageError if nothing was saved.
    """
    old: os.stat_result | None = None
    try:
        old = _existing(path)
        temporary = _new_file(path)
        try:
            _fill(*temporary, data, old)
            new = temporary[1].lstat()
            last_look(temporary[1])
            _rename(temporary[1], path, new)
        except BaseException:
            with suppress(OSError):
                temporary[1].unlink()
            raise
    except OSError as error:
        raise not_saved(path, error, existed=old is not None) from error
    return flush_directory(path.parent)


def flush_directory(directory: Path) -> bool:
    """Bring the names in a directory to the disk; False if that failed."""
    try:
        descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        return error.errno in NO_DIRECTORY_FSYNC
    return True


def make_directory(directory: Path) -> None:
    """Make a directory and what leads to it, each 0700 whatever the umask; existing ones stay as they are."""
    missing = []
    while not directory.exists():
        missing.append(directory)
        directory = directory.parent
    for step in reversed(missing):
        with suppress(FileExistsError):
            step.mkdir(0o700)
        flush_directory(step.parent)


def sweep(path: Path) -> None:
    """Remove what killed saves of `path` left behind. Only for the one who may save it at this moment."""
    prefix = _prefix(path)
    with suppress(OSError):
        for left in path.parent.iterdir():
            if left.name.startswith(prefix) and len(left.name) == len(prefix) + RANDOM_PART:
                with suppress(OSError):
                    left.unlink()


def sweep_all(directory: Path) -> None:
    """Remove what killed saves of any file have left behind in a directory, if it is there. Raises OSError.

    Only for the one who may save them at this moment.
    """
    for left in directory.iterdir() if directory.is_dir() else ():
        if is_unfinished(left):
            left.unlink(missing_ok=True)


def is_unfinished(path: Path) -> bool:
    """Whether that is a file that a save has not finished, or will never finish."""
    return _UNFINISHED.fullmatch(path.name) is not None


def _prefix(path: Path) -> str:
    return f".{path.name}.new-"


def _existing(path: Path) -> os.stat_result | None:
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    if kind := not_regular(found.st_mode):
        raise StorageError(f"not saved: {path} is {kind}, not a file; it was left as it is")
    return found


def _new_file(path: Path) -> tuple[int, Path]:
    # As `tempfile` makes one, whose import takes longer than all this.
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    for _ in range(_TRIES):
        new = path.parent / f"{_prefix(path)}{os.urandom(RANDOM_PART // 2).hex()}"
        with suppress(FileExistsError):
            return os.open(new, flags, 0o600), new
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), os.fspath(path.parent))


def _fill(descriptor: int, temporary: Path, data: bytes, old: os.stat_result | None) -> None:
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        _take_after(descriptor, temporary, old)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _take_after(descriptor: int, temporary: Path, old: os.stat_result | None) -> None:
    """Give the new file the owner and the mode of the old one, as far as that opens it to nobody new."""
    new = os.fstat(descriptor)
    mode = stat.S_IMODE(old.st_mode) & 0o777 if old else 0o600
    if old and (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
        try:
            # Saved by root, the file must still belong to its user.
            os.fchown(descriptor, old.st_uid, old.st_gid)
        except OSError:
            mode &= 0o700
    if mode != stat.S_IMODE(new.st_mode):
        with suppress(OSError):
            os.fchmod(descriptor, mode)
    if old and 0 <= old.st_mtime_ns - new.st_mtime_ns < ONE_SECOND_NS:
        # A freed inode is used again: within one tick of the clock only this tells two states apart.
        with suppress(OSError):
            os.utime(temporary, ns=(new.st_atime_ns, old.st_mtime_ns + 1))


def _rename(temporary: Path, path: Path, new: os.stat_result) -> None:
    try:
        temporary.replace(path)
    except OSError:
        # Over a network a rename may be done and its answer lost.
        if not _is_now(path, new):
            raise


def _is_now(path: Path, new: os.stat_result) -> bool:
    try:
        return os.path.samestat(path.lstat(), new)
    except OSError:
        return False
