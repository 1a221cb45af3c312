"""The clipboard, as far as a terminal program can reach it: nobody confirms that the text has arrived."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping

from tui.handover.outgoing import Outcome
from tui.handover.process import NotStarted, beside

LARGEST = 74_994
"""Bytes that terminals take in one such sequence (the smallest limit that is documented)."""
WITHOUT = {"linux": "The console has no clipboard", "dumb": "This terminal has no clipboard"}
INSTEAD = "select the text with the mouse, or write it to a file"


def send(text: str, env: Mapping[str, str]) -> Outcome:
    """Send a text to the clipboard: inside tmux through tmux, which drops the sequence, else by OSC 52.

    The outcome's `sequence` is for the caller to write to the terminal.
    """
    if env.get("TMUX") and _to_tmux(text, env):
        return Outcome("Sent to tmux's buffer, and by it to the terminal's clipboard.", ok=True)
    if lack := WITHOUT.get(env.get("TERM", "")):
        return Outcome(f"{lack}: {INSTEAD}.", ok=False)
    coded = b64encode(text.encode("utf-8", "replace")).decode("ascii")
    if len(coded) > LARGEST:
        return Outcome(f"The text is too long for a terminal's clipboard: {INSTEAD}.", ok=False)
    return Outcome(
        "Sent to the terminal's clipboard, if it has one.", ok=True, sequence=f"\x1b]52;c;{coded}\a"
    )


def _to_tmux(text: str, env: Mapping[str, str]) -> bool:
    try:
        # Before tmux 3.2 there is no -w, and it says so.
        return beside(["tmux", "load-buffer", "-w", "-"], env, text.encode(), seconds=3).code == 0
    except NotStarted:
        return False
