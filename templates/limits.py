"""How much a template of the user's own may use up before it is stopped."""

from contextlib import suppress
from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Whole seconds of computing, bytes of memory, seconds on the clock, bytes of text."""

    cpu_seconds: int = 2
    memory_bytes: int = 256 * 2**20
    wall_seconds: float = 3.0
    output_bytes: int = 100_000


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
