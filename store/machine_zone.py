"""The machine's own time zone, as it is set at this moment."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from zoneinfo import ZoneInfo

_ZONES = "/zoneinfo/"
_ELSEWHERE = ("system/bin/getprop", "var/db/zoneinfo", "etc/sysconfig/clock", "etc/conf.d/clock")
"""Other places in which a system may say its zone; `tzlocal` knows what they mean."""


def machine_zone(root: str = "/") -> ZoneInfo | None:
    """None where it cannot be told. Where nothing is odd it takes next to nothing.

    `root` is where the machine's files lie.
    """
    # The system's library remembers the zone it has once seen, and the two would be found to differ.
    time.tzset()
    with suppress(LookupError, ValueError, OSError):
        if name := _named(root):
            return ZoneInfo(name)
    return _looked_for()


def _named(root: str) -> str | None:
    """The name that TZ or the link of systemd says plainly; None where more has to be looked at."""
    if variable := os.environ.get("TZ"):
        name = variable.removeprefix(":")
        return None if os.path.isabs(name) else name  # noqa: PTH117
    if any(os.path.lexists(os.path.join(root, place)) for place in _ELSEWHERE):  # noqa: PTH118
        return None
    link = os.path.join(root, "etc/localtime")  # noqa: PTH118
    name = os.path.realpath(link).partition(_ZONES)[2] if os.path.islink(link) else ""  # noqa: PTH114
    return name if name and _written(root) in (None, name) else None


def _written(root: str) -> str | None:
    """What stands in /etc/timezone; None where it is not there."""
    try:
        with open(os.path.join(root, "etc/timezone"), encoding="ascii") as file:  # noqa: PTH118, PTH123
            return file.read(1_000).strip()
    except FileNotFoundError:
        return None


def _looked_for() -> ZoneInfo | None:
    # Imported on use: it takes as long as a small command.
    import warnings

    from tzlocal import reload_localzone

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = reload_localzone()
        return ZoneInfo(found.key)
    except (LookupError, ValueError, OSError, AttributeError):
        return None
