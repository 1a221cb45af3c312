"""Rendering a template of the user's own in a child process that can be stopped.

Jinja's sandbox keeps a template away from Python's internals, not from `'a' * 10**9` or a loop within loops.
The child has no terminal, no environment, no open files but its pipes; everything goes through these as JSON,
so that no one's name shows up in a process list.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from templates.header import Source
from templates.limits import Limits
from templates.template import BrokenTemplate
from templates.vocabulary import Value, as_json

# -I and -S keep the child from reading anything but what the parent itself imports from.
_START = (
    "import json, sys; job = json.load(sys.stdin.buffer); sys.path[:] = job['path']; "
    "from templates.child import main; main(job)"
)
_ENVIRONMENT = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")  # an interpreter may not start without these


def render(name: str, source: Source, values: Mapping[str, Value], limits: Limits) -> tuple[str, str]:
    """Subject and body, not yet tidied; BrokenTemplate where the template fails or uses up its limits."""
    job = {
        "path": _import_path(),
        "name": name,
        "source": asdict(source),
        "values": as_json(values),
        "limits": asdict(limits),
    }
    done = _run(name, json.dumps(job).encode(), limits)
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        raise BrokenTemplate(name, _how_it_ended(done.returncode, limits)) from None
    if "reason" in answer:
        raise BrokenTemplate(name, answer["reason"], answer["line"])
    return answer["subject"], answer["body"]


def _run(name: str, job: bytes, limits: Limits) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(
            [sys.executable, "-I", "-S", "-c", _START],
            input=job,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.wall_seconds,
            cwd="/",
            env={key: os.environ[key] for key in _ENVIRONMENT if key in os.environ},
            start_new_session=True,
            check=False,
        )
    except subprocess.TimeoutExpired:
        reason = f"it takes longer than {limits.wall_seconds:g} seconds"
        raise BrokenTemplate(name, reason) from None
    except OSError as error:
        raise BrokenTemplate(name, f"no process could be started for it ({error.strerror})") from error


def _import_path() -> list[str]:
    # A relative entry would mean another place in the child.
    here = str(Path(__file__).resolve().parent.parent)
    own = [entry for entry in sys.path if Path(entry).is_absolute()]
    return own if here in own else [here, *own]


def _how_it_ended(code: int, limits: Limits) -> str:
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return f"it computes for more than {limits.cpu_seconds} seconds"
    return "it needs more than a template may use, and was stopped"
