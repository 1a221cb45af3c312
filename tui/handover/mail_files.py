"""Mails as files, for a mail program to send: an `.eml` file, or a draft in a Maildir."""

from __future__ import annotations

import os
import re
import unicodedata
from contextlib import suppress
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

from store.files.atomic import replace_file
from store.files.errors import StorageError, reason
from templates.mail import eml, raw
from tui.handover.mail_settings import no_maildir
from tui.handover.outgoing import Outcome

LONGEST_FILE_NAME = 40
MOST_FILES = 1_000
"""Files of one name in a directory, after which something must be wrong."""


def write_eml(mail: EmailMessage, folder: Path, name: str) -> Outcome:
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
    return re.sub("[^a-z0-9]+", "-", letters.lower())[:LONGEST_FILE_NAME].strip("-") or "message"


def _reserve(folder: Path, bare: str) -> Path:
    """An empty file under a name nobody has: nothing is ever overwritten."""
    for count in range(1, MOST_FILES + 1):
        path = folder / (f"ringback-{bare}.eml" if count == 1 else f"ringback-{bare}-{count}.eml")
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            return path
    raise FileExistsError(f"there are {MOST_FILES:,} files of that name already")


def add_draft(mail: EmailMessage, folder: Path, now: datetime) -> Outcome:
    """Add a mail to a Maildir, which mail programs of Unix share, as a draft that has been seen.

    A directory that is something else than a Maildir is left alone, and none is made.
    """
    import mailbox

    if lack := no_maildir(folder):
        return Outcome(f"{folder} {lack}: correct `drafts_folder` in the settings.", ok=False)
    try:
        box = mailbox.Maildir(folder, create=False)
        draft = mailbox.MaildirMessage(raw(mail))
        draft.set_subdir("cur")
        draft.set_flags("DS")
        draft.set_date(now.timestamp())
        key = box.add(draft)
        (folder / "cur" / f"{key}:2,DS").chmod(0o600)
    except (OSError, mailbox.Error) as error:
        why = reason(error) if isinstance(error, OSError) else str(error)
        return Outcome(f"The draft was not put into {folder}: {why}.", ok=False)
    return Outcome(f"Put into {folder} as a draft: send it from your mail program.", ok=True)
