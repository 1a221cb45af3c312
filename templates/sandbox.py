"""Rendering a template of the user's own in a child process that can be stopped.

Jinja's sandbox keeps a template away from Python's internals, not from `'a' * 10**9` or a loop within loops.
The child has no terminal, no environment, no open files but its pipes; everything goes through these as JSON,
so that no one's name shows up in a process list.
"""

import json
import os
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from store.languages import Language, language_or_english, use_languages
from templates.template import BrokenTemplate, Source
from templates.values import as_json, from_json
from templates.vocabulary import Value

if TYPE_CHECKING:
    import subprocess

# -I and -S keep the child from reading anything but what the parent itself imports from.
_START = (
    "import json, sys; job = json.load(sys.stdin.buffer); sys.path[:] = job['path']; "
    "from templates.sandbox import render_in_child; render_in_child(job)"
)
_ENVIRONMENT = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")  # an interpreter may not start without these


@dataclass(frozen=True)
class Limits:
    """Whole seconds of computing, bytes of memory, seconds on the clock, bytes of text."""

    cpu_seconds: int = 2
    memory_bytes: int = 256 * 2**20
    wall_seconds: float = 3.0
    output_bytes: int = 100_000


def render_apart(name: str, source: Source, values: Mapping[str, Value], limits: Limits) -> tuple[str, str]:
    """Subject and body, not yet tidied; BrokenTemplate where the template fails or uses up its limits."""
    job = {
        "path": _import_path(),
        "name": name,
        "source": asdict(source),
        "values": as_json(values),
        "language": language_or_english(str(values.get("language"))).as_plain(),
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
    import subprocess  # only for templates of the user's own, and never in the child

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


def render_in_child(job: dict[str, Any]) -> None:
    """In the child: render the job within its limits and write subject and body, or reason and line."""
    from templates import engine  # before the limits hold: it is ours, and large

    language = Language.from_plain(job["language"])
    use_languages({language.code: language})

    limits = Limits(**job["limits"])
    confine(limits)
    try:
        source, values = Source(**job["source"]), from_json(job["values"])
        subject, body = engine.render(job["name"], source, values, limits.output_bytes)
        answer: dict[str, object] = {"subject": subject, "body": body}
    except BrokenTemplate as broken:
        answer = {"reason": broken.reason, "line": broken.line}
    sys.stdout.write(json.dumps(answer))


def confine(limits: Limits) -> None:
    """Limit this whole process from here on; where a system knows no such limit, the clock alone remains."""
    try:
        import resource
    except ImportError:
        return
    wanted = {
        "RLIMIT_CPU": (limits.cpu_seconds, limits.cpu_seconds + 1),
        "RLIMIT_AS": (limits.memory_bytes, limits.memory_bytes),
        "RLIMIT_CORE": (0, 0),
        "RLIMIT_FSIZE": (0, 0),
    }
    for name, bounds in wanted.items():
        with suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, name), bounds)
