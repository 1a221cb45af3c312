"""A user's home, for tests of the whole program."""

import json
import os
import subprocess
import sys
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from tests.terminal.terminal import ROOT

ME = "candidate@mail.example"
LONG = 60.0
"""Seconds that a busy machine may take for what a quiet one does in one."""
MAILER = """#!{python}
import pathlib, sys
box = pathlib.Path({box!r})
with (box / f"{{len(list(box.iterdir()))}}.eml").open("xb") as file:
    file.write(sys.stdin.buffer.read())
"""


class Home:
    """A home of its own with settings, a database and a mail command that keeps what it is given."""

    def __init__(self, directory: Path) -> None:
        self.box = directory / "sent"
        self.box.mkdir()
        mailer = directory / "mailer"
        mailer.write_text(MAILER.format(python=sys.executable, box=str(self.box)))
        mailer.chmod(0o700)
        settings = directory / "settings.toml"
        settings.write_text(
            f'[me]\nname = "Ada Oduya"\nemail = "{ME}"\nabout = ["eight years of moving jobs to streams"]\n'
            f'[mail]\ncommand = "{mailer}"\n'
        )
        self.command = (
            *(sys.executable, "-m", "tui"),
            *("--db", str(directory / "board.json"), "--config", str(settings)),
        )
        self.env = {
            "HOME": str(directory), "XDG_STATE_HOME": str(directory / "state"), "PYTHONPATH": str(ROOT),
            "XDG_CACHE_HOME": str(directory / "cache"), "LANG": "C.UTF-8", "TZ": "Europe/Berlin",
        }  # fmt: skip
        """What it needs of an environment, on a terminal too; the user's time zone is Berlin's."""

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """A command of the program's, beside the board."""
        return subprocess.run(
            [*self.command, *arguments], env=self.env | {"PATH": os.defpath}, stdin=subprocess.DEVNULL,
            capture_output=True, encoding="utf-8", check=False, timeout=LONG,
        )  # fmt: skip

    def told(self, *arguments: str) -> Any:
        """What such a command says in JSON."""
        return json.loads(self.run(*arguments, "--json").stdout)

    def mails(self) -> list[EmailMessage]:
        """What the mail command was given, in that order."""
        boxed = sorted(self.box.iterdir())
        return [message_from_bytes(one.read_bytes(), policy=policy.default) for one in boxed]
