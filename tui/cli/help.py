"""`ringback help`: a command, a topic, or the manual."""

from __future__ import annotations

import argparse
import subprocess
import sys
from shutil import which

from tui.cli.faults import UsageError, joined_word, near
from tui.cli.help_texts import TOPICS
from tui.cli.output import put, put_raw
from tui.cli.parser import grammar
from tui.cli.session import CommandSession
from tui.cli.shell import MANUAL

_OTHER_NAMES = {
    "when": "times", "time": "times", "dates": "times", "key": "keys", "shortcuts": "keys",
    "person": "people", "names": "people", "filter": "filters", "where": "filters", "words": "filters",
    "paths": "files", "data": "files", "setting": "settings", "template": "templates", "mail": "watch",
    "calendar": "watch", "exit": "exit-codes", "codes": "exit-codes", "manual": "man",
}  # fmt: skip
"""What topics are called elsewhere."""


def run_help(args: argparse.Namespace, session: CommandSession) -> None:
    """Print what is known of the command or topic; without one, of the whole. Raises UsageError."""
    whole = grammar()
    commands = whole.commands()
    typed = "-".join(args.topic)
    word = joined_word(typed).replace("_", "-")
    topic = word if word in TOPICS else _OTHER_NAMES.get(word)
    if not typed:
        whole.print_help()
    elif word in commands:
        commands[word].print_help()
    elif topic == "man":
        _show_manual()
    elif topic is not None:
        # Imported on use: most ask for a command.
        from tui.cli.topics import told

        put(told(topic, session))
    else:
        raise UsageError(f"There is no help on {' '.join(args.topic)!r}; {_near(word, [*TOPICS, *commands])}")


def _near(word: str, known: list[str]) -> str:
    from tui.cli.mistakes import OTHER_NAMES

    return f"did you mean {OTHER_NAMES[word]}?" if word in OTHER_NAMES else near(word, known)


def _show_manual() -> None:
    """The manual as `man` shows it at a terminal, and as the file it is to anything else."""
    reader = which("man") if sys.stdout.isatty() else None
    if reader is None or subprocess.run([reader, str(MANUAL)], check=False).returncode:
        put_raw(MANUAL.read_bytes())
