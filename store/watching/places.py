"""What a watched path is, and whether what lies there was sent by the user."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Literal, TypeAlias

from msgspec import Struct

from store.files.errors import reason
from store.settings.records import Watch
from store.watching.contents import is_maildir, why_no_maildir

PlaceKind: TypeAlias = Literal["maildir", "mbox", "calendar"]
_SENT = frozenset((
    "sent", "sent items", "sent mail", "sent messages", "sentmail", "sent-mail", "sent-items", "outbox",
    "gesendet", "gesendete objekte", "gesendete elemente", "gesendete nachrichten", "postausgang",
    "envoyés", "envoyes", "messages envoyés", "éléments envoyés", "boîte d'envoi",
    "enviados", "elementos enviados", "mensajes enviados", "correo enviado", "enviadas",
    "inviata", "posta inviata", "verzonden", "verzonden items", "skickat", "sendt", "wysłane",
))  # fmt: skip
MAILDIR_PARTS = ("cur", "new")


class WatchedPlace(Struct, frozen=True):
    """A watched folder or file. `sent`: everything in it is the user's own."""

    path: Path
    kind: PlaceKind
    sent: bool = False


class NoPlace(Exception):
    """A watched path at which there is nothing to read; one sentence that says what is there."""


def places(watch: Watch) -> Iterator[WatchedPlace | NoPlace]:
    """What the settings have watched, in their order; where there is nothing to read, why."""
    finders: tuple[tuple[Sequence[str], Callable[[str], WatchedPlace]], ...] = (
        (watch.mail, mail_place),
        (watch.calendar, calendar_place),
    )
    for names, find in finders:
        for name in names:
            try:
                yield find(name)
            except NoPlace as why:
                yield why
            except PermissionError:
                yield NoPlace(f"{name} may not be read by you; `chmod u+rx` lets you, if it is yours.")
            except OSError as why:
                yield NoPlace(f"{name} cannot be looked at: {reason(why)}.")


def mail_place(name: str) -> WatchedPlace:
    """The Maildir or mbox of that name. Raises NoPlace, OSError."""
    path = _path(name)
    if path.is_dir():
        if not is_maildir(path):
            raise NoPlace(f"{name} {why_no_maildir(path)}.")
        return WatchedPlace(path, "maildir", is_sent(path))
    if path.is_file():
        return WatchedPlace(path, "mbox", is_sent(path))
    raise _nothing(name, path, "neither a Maildir nor an mbox file")


def calendar_place(name: str) -> WatchedPlace:
    """The folder of calendar files of that name. Raises NoPlace, OSError."""
    path = _path(name)
    if not path.is_dir():
        raise _nothing(name, path, "not a folder of calendar files")
    if is_maildir(path):
        raise NoPlace(f"{name} is a Maildir: name it under `mail`.")
    return WatchedPlace(path, "calendar")


def _nothing(name: str, path: Path, is_what: str) -> NoPlace:
    if path.exists():
        return NoPlace(f"{name} is {is_what}.")
    here = "" if name.startswith(("/", "~")) else f" in {Path.cwd()}: a whole path begins with / or ~"
    return NoPlace(f"There is no {name}{here}.")


def is_sent(path: Path) -> bool:
    """Whether a folder, or the one it lies in, has one of the names that mail programs give to sent mail."""
    return any(_names_sent(name) for name in (path.name, path.parent.name))


def _names_sent(name: str) -> bool:
    last = re.split(r"[./]", name.casefold().removesuffix(".mbox").removesuffix(".mbx"))[-1].strip(" []")
    return last.replace("_", " ") in _SENT


def _path(name: str) -> Path:
    if not name.strip():
        raise NoPlace("A watched folder has no name: `mail` and `calendar` under [watch] are lists of paths.")
    try:
        return Path(os.path.realpath(Path(name).expanduser()))
    except (RuntimeError, ValueError, OSError):
        raise NoPlace(f"{name[:200]!r} is no name of a folder.") from None


def parts_of_maildir(path: Path) -> list[Path]:
    """The folders of a Maildir that hold messages."""
    return [path / part for part in MAILDIR_PARTS if (path / part).is_dir()]
