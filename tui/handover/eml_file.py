"""A mail as a file that a mail program opens for sending."""

from __future__ import annotations

import os
import re
import unicodedata
from contextlib import suppress
from email.message import EmailMessage
from pathlib import Path

from store.files.atomic import replace_file
from store.files.errors import StorageError, reason
from templates.mail import eml
from tui.handover.outgoing import Outcome

LONGEST = 40
MOST = 1_000
"""Files of one name in a directory, after which something must be wrong."""


def write(mail: EmailMessage, folder: Path, name: str) -> Outcome:
    """Write the mail as a new file, 0600, called after `name` as far as that is letters and digits."""
    try:
        path = _reserve(folder, _bare(name))
    except OSError as error:
        return Outcome(f"No file was written to {folder}: {reason(error)}.", ok=False)
    try:
        replace_file(path, eml(mail))
    except StorageError as why:
        with suppress(OSError):
            path.unlink()
        return Outcome(f"The mail was {why}.", ok=False)
    return Outcome(f"Written to {path}: open it with your mail program.", ok=True)


def _bare(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    return re.sub("[^a-z0-9]+", "-", letters.lower())[:LONGEST].strip("-") or "message"


def _reserve(folder: Path, bare: str) -> Path:
    """An empty file under a name nobody has: nothing is ever overwritten."""
    for count in range(1, MOST + 1):
        path = folder / (f"ringback-{bare}.eml" if count == 1 else f"ringback-{bare}-{count}.eml")
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            return path
    raise FileExistsError(f"there are {MOST:,} files of that name already")
