"""In a browser, as `textual serve` runs it: the driver, the size and the clipboard are the page's."""

from __future__ import annotations

import base64
import subprocess
from pathlib import Path

import pytest

from tests.terminal.board_home import command, environment, owed, seed, stored, texts
from tests.terminal.browser import Page
from tests.terminal.terminal import ROOT
from tests.waiting import PATIENCE


def opened(home: Path) -> Page:
    seed(home, owed(company="Globex", role="Data engineer"))
    return Page(command(home), environment(home), str(ROOT))


def test_the_board_fills_the_page_and_follows_its_size(tmp_path: Path) -> None:
    with opened(tmp_path) as page:
        page.wait_for("TO THANK +1")
        page.focus()
        page.wait_for(r"(?s)Globex.*help")
        assert page.text.rstrip().endswith("? help")
        assert "╌" in page.text or "─" in page.text or "━" in page.text, "not drawn in ASCII"
        page.resize(60, 20)
        page.wait_for(r"(?s)\A(.{60}\n){19}.*help *\Z")
        page.press("A")
        page.wait_for("today")
        page.press("q")
        page.wait_for("THANK +1")
        page.press("q")
        assert page.ended() == (0, "")
        assert page.told == [{"type": "exit"}]


def test_what_is_being_written_is_kept_when_the_page_is_closed(tmp_path: Path) -> None:
    with opened(tmp_path) as page:
        page.wait_for("TO THANK +1")
        page.focus()
        page.press("d")
        page.wait_for("Subject")
        page.press("Zqx jvk")
        page.wait_for("Zqx jvk")
        assert page.close() == (0, "")
    assert "Zqx jvk" in texts(tmp_path)


@pytest.mark.parametrize("signal", ["TERM", "gone"])
def test_what_is_being_written_is_kept_when_the_server_ends(tmp_path: Path, signal: str) -> None:
    with opened(tmp_path) as page:
        page.wait_for("TO THANK +1")
        page.focus()
        page.press("d")
        page.wait_for("Subject")
        page.press("Zqx jvk")
        page.wait_for("Zqx jvk")
        if signal == "TERM":
            page.process.terminate()
        else:
            assert page.process.stdin is not None
            page.process.stdin.close()
        page.process.wait(PATIENCE)
    assert "Zqx jvk" in texts(tmp_path)


def test_the_clipboard_is_the_browser_s(tmp_path: Path) -> None:
    with opened(tmp_path) as page:
        page.wait_for("TO THANK +1")
        page.focus()
        page.press("y")
        page.wait_for("The card was given to the browser's clipboard")
        coded = page.raw.rpartition(b"\x1b]52;c;")[2].partition(b"\a")[0]
        assert b"Globex" in base64.b64decode(coded)


@pytest.mark.parametrize("named", ["nonsense", "os:path", "no.such:Driver", ":", "textual.app:App"])
def test_a_driver_that_is_none_is_named(tmp_path: Path, named: str) -> None:
    env = {**environment(tmp_path), "TEXTUAL_DRIVER": named}
    ran = subprocess.run(
        command(tmp_path), env=env, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    sentence = f"TEXTUAL_DRIVER is “{named}”, which is no driver: unset it; `textual serve` sets its own."
    assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", f"ringback: {sentence}\n")
    assert not (tmp_path / "ringback.json").exists() or not stored(tmp_path)
