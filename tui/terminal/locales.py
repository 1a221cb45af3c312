"""Which letters the user's terminal is known to have, by the locale they have set. Without the framework."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

_ORIGINAL = Path("/proc/self/environ")
"""The variables a process was started with."""
_COERCED = ("C.UTF-8", "C.utf8", "UTF-8")
"""What Python sets LC_CTYPE to where the locale is C."""


def locale_encoding(env: Mapping[str, str], original: Path = _ORIGINAL) -> str:
    """The encoding of the locale that the user has set, whatever Python makes of it.

    It reads and writes UTF-8 in the locale C, and may even put that into `env`.
    """
    coerced = "" if env.get("LC_ALL") else _coerced(env, original)
    names = (env.get("LC_ALL"), None if coerced else env.get("LC_CTYPE"), env.get("LANG"))
    name = next(filter(None, names), "C" if sys.platform == "linux" else "")
    if name in ("C", "POSIX"):
        return "ascii"
    encoding = name.partition(".")[2].partition("@")[0]
    if not encoding:
        import locale

        encoding = locale.getencoding()
    return encoding


def _coerced(env: Mapping[str, str], original: Path) -> str:
    """What Python has put into LC_CTYPE; blank where it has not."""
    kept = env.get("LC_CTYPE", "")
    if kept not in _COERCED:
        return ""
    try:
        given = f"LC_CTYPE={kept}".encode() in original.read_bytes().split(b"\0")
    except OSError:
        given = env.get("LANG", "") not in ("", "C", "POSIX")
    return "" if given else kept
