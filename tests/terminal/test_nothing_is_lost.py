"""What is typed in forms, on the call sheet and in the user's own editor, and what was said of a text.

However the board ends: hung up, ended, its terminal closed, killed.
"""

from __future__ import annotations

import signal
import stat
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store.database.autosave import any_left
from store.database.left_behind import forms_left
from store.interview import Interview
from tests.making import made, promised, thanked
from tests.pads import pad_texts
from tests.terminal.board_home import TEXT, command, database, environment, owed, seed, stored
from tests.terminal.terminal import Terminal

pytestmark = pytest.mark.slow

ENDS: dict[str, Callable[[Terminal], None]] = {
    "hang-up": lambda terminal: terminal.signal(signal.SIGHUP),
    "term": lambda terminal: terminal.signal(signal.SIGTERM),
    "closed": lambda terminal: terminal.close_master(),
    "killed": lambda terminal: terminal.signal(signal.SIGKILL),
}
KILLED_LOSES = 2.5
"""Seconds of typing that a kill may take, and a little for a busy machine."""


def started(home: Path, **more: str) -> Terminal:
    return Terminal(command(home), env=environment(home) | more, cwd=home, cols=120, rows=36)


def pads(home: Path) -> str:
    return pad_texts(database(home), "form")


def end(terminal: Terminal, how: str, kept: Callable[[], bool]) -> None:
    """End the board: killed once the text had its time to reach the disk, else at once after the last key."""
    if how == "killed":
        terminal.wait_for(kept, timeout=KILLED_LOSES)
    ENDS[how](terminal)
    terminal.wait_exit(5)
    assert kept()


def due() -> Interview:
    """The promised day is over: a call is due."""
    now = datetime.now(UTC)
    ended = now - timedelta(days=20)
    day = (now - timedelta(days=9)).date().isoformat()
    return made(
        thanked(ended + timedelta(hours=3)), promised(ended, day), id="iv-1", starts_at=ended,
        ends_at=ended + timedelta(hours=1),
    )  # fmt: skip


@pytest.mark.parametrize("how", ENDS)
@pytest.mark.parametrize(
    ("key", "shows"), [("e", "Debrief"), ("E", "Edit Globex"), ("a", "Company"), ("p", "they answer by")]
)
def test_a_form_is_offered_with_all_that_was_typed(tmp_path: Path, key: str, shows: str, how: str) -> None:
    seed(tmp_path, owed())
    with started(tmp_path) as terminal:
        terminal.wait_for("Globex")
        terminal.press(key)
        terminal.wait_for(shows)
        terminal.send(TEXT)
        terminal.wait_for(TEXT)
        end(terminal, how, lambda: TEXT in pads(tmp_path))
    with started(tmp_path) as terminal:
        terminal.wait_for("and not saved: enter goes on")
        terminal.press("enter")
        terminal.wait_for(shows)
        terminal.wait_for(TEXT)
        terminal.settle()
        terminal.press("escape")
        terminal.wait_for("is kept")
        terminal.settle()
        terminal.press("escape")
        terminal.wait_for("thrown away")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert not forms_left(database(tmp_path))


@pytest.mark.parametrize("how", ENDS)
def test_the_call_sheet_is_offered_with_its_question_and_ticks(tmp_path: Path, how: str) -> None:
    seed(tmp_path, due())
    with started(tmp_path) as terminal:
        terminal.wait_for("CALL NOW  1")
        terminal.press("c")
        terminal.wait_for("Call Ada")
        terminal.send("2+")
        terminal.wait_for("every letter writes your question")
        terminal.send(TEXT)
        terminal.wait_for(TEXT)
        end(terminal, how, lambda: TEXT in pads(tmp_path))
    (pad,) = forms_left(database(tmp_path)).values()
    assert pad.picks == {"ticked": ("1",), "open": ("question",)}
    with started(tmp_path) as terminal:
        terminal.wait_for("and not saved: enter goes on")
        terminal.press("enter")
        terminal.wait_for(TEXT)
        terminal.press("enter")
        terminal.wait_for(lambda: stored(tmp_path)["iv-1"].questions == (TEXT,))


@pytest.mark.parametrize("how", ENDS)
def test_sent_is_stored_when_the_next_person_is_shown(tmp_path: Path, how: str) -> None:
    from tests.making import ADA, BEN

    seed(tmp_path, owed(interviewers=(ADA, BEN)))
    with started(tmp_path) as terminal:
        terminal.wait_for("Globex")
        terminal.press("d")
        terminal.wait_for("Thanks · Globex")
        terminal.settle()
        terminal.send("\x1b[18~")
        terminal.wait_for("y yes")
        terminal.send("y")
        terminal.wait_for("1 of 2")
        terminal.send("s")
        terminal.wait_for("2 of 2")
        ENDS[how](terminal)
        terminal.wait_exit(5)
    assert [event.KIND for event in stored(tmp_path)["iv-1"].events] == ["thanked"]


@pytest.mark.parametrize("how", ENDS)
def test_what_the_editor_saved_is_taken_in_at_the_next_start(tmp_path: Path, how: str) -> None:
    seed(tmp_path, owed())
    script = tmp_path / "editor"
    go = tmp_path / "go"
    script.write_text(
        f'#!/bin/sh\n{"trap : HUP" if how == "killed" else ""}\necho "{TEXT}" >"$1"\necho SAVED-IT >&2\n'
        f'for i in $(seq 600); do [ -e "{go}" ] && exit 0; sleep 0.1; done\n'
    )
    script.chmod(stat.S_IRWXU)
    with started(tmp_path, EDITOR=str(script)) as terminal:
        terminal.wait_for("Globex")
        terminal.press("d")
        terminal.wait_for("Thanks · Globex")
        terminal.settle()
        terminal.press("f6")
        terminal.wait_for("SAVED-IT")
        ENDS[how](terminal)
        terminal.wait_exit(6)
        if how == "killed":
            # The editor still has the text: nobody takes it out of its hands.
            with started(tmp_path) as other:
                other.wait_for("? help")
                assert not any(TEXT in draft.body for draft in stored(tmp_path)["iv-1"].drafts)
        go.touch()
        time.sleep(0.5)
    with started(tmp_path) as terminal:
        terminal.wait_for("What your editor has made of the text for Globex was taken in")
    assert [draft.body for draft in stored(tmp_path)["iv-1"].drafts] == [TEXT]
    state = tmp_path / "state"
    assert not [*state.rglob("ringback-*")]
    assert not any_left(database(tmp_path))
