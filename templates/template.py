"""What a message template is, and how one can fail."""

from dataclasses import dataclass
from pathlib import Path

PURPOSES = ("thanks", "status", "voicemail", "call", "other")
CHANNELS = ("email", "sms", "whatsapp", "call", "letter", "other")


@dataclass(frozen=True)
class Template:
    """A template as its header presents it. `own`: from the user's folder rather than from the program."""

    name: str
    title: str
    purpose: str
    channel: str
    when: str
    own: bool
    path: Path


class BrokenTemplate(Exception):
    """A template that gives no text; its message is one sentence with name, line and what is wrong."""

    def __init__(self, name: str, reason: str, line: int | None = None, path: Path | None = None) -> None:
        self.name, self.reason, self.line, self.path = name, reason, line, path
        super().__init__(name, reason, line, path)

    def __str__(self) -> str:
        where = f"the template {self.name}"
        if self.path is not None:
            where += f" ({self.path})"
        if self.line is not None:
            where += f", line {self.line}"
        return f"{where}: {self.reason}."


class UnknownTemplate(KeyError):
    """No template has this name; `near` are the names it may be a slip of."""

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        self.name, self.near = name, near
        super().__init__(name)

    def __str__(self) -> str:
        offer = (
            f"did you mean {' or '.join(self.near)}?" if self.near else "list them to see which there are."
        )
        return f"there is no template called {self.name!r}: {offer}"
