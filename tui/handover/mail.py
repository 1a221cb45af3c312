"""Mail by the user's own means: their mail command, an `.eml` file, or a draft in a Maildir.

`msmtp -t` gets the mail on standard input, `neomutt -H {file}` as a file, `xdg-email {mailto}` as a link. The
words of the command are split once and filled in one by one; no shell ever sees them.
"""

from __future__ import annotations

import atexit
import shutil
from collections.abc import Callable, Mapping
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from tempfile import mkdtemp

from store.files.atomic import make_directory
from store.files.errors import StorageError, reason
from templates.links import Link
from templates.mail import eml, raw
from tui.handover.mail_settings import PLACEHOLDER, MailCommand, no_maildir
from tui.handover.new_files import write_new
from tui.handover.outgoing import HandoverOutcome
from tui.handover.process import Ended, NotStarted, beside, instead

SENDING_SECONDS = 60.0
"""What a program that sends may take."""
WINDOW_SECONDS = 3.0
"""How long a program with a window of its own is watched for an early end."""


def hand(
    command: MailCommand,
    mail: EmailMessage,
    link: Link,
    env: Mapping[str, str],
    scratch: Path,
    *,
    seconds: float = SENDING_SECONDS,
) -> HandoverOutcome:
    """Give one mail to the command. Where it needs the terminal, the board must have left the screen."""
    if "mailto" in command.wants and link.too_long:
        return HandoverOutcome(
            f"The text is too long for the link that {command.program} is given: use {{file}}.", ok=False
        )
    try:
        values = {"mailto": link.url}
        if "file" in command.wants:
            values["file"] = str(_private_file(raw(mail), scratch))
        args = [PLACEHOLDER.sub(lambda name: values[name[1]], word) for word in command.words]
        if command.needs_terminal:
            return _ended(command, Ended(instead(args, env)))
        sends = not command.wants
        data = raw(mail) if sends else b""
        return _ended(
            command, beside(args, env, data, seconds=seconds if sends else WINDOW_SECONDS, stop=sends)
        )
    except NotStarted as why:
        return HandoverOutcome(str(why), ok=False)
    except OSError as error:
        return HandoverOutcome(
            f"The mail could not be given to {command.program}: {reason(error)}.", ok=False
        )


def _ended(command: MailCommand, ended: Ended) -> HandoverOutcome:
    program = command.program
    if ended.code == 0:
        if command.needs_terminal:
            return HandoverOutcome(f"{program} is done; whether the mail was sent, only you know.", ok=True)
        return HandoverOutcome(f"Handed to {program}.", ok=True)
    if ended.code is None and command.wants:
        return HandoverOutcome(f"Handed to {program}, which is still open.", ok=True)
    said = f", and said: {ended.words}" if ended.words else ""
    if ended.code is None:
        why = f"{program} did not end in time and was stopped{said.rstrip('.')}"
        return HandoverOutcome(f"{why}. Whether the mail has gone out is not known: look there.", ok=False)
    how = f"was ended by signal {-ended.code}" if ended.code < 0 else f"ended with exit status {ended.code}"
    return HandoverOutcome(
        f"{program} {how}{said.rstrip('.')}. Take it that the mail was not sent.", ok=False
    )


def _private_file(data: bytes, scratch: Path) -> Path:
    """A file for the program to read; it stays until the board is left, as the program may read it late."""
    make_directory(scratch)
    directory = Path(mkdtemp(prefix="ringback-", dir=scratch))
    remove: Callable[[Path, bool], None] = shutil.rmtree
    atexit.register(remove, directory, True)
    path = directory / "mail.eml"
    path.touch(mode=0o600)
    path.write_bytes(data)
    return path


def write_eml(mail: EmailMessage, folder: Path, name: str) -> HandoverOutcome:
    """Write the mail as a new file, 0600, called after `name` as far as that is letters and digits."""
    try:
        path = write_new(eml(mail), folder, name, ".eml")
    except OSError as error:
        return HandoverOutcome(f"No file was written to {folder}: {reason(error)}.", ok=False)
    except StorageError as why:
        return HandoverOutcome(f"The mail was {why}.", ok=False)
    return HandoverOutcome(f"Written to {path}: open it with your mail program.", ok=True)


def add_draft(mail: EmailMessage, folder: Path, now: datetime) -> HandoverOutcome:
    """Add a mail to a Maildir, which mail programs of Unix share, as a draft that has been seen.

    A directory that is something else than a Maildir is left alone, and none is made.
    """
    import mailbox

    if lack := no_maildir(folder):
        return HandoverOutcome(f"{folder} {lack}: correct `drafts_folder` in the settings.", ok=False)
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
        return HandoverOutcome(f"The draft was not put into {folder}: {why}.", ok=False)
    return HandoverOutcome(f"Put into {folder} as a draft: send it from your mail program.", ok=True)
