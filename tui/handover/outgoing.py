"""What is handed over and what with, to what end it came, and how far several texts have come."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from store.interview import Channel
from store.people.header_text import one_line, plain_lines
from store.settings import Settings
from tui.handover.mail_settings import from_home

OutgoingChannel: TypeAlias = Channel | Literal["call"]
WayId: TypeAlias = Literal["mail", "eml", "maildir", "open", "link", "text", "number", "editor", "qr"]
"""The ways by which a text can leave."""


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
class HandoverOutcome:
    """How a hand-over ended: one sentence that claims no more than is known."""

    said: str
    ok: bool
    sequence: str = ""
    """What has yet to be written to the terminal for it to be true."""
    message_id: str = ""
    """Of a mail that was handed over, by which it is known again; blank for what carries none."""


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


class Handed(NamedTuple):
    """What became of one person's text."""

    to: str
    """The person's id; blank where nobody is known."""
    channel: OutgoingChannel
    way: WayId | None
    """The last way that took it; None where the user sent it in a way of their own."""
    sent: bool
    """The user says that it has been sent."""


class HandedOver(NamedTuple):
    """What became of the texts; only people for whom something was done, in the order they were given."""

    people: tuple[Handed, ...]

    @property
    def sent(self) -> tuple[Handed, ...]:
        """Those of whom the user says that theirs has been sent."""
        return tuple(one for one in self.people if one.sent)


class Progress:
    """One text is shown at a time; an answer leads to the next that has none."""

    def __init__(self, texts: Sequence[Outgoing]) -> None:
        if not texts:
            raise ValueError("there is no text to hand over")
        self.texts = tuple(texts)
        self.place = 0
        self._ways: dict[int, WayId] = {}
        self._answers: dict[int, bool] = {}

    @property
    def text(self) -> Outgoing:
        """The text that is shown."""
        return self.texts[self.place]

    @property
    def way(self) -> WayId | None:
        """The last way that took it."""
        return self._ways.get(self.place)

    @property
    def sent(self) -> bool:
        """Whether the user says that it has been sent."""
        return self._answers.get(self.place, False)

    def turn(self, by: int) -> None:
        """To another text, round and round."""
        self.place = (self.place + by) % len(self.texts)

    def handed(self, way: WayId) -> None:
        """A way took the text that is shown."""
        self._ways[self.place] = way

    def answer(self, *, sent: bool) -> bool:
        """Note whether it has been sent, and go to the next text without one; False if there is none."""
        self._answers[self.place] = sent
        count = len(self.texts)
        following = ((self.place + step) % count for step in range(1, count))
        place = next((one for one in following if one not in self._answers), None)
        if place is None:
            return False
        self.place = place
        return True

    def result(self) -> HandedOver | None:
        """What was done; None if nothing."""
        people = tuple(
            Handed(text.to, text.channel, self._ways.get(at), self._answers.get(at, False))
            for at, text in enumerate(self.texts)
            if at in self._ways or self._answers.get(at)
        )
        return HandedOver(people) if people else None
