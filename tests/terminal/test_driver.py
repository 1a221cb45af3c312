"""The terminal driver: asleep when idle, quick to leave, unmoved by what a terminal may do to it."""

import signal
import time
from functools import partial
from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.terminal import Terminal


def ends_in(file: Path, key: str) -> bool:
    return file.exists() and file.read_text().split()[-1:] == [key]


def stop(terminal: Terminal, number: signal.Signals) -> None:
    terminal.signal(number)
    terminal.wait_for(terminal.stopped)
    terminal.settle()


def seconds_to_leave(terminal: Terminal) -> float:
    begun = time.monotonic()
    terminal.press("q")
    assert terminal.wait_exit() == 0
    assert terminal.left_on() == []
    return time.monotonic() - begun


def test_nothing_wakes_an_idle_app(start: Start) -> None:
    terminal = start()
    terminal.press("a")
    terminal.wait_for("keys a.")
    # On a busy machine the end of the start may fall into the first windows; a timer would fall into each.
    assert any(idle(terminal) for _ in range(5))


def idle(terminal: Terminal) -> bool:
    """Whether the program does nothing at all for two seconds."""
    terminal.settle(0.4)
    switches, cpu, written = terminal.switches(), terminal.cpu(), len(terminal.raw)
    with pytest.raises(AssertionError):
        terminal.wait_for("what never comes", timeout=2)
    return (
        terminal.switches() - switches <= 2 and terminal.cpu() - cpu <= 0.01 and len(terminal.raw) == written
    )


def test_leaving_is_quick(start: Start) -> None:
    """Textual's own driver waits out a timer; a busy machine only adds to either, and to the two alike."""
    plain = seconds_to_leave(start("plain"))
    assert any(seconds_to_leave(start()) < 0.4 * plain for _ in range(10))


def test_a_lone_escape_is_a_key(start: Start) -> None:
    terminal = start()
    terminal.press("escape")
    terminal.wait_for("keys escape.")
    terminal.press("up", "a")
    terminal.wait_for("keys escape up a.")


def test_odd_bytes_do_not_end_the_app(start: Start, tmp_path: Path) -> None:
    terminal = start()
    seen = tmp_path / "seen"
    odd = [
        b"\xff",
        b"\xc3",
        b"\xed\xa0\x80",
        b"\0",
        b"\x1b[99999999999;1u",
        b"\x1b[1:2:3;4;5u",
        b"\x1b[",
        b"\x1b]0;",
    ]
    for number, data in enumerate(odd, ord("a")):
        terminal.send(data)
        # Longer than the wait for the rest of a sequence, and of a string.
        terminal.settle(2.2 if data == b"\x1b]0;" else 0.12)
        terminal.press(chr(number))
        terminal.wait_for(partial(ends_in, seen, chr(number)))


def test_a_paste_without_end_is_taken_after_a_silence(start: Start) -> None:
    terminal = start()
    begun = time.monotonic()
    terminal.send("\x1b[200~half of it")
    terminal.wait_for("pasted 10 half of it.")
    assert time.monotonic() - begun > 1.5
    terminal.press("a")
    terminal.wait_for("keys a.")


def test_a_huge_paste_is_cut_and_holds_nothing_up(start: Start) -> None:
    terminal = start()
    cpu = terminal.cpu()
    terminal.send("\x1b[200~" + "0123456789" * 100_000 + "\x1b[201~")
    terminal.press("a")
    terminal.wait_for("keys a.")
    assert terminal.cpu() - cpu < 1
    assert "pasted 100000 0123456789" in terminal.text
    assert "cut 100000 900000." in terminal.text


def test_a_stalled_terminal_is_drawn_anew_when_it_goes_on(start: Start, tmp_path: Path) -> None:
    terminal = start()
    terminal.send("Wab")
    terminal.stall_until(partial(ends_in, tmp_path / "seen", "b"))
    terminal.wait_for("keys W a b.")
    terminal.settle()
    assert terminal.text.startswith("READY\n")
    assert "xxx" not in terminal.text


@pytest.mark.parametrize("number", [signal.SIGTSTP, signal.SIGSTOP])
def test_stopped_and_continued_it_draws_and_titles_again_and_tells_the_app(
    start: Start, number: signal.Signals
) -> None:
    terminal = start()
    terminal.press("T", "a")
    terminal.wait_for("keys T a.")
    terminal.settle()
    stop(terminal, number)
    if number == signal.SIGTSTP:
        assert terminal.left_on() == []
        assert terminal.title == ""
    terminal.screen.reset()
    terminal.signal(signal.SIGCONT)
    terminal.wait_for("resumed 1.")
    terminal.press("b")
    terminal.wait_for("keys T a b.")
    assert terminal.text.startswith("READY\n")
    assert terminal.screen.buffer[20][5].bg != "default"  # also where the app has nothing new to show
    assert (terminal.title, terminal.bells) == ("a[2Jb", 1)
    seconds_to_leave(terminal)
    assert terminal.title == ""


def test_sizes_come_in_band_where_the_terminal_can(start: Start) -> None:
    terminal = start(in_band=True)
    assert "in-band size" in terminal.left_on()
    terminal.resize(50, 12)
    terminal.wait_for("size 50x12.")
    seconds_to_leave(terminal)


def test_any_size_will_do(start: Start) -> None:
    terminal = start(cols=50, rows=12)
    for cols, rows in [(40, 10), (20, 5), (1, 1), (80, 24)]:
        terminal.resize(cols, rows)
        terminal.settle()
    terminal.wait_for("size 80x24.")
    seconds_to_leave(terminal)
