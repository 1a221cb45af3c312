"""The desktop around the terminal, as far as a terminal program reaches it: opened links, the clipboard."""

from __future__ import annotations

import shutil
import sys
from base64 import b64encode
from collections.abc import Mapping

from tui.browser import in_browser
from tui.handover.outgoing import HandoverOutcome, Means
from tui.handover.process import NotStarted, beside

OPENING_SECONDS = 3.0
LARGEST_SEQUENCE = 74_994
"""Bytes that terminals take in one such sequence (the smallest limit that is documented)."""
_WITHOUT_CLIPBOARD = {"linux": "The console has no clipboard", "dumb": "This terminal has no clipboard"}
_INSTEAD = "select the text with the mouse, or write it to a file"


def link_program(means: Means) -> str | None:
    """The program that opens links here; None over SSH and where there is no desktop."""
    if means.remote:
        return None
    if sys.platform == "darwin":
        return "open"
    desktop = means.env.get("WAYLAND_DISPLAY") or means.env.get("DISPLAY")
    return "xdg-open" if desktop and shutil.which("xdg-open", path=means.env.get("PATH")) else None


def open_link(program: str, url: str, env: Mapping[str, str]) -> HandoverOutcome:
    """Hand a link to the desktop."""
    try:
        ended = beside([program, url], env, seconds=OPENING_SECONDS, stop=False)
    except NotStarted as why:
        return HandoverOutcome(str(why), ok=False)
    if ended.code:
        return HandoverOutcome(
            f"{program} found no program for the link (exit status {ended.code}).", ok=False
        )
    return HandoverOutcome(f"Handed to {program}: send it in the window that opens.", ok=True)


def send_to_clipboard(text: str, env: Mapping[str, str]) -> HandoverOutcome:
    """Send a text to the clipboard: inside tmux through tmux, which drops the sequence, else by OSC 52.

    In a browser it is the browser's, wherever the program was started. Nobody confirms that it has arrived.

    The outcome's `sequence` is for the caller to write to the terminal.
    """
    whose = "browser" if in_browser(env) else "terminal"
    if whose == "terminal" and env.get("TMUX") and _to_tmux(text, env):
        return HandoverOutcome("Given to tmux's buffer, and by it to the terminal's clipboard.", ok=True)
    lack = _WITHOUT_CLIPBOARD.get(env.get("TERM", ""))
    if lack and whose == "terminal":
        return HandoverOutcome(f"{lack}: {_INSTEAD}.", ok=False)
    coded = b64encode(text.encode("utf-8", "replace")).decode("ascii")
    if len(coded) > LARGEST_SEQUENCE:
        return HandoverOutcome(f"The text is too long for a {whose}'s clipboard: {_INSTEAD}.", ok=False)
    return HandoverOutcome(
        f"Given to the {whose}'s clipboard, if it has one.", ok=True, sequence=f"\x1b]52;c;{coded}\a"
    )


def _to_tmux(text: str, env: Mapping[str, str]) -> bool:
    try:
        # Before tmux 3.2 there is no -w, and it says so.
        return beside(["tmux", "load-buffer", "-w", "-"], env, text.encode(), seconds=3).code == 0
    except NotStarted:
        return False
