"""Which sockets a program makes and which files it changes: what it asks the kernel for, or else Python."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

OURS = frozenset({"AF_UNIX", "AF_LOCAL"})
"""Kinds of sockets that lead nowhere but to other programs here."""
_CHANGES = (
    "open,openat,openat2,creat,/^(mkdir|unlink|rename|link|symlink|mknod|f?chmod|f?chown|utime|truncate)"
)
"""Calls by which a file or a folder is opened or changed."""
_FAMILY = re.compile(r"\b(AF_\w+|sa_family=0x\w+|PF_\w+)")
_OPENS = re.compile(r"\bopen(?:at2?)?\(")
_WRITES = re.compile(r"\bO_(?:WRONLY|RDWR|CREAT|TRUNC|APPEND)\b")
_GUARD = """
import socket, sys
CHANGES = {f"os.{name}" for name in ("mkdir", "rmdir", "remove", "rename", "link", "symlink")}
CHANGES |= {f"os.{name}" for name in ("chmod", "chown", "utime", "truncate")}
def watch(event, values, log=sys.argv.pop(1)):
    if event.startswith("socket.") and event not in ("socket.close",):
        family = values[1] if event == "socket.__new__" else getattr(values[0], "family", None)
        name = getattr(family, "name", None) or (socket.AddressFamily(family).name if family else event)
        with open(log, "a") as file:
            print(f"socket({name}", file=file)
    if event == "open" or event in CHANGES:
        written = event != "open" or (values[2] or 0) & 0o103
        if written and not (event == "open" and str(values[0]) == log):
            with open(log, "a") as file:
                print(f"{event}({values!r}, O_RDWR", file=file)
sys.addaudithook(watch)
"""


@cache
def strace() -> str | None:
    """The program that shows what the kernel is asked for; None where there is none, or it may not look."""
    found = shutil.which("strace")
    if found is None or subprocess.run([found, "-f", "true"], capture_output=True, check=False).returncode:
        return None
    return found


def watched(program: str, arguments: Sequence[str], log: Path) -> list[str]:
    """The command that runs a program of Python, and writes to `log` what that and all it starts open."""
    if (found := strace()) is not None:
        command = [sys.executable, "-c", program, *arguments]
        return [
            found,
            "-f",
            "-qq",
            "-e",
            f"trace=network,{_CHANGES}",
            "-s",
            "4096",
            "-y",
            "-e",
            "signal=none",
            "-o",
            str(log),
            *command,
        ]
    return [sys.executable, "-c", f"{_GUARD}\n{program}", str(log), *arguments]


def families(log: Path) -> set[str]:
    """The kinds of sockets that were asked for."""
    return set(_FAMILY.findall(log.read_text("utf-8", "replace"))) if log.exists() else set()


def changes_under(log: Path, folder: Path) -> list[str]:
    """What was asked for that opens a file for writing under that folder, or changes one in another way."""
    if not log.exists():
        return []
    lines = [line for line in log.read_text("utf-8", "replace").splitlines() if str(folder) in line]
    # Where another thread came between, what was asked for stands in the first half of the call alone.
    lines = [line for line in lines if " resumed>" not in line]
    return [line for line in lines if not _OPENS.search(line) or _WRITES.search(line)]
