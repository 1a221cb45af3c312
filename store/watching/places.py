"""What a watched path is, and whether what lies there was sent by the user."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Literal, TypeAlias

from msgspec import Struct

from store.files.errors import reason

PlaceKind: TypeAlias = Literal["maildir", "mbox", "calendar"]
_SENT = frozenset((
    "sent", "sent items", "sent mail", "sent messages", "sentmail", "sent-mail", "sent-items", "outbox",
    "gesendet", "gesendete objekte", "gesendete elemente", "gesendete nachrichten", "postausgang",
    "envoyés", "envoyes", "messages envoyés", "éléments envoyés", "boîte d'envoi",
    "enviados", "elementos enviados", "mensajes enviados", "correo enviado", "enviadas",
    "inviata", "posta inviata", "verzonden", "verzonden items", "skickat", "sendt", "wysłane",
))  # fmt: skip
_MAILDIR_PARTS = ("cur", "new")


class WatchedPlace(Struct, frozen=True):
    """A watched folder or file. `sent`: everything in it is the user's own."""

    path: Path
    kind: PlaceKind
    sent: bool = False


class NoPlace(Exception):
    """A watched path at which there is nothing to read; one sentence that says what is there."""


def mail_place(name: str) -> WatchedPlace:
    """The Maildir or mbox of that name. Raises NoPlace."""
    path = _path(name)
    try:
        if path.is_dir():
            if not _is_maildir(path):
                raise NoPlace(f"{name} is no Maildir: there is no `cur` in it{_maildirs_in(path)}.")
            return WatchedPlace(path, "maildir", is_sent(path))
        if path.is_file():
            return WatchedPlace(path, "mbox", is_sent(path))
        if path.exists():
            raise NoPlace(f"{name} is neither a Maildir nor an mbox file.")
    except OSError as why:
        raise NoPlace(f"{name} cannot be looked at: {reason(why)}.") from None
    raise NoPlace(f"There is no {name}.")


def calendar_place(name: str) -> WatchedPlace:
    """The folder of calendar files of that name. Raises NoPlace."""
    path = _path(name)
    try:
        if path.is_dir():
            return WatchedPlace(path, "calendar")
        there = path.exists()
    except OSError as why:
        raise NoPlace(f"{name} cannot be looked at: {reason(why)}.") from None
    raise NoPlace(f"{name} is not a folder of calendar files." if there else f"There is no {name}.")


def is_sent(path: Path) -> bool:
    """Whether a folder, or the one it lies in, has one of the names that mail programs give to sent mail."""
    return any(_names_sent(name) for name in (path.name, path.parent.name))


def _names_sent(name: str) -> bool:
    last = re.split(r"[./]", name.casefold().removesuffix(".mbox").removesuffix(".mbx"))[-1].strip(" []")
    return last.replace("_", " ") in _SENT


def _path(name: str) -> Path:
    try:
        return Path(os.path.realpath(Path(name).expanduser()))
    except (RuntimeError, ValueError, OSError):
        raise NoPlace(f"{name[:200]!r} is no name of a folder.") from None


def _is_maildir(path: Path) -> bool:
    return (path / "cur").is_dir()


def _maildirs_in(path: Path) -> str:
    """Which Maildirs lie in a folder: a mail directory is easily named in place of its folders."""
    inner = sorted(
        one.name for one in list(os.scandir(path))[:500] if one.is_dir() and _is_maildir(Path(one.path))
    )
    return f"; there is one in {', '.join(inner[:5])}" if inner else ""


def parts_of_maildir(path: Path) -> list[Path]:
    """The folders of a Maildir that hold messages."""
    return [path / part for part in _MAILDIR_PARTS if (path / part).is_dir()]
