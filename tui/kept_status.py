"""The last answer of `status --short`, given again as long as it is certainly still true.

A status bar asks every few seconds, and finding the answer takes many times what this does: hence nothing of
ringback is imported here, and next to nothing else. Numbers are kept, no names of anybody.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # typing itself costs a quarter of an empty Python
if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 4096
"""Characters of what is kept at most."""
_VARIABLES = (
    "HOME", "TZ", "LANG", "LC_ALL", "LC_CTYPE", "PYTHONIOENCODING", "PYTHONUTF8", "RINGBACK_DB",
    "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_DIRS",
)  # fmt: skip
_MACHINE = (__file__, "/etc/localtime", "/etc/timezone")
"""Another version of ringback, and the machine's own zone."""


def known_answer(words: Sequence[str], now: float) -> str | None:
    """What the command of these words is to print, with its line end; None where that is to be worked out.

    `now`: in seconds since 1970.
    """
    asked = _asked(words)
    if asked is None or sys.stdout is None:
        return None
    try:
        with open(_place(), encoding="utf-8", errors="surrogateescape") as file:  # noqa: PTH123
            lines = file.read(LONGEST).split("\n")
        if lines[0] != _circumstances(asked) or not int(lines[1]) <= now < int(lines[2]):
            return None
        answer, *marks = lines[3:]
        if not answer.isprintable() or any(_mark(*mark.split(" ", 1)[1:]) != mark for mark in marks):
            return None
    except (OSError, ValueError, IndexError, TypeError):
        return None
    return f"{answer}\n" if answer else ""


class AnswerToKeep:
    """What an answer rests on, as it was before anything was read."""

    def __init__(self, database: str, config: str, files: Sequence[str]) -> None:
        """The words of the options, blank where not given, and the files that are read."""
        self._circumstances = _circumstances((database, config))
        self._marks = [_mark(path) for path in (*_MACHINE, *files)]

    def keep(self, answer: str, now: float, until: float, folder: str) -> None:
        """Give this answer from `now` to `until`, in seconds since 1970; `folder` is where state is kept.

        Raises OSError where it cannot be kept.
        """
        lines = [self._circumstances, str(int(now)), str(int(until)), answer, *self._marks]
        text = "\n".join(lines)
        place = _place()
        if os.path.dirname(place) != folder or len(lines) != text.count("\n") + 1 or len(text) >= LONGEST:  # noqa: PTH120
            return
        os.makedirs(folder, 0o700, exist_ok=True)  # noqa: PTH103
        new = f"{place}.{os.getpid()}"
        descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        try:
            os.write(descriptor, text.encode("utf-8", "surrogateescape"))
        finally:
            os.close(descriptor)
        os.replace(new, place)  # noqa: PTH105


def _asked(words: Sequence[str]) -> tuple[str, str] | None:
    """The database and the settings that are named, where nothing else is asked for than the short status."""
    named = {"--db": "", "--config": ""}
    rest: list[str] = []
    waiting = iter(words)
    for word in waiting:
        option, equals, value = word.partition("=")
        if option in named and not rest:
            named[option] = value if equals else next(waiting, "")
        else:
            rest.append(word)
    return (named["--db"], named["--config"]) if rest == ["status", "--short"] else None


def _circumstances(asked: tuple[str, str]) -> str:
    """What else the answer depends on: how the command was called, the user's locale, where things lie."""
    encoding = getattr(sys.stdout, "encoding", None)
    return repr((*asked, os.getcwd(), encoding, *map(os.environ.get, _VARIABLES)))  # noqa: PTH109


def _mark(path: str) -> str:
    """What tells one state of a file from another, and which file it is."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return f"- {path}"
    return f"{found.st_ino}:{found.st_size}:{found.st_mtime_ns}:{found.st_ctime_ns} {path}"


def _place() -> str:
    """Where the answer is kept, if state is kept where it is on most machines."""
    base = os.environ.get("XDG_STATE_HOME") or os.path.expanduser("~/.local/state")  # noqa: PTH111
    return os.path.join(base, "ringback", "status")  # noqa: PTH118
