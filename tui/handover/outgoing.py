"""What is handed over, to what end it came, and what there is to hand it over with. Plain values."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from store.interview import Channel
from store.people.header_text import one_line, plain_lines
from store.settings import Settings
from tui.handover.mail_settings import from_home

OutgoingChannel: TypeAlias = Channel | Literal["call"]


@dataclass(frozen=True)
class Outgoing:
    """A finished text as one person gets it."""

    to: str
    """The person's id; blank where nobody is known."""
    name: str
    channel: OutgoingChannel
    email: str = ""
    phone: str = ""
    subject: str = ""
    """For e-mail only."""
    body: str = ""

    @property
    def heading(self) -> str:
        """The subject as it leaves; blank where the channel has none."""
        return one_line(self.subject) if self.channel == "email" else ""

    @property
    def text(self) -> str:
        """The text as it leaves, lines ending in LF."""
        return plain_lines(self.body)


@dataclass(frozen=True)
class Outcome:
    """How a hand-over ended: one sentence that claims no more than is known."""

    said: str
    ok: bool
    sequence: str = ""
    """What has yet to be written to the terminal for it to be true."""


@dataclass(frozen=True)
class Means:
    """What there is to hand over with."""

    env: Mapping[str, str]
    """The environment for programs that are started."""
    me: tuple[str, str]
    """The user's name and address, each blank where it is not set."""
    mail_command: str
    drafts_folder: Path | None
    """A Maildir."""
    folder: Path
    """Where `.eml` files are put."""
    scratch: Path
    """A directory only the user can read, for files that are removed again."""
    country: str | None = None
    """Where telephone numbers without a + are at home."""

    @property
    def remote(self) -> bool:
        """Whether the user sits at another machine, where nothing can be opened from here."""
        return bool(self.env.get("SSH_CONNECTION") or self.env.get("SSH_TTY"))


def means(settings: Settings, env: Mapping[str, str], state: Path, *, no_color: bool = False) -> Means:
    """The means as the settings and the environment have it; `state` is the directory for what may be lost.

    `no_color`: the user asked for none, and the framework has taken that out of the environment.
    """
    drafts, runtime = settings.mail.drafts_folder, env.get("XDG_RUNTIME_DIR", "")
    home = Path(env.get("HOME") or "/")
    private = bool(runtime) and Path(runtime).is_dir() and os.access(runtime, os.W_OK | os.X_OK)
    return Means(
        env={**env, "NO_COLOR": "1"} if no_color else dict(env),
        me=(settings.me.name, settings.me.email),
        mail_command=settings.mail.command,
        drafts_folder=from_home(drafts, home) if drafts else None,
        folder=home / "Downloads" if (home / "Downloads").is_dir() else home,
        scratch=Path(runtime) if private else state,
        country=settings.country or None,
    )
