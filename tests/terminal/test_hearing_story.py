"""One application from nothing but files, in a true terminal: at most one key a step, and the cards move."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.making import at
from tests.store.watching.application import INVITED, INVITED_AGAIN, OFFERED, told
from tests.store.watching.folders import Folders
from tests.terminal.board_home import environment
from tests.terminal.terminal import ROOT, Terminal

PROGRAM = ROOT / "tests" / "terminal" / "programs" / "at_an_hour.py"
MSMTP = """#!/bin/sh
# Sends nothing, and keeps what it was given where sent mail lies.
cat > "{sent}/tmp/1" && mv "{sent}/tmp/1" "{sent}/cur/1700000001.M1P2.host:2,S"
"""
TEXT = (
    "Dear Ada,\r\rthank you for the conversation. How you count late events made me want to build this with "
    "you, and I look forward to the next step.\r\rKind regards,\rRobin"
)


class Story:
    """Someone's files, the hour, and the board that is looked at."""

    def __init__(self, home: Path) -> None:
        self.home, self.folders = home, Folders(home / "files")
        self.hour = home / "hour"
        self.set("2026-11-19 08:00")
        program = home / "msmtp"
        program.write_text(MSMTP.format(sent=self.folders.sent))
        program.chmod(0o755)
        self.env = environment(home) | {"PYTHONPATH": str(ROOT)}
        mail = [str(self.folders.inbox), str(self.folders.sent)]
        config = home / "config" / "ringback" / "config.toml"
        config.parent.mkdir(parents=True)
        config.write_text(
            '[me]\nname = "Robin Vale"\nemail = "robin@mail.example"\n[policy]\ncalendar = "none"\n'
            f"[mail]\ncommand = {json.dumps(f'{program} -t')}\n"
            f"[watch]\nmail = {json.dumps(mail)}\ncalendar = [{json.dumps(str(self.folders.calendar))}]\n"
        )

    def set(self, hour: str) -> None:
        """Let it be that hour, in UTC."""
        beside = self.hour.with_name("hour.new")
        beside.write_text(at(hour).isoformat())
        beside.replace(self.hour)

    def command(self, *words: str) -> list[str]:
        return [sys.executable, str(PROGRAM), str(self.hour), *words]

    def board(self) -> Terminal:
        return Terminal(self.command(), cols=150, rows=40, env=self.env, cwd=self.home)

    def run(self, *words: str) -> bytes:
        """What a command gives out at that hour."""
        env = {**os.environ, **self.env}
        return subprocess.run(self.command(*words), env=env, capture_output=True, check=True).stdout

    def columns(self) -> list[str]:
        """In which columns cards stand, as a command beside the board says."""
        return sorted(one["column"] for one in json.loads(self.run("list", "--json"))["interviews"])


def heard(terminal: Terminal, words: str) -> None:
    """The page of what was heard, which is open, says that; one key takes it."""
    terminal.wait_for(words)
    terminal.settle()
    terminal.press("enter")
    terminal.wait_for("Nothing waits for you here.")


def thank(terminal: Terminal) -> None:
    """Write to who is to be thanked, and give it to the mail command; that it was sent is not said."""
    terminal.wait_for("TO THANK  1")
    terminal.press("d")
    terminal.wait_for("Dear Ada,")
    terminal.press(*["ctrl+k"] * 40)
    terminal.wait_for(lambda: "a gap is open" not in terminal.text)
    terminal.send(TEXT)
    terminal.wait_for("Kind regards,")
    terminal.press("ctrl+f")
    terminal.wait_for("Gives the mail to msmtp")
    terminal.press("m")
    terminal.wait_for("Handed to msmtp.")


@pytest.mark.slow
def test_an_application_from_files_alone(tmp_path: Path) -> None:
    story = Story(tmp_path)
    folders = story.folders

    with story.board() as terminal:
        terminal.wait_for("a adds an interview")
        terminal.press("H")
        terminal.wait_for("Nothing waits for you here.")
        (folders.calendar / "m1.ics").write_bytes(INVITED)
        heard(terminal, "a meeting on Thu 19 Nov at 10:00")
        assert story.columns() == ["upcoming"]
        story.set("2026-11-19 10:30")
        assert story.columns() == ["to_thank"]

    with story.board() as terminal:
        thank(terminal)
        terminal.wait_for(lambda: story.columns() == ["awaiting_callback"])
        terminal.press("n")
        terminal.wait_for(lambda: "Last read" not in terminal.text)
        terminal.press("escape")
        terminal.wait_for("the message lies among what you sent")
        story.set("2026-11-20 10:00")
        terminal.press("H")
        terminal.wait_for("Nothing waits for you here.")
        folders.put(told())
        heard(terminal, "promised an answer by Thu 26 Nov")
        assert story.columns() == ["awaiting_callback"]

        (folders.calendar / "m2.ics").write_bytes(INVITED_AGAIN)
        heard(terminal, "a meeting on Wed 25 Nov at 10:00")
        assert story.columns() == ["closed", "upcoming"]

        story.set("2026-11-26 10:00")
        folders.put(OFFERED)
        heard(terminal, "offer")
        assert story.columns() == ["closed", "to_thank"]
        story.set("2026-11-30 10:00")
        assert story.columns() == ["call_now", "closed"]

    with story.board() as terminal:
        terminal.wait_for("CALL NOW  1")
        terminal.wait_for("answer the offer of Globex")


@pytest.mark.slow
def test_who_says_that_it_was_sent_when_it_was_found_already_notes_it_once(tmp_path: Path) -> None:
    story = Story(tmp_path)
    invitation = tmp_path / "m1.ics"
    invitation.write_bytes(INVITED)
    story.run("import", str(invitation))
    story.set("2026-11-19 10:30")
    with story.board() as terminal:
        thank(terminal)
        terminal.wait_for(lambda: story.columns() == ["awaiting_callback"])
        terminal.press("s")
        terminal.wait_for(lambda: "Last read" not in terminal.text)
        terminal.press("q")
        terminal.settle()
    (card,) = json.loads(story.run("export", "-"))["interviews"]
    assert [event["kind"] for event in card["events"]] == ["thanked"]
