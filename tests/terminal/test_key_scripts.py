"""Users at random, until a random moment: nothing they typed or were told of is missing at the next start.

No letter has worked as a command, and no command stands as a letter in a text. Each seed is a user who lives
through several ends of the board in one home; each life is a script of its own. With RINGBACK_FAULTS=long
there are as many as promised.
"""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.board_home import command, environment
from tests.terminal.key_scripts.disk import begun, compare, left
from tests.terminal.key_scripts.keyboard import HungUp, Keyboard
from tests.terminal.key_scripts.memory import Memory
from tests.terminal.key_scripts.user import OFFERED, User, words
from tests.terminal.terminal import Terminal

LONG = os.environ.get("RINGBACK_FAULTS") == "long"
USERS, LIVES = (125, 8) if LONG else (3, 3)
KEYS = 90
"""The most keys of one life."""
KILLED_LOSES = 2.5
"""Seconds of typing that a kill may take, and a little for a busy machine."""
ENDS: dict[str, tuple[int, Callable[[Terminal], None]]] = {
    "hang-up": (129, lambda terminal: terminal.signal(signal.SIGHUP)),
    "term": (143, lambda terminal: terminal.signal(signal.SIGTERM)),
    "closed": (129, lambda terminal: terminal.close_master()),
    "killed": (-9, lambda terminal: terminal.signal(signal.SIGKILL)),
}

pytestmark = pytest.mark.slow


def started(home: Path) -> Terminal:
    return Terminal(command(home), env=environment(home), cwd=home, cols=120, rows=40)


@pytest.mark.parametrize("seed", range(USERS))
def test_nothing_typed_or_said_is_missing_whenever_the_board_ends(tmp_path: Path, seed: int) -> None:
    dice, memory = random.Random(seed), Memory()
    fresh, sure = words(random.Random(seed)), None
    # What a first start asks is answered elsewhere.
    (settings := Path(environment(tmp_path)["XDG_CONFIG_HOME"], "ringback", "config.toml")).parent.mkdir(
        parents=True
    )
    settings.touch()
    for _ in range(LIVES):
        with started(tmp_path) as terminal:
            terminal.wait_for("? help")
            compare(tmp_path, memory, sure)
            keyboard = Keyboard(terminal, dice, dice.randint(1, KEYS), hurried=seed % 2 == 1)
            user = User(keyboard, memory, fresh, lambda company: begun(tmp_path, company))
            sure = live(user, tmp_path)
    with started(tmp_path) as terminal:
        terminal.wait_for("? help")
        compare(tmp_path, memory, sure)


def live(user: User, home: Path) -> float | None:
    """One life of the board; the moment until which all must be there, where it is killed."""
    terminal, dice, memory = user.terminal, user.dice, user.memory
    try:
        if offered := [key for key in left(home, memory) if key.company in ("", *memory.facts)]:
            terminal.wait_for(OFFERED)
            if dice.random() < 0.6 and offered[-1] in memory.forms:
                user.go_on(offered[-1])
        user.live()
    except HungUp:
        how = dice.choice([*ENDS])
        code, end = ENDS[how]
        if dice.random() < 0.5:
            moment = time.monotonic() + dice.uniform(0, 0.5)
            terminal.wait_for(lambda: time.monotonic() > moment)
        sure = time.monotonic() - KILLED_LOSES if how == "killed" else None
        end(terminal)
        assert terminal.wait_exit() == code
        if how in ("hang-up", "term"):
            assert terminal.left_on() == []
        return sure
    assert terminal.wait_exit() == 0
    return None
