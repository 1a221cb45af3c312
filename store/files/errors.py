"""What went wrong with a file, in one sentence a user can act on."""

from __future__ import annotations

import errno
import os
from pathlib import Path

FULL = "disk full"

ERROR_WORDS = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: f"{FULL} (your quota is used up)",
    errno.EFBIG: f"{FULL} (the largest size allowed for a file is reached)",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.EROFS: "the file system is read-only",
    errno.EIO: "input/output error, the disk may be failing",
    errno.ENOENT: "the directory is gone",
    errno.ENOTDIR: "part of the path is not a directory",
    errno.ELOOP: "its symbolic links cannot be followed",
    errno.ENAMETOOLONG: "the file name is too long",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
    errno.ESTALE: "the network file system has lost it",
    errno.ENOLCK: "the file system cannot lock files",
    errno.EOPNOTSUPP: "the file system does not support this",
}

REMEDIES = {
    errno.ENOSPC: "make room on the disk and try again",
    errno.EDQUOT: "remove some files and try again",
    errno.EFBIG: "raise the limit (ulimit -f) and try again",
    errno.EIO: "copy the file to another disk",
    errno.EROFS: "mount it for writing and try again",
    errno.EACCES: "change the permissions and try again",
    errno.EPERM: "change the permissions and try again",
    errno.ENOLCK: "move the database to a local disk",
    errno.EOPNOTSUPP: "move the database to a local disk",
}

READ_ONLY = {errno.EACCES, errno.EPERM, errno.EROFS}


class StorageError(Exception):
    """One sentence: what was not done, where the data is, what to do."""

    exit_code: int = 1


class Locked(StorageError):
    """Another writer has held the lock for too long; nothing was changed."""

    exit_code = 75


class ReadOnly(StorageError):
    """The file may be read but not saved."""


def reason(error: OSError) -> str:
    """Why a call to the system failed, in the user's words and without the path."""
    number = error.errno or 0
    return ERROR_WORDS.get(number) or (os.strerror(number) if number else str(error)).lower()


def not_saved(path: Path, error: OSError, *, existed: bool = True) -> StorageError:
    """The error for a save that failed before anything took its place."""
    number = error.errno or 0
    left = "is as it was" if existed else "was not created"
    remedy = REMEDIES.get(number, "try again")
    kind = ReadOnly if number in READ_ONLY else StorageError
    return kind(f"not saved: {reason(error)}; {path} {left}; {remedy}")
