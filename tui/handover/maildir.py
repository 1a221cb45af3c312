"""A Maildir folder for drafts, which mail programs of Unix share."""

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

from store.files.errors import reason
from templates.mail import raw
from tui.handover.outgoing import Outcome

PARTS = ("cur", "new", "tmp")


def put(mail: EmailMessage, folder: Path, now: datetime, *, create: bool = False) -> Outcome:
    """Add a mail to the folder as a draft that has been seen. `create`: make the folder if it is missing.

    A directory that is something else than a Maildir is left alone.
    """
    import mailbox

    whole = all((folder / part).is_dir() for part in PARTS)
    if not whole and (folder.exists() or not create):
        lack = "is no Maildir (cur, new and tmp are missing in it)" if folder.exists() else "does not exist"
        return Outcome(f"{folder} {lack}: correct `drafts_folder` in the settings.", ok=False)
    try:
        box = mailbox.Maildir(folder, create=not whole)
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
