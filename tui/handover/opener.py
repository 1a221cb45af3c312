"""Opening a link with the desktop's own program, where the user sits at this machine's screen."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping

from tui.handover.outgoing import Means, Outcome
from tui.handover.process import NotStarted, beside

SECONDS = 3.0


def opener(means: Means) -> str | None:
    """The program that opens links here; None over SSH and where there is no desktop."""
    if means.remote:
        return None
    if sys.platform == "darwin":
        return "open"
    desktop = means.env.get("WAYLAND_DISPLAY") or means.env.get("DISPLAY")
    return "xdg-open" if desktop and shutil.which("xdg-open", path=means.env.get("PATH")) else None


def open_link(program: str, url: str, env: Mapping[str, str]) -> Outcome:
    """Hand a link to the desktop."""
    try:
        ended = beside([program, url], env, seconds=SECONDS, stop=False)
    except NotStarted as why:
        return Outcome(str(why), ok=False)
    if ended.code:
        return Outcome(f"{program} found no program for the link (exit status {ended.code}).", ok=False)
    return Outcome(f"Handed to {program}: send it in the window that opens.", ok=True)
