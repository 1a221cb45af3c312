"""The settings of [mail], read: the command and the drafts folder.

Light, as the board looks at them at its start.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

IN_THE_TERMINAL = frozenset(
    {"aerc", "alpine", "mutt", "neomutt", "pine", "s-nail", "mailx", "emacs", "vim", "nvim"}
)
"""Programs that talk to the user in the terminal when they are given a mail to send."""
MAILDIR_PARTS = ("cur", "new", "tmp")
PLACEHOLDER = re.compile(r"\{(\w*)\}")


class BadCommand(ValueError):
    """The setting cannot be used; one sentence says why."""


@dataclass(frozen=True)
class MailCommand:
    """A mail command, read."""

    words: tuple[str, ...]
    needs_terminal: bool

    @property
    def program(self) -> str:
        """Its name for sentences."""
        return Path(self.words[0]).name

    @property
    def wants(self) -> frozenset[str]:
        """`file` and `mailto`, as far as they are asked for; none: standard input."""
        return frozenset(found for word in self.words for found in PLACEHOLDER.findall(word))


def read_command(text: str) -> MailCommand:
    """The setting `mail.command`; whether it takes over the terminal goes by its name.

    Raises BadCommand.
    """
    try:
        words = tuple(shlex.split(text))
    except ValueError:
        raise BadCommand("The mail command cannot be read: a quote is not closed in it.") from None
    if not words:
        raise BadCommand("There is no mail command: set `command` in the section [mail] of the settings.")
    command = MailCommand(words, needs_terminal=Path(words[0]).name in IN_THE_TERMINAL)
    if unknown := sorted(command.wants - {"file", "mailto"}):
        raise BadCommand(f"The mail command asks for {{{unknown[0]}}}: there are {{file}} and {{mailto}}.")
    if PLACEHOLDER.search(words[0]):
        raise BadCommand("The mail command begins with a placeholder: it has to name a program.")
    return command


def from_home(path: str, home: Path) -> Path:
    """A path of the settings, in which `~` is the user's home."""
    return home / path[2:] if path == "~" or path.startswith("~/") else Path(path)


def no_maildir(folder: Path) -> str:
    """Why a folder is no Maildir, as it goes on behind its name; blank where it is one."""
    try:
        if all((folder / part).is_dir() for part in MAILDIR_PARTS):
            return ""
        there = folder.exists()
    except (OSError, ValueError):
        there = False
    return "is no Maildir (cur, new and tmp are missing in it)" if there else "does not exist"
